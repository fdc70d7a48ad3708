"""Interview rounds, tests and reminders of an application: arrange, settle, put off."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import ARRANGED_KINDS, EventKind
from onward.applications.rules.payload import Outcome, begins_by
from onward.applications.rules.round import Round
from onward.applications.rules.rounds import round_known_as, rounds
from onward.applications.services.ledger import record, timeline_events
from onward.core.dates import zone
from onward.people.models import Person


def rounds_of(person: Person, application: Application) -> list[Round]:
    """Return an application's interviews, tests, questions, offers and reminders as they stand."""
    events = timeline_events(person, application)
    return rounds(event.as_past() for event in events)


def round_of(person: Person, event: Event) -> Round:
    """Return the one that an event is part of, as it stands now.

    An invitation that mail told of better, or anew, is followed to what stands in its place.

    Raises:
        LookupError: If this event is part of none, or was taken back.
    """
    events = timeline_events(person, event.application.head)
    found = round_known_as((e.as_past() for e in events), event=str(event.pk))
    if found is None:
        raise LookupError("Nothing is arranged for an event of this kind.")
    return found


def add_round(
    person: Person,
    application: Application,
    *,
    kind: EventKind = EventKind.INTERVIEW,
    details: Mapping[str, Any],
    now: datetime,
) -> Event:
    """Record an interview or a test with all that is known of it; it can lie ahead or behind."""
    payload = _said(details, own=person.time_zone)
    begins, day = details.get("starts_at"), details.get("on_day")
    if begins is None and day is not None:
        # What is known by its day alone stands at noon.
        begins = datetime.combine(day, time(12), tzinfo=zone(person.time_zone))
    is_past = isinstance(begins, datetime) and begins.tzinfo and begins < now
    return record(
        person,
        application,
        kind=kind,
        at=begins if begins and is_past else now,
        payload=payload,
        now=now,
    )


def arrange(
    person: Person, event: Event, *, details: Mapping[str, Any], now: datetime
) -> Event | None:
    """Record what changed about an interview, a test or a question; None where nothing did.

    The event keeps its identity: what other rooms keep about it stays with it. What is being
    moved to a day that is not known yet is so no more once its new beginning is said.

    Raises:
        LookupError: If nothing can be arranged for this event.
    """
    held = round_of(person, event)
    if held.kind not in ARRANGED_KINDS:
        raise LookupError("Nothing is arranged for an event of this kind.")
    before = _as_details(held)
    said = _tidied(details)
    changed = {k: value for k, value in said.items() if value != before.get(k, "")}
    if not changed:
        return None
    if {"starts_at", "time_zone"} & changed.keys():
        # An hour and the clock that it is told by go together.
        changed |= _beginning(details, own=person.time_zone)
    if "until" in changed and "until_hour" in said:
        # A last day has no hour but the one that is said with it.
        changed["until_hour"] = said["until_hour"]
    # The form sends the outcome that it was opened with along with the new hour.
    outcome = changed.get("outcome", before["outcome"])
    is_dated = changed.get("starts_at") or changed.get("on_day")
    if is_dated and outcome == Outcome.MOVED:
        changed["outcome"] = ""
    return record(
        person,
        event.application,
        kind=EventKind.ARRANGED,
        at=now,
        payload={"event": held.event, **changed},
        now=now,
    )


def settle(
    person: Person, event: Event, *, outcome: Outcome, now: datetime
) -> Event | None:
    """Record what became of an interview or a test."""
    return arrange(person, event, details={"outcome": outcome}, now=now)


def done(person: Person, event: Event, *, now: datetime) -> Event:
    """Record that what an event asked for was done, or is not wanted any more.

    Raises:
        LookupError: If it asked for nothing, or was taken back.
    """
    held = round_of(person, event)
    return record(
        person,
        event.application,
        kind=EventKind.DONE,
        at=now,
        payload={"event": held.event},
        now=now,
    )


def remind(
    person: Person, application: Application, *, on: date, note: str, now: datetime
) -> Event:
    """Record that the person wants to be reminded of an application on a day."""
    payload = {"until": on.isoformat()}
    if note.strip():
        payload["note"] = note.strip()
    return record(
        person,
        application,
        kind=EventKind.REMINDER,
        at=now,
        payload=payload,
        now=now,
    )


def snooze(
    person: Person,
    application: Application,
    *,
    until: date | None,
    now: datetime,
    batch: uuid.UUID | None = None,
) -> Event:
    """Put an application out of sight until a day; without one it is back at once."""
    return record(
        person,
        application,
        kind=EventKind.SNOOZED,
        at=now,
        payload={"until": until.isoformat() if until else ""},
        now=now,
        batch=batch,
    )


def _tidied(details: Mapping[str, Any]) -> dict[str, Any]:
    """Return details as payloads carry them: text without edges, moments in ISO 8601."""
    return {name: _written(value) for name, value in details.items()}


def _said(details: Mapping[str, Any], *, own: str) -> dict[str, Any]:
    said = _tidied(details) | _beginning(details, own=own)
    return {name: value for name, value in said.items() if value != ""}


def _beginning(details: Mapping[str, Any], *, own: str) -> dict[str, Any]:
    """Return what a payload keeps of when a round begins, if the details say when."""
    begins = details.get("starts_at")
    if not isinstance(begins, datetime):
        return {}
    if details.get("time_zone"):
        return {"starts_at": begins.isoformat()}
    return begins_by(begins, own=own)


def _written(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, date):  # a moment is one too
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    return value.strip() if isinstance(value, str) else value


def _as_details(round_: Round) -> dict[str, Any]:
    names = (
        *("title", "starts_at", "on_day", "time_zone", "minutes", "format"),
        *("people", "place", "link", "outcome", "until", "until_hour", "note"),
    )
    return _tidied({name: getattr(round_, name) for name in names})
