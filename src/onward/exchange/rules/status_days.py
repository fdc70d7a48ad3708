"""All that the words of a status tell of days: when it was, what lies ahead, what went before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from onward.applications.rules.days import DayProblem, day_problem
from onward.applications.rules.kinds import PLANNED_KINDS, EventKind
from onward.core.dates import day_in, zone
from onward.exchange.rules.list_days import DayOrder
from onward.exchange.rules.list_status import name_in
from onward.exchange.rules.status_day import interview_days, status_day
from onward.mail.rules.times.clock import times_in

_FURTHEST = timedelta(days=183)
"""An interview further ahead than this is a slip in the year."""

_NEVER_HELD_BEFORE = PLANNED_KINDS | {EventKind.SAVED, EventKind.APPLIED}


@dataclass(frozen=True, slots=True)
class StatusDays:
    """The days that a status names.

    Attributes:
        at: When what it says happened; aware, noon of its day.
        begins_at: When the interview or the test begins that it says lies ahead.
        problem: Why its day is not taken.
        named_on: The day that is not taken.
        held_at: The interviews that it names before what it says, each at noon of its day.
    """

    at: datetime | None = None
    begins_at: datetime | None = None
    problem: DayProblem | None = None
    named_on: date | None = None
    held_at: tuple[datetime, ...] = ()


def status_days(
    text: str,
    *,
    status: EventKind | None,
    order: DayOrder,
    begun: datetime | None,
    zone_name: str,
    now: datetime,
) -> StatusDays:
    """Return the days that a status names; what lies ahead is an interview or a test with its hour.

    Args:
        begun: When the application was sent or saved, if that is known.
    """
    today = day_in(now, zone_name=zone_name)
    after = day_in(begun, zone_name=zone_name) if begun else None
    on = status_day(text, status=status, order=order, after=after, today=today)
    held = _held(
        text, status=status, order=order, after=after, zone_name=zone_name, now=now
    )
    if on is None:
        return StatusDays(held_at=held)
    begins = _begins(text, on=on, zone_name=zone_name)
    if status in PLANNED_KINDS and begins and now < begins <= now + _FURTHEST:
        return StatusDays(begins_at=begins)
    problem = day_problem(on, today=today)
    if problem is not None:
        return StatusDays(problem=problem, named_on=on, held_at=held)
    at = min(_noon(on, zone_name=zone_name), now)
    return StatusDays(at=at, held_at=tuple(one for one in held if one <= at))


def _held(
    text: str,
    *,
    status: EventKind | None,
    order: DayOrder,
    after: date | None,
    zone_name: str,
    now: datetime,
) -> tuple[datetime, ...]:
    if status is None or status in _NEVER_HELD_BEFORE:
        return ()
    today = day_in(now, zone_name=zone_name)
    named = interview_days(text, order=order, after=after, today=today)
    return tuple(
        min(_noon(on, zone_name=zone_name), now)
        for on in sorted(set(named))
        if day_problem(on, today=today) is None and (after is None or on >= after)
    )


def _begins(text: str, *, on: date, zone_name: str) -> datetime | None:
    """Return the moment that a status names by its day and its one hour."""
    hours = {mention.at for mention in times_in(name_in(text))}
    if len(hours) != 1:
        return None
    return datetime.combine(on, hours.pop(), tzinfo=zone(zone_name))


def _noon(on: date, *, zone_name: str) -> datetime:
    return datetime.combine(on, time(12), tzinfo=zone(zone_name))
