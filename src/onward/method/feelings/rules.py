"""The quiet window, the one refocus card, and when writing is on offer; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from onward.applications.rules.kinds import NoKind

DAY = timedelta(days=1)


class Hours(IntEnum):
    """How long a quiet window lasts. A day or two is a custom; no study measured it."""

    NONE = 0
    DAY = 24
    TWO_DAYS = 48


DEFAULT_HOURS = Hours.DAY
REFOCUS_LASTS = timedelta(days=3)
"""How long the refocus card waits for its answer; afterwards it stays closed."""

MOST_SESSIONS = 5
STOP_AFTER_SESSIONS = 4
"""The writing studies had up to five sessions; from the fourth on, stopping is suggested."""

WRITING_MINUTES = 20
HIGH_INTENSITY = 7
GUARD_ENTRIES = 3
"""The rumination guard: this strong, and not less strong over so many answers."""


class FeelingWord(StrEnum):
    """Twelve words for what may be here; the person may add their own."""

    DISAPPOINTED = "disappointed"
    SAD = "sad"
    ANGRY = "angry"
    HURT = "hurt"
    WORRIED = "worried"
    EMBARRASSED = "embarrassed"
    TIRED = "tired"
    CONFUSED = "confused"
    NUMB = "numb"
    RELIEVED = "relieved"
    CALM = "calm"
    HOPEFUL = "hopeful"


class Answer(StrEnum):
    """What the person said to the refocus card."""

    LOOK = "look"
    CLOSED = "closed"


class Writing(StrEnum):
    """Whether writing is on offer for a no; it is never forbidden."""

    OFFERED = "offered"
    STOP_SUGGESTED = "stop_suggested"
    ENOUGH = "enough"
    SOMETHING_ELSE = "something_else"


@dataclass(frozen=True, slots=True)
class Window:
    """A quiet window.

    Attributes:
        starts_at: When the first no of the day was learned of.
        ends_at: The end (exclusive) if nobody ends it earlier.
    """

    starts_at: datetime
    ends_at: datetime
    ended_early_at: datetime | None = None

    @property
    def over_at(self) -> datetime:
        """When the quiet time is over, by itself or by the person's word."""
        if self.ended_early_at is None:
            return self.ends_at
        return min(self.ends_at, self.ended_early_at)

    def is_open(self, now: datetime) -> bool:
        """Return whether it is quiet at `now`."""
        return self.starts_at <= now < self.over_at


def opening_hours(kind: NoKind, *, preferred: Hours) -> Hours:
    """Return how long a no of this kind is quiet by itself, before the person says.

    The person's own no opens nothing, nor does a silence that the person closed, and a
    job that went away at most a day.
    """
    if kind in {NoKind.I_SAID_NO, NoKind.WENT_QUIET}:
        return Hours.NONE
    if kind == NoKind.JOB_WENT_AWAY:
        return min(preferred, Hours.DAY)
    return preferred


def window_of(
    learned: Sequence[datetime],
    *,
    hours: Hours,
    ended_early_at: datetime | None = None,
) -> Window:
    """Return the one window that the noes of a day share.

    It starts with the first no and ends `hours` after the latest. Ending it early was
    said of the noes known by then: a later one opens it again.

    Args:
        learned: When each no was learned of, aware UTC, in any order; never empty.
    """
    latest = max(learned)
    if ended_early_at is not None and ended_early_at < latest:
        ended_early_at = None
    return Window(
        starts_at=min(learned),
        ends_at=latest + timedelta(hours=hours),
        ended_early_at=ended_early_at,
    )


def asks_to_refocus(window: Window, *, is_answered: bool, now: datetime) -> bool:
    """Return whether the one refocus card of this window is on offer at `now`."""
    if is_answered or window.ends_at <= window.starts_at:
        return False
    return window.over_at <= now < window.over_at + REFOCUS_LASTS


def writing_offer(*, sessions: int, intensities: Sequence[int]) -> Writing:
    """Return whether to offer the writing exercise for one no.

    Strong feelings that have not eased over three answers are answered with something
    else: writing on may then be going round in circles.

    Args:
        sessions: How often the person wrote about this no.
        intensities: What they answered about it, 0..10, oldest first.

    Source: Spera, Buhrfeind and Pennebaker (1994) for the sessions; the guard is judgement.
    """
    last = intensities[-GUARD_ENTRIES:]
    if len(last) == GUARD_ENTRIES and last[-1] >= max(HIGH_INTENSITY, last[0]):
        return Writing.SOMETHING_ELSE
    if sessions >= MOST_SESSIONS:
        return Writing.ENOUGH
    if sessions >= STOP_AFTER_SESSIONS:
        return Writing.STOP_SUGGESTED
    return Writing.OFFERED
