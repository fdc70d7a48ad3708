"""When a day begins by its programme, or by the slot that is the reader's own; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import time
from itertools import pairwise

from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.clock import TimeMention
from onward.mail.rules.times.when_words import Words

_FEWEST_LINES = 3
_FEWEST_OF_PROGRAMME = 2
_FEWEST_TOLD = 2
_LINE = re.compile(r"[^\n]+")
_EARLIEST = 7 * 60
_BEGUN = re.compile(
    r"^[ \t]*(?:[-*\u2022][ \t]*)?(?P<hour>\d{1,2})[:.h](?P<minute>[0-5]\d)(?![\d./:])"
    r"[ \t]?(?:(?P<half>[ap])\.?m\b\.?|uhr\b|h\b)?(?P<rest>[^\n]*)",
    re.MULTILINE,
)
_SLOT = re.compile(
    r"\s*(?:[-*\u2022]\s*)?(?:(?:slot|nr|no|number|nummer|platz|group|gruppe|candidate|applicant)\b\.?\s*)?#?"
    r"(?P<key>[a-z]{0,3}-?\d{1,4})\b[.)]?\s*[|:\u2013-]?\s+$"
)
_OWN = (
    r"\b(?:you(?:.re| are| have)|yours? is|your|sie (?:sind|haben)|ihr[em]?|du (?:bist|hast)|deine?"
    r"|(?:bewerber|kandidaten)nummer|(?:applicant|candidate) (?:no|number)\b\.?)[^.!?\n]{0,24}?(?<![\w-])"
)


_CHOICE = re.compile(
    r"\bwhich (?:time |one |slot )?(?:suits|works|would)|\bchoose\b|\bsuits? you\b|\bwelche (?:zeit|uhrzeit|option)\b"
    r"|\bpasst (?:ihnen|dir)\b|\bwähl\w*"
)
"""Hours to choose from are nobody's yet."""

_HEADING = re.compile(
    r"\border of (?:the )?(?:day|morning|afternoon|events)\b|\bablaufplan\b|\bablauf des (?:tages|vormittags|nachmittags)\b"
)
"""Above a programme: one line that is told is enough below it."""

_UNTOLD = re.compile(
    r"\bslots?\b|\bleft\b|\b(?:to|will|shall) follow\b|\bfolgt\b|\bnoch frei\b|\btermine frei\b"
)
"""Two lines are no programme where hours are free, or the own one is told later."""

_PARTED = re.compile(
    r"\b(?:group|gruppe) [a-z\d]\b|\btell you your (?:time|slot)\b|\bafter lunch,? (?:you|your)\b|\bin the afternoon\b"
    r"|\bam nachmittag\b|\bnach der mittagspause\b"
)
"""Not everybody is there from the first line on."""


def first_of_programme(text: str, *, words: Words) -> TimeMention | None:
    """Return the time of the first line of a programme: "9:00 Welcome, 9:30 Interview, 10:15 Tour".

    A list of hours to choose from says of none what takes place then.
    """
    low = lower(text)
    lines = [*_BEGUN.finditer(low)]
    named = [words.found("programme").search(line["rest"]) for line in lines]
    kinds = [found.group() for found in named if found]
    fewest = 1 if _HEADING.search(low) else _FEWEST_TOLD
    if len(lines) < _FEWEST_OF_PROGRAMME or len(kinds) < fewest or _PARTED.search(low):
        return None
    if len(lines) < _FEWEST_LINES and _is_of_several(low, kinds=kinds, fewest=fewest):
        return None
    hours = [_minutes(line) for line in lines]
    # "12.15 Lunch, 1.30 Panel": behind noon the hours begin anew.
    later = [each + 12 * 60 if each < _EARLIEST <= hours[0] else each for each in hours]
    is_rising = all(one < other for one, other in pairwise(later))
    if not is_rising or not _EARLIEST <= hours[0] < later[-1] < 24 * 60:
        return None
    first = lines[0]
    at = time(hours[0] // 60, hours[0] % 60)
    return TimeMention(at, first.start("hour"), first.end("hour"))


def _is_of_several(low: str, *, kinds: Sequence[str], fewest: int) -> bool:
    """Say whether two lines are hours of several people, or to choose from."""
    is_free = _CHOICE.search(low) or _UNTOLD.search(low)
    return bool(is_free) or len({*kinds}) < fewest


def _minutes(line: re.Match[str]) -> int:
    hour = int(line["hour"])
    if line["half"]:
        hour = hour % 12 + (12 if line["half"] == "p" else 0)
    return hour * 60 + int(line["minute"])


def own_slot(text: str, *, times: Sequence[TimeMention]) -> TimeMention | None:
    """Return the time of the one slot of several that a text calls the reader's: "You are slot 3"."""
    slots: dict[str, TimeMention] = {}
    for before, at in _lines(text, times=times):
        found = _SLOT.fullmatch(before)
        if found is not None:
            if found["key"] in slots:
                return None
            slots[found["key"]] = at
    if len(slots) < _FEWEST_LINES:
        return None
    low = lower(text)
    if _CHOICE.search(low):
        return None
    own = [
        at
        for key, at in slots.items()
        if re.search(rf"{_OWN}{re.escape(key)}{_NO_NOUN}", low)
    ]
    return own[0] if len(own) == 1 else None


_NO_NOUN = r"(?![\w-])(?! (?!(?:at|am|um|on|in|of|von|please|and|und|bitte|with|mit|is|ist|so|for)\b)[a-zäöüß])"
"""Behind a number: "your 2 references" are no slot."""


def _lines(
    text: str, *, times: Sequence[TimeMention]
) -> Iterator[tuple[str, TimeMention]]:
    """Yield the first time of each line that has one, and what stands before it."""
    places = iter(times)
    at = next(places, None)
    for line in _LINE.finditer(text):
        while at is not None and at.start < line.start():
            at = next(places, None)
        if at is None:
            return
        if at.end <= line.end():
            yield lower(text[line.start() : at.start]), at
