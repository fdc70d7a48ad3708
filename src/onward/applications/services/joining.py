"""Two applications that are one, one that is two, an event that belongs elsewhere."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import F

from onward.applications.models import Application, Event
from onward.applications.rules.history import is_bare
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.rules.resembling import LEAST, Shown, likeness
from onward.applications.rules.told import Told
from onward.applications.services.deriving import rederive
from onward.applications.services.ledger import record, timeline_events
from onward.applications.services.tellers import contact_in
from onward.core.ids import uuid7
from onward.core.text import search_fold
from onward.people.models import Person

_SHARED_FACTS = ("company", "role", "system")


@transaction.atomic
def merge(
    person: Person,
    application: Application,
    *,
    other: Application,
    now: datetime,
    decided_by: DecidedBy = DecidedBy.PERSON,
    split: Event | None = None,
) -> Event:
    """Make `other` part of `application`: one timeline, undone by voiding the event.

    Args:
        split: The SPLIT that made `other`, where both are one move and undo together.

    Raises:
        ValueError: If both are the same, or one is part of another already.
    """
    if application.pk == other.pk:
        raise ValueError("An application cannot be merged with itself.")
    if application.merged_into_id or other.merged_into_id:
        raise ValueError("One of the two is part of another application already.")
    own = Application.objects.for_person(person)
    own.filter(merged_into=other).update(merged_into=application)
    own.filter(pk=other.pk).update(merged_into=application)
    payload = {"application": str(other.pk)}
    if split is not None:
        payload["split"] = str(split.pk)
    return record(
        person,
        application,
        kind=EventKind.MERGE,
        at=now,
        payload=payload,
        now=now,
        decided_by=decided_by,
    )


@transaction.atomic
def split(
    person: Person,
    application: Application,
    *,
    events: Sequence[Event],
    now: datetime,
    facts: Mapping[str, str] | None = None,
    changed: Mapping[str, str] | None = None,
) -> Application:
    """Move these events into an application of their own; undone by voiding the SPLIT.

    What was said later of one of them (an interview that was moved) goes with it.

    Args:
        facts: What the person calls the new one; else it is called like the other.
        changed: What of that they said otherwise.

    Raises:
        ValueError: If none of the events is one of this application's.
    """
    press = uuid7()
    part = _split(person, application, events=events, now=now, batch=press).part
    if facts is None:
        _guess(person, part, like=application, but=changed or {}, now=now)
    said = facts or changed
    if said:
        _describe(person, part, said, decided_by=DecidedBy.PERSON, now=now, batch=press)
    _part_contacts(person, part, left=application, now=now, batch=press)
    rederive(person, {part.pk})
    part.refresh_from_db()
    return part


def _part_contacts(
    person: Person,
    part: Application,
    *,
    left: Application,
    now: datetime,
    batch: uuid.UUID | None,
) -> None:
    """Give a part the contact of its own mail, and take that from what it came from."""
    mine, theirs = (
        contact_in(person, list(timeline_events(person, each).filter(voided_by=None)))
        for each in (part, left)
    )
    if not mine:
        return
    facts = {**mine}
    _describe(person, part, facts, decided_by=DecidedBy.IMPORT, now=now, batch=batch)
    address = mine["contact_address"]
    is_kept = theirs.get("contact_address") == address or _is_typed(
        person, left, address=address
    )
    if left.contact_address == address and not is_kept:
        record(
            person,
            left,
            kind=EventKind.DESCRIBED,
            at=now,
            payload=dict.fromkeys(mine, "") | {**theirs},
            now=now,
            decided_by=DecidedBy.RULE,
            batch=batch,
        )


def _is_typed(person: Person, application: Application, *, address: str) -> bool:
    """Say whether a contact is the person's own word, or of a list that they brought along.

    Whoever typed a name beside an address that stood there meant both.
    """
    told = timeline_events(person, application).filter(
        kind=EventKind.DESCRIBED, voided_by=None
    )
    is_beside = False
    for event in told.order_by("number"):
        is_theirs = event.decided_by == DecidedBy.PERSON
        is_list = event.decided_by == DecidedBy.IMPORT and "company" in event.payload
        is_same = event.payload.get("contact_address") == address
        if is_same and (is_theirs or is_list):
            return True
        if is_theirs and event.payload.get("contact_name"):
            is_beside = True
        elif "contact_address" in event.payload:
            is_beside = False
    return is_beside


class _Halves(NamedTuple):
    part: Application
    event: Event


def _split(
    person: Person,
    application: Application,
    *,
    events: Sequence[Event],
    now: datetime,
    decided_by: DecidedBy = DecidedBy.PERSON,
    batch: uuid.UUID | None = None,
) -> _Halves:
    chosen = {event.pk for event in events}
    moved = _with_later_words(person, application, chosen=chosen)
    if not moved:
        raise ValueError("Choose what belongs to the other application.")
    part = Application.objects.create(person=person)
    Event.objects.for_person(person).filter(pk__in=moved).update(application=part)
    payload = {"application": str(part.pk), "events": [str(key) for key in moved]}
    event = record(
        person,
        application,
        kind=EventKind.SPLIT,
        at=now,
        payload=payload,
        now=now,
        decided_by=decided_by,
        batch=batch,
    )
    return _Halves(part, event)


def _with_later_words(
    person: Person, application: Application, *, chosen: Collection[uuid.UUID]
) -> list[uuid.UUID]:
    """Return the chosen ones of an application's events, and what was said of them since."""
    events = list(timeline_events(person, application))
    told = Told.of(event.as_past() for event in events)
    names: set[str] = set()
    for event in events:
        if event.pk in chosen:
            names |= told.names(event.as_past())
    return [
        event.pk
        for event in events
        if event.pk in chosen or str(event.payload.get("event")) in names
    ]


def _guess(
    person: Person,
    part: Application,
    *,
    like: Application,
    but: Collection[str],
    now: datetime,
) -> None:
    """Describe a new part like the application it came from, until somebody knows better."""
    facts = {name: getattr(like, name) for name in _SHARED_FACTS if name not in but}
    _describe(person, part, facts, decided_by=DecidedBy.IMPORT, now=now)


def _describe(
    person: Person,
    part: Application,
    facts: Mapping[str, str],
    *,
    decided_by: DecidedBy,
    now: datetime,
    batch: uuid.UUID | None = None,
) -> None:
    record(
        person,
        part,
        kind=EventKind.DESCRIBED,
        at=now,
        payload={name: value for name, value in facts.items() if value},
        now=now,
        decided_by=decided_by,
        batch=batch,
    )


@transaction.atomic
def move_event(
    person: Person, event: Event, *, to: Application, now: datetime
) -> Event:
    """Move an event to the application it belongs to; return the event that did it.

    It is a split and a merge that undo together. An application of which nothing else is
    told goes to the archive, as after an undo, and keeps its name and all else it is.

    Raises:
        ValueError: If it is there already, or `to` is part of another application.
    """
    source = event.application.head
    if source.pk == to.pk:
        raise ValueError("This is where it is already.")
    return move_events(person, [event], to=to, now=now)


@transaction.atomic
def move_events(
    person: Person,
    events: Sequence[Event],
    *,
    to: Application,
    now: datetime,
    decided_by: DecidedBy = DecidedBy.PERSON,
) -> Event:
    """Move events of one application to another, which stays; return the event that did it.

    Raises:
        ValueError: If there are none, or `to` is part of another application.
    """
    source = events[0].application.head
    halves = _split(person, source, events=events, now=now, decided_by=decided_by)
    return merge(
        person,
        to,
        other=halves.part,
        now=now,
        decided_by=decided_by,
        split=halves.event,
    )


def is_all_of_it(person: Person, event: Event) -> bool:
    """Return whether an application goes to the archive where this event moves elsewhere."""
    source = event.application.head
    moved = set(_with_later_words(person, source, chosen={event.pk}))
    events = timeline_events(person, source).filter(voided_by=None)
    left = [each.as_past() for each in events if each.pk not in moved]
    return not source.is_archived and is_bare(left)


def resembling(
    person: Person, application: Application, *, limit: int = 5
) -> list[Application]:
    """Return other applications that may be the same one, the likeliest first."""
    mine = _shown(application)
    found: list[tuple[int, Application]] = []
    own = Application.objects.for_person(person).filter(merged_into=None)
    latest = F("last_moved_at").desc(nulls_last=True)
    for each in own.exclude(pk=application.pk).order_by(latest, "pk"):
        like = likeness(mine, _shown(each))
        if like >= LEAST:
            found.append((like, each))
    found.sort(key=lambda pair: -pair[0])
    return [each for _, each in found[:limit]]


def _shown(application: Application) -> Shown:
    return Shown(
        company=application.company_sort,
        role=search_fold(application.role),
        address=application.contact_address.lower(),
    )
