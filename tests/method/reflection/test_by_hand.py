"""An interview recorded as past under What happened next has its day everywhere."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.services import EventDraft, asks, commit_events, rounds_of
from onward.core.ids import uuid7
from onward.exchange.services import ledger_entries
from onward.method.reflection.services import to_debrief
from onward.people.models import Person
from tests.builders import NOW, make_application

pytestmark = pytest.mark.usefixtures("still_clock")

THEN = NOW - timedelta(days=2, hours=3)
DAY = THEN.date().isoformat()


@pytest.fixture
def application(owner: Person) -> Application:
    return make_application(person=owner)


def told(application: Application, **said: str) -> dict[str, str]:
    return {"kind": "interview", "day": DAY, "time": "", "note": "", **said}


def record(client: Client, application: Application, **said: str) -> Event:
    url = reverse("applications:record", args=(application.pk,))
    assert client.post(url, told(application, **said)).status_code == 302
    return Event.objects.get(kind=EventKind.INTERVIEW, voided_by=None)


def debrief_day(client: Client, application: Application, event: Event | None) -> Any:
    url = reverse("reflection:debrief", args=(application.pk,))
    query = {"interview": str(event.pk)} if event else {}
    return client.get(url, query).context["form"]["held_on"].initial


def test_day_and_hour_are_its_start(
    owner_client: Client, owner: Person, application: Application
) -> None:
    begins = datetime(
        *(THEN.year, THEN.month, THEN.day, 9, 30), tzinfo=ZoneInfo(owner.time_zone)
    )
    event = record(owner_client, application, time="09:30")
    (held,) = rounds_of(owner, application)
    assert held.begins(zone_name=owner.time_zone) == event.at == begins
    ahead = owner_client.get("/applications/ahead/")
    assert ahead.context["asked"] == []
    assert [ask.round.event for ask in ahead.context["held"]] == [str(event.pk)]
    assert debrief_day(owner_client, application, event) == begins.date()
    assert debrief_day(owner_client, application, None) == begins.date()
    over = to_debrief(owner, now=NOW)
    assert over is not None
    assert over.starts_at == begins
    (entry,) = ledger_entries(owner, now=NOW)
    assert entry.starts == begins
    page = strip_tags(
        owner_client.get(f"/applications/{application.pk}/").content.decode()
    )
    # The timeline tells the hour once.
    assert "Begins" not in page


def test_a_corrected_day_and_hour_are_its_start(
    owner_client: Client, owner: Person, application: Application
) -> None:
    event = record(owner_client, application)
    (held,) = rounds_of(owner, application)
    assert held.starts_at is None
    url = reverse("applications:correct", args=(event.pk,))
    owner_client.post(url, told(application, time="09:30"))
    (held,) = rounds_of(owner, application)
    begins = held.begins(zone_name=owner.time_zone)
    assert begins is not None
    assert begins.astimezone(ZoneInfo(owner.time_zone)).strftime("%H:%M") == "09:30"
    corrected = Event.objects.get(pk=held.event)
    before = (THEN - timedelta(days=1)).date()
    url = reverse("applications:correct", args=(corrected.pk,))
    owner_client.post(url, told(application, day=before.isoformat(), time="09:30"))
    (held,) = rounds_of(owner, application)
    moved = held.begins(zone_name=owner.time_zone)
    assert moved == begins - timedelta(days=1)


def test_a_day_alone_is_the_day_that_is_looked_back_on(
    owner_client: Client, owner: Person, application: Application
) -> None:
    event = record(owner_client, application)
    assert debrief_day(owner_client, application, event) == THEN.date()
    assert debrief_day(owner_client, application, None) == THEN.date()
    assert len(asks(owner, now=NOW)) == 1


def test_the_day_of_a_mail_is_not_the_day_of_the_interview(
    owner_client: Client, owner: Person, application: Application
) -> None:
    draft = EventDraft(
        application_id=application.pk,
        kind=EventKind.INTERVIEW,
        at=THEN,
        decided_by=DecidedBy.PERSON,
        source_kind=SourceKind.MESSAGE,
        source_id=uuid7(),
        payload={},
    )
    (event,) = commit_events(owner, [draft], now=NOW)
    assert debrief_day(owner_client, application, event) == NOW.date()
