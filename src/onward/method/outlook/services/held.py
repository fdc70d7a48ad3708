"""Interviews and tests of the longer view: each once, as it stands now."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator

from django.db.models import Q

from onward.applications.models import Event
from onward.applications.rules.kinds import PLANNED_KINDS, EventKind
from onward.applications.rules.past import PastEvent
from onward.applications.rules.payload import NOT_HELD
from onward.applications.rules.round import Round
from onward.applications.rules.rounds import rounds
from onward.people.models import Person


def standing_talks(
    person: Person, heads: Collection[uuid.UUID] | None = None
) -> Iterator[tuple[uuid.UUID, Round]]:
    """Yield the interviews and tests that were not called off, with their application.

    Args:
        heads: Of these applications with their parts; of all where there are none named.
    """
    rows = Event.objects.for_person(person).filter(
        kind__in=[*PLANNED_KINDS, EventKind.ARRANGED, EventKind.DONE], voided_by=None
    )
    if heads is not None:
        rows = rows.filter(
            Q(application__in=heads) | Q(application__merged_into__in=heads)
        )
    histories: dict[uuid.UUID, list[PastEvent]] = defaultdict(list)
    for event in rows.select_related("application__merged_into"):
        histories[event.application.head.pk].append(event.as_past())
    for head, history in histories.items():
        for each in rounds(history):
            if each.outcome not in NOT_HELD:
                yield head, each
