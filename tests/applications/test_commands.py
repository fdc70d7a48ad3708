from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from click.testing import CliRunner, Result
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from onward.applications.commands import add_command, list_command, show_command
from onward.applications.models import Application
from onward.applications.rules.kinds import EventKind, Stage
from onward.applications.rules.payload import Outcome
from onward.applications.services import (
    add_event,
    add_round,
    archive,
    arrange,
    take_back,
)
from onward.core.exit_codes import ExitCode
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no


@pytest.fixture(autouse=True)
def _standing_clock() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield
    timezone.deactivate()


def run(command: object, *words: str) -> Result:
    return CliRunner().invoke(command, words)  # type: ignore[arg-type]


def test_adding_records_an_application(owner: Person) -> None:
    result = run(add_command, "Acme", "--role", "Driver", "--applied", "2026-11-18")
    application = Application.objects.get()
    assert result.exit_code == ExitCode.OK
    assert f"onward show {application.pk}" in result.output
    assert application.applied_at == datetime(2026, 11, 18, 12, tzinfo=UTC)


def test_adding_without_a_day_means_today(owner: Person) -> None:
    run(add_command, "Acme", "--note", "Ask Jo")
    application = Application.objects.get()
    assert application.applied_at == NOW
    assert application.events.get(kind="applied").payload["note"] == "Ask Jo"


def test_adding_can_save_for_later(owner: Person) -> None:
    run(add_command, "Acme", "--saved")
    assert Application.objects.get().stage == Stage.SAVED


def test_adding_what_is_there_already_says_so_and_adds_it(owner: Person) -> None:
    make_application(person=owner, company="Acme", role="Driver")
    first = run(add_command, "Acme", "--role", "Cook")
    second = run(add_command, "ACME", "--role", "driver")
    assert "same employer and title" not in first.output
    assert "same employer and title" in second.output
    assert "onward run" in second.output
    assert Application.objects.count() == 3


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["Acme", "--applied", "2031-01-01"], "not come yet"),
        (["Acme", "--applied", "1931-01-01"], "before 1990"),
        ([""], "company or the role"),
        (["Acme", "--saved", "--applied", "2026-11-18"], "not both"),
        (["Acme", "--url", "no address"], "not a web address"),
    ],
)
def test_what_cannot_be_added_gets_one_sentence(
    owner: Person, words: list[str], says: str
) -> None:
    result = run(add_command, *words)
    assert result.exit_code == ExitCode.USAGE
    assert says in result.output
    assert not Application.objects.exists()


def test_the_list_shows_one_line_each_open_ones_first(owner: Person) -> None:
    make_no(application=make_application(person=owner, company="Quill", role="Editor"))
    make_application(person=owner, company="Acme", role="Driver")
    lines = run(list_command).output.splitlines()
    assert [line.split()[0] for line in lines] == ["2026-10-31", "2026-11-20"]
    assert "Driver" in lines[0]
    assert "They said no" in lines[1]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--open"], "Acme"),
        (["--closed"], "Quill"),
        (["--archived"], "Old"),
        (["quill"], "Quill"),
    ],
)
def test_the_list_can_be_narrowed(owner: Person, words: list[str], found: str) -> None:
    make_application(person=owner, company="Acme")
    make_no(application=make_application(person=owner, company="Quill"))
    archive(owner, make_application(person=owner, company="Old"), now=NOW)
    lines = run(list_command, *words).output.splitlines()
    assert len(lines) == 1
    assert found in lines[0]


def test_an_empty_list_says_what_to_do(owner: Person) -> None:
    assert "onward import" in run(list_command).output
    assert "matches" in run(list_command, "acme").output


def test_the_story_is_shown_in_text(owner: Person) -> None:
    application = make_application(person=owner, company="Quill", role="Editor")
    take_back(owner, make_no(application=application), now=NOW)
    add_event(
        owner,
        application,
        kind=EventKind.INTERVIEW,
        at=NOW + timedelta(days=3),
        note="Bring samples",
        now=NOW,
    )
    output = run(show_command, "quill").output
    assert output.startswith("Editor · Quill\nInterview\n")
    assert "They said no (taken back)" in output
    assert "Begins 2026-11-23 12:00" in output
    assert "Bring samples" in output


def test_a_story_is_found_by_its_id(owner: Person) -> None:
    application = make_application(person=owner, company="Quill")
    make_application(person=owner, company="Quill")
    assert "Quill" in run(show_command, str(application.pk)).output


@pytest.mark.parametrize(
    ("details", "told"),
    [
        ({"starts_at": NOW + timedelta(days=5)}, ("moved", "Begins 2026-11-25 12:00")),
        ({"outcome": Outcome.MOVED}, ("Interview put off", "")),
        ({"outcome": Outcome.CANCELLED}, ("Interview called off", "")),
    ],
)
def test_what_was_moved_by_hand_is_part_of_the_story(
    owner: Person, owner_client: Client, details: dict[str, Any], told: tuple[str, str]
) -> None:
    application = make_application(person=owner, company="Quill", role="Editor")
    begins = {"starts_at": NOW + timedelta(days=3)}
    event = add_round(owner, application, details=begins, now=NOW)
    arrange(owner, event, details={"place": "Room 4"}, now=NOW)
    before = run(show_command, "quill").output
    arrange(owner, event, details=details, now=NOW + timedelta(hours=1))
    output = run(show_command, "quill").output
    assert all(words in output.removeprefix(before) for words in told)
    assert len(output.splitlines()) > len(before.splitlines())
    url = reverse("applications:detail", args=[application.pk])
    page = owner_client.get(url).content.decode()
    story, _, folded = page.partition("What was noted and changed")
    assert told[0] in story
    assert "Details" not in story
    assert folded


def test_what_is_archived_can_be_shown(owner: Person) -> None:
    archive(owner, make_application(person=owner, company="Old"), now=NOW)
    assert run(show_command, "old").exit_code == ExitCode.OK


@pytest.mark.parametrize("word", ["nowhere", "01a20828-f65b-79e7-8579-627e19a8e6f9"])
def test_what_is_not_there_is_not_found(owner: Person, word: str) -> None:
    result = run(show_command, word)
    assert result.exit_code == ExitCode.NOT_FOUND
    assert "onward list" in result.output


def test_several_that_match_are_named(owner: Person) -> None:
    ids = [str(make_application(person=owner, company="Quill").pk) for _ in range(2)]
    result = run(show_command, "quill")
    assert result.exit_code == ExitCode.NOT_FOUND
    assert all(key in result.output for key in ids)


def test_an_exact_name_goes_before_names_that_hold_it(owner: Person) -> None:
    meant = make_application(person=owner, company="Quill Homes")
    make_application(person=owner, company="Quill Homes North")
    make_application(person=owner, company="The Quill Homes")
    result = run(show_command, "quill homes")
    assert result.exit_code == ExitCode.OK
    assert result.output.startswith(f"{meant}\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("£31,250", "£31,250"),
        ("31.250 to 34.500 a year", "31.250 to 34.500 a year"),
        ("Band 4", "Band 4 · GBP 31 250"),
        ("", "GBP 31 250"),
    ],
)
def test_the_pay_is_told_once(owner: Person, words: str, told: str) -> None:
    make_application(
        person=owner,
        company="Quill",
        salary=words,
        salary_min="31250",
        salary_max="31250",
        salary_currency="GBP",
    )
    assert f"Pay: {told}\n" in run(show_command, "quill").output


def test_nothing_of_an_outsider_is_listed_or_shown(
    owner: Person, outsider: Person
) -> None:
    theirs = make_application(person=outsider, company="Quill")
    assert "Quill" not in run(list_command).output
    assert run(show_command, str(theirs.pk)).exit_code == ExitCode.NOT_FOUND


@pytest.mark.parametrize("command", [add_command, list_command, show_command])
def test_each_help_ends_with_an_example_and_exit_codes(command: object) -> None:
    output = run(command, "--help").output
    assert "Example: onward" in output
    assert "Exit codes: 0 done" in output


def test_what_is_known_is_added_found_and_shown(owner: Person) -> None:
    run(
        *(add_command, "Acme", "--saved", "--work-mode", "remote", "--tag", "dream"),
        *("--deadline", "2026-12-01", "--salary", "45k", "--source", "A fair"),
    )
    run(add_command, "Other")
    assert "Acme" in run(list_command, "--tag", "dream").output
    assert "Other" not in run(list_command, "--work-mode", "remote").output
    assert run(list_command, "--by-deadline").output.startswith("2026-11-20  Saved")
    shown = run(show_command, "Acme").output
    for line in ("Remote", "1 December 2026", "Pay: 45k", "A fair", "Tags: dream"):
        assert line in shown


def test_a_deadline_that_is_no_day_gets_one_sentence(owner: Person) -> None:
    result = run(add_command, "Acme", "--deadline", "soon")
    assert result.exit_code == ExitCode.USAGE
    assert "deadline: Write the day as in 2026-03-31." in result.output


def test_a_test_is_shown_with_its_last_day(owner: Person) -> None:
    application = make_application(person=owner, company="Fernhill")
    details = {"until": (NOW + timedelta(days=14)).date()}
    add_round(owner, application, kind=EventKind.ASSESSMENT, details=details, now=NOW)
    assert "Until 2026-12-04" in run(show_command, "Fernhill").output
