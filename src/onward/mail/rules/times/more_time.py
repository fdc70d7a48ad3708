"""Whether mail gives more time for what was asked for before: a last day that is a later one; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from onward.mail.rules.basics.sentences import split_sentences
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.times.days import days_in, words_in
from onward.mail.rules.times.last_day import (
    LastMoment,
    hour_of,
    is_last,
    last_moment,
)

_FEW_WORDS = 60
"""Who gives a new task says more than that, and says as well until when there is time."""

_MOST_CHARS = 6_000
_OLD = re.compile(
    r"\b(?:from|instead of|rather than|not|vom?|statt|anstatt|van|in plaats van)\b[^.!?\d]{0,25}$"
)
"""What stands before the day that it was."""

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class MoreTime:
    """The last day that counts now, and the sentence that tells it.

    Attributes:
        start: Where that begins in the text.
    """

    until: LastMoment
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    said: re.Pattern[str]
    until: re.Pattern[str] | None
    easy: re.Pattern[str]
    unsaid: re.Pattern[str]


@cache
def _languages() -> tuple[_Words, ...]:
    return tuple(
        _Words(
            re.compile("|".join(table["said"])),
            re.compile("|".join(table["until"])) if table["until"] else None,
            re.compile(table["easy"]),
            re.compile(table["unsaid"]),
        )
        for table in tables("more_time").values()
    )


def more_time(own: str, *, told_on: date) -> MoreTime | None:
    """Return the later last day that a mail gives in its own words; None where it gives none.

    "You have until Monday" says so in few words alone: a first mail on a task has it too.
    """
    text = own[:_MOST_CHARS]
    is_short = len(text.split()) <= _FEW_WORDS
    easy: tuple[int, int] | None = None
    for start, end in split_sentences(text, spans=((0, len(text)),)):
        plain = _SPACES.sub(" ", lower(fold(text[start:end])))
        for words in _languages():
            if is_short and words.easy.search(plain):
                easy = easy or (start, end)
            if words.unsaid.search(plain):
                continue
            may_say = is_short and words.until and not plain.endswith("?")
            is_told = words.said.search(plain) or (
                may_say and words.until and words.until.search(plain)
            )
            if is_told and (until := _until(text[start:end], told_on=told_on)):
                return MoreTime(until, start, end)
    last = last_moment(text, told_on=told_on, kind="to_answer") if easy else None
    return MoreTime(last, *easy) if easy and last else None


def _until(sentence: str, *, told_on: date) -> LastMoment | None:
    """Return the last day that a sentence names; the old one may stand beside it."""
    words, low = words_in(sentence), lower(sentence)
    later = [
        each
        for each in days_in(sentence, told_on=told_on, words=words)
        if each and each.day > told_on and not _OLD.search(low[: each.start])
    ]
    last = [each for each in later if is_last(each, text=low, words=words)]
    day = max((each.day for each in last or later), default=None)
    if day is None:
        return last_moment(sentence, told_on=told_on, kind="to_answer")
    return LastMoment(day, hour_of(day, sentence, told_on=told_on, words=words))
