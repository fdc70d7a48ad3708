"""Putting history right: take an event back, bring it back, say what it really was."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from onward.applications.models import Application, Event
from onward.applications.rules.days import is_ahead, when_said
from onward.applications.rules.history import is_taken_back
from onward.applications.rules.joins import heads_of
from onward.applications.rules.kinds import (
    PLANNED_KINDS,
    DecidedBy,
    EventKind,
    SourceKind,
)
from onward.applications.rules.payload import BEGINNING, begins_by, fitting
from onward.applications.services.deriving import rederive
from onward.applications.services.followers import tell_followers, tell_of_return
from onward.applications.services.ledger import (
    EventDraft,
    commit_events,
    record,
    timeline_events,
)
from onward.applications.services.record_keepers import gone
from onward.people.models import Person

_JOINING = frozenset({EventKind.MERGE, EventKind.SPLIT})


@transaction.atomic
def void_event(
    person: Person,
    event: Event,
    *,
    now: datetime,
    decided_by: DecidedBy = DecidedBy.PERSON,
    batch: uuid.UUID | None = None,
    undone: uuid.UUID | None = None,
) -> Event:
    """Take one event back by a later one; taking back a VOID brings the first one back.

    For what a person means by undo, with all that hangs on it, see `take_back`.

    Args:
        batch: The press that it was, where what it takes back is told by no press of its own.
        undone: The press that is undone whole, where this is a part of that.

    Raises:
        ValueError: If it is taken back already.
    """
    draft = void_of(event, now=now, decided_by=decided_by, batch=batch, undone=undone)
    void = commit_events(person, [draft], now=now)[0]
    touched = _set_void(person, event, voided_by=void.number)
    rederive(person, touched | {event.application_id})
    return void


def void_of(
    event: Event,
    *,
    now: datetime,
    decided_by: DecidedBy = DecidedBy.PERSON,
    batch: uuid.UUID | None = None,
    undone: uuid.UUID | None = None,
) -> EventDraft:
    """Return what takes one event back, as `void_event` and whole batches record it."""
    payload = {"event": str(event.pk)}
    if undone is not None:
        payload["undone"] = str(undone)
    return EventDraft(
        application_id=event.application_id,
        kind=EventKind.VOID,
        at=now,
        decided_by=decided_by,
        payload=payload,
        batch=batch,
    )


def _set_void(person: Person, event: Event, *, voided_by: int | None) -> set[uuid.UUID]:
    """Mark the event and what it takes back; return the applications that this touches."""
    rows = Event.objects.for_person(person).filter(pk=event.pk)
    if voided_by is not None:
        rows = rows.filter(voided_by=None)
    if rows.update(voided_by=voided_by) != 1:
        raise ValueError("This was taken back already.")
    event.voided_by = voided_by
    if event.kind == EventKind.VOID:
        inner = Event.objects.for_person(person).get(pk=event.payload["event"])
        again = event.number if voided_by is None else None
        return _set_void(person, inner, voided_by=again)
    if event.kind in _JOINING:
        return _rejoin(person)
    return {event.application_id}


@transaction.atomic
def take_back(
    person: Person,
    event: Event,
    *,
    now: datetime,
    batch: uuid.UUID | None = None,
    undone: uuid.UUID | None = None,
) -> None:
    """Undo an event as a person means it; pressing twice does no more than once.

    Undoing a correction shows again what stood there before it; undoing one half of a
    move undoes the other half too.

    Args:
        batch: As `void_event` takes it.
        undone: As `void_event` takes it.
    """
    event.refresh_from_db()
    if event.is_void:
        return
    void_event(person, event, now=now, batch=batch, undone=undone)
    before = _event(person, event.payload.get("corrects"))
    if before is not None and _was_put_right(person, before):
        _revive(person, before, now=now)
    for half in _other_halves(person, event):
        if not half.is_void:
            void_event(person, half, now=now, undone=undone)
    _revive_beside(person, event, now=now)
    tell_followers(person, [event])


def _was_put_right(person: Person, event: Event) -> bool:
    """Say whether the person corrected it: what a rule tells anew was never seen beside that."""
    voids = Event.objects.for_person(person).filter(number=event.voided_by or 0)
    return voids.exclude(decided_by=DecidedBy.RULE).exists()


def tells_nothing(person: Person, application: Application) -> bool:
    """Say whether all that an application told was taken back or moved elsewhere."""
    events = timeline_events(person, application)
    return is_taken_back([event.as_past(of=application.pk) for event in events])


@transaction.atomic
def bring_back(person: Person, event: Event, *, now: datetime) -> None:
    """Make an event that was taken back count again; pressing twice does it once.

    What stands in its place, a correction or what it corrected, is taken back, and what was
    taken back in the same press counts again with it. What it told of may be deleted: then
    nothing comes back.
    """
    event.refresh_from_db()
    if not event.is_void or gone(person, [event]):
        return
    together = _taken_back_with(person, event)
    for relative in _versions(person, event):
        if not relative.is_void:
            void_event(person, relative, now=now)
        _revive_beside(person, relative, now=now)
    for half in (event, *_other_halves(person, event)):
        if half.is_void:
            _revive(person, half, now=now)
    for void in together:
        void_event(person, void, now=now)
    tell_followers(person, [event])
    tell_of_return(person, [event], now=now)


def _taken_back_with(person: Person, event: Event) -> list[Event]:
    """Return what took other events back in the press that took this one back."""
    own = Event.objects.for_person(person).filter(kind=EventKind.VOID, voided_by=None)
    void = own.filter(number=event.voided_by or 0).exclude(batch=None).first()
    return list(own.filter(batch=void.batch).exclude(pk=void.pk)) if void else []


def _beside(person: Person, event: Event) -> list[Event]:
    """Return what a correction took out of the story along with what it corrects."""
    names = event.payload.get("beside", ())
    return list(Event.objects.for_person(person).filter(pk__in=names))


def _revive_beside(person: Person, event: Event, *, now: datetime) -> None:
    for each in _beside(person, event):
        if each.is_void:
            _revive(person, each, now=now)


def _revive(person: Person, event: Event, *, now: datetime) -> None:
    void = Event.objects.for_person(person).get(number=event.voided_by or 0)
    void_event(person, void, now=now)


@transaction.atomic
def correct_event(
    person: Person,
    event: Event,
    *,
    kind: EventKind,
    at: datetime,
    now: datetime,
    note: str | None = None,
    is_timed: bool = False,
    on_day: date | None = None,
    told: Mapping[str, Any] | None = None,
    beside: Sequence[Event] = (),
) -> Event:
    """Replace an event by what really happened; it keeps its message, and both stay readable.

    Args:
        at: When it happened, or when an interview or test that lies ahead begins.
        note: None keeps the note.
        is_timed: The person named the hour too: that of an interview is when it began.
        on_day: The day to come that they named, and no hour, of what has one.
        told: What its message arranges, of what was no interview or test until now.
        beside: What the same message told besides, and what counts no more either.

    Raises:
        ValueError: If the event is taken back already.
    """
    payload = fitting(kind, event.payload) | {"corrects": str(event.pk)}
    payload.pop("beside", None)
    if event.kind == EventKind.ARRANGED:
        # It is that of the interview which it was taken to change.
        payload.pop("outcome", None)
    if note is not None:
        payload["note"] = note.strip()
    if at != event.at or kind not in PLANNED_KINDS:
        stale = BEGINNING | {"held_on"}
        payload = {k: v for k, v in payload.items() if k not in stale}
    payload |= fitting(kind, told or {})
    lies_ahead = is_ahead(kind, at=at, now=now)
    when = when_said(kind, at=at, is_timed=is_timed, on_day=on_day, now=now)
    payload |= begins_by(when, own=person.time_zone) if when else {}
    if lies_ahead:
        at = event.at
    if at == event.at:
        at = event.told_at(own=person.time_zone)
    for each in (event, *beside):
        void_event(person, each, now=now)
    if beside:
        payload["beside"] = [str(each.pk) for each in beside]
    draft = EventDraft(
        application_id=event.application_id,
        kind=kind,
        at=at,
        decided_by=DecidedBy.PERSON,
        source_kind=SourceKind(event.source_kind),
        source_id=event.source_id,
        payload=payload,
    )
    corrected = commit_events(person, [draft], now=now)[0]
    if when:
        _arrange_last(person, corrected, now=now)
    return corrected


def _arrange_last(person: Person, event: Event, *, now: datetime) -> None:
    """Let the time that a correction names win over what was arranged before it."""
    events = timeline_events(person, event.application.head)
    if events.filter(kind=EventKind.ARRANGED, voided_by=None).exists():
        begins = {k: v for k, v in event.payload.items() if k in BEGINNING}
        said = {"event": str(event.pk), **begins}
        record(
            person,
            event.application,
            kind=EventKind.ARRANGED,
            at=now,
            payload=said | {"outcome": ""},
            now=now,
        )


def _event(person: Person, event_id: str | None) -> Event | None:
    if not event_id:
        return None
    return Event.objects.for_person(person).filter(pk=event_id).first()


def standing_version(person: Person, event: Event) -> Event | None:
    """Return what stands in an event's place now; None where it was only taken back."""
    standing = [one for one in (event, *_versions(person, event)) if not one.is_void]
    return max(standing, key=lambda one: one.number, default=None)


def _versions(person: Person, event: Event) -> list[Event]:
    """Return all that the event ever was besides: what it corrects, and what corrects that.

    What was corrected, set back and corrected again has more than one.
    """
    found: list[Event] = [event]
    while before := _event(person, found[-1].payload.get("corrects")):
        found.append(before)
    first = found[-1]
    later = [first]
    while later:
        corrections = Event.objects.for_person(person).filter(
            number__gt=first.number, payload__corrects=str(later.pop().pk)
        )
        later += corrections
        found += corrections
    others = {each.pk: each for each in found if each.pk != event.pk}
    return list(others.values())


def _other_halves(person: Person, event: Event) -> list[Event]:
    """Return the split of a merge, or the merge of a split, that were one move; with what it called both."""
    own = Event.objects.for_person(person)
    if event.kind == EventKind.SPLIT:
        part = event.payload["application"]
        merges = own.filter(kind=EventKind.MERGE, payload__split=str(event.pk))
        halves = [half for half in merges if half.payload["application"] == part]
        if event.batch is None:
            return halves
        named = own.filter(kind=EventKind.DESCRIBED, batch=event.batch)
        both = [uuid.UUID(part), event.application_id]
        return [*halves, *named.filter(application__in=both)]
    split = _event(person, event.payload.get("split"))
    return [split] if split is not None else []


def _rejoin(person: Person) -> set[uuid.UUID]:
    """Derive anew which applications are parts of which; return those that this touches.

    A lasting merge joins two, and so does a split that was taken back.
    """
    joins = (
        Event.objects.for_person(person)
        .filter(
            Q(kind=EventKind.MERGE, voided_by=None)
            | Q(kind=EventKind.SPLIT, voided_by__isnull=False)
        )
        .order_by("number")
    )
    heads = heads_of(
        (event.application_id, uuid.UUID(event.payload["application"]))
        for event in joins
    )
    own = Application.objects.for_person(person)
    stored = dict(own.exclude(merged_into=None).values_list("pk", "merged_into_id"))
    touched: set[uuid.UUID] = set()
    for part in heads.keys() | stored.keys():
        old, new = stored.get(part), heads.get(part)
        if old != new:
            own.filter(pk=part).update(merged_into=new)
            touched |= {key for key in (part, old, new) if key is not None}
    return touched
