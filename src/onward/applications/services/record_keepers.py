"""Who keeps what an event names by its record: of what was deleted there nothing comes back."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import QuerySet

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.people.models import Person

Keeper = Callable[[Person], QuerySet[Any]]
_KEEPERS: dict[EventKind, Keeper] = {}


def keep_records(kind: EventKind, keeper: Keeper) -> None:
    """Ask `keeper` for a person's rows that events of this kind tell of."""
    _KEEPERS[kind] = keeper


def gone(person: Person, events: Iterable[Event]) -> set[uuid.UUID]:
    """Return which events were taken back and tell of a record that was deleted since."""
    told: dict[EventKind, dict[uuid.UUID, str]] = defaultdict(dict)
    for event in events:
        kind, record = EventKind(event.kind), event.payload.get("record", "")
        if event.is_void and record and kind in _KEEPERS:
            told[kind][event.pk] = record
    found: set[uuid.UUID] = set()
    for kind, records in told.items():
        rows = _KEEPERS[kind](person).filter(pk__in=set(records.values()))
        kept = {str(key) for key in rows.values_list("pk", flat=True)}
        found |= {key for key, record in records.items() if record not in kept}
    return found
