"""Hours told by the person's own clock stay as they were told; moments stay moments."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from onward.applications.forms import EventForm, RoundForm
from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.rules.round import Round
from onward.applications.services import (
    EventDraft,
    add_application,
    add_event,
    add_round,
    arrange,
    commit_events,
    correct_event,
    disagreements,
    rounds_of,
    timeline,
)
from onward.core.dates import zone
from onward.people.models import Person
from onward.people.new_zone import name_zone
from tests.builders import NOW, make_application, make_person
from tests.conftest import LESS

MADRID, AUCKLAND = "Europe/Madrid", "Pacific/Auckland"
NOON = {"day": "2026-12-01", "time": "12:00"}
zones = st.sampled_from(
    ["UTC", MADRID, AUCKLAND, "America/New_York", "Asia/Kathmandu", "Pacific/Honolulu"]
)
pytestmark = pytest.mark.django_db


def typed(person: Person, said: Mapping[str, Any], *, held: Round | None = None) -> Any:
    """Return what the form of a round makes of what somebody types."""
    form = RoundForm({"title": "Call", **said}, zone_name=person.time_zone, held=held)
    assert form.is_valid(), form.errors
    return form.details


def clock(moment: datetime | None, *, zone_name: str) -> str:
    """Return what the clock of a zone shows."""
    return f"{moment.astimezone(zone(zone_name)):%Y-%m-%d %H:%M}" if moment else ""


def shown(person: Person, application: Application) -> list[str]:
    """Return what the person's clock shows for each round."""
    return [
        clock(each.starts_at, zone_name=person.time_zone)
        for each in rounds_of(person, application)
    ]


def kept(person: Person) -> list[Any]:
    """Return all that is stored of a person's events and applications."""
    events = Event.objects.for_person(person).order_by("number")
    applications = Application.objects.for_person(person).order_by("pk")
    return [list(events.values()), list(applications.values())]


def test_a_round_typed_by_the_own_clock_keeps_its_hour(owner: Person) -> None:
    application = make_application(person=owner)
    add_round(owner, application, details=typed(owner, NOON), now=NOW)
    name_zone(owner, MADRID)
    assert shown(owner, application) == ["2026-12-01 12:00"]
    (held,) = rounds_of(owner, application)
    assert held.starts_at == datetime(2026, 12, 1, 11, tzinfo=UTC)
    assert held.time_zone == ""
    unchanged = typed(owner, NOON, held=held)
    event = Event.objects.get(pk=held.event)
    assert arrange(owner, event, details=unchanged, now=NOW) is None


def test_a_round_in_a_named_zone_is_a_moment(owner: Person) -> None:
    application = make_application(person=owner)
    said = typed(owner, NOON | {"time_zone": "America/New_York"})
    add_round(owner, application, details=said, now=NOW)
    name_zone(owner, MADRID)
    assert shown(owner, application) == ["2026-12-01 18:00"]


def test_a_round_put_into_a_zone_and_back_follows_it(owner: Person) -> None:
    application = make_application(person=owner)
    event = add_round(owner, application, details=typed(owner, NOON), now=NOW)
    there = typed(owner, NOON | {"time_zone": "Etc/UTC"})
    assert arrange(owner, event, details=there, now=NOW) is not None
    assert rounds_of(owner, application)[0].time_zone == "Etc/UTC"
    name_zone(owner, MADRID)
    assert shown(owner, application) == ["2026-12-01 13:00"]
    arrange(owner, event, details=typed(owner, NOON), now=NOW)
    name_zone(owner, AUCKLAND)
    assert shown(owner, application) == ["2026-12-01 12:00"]


def test_days_and_hours_of_what_happened_stay(owner: Person) -> None:
    application = make_application(person=owner)
    for said in ({"day": "2026-11-02", "time": "23:30"}, {"day": "2026-11-03"}):
        form = EventForm(
            {"kind": "reply", "time": "", **said}, now=NOW, zone_name="UTC"
        )
        assert form.is_valid(), form.errors
        add_event(owner, application, kind=form.kind_chosen, at=form.at, now=NOW)
    name_zone(owner, AUCKLAND)
    replies = Event.objects.filter(kind="reply").order_by("number")
    assert [clock(event.at, zone_name=AUCKLAND) for event in replies] == [
        "2026-11-02 23:30",
        "2026-11-03 12:00",
    ]
    assert disagreements(owner) == []


def test_an_interview_recorded_ahead_and_corrected_keeps_its_hour(
    owner: Person,
) -> None:
    application = make_application(person=owner)
    noon = datetime(2026, 12, 1, 12, tzinfo=ZoneInfo("UTC"))
    event = add_event(owner, application, kind=EventKind.INTERVIEW, at=noon, now=NOW)
    three = noon + timedelta(hours=3)
    correct_event(owner, event, kind=EventKind.INTERVIEW, at=three, now=NOW)
    name_zone(owner, MADRID)
    assert shown(owner, application) == ["2026-12-01 15:00"]


def test_a_correction_of_something_else_keeps_the_hour_that_was_typed(
    owner: Person,
) -> None:
    application = make_application(person=owner)
    then = datetime(2026, 11, 2, 9, 30, tzinfo=ZoneInfo("UTC"))
    event = add_event(owner, application, kind=EventKind.REPLY, at=then, now=NOW)
    event.refresh_from_db()
    corrected = correct_event(
        owner, event, kind=EventKind.REJECTION, at=event.at, now=NOW
    )
    name_zone(owner, MADRID)
    corrected.refresh_from_db()
    assert corrected.at == datetime(2026, 11, 2, 8, 30, tzinfo=UTC)


def test_a_moment_stays_one(owner: Person) -> None:
    application = make_application(person=owner)
    add_event(owner, application, kind=EventKind.REPLY, at=NOW, now=NOW)
    add_round(
        owner, application, details={"starts_at": NOW + timedelta(days=2)}, now=NOW
    )
    before = kept(owner)
    name_zone(owner, MADRID)
    assert kept(owner) == before


def test_a_time_of_a_calendar_after_an_own_hour_is_a_moment(owner: Person) -> None:
    application = make_application(person=owner)
    event = add_round(owner, application, details=typed(owner, NOON), now=NOW)
    payload = {"event": str(event.pk), "starts_at": "2026-12-02T09:00:00+00:00"}
    change = EventDraft(
        application_id=application.pk,
        kind=EventKind.ARRANGED,
        at=NOW,
        decided_by=DecidedBy.RULE,
        source_kind=SourceKind.MESSAGE,
        payload=payload,
    )
    commit_events(owner, [change], now=NOW)
    name_zone(owner, MADRID)
    assert shown(owner, application) == ["2026-12-02 10:00"]


def test_what_is_still_being_read_by_the_zone_before_keeps_its_hour(
    owner: Person,
) -> None:
    application = make_application(person=owner)
    reading = Person.objects.get(pk=owner.pk)
    name_zone(owner, MADRID)
    said = typed(reading, NOON)
    assert said["starts_at"].tzinfo == ZoneInfo("UTC")
    add_round(reading, application, details=said, now=NOW)
    then = datetime(2026, 11, 2, 9, 30, tzinfo=ZoneInfo("UTC"))
    late = add_event(reading, application, kind=EventKind.REPLY, at=then, now=NOW)
    assert shown(owner, application) == ["2026-12-01 12:00"]
    assert late.at == datetime(2026, 11, 2, 8, 30, tzinfo=UTC)


def test_nobody_elses_hours_are_touched(owner: Person) -> None:
    other = make_person(name="Kim")
    application = make_application(person=other)
    add_round(other, application, details=typed(other, NOON), now=NOW)
    before = kept(other)
    name_zone(owner, MADRID)
    assert kept(other) == before


@pytest.mark.parametrize("page", ["clock", "settings"])
def test_both_pages_that_set_the_zone_keep_the_hours(
    owner_client: Client, owner: Person, page: str
) -> None:
    application = make_application(person=owner)
    add_round(owner, application, details=typed(owner, NOON), now=NOW)
    said = {"time_zone": MADRID}
    said |= (
        {"choice": "take"}
        if page == "clock"
        else {"name": "Robin", "week_starts_on": "0", "theme": "system"}
    )
    assert owner_client.post(reverse(f"people:{page}"), said).status_code == 302
    owner.refresh_from_db()
    assert owner.time_zone == MADRID
    story = owner_client.get(reverse("applications:detail", args=(application.pk,)))
    assert "Tuesday 1 December 2026, 12:00" in story.content.decode()
    assert "(1" not in story.content.decode().split("1 December 2026, 12:00")[1][:80]


def test_hours_from_before_are_marked_by_the_clock_that_they_were_typed_by(
    owner: Person,
) -> None:
    owner.time_zone = MADRID
    owner.save()
    application = make_application(person=owner, applied_at=None)
    then = datetime(2026, 11, 2, 8, 30, tzinfo=UTC)
    add_event(owner, application, kind=EventKind.REPLY, at=then, now=NOW)
    begins = datetime(2026, 12, 1, 11, tzinfo=UTC)
    add_round(owner, application, details={"starts_at": begins}, now=NOW)
    moment = NOW - timedelta(hours=3, microseconds=77)
    add_event(owner, application, kind=EventKind.OUTREACH, at=moment, now=NOW)
    assert set(Event.objects.values_list("clock", flat=True)) == {""}
    module = import_module("onward.applications.migrations.0008_mark_typed_hours")
    module.mark(apps, None)
    assert disagreements(owner) == []
    name_zone(owner, AUCKLAND)
    assert shown(owner, application) == ["2026-12-01 12:00"]
    entries = {e.event.kind: e.event for e in timeline(owner, application)}
    assert entries["reply"].clock == "2026-11-02T09:30:00"
    assert entries["outreach"].at == moment


class LosslessTest(TestCase):
    @settings(max_examples=25 // LESS)
    @given(
        hours=st.lists(st.times(), min_size=1, max_size=3),
        through=st.lists(zones, min_size=1, max_size=4),
        first=zones,
    )
    def test_whatever_zones_are_named_in_between_nothing_is_lost(
        self, hours: list[time], through: list[str], first: str
    ) -> None:
        owner = make_person(name="Lou")
        name_zone(owner, first)
        own = zone(first)
        application = add_application(
            owner,
            facts={"company": "Bright Harbour"},
            applied_at=datetime(2026, 3, 29, 2, 30, tzinfo=own),
            now=NOW,
        )
        told = [
            datetime.combine(date(2027, 3, 28) + timedelta(days=place), hour)
            for place, hour in enumerate(hours)
        ]
        for begins in told:
            details = {"starts_at": begins.replace(tzinfo=own), "time_zone": ""}
            add_round(owner, application, details=details, now=NOW)
        before = kept(owner)
        for name in through:
            name_zone(owner, name)
            assert shown(owner, application) == [f"{t:%Y-%m-%d %H:%M}" for t in told]
            assert disagreements(owner) == []
        name_zone(owner, first)
        assert kept(owner) == before


def test_an_hour_moved_by_the_clock_of_another_zone_before_stays_a_moment(
    owner: Person,
) -> None:
    owner.time_zone = MADRID
    owner.save()
    application = make_application(person=owner, applied_at=None)
    there = NOON | {"time_zone": "America/New_York"}
    event = add_round(owner, application, details=typed(owner, there), now=NOW)
    (held,) = rounds_of(owner, application)
    moved = typed(owner, there | {"time": "14:00"}, held=held)
    arrange(owner, event, details=moved, now=NOW)
    before = rounds_of(owner, application)
    import_module("onward.applications.migrations.0008_mark_typed_hours").mark(
        apps, None
    )
    assert rounds_of(owner, application) == before
    name_zone(owner, AUCKLAND)
    assert shown(owner, application) == ["2026-12-02 08:00"]


def test_a_zone_that_is_named_and_what_is_committed_meanwhile_wait_for_each_other(
    owner: Person,
) -> None:
    application = make_application(person=owner)
    with CaptureQueriesContext(connection) as committed:
        add_round(owner, application, details=typed(owner, NOON), now=NOW)
    with CaptureQueriesContext(connection) as named:
        name_zone(owner, MADRID)
    assert is_locked_before(committed, read='"people_person"."time_zone"')
    assert is_locked_before(named, read='FROM "applications_event"')


def is_locked_before(queries: CaptureQueriesContext, *, read: str) -> bool:
    """Say whether the person's ledger is held before something is read."""
    said = [query["sql"] for query in queries.captured_queries]
    locks = (place for place, sql in enumerate(said) if "UPDATE" in sql)
    held = next(p for p in locks if '"applications_ledger"' in said[p])
    reads = [
        p for p, sql in enumerate(said) if sql.startswith("SELECT") and read in sql
    ]
    return bool(reads) and held < max(reads)


def test_the_hour_of_a_last_day_is_typed_kept_and_taken_away(owner: Person) -> None:
    application = make_application(person=owner)
    said = {"until": "2026-12-04", "until_hour": "12:00"}
    event = add_round(owner, application, details=typed(owner, said), now=NOW)
    (held,) = rounds_of(owner, application)
    assert (held.until, held.until_hour) == (date(2026, 12, 4), time(12))

    later = {"until": "2026-12-07", "until_hour": "12:00"}
    arrange(owner, event, details=typed(owner, later, held=held), now=NOW)
    (held,) = rounds_of(owner, application)
    assert (held.until, held.until_hour) == (date(2026, 12, 7), time(12))

    arrange(owner, event, details=typed(owner, {"until": "2026-12-07"}), now=NOW)
    (held,) = rounds_of(owner, application)
    assert (held.until, held.until_hour) == (date(2026, 12, 7), None)


def test_an_hour_without_its_last_day_is_asked_about() -> None:
    form = RoundForm({"title": "Call", "until_hour": "12:00"}, zone_name=MADRID)
    assert form.errors == {"until": ["Choose the day of this time as well."]}
