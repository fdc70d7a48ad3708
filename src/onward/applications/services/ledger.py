"""The ledger's heart: events become history here, and what lists need is derived anew."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import F, Q

from onward.applications.models import Application, Event, Ledger, tag_text_of
from onward.applications.rules.facts import SEARCHED_FACTS
from onward.applications.rules.history import Summary, summarise
from onward.applications.rules.kinds import (
    FACTS,
    DecidedBy,
    EventKind,
    SourceKind,
)
from onward.applications.rules.payload import check_payload
from onward.core.ids import uuid7
from onward.core.text import search_fold
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

BATCH = 500
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft:
    """An event that somebody or something proposes; `commit_events` makes it history.

    Attributes:
        at: When it happened, aware UTC.
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

    Every event of the product is made here. Events get the person's next numbers in the
    order of `drafts`.

    Raises:
        ValueError: If a payload does not fit its kind; then nothing is recorded.
    """
    fresh = _without_known_keys(person, drafts)
    if not fresh:
        return []
    first = _take_numbers(person, len(fresh))
    events = [
        _event(person, draft, number=first + place, now=now)
        for place, draft in enumerate(fresh)
    ]
    Event.objects.bulk_create(events, batch_size=BATCH)
    rederive(person, {event.application_id for event in events})
    return events


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
        known.update(
            Event.objects.for_person(person)
            .filter(key__in=part)
            .values_list("key", flat=True)
        )
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


def _event(person: Person, draft: EventDraft, *, number: int, now: datetime) -> Event:
    check_payload(draft.kind, draft.payload)
    identity = uuid7()
    return Event(
        id=identity,
        person=person,
        application_id=draft.application_id,
        number=number,
        kind=draft.kind,
        at=draft.at,
        recorded_at=now,
        decided_by=draft.decided_by,
        source_kind=draft.source_kind,
        source_id=draft.source_id,
        payload=dict(draft.payload),
        key=draft.key or f"hand:{identity}",
        batch=draft.batch,
    )


def rederive(person: Person, application_ids: Iterable[uuid.UUID]) -> None:
    """Store anew what follows from the events of these applications and their heads."""
    heads = _heads(person, application_ids)
    for part in parts(sorted(heads)):
        changed = [_apply(app, summary) for app, summary in summaries(person, part)]
        # An upsert of rows that are there: bulk_update took four times as long.
        Application.objects.bulk_create(
            changed,
            update_conflicts=True,
            unique_fields=("id",),
            update_fields=DERIVED_FIELDS,
        )


FACT_LIMITS = {
    field.name: field.max_length
    for field in Application._meta.concrete_fields
    if field.name in FACTS
}
"""How many characters each fact may have."""

DERIVED_FIELDS = (
    *FACTS,
    "stage",
    "reached",
    "no_kind",
    "applied_at",
    "last_moved_at",
    "is_open",
    "is_archived",
    "custom_stage",
    "tag_text",
    "snoozed_until",
    "waiting_since",
    "follow_ups",
    "search_text",
    "company_sort",
)


def summaries(
    person: Person, application_ids: Sequence[uuid.UUID]
) -> list[tuple[Application, Summary]]:
    """Return these applications with what their events, merged ones included, say now."""
    own = Application.objects.for_person(person)
    applications = own.in_bulk(application_ids)
    heads = {key: key for key in applications}
    heads |= own.filter(merged_into__in=heads).values_list("pk", "merged_into_id")
    histories: dict[uuid.UUID, list[Event]] = {key: [] for key in applications}
    for part in parts(list(heads)):
        for event in Event.objects.for_person(person).filter(application__in=part):
            histories[heads[event.application_id]].append(event)
    return [
        (applications[key], summarise(event.as_past(of=key) for event in history))
        for key, history in histories.items()
    ]


def search_text_of(facts: Mapping[str, str], *, tags: Sequence[str] = ()) -> str:
    """Return the folded words by which an application is found."""
    words = [facts[name] for name in SEARCHED_FACTS if facts[name]]
    return search_fold(" ".join([*words, *tags]))


def _heads(person: Person, application_ids: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    heads: set[uuid.UUID] = set()
    for part in parts(sorted(set(application_ids))):
        rows = Application.objects.for_person(person).filter(pk__in=part)
        heads |= {row.merged_into_id or row.pk for row in rows.only("merged_into")}
    return heads


def _apply(application: Application, summary: Summary) -> Application:
    for name, value in summary.facts.items():
        setattr(application, name, value[: FACT_LIMITS[name]])
    application.stage = summary.stage
    application.reached = summary.reached
    application.no_kind = summary.no_kind or ""
    application.applied_at = summary.applied_at
    application.last_moved_at = summary.last_moved_at
    application.is_open = summary.is_open
    application.is_archived = summary.is_archived
    custom = summary.custom_stage
    application.custom_stage = uuid.UUID(custom) if custom else None
    application.tag_text = tag_text_of(summary.tags)
    application.snoozed_until = summary.snoozed_until
    application.waiting_since = summary.waiting_since
    application.follow_ups = summary.follow_ups
    application.search_text = search_text_of(summary.facts, tags=summary.tags)
    application.company_sort = search_fold(summary.facts["company"])[:200]
    return application


def parts(items: Sequence[_Item], *, size: int = BATCH) -> Iterator[Sequence[_Item]]:
    """Return `items` in pieces of `size`, so that no query grows without bounds."""
    return (items[place : place + size] for place in range(0, len(items), size))


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


def disagreements(person: Person) -> list[Application]:
    """Return the applications whose stored summary no longer follows from their events."""
    ids = list(
        Application.objects.for_person(person)
        .filter(merged_into=None)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    wrong = []
    for part in parts(ids):
        for application, summary in summaries(person, part):
            stored = [getattr(application, name) for name in DERIVED_FIELDS]
            _apply(application, summary)
            if stored != [getattr(application, name) for name in DERIVED_FIELDS]:
                wrong.append(application)
    return wrong
