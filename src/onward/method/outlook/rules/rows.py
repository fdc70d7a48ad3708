"""What the longer view needs of one application, and how it ended."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from onward.applications.rules.kinds import STAGE_ORDER, NoKind, Stage

QUIET_AFTER = timedelta(days=30)
"""From then on silence counts as an answer: of 536 such rows 4 still turned positive.

Source: 783 dated rows of searches that people published, counted for this project.
"""

_BEFORE_A_CHOICE = frozenset({Stage.APPLIED, Stage.REPLIED})

_RANKS = {stage: rank for rank, stage in enumerate(STAGE_ORDER)}


class End(StrEnum):
    """What came of an application so far."""

    ACCEPTED = "accepted"
    OPEN = "open"
    SILENT = "silent"
    THEY_SAID_NO = "they_said_no"
    I_SAID_NO = "i_said_no"
    JOB_WENT_AWAY = "job_went_away"


_ENDS = {
    NoKind.THEY_SAID_NO: End.THEY_SAID_NO,
    NoKind.I_SAID_NO: End.I_SAID_NO,
    NoKind.JOB_WENT_AWAY: End.JOB_WENT_AWAY,
    NoKind.WENT_QUIET: End.SILENT,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One application that was sent; all moments aware UTC, save where it says so.

    Attributes:
        applied_at: When it was sent; None where nothing tells.
        answered_at: The first sign that was no refusal: a reply, a test, an interview …
        refused_at: The first no that came from them, or the job's going away.
        interviews: When each interview is, past or ahead, none that was called off; without
            a zone where it is on the person's own clock.
        moved_at: Its last movement, either way.
        followed_up_at: When the person last asked how it stands.
        closes_at: When the last day to apply begins, on the person's own clock.
        received_at: When mail last said that it was received, looked at, or is under way.
        under_way_at: When mail last told how it stands.
        looked_at: When a board last told that somebody looked at it.
    """

    id: uuid.UUID
    company: str
    role: str
    reached: Stage
    no_kind: NoKind | None
    is_open: bool
    is_archived: bool = False
    applied_at: datetime | None = None
    answered_at: datetime | None = None
    refused_at: datetime | None = None
    interviews: tuple[datetime, ...] = ()
    moved_at: datetime | None = None
    followed_up_at: datetime | None = None
    received_at: datetime | None = None
    closes_at: datetime | None = None
    under_way_at: datetime | None = None
    looked_at: datetime | None = None

    def came_to(self, stage: Stage) -> bool:
        """Return whether it came as far as `stage`, or further."""
        return _RANKS[self.reached] >= _RANKS[stage]

    @property
    def has_answer(self) -> bool:
        """Return whether something came besides receipts: an answer, or a no since undone."""
        return self.answered_at is not None or self.refused_at is not None

    @property
    def chosen_after(self) -> datetime | None:
        """When its last day to apply begins: before that nobody decides whom to see."""
        return self.closes_at if self.reached in _BEFORE_A_CHOICE else None

    def is_quiet(self, now: datetime) -> bool:
        """Return whether it is open, and nothing moved for 30 days in which it could."""
        since = self.moved_at or self.applied_at
        if since is None or not self.is_open:
            return False
        return now - max(since, self.chosen_after or since) >= QUIET_AFTER


def end_of(row: Row, *, now: datetime) -> End:
    """Return what came of an application; open and quiet for 30 days counts as silence."""
    if row.no_kind is not None:
        return _ENDS[row.no_kind]
    if row.reached == Stage.ACCEPTED:
        return End.ACCEPTED
    return End.SILENT if row.is_quiet(now) else End.OPEN
