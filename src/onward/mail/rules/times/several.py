"""The hours of several talks that one mail sets: "Monday at 9 with Ann, then the panel on Friday at 1"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache

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
    parts = (known[each][kind] for each in languages if each in known)
    return re.compile("|".join(f"(?:{part})" for part in parts) or "(?!)")


def talks_set(
    text: str, *, told_on: date, words: Words | None = None
) -> tuple[datetime, ...]:
    """Return when each of several talks begins that a text sets, earliest first.

    None of them where it arranges one, lets people choose, or moves what was arranged; what is on one
    day is one talk of several parts. The times are the clock of the place they are told for.

    Args:
        text: The own words of a mail, its quotes plain.
        told_on: The day of the message.
    """
    words = words or words_in(text)
    low, languages = lower(text), languages_of(text)
    if not _said("several", languages).search(low):
        return ()
    if _said("choice", languages).search(low):
        return ()
    found = appointments(text, told_on=told_on, words=words)
    begins = sorted(each for each in found if each.date() >= told_on)
    days = {each.date() for each in begins}
    if not 1 < len(begins) <= MOST_TALKS or len(days) != len(begins):
        return ()
    between = _between(text, told_on=told_on, days=days, words=words)
    if any(map(_said("or", languages).search, between)):
        return ()
    return tuple(begins)


def _between(
    text: str, *, told_on: date, days: set[date], words: Words
) -> Iterator[str]:
    """Yield the sentences with numbers from the first of these days to behind the last, in lower case."""
    named = [
        mention
        for mention in days_in(text, told_on=told_on, words=words)
        if mention is not None and mention.day in days
    ]
    start, end = named[0].start, named[-1].end + _BEHIND
    for sentence in _SENTENCE.split(lower(text[start:end])):
        if any(char.isdigit() for char in sentence):
            yield sentence


_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\D)|\n")
