"""Which days a person can mean when they say when something happened."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum

from onward.applications.rules.kinds import PLANNED_KINDS, EventKind
from onward.core.dates import zone

FIRST_DAY = date(1990, 1, 1)
"""Before it no application of today was sent: an earlier year is a slip of the hand."""


class DayProblem(StrEnum):
    """Why a day cannot be meant."""

    AHEAD = "ahead"
    LONG_AGO = "long_ago"


def day_problem(
    day: date, *, today: date, kind: EventKind | None = None
) -> DayProblem | None:
    """Return why something of this kind cannot have happened on `day`; None where it can."""
    if day < FIRST_DAY:
        return DayProblem.LONG_AGO
    if day > today and kind not in PLANNED_KINDS:
        return DayProblem.AHEAD
    return None


def is_ahead(kind: EventKind, *, at: datetime, now: datetime) -> bool:
    """Return whether this is planned: recorded by `now`, and held only later."""
    return kind in PLANNED_KINDS and at > now


def when_said(
    kind: EventKind, *, at: datetime, is_timed: bool, on_day: date | None, now: datetime
) -> date | None:
    """Return when something begins by what the person typed, or its day alone; None for no word of that.

    Args:
        at: The moment that they named, or what stands for it.
        is_timed: They named the hour too: that of an interview is when it began.
        on_day: The day to come that they named, and no hour.
    """
    is_begun = is_timed and kind == EventKind.INTERVIEW
    if on_day is not None:
        return on_day
    return at if is_begun or is_ahead(kind, at=at, now=now) else None


def moment_of(day: date, *, at: time | None, now: datetime, zone_name: str) -> datetime:
    """Return the moment of `day` on the person's clock: its time, or noon where none is known.

    What has only a day and happened today happened by `now`, even before noon.
    """
    own = zone(zone_name)
    if at is not None:
        return datetime.combine(day, at, tzinfo=own)
    noon = datetime.combine(day, time(12), tzinfo=own)
    is_today = day == now.astimezone(own).date()
    return min(noon, now) if is_today else noon
