"""Days told twice or by weeks: "next Thursday, 3 December", "Donnerstag in einer Woche"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from onward.mail.rules.times.when_words import Words

Named = tuple[re.Match[str], date | None]

_WEEK = 7
_BEFORE_CHARS = 30
_GAP_CHARS = 16
_BEHIND = {"week_on": 1, "fortnight_on": 2, "in_week": 1, "in_fortnight": 2}
_COUNTED = frozenset({"in_week", "in_fortnight"})
"""Counted from today or from the weekday: told only where both come to one day."""

_TELLS = r"(?:^|[.!?:;]\s|\n|\b(?:will be|(?:it|that|which)(?:.s| is)|meet|interview|come(?: in)?|see you|on)\s)"
_WEEKS_BEFORE = (
    (re.compile(rf"{_TELLS}(?:a|one) week (?:from )?$"), 1),
    (re.compile(rf"{_TELLS}(?:a fortnight|two weeks) (?:from )?$"), 2),
)
"""Before "today" and "tomorrow": "it will be a week today". "We've waited a week today" tells no day."""

_AHEAD = {"week_on_before": 1, "fortnight_on_before": 2}


def weeks_on(found: re.Match[str], *, words: Words) -> tuple[int, bool] | None:
    """Return how many weeks after the coming weekday one is, and whether that is counted."""
    for kind, weeks in _BEHIND.items() if found["open"] else ():
        if words.found(kind).fullmatch(found["open"]):
            return weeks, kind in _COUNTED
    before = found.string[max(0, found.start() - _BEFORE_CHARS) : found.start()]
    for kind, weeks in _AHEAD.items():
        if words.before(kind).search(before):
            return weeks, False
    return None


def weekday_in_weeks(
    number: int, weeks: int, *, is_counted: bool, told_on: date
) -> date | None:
    """Return the weekday with this number so many weeks after the coming one.

    "Donnerstag in einer Woche", said on a Friday, is six days ahead to some and thirteen
    to others.
    """
    ahead = (number - told_on.weekday()) % _WEEK
    if is_counted and number < told_on.weekday():
        return None
    return told_on + timedelta(days=ahead + _WEEK * weeks)


def weeks_after(found: re.Match[str], *, words: Words) -> int:
    """Return how many weeks after "today" or "tomorrow" is meant: "heute in einer Woche"."""
    for kind, weeks in _BEHIND.items():
        if words.behind(kind).match(found.string, found.end()):
            return weeks
    before = found.string[max(0, found.start() - _BEFORE_CHARS) : found.start()]
    if words.is_home:
        for week, weeks in _WEEKS_BEFORE:
            if week.search(before):
                return weeks
    return 0


def told_once(named: Iterable[Named], *, words: Words) -> Iterator[Named]:
    """Yield named days, a weekday and the date that stands right beside it as that date.

    "Next Thursday, 3 December" is the third; "this Thursday, 4 December", which is a
    Friday, is no sure day.
    """
    days = list(named)
    gone: set[int] = set()
    unsure: set[int] = set()
    for (place, (one, _)), (_, (other, _)) in pairwise(enumerate(days)):
        gap = one.string[one.end() : other.start()]
        if len(gap) > _GAP_CHARS or not _gap(words).fullmatch(gap):
            continue
        if _is_bare(one) and _is_date(other):
            day = days[place + 1][1]
            agrees = day is not None and day.weekday() == words.weekdays[one["alone"]]
            (gone if agrees else unsure).add(place)
        elif _is_date(one) and _is_bare(other) and (_is_near(other) or gap == ", "):
            day = days[place][1]
            if day is not None and day.weekday() == words.weekdays[other["alone"]]:
                gone.add(place + 1)
    for place, (found, day) in enumerate(days):
        if place not in gone:
            yield found, None if place in unsure else day


def _is_bare(found: re.Match[str]) -> bool:
    """Say whether a day is a weekday without any date of its own."""
    return bool(found["alone"]) and not found["ordinal"]


def _is_near(found: re.Match[str]) -> bool:
    """Say whether a word says of a weekday how near it is."""
    return bool(found["which"] or found["which_behind"] or found["later"])


def _is_date(found: re.Match[str]) -> bool:
    return not found["alone"] and not found["near"]


@cache
def _gap(words: Words) -> re.Pattern[str]:
    return re.compile(
        rf"[\s,(:-]*(?:(?:on|am|{words.any_part('articles')})(?:\s+|(?<=')))*"
    )
