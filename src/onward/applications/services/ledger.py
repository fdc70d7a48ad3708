"""The ledger's heart: events become history here, and nowhere else."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection, transaction
from django.db.models import F, Q

from onward.applications.models import Application, Event, Ledger
from onward.applications.rules.kinds import (
    DecidedBy,
    EventKind,
    SourceKind,
)
from onward.applications.rules.past import PastEvent
from onward.applications.rules.payload import check_payload
from onward.applications.services.deriving import (
    begin_applications,
    rederive,
)
from onward.applications.services.own_clock import OwnClock
from onward.applications.services.rows import insert_rows, stored_values
from onward.core.ids import uuid7s
from onward.core.parts import parts
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft:
    """An event that somebody or something proposes; `commit_events` makes it history.

    Attributes:
        at: When it happened, aware: UTC, or on the clock of the person's zone where a day or
            an hour was told by that.
        key: What it rests on; the same key is never recorded twice for a person. Empty
            for what a person does by hand, which may happen twice.
        batch: What was done in one press, and is undone in one.
    """

    application_id: uuid.UUID
    kind: EventKind
    at: datetime
    decided_by: DecidedBy
    source_kind: SourceKind = SourceKind.HAND
    source_id: uuid.UUID | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)
    key: str = ""
    batch: uuid.UUID | None = None


@transaction.atomic
def commit_events(
    person: Person, drafts: Sequence[EventDraft], *, now: datetime
) -> list[Event]:
    """Record the drafts whose key is new, derive their applications anew, return the new.

    Events get the person's next numbers in the order of `drafts`.

    Raises:
        ValueError: If a payload does not fit its kind; then nothing is recorded.
    """
    events = write_events(person, drafts, now=now)
    rederive(person, {event.application_id for event in events})
    return events


def write_events(
    person: Person, drafts: Sequence[EventDraft], *, now: datetime
) -> list[Event]:
    """Record as `commit_events` does, for who derives the applications anew in the end.

    Inside a transaction: until then what is stored of them does not follow from their events.
    """
    return [_as_event(person, row) for row in _write(person, drafts, now=now)]


@transaction.atomic
def commit_history(
    person: Person,
    drafts: Sequence[EventDraft],
    *,
    begun: Collection[uuid.UUID],
    now: datetime,
) -> int:
    """Record drafts by the thousand, as `commit_events` does; return how many were new.

    Args:
        begun: Applications that are not there yet: they are made here, with what follows
            from their events, so that nothing is read back.

    Raises:
        ValueError: If a payload does not fit its kind; then nothing is recorded.
    """
    rows = _write(person, drafts, now=now)
    histories: dict[uuid.UUID, list[PastEvent]] = {key: [] for key in begun}
    others: set[uuid.UUID] = set()
    for row in rows:
        if row.application_id in histories:
            histories[row.application_id].append(_as_past(row))
        else:
            others.add(row.application_id)
    begin_applications(person, histories, now=now)
    rederive(person, others)
    return len(rows)


def record(
    person: Person,
    application: Application,
    *,
    kind: EventKind,
    at: datetime,
    now: datetime,
    payload: Mapping[str, Any] | None = None,
    decided_by: DecidedBy = DecidedBy.PERSON,
    batch: uuid.UUID | None = None,
) -> Event:
    """Record one event that rests on nothing but somebody's word."""
    draft = EventDraft(
        application_id=application.pk,
        kind=kind,
        at=at,
        decided_by=decided_by,
        payload=payload or {},
        batch=batch,
    )
    return commit_events(person, [draft], now=now)[0]


def _without_known_keys(
    person: Person, drafts: Sequence[EventDraft]
) -> list[EventDraft]:
    keys = {draft.key for draft in drafts if draft.key}
    known: set[str] = set()
    for part in parts(sorted(keys)):
        known |= stored_values(Event, "key", part, owner=person)
    fresh = []
    for draft in drafts:
        if draft.key in known:
            continue
        if draft.key:
            known.add(draft.key)
        fresh.append(draft)
    return fresh


def _take_numbers(person: Person, count: int) -> int:
    """Return the first of `count` numbers; the row's lock makes their order that of commits."""
    ledger = Ledger.objects.filter(person=person)
    if ledger.update(last_number=F("last_number") + count) != 1:
        Ledger.objects.get_or_create(person=person)
        ledger.update(last_number=F("last_number") + count)
    return ledger.values_list("last_number", flat=True).get() - count + 1


class _Row(NamedTuple):
    """An event as it is stored: the columns of its table, in the model's order."""

    id: uuid.UUID
    person_id: uuid.UUID
    application_id: uuid.UUID
    number: int
    kind: str
    at: datetime
    recorded_at: datetime
    decided_by: str
    source_kind: str
    source_id: uuid.UUID | None
    payload: dict[str, Any]
    key: str
    voided_by: int | None
    batch: uuid.UUID | None
    clock: str


def _write(
    person: Person, drafts: Sequence[EventDraft], *, now: datetime
) -> list[_Row]:
    """Write the drafts whose key is new; every event of the product is made here."""
    fresh = _without_known_keys(person, drafts)
    if not fresh:
        return []
    for draft in fresh:
        check_payload(draft.kind, draft.payload)
    first = _take_numbers(person, len(fresh))
    # Behind the lock: whoever names another zone meanwhile is waited for.
    clock = OwnClock(person, fresh)
    rows = [
        _Row(
            identity,
            person.pk,
            draft.application_id,
            number,
            draft.kind.value,
            clock.moment(draft),
            now,
            draft.decided_by.value,
            draft.source_kind.value,
            draft.source_id,
            clock.payload(draft),
            draft.key or f"hand:{identity}",
            None,
            draft.batch,
            clock.told(draft),
        )
        for number, (identity, draft) in enumerate(
            zip(uuid7s(len(fresh)), fresh, strict=True), start=first
        )
    ]
    insert_rows(Event, _Row._fields, rows)
    return rows


def _as_event(person: Person, row: _Row) -> Event:
    event = Event.from_db(connection.alias, _Row._fields, row)
    event.person = person
    return event


def _as_past(row: _Row) -> PastEvent:
    return PastEvent(
        number=row.number,
        kind=EventKind(row.kind),
        at=row.at,
        decided_by=DecidedBy(row.decided_by),
        payload=row.payload,
        identity=str(row.id),
    )


def on_timeline_of(head: Application | uuid.UUID) -> Q:
    """Return what finds rows that name an application, or one that is joined with it."""
    return Q(application=head) | Q(application__merged_into=head)


def timeline_events(person: Person, application: Application) -> OwnedQuerySet[Event]:
    """Return the events of an application and of those merged into it, oldest first."""
    together = Application.objects.for_person(person).filter(
        Q(pk=application.pk) | Q(merged_into=application)
    )
    return (
        Event.objects.for_person(person)
        .filter(application__in=list(together.values_list("pk", flat=True)))
        .order_by("at", "number")
    )
