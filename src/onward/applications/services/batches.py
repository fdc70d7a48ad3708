"""What was done in one press: undone in one, put back in one, and found again for a month."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import Coalesce

from onward.applications.models import Application, Event
from onward.applications.rules.changes import Arranged
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.rules.payload import day_alone
from onward.applications.rules.round import begins_at
from onward.applications.services.deriving import rederive
from onward.applications.services.followers import tell_followers, tell_of_return
from onward.applications.services.ledger import write_events
from onward.applications.services.record_keepers import gone
from onward.applications.services.rows import update_rows
from onward.applications.services.timeline import changes_by
from onward.applications.services.undoing import bring_back, take_back, void_of
from onward.core.ids import uuid7
from onward.core.parts import parts
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

UNDO_WITHIN = timedelta(days=30)
NAMED = 3
_JOINING = (EventKind.MERGE, EventKind.SPLIT)


@transaction.atomic
def take_back_batch(person: Person, batch: uuid.UUID, *, now: datetime) -> int:
    """Undo all that was done in one press; return how many events that were.

    What was undone by itself meanwhile stays so; pressing twice does no more than once.
    """
    lasting = _of_batch(person, batch).filter(voided_by=None)
    joining = list(lasting.filter(kind__in=_JOINING).order_by("-number"))
    for event in joining:
        take_back(person, event, now=now, undone=batch)
    plain = list(lasting.exclude(kind__in=_JOINING))
    _void_all(person, plain, undone=batch, now=now)
    for before in _corrected_by(person, plain):
        bring_back(person, before, now=now)
    tell_followers(person, plain)
    return len(joining) + len(plain)


def take_back_one(person: Person, event: Event, *, now: datetime) -> None:
    """Undo one event, so that `changes` tells of it even where it was one of many or is old."""
    is_own_press = event.batch is None and event.decided_by == DecidedBy.PERSON
    is_told = is_own_press and event.recorded_at > now - UNDO_WITHIN
    take_back(person, event, now=now, batch=None if is_told else new_batch())


@transaction.atomic
def bring_back_batch(person: Person, batch: uuid.UUID, *, now: datetime) -> int:
    """Make what was done in one press count again; return how many events that were.

    What was undone or corrected by itself before the press was undone whole stays so. Where
    each event was undone by itself, all count again but those corrected since.
    """
    undone = _undone_together(person, batch)
    complex_ones = [
        e for e in undone if e.kind in _JOINING or e.payload.get("corrects")
    ]
    for event in complex_ones:
        bring_back(person, event, now=now)
    _revive_all(person, [e for e in undone if e not in complex_ones], now=now)
    tell_followers(person, undone)
    tell_of_return(person, undone, now=now)
    return len(undone)


def _of_batch(person: Person, batch: uuid.UUID) -> OwnedQuerySet[Event]:
    events = Event.objects.for_person(person).filter(batch=batch)
    return events.exclude(kind=EventKind.VOID)


def _undone_together(person: Person, batch: uuid.UUID) -> list[Event]:
    """Return what was undone with a press as a whole; else what was undone one by one."""
    undone = list(_of_batch(person, batch).exclude(voided_by=None).order_by("number"))
    deleted = gone(person, undone)
    undone = [event for event in undone if event.pk not in deleted]
    voids = _voids_of(person, undone)
    together = [
        event
        for event in undone
        if voids[event.voided_by or 0].payload.get("undone") == str(batch)
    ]
    corrected = set() if together else _corrected_since(person)
    return together or [event for event in undone if str(event.pk) not in corrected]


def _corrected_since(person: Person) -> set[str]:
    """Return the identities of all in whose place a correction stands, however often."""
    own = Event.objects.for_person(person).filter(payload__has_key="corrects")
    said = {str(event.pk): event for event in own}
    found: set[str] = set()
    for event in said.values():
        if event.is_void:
            continue
        found |= set(event.payload.get("beside", ()))
        step: Event | None = event
        while step is not None:
            before = step.payload["corrects"]
            found.add(before)
            step = said.get(before)
    return found


def _voids_of(person: Person, events: Sequence[Event]) -> dict[int, Event]:
    """Return what took these events back, by its number."""
    own = Event.objects.for_person(person)
    found: dict[int, Event] = {}
    for part in parts([event.voided_by or 0 for event in events]):
        found |= {void.number: void for void in own.filter(number__in=part)}
    return found


def _corrected_by(person: Person, events: Iterable[Event]) -> list[Event]:
    keys = [e.payload["corrects"] for e in events if e.payload.get("corrects")]
    own = Event.objects.for_person(person)
    # What a rule told anew, of a mail that came whole, is not shown beside the whole one.
    by_rule = own.filter(kind=EventKind.VOID, decided_by=DecidedBy.RULE)
    void = own.exclude(voided_by=None).exclude(voided_by__in=by_rule.values("number"))
    return list(void.filter(pk__in=keys)) if keys else []


def _void_all(
    person: Person, events: Sequence[Event], *, undone: uuid.UUID, now: datetime
) -> None:
    drafts = [void_of(event, now=now, undone=undone) for event in events]
    voids = write_events(person, drafts, now=now)
    _void_by({event.pk: void for event, void in zip(events, voids, strict=True)})
    rederive(person, {event.application_id for event in events})


def _revive_all(person: Person, events: Sequence[Event], *, now: datetime) -> None:
    by_number = _voids_of(person, events)
    voids = [by_number[event.voided_by or 0] for event in events]
    again = write_events(person, [void_of(void, now=now) for void in voids], now=now)
    _void_by({void.pk: later for void, later in zip(voids, again, strict=True)})
    _void_by({event.pk: None for event in events})
    rederive(person, {event.application_id for event in events})


def _void_by(voids: Mapping[uuid.UUID, Event | None]) -> None:
    """Write what takes each of these events back; None for nothing."""
    rows = [(void.number if void else None, key) for key, void in voids.items()]
    update_rows(Event, ("voided_by",), rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One press of the past month: what it did, to how many, and whether it counts.

    Attributes:
        kind: What it did, or did most of.
        event: The one event that it was; None where it was several.
        named: A few of the applications that it touched.
        more: How many it touched besides those named.
        is_mail: It was a reading of mail.
        is_list: It was a list that was taken in.
        is_gone: What it told of was deleted, and cannot be brought back.
        arranged: What it changed about an interview or a test.
    """

    batch: uuid.UUID | None
    event: Event | None
    kind: EventKind
    at: datetime
    named: list[Application]
    more: int
    is_undone: bool
    is_mail: bool = False
    is_list: bool = False
    is_gone: bool = False
    arranged: Arranged | None = None

    @property
    def begins(self) -> date | None:
        """When the interview or the test begins that it brought or moved, or its day alone."""
        if self.event is None:
            return None
        if self.arranged:
            return self.arranged.starts_at or self.arranged.on_day
        return begins_at(self.event.payload) or day_alone(self.event.payload)

    @property
    def touched(self) -> int:
        """How many applications it touched."""
        return len(self.named) + self.more


def recent_actions(person: Person, *, now: datetime) -> QuerySet[Event, dict[str, Any]]:
    """Return one row for each press of the past month, the newest first, for a paginator.

    What mail said by itself is no press; an import is.
    """
    events = Event.objects.for_person(person).filter(
        Q(decided_by=DecidedBy.PERSON) | Q(batch__isnull=False),
        recorded_at__gt=now - UNDO_WITHIN,
    )
    is_told_elsewhere = Q(batch=None) | Q(voided_by__isnull=False)
    rows: QuerySet[Event, Any] = (
        events.exclude(is_told_elsewhere, kind=EventKind.VOID)
        .annotate(action=Coalesce("batch", "id"))
        .values("action")
        .annotate(
            last=Max("number"),
            events=Count("id"),
            undone=Count("voided_by"),
            applications=Count("application", distinct=True),
        )
        .order_by("-last")
    )
    return rows


def has_a_row(person: Person, key: uuid.UUID, *, now: datetime) -> bool:
    """Say whether `changes` tells of a press, or of the one event that it recorded or undid."""
    is_it = Q(batch=key) | Q(batch=None, pk=key)
    if recent_actions(person, now=now).filter(is_it).exists():
        return True
    own = Event.objects.for_person(person).filter(kind=EventKind.VOID, voided_by=None)
    alone = own.filter(batch__isnull=False, payload__event=str(key))
    return alone.filter(recorded_at__gt=now - UNDO_WITHIN).exists()


def changes(person: Person, actions: Sequence[dict[str, Any]]) -> list[Change]:
    """Return what a page shows of these rows of `recent_actions`."""
    own = Event.objects.for_person(person).select_related("application__merged_into")
    last = {
        event.number: event
        for event in own.filter(number__in=[row["last"] for row in actions])
    }
    voids = [event for event in last.values() if event.kind == EventKind.VOID]
    keys = [event.payload["event"] for event in voids]
    undone = {str(event.pk): event for event in own.filter(pk__in=keys)}
    told = changes_by(person, [*last.values(), *undone.values()])
    deleted = gone(person, [*last.values(), *undone.values()])
    found = [
        _undone(person, event, undone[event.payload["event"]], told=told)
        if event.kind == EventKind.VOID
        else _change(person, row, event, told=told)
        for row in actions
        for event in (last[row["last"]],)
    ]
    return [
        replace(each, is_gone=each.event is not None and each.event.pk in deleted)
        for each in found
    ]


def _undone(
    person: Person, void: Event, event: Event, *, told: Mapping[uuid.UUID, Arranged]
) -> Change:
    """Return what a page shows of one event that was taken back by itself."""
    application = event.application.head
    _name_as_it_was(person, application)
    return Change(
        batch=None,
        event=event,
        kind=EventKind(event.kind),
        at=void.recorded_at,
        named=[application],
        more=0,
        is_undone=True,
        arranged=told.get(event.pk),
    )


def _change(
    person: Person,
    row: dict[str, Any],
    last: Event,
    *,
    told: Mapping[uuid.UUID, Arranged],
) -> Change:
    named = [last.application.head]
    # What the person said of a single mail is their own press.
    is_theirs = last.decided_by == DecidedBy.PERSON
    if row["applications"] > 1:
        own = Application.objects.for_person(person)
        named = list(own.filter(events__batch=last.batch).distinct()[:NAMED])
    elif last.kind == EventKind.MERGE and "split" not in last.payload:
        # The name that stays comes first.
        named = [last.application, *_parts_of(person, last)]
    for application in named:
        _name_as_it_was(person, application)
    return Change(
        batch=last.batch,
        event=last if last.batch is None else None,
        kind=EventKind(last.kind),
        at=last.recorded_at,
        named=named,
        more=max(row["applications"] - len(named), 0),
        is_undone=row["undone"] == row["events"],
        is_mail=last.batch is not None
        and last.source_kind == SourceKind.MESSAGE
        and not is_theirs,
        is_list=last.batch is not None and last.source_kind == SourceKind.FILE,
        arranged=told.get(last.pk),
    )


def _parts_of(person: Person, merge: Event) -> list[Application]:
    own = Application.objects.for_person(person)
    return list(own.filter(pk=merge.payload["application"]))


def _name_as_it_was(person: Person, application: Application) -> None:
    """Name an application, for showing, by what was taken back where nothing else is left."""
    if application.company or application.role:
        return
    own = Event.objects.for_person(person).filter(
        application=application, kind=EventKind.DESCRIBED
    )
    for said in own.order_by("number").values_list("payload", flat=True):
        application.company = said.get("company") or application.company
        application.role = said.get("role") or application.role


def is_undone(person: Person, batch: uuid.UUID) -> bool | None:
    """Return whether nothing of one press counts any more; None where it recorded nothing."""
    events = _of_batch(person, batch)
    if not events.exists():
        return None
    return not events.filter(voided_by=None).exists()


def new_batch() -> uuid.UUID:
    """Return the identity of one press."""
    return uuid7()
