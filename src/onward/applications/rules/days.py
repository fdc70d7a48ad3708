"""Which days a person can mean when they say when something happened."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum

from onward.applications.rules.kinds import EventKind
from onward.core.dates import midday_of, zone

FIRST_DAY = date(1990, 1, 1)
"""Before it no application of today was sent: an earlier year is a slip of the hand."""

PLANNED_KINDS = frozenset({EventKind.INTERVIEW, EventKind.ASSESSMENT})
"""What has a day of its own that can lie ahead: recorded now, held then."""


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


def moment_of(day: date, *, at: time | None, now: datetime, zone_name: str) -> datetime:
    """Return the moment of `day`, as aware UTC: its time, or noon where none is known.

    What has only a day and happened today happened by `now`, even before noon.
    """
    if at is not None:
        local = datetime.combine(day, at, tzinfo=zone(zone_name))
        return local.astimezone(now.tzinfo)
    noon = midday_of(day, zone_name=zone_name)
    is_today = day == now.astimezone(zone(zone_name)).date()
    return min(noon, now) if is_today else noon
