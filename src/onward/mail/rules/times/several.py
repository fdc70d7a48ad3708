"""The hours of several talks that one mail sets: "Monday at 9 with Ann, then the panel on Friday at 1"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cache
from itertools import pairwise

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.days import days_in, words_in
from onward.mail.rules.times.languages import languages_of
from onward.mail.rules.times.when import appointments
from onward.mail.rules.times.when_words import Words

MOST_TALKS = 4
"""More than so many days are a plan of other people's."""

_BEHIND = 60


@cache
def _said(kind: str, languages: tuple[str, ...]) -> re.Pattern[str]:
    known = tables("several")
    parts = (known[each][kind] for each in languages if kind in known.get(each, ()))
    return re.compile("|".join(f"(?:{part})" for part in parts) or "(?!)")


def talks_set(
    text: str, *, told_on: date, words: Words | None = None
) -> tuple[datetime, ...]:
    """Return when each of several talks begins that a text sets, earliest first, and tests behind.

    None of them where it arranges one, lets people choose, or moves what was arranged; what is on one
    day is one talk of several parts. The times are the clock of the place they are told for.

    Args:
        text: The own words of a mail, its quotes plain.
        told_on: The day of the message.
    """
    talks, tests = _set(text, told_on=told_on, words=words)
    return (*talks, *tests)


def hours_of_tests(text: str, *, told_on: date) -> frozenset[datetime]:
    """Return which of several talks that a text sets are tests: "test Wednesday at 9, panel Friday at 11"."""
    return frozenset(_set(text, told_on=told_on)[1])


_Hours = tuple[datetime, ...]


def _set(
    text: str, *, told_on: date, words: Words | None = None
) -> tuple[_Hours, _Hours]:
    """Return when the talks begin that a text sets, and when the tests beside them."""
    words = words or words_in(text)
    low, languages = lower(text), languages_of(text)
    is_said = _said("several", languages).search(low) is not None
    if not (is_said or _said("test", languages).search(low)):
        return (), ()
    if _said("choice", languages).search(low):
        return (), ()
    found = appointments(text, told_on=told_on, words=words)
    begins = sorted(each for each in found if each.date() >= told_on)
    days = {each.date() for each in begins}
    if not 1 < len(begins) <= MOST_TALKS or len(days) != len(begins):
        return (), ()
    named = [
        mention
        for mention in days_in(text, told_on=told_on, words=words)
        if mention is not None and mention.day in days
    ]
    between = _between(text, start=named[0].start, end=named[-1].end + _BEHIND)
    if any(map(_said("or", languages).search, between)):
        return (), ()
    of_day = _parts(low, [(m.day, m.start, m.end) for m in named])
    kinds = {each: _kind(of_day.get(each.date(), ""), languages) for each in begins}
    tests = tuple(each for each in begins if kinds[each] == "test")
    talks = tuple(each for each in begins if each not in tests)
    if not talks:
        talks, tests = tests, ()
    # Where nothing else says that both take place, their names do.
    is_told = tests and any(kinds[each] == "talk" for each in talks)
    return (talks, tests) if is_said or is_told else ((), ())


def _parts(low: str, named: Sequence[tuple[date, int, int]]) -> dict[date, str]:
    """Return what is said of each day: from the last mark before it to the last before the next."""
    firsts = {day: (start, end) for day, start, end in reversed(named)}
    places = sorted((start, end, day) for day, (start, end) in firsts.items())
    begin = max((m.end() for m in _OPENS.finditer(low, 0, places[0][0])), default=0)
    parts = {}
    for (_, end, day), (start, _, _) in pairwise(places):
        marks = list(_PARTS.finditer(low, end, start))
        cut = marks[-1].start() if marks else start
        parts[day], begin = low[begin:cut], cut
    _, end, day = places[-1]
    over = _OVER.search(low, end)
    parts[day] = low[begin : over.start() if over else len(low)]
    return parts


def _kind(part: str, languages: tuple[str, ...]) -> str:
    """Return what a part of a mail names: a test, a talk, or "" where that is not told."""
    is_test = _said("test", languages).search(part) is not None
    is_talk = _said("talk", languages).search(part) is not None
    if is_test == is_talk:
        return ""
    return "test" if is_test else "talk"


_OPENS = re.compile(r"[.!?:;]\s+(?=\D)|\n")
_PARTS = re.compile(r"[,;\n]|[.!?]\s|\s(?:and|und|et|y|e|en|i|och|ve|sowie)\s")
_OVER = re.compile(r"[.!?]\s+(?=\D)|\n")


def _between(text: str, *, start: int, end: int) -> Iterator[str]:
    """Yield the sentences with numbers from the first of several days to behind the last, in lower case."""
    for sentence in _SENTENCE.split(lower(text[start:end])):
        if any(char.isdigit() for char in sentence):
            yield sentence


_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\D)|\n")
