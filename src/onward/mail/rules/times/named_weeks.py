"""Weekdays of a week that is named: "KW 11, Dienstag", "the week after next on Tuesday", "w/c 16th: Thursday"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from onward.mail.rules.times.when_words import Words

_BEFORE, _BEHIND = 60, 24
_WEEK = timedelta(days=7)
_MOST_WEEKS_AHEAD = 40
_FEW_WEEKS_AHEAD = 9
"""A day without its month is of the weeks to come."""

_PARTED = re.compile(r"(?<!\d)[.!?]\s+(?=[^\W\d_])|\n\s*\n")


class NamedWeek(NamedTuple):
    """A week that is named beside a weekday.

    Attributes:
        kind: How it is named, as the table of words calls that.
        number: Of the week in its year, or of the day on which it begins; "" for neither.
        month: In which that day is, as it is written; "" where none is.
    """

    kind: str
    number: str
    month: str


def weekday_of(
    named: NamedWeek, *, number: int, told_on: date, words: Words
) -> date | None:
    """Return the weekday of a named week; None where that is not sure.

    A number of a week is that of ISO 8601. "The Tuesday after next" is sure only where this
    week's is over: else it may be next week's or the one after.

    Args:
        number: Of the weekday; Monday is 0.
    """
    kind, told, month = named
    monday = told_on - timedelta(days=told_on.weekday())
    if kind == "week_after_next":
        return monday + 2 * _WEEK + timedelta(days=number)
    if kind == "weekday_after_next":
        ahead = timedelta(days=(number - told_on.weekday()) % 7 or 7)
        return told_on + ahead + _WEEK if number <= told_on.weekday() else None
    if kind == "week_of":
        begins = _monday(int(told), month=words.months.get(month), told_on=told_on)
        return begins + timedelta(days=number) if begins else None
    return _of_week(int(told), number=number, told_on=told_on)


def week_named(found: re.Match[str], *, words: Words) -> NamedWeek | None:
    """Return the week that is named right before a weekday, or behind it; None where none is."""
    before = found.string[max(0, found.start() - _BEFORE) : found.start()]
    before = _PARTED.split(before)[-1]
    behind = found.string[found.end() : found.end() + _BEHIND]
    for kind in ("weekday_after_next", "week_after_next", "week_of", "week_number"):
        told = words.week_before(kind).search(before)
        if told is None and kind != "weekday_after_next":
            told = words.week_behind(kind).match(behind)
        if told is not None:
            numbers = (x for x in told.groups() if x and x.isdecimal())
            return NamedWeek(kind, next(numbers, ""), told["month"] or "")
    return None


def _of_week(week: int, *, number: int, told_on: date) -> date | None:
    year = told_on.isocalendar().year
    for each in (year, year + 1):
        try:
            day = date.fromisocalendar(each, week, number + 1)
        except ValueError:
            continue
        if timedelta(0) <= day - told_on <= _MOST_WEEKS_AHEAD * _WEEK:
            return day
    return None


def _monday(day: int, *, month: int | None, told_on: date) -> date | None:
    """Return the next Monday, that of this week included, that is this day of its month."""
    monday = told_on - timedelta(days=told_on.weekday())
    weeks = _MOST_WEEKS_AHEAD if month else _FEW_WEEKS_AHEAD
    mondays = (monday + each * _WEEK for each in range(weeks))
    fitting = (x for x in mondays if x.day == day and month in (None, x.month))
    return next(fitting, None)
