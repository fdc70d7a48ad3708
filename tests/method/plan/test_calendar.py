from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import icalendar
import pytest
import time_machine
from click.testing import CliRunner
from django.test import Client
from django.utils.html import strip_tags

from onward.applications.commands import add_command
from onward.applications.models import Application
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.services import (
    EventDraft,
    add_event,
    add_round,
    commit_events,
)
from onward.method.applying.rules import Pace
from onward.method.applying.services import keep_pace
from onward.method.plan.calendar import entries, make_address
from onward.method.plan.commands import calendar_command
from onward.method.plan.models import CalendarFeed
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no

pytestmark = pytest.mark.usefixtures("still_clock")
DAY = timedelta(days=1)


def interview(person: Person, *, company: str = "Acme", days: int = 4) -> Application:
    application = make_application(person=person, company=company)
    draft = EventDraft(
        application_id=application.pk,
        kind=EventKind.INTERVIEW,
        at=NOW - DAY,
        decided_by=DecidedBy.PERSON,
        payload={
            "starts_at": (NOW + days * DAY).isoformat(),
            "time_zone": "Europe/Berlin",
            "place": "Mill Lane 3",
            "minutes": 45,
        },
    )
    commit_events(person, [draft], now=NOW)
    application.refresh_from_db()
    return application


def events_of(content: bytes) -> list[icalendar.Component]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def test_an_interview_stands_in_the_calendar_with_its_zone(
    owner_client: Client, owner: Person
) -> None:
    interview(owner)
    (event,) = events_of(owner_client.get("/calendar/onward.ics").content)
    assert event["summary"] == "Interview: Operations Coordinator · Acme"
    assert event["location"] == "Mill Lane 3"
    assert event.decoded("dtstart").isoformat() == "2026-11-24T13:00:00+01:00"
    assert (
        "Interview: Operations Coordinator · Acme"
        in owner_client.get("/calendar/").content.decode()
    )


@pytest.mark.parametrize(("minutes", "hours"), [(45, "12:00–12:45"), ("", "12:00")])
def test_the_page_shows_when_it_ends_where_that_is_told(
    owner_client: Client, owner: Person, minutes: object, hours: str
) -> None:
    application = interview(owner)
    event = application.events.get(kind=EventKind.INTERVIEW)
    event.payload["minutes"] = minutes
    event.save(update_fields=["payload"])
    page = owner_client.get("/calendar/").content.decode()
    assert re.search(rf", {hours}</time>", page)
    said = CliRunner().invoke(calendar_command).output
    assert re.search(rf"2026-11-24 {hours} +Interview", said)


def test_the_last_day_to_say_whether_one_comes_stands_beside_the_interview(
    owner: Person,
) -> None:
    application = interview(owner)
    told = {"starts_at": NOW + 4 * DAY, "until": (NOW + 2 * DAY).date()}
    other = make_application(person=owner, company="Fernhill")
    round_ = add_round(owner, other, details=told, now=NOW)
    found = {entry.title: entry for entry in entries(owner, now=NOW)}
    assert set(found) == {
        "Interview: Operations Coordinator · Acme",
        "Interview: Operations Coordinator · Fernhill",
        "Your answer on the interview: Operations Coordinator · Fernhill",
    }
    word = found["Your answer on the interview: Operations Coordinator · Fernhill"]
    assert word.starts == (NOW + 2 * DAY).date()
    assert word.uid == f"{round_.pk}-word"
    assert not word.is_cancelled
    add_event(owner, other, kind=EventKind.REJECTION, at=NOW, now=NOW)
    assert {e.is_cancelled for e in entries(owner, now=NOW) if "Fern" in e.title} == {
        True
    }
    assert application.pk != other.pk


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (EventKind.OFFER, "Last day to answer the offer"),
        (EventKind.ASSESSMENT, "Last day for the test or task"),
        (EventKind.INFORMATION_REQUEST, "Last day for what they asked for"),
        (EventKind.INTERVIEW, "Your answer on the interview"),
    ],
)
@pytest.mark.parametrize("title", ["", "Second part"])
def test_a_last_day_says_what_it_is_the_end_of(
    owner_client: Client, owner: Person, kind: EventKind, words: str, title: str
) -> None:
    application = make_application(person=owner, company="Acme", role="Front Desk")
    told = {"until": (NOW + 3 * DAY).date(), "title": title}
    add_round(owner, application, kind=kind, details=told, now=NOW)
    called = " · ".join(filter(None, (title, "Front Desk", "Acme")))
    (entry,) = entries(owner, now=NOW)
    assert entry.title == f"{words}: {called}"
    (event,) = events_of(owner_client.get("/calendar/onward.ics").content)
    assert event["summary"] == entry.title
    page = owner_client.get("/calendar/").content.decode()
    assert f"</time></strong><br>{entry.title}" in page


@pytest.mark.parametrize("kind", [EventKind.ASSESSMENT, EventKind.INTERVIEW])
@pytest.mark.parametrize("day", [{"on_day": NOW.date()}, {"starts_at": NOW + DAY}])
def test_what_has_a_day_of_its_own_is_no_last_day(
    owner: Person, kind: EventKind, day: dict[str, object]
) -> None:
    application = make_application(person=owner, company="Acme", role="Front Desk")
    add_round(owner, application, kind=kind, details=day, now=NOW)
    (entry,) = entries(owner, now=NOW)
    assert entry.title.startswith(("A test or a task:", "Interview:"))


@pytest.mark.parametrize(
    ("company", "role", "named"),
    [
        ("Acme", "", "Acme"),
        ("", "Front Desk", "Front Desk"),
        ("", "", "Company not known yet"),
    ],
)
def test_an_application_is_called_by_what_is_known_of_it(
    company: str, role: str, named: str, owner: Person
) -> None:
    application = make_application(person=owner, company=company, role=role)
    add_round(
        owner,
        application,
        kind=EventKind.INTERVIEW,
        details={"starts_at": NOW + DAY},
        now=NOW,
    )
    application.refresh_from_db()
    assert str(application) == named
    (entry,) = entries(owner, now=NOW)
    assert entry.title == f"Interview: {named}"


def test_after_a_no_the_interview_is_called_off(owner: Person) -> None:
    application = interview(owner)
    add_event(owner, application, kind=EventKind.REJECTION, at=NOW, now=NOW)
    (entry,) = entries(owner, now=NOW)
    assert entry.is_cancelled


def planned(person: Person, *, starts: time) -> list[datetime]:
    pace = Pace(session_days=frozenset(range(7)), protected_days=frozenset())
    keep_pace(person, pace, starts_at=starts, now=NOW)
    found = [entry.starts for entry in entries(person, now=NOW)]
    return [each for each in found if isinstance(each, datetime)]


def has_alarm(event: icalendar.Component) -> bool:
    return bool(event.walk("VALARM"))


@pytest.mark.parametrize("is_quiet", [True, False])
def test_a_session_in_the_quiet_time_is_in_no_calendar(
    owner_client: Client, owner: Person, is_quiet: bool
) -> None:
    if is_quiet:
        make_no(application=make_application(person=owner))
        catch_up(owner, now=NOW)
    found = planned(owner, starts=time(10))
    tomorrow = (NOW + DAY).date()
    days = [each.date() for each in found]
    assert (tomorrow in days) is not is_quiet
    # Today's was before the no, and the day after tomorrow's is after the quiet.
    assert {NOW.date(), tomorrow + DAY} <= set(days)
    page = strip_tags(owner_client.get("/calendar/").content.decode())
    assert ("Sat 21 November, 10:00" in page) is not is_quiet
    written = events_of(owner_client.get("/calendar/onward.ics").content)
    assert len(written) == len(found)


def test_a_session_after_the_quiet_time_reminds_of_itself_after_it_only(
    owner_client: Client, owner: Person
) -> None:
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    # It is quiet until tomorrow noon: two hours before one o'clock it still is.
    planned(owner, starts=time(13))
    written = events_of(owner_client.get("/calendar/onward.ics").content)
    alarms = {each.decoded("dtstart").date(): has_alarm(each) for each in written}
    assert alarms[(NOW + DAY).date()] is False
    assert alarms[(NOW + 2 * DAY).date()] is True


def test_an_interview_in_the_quiet_time_stays_with_its_alarm(
    owner_client: Client, owner: Person
) -> None:
    interview(owner, days=1)
    make_no(application=make_application(person=owner, company="Borealis"))
    catch_up(owner, now=NOW)
    (event,) = events_of(owner_client.get("/calendar/onward.ics").content)
    assert has_alarm(event)


def test_a_last_day_to_apply_is_there_while_it_is_only_saved(owner: Person) -> None:
    saved = make_application(
        person=owner, company="Borealis", applied_at=None, deadline="2026-12-01"
    )
    add_event(owner, saved, kind=EventKind.SAVED, at=NOW, now=NOW)
    assert [f"{e.day}" for e in entries(owner, now=NOW)] == ["2026-12-01"]
    add_event(owner, saved, kind=EventKind.APPLIED, at=NOW, now=NOW)
    assert entries(owner, now=NOW) == []


def test_the_address_works_without_a_session_until_it_is_taken_back(
    owner_client: Client, owner: Person
) -> None:
    interview(owner)
    html = owner_client.post("/calendar/address/").content.decode()
    found = re.search(r"http://testserver(/calendar/feed/\S+\.ics)", html)
    assert found
    stranger = Client()
    assert len(events_of(stranger.get(found[1]).content)) == 1
    assert found[1] not in owner_client.get("/calendar/").content.decode()
    assert stranger.get("/calendar/").status_code == 302
    owner_client.post("/calendar/address/revoke/")
    assert stranger.get(found[1]).status_code == 404


def test_a_new_address_ends_the_old_one_and_can_hide_names(owner: Person) -> None:
    interview(owner)
    old = make_address(owner, hides_names=False, now=NOW)
    new = make_address(owner, hides_names=True, now=NOW)
    assert CalendarFeed.objects.count() == 1
    assert Client().get(f"/calendar/feed/{old}.ics").status_code == 404
    text = Client().get(f"/calendar/feed/{new}.ics").content.decode()
    assert "Acme" not in text
    assert "Appointment" in text


def test_nobody_elses_days_are_in_it(
    outsider_client: Client, owner: Person, outsider: Person
) -> None:
    interview(owner)
    make_address(owner, hides_names=False, now=NOW)
    assert "Acme" not in outsider_client.get("/calendar/").content.decode()
    assert events_of(outsider_client.get("/calendar/onward.ics").content) == []
    outsider_client.post("/calendar/address/revoke/")
    assert CalendarFeed.objects.filter(person=owner).exists()


def test_the_command_says_what_begins_a_calendar(owner: Person) -> None:
    said = CliRunner().invoke(calendar_command).output
    assert "Nothing with a day of its own lies ahead." in said
    assert "onward add COMPANY --saved --deadline" in said
    options = ["Oakmere", "--saved", "--deadline", "2026-12-31"]
    assert CliRunner().invoke(add_command, options).exit_code == 0
    said = CliRunner().invoke(calendar_command).output
    assert "2026-12-31" in said
    assert "Nothing" not in said


def test_the_command_prints_and_writes(owner: Person, tmp_path: Path) -> None:
    interview(owner)
    run = CliRunner()
    assert (
        "2026-11-24 12:00–12:45  Interview: Operations Coordinator · Acme"
        in run.invoke(calendar_command).output
    )
    target = tmp_path / "days.ics"
    assert run.invoke(calendar_command, ["--output", str(target)]).exit_code == 0
    assert len(events_of(target.read_bytes())) == 1


def far_interview(person: Person, company: str, *, starts: str, zone: str) -> None:
    application = make_application(person=person, company=company)
    draft = EventDraft(
        application_id=application.pk,
        kind=EventKind.INTERVIEW,
        at=NOW - DAY,
        decided_by=DecidedBy.PERSON,
        payload={"starts_at": starts, "time_zone": zone},
    )
    commit_events(person, [draft], now=NOW - DAY)


def test_what_lies_ahead_is_told_and_sorted_by_the_clock_of_the_person(
    owner: Person, owner_client: Client
) -> None:
    owner.time_zone = "Asia/Tokyo"
    owner.save()
    # One o'clock in Tokyo: 10:00 of the day before in Los Angeles is two hours away.
    now = datetime(2026, 11, 24, 16, tzinfo=UTC)
    west = "America/Los_Angeles"
    far_interview(owner, "Soon", starts="2026-11-24T18:00:00+00:00", zone=west)
    far_interview(owner, "Last", starts="2026-11-25T18:00:00+00:00", zone=west)
    far_interview(owner, "Noon", starts="2026-11-25T03:00:00+00:00", zone="Asia/Tokyo")
    with time_machine.travel(now, tick=False):
        owner_client.force_login(owner)
        page = owner_client.get("/calendar/").content.decode()
        printed = CliRunner().invoke(calendar_command, []).output
    for told in (page, printed):
        assert re.findall(r"· (Soon|Noon|Last)", told) == ["Soon", "Noon", "Last"]
