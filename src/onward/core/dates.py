"""Days and moments: aware UTC for moments, plain dates in the person's own zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Day = TypeVar("Day", bound=date)

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""No day of a search for work lies outside: such a year means "never", or is a slip."""


def is_in_reach(day: date) -> bool:
    """Return whether a day, or a moment, is one that can be meant and counted with."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def in_reach(day: Day | None) -> Day | None:
    """Return a day, or a moment, where it can be meant; None where it cannot."""
    return day if day is not None and is_in_reach(day) else None


def zone(name: str) -> ZoneInfo:
    """Return the time zone called `name`, or UTC where this machine does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def day_in(moment: datetime, *, zone_name: str) -> date:
    """Return the calendar day of an aware `moment` as the person's clock shows it."""
    return moment.astimezone(zone(zone_name)).date()


def start_of(day: date, *, zone_name: str) -> datetime:
    """Return the first moment of `day` in the person's zone, as aware UTC."""
    return datetime.combine(day, time.min, tzinfo=zone(zone_name)).astimezone(UTC)


def clock_of(moment: datetime) -> str:
    """Return the name of the zone by whose clock a moment is told; "" for UTC or an offset."""
    return moment.tzinfo.key if isinstance(moment.tzinfo, ZoneInfo) else ""


def midday_of(day: date, *, zone_name: str) -> datetime:
    """Return noon of `day` in the person's zone: the moment of what has only a day."""
    return datetime.combine(day, time(12), tzinfo=zone(zone_name)).astimezone(UTC)
