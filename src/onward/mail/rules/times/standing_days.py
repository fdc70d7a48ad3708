"""Which of the days that a text names are then: no last day, and not what was before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.clock import TimeMention, times_in
from onward.mail.rules.times.days import (
    MOST_CHARS,
    SENTENCE_END,
    DayMention,
    days_in,
    named_days,
)
from onward.mail.rules.times.last_day import ahead_of, is_last, is_visit
from onward.mail.rules.times.looking_back import was_then
from onward.mail.rules.times.stretches import is_end_of_range
from onward.mail.rules.times.when_words import Words

_MOST_BEFORE_NEW_DAY = 110
"""So far before a day what moves to it may be named: "move our talk for … on Wednesday to Thursday"."""


def sure_days(
    named: Sequence[tuple[re.Match[str], date | None]],
    *,
    times: list[TimeMention],
    text: str,
    words: Words,
) -> list[DayMention]:
    """Return the days of a text; none where one is unsure that takes place and stays so."""
    found: list[DayMention] = []
    for place, (match, day) in enumerate(named):
        end = _end_of(match, words=words)
        mention = DayMention(day or date.max, match.start(), end)
        if day is not None:
            found.append(mention)
        elif not (
            is_not_then(mention, text=text, words=words)
            or _is_looking_back(match, times=times, words=words)
            or _is_told_better(match, by=named[place + 1 :], times=times, words=words)
        ):
            return []
    return found


def says_it_moves(text: str, *, to: int, words: Words) -> bool:
    """Say whether words before a place move to it what was to be on another day."""
    before = text[max(0, to - _MOST_BEFORE_NEW_DAY) : to]
    return bool(words.before("moves_to", gap="not_then_gap").search(before))


def _end_of(match: re.Match[str], *, words: Words) -> int:
    """Return where a day ends: before the full stop behind a whole name of a month."""
    name = match[0].rstrip(".").rpartition(" ")[2]
    is_whole = name in words.months and name not in words.short_months
    is_stop = match[0].endswith(".") and is_whole
    return match.end() - 1 if is_stop else match.end()


def _is_told_better(
    named: re.Match[str],
    *,
    by: Iterable[tuple[re.Match[str], date | None]],
    times: list[TimeMention],
    words: Words,
) -> bool:
    """Say whether a date in the same sentence tells which day an unsure weekday is.

    "On Thursday after Easter, that is 9 April", written on a Thursday.
    """
    _, end = _sentence_around(named)
    weekday = words.weekdays.get(named["alone"] or "")
    dates = (
        other
        for other, day in by
        if day is not None and not other["alone"] and day.weekday() == weekday
    )
    better = next((other.start() for other in dates if other.start() < end), 0)
    is_timed = any(named.end() <= at.start < better for at in times)
    return bool(better) and not is_timed


def days_to_meet(
    text: str, *, told_on: date, words: Words
) -> list[tuple[date | None, bool]]:
    """Return each day that a text names, None for an unsure one, and whether it is a last day."""
    low = lower(text[:MOST_CHARS])
    return [
        (mention.day, _is_then_no_more(mention, text=text, low=low, words=words))
        if mention is not None
        else (None, False)
        for mention in days_in(text, told_on=told_on, words=words)
    ]


def days_that_stand(
    text: str, *, told_on: date, words: Words
) -> list[DayMention] | None:
    """Return the days of a text that are no last day and not over; None where one is unsure."""
    low = lower(text[:MOST_CHARS])
    times = list(times_in(text, words=words))
    named = list(named_days(text, told_on=told_on, words=words))
    found = sure_days(named, times=times, text=text, words=words)
    if named and not found:
        return None
    return [
        mention
        for mention in found
        if not _is_then_no_more(mention, text=text, low=low, words=words)
    ]


def _is_then_no_more(mention: DayMention, *, text: str, low: str, words: Words) -> bool:
    is_other = is_not_then(mention, text=text, words=words)
    return is_other or is_last(mention, text=low, words=words)


def _is_looking_back(
    named: re.Match[str], *, times: list[TimeMention], words: Words
) -> bool:
    """Say whether a weekday stands in a sentence that tells of what was, and no time does.

    "Our talk on Monday went well", written on a Monday, arranges nothing.
    """
    start, end = _sentence_around(named)
    if any(start <= at.start < end for at in times):
        return False
    return words.found("looks_back").search(named.string, start, end) is not None


def _sentence_around(named: re.Match[str]) -> tuple[int, int]:
    """Return where the sentence of a day starts and ends."""
    start = 0
    for stop in SENTENCE_END.finditer(named.string):
        if stop.start() >= named.end():
            return start, stop.start()
        start = stop.end()
    return start, len(named.string)


def is_not_then(mention: DayMention, *, text: str, words: Words) -> bool:
    """Say whether a day is a last day, a beginning or what was before."""
    # "flyttas till den 25": what is moved there is then, though "till" is also "until".
    if says_it_moves(text, to=mention.start, words=words):
        return False
    before = text[max(0, mention.start - 60) : mention.start]
    is_visited = is_visit(mention, text=text, words=words)
    not_then = words.before("not_then", gap="not_then_gap")
    if not is_visited and not_then.search(before[-30:]):
        return True
    if was_then(mention, text=text, words=words):
        return True
    if words.found("expires_then").search(lower(ahead_of(mention, text=text))):
        return True
    # "By 11:59pm on Wednesday", not "from 9 until 11 on Wednesday".
    last = words.before("last_at", gap="last_gap").search(before)
    is_by = last is not None and not is_end_of_range(last, words=words)
    if is_by and not is_visited:
        return True
    return words.behind("not_then_behind").match(text, mention.end) is not None
