"""The days and moments that a list names, in whatever way it writes them."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from enum import StrEnum

from onward.core.dates import zone

NOTHING = frozenset({"", "n/a", "na", "none", "null", "-", "–", "unknown"})
"""Cells that say in a word that there is nothing in them."""
NUMBERED = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})")
"""A day in numbers, in whichever order."""
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?\s*(am|pm)?", re.IGNORECASE)
_WORDS = ("%d %b %Y", "%b %d, %Y", "%d %B %Y", "%B %d, %Y", "%b %d %Y", "%d. %B %Y")
# Outside of these a year is a slip of the hand, and some moments have no place in any zone.
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


class DayOrder(StrEnum):
    """How a day such as 3/4/2026 is read."""

    MONTH_FIRST = "month_first"
    DAY_FIRST = "day_first"


def moment(text: str, *, order: DayOrder, zone_name: str) -> datetime | None:
    """Return the moment that a cell names, aware; noon where it has only a day.

    What names no zone is by the person's own clock.
    """
    text = text.strip()
    if text.lower() in NOTHING:
        return None
    exact = _exact(text)
    if exact is None:
        day = _day(text, order=order)
        exact = datetime.combine(day, _clock(text)) if day else None
    if exact is None or not _FIRST_YEAR <= exact.year <= _LAST_YEAR:
        return None
    return exact if exact.tzinfo else _local(exact, zone_name=zone_name)


def _local(naive: datetime, *, zone_name: str) -> datetime:
    return naive.replace(tzinfo=zone(zone_name))


def _exact(text: str) -> datetime | None:
    text = text.removesuffix(" UTC") + ("+00:00" if text.endswith(" UTC") else "")
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        return None
    if len(text) <= 10:
        return datetime.combine(value.date(), time(12))
    return value


def _day(text: str, *, order: DayOrder) -> date | None:
    found = NUMBERED.match(text)
    if found:
        # With full stops the day comes first everywhere.
        has_stops = "." in found.group()
        return day_in_numbers(
            *found.groups(), order=DayOrder.DAY_FIRST if has_stops else order
        )
    for length in (2, 3):
        words = " ".join(text.split()[:length])
        for form in _WORDS:
            try:
                return datetime.strptime(words, form).date()  # noqa: DTZ007 -- a day
            except ValueError:
                continue
    return None


def day_in_numbers(
    first: str, second: str, third: str, *, order: DayOrder
) -> date | None:
    """Return the day that three numbers name in this order; a year in front is plain."""
    one, two, three = int(first), int(second), int(third)
    if len(first) == 4:
        year, month, day = one, two, three
    elif order == DayOrder.MONTH_FIRST:
        month, day, year = one, two, three
    else:
        day, month, year = one, two, three
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _clock(text: str) -> time:
    found = _CLOCK.search(text)
    if not found:
        return time(12)
    hour, minute = int(found.group(1)), int(found.group(2))
    half = (found.group(3) or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else time(12)
