"""Weekdays after a talk of next week: "Can we meet next week? Tuesday at 10 would suit us."."""

from __future__ import annotations

import re

from onward.mail.rules.times.when_words import Words

_FAR_BEFORE = 200
_BESIDE = 9
_SENTENCE = re.compile(r"[.!?]\s")
_NEW_PARAGRAPH = re.compile(r"\n\s*\n")


def is_told_of_next_week(found: re.Match[str], *, words: Words) -> bool | None:
    """Say whether a weekday is one of next week, of which was spoken before it.

    "Can we meet next week? Tuesday at 10 would suit us." None where next week is spoken
    of for something else: "I am away next week."
    """
    if found["which"]:
        return False
    before = found.string[max(0, found.start() - _FAR_BEFORE) : found.start()]
    before = _NEW_PARAGRAPH.split(before)[-1]
    told = [*words.next_week.finditer(before)][-1:]
    if not told:
        return False
    gap = before[told[0].end() :]
    if words.found("this_week").search(gap) or not _are_weekdays(gap, words=words):
        return False
    if len(gap) <= _BESIDE and not _SENTENCE.match(gap):
        return True
    around = _SENTENCE.split(before[: told[0].start()])[-1]
    around += _SENTENCE.split(gap)[0]
    is_absent = words.word_with("absent").search(around)
    return True if words.word_with("meets").search(around) and not is_absent else None


def _are_weekdays(gap: str, *, words: Words) -> bool:
    """Say whether a text names no days but weekdays, as one does who lists them."""
    return all(
        found["alone"] and not found["which"] for found in words.day.finditer(gap)
    )
