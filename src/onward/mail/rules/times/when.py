"""When something is to be: the day and hour that a text arranges, the day by which it asks."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.clock import TimeMention, times_in
from onward.mail.rules.times.days import (
    MOST_CHARS,
    WEEK,
    DayMention,
    days_in,
    named_days,
    words_in,
)
from onward.mail.rules.times.named_zones import by_one_clock
from onward.mail.rules.times.when_words import Words

_NEAR_AFTER = 44
_NEAR_BEFORE = 24


def appointment(
    text: str, *, told_on: date, words: Words | None = None
) -> datetime | None:
    """Return the one day and clock time that a text arranges, or None where unsure.

    The time is the clock of the place it is told for. Of several days that have a time
    none is chosen: the text lets people choose, or moves what was arranged.
    """
    found = appointments(text, told_on=told_on, words=words)
    return next(iter(found)) if len(found) == 1 else None


def appointments(
    text: str, *, told_on: date, words: Words | None = None
) -> frozenset[datetime]:
    """Return each day that a text names with its clock time; none where one is unsure."""
    words = words or words_in(text)
    text = by_one_clock(text).text
    times = list(times_in(text, words=words))
    found: set[datetime] = set()
    for named, day in named_days(text, told_on=told_on, words=words):
        if day is None:
            if _is_looking_back(named, times=times, words=words):
                continue
            return frozenset()
        mention = DayMention(day, named.start(), named.end())
        if _is_not_then(mention, text=text, words=words):
            continue
        at = _time_beside(mention, times=times, text=text, words=words)
        if at is None:
            continue
        if _is_choice(at, times=times, text=text, words=words):
            return frozenset()
        found.add(datetime.combine(mention.day, at.at))
    return frozenset(found)


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


def _is_then_no_more(mention: DayMention, *, text: str, low: str, words: Words) -> bool:
    is_other = _is_not_then(mention, text=text, words=words)
    return is_other or _is_last(mention, text=low, words=words)


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
    for stop in _SENTENCE_END.finditer(named.string):
        if stop.start() >= named.end():
            return start, stop.start()
        start = stop.end()
    return start, len(named.string)


def _is_not_then(mention: DayMention, *, text: str, words: Words) -> bool:
    """Say whether a day is a last day, a beginning or what was before."""
    # "flyttas till den 25": what is moved there is then, though "till" is also "until".
    before = text[max(0, mention.start - 60) : mention.start]
    if words.before("moves_to", gap="not_then_gap").search(before):
        return False
    before = before[-30:]
    if words.before("not_then", gap="not_then_gap").search(before):
        return True
    return words.behind("not_then_behind").match(text, mention.end) is not None


_PARTED = re.compile(r"[.!?]\s+[A-ZÀ-ÖØ-ÞĆĞİŁŚŞŹŻ]|\n\s*\n")


def _time_beside(
    mention: DayMention, *, times: list[TimeMention], text: str, words: Words
) -> TimeMention | None:
    """Return the time that belongs to a day: the first after it, else right before it."""
    for at in times:
        gap = text[mention.end : at.start]
        if 0 <= at.start - mention.end <= _NEAR_AFTER and not _PARTED.search(gap):
            # "until noon", "ab 13 Uhr", "between 2 and 3 pm": a bound is no beginning.
            return None if words.before("bound").search(f"{gap} ") else at
    before = [at for at in times if 0 <= mention.start - at.end <= _NEAR_BEFORE]
    gap = text[before[-1].end : mention.start] if before else ""
    return before[-1] if before and not _PARTED.search(gap) else None


def _is_choice(
    at: TimeMention, *, times: list[TimeMention], text: str, words: Words
) -> bool:
    """Say whether another time stands beside this one to be chosen instead."""
    gaps = [text[at.end : other.start] for other in times if other.start >= at.end]
    gaps += [text[other.end : at.start] for other in times if other.end <= at.start]
    return any(words.choice.fullmatch(gap) for gap in gaps)


# The dot of "20. November" ends none, that of "at 10:30." does.
_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?:(?<!\d\.)|(?<=[:h]\d\d\.))(?<!kl\.)(?<!godz\.)\s+|\n"
)
_LONGEST_PERIOD = 60


def last_day(
    text: str, *, told_on: date, words: Words | None = None, kind: str = "to_do"
) -> date | None:
    """Return the day by which a text asks for something to be done, or None where unsure.

    What the writers promise to do by a day is none, and of several days none is chosen.

    Args:
        kind: What is asked for: "to_do" is a test, "to_answer" a word on an offer.
    """
    words = words or words_in(text)
    found: set[date] = set()
    for sentence in _SENTENCE_END.split(text[:MOST_CHARS]):
        low = lower(sentence)
        if not words.found(kind).search(low) or words.found("of_them").search(low):
            continue
        for mention in days_in(sentence, told_on=told_on, words=words):
            if mention is not None and _is_last(mention, text=low, words=words):
                found.add(mention.day)
        period = words.period.search(low)
        ahead = _days_ahead(period, told_on=told_on, words=words) if period else None
        if ahead is not None:
            found.add(ahead)
    return next(iter(found)) if len(found) == 1 else None


def _is_last(mention: DayMention, *, text: str, words: Words) -> bool:
    """Say whether a day is one by which something is to be done."""
    if words.before("last", gap="last_gap").search(text[: mention.start]):
        return True
    return words.behind("last_behind").match(text, mention.end) is not None


def _days_ahead(period: re.Match[str], *, told_on: date, words: Words) -> date | None:
    """Return the last day of "within five working days", counted from the message's."""
    working = words.found("working")
    word = period["number"] or period["number_before"]
    number = int(word) if word.isdigit() else words.numbers.get(word)
    if not number:
        return None
    if period["hours"]:
        return told_on + timedelta(days=number // 24) if number % 24 == 0 else None
    kinds = (period["working"], period["working_behind"])
    if period["working_days"] or any(kind and working.match(kind) for kind in kinds):
        return _working_days(number, after=told_on)
    days = number * (WEEK if period["weeks"] else 1)
    return told_on + timedelta(days=days) if days <= _LONGEST_PERIOD else None


_SATURDAY = 5


def _working_days(number: int, *, after: date) -> date | None:
    if number > _LONGEST_PERIOD:
        return None
    day = after
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < _SATURDAY
    return day
