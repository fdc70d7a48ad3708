"""How much care a no gets, whether it asks for anything, and what Today shows; pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from onward.applications.rules.history import (
    PastEvent,
    applies_again,
    is_quiet,
    reopens,
    summarise,
)
from onward.applications.rules.kinds import (
    NO_KINDS,
    EventKind,
    NoKind,
    Stage,
)
from onward.method.rules import Depth

RECENT = timedelta(days=3)
"""A no that was older than this when it was learned of asks for nothing."""


class Mattered(StrEnum):
    """How much a no mattered, in the person's own answer."""

    LITTLE = "little"
    SOME = "some"
    LOT = "lot"


_DEPTHS = (Depth.TAP, Depth.SOME, Depth.WHOLE)

_BY_STAGE: dict[Stage, Depth] = {
    Stage.REPLIED: Depth.SOME,
    Stage.ASSESSMENT: Depth.SOME,
    Stage.INTERVIEW: Depth.WHOLE,
    Stage.OFFER: Depth.WHOLE,
    Stage.ACCEPTED: Depth.WHOLE,
}


def depth_of(
    *, kind: NoKind, reached: Stage, mattered: Mattered | None = None
) -> Depth:
    """Return how much care a no is offered, from how far it went and how much it mattered.

    An application that nobody answered gets one tap; a reply or an assessment some care;
    an interview or an offer the whole plan. One's own no and a job that went away get one
    level less, unless the person says that it mattered.

    Args:
        reached: The furthest stage the application had before the no.
        mattered: None where the person has not said.
    """
    level = _DEPTHS.index(_BY_STAGE.get(reached, Depth.TAP))
    if kind != NoKind.THEY_SAID_NO:
        level -= 1
    if mattered == Mattered.LITTLE:
        level -= 1
    if mattered == Mattered.SOME:
        level = max(level, 1)
    if mattered == Mattered.LOT:
        level = 2
    return _DEPTHS[max(level, 0)]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the history of its application says about one no.

    Attributes:
        reached: The furthest stage before it.
        reopened_at: When the application came to life again after it; None if it did not.
        is_echo: It repeats a no that was already known, with no sign of life between them,
            and no further application.
    """

    reached: Stage
    reopened_at: datetime | None
    is_echo: bool


def read_no(history: Iterable[PastEvent], *, number: int) -> Reading:
    """Return what `history` says about the no with this number.

    Args:
        history: All events of its application, in any order, the no among them.

    Raises:
        ValueError: If there is no such event.
    """
    moves = sorted(
        (
            event
            for event in history
            if event.number == number or (not event.is_void and not is_quiet(event))
        ),
        key=lambda event: (event.at, event.number),
    )
    numbers = [event.number for event in moves]
    if number not in numbers:
        raise ValueError(f"There is no event {number} in this history.")
    place = numbers.index(number)
    before, after = moves[:place], moves[place + 1 :]
    life = _life(moves)
    later = next((event for event in after if event.number in life), None)
    return Reading(
        reached=summarise(before).reached,
        reopened_at=later.at if later else None,
        is_echo=_is_echo(before, after, of=moves[place], life=life),
    )


def _life(moves: Iterable[PastEvent]) -> set[int]:
    """Return the numbers of what opens an application again, or would, from a history in order."""
    life: set[int] = set()
    no: NoKind | None = None
    for event in moves:
        if event.kind in NO_KINDS:
            no = NO_KINDS[event.kind]
        elif reopens(event, no=no):
            life.add(event.number)
            no = None
    return life


def _is_echo(
    before: Sequence[PastEvent],
    after: Sequence[PastEvent],
    *,
    of: PastEvent,
    life: Set[int],
) -> bool:
    repeated = NO_KINDS.keys() - _LESS_THAN.get(of.kind, {EventKind.SILENCE})
    earlier = list(_until(life, reversed(before)))
    later = list(_until(life, after))
    return any(
        event.kind in repeated
        and event.number < of.number
        # Whoever applied once more in between was told no twice, whichever came in first.
        and not any(applies_again(one, after=min(event.at, of.at)) for one in side[:n])
        for side in (earlier, later)
        for n, event in enumerate(side)
    )


# A word after a silence is news, since nobody had said it before; and that they decided
# about the person is, after it was only heard that the job went away.
_LESS_THAN: Mapping[EventKind, Set[EventKind]] = {
    EventKind.SILENCE: frozenset(),
    EventKind.REJECTION: frozenset({EventKind.SILENCE, EventKind.POSITION_CLOSED}),
}


def _until(life: Set[int], events: Iterable[PastEvent]) -> Iterable[PastEvent]:
    for event in events:
        if event.number in life:
            return
        yield event


def is_recent(*, said_at: datetime, learned_at: datetime) -> bool:
    """Return whether a no was fresh enough, when it was learned of, to ask for anything."""
    return learned_at - said_at <= RECENT


class CardLike(Protocol):
    """What the choice of Today's cards needs to know of a card."""

    @property
    def step(self) -> str:
        """The step that offers it."""

    @property
    def kind(self) -> str:
        """Its stable name within the step."""

    @property
    def weight(self) -> int:
        """The heaviest is the one small step."""

    @property
    def is_rest(self) -> bool:
        """It says that it is quiet."""

    @property
    def suits_rest(self) -> bool:
        """It may be shown while it is quiet."""

    @property
    def is_arrival(self) -> bool:
        """It says that an accepted offer ended the search."""

    @property
    def suits_arrival(self) -> bool:
        """It may be shown once an accepted offer ended the search."""

    @property
    def is_fixed(self) -> bool:
        """Others fixed its day, which does not wait."""


CardT = TypeVar("CardT", bound=CardLike)


@dataclass(frozen=True, slots=True)
class Choice(Generic[CardT]):
    """What Today shows.

    Attributes:
        rest: The quiet window that is on, if one is.
        step: The one small step on offer, if one is.
        others: What waits behind "Something else".
        away: What was answered with "Not now" today, the heaviest first.
    """

    rest: CardT | None
    step: CardT | None
    others: tuple[CardT, ...]
    away: tuple[CardT, ...] = ()


def choose(
    cards: Sequence[CardT], *, snoozed: Collection[tuple[str, str]] = ()
) -> Choice[CardT]:
    """Return what Today shows of `cards`: rest first, then one small step, the rest folded.

    Once an accepted offer ended the search, what would push it on is left out.

    A card answered with "Not now" is not replaced by a lighter one on the same day: that
    would be asking again. A heavier one may still come, and so may what others fixed.

    Args:
        snoozed: The (step, kind) of the cards answered with "Not now" today.
    """
    rest = next((card for card in cards if card.is_rest), None)
    if any(card.is_arrival for card in cards):
        cards = [card for card in cards if card.is_rest or card.suits_arrival]
    offers = sorted(
        (c for c in cards if not c.is_rest and (rest is None or c.suits_rest)),
        key=lambda card: -card.weight,
    )
    away = [card for card in offers if (card.step, card.kind) in snoozed]
    left = [card for card in offers if card not in away]
    floor = max((card.weight for card in away), default=None)
    step = next(
        (c for c in left if floor is None or c.weight > floor or c.is_fixed), None
    )
    others = tuple(card for card in left if card is not step)
    return Choice(rest=rest, step=step, others=others, away=tuple(away))
