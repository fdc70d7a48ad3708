"""Paced persistence: the one next thing and why, a week in sessions, and when to do less."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise

WEEK = range(7)
DEFAULT_MINUTES = 90
SHORTEST_MINUTES, LONGEST_MINUTES = 15, 240
GAP = timedelta(days=10)
"""A person who did nothing here for so long is welcomed back, and not told how long it was."""

SOON = timedelta(days=3)
FRESH = timedelta(days=30)
"""A question, a test or an offer older than this is left alone: the person knows of it."""


class MatterKind(StrEnum):
    """What may want something of the person, the most urgent first."""

    INTERVIEW = "interview"
    CONFIRM = "confirm"
    """An interview wants a word by a day: whether one comes, or which of several hours."""
    OFFER = "offer"
    ASSESSMENT = "assessment"
    REQUEST = "request"
    REMINDER = "reminder"
    CLOSING = "closing"
    FOLLOW_UP = "follow_up"
    SESSION = "session"


_RANK = {kind: rank for rank, kind in enumerate(MatterKind)}
_EVEN_ON_DAYS_OFF = frozenset(
    {
        MatterKind.INTERVIEW,
        MatterKind.CONFIRM,
        MatterKind.OFFER,
        MatterKind.REMINDER,
    }
)
"""What is shown on a protected day: what has its day anyway, or what the person asked for."""

_FIXED_BY_OTHERS = frozenset(
    {
        MatterKind.INTERVIEW,
        MatterKind.CONFIRM,
        MatterKind.OFFER,
        MatterKind.ASSESSMENT,
        MatterKind.REQUEST,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Something of an application that may be the next thing to do.

    Attributes:
        application: Its identity; empty for a session.
        name: What it is called there: the company, or the role.
        starts_at: When it begins, aware.
        on_day: The day on which it is, where no hour of it is told.
        moved_from: When it was to begin before it was moved, aware.
        until: Its last day; of a reminder its day.
        until_hour: By when on that day; None where it is not told.
        heard_at: When it was heard of, aware; of a follow-up since when it waits.
        note: The person's own words, or what mail told beside the way.
        is_read: The person said nothing of it: mail did.
    """

    kind: MatterKind
    application: str = ""
    name: str = ""
    starts_at: datetime | None = None
    on_day: date | None = None
    moved_from: datetime | None = None
    until: date | None = None
    until_hour: time | None = None
    heard_at: datetime | None = None
    note: str = ""
    is_read: bool = False
    minutes: int = 0


class DayKind(StrEnum):
    """What a day of the week is for."""

    SESSION = "session"
    OPEN = "open"  # neither planned nor protected
    PROTECTED = "protected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """A week in sessions.

    Attributes:
        session_days: Weekdays with a session, Monday is 0.
        protected_days: Weekdays on which nothing is suggested.
        minutes: How long a session is.
    """

    session_days: frozenset[int] = frozenset({0, 1, 2, 3, 4})
    protected_days: frozenset[int] = frozenset({5, 6})
    minutes: int = DEFAULT_MINUTES

    def kind_of(self, day: date) -> DayKind:
        """Return what a day is for; a protected day stays one, whatever else is said."""
        if day.weekday() in self.protected_days:
            return DayKind.PROTECTED
        planned = day.weekday() in self.session_days
        return DayKind.SESSION if planned else DayKind.OPEN

    @property
    def week_minutes(self) -> int:
        """How many minutes a week has in sessions."""
        return len(self.session_days - self.protected_days) * self.minutes


DEFAULT_PACE = Pace()
"""Five sessions of an hour and a half, and two days off.

Source: detachment from the search predicted later effort and interviews (MacGowan and
others 2022); the numbers themselves are a custom.
"""


def fewer(pace: Pace) -> Pace:
    """Return a week with one session less and that day protected; one session stays."""
    planned = sorted(pace.session_days - pace.protected_days)
    if len(planned) < 2:
        return pace
    # The middle of the week, so that the pause lies between sessions.
    free = planned[len(planned) // 2]
    return Pace(
        session_days=pace.session_days - {free},
        protected_days=pace.protected_days | {free},
        minutes=pace.minutes,
    )


def is_ripe(matter: Matter, *, now: datetime, today: date) -> bool:
    """Return whether a matter is one to take up today.

    Args:
        today: The person's day at `now`; `starts_at` is in the zone that its day is to be
            read in.
    """
    if matter.kind in {MatterKind.INTERVIEW, MatterKind.ASSESSMENT}:
        return _is_near(matter, now=now, today=today)
    if matter.kind == MatterKind.REMINDER:
        return matter.until is not None and matter.until <= today
    if matter.kind in {MatterKind.CLOSING, MatterKind.CONFIRM}:
        return _is_soon(matter.until, today=today)
    if matter.kind == MatterKind.OFFER:
        if matter.until is None:
            return _is_fresh(matter.heard_at, now=now, after=timedelta(days=1))
        heard_at = matter.heard_at
        has_rested = heard_at is not None and now - heard_at >= timedelta(days=1)
        is_ahead = matter.until >= today
        return is_ahead and (has_rested or _is_soon(matter.until, today=today))
    if matter.kind == MatterKind.REQUEST:
        return _is_fresh(matter.heard_at, now=now)
    return True


def _is_near(matter: Matter, *, now: datetime, today: date) -> bool:
    if matter.starts_at is not None:
        is_ahead = matter.starts_at > now
        return is_ahead and matter.starts_at.date() <= today + timedelta(days=1)
    if matter.on_day is not None:
        return today <= matter.on_day <= today + timedelta(days=1)
    if matter.kind == MatterKind.INTERVIEW:
        return False
    if matter.until is not None:
        return _is_soon(matter.until, today=today)
    return _is_fresh(matter.heard_at, now=now, after=timedelta(days=1))


def _is_soon(until: date | None, *, today: date) -> bool:
    return until is not None and today <= until <= today + SOON


def _is_fresh(
    heard_at: datetime | None, *, now: datetime, after: timedelta = timedelta(0)
) -> bool:
    return heard_at is not None and after <= now - heard_at <= FRESH


def is_fixed(matter: Matter, *, today: date) -> bool:
    """Return whether others fixed it for today or tomorrow."""
    day = _day_of(matter)
    is_near = day is not None and today <= day <= today + timedelta(days=1)
    return is_near and is_dated(matter)


def is_dated(matter: Matter) -> bool:
    """Return whether others fixed a day for it."""
    return matter.kind in _FIXED_BY_OTHERS and _day_of(matter) is not None


def next_matters(
    matters: Iterable[Matter], *, now: datetime, today: date, day_kind: DayKind
) -> list[Matter]:
    """Return the one thing to take up next, and what others fixed for today or tomorrow.

    What has a day comes before what has none, and a day off has only what cannot wait.
    """
    ripe = [
        matter
        for matter in matters
        if is_ripe(matter, now=now, today=today)
        and (day_kind != DayKind.PROTECTED or matter.kind in _EVEN_ON_DAYS_OFF)
    ]
    ripe.sort(key=_urgency)
    return ripe[:1] + [each for each in ripe[1:] if is_fixed(each, today=today)]


def _day_of(matter: Matter) -> date | None:
    begins = matter.starts_at
    return begins.date() if begins else matter.on_day or matter.until


def _urgency(matter: Matter) -> tuple[int, date, float, str]:
    day = _day_of(matter)
    moment = matter.starts_at or matter.heard_at
    since = moment.timestamp() if moment else 0.0
    # Of follow-ups the one that became ripe last is the likeliest to be answered.
    age = -since if matter.kind == MatterKind.FOLLOW_UP else since
    return _RANK[matter.kind], day or date.max, age, matter.application


def is_back(*, last_active_at: datetime | None, now: datetime) -> bool:
    """Return whether the person comes back after a while; never before their first day."""
    return last_active_at is not None and now - last_active_at >= GAP


class Felt(StrEnum):
    """How the person felt after a session, beside before it."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


RISING_WEEKS = 3
OVER_PLAN = 1.2
MANY_MINUTES = 20 * 60


def is_overload(
    week_minutes: Sequence[int], *, felt: Sequence[Felt], planned: int
) -> bool:
    """Return whether to ask about fewer sessions: more each week, and feeling worse after.

    Args:
        week_minutes: Minutes in sessions of the past full weeks, the oldest first.
        felt: Every answer of those weeks.
        planned: Minutes that a week has by the plan.
    """
    last = list(week_minutes[-RISING_WEEKS:])
    if len(last) < RISING_WEEKS or last[0] <= 0:
        return False
    is_rising = all(earlier < later for earlier, later in pairwise(last))
    is_much = last[-1] >= min(max(planned, 1) * OVER_PLAN, MANY_MINUTES)
    worse = sum(answer == Felt.WORSE for answer in felt)
    better = sum(answer == Felt.BETTER for answer in felt)
    return is_rising and is_much and worse >= 2 and worse > better
