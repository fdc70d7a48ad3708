"""An application as its events tell it: one pure function from history to summary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from onward.applications.rules.kinds import (
    FACTS,
    NO_KINDS,
    REOPENING,
    STAGE_ORDER,
    STAGE_REACHED,
    DecidedBy,
    EventKind,
    NoKind,
    Stage,
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
    }
)
"""Events that move nothing: bookkeeping, notes, and what is kept beside the way."""

_APPLYING = frozenset({EventKind.APPLIED, EventKind.CONFIRMATION})
_TRUST = (DecidedBy.IMPORT, DecidedBy.RULE, DecidedBy.PERSON)
"""Whose words about company, role and so on win: the later ones."""


@dataclass(frozen=True, slots=True)
class PastEvent:
    """One event as the rules see it.

    Attributes:
        number: Place in the person's history, from 1; later events may void earlier ones.
        at: When it happened, aware UTC.
        is_own: Recorded of the application itself, not of one that became part of it.
    """

    number: int
    kind: EventKind
    at: datetime
    decided_by: DecidedBy
    payload: Mapping[str, Any] = field(default_factory=dict)
    is_void: bool = False
    is_own: bool = True


@dataclass(frozen=True, slots=True)
class Summary:
    """What lists need of one application; everything in it follows from its events.

    Attributes:
        reached: The furthest stage it ever had, which a no does not take away.
        no_kind: Empty while it is open.
    """

    facts: Mapping[str, str]
    stage: Stage
    reached: Stage
    no_kind: NoKind | None
    applied_at: datetime | None
    last_moved_at: datetime | None
    is_archived: bool

    @property
    def is_open(self) -> bool:
        """Nothing has ended it yet, neither a no nor an accepted offer."""
        return self.stage not in {Stage.CLOSED, Stage.ACCEPTED}


def summarise(events: Iterable[PastEvent]) -> Summary:
    """Return the summary of one application from all its events, in any order.

    A person's own words about company, role and so on win over what mail said; moves are
    forward only, except that a no closes and a later sign of life opens again.
    """
    lasting = [event for event in events if not event.is_void]
    moves = sorted(
        (event for event in lasting if event.kind not in QUIET_KINDS),
        key=lambda event: (event.at, event.number),
    )
    stage, reached, no_kind = _walk(moves)
    return Summary(
        facts=_facts(lasting),
        stage=stage,
        reached=reached,
        no_kind=no_kind,
        applied_at=min((e.at for e in moves if e.kind in _APPLYING), default=None),
        last_moved_at=moves[-1].at if moves else None,
        is_archived=_is_archived(lasting),
    )


def further(one: Stage, other: Stage) -> Stage:
    """Return the stage that is further along; CLOSED is no distance and never wins."""
    ranks = {stage: rank for rank, stage in enumerate(STAGE_ORDER)}
    return one if ranks.get(one, -1) >= ranks.get(other, -1) else other


def _walk(moves: Sequence[PastEvent]) -> tuple[Stage, Stage, NoKind | None]:
    reached = Stage.SAVED if _only_saved(moves) else Stage.APPLIED
    now = reached
    no_kind: NoKind | None = None
    for event in moves:
        if event.kind in NO_KINDS:
            no_kind = NO_KINDS[event.kind]
            continue
        if no_kind is not None and event.kind in REOPENING:
            no_kind = None
            now = STAGE_REACHED.get(event.kind, Stage.REPLIED)
        stage = STAGE_REACHED.get(event.kind, Stage.APPLIED)
        reached, now = further(reached, stage), further(now, stage)
    return (Stage.CLOSED if no_kind else now), reached, no_kind


def _only_saved(moves: Sequence[PastEvent]) -> bool:
    return bool(moves) and all(event.kind == EventKind.SAVED for event in moves)


def _facts(events: Sequence[PastEvent]) -> dict[str, str]:
    described = [event for event in events if event.kind == EventKind.DESCRIBED]
    # What a person wrote comes last and so wins, the latest last of all; what became
    # part of an application fills the gaps, and renames nothing.
    described.sort(key=lambda e: (_TRUST.index(e.decided_by), e.is_own, e.number))
    facts = dict.fromkeys(FACTS, "")
    for event in described:
        facts.update(
            {name: event.payload[name] for name in FACTS if name in event.payload}
        )
    return facts


def _is_archived(events: Sequence[PastEvent]) -> bool:
    shelf = [e for e in events if e.kind in {EventKind.ARCHIVED, EventKind.RESTORED}]
    latest = max(shelf, key=lambda event: event.number, default=None)
    return latest is not None and latest.kind == EventKind.ARCHIVED
