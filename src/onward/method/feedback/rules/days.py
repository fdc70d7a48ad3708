"""Working days, on the person's own clock: when to ask, and when silence is an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from onward.core.dates import day_in, start_of, zone

FIRST_AFTER = 2
LAST_AFTER = 5
"""Ask this many working days after the no: calm again, and still remembered.

Judgement: no trial of the timing was found.
"""
SILENT_AFTER = 10
"""After so many working days without an answer, a request is closed."""

LONGEST_QUIET = timedelta(hours=48)
"""A quiet window is no longer than this; asking always comes after it."""

_MORNING = time(9)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class AskWindow:
    """When asking is on offer.

    Attributes:
        opens_at: Aware UTC, in the morning of a working day.
        closes_at: Aware UTC, exclusive; afterwards it can still be done by hand.
    """

    opens_at: datetime
    closes_at: datetime

    def is_open(self, now: datetime) -> bool:
        """Return whether it is on offer at `now`."""
        return self.opens_at <= now < self.closes_at


def is_working_day(day: date) -> bool:
    """Return whether `day` is no Saturday and no Sunday; holidays are not known here."""
    return day.weekday() < _SATURDAY


def plus_working_days(day: date, count: int) -> date:
    """Return the day `count` working days after `day`, itself a working day if count > 0."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def ask_window(*, said_on: date, learned_at: datetime, zone_name: str) -> AskWindow:
    """Return when to ask after a no: 2 to 5 working days, never in the quiet time.

    Where the no was learned of late, it opens when the longest quiet time is over and stays
    open for that working day and the next.

    Args:
        said_on: The day of the no on the person's clock.
        learned_at: When the person learned of it here, aware UTC.
    """
    quiet_over = learned_at + LONGEST_QUIET
    first = plus_working_days(said_on, FIRST_AFTER)
    while _morning(first, zone_name) < quiet_over:
        first = plus_working_days(first, 1)
    last = max(plus_working_days(said_on, LAST_AFTER), plus_working_days(first, 1))
    return AskWindow(
        opens_at=_morning(first, zone_name),
        closes_at=start_of(last + timedelta(days=1), zone_name=zone_name),
    )


def silent_at(asked_at: datetime, *, zone_name: str) -> datetime:
    """Return when a request without an answer is closed, as aware UTC."""
    day = plus_working_days(day_in(asked_at, zone_name=zone_name), SILENT_AFTER)
    return start_of(day + timedelta(days=1), zone_name=zone_name)


def _morning(day: date, zone_name: str) -> datetime:
    return datetime.combine(day, _MORNING, tzinfo=zone(zone_name)).astimezone(UTC)
