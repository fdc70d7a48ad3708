"""What the ledger writes into the calendar: interviews as they stand, moved and called off."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from django.test import Client

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import Outcome, own_hour
from onward.applications.services import (
    add_event,
    add_round,
    arrange,
    correct_event,
    merge,
    remind,
    settle,
    take_back,
)
from onward.applications.services.ledger import record
from onward.exchange.rules.calendar import CalendarEntry, ics, nameless
from onward.exchange.rules.proof import ProofField, ProofPart
from onward.exchange.services import ledger_entries, proof
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no

pytestmark = pytest.mark.django_db

TUESDAY = datetime(2026, 11, 24, 14, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def application(owner: Person) -> Application:
    return make_application(person=owner)


@pytest.fixture
def interview(owner: Person, application: Application) -> Event:
    details = {"starts_at": TUESDAY, "place": "Room 4"}
    return add_round(owner, application, details=details, now=NOW)


def only(person: Person) -> CalendarEntry:
    (found,) = ledger_entries(person, now=LATER)
    return found


def test_a_moved_interview_keeps_its_identity_and_its_number_rises(
    owner: Person, interview: Event
) -> None:
    before = only(owner)
    arrange(owner, interview, details={"starts_at": FRIDAY}, now=LATER)
    after = only(owner)
    assert after.uid == before.uid == str(interview.pk)
    assert after.number > before.number
    assert after.changed_at == LATER
    assert (after.starts, after.place) == (FRIDAY, "Room 4")
    assert after.description == "Moved: it was to begin Tuesday 24 November 2026, 14:00"


def test_a_moved_interview_in_another_zone_is_told_by_the_own_clock(
    owner: Person, application: Application
) -> None:
    owner.time_zone = "Europe/Berlin"
    owner.save()
    details = {"starts_at": TUESDAY, "time_zone": "Europe/London"}
    held = add_round(owner, application, details=details, now=NOW)
    arrange(owner, held, details={"starts_at": FRIDAY}, now=LATER)
    assert only(owner).description == (
        "Moved: it was to begin Tuesday 24 November 2026, 15:00 in Europe / Berlin"
    )


@pytest.mark.parametrize(
    ("time_zone", "written"),
    [
        ("UTC", "DTSTART:20261124T141500\r\n"),
        ("Etc/UTC", "DTSTART:20261124T141500\r\n"),
        ("Europe/Zurich", "DTSTART;TZID=Europe/Zurich:20261124T141500\r\n"),
    ],
)
def test_an_hour_without_a_zone_has_none_until_the_clock_is_known(
    owner: Person, application: Application, time_zone: str, written: str
) -> None:
    owner.time_zone = time_zone
    owner.save()
    payload = own_hour(datetime(2026, 11, 24, 14, 15), own=time_zone)  # noqa: DTZ001
    kind = EventKind.INTERVIEW
    record(owner, application, kind=kind, at=NOW, now=NOW, payload=payload)
    found = only(owner)
    assert f"{found.starts:%H:%M}" == "14:15"
    assert written in ics([found], name="x").decode()
    assert written in ics([nameless(found, title="x")], name="x").decode()


@pytest.mark.parametrize(
    ("payload", "written"),
    [
        (
            {"starts_at": "2026-11-24T14:15:00+00:00"},
            "DTSTART:20261124T141500Z\r\n",
        ),
        (
            {"starts_at": "2026-11-24T14:15:00", "time_zone": "Europe/Zurich"},
            "DTSTART;TZID=Europe/Zurich:20261124T141500\r\n",
        ),
        ({"on_day": "2026-11-24"}, "DTSTART;VALUE=DATE:20261124\r\n"),
    ],
)
def test_what_has_a_zone_or_no_hour_keeps_that_while_no_clock_is_known(
    owner: Person, application: Application, payload: dict[str, Any], written: str
) -> None:
    owner.time_zone = "UTC"
    owner.save()
    kind = EventKind.INTERVIEW
    record(owner, application, kind=kind, at=NOW, now=NOW, payload=payload)
    assert written in ics([only(owner)], name="x").decode()


def test_an_interview_that_the_person_withdrew_before_is_called_off(
    owner: Person, application: Application, interview: Event
) -> None:
    add_event(owner, application, kind=EventKind.WITHDRAWAL, at=LATER, now=LATER)
    application.refresh_from_db()
    (found,) = ledger_entries(owner, now=TUESDAY + timedelta(days=1))
    assert found.is_cancelled


def test_a_test_that_was_taken_has_no_last_day_any_more(
    owner: Person, application: Application
) -> None:
    details = {"until": date(2026, 11, 27)}
    test = add_round(
        owner, application, kind=EventKind.ASSESSMENT, details=details, now=NOW
    )
    assert not only(owner).is_cancelled
    settle(owner, test, outcome=Outcome.WENT_AHEAD, now=LATER)
    assert only(owner).is_cancelled


def test_the_hour_of_a_last_day_stands_in_its_entry(
    owner: Person, application: Application
) -> None:
    record(
        owner,
        application,
        kind=EventKind.OFFER,
        at=NOW,
        payload={"until": "2026-11-27", "until_hour": "12:00"},
        now=NOW,
    )
    entry = only(owner)
    assert entry.starts == date(2026, 11, 27)
    assert entry.description == (
        "To be answered or done by Friday 27 November 2026, 12:00"
    )


def test_undoing_a_move_is_a_later_version_too(owner: Person, interview: Event) -> None:
    change = arrange(owner, interview, details={"starts_at": FRIDAY}, now=LATER)
    assert change is not None
    moved = only(owner)
    take_back(owner, change, now=LATER)
    back = only(owner)
    assert (back.starts, back.description) == (TUESDAY, "")
    assert back.number > moved.number


def test_put_right_it_keeps_its_identity(owner: Person, interview: Event) -> None:
    before, event = only(owner), interview
    for at in (FRIDAY, TUESDAY):
        event = correct_event(
            owner, event, kind=EventKind.INTERVIEW, at=at, is_timed=True, now=LATER
        )
        after = only(owner)
        assert (after.uid, after.starts) == (before.uid, at)
        assert after.number > before.number


def test_the_number_rises_where_what_was_joined_is_taken_apart(
    owner: Person, application: Application, interview: Event
) -> None:
    other = make_application(person=owner, company="Brackwater")
    remind(owner, other, on=date(2026, 12, 1), note="Ask Ana", now=NOW)
    last = 0
    join = merge(owner, other, other=application, now=NOW)
    for undo in (None, join):
        if undo is not None:
            take_back(owner, undo, now=LATER)
        numbers = {entry.number for entry in ledger_entries(owner, now=LATER)}
        assert min(numbers) > last
        last = max(numbers)


@pytest.mark.parametrize("outcome", [Outcome.CANCELLED, Outcome.MOVED])
def test_what_is_off_or_on_its_way_to_another_day_frees_its_time(
    owner: Person, interview: Event, outcome: Outcome
) -> None:
    settle(owner, interview, outcome=outcome, now=LATER)
    found = only(owner)
    assert found.is_cancelled
    assert found.starts == TUESDAY


def test_what_went_ahead_stays_for_a_month(owner: Person, interview: Event) -> None:
    settle(owner, interview, outcome=Outcome.WENT_AHEAD, now=LATER)
    assert not only(owner).is_cancelled
    after = TUESDAY + timedelta(days=32)
    assert ledger_entries(owner, now=after) == []


def test_an_application_that_ended_frees_what_lay_ahead(
    owner: Person, application: Application, interview: Event
) -> None:
    assert not only(owner).is_cancelled
    make_no(application=application)
    assert only(owner).is_cancelled


@pytest.mark.parametrize(
    ("hours", "is_cancelled"), [(-240, True), (-1, True), (1, False), (72, False)]
)
@pytest.mark.parametrize(
    "kind", [EventKind.REJECTION, EventKind.POSITION_CLOSED, EventKind.ACCEPTANCE]
)
def test_what_was_called_off_stays_so_and_what_was_held_was_held(
    owner: Person,
    application: Application,
    interview: Event,
    kind: EventKind,
    hours: int,
    is_cancelled: bool,
) -> None:
    assert interview.kind == EventKind.INTERVIEW
    ended = TUESDAY + timedelta(hours=hours)
    ended = max(ended, LATER)
    add_event(owner, application, kind=kind, at=ended, now=ended)
    # The portal says the same again, weeks later: it ended when it did.
    again = TUESDAY + timedelta(days=8)
    add_event(owner, application, kind=EventKind.REJECTION, at=again, now=again)
    for now in (ended, TUESDAY + timedelta(hours=3), again, again + timedelta(days=5)):
        (found,) = ledger_entries(owner, now=max(now, ended))
        assert found.is_cancelled is is_cancelled


@pytest.mark.parametrize(("days", "is_cancelled"), [(-1, True), (0, True), (1, False)])
def test_a_last_day_of_what_ended_by_then_is_none_any_more(
    owner: Person, application: Application, days: int, is_cancelled: bool
) -> None:
    details = {"until": TUESDAY.date()}
    kind = EventKind.ASSESSMENT
    add_round(owner, application, kind=kind, details=details, now=NOW)
    ended = TUESDAY + timedelta(days=days)
    kind = EventKind.POSITION_CLOSED
    add_event(owner, application, kind=kind, at=ended, now=ended)
    for now in (ended, ended + timedelta(days=9)):
        (found,) = ledger_entries(owner, now=now)
        assert found.is_cancelled is is_cancelled


def test_an_application_that_went_on_has_its_interview(
    owner: Person, application: Application, interview: Event
) -> None:
    make_no(application=application)
    assert only(owner).is_cancelled
    add_event(owner, application, kind=EventKind.REOPENED, at=LATER, now=LATER)
    assert interview.kind == EventKind.INTERVIEW
    assert not only(owner).is_cancelled


def test_a_reminder_is_a_whole_day(owner: Person, application: Application) -> None:
    remind(owner, application, on=date(2026, 12, 1), note="Ask Ana", now=NOW)
    found = only(owner)
    assert (found.starts, found.description) == (date(2026, 12, 1), "Ask Ana")


def test_the_file_says_which_version_it_is(
    owner: Person, interview: Event, owner_client: Client
) -> None:
    def written() -> Any:
        answer = owner_client.get("/calendar/onward.ics")
        (event,) = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
        return event

    first = written()
    arrange(owner, interview, details={"starts_at": FRIDAY}, now=LATER)
    later = written()
    assert later["uid"] == first["uid"]
    assert later["sequence"] > first["sequence"]
    assert later.decoded("dtstart") == FRIDAY


def test_any_number_of_interviews_costs_the_same_queries(
    owner: Person, django_assert_num_queries: Any
) -> None:
    for number in range(5):
        application = make_application(person=owner, company=f"Acme {number}")
        add_round(owner, application, details={"starts_at": TUESDAY}, now=NOW)
    # What asks, what was said of it, what is saved, and how much was recorded of each.
    with django_assert_num_queries(4):
        assert len(ledger_entries(owner, now=LATER)) == 5


def test_the_report_has_an_interview_on_the_day_to_which_it_was_moved(
    owner: Person, interview: Event
) -> None:
    def days() -> list[str]:
        report = proof(
            owner,
            first=date(2026, 11, 20),
            last=date(2026, 11, 30),
            fields=(ProofField.DAY,),
            parts=(ProofPart.INTERVIEWS,),
            now=FRIDAY,
        )
        return [line[0] for line in report.lines]

    assert days() == ["24 November 2026"]
    arrange(owner, interview, details={"starts_at": FRIDAY}, now=LATER)
    assert days() == ["27 November 2026"]
    settle(owner, interview, outcome=Outcome.CANCELLED, now=LATER)
    assert days() == []


def test_nobody_sees_the_days_of_another(
    owner: Person, outsider: Person, interview: Event
) -> None:
    assert interview.kind == EventKind.INTERVIEW
    assert ledger_entries(outsider, now=LATER) == []
    assert len(ledger_entries(owner, now=LATER)) == 1
