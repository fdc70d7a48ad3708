from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import add_event, describe, take_back_batch
from onward.core.exit_codes import ExitCode
from onward.method.feelings.services.quiet import open_window
from onward.method.plan.commands import no_command, today_command
from onward.people.models import Person
from tests.builders import NOW, make_application

pytestmark = pytest.mark.usefixtures("still_clock")


@pytest.fixture(autouse=True)
def _home_is_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    # The test run has set Django up already; a second start would look for migrations.
    monkeypatch.setattr("onward.project.setup.start", lambda: None)


def no(*words: str) -> Result:
    return CliRunner().invoke(no_command, list(words))


def test_a_no_is_recorded_on_the_application_it_names(owner: Person) -> None:
    application = make_application(person=owner, company="Zürich Werke")
    result = no("zurich")
    assert result.exit_code == ExitCode.OK
    assert "Zürich Werke said no on 20 November 2026." in result.output
    assert "It is quiet until tomorrow, 12:00." in result.output
    application.refresh_from_db()
    assert not application.is_open


def test_an_unknown_company_gets_an_application_without_an_invented_day(
    owner: Person,
) -> None:
    result = no("Fernhill", "--role", "Planner")
    assert result.exit_code == ExitCode.OK
    application = Application.objects.get()
    assert (application.company, application.role) == ("Fernhill", "Planner")
    assert application.applied_at is None


def test_that_a_new_application_was_begun_is_said_and_undone_in_one_press(
    owner: Person,
) -> None:
    make_application(person=owner, company="Osier Works")
    result = no("Fernhill", "--role", "Editor")
    assert "A new application was begun for it: Editor · Fernhill." in result.output
    assert "What was changed" in result.output
    assert "new application" not in no("Osier").output
    event = Event.objects.get(kind="rejection", application__company="Fernhill")
    assert event.batch is not None
    take_back_batch(owner, event.batch, now=NOW)
    assert Application.objects.get(pk=event.application_id).is_archived


@pytest.mark.parametrize(
    "words", [("Fernhil North",), ("Fernhill North Ltd",), ("Fernhill", "--role", "x")]
)
def test_a_name_near_to_one_that_is_there_is_asked_about(
    owner: Person, words: tuple[str, ...]
) -> None:
    make_application(person=owner, company="Fernhill North", role="Planner")
    result = no(*words)
    assert result.exit_code == ExitCode.NOT_FOUND
    assert "Did you mean:\n  Planner · Fernhill North" in result.output
    assert not Event.objects.filter(kind="rejection").exists()
    assert no(*words, "--new").exit_code == ExitCode.OK
    assert Event.objects.get(kind="rejection").application.company == words[0]


@pytest.mark.parametrize(
    ("words", "fact", "told"),
    [
        ("La Tajadera", "contact_address", "paco@latajadera.example"),
        ("tajadera la", "place", "La Tajadera"),
        ("Osier", "contact_name", "Kim Osier"),
    ],
)
def test_a_no_finds_the_application_that_show_finds(
    owner: Person, words: str, fact: str, told: str
) -> None:
    application = make_application(person=owner, company="Paco")
    describe(owner, application, facts={fact: told}, now=NOW)
    result = no(words)
    assert result.exit_code == ExitCode.OK, result.output
    assert "new application" not in result.output
    assert Event.objects.get(kind="rejection").application == application


def test_what_is_near_for_another_person_is_not_told(
    owner: Person, outsider: Person
) -> None:
    make_application(person=outsider, company="Fernhill North")
    assert "Did you mean" not in no("Fernhil North").output


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("they", "Fernhill said no"),
        ("i", "You withdrew from Fernhill"),
        ("job", "The job at Fernhill went away"),
    ],
)
def test_the_three_kinds_have_their_words(owner: Person, kind: str, words: str) -> None:
    assert words in no("Fernhill", "--kind", kind).output


def test_the_rest_is_as_long_as_it_was_asked_for(owner: Person) -> None:
    assert "Sunday 22 November, 12:00" in no("Fernhill", "--rest", "48").output
    # The noes of a day share one window, and the latest word on it counts.
    assert "until tomorrow" in no("Quill", "--kind", "i", "--rest", "24").output


def test_no_rest_for_one_no_leaves_that_of_another_alone(owner: Person) -> None:
    assert "nothing is asked" in no("Fernhill", "--rest", "none").output
    assert open_window(owner, now=NOW) is None
    no("Tarn Works", "--rest", "24")
    no("Quill", "--rest", "none")
    assert open_window(owner, now=NOW) is not None


def test_several_that_fit_are_listed_and_nothing_is_recorded(owner: Person) -> None:
    make_application(person=owner, company="Fernhill North")
    make_application(person=owner, company="Fernhill South")
    result = no("fernhill")
    assert result.exit_code == ExitCode.USAGE
    assert "Fernhill North" in result.output
    assert "Fernhill South" in result.output
    assert not Event.objects.filter(kind="rejection").exists()


def test_the_whole_name_and_the_role_narrow_it_down(owner: Person) -> None:
    make_application(person=owner, company="Fernhill", role="Planner")
    make_application(person=owner, company="Fernhill", role="Editor")
    make_application(person=owner, company="Fernhill North", role="Editor")
    assert no("Fernhill", "--role", "editor").exit_code == ExitCode.OK
    assert Event.objects.get(kind="rejection").application.role == "Editor"


def test_what_is_closed_already_is_left_alone(owner: Person) -> None:
    make_application(person=owner, company="Fernhill")
    no("Fernhill")
    result = no("Fernhill")
    assert result.exit_code == ExitCode.USAGE
    assert "closed already" in result.output
    assert Event.objects.filter(kind="rejection").count() == 1


def test_a_day_ahead_is_refused_in_a_sentence(owner: Person) -> None:
    result = no("Fernhill", "--on", "2027-01-01")
    assert result.exit_code == ExitCode.USAGE
    assert "has not come yet" in result.output


def test_an_old_no_opens_no_quiet_time(owner: Person) -> None:
    result = no("Fernhill", "--on", "2026-10-01")
    assert "nothing is asked about it" in result.output
    assert open_window(owner, now=NOW) is None


def test_the_noes_are_listed(owner: Person) -> None:
    assert "Nothing here." in no("--list").output
    no("Fernhill")
    assert "2026-11-20  They said no" in no("--list").output
    assert "Nothing found" in no("zebra", "--list").output


def test_without_a_company_the_call_is_explained() -> None:
    result = no()
    assert result.exit_code == ExitCode.USAGE
    assert "Name the company" in result.output


def test_today_prints_what_rests(owner: Person) -> None:
    assert "There is nothing here yet." in CliRunner().invoke(today_command).output
    no("Fernhill")
    output = CliRunner().invoke(today_command).output
    assert output.startswith("It is quiet until tomorrow, 12:00")


@pytest.mark.parametrize("command", [no_command, today_command])
def test_the_help_ends_with_an_example_and_the_exit_codes(command: object) -> None:
    output = CliRunner().invoke(command, ["--help"]).output  # type: ignore[arg-type]
    assert "Example: onward " in output
    assert "Exit codes: 0 done" in output


def test_a_no_to_an_offer_declines_it(owner: Person) -> None:
    application = make_application(person=owner, company="Blume")
    add_event(owner, application, kind=EventKind.OFFER, at=NOW, now=NOW)
    assert no("Blume", "--kind", "i").exit_code == 0
    kinds = Event.objects.for_person(owner).values_list("kind", flat=True)
    assert EventKind.OFFER_DECLINED in kinds
    assert EventKind.WITHDRAWAL not in kinds
