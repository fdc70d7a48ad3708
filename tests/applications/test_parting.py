from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.services import (
    EventDraft,
    add_round,
    arrange,
    commit_events,
    rounds_of,
)
from onward.people.models import Person
from tests.builders import NOW, make_application

BEGINS = NOW + timedelta(days=3)


def moved_by_mail(application: Application, held: Event) -> Event:
    draft = EventDraft(
        application_id=application.pk,
        kind=EventKind.ARRANGED,
        at=NOW,
        decided_by=DecidedBy.RULE,
        payload={
            "event": str(held.pk),
            "starts_at": (BEGINS + timedelta(days=1)).isoformat(),
        },
    )
    (event,) = commit_events(application.person, [draft], now=NOW)
    return event


def test_what_mail_moved_is_listed_where_events_are_parted(
    owner_client: Client, owner: Person
) -> None:
    application = make_application(person=owner)
    held = add_round(owner, application, details={"starts_at": BEGINS}, now=NOW)
    by_hand = arrange(owner, held, details={"place": "Room 4"}, now=NOW)
    assert by_hand is not None
    split = reverse("applications:split", args=(application.pk,))
    assert "takes along" not in owner_client.get(split).content.decode()
    moved = moved_by_mail(application, held)
    shown = owner_client.get(split).content.decode()
    assert "takes along" in shown
    assert "20 November 2026: Interview, to begin 23 November 2026, " in shown
    assert "20 November 2026: Interview moved, to begin 24 November 2026, " in shown
    assert str(by_hand.pk) not in shown
    owner_client.post(split, {"events": [str(moved.pk)]})
    moved.refresh_from_db()
    assert moved.application != application
    assert rounds_of(owner, application)[0].starts_at == BEGINS
