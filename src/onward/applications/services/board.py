"""The board: columns of stages, each with its newest cards and never all of them."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from onward.applications.models import Application, CustomStage
from onward.applications.rules.kinds import STAGE_ORDER, Stage
from onward.applications.services.moving import Place, custom_stages
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

CARDS_SHOWN = 20
MOST_SHOWN = 200
_CARD = (
    *("id", "company", "role", "stage", "custom_stage", "no_kind", "tag_text"),
    *("deadline", "last_moved_at", "person_id", "merged_into_id"),
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the board.

    Attributes:
        custom: The person's own stage that it is; None for a stage of the ledger.
        cards: The newest of it.
        has_more: There are more than these.
        is_closed: The place for what ended: nothing is shown there, it only takes in.
    """

    place: Place
    custom: CustomStage | None
    cards: list[Application]
    has_more: bool

    @property
    def is_closed(self) -> bool:
        """It is the place for what ended."""
        return self.place.stage == Stage.CLOSED


def board(
    person: Person, *, today: date, shown: Mapping[str, int] | None = None
) -> list[Column]:
    """Return the columns of the board from saved to closed, own stages after theirs.

    Args:
        today: What is out of sight until later than this is left out.
        shown: How many cards of a column, by its key; CARDS_SHOWN of the others.
    """
    shown = shown or {}
    own = list(custom_stages(person))
    gone = list(
        CustomStage.objects.for_person(person)
        .exclude(removed_at=None)
        .values_list("pk", flat=True)
    )
    columns = []
    for stage in STAGE_ORDER:
        here = [custom for custom in own if custom.stage == stage]
        for custom in (None, *here):
            place = Place(stage, custom.pk if custom else None)
            limit = min(shown.get(place.key, CARDS_SHOWN), MOST_SHOWN)
            cards = _cards(person, place, gone=gone, today=today, limit=limit + 1)
            columns.append(Column(place, custom, cards[:limit], len(cards) > limit))
    return [*columns, Column(Place(Stage.CLOSED), None, [], False)]


def _cards(
    person: Person,
    place: Place,
    *,
    gone: Sequence[uuid.UUID],
    today: date,
    limit: int,
) -> list[Application]:
    # One equality for each part of the index, so that no column is read as a whole.
    rows = (
        Application.objects.for_person(person)
        .filter(merged_into=None, is_archived__in=(False,), stage=place.stage)
        .filter(Q(snoozed_until=None) | Q(snoozed_until__lte=today))
        .order_by("-last_moved_at", "id")
        .only(*_CARD)
    )
    cards = list(rows.filter(custom_stage=place.custom)[:limit])
    if place.custom is None and gone:
        cards += _at_removed(rows, gone=gone, limit=limit)
        cards.sort(
            key=lambda card: (card.last_moved_at is not None, card.last_moved_at)
        )
        cards.reverse()
    return cards[:limit]


def _at_removed(
    rows: OwnedQuerySet[Application], *, gone: Sequence[uuid.UUID], limit: int
) -> list[Application]:
    return list(rows.filter(custom_stage__in=gone)[:limit])
