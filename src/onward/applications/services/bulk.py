"""Doing one thing to many applications, undone in one press."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.services.ledger import EventDraft, commit_events
from onward.people.models import Person

MOST_AT_ONCE = 2_000


def put_away_all(
    person: Person,
    applications: Sequence[Application],
    *,
    now: datetime,
    batch: uuid.UUID,
) -> list[Event]:
    """Put what is not in the archive there."""
    chosen = [one for one in applications if not one.is_archived]
    return _record_all(person, chosen, kind=EventKind.ARCHIVED, now=now, batch=batch)


def take_out_all(
    person: Person,
    applications: Sequence[Application],
    *,
    now: datetime,
    batch: uuid.UUID,
) -> list[Event]:
    """Take what is in the archive out of it."""
    chosen = [one for one in applications if one.is_archived]
    return _record_all(person, chosen, kind=EventKind.RESTORED, now=now, batch=batch)


def close_all(
    person: Person,
    applications: Sequence[Application],
    *,
    kind: EventKind,
    at: datetime,
    now: datetime,
    batch: uuid.UUID,
) -> list[Event]:
    """Record the same no for all that are open; learned of together, they share one quiet time."""
    chosen = [one for one in applications if one.is_open]
    return _record_all(person, chosen, kind=kind, at=at, now=now, batch=batch)


def describe_all(
    person: Person,
    applications: Sequence[Application],
    *,
    name: str,
    value: str,
    now: datetime,
    batch: uuid.UUID,
) -> list[Event]:
    """Set one fact of many applications; an empty value takes it away."""
    chosen = [one for one in applications if getattr(one, name) != value]
    return _record_all(
        person,
        chosen,
        kind=EventKind.DESCRIBED,
        payload={name: value},
        now=now,
        batch=batch,
    )


def snooze_all(
    person: Person,
    applications: Sequence[Application],
    *,
    until: date,
    now: datetime,
    batch: uuid.UUID,
) -> list[Event]:
    """Put many applications out of sight until a day."""
    return _record_all(
        person,
        [one for one in applications if one.snoozed_until != until],
        kind=EventKind.SNOOZED,
        payload={"until": until.isoformat()},
        now=now,
        batch=batch,
    )


def _record_all(
    person: Person,
    applications: Sequence[Application],
    *,
    kind: EventKind,
    now: datetime,
    batch: uuid.UUID,
    at: datetime | None = None,
    payload: dict[str, Any] | None = None,
) -> list[Event]:
    drafts = [
        EventDraft(
            application_id=application.pk,
            kind=kind,
            at=at or now,
            decided_by=DecidedBy.PERSON,
            payload=payload or {},
            batch=batch,
        )
        for application in applications
    ]
    return commit_events(person, drafts, now=now)
