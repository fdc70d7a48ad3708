"""Which of the hours that a mail offers on one day the person's answer takes; pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from itertools import pairwise

from onward.mail.rules.times.clock import times_in
from onward.mail.rules.times.days import days_in, named_days, words_in
from onward.mail.rules.times.last_day import is_last

_PARTS = re.compile(r"[!?,;\n]+|\.(?!\d)")
_FIGURE = re.compile(r"\d")
_HALF_A_DAY = 12


def chosen_hour(
    *,
    offered: str,
    offered_on: date,
    answer: str,
    answered_on: date,
    refuses: Callable[[str], bool],
) -> datetime | None:
    """Return the one hour that an answer takes, where the offer has several on a single day.

    "Thursday 3/5 at 10:00 AM or 2:15 PM" is answered by "2:15 on Thursday please". An answer
    that names another day takes none.

    Args:
        refuses: Says of a part of an answer that it takes back what it names.
    """
    day = _only_day(offered, told_on=offered_on)
    hours = set(_hours_to_choose(offered))
    if day is None or len(hours) < 2:
        return None
    taken: set[time] = set()
    words = words_in(answer)
    for part in filter(None, _PARTS.split(answer)):
        if refuses(part):
            continue
        for _, named in named_days(part, told_on=answered_on, words=words):
            if named is None or named.weekday() != day.weekday():
                return None
        told = {mention.at for mention in times_in(part, words=words)}
        taken |= {at for at in hours if _is_told(at, part, told=told)}
    return datetime.combine(day, taken.pop()) if len(taken) == 1 else None


def _only_day(text: str, *, told_on: date) -> date | None:
    """Return the one day that a text names beside those by which an answer is wanted."""
    words, low = words_in(text), text.lower()
    found = list(days_in(text, told_on=told_on, words=words))
    if None in found:
        return None
    days = {day.day for day in found if day and not is_last(day, text=low, words=words)}
    return days.pop() if len(days) == 1 else None


def _hours_to_choose(text: str) -> Iterator[time]:
    """Yield the hours of a text that stand beside each other to be chosen from."""
    words = words_in(text)
    clock = re.compile(rf"^\s?{words.any_part('oclock')}", re.IGNORECASE)
    for one, other in pairwise(times_in(text, words=words)):
        figures = _FIGURE.search(text, other.start, other.end)
        gap = text[one.end : figures.start() if figures else other.start]
        if words.choice.fullmatch(clock.sub("", gap)):
            yield from (one.at, other.at)


def _is_told(at: time, part: str, *, told: set[time]) -> bool:
    """Say whether a part of an answer names an hour, with or without its half of the day."""
    if at in told:
        return True
    is_late = at.hour >= _HALF_A_DAY
    hour = at.hour - _HALF_A_DAY if is_late else at.hour
    if time(hour, at.minute) in told:
        # "Two" is said of 14:00 alone.
        return True
    figures = rf"(?<![\d.:,/+-])0?(?:{at.hour}|{hour or _HALF_A_DAY})[.:h]{at.minute:02}(?![\d:%€$£]|[.,/-]\d)"
    return re.search(figures, part) is not None
