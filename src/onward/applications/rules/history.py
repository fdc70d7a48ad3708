"""An application as its events tell it: one pure function from history to summary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from onward.applications.rules.kinds import (
    CONTACT_KINDS,
    FACTS,
    NO_KINDS,
    STAGE_ORDER,
    STAGE_REACHED,
    DecidedBy,
    EventKind,
    NoKind,
    Stage,
)
from onward.applications.rules.past import PastEvent
from onward.applications.rules.payload import MOST_TAGS, NOT_HELD
from onward.applications.rules.reopening import (
    LATE_RECEIPT,
    applies_again,
    is_rearranged,
    reopens,
)
from onward.applications.rules.round import Round
from onward.applications.rules.rounds import rounds
from onward.applications.rules.undelivered import undelivered

__all__ = (
    "LATE_RECEIPT",
    "QUIET_KINDS",
    "PastEvent",
    "Summary",
    "applies_again",
    "further",
    "is_bare",
    "is_quiet",
    "noes_said_again",
    "reopens",
    "summarise",
)

QUIET_KINDS = frozenset(
    {
        EventKind.DESCRIBED,
        EventKind.NOTE,
        EventKind.MERGE,
        EventKind.SPLIT,
        EventKind.VOID,
        EventKind.ARCHIVED,
        EventKind.RESTORED,
        EventKind.DOCUMENT,
        EventKind.ADVERT,
        EventKind.FOLLOW_UP,
        EventKind.FEEDBACK_ASKED,
        EventKind.FEEDBACK_RECEIVED,
        EventKind.REFLECTION,
        EventKind.DEBRIEF,
        EventKind.TAGGED,
        EventKind.ARRANGED,
        EventKind.REMINDER,
        EventKind.DONE,
        EventKind.SNOOZED,
    }
)
"""Events that move nothing: bookkeeping, notes, and what is kept beside the way."""


def is_quiet(event: PastEvent) -> bool:
    """Return whether an event moves nothing; mail that rearranges an interview does."""
    return event.kind in QUIET_KINDS and not is_rearranged(event)


_APPLYING = frozenset({EventKind.APPLIED, EventKind.CONFIRMATION})
_BOOKKEEPING = frozenset({EventKind.VOID, EventKind.MERGE, EventKind.SPLIT})
"""What is left of an application all of whose events were taken back or moved elsewhere."""

_BESIDE = _BOOKKEEPING | {
    EventKind.DESCRIBED,
    EventKind.ARRANGED,
    EventKind.DONE,
    EventKind.TAGGED,
    EventKind.SNOOZED,
    EventKind.ARCHIVED,
    EventKind.RESTORED,
}
"""What says only how things stand with an application; without a move it tells of none."""

_MY_TURN = frozenset({EventKind.INFORMATION_REQUEST, EventKind.OFFER})
"""What waits for the person's own answer, so that there is nothing to ask about."""

_TRUST = (DecidedBy.IMPORT, DecidedBy.RULE, DecidedBy.PERSON)
"""Whose words about company, role and so on win: the later ones."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What lists need of one application; everything in it follows from its events.

    Attributes:
        reached: The furthest stage it ever had, which a no does not take away.
        no_kind: Empty while it is open.
        custom_stage: The identity of the person's own stage that it is at; empty for none.
        waiting_since: Since when it is their turn, which an interview ahead puts off; None
            where it is the person's turn, or nobody's.
        follow_ups: How often the person asked since then how it stands.
    """

    facts: Mapping[str, str]
    stage: Stage
    reached: Stage
    no_kind: NoKind | None
    applied_at: datetime | None
    last_moved_at: datetime | None
    is_archived: bool
    custom_stage: str = ""
    tags: tuple[str, ...] = ()
    snoozed_until: date | None = None
    waiting_since: datetime | None = None
    follow_ups: int = 0

    @property
    def is_open(self) -> bool:
        """Nothing has ended it yet, neither a no nor an accepted offer."""
        return self.stage not in {Stage.CLOSED, Stage.ACCEPTED}


def summarise(events: Iterable[PastEvent]) -> Summary:
    """Return the summary of one application from all its events, in any order.

    A person's own words about company, role and so on win over what mail said; moves are
    forward only, except that a no closes and a later sign of life opens again.
    """
    history = list(events)
    lasting = [event for event in history if not event.is_void]
    moves = _moves(lasting)
    place = _walk(moves)
    summary = Summary(
        facts=_facts(history),
        stage=Stage.CLOSED if place.no_kind else place.now,
        reached=place.reached,
        no_kind=place.no_kind,
        applied_at=min((e.at for e in moves if e.kind in _APPLYING), default=None),
        last_moved_at=_last_moved_at(moves),
        # What was taken back as a whole is put away: nothing of it is left to show.
        is_archived=_is_archived(lasting) or is_taken_back(history),
        custom_stage="" if place.no_kind else place.custom,
        tags=_tags(lasting),
        snoozed_until=_snoozed_until(lasting),
    )
    if not summary.is_open or summary.stage == Stage.SAVED:
        return summary
    since, follow_ups = _waiting(history)
    return replace(summary, waiting_since=since, follow_ups=follow_ups)


def ended_at(events: Iterable[PastEvent]) -> datetime | None:
    """Return when a no or an accepted offer first ended an application; None while it is open."""
    return _walk(_moves(event for event in events if not event.is_void)).ended_at


def noes_said_again(events: Iterable[PastEvent]) -> set[int]:
    """Return the numbers of noes that only repeat one: it ended on the day of the first.

    Such is a no of the same kind with no sign of life between them, and no further
    application.
    """
    return _said_again(_moves(event for event in events if not event.is_void))


def _said_again(moves: Iterable[PastEvent]) -> set[int]:
    again: set[int] = set()
    first: PastEvent | None = None
    for event in moves:
        if event.kind not in NO_KINDS:
            no = NO_KINDS[first.kind] if first else None
            if first and (
                reopens(event, no=no) or applies_again(event, after=first.at)
            ):
                first = None
        elif first and NO_KINDS[event.kind] == NO_KINDS[first.kind]:
            again.add(event.number)
        else:
            first = event
    return again


def _last_moved_at(moves: Sequence[PastEvent]) -> datetime | None:
    again = _said_again(moves)
    return max((e.at for e in moves if e.number not in again), default=None)


def further(one: Stage, other: Stage) -> Stage:
    """Return the stage that is further along; CLOSED is no distance and never wins."""
    return one if _RANKS.get(one, -1) >= _RANKS.get(other, -1) else other


_RANKS = {stage: rank for rank, stage in enumerate(STAGE_ORDER)}


class _Place(NamedTuple):
    now: Stage
    reached: Stage
    no_kind: NoKind | None
    custom: str
    ended_at: datetime | None


def _moves(lasting: Iterable[PastEvent]) -> list[PastEvent]:
    moves = (event for event in lasting if not is_quiet(event))
    return sorted(moves, key=lambda event: (event.at, event.number))


def _walk(moves: Sequence[PastEvent]) -> _Place:
    reached = Stage.SAVED if _only_saved(moves) else Stage.APPLIED
    now, custom = reached, ""
    no_kind: NoKind | None = None
    ended: datetime | None = None
    for event in moves:
        if event.kind in NO_KINDS:
            no_kind, ended = NO_KINDS[event.kind], ended or event.at
            continue
        before = now
        if no_kind is not None and reopens(event, no=no_kind):
            no_kind = None
            is_known = is_rearranged(event)
            now = reached if is_known else STAGE_REACHED.get(event.kind, Stage.REPLIED)
        stage = STAGE_REACHED.get(event.kind, Stage.APPLIED)
        if event.kind == EventKind.MOVED:
            stage = now = _put_at(event)
        reached, now = further(reached, stage), further(now, stage)
        if event.payload.get("custom") or now != before:
            custom = str(event.payload.get("custom") or "")
        elif event.kind == EventKind.MOVED:
            custom = ""
        if no_kind is None:
            ended = (ended or event.at) if now == Stage.ACCEPTED else None
    return _Place(now, reached, no_kind, custom, ended)


def _put_at(event: PastEvent) -> Stage:
    stage = event.payload.get("stage")
    return Stage(stage) if stage in set(STAGE_ORDER) else Stage.APPLIED


def _only_saved(moves: Sequence[PastEvent]) -> bool:
    return bool(moves) and all(
        event.kind == EventKind.SAVED
        or (event.kind == EventKind.MOVED and _put_at(event) == Stage.SAVED)
        for event in moves
    )


def _tags(events: Sequence[PastEvent]) -> tuple[str, ...]:
    tags: dict[str, None] = {}
    tagged = (event for event in events if event.kind == EventKind.TAGGED)
    for event in sorted(tagged, key=lambda event: event.number):
        tags |= dict.fromkeys(event.payload.get("add", ()))
        for tag in event.payload.get("remove", ()):
            tags.pop(tag, None)
    return tuple(tags)[:MOST_TAGS]


def _snoozed_until(events: Sequence[PastEvent]) -> date | None:
    """Return until when it is out of sight; real contact learned of later ends that."""
    ends = CONTACT_KINDS | {EventKind.SNOOZED}
    latest = max(
        (event for event in events if event.kind in ends or is_rearranged(event)),
        key=lambda event: event.number,
        default=None,
    )
    if latest is None or latest.kind != EventKind.SNOOZED:
        return None
    until = latest.payload.get("until")
    return date.fromisoformat(until) if until else None


def _waiting(history: Sequence[PastEvent]) -> tuple[datetime | None, int]:
    """Return since when it is their turn, and how often the person asked since then.

    Nobody has to answer what did not reach them, until it was sent again.
    """
    lost, again = undelivered(history)
    arranged = {name: each for each in rounds(history) for name in each.names}
    since: datetime | None = None
    follow_ups = 0
    for event in sorted(history, key=lambda event: (event.at, event.number)):
        if event.is_void or event.identity in lost:
            continue
        kind = again.get(event.identity, event.kind)
        if kind == EventKind.FOLLOW_UP:
            since, follow_ups = event.at, follow_ups + 1
        elif kind in _APPLYING:
            since = since or event.at
            if days := event.payload.get("takes_days"):
                # Until then, by their own words, nothing is waited for.
                since = max(since, event.at + timedelta(days=days))
        elif event.kind in CONTACT_KINDS:
            since, follow_ups = _their_turn(event, arranged.get(event.identity)), 0
        elif is_rearranged(event):
            named = arranged.get(str(event.payload.get("event")))
            since, follow_ups = _their_turn(event, named), 0
        elif event.kind == EventKind.DONE and _is_answer(event, arranged):
            since = max(since or event.at, event.at)
    return since, follow_ups


def _their_turn(event: PastEvent, round_: Round | None) -> datetime | None:
    if round_ is None:
        return event.at
    if event.kind in _MY_TURN and not round_.is_done:
        return None
    if round_.outcome in NOT_HELD:
        return event.at
    begins, last = round_.starts_at or event.at, round_.on_day
    if last is None and round_.until is not None and not round_.is_settled:
        # Until its last day a test is the person's to do.
        last = round_.until
    if round_.starts_at is None and last is not None:
        begins = datetime.combine(last, time.max)
    return max(event.at, begins if begins.tzinfo else begins.replace(tzinfo=UTC))


def _is_answer(event: PastEvent, arranged: Mapping[str, Round]) -> bool:
    round_ = arranged.get(str(event.payload.get("event")))
    return round_ is not None and round_.kind in _MY_TURN | {EventKind.INTERVIEW}


def is_taken_back(history: Sequence[PastEvent]) -> bool:
    """Say whether all that happened was taken back or moved away, and was not put back."""
    lasting = [event for event in history if not event.is_void]
    if all(event.kind in _BOOKKEEPING for event in lasting):
        return True
    is_undone = any(event.is_void and not is_quiet(event) for event in history)
    is_gone = is_undone or any(_is_moved_away(event) for event in lasting)
    # An advert is kept beside an application that a press made, and undo takes that away.
    return is_gone and is_bare(e for e in lasting if e.kind != EventKind.ADVERT)


def _is_moved_away(event: PastEvent) -> bool:
    """Say whether the person moved something of the application elsewhere."""
    is_theirs = event.decided_by == DecidedBy.PERSON
    return event.kind == EventKind.SPLIT and event.is_own and is_theirs


def is_bare(lasting: Iterable[PastEvent]) -> bool:
    """Say whether what counts tells only how things stand, and the person did not put it back."""
    return all(
        event.kind in _BESIDE and event.kind != EventKind.RESTORED and is_quiet(event)
        for event in lasting
    )


def _facts(history: Sequence[PastEvent]) -> dict[str, str]:
    events = [event for event in history if not event.is_void]
    described = [event for event in events if event.kind == EventKind.DESCRIBED]
    # What a person wrote comes last and so wins, the latest last of all; what became
    # part of an application fills the gaps, and renames nothing.
    described.sort(key=lambda e: (_TRUST.index(e.decided_by), e.is_own, e.number))
    if any(_is_joined_by_hand(event) for event in history):
        # The person chose which of the two stays, even over their words on the other.
        described.sort(key=lambda event: event.is_own)
    facts = dict.fromkeys(FACTS, "")
    for event in described:
        facts.update(
            {name: event.payload[name] for name in FACTS if name in event.payload}
        )
    return facts


def _is_joined_by_hand(event: PastEvent) -> bool:
    """Return whether the person made two applications one, rather than moved an event.

    They do by joining two, and by taking back that one became two.
    """
    is_join = event.kind == EventKind.MERGE and "split" not in event.payload
    is_whole_again = event.kind == EventKind.SPLIT and event.is_own
    is_joined = is_whole_again if event.is_void else is_join
    return is_joined and event.decided_by == DecidedBy.PERSON


def _is_archived(events: Sequence[PastEvent]) -> bool:
    shelf = [e for e in events if e.kind in {EventKind.ARCHIVED, EventKind.RESTORED}]
    latest = max(shelf, key=lambda event: event.number, default=None)
    return latest is not None and latest.kind == EventKind.ARCHIVED
