"""The ledger's use cases: record what happened, take it back, put it right."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from onward.applications.models import Application, Event, Ledger
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
from onward.people.models import Person

BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft:
    """An event that somebody or something proposes; `commit_events` makes it history.

    Attributes:
        at: When it happened, aware UTC.
        key: What it rests on; the same key is never recorded twice for a person. Empty
            for what a person does by hand, which may happen twice.
    """

    application_id: uuid.UUID
    kind: EventKind
    at: datetime
    decided_by: DecidedBy
    source_kind: SourceKind = SourceKind.HAND
    source_id: uuid.UUID | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)
    key: str = ""


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


def _without_known_keys(
    person: Person, drafts: Sequence[EventDraft]
) -> list[EventDraft]:
    keys = {draft.key for draft in drafts if draft.key}
    known: set[str] = set()
    for part in _parts(sorted(keys)):
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
    )


def rederive(person: Person, application_ids: Iterable[uuid.UUID]) -> None:
    """Store anew what follows from the events of these applications and their heads."""
    heads = _heads(person, application_ids)
    for part in _parts(sorted(heads)):
        changed = [_apply(app, summary) for app, summary in summaries(person, part)]
        Application.objects.bulk_update(changed, DERIVED_FIELDS, batch_size=BATCH)


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
    "is_archived",
    "search_text",
    "company_sort",
)


def summaries(
    person: Person, application_ids: Sequence[uuid.UUID]
) -> list[tuple[Application, Summary]]:
    """Return these applications with what their events, merged ones included, say now."""
    applications = Application.objects.for_person(person).in_bulk(application_ids)
    histories: dict[uuid.UUID, list[Event]] = {key: [] for key in applications}
    rows = Event.objects.for_person(person).filter(
        Q(application__in=application_ids)
        | Q(application__merged_into__in=application_ids)
    )
    for event in rows.select_related("application").order_by("number"):
        head = event.application.merged_into_id or event.application_id
        if head in histories:
            histories[head].append(event)
    return [
        (applications[key], summarise(event.as_past() for event in history))
        for key, history in histories.items()
    ]


def search_text_of(facts: Mapping[str, str]) -> str:
    """Return the folded words by which an application is found."""
    return search_fold(" ".join(facts[name] for name in FACTS if name != "url"))


def _heads(person: Person, application_ids: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    heads: set[uuid.UUID] = set()
    for part in _parts(sorted(set(application_ids))):
        rows = Application.objects.for_person(person).filter(pk__in=part)
        for key, merged_into in rows.values_list("pk", "merged_into_id"):
            heads.update({key, merged_into} - {None})
    return heads


def _apply(application: Application, summary: Summary) -> Application:
    for name, value in summary.facts.items():
        setattr(application, name, value[: FACT_LIMITS[name]])
    application.stage = summary.stage
    application.reached = summary.reached
    application.no_kind = summary.no_kind or ""
    application.applied_at = summary.applied_at
    application.last_moved_at = summary.last_moved_at
    application.is_archived = summary.is_archived
    application.search_text = search_text_of(summary.facts)
    application.company_sort = search_fold(summary.facts["company"])[:200]
    return application


def _parts(items: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (items[place : place + BATCH] for place in range(0, len(items), BATCH))


@transaction.atomic
def add_application(
    person: Person,
    *,
    facts: Mapping[str, str],
    applied_at: datetime | None,
    now: datetime,
    decided_by: DecidedBy = DecidedBy.PERSON,
) -> Application:
    """Create an application by hand; without `applied_at` it is saved for later."""
    application = Application.objects.create(person=person)
    described = {name: facts[name].strip() for name in FACTS if facts.get(name)}
    first = EventKind.APPLIED if applied_at else EventKind.SAVED
    commit_events(
        person,
        [
            EventDraft(
                application_id=application.pk,
                kind=kind,
                at=at,
                decided_by=decided_by,
                payload=payload,
            )
            for kind, at, payload in (
                (EventKind.DESCRIBED, now, described),
                (first, applied_at or now, {}),
            )
        ],
        now=now,
    )
    application.refresh_from_db()
    return application


def describe(
    person: Person, application: Application, *, facts: Mapping[str, str], now: datetime
) -> Event | None:
    """Record what the person changed about an application; None where nothing did."""
    changed = {
        name: facts[name].strip()
        for name in FACTS
        if name in facts and facts[name].strip() != getattr(application, name)
    }
    if not changed:
        return None
    return _record(
        person, application, kind=EventKind.DESCRIBED, at=now, payload=changed, now=now
    )


def add_event(
    person: Person,
    application: Application,
    *,
    kind: EventKind,
    at: datetime,
    now: datetime,
    note: str = "",
) -> Event:
    """Record by hand that something happened, with an optional note."""
    payload = {"note": note.strip()} if note.strip() else {}
    return _record(person, application, kind=kind, at=at, payload=payload, now=now)


def _record(
    person: Person,
    application: Application,
    *,
    kind: EventKind,
    at: datetime,
    payload: Mapping[str, Any],
    now: datetime,
) -> Event:
    draft = EventDraft(
        application_id=application.pk,
        kind=kind,
        at=at,
        decided_by=DecidedBy.PERSON,
        payload=payload,
    )
    return commit_events(person, [draft], now=now)[0]


@transaction.atomic
def void_event(person: Person, event: Event, *, now: datetime) -> Event:
    """Take an event back by a later one; taking back a VOID brings the first one back."""
    draft = EventDraft(
        application_id=event.application_id,
        kind=EventKind.VOID,
        at=now,
        decided_by=DecidedBy.PERSON,
        payload={"event": str(event.pk)},
    )
    void = commit_events(person, [draft], now=now)[0]
    _set_void(person, event, voided_by=void.number)
    rederive(person, {event.application_id})
    return void


def _set_void(person: Person, event: Event, *, voided_by: int | None) -> None:
    Event.objects.for_person(person).filter(pk=event.pk).update(voided_by=voided_by)
    event.voided_by = voided_by
    if event.kind == EventKind.VOID:
        inner = Event.objects.for_person(person).get(pk=event.payload["event"])
        _set_void(person, inner, voided_by=event.number if voided_by is None else None)
    elif event.kind == EventKind.MERGE:
        _set_merged(person, event, is_merged=voided_by is None)
    elif event.kind == EventKind.SPLIT:
        _set_merged(person, event, is_merged=voided_by is not None)


def _set_merged(person: Person, event: Event, *, is_merged: bool) -> None:
    head = event.application_id if is_merged else None
    other = uuid.UUID(event.payload["application"])
    Application.objects.for_person(person).filter(pk=other).update(merged_into=head)
    rederive(person, {event.application_id, other})


@transaction.atomic
def correct_event(
    person: Person,
    event: Event,
    *,
    kind: EventKind,
    at: datetime,
    now: datetime,
    note: str | None = None,
) -> Event:
    """Replace an event by what really happened; it keeps its message, and both stay readable."""
    payload = dict(event.payload) | {"corrects": str(event.pk)}
    if note is not None:
        payload["note"] = note.strip()
    void_event(person, event, now=now)
    draft = EventDraft(
        application_id=event.application_id,
        kind=kind,
        at=at,
        decided_by=DecidedBy.PERSON,
        source_kind=SourceKind(event.source_kind),
        source_id=event.source_id,
        payload=payload,
    )
    return commit_events(person, [draft], now=now)[0]


@transaction.atomic
def merge(
    person: Person, application: Application, *, other: Application, now: datetime
) -> Event:
    """Make `other` part of `application`: one timeline, undone by voiding the event.

    Raises:
        ValueError: If both are the same, or one is part of another already.
    """
    if application.pk == other.pk:
        raise ValueError("An application cannot be merged with itself.")
    if application.merged_into_id or other.merged_into_id:
        raise ValueError("One of the two is part of another application already.")
    Application.objects.for_person(person).filter(merged_into=other).update(
        merged_into=application
    )
    Application.objects.for_person(person).filter(pk=other.pk).update(
        merged_into=application
    )
    return _record(
        person,
        application,
        kind=EventKind.MERGE,
        at=now,
        payload={"application": str(other.pk)},
        now=now,
    )


@transaction.atomic
def split(
    person: Person, application: Application, *, events: Sequence[Event], now: datetime
) -> Application:
    """Move these events into an application of their own; undone by voiding the SPLIT.

    Raises:
        ValueError: If none of the events is one of this application's.
    """
    own = timeline_events(person, application).filter(
        pk__in=[event.pk for event in events]
    )
    moved = list(own.values_list("pk", flat=True))
    if not moved:
        raise ValueError("Choose what belongs to the other application.")
    other = Application.objects.create(person=person)
    facts = {name: getattr(application, name) for name in ("company", "role", "system")}
    commit_events(
        person,
        [
            EventDraft(
                application_id=other.pk,
                kind=EventKind.DESCRIBED,
                at=now,
                decided_by=DecidedBy.IMPORT,
                payload={name: value for name, value in facts.items() if value},
            )
        ],
        now=now,
    )
    Event.objects.for_person(person).filter(pk__in=moved).update(application=other)
    _record(
        person,
        application,
        kind=EventKind.SPLIT,
        at=now,
        payload={"application": str(other.pk), "events": [str(key) for key in moved]},
        now=now,
    )
    rederive(person, {other.pk})
    other.refresh_from_db()
    return other


def timeline_events(person: Person, application: Application) -> Any:
    """Return the events of an application and of those merged into it, oldest first."""
    return (
        Event.objects.for_person(person)
        .filter(Q(application=application) | Q(application__merged_into=application))
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
    for part in _parts(ids):
        for application, summary in summaries(person, part):
            stored = [getattr(application, name) for name in DERIVED_FIELDS]
            _apply(application, summary)
            if stored != [getattr(application, name) for name in DERIVED_FIELDS]:
                wrong.append(application)
    return wrong
