"""An interview of which only the day is known: on every page, in the calendar, in the proof of search."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import icalendar
import pytest
import time_machine
from click.testing import CliRunner
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from onward.applications.commands import show_command
from onward.applications.models import Application
from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.services import (
    add_round,
    arrange,
    follow_ups,
    rounds_of,
    settle,
)
from onward.exchange.rules.proof import ProofField, ProofPart
from onward.exchange.services import proof
from onward.method.plan.calendar import make_address
from onward.method.plan.commands import today_command
from onward.people.models import Person
from tests.builders import NOW, make_application

DAY = date(2026, 11, 24)
SAID = "Tuesday 24 November 2026, hour not told"


def on(day: date, *, at: time = time(12)) -> datetime:
    return datetime.combine(day, at, tzinfo=NOW.tzinfo)


@pytest.fixture(autouse=True)
def _still_clock() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def application(owner: Person) -> Application:
    owner.time_zone = "UTC"
    owner.save(update_fields=["time_zone"])
    found = make_application(
        person=owner, company="TAK", applied_at=NOW - timedelta(days=40)
    )
    add_round(owner, found, details={"on_day": DAY}, now=NOW)
    found.refresh_from_db()
    return found


def words(client: Client, name: str, *args: Any, now: datetime = NOW) -> str:
    with time_machine.travel(now, tick=False):
        response = client.get(reverse(name, args=args))
    return " ".join(strip_tags(response.content.decode()).split())


def feed(person: Person) -> str:
    return f"/calendar/feed/{make_address(person, hides_names=False, now=NOW)}.ics"


def test_its_page_and_what_lies_ahead_show_its_day_and_no_hour(
    owner_client: Client, application: Application
) -> None:
    page = words(owner_client, "applications:detail", application.pk)
    assert SAID in page
    assert f"On {SAID}" in page
    ahead = words(owner_client, "applications:ahead")
    assert ahead.index("Interviews and tests") < ahead.index(SAID)
    assert "Waiting for your word" not in ahead
    assert "It went ahead" not in ahead
    assert "00:00" not in page + ahead


def test_what_lies_ahead_says_where_no_day_is_noted(
    owner_client: Client, owner: Person, application: Application
) -> None:
    line = "No day is noted yet."
    assert line not in words(owner_client, "applications:ahead")
    other = make_application(person=owner, company="Larch Grid")
    event = add_round(owner, other, details={}, now=NOW)
    ahead = words(owner_client, "applications:ahead")
    assert ahead.index("Waiting for your word") < ahead.index("Larch Grid")
    assert ahead.index("Larch Grid") < ahead.index(line)
    settle(owner, event, outcome=Outcome.CANCELLED, now=NOW)
    assert line not in words(owner_client, "applications:ahead")
    assert line not in words(owner_client, "applications:detail", other.pk)


def test_it_stands_in_order_with_what_has_an_hour(
    owner_client: Client, owner: Person, application: Application
) -> None:
    for company, moment in (
        ("Late", on(DAY, at=time(15))),
        ("Before", on(DAY - timedelta(days=1))),
        ("After", on(DAY + timedelta(days=1))),
    ):
        other = make_application(person=owner, company=company)
        add_round(owner, other, details={"starts_at": moment}, now=NOW)
    for page in ("applications:ahead", "pages:today"):
        shown = words(owner_client, page)
        names = ["Before", "TAK", "Late", "After"]
        assert sorted(names, key=shown.index) == names
    assert "Tuesday 24 November, hour not told" in words(owner_client, "pages:today")


def test_that_it_went_ahead_can_be_said_from_its_day_on(
    owner_client: Client, application: Application
) -> None:
    at = {"now": on(DAY, at=time(8))}
    ahead = words(owner_client, "applications:ahead", **at)
    assert "It went ahead" in ahead
    assert "Past, and nothing noted" not in ahead
    later = words(owner_client, "applications:ahead", now=on(DAY + timedelta(days=1)))
    assert "Past, and nothing noted" in later


@pytest.mark.parametrize(("days", "is_offered"), [(-1, False), (0, False), (9, True)])
def test_no_word_is_suggested_before_its_day_is_over(
    owner: Person, application: Application, days: int, is_offered: bool
) -> None:
    now = on(DAY + timedelta(days=days))
    found = follow_ups(owner, now=now, today=now.date())
    assert bool(found) is is_offered


def test_today_tells_of_it_on_the_day_and_the_day_before(
    owner_client: Client, application: Application
) -> None:
    before = words(owner_client, "pages:today", now=on(DAY - timedelta(days=1)))
    assert "It is tomorrow; the hour is not told." in before
    then = words(owner_client, "pages:today", now=on(DAY, at=time(17)))
    assert "It is today; the hour is not told." in then
    after = words(owner_client, "pages:today", now=on(DAY + timedelta(days=1)))
    assert "hour is not told" not in after


def test_the_commands_say_its_day(owner: Person, application: Application) -> None:
    shown = CliRunner().invoke(show_command, [str(application.pk)])
    assert "On 2026-11-24, hour not told" in shown.output
    today = CliRunner().invoke(today_command, [])
    assert "Tuesday 24 November, hour not told: Interview" in today.output


def test_the_calendar_has_the_whole_day(
    client: Client, owner: Person, application: Application
) -> None:
    content = client.get(feed(owner)).content
    (found,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert b"DTSTART;VALUE=DATE:20261124" in content
    assert found["STATUS"] == "CONFIRMED"
    assert "The hour is not told." in str(found["DESCRIPTION"])


def test_the_calendar_cancels_it_once_it_is_put_off(
    client: Client, owner: Person, application: Application
) -> None:
    (held,) = rounds_of(owner, application)
    event = application.events.get(pk=held.event)
    settle(owner, event, outcome=Outcome.MOVED, now=NOW)
    (found,) = rounds_of(owner, application)
    assert (found.on_day, found.was_on) == (None, DAY)
    content = client.get(feed(owner)).content
    (gone,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert gone["STATUS"] == "CANCELLED"
    assert b"DTSTART;VALUE=DATE:20261124" in content
    said = str(gone["DESCRIPTION"])
    assert "Moved: it was to be on Tuesday 24 November 2026" in said


def test_the_proof_has_it_on_its_day_once_that_is_over(
    owner: Person, application: Application
) -> None:
    def days(now: datetime) -> list[str]:
        made = proof(
            owner,
            first=date(2026, 11, 1),
            last=date(2026, 11, 30),
            fields=(ProofField.ROLE,),
            parts=(ProofPart.INTERVIEWS,),
            now=now,
        )
        return [line[0] for line in made.lines]

    assert days(on(DAY - timedelta(days=1))) == []
    assert days(on(DAY + timedelta(days=1))) == ["24 November 2026"]


def test_the_form_takes_a_day_without_an_hour_and_shows_it_again(
    owner_client: Client, owner: Person
) -> None:
    other = make_application(person=owner, company="Elm")
    add = reverse("applications:interview_add", args=[other.pk])
    assert owner_client.post(add, {"day": "2026-11-26"}).status_code == 302
    (held,) = rounds_of(owner, other)
    assert (held.on_day, held.starts_at) == (date(2026, 11, 26), None)
    change = reverse("applications:arrange", args=[held.event])
    form = owner_client.get(change).context["form"]
    assert (form.initial["day"], form.initial["time"]) == (date(2026, 11, 26), None)
    owner_client.post(change, {"day": "2026-11-26", "time": "09:30"})
    (held,) = rounds_of(owner, other)
    assert held.starts_at is not None
    assert (held.on_day, held.was_on) == (None, None)
    owner_client.post(change, {"day": "2026-11-27", "time": ""})
    (held,) = rounds_of(owner, other)
    assert (held.on_day, held.starts_at) == (date(2026, 11, 27), None)
    assert held.moved_from is not None


def test_a_day_taken_away_leaves_none(owner: Person, application: Application) -> None:
    (held,) = rounds_of(owner, application)
    event = application.events.get(pk=held.event)
    arrange(owner, event, details={"on_day": None}, now=NOW)
    (held,) = rounds_of(owner, application)
    assert (held.on_day, held.starts_at) == (None, None)


def test_a_test_on_a_day_is_no_last_day(owner_client: Client, owner: Person) -> None:
    other = make_application(person=owner, company="Elm")
    add_round(owner, other, kind=EventKind.ASSESSMENT, details={"on_day": DAY}, now=NOW)
    today = words(owner_client, "pages:today")
    assert "Tuesday 24 November, hour not told" in today
    assert "By Tuesday" not in today


def test_what_is_recorded_by_its_day_to_come_has_no_hour(
    owner_client: Client, owner: Person
) -> None:
    other = make_application(person=owner, company="Elm")
    said = {"kind": "interview", "day": "2026-11-26", "time": "", "note": ""}
    owner_client.post(reverse("applications:record", args=[other.pk]), said)
    (held,) = rounds_of(owner, other)
    assert (held.on_day, held.starts_at) == (date(2026, 11, 26), None)
    correct = reverse("applications:correct", args=[held.event])
    form = owner_client.get(correct).context["form"]
    assert (form.initial["day"], form.initial["time"]) == (date(2026, 11, 26), None)
    owner_client.post(correct, said | {"day": "2026-11-27"})
    (held,) = rounds_of(owner, other)
    assert (held.on_day, held.starts_at) == (date(2026, 11, 27), None)
