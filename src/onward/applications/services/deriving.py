"""What lists need of an application, stored beside the events that it follows from."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models.functions import Coalesce

from onward.applications.models import Application, Event, tag_text_of
from onward.applications.rules.facts import SEARCHED_FACTS
from onward.applications.rules.history import Summary, summarise
from onward.applications.rules.kinds import FACTS, DecidedBy, EventKind
from onward.applications.rules.past import PastEvent
from onward.applications.services.rows import insert_rows, update_rows
from onward.core.parts import parts
from onward.core.text import search_fold
from onward.people.models import Person

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


def derived_values(summary: Summary) -> tuple[Any, ...]:
    """Return the values of `DERIVED_FIELDS`, in their order."""
    facts = summary.facts
    return (
        *[facts[name][: FACT_LIMITS[name]] for name in FACTS],
        summary.stage.value,
        summary.reached.value,
        summary.no_kind.value if summary.no_kind else "",
        summary.applied_at,
        summary.last_moved_at,
        summary.is_open,
        summary.is_archived,
        uuid.UUID(summary.custom_stage) if summary.custom_stage else None,
        tag_text_of(summary.tags),
        summary.snoozed_until,
        summary.waiting_since,
        summary.follow_ups,
        search_text_of(facts, tags=summary.tags),
        search_fold(facts["company"])[:200],
    )


def search_text_of(facts: Mapping[str, str], *, tags: Sequence[str] = ()) -> str:
    """Return the folded words by which an application is found."""
    words = [facts[name] for name in SEARCHED_FACTS if facts[name]]
    return search_fold(" ".join([*words, *tags]))


def rederive(person: Person, application_ids: Iterable[uuid.UUID]) -> None:
    """Store anew what follows from the events of these applications and their heads."""
    for part in parts(sorted(_heads(person, application_ids))):
        update_rows(
            Application,
            DERIVED_FIELDS,
            [
                (*derived_values(summarise(history)), head)
                for head, history in _histories(person, part).items()
            ],
        )


def begin_applications(
    person: Person,
    histories: Mapping[uuid.UUID, Sequence[PastEvent]],
    *,
    now: datetime,
) -> None:
    """Make new applications, each with what follows from its events."""
    insert_rows(
        Application,
        ("id", "person_id", "created_at", *DERIVED_FIELDS),
        [
            (key, person.pk, now, *derived_values(summarise(history)))
            for key, history in histories.items()
        ],
    )


def summaries(
    person: Person, application_ids: Sequence[uuid.UUID]
) -> list[tuple[Application, Summary]]:
    """Return these applications with what their events, merged ones included, say now."""
    applications = Application.objects.for_person(person).in_bulk(application_ids)
    histories = _histories(person, list(applications))
    return [(applications[key], summarise(told)) for key, told in histories.items()]


def disagreements(person: Person) -> list[Application]:
    """Return the applications whose stored summary no longer follows from their events."""
    ids = list(
        Application.objects.for_person(person)
        .filter(merged_into=None)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    return [
        application
        for part in parts(ids)
        for application, summary in summaries(person, part)
        if _stored(application) != derived_values(summary)
    ]


def _stored(application: Application) -> tuple[Any, ...]:
    return tuple(getattr(application, name) for name in DERIVED_FIELDS)


def _heads(person: Person, application_ids: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    heads: set[uuid.UUID] = set()
    for part in parts(sorted(set(application_ids))):
        rows = Application.objects.for_person(person).filter(pk__in=part)
        heads |= set(rows.values_list(Coalesce("merged_into_id", "id"), flat=True))
    return heads


def _histories(
    person: Person, heads: Sequence[uuid.UUID]
) -> dict[uuid.UUID, list[PastEvent]]:
    """Return the events of these applications and of those that are part of them."""
    head_of = {key: key for key in heads}
    own = Application.objects.for_person(person).filter(merged_into__in=heads)
    head_of |= own.values_list("pk", "merged_into_id")
    histories: dict[uuid.UUID, list[PastEvent]] = {key: [] for key in heads}
    for part in parts(list(head_of)):
        events = Event.objects.for_person(person).filter(application__in=part)
        for row in events.values_list(*_PAST):
            head = head_of[row[0]]
            histories[head].append(_past(row, is_own=row[0] == head))
    return histories


_PAST = (
    *("application_id", "number", "kind", "at"),
    *("decided_by", "payload", "voided_by", "id"),
)


def _past(row: tuple[Any, ...], *, is_own: bool) -> PastEvent:
    """Return an event as the rules see it, from the columns `_PAST`."""
    _, number, kind, at, decided_by, payload, voided_by, identity = row
    return PastEvent(
        number=number,
        kind=EventKind(kind),
        at=at,
        decided_by=DecidedBy(decided_by),
        payload=payload,
        is_void=voided_by is not None,
        is_own=is_own,
        identity=str(identity),
    )
