"""Days in three short numbers, "11/24/26", which are as often a number of something else; pure."""

from __future__ import annotations

import re

_LED = re.compile(
    r"\b(?:on|am|date:?|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|(?:mon|tues?|wed|thu|fri|sat|sun)[.,]?)\s$",
    re.IGNORECASE,
)
_CLOCK_BEHIND = re.compile(
    r",?\s(?:at\s|@\s?)?\d{1,2}(?::[0-5]\d)?\s?[ap]\.?m\b|,?\s(?:um\s)?\d{1,2}:[0-5]\d\b",
    re.IGNORECASE,
)
_MOST_AHEAD = 12


def is_told_as_day(text: str, *, start: int, end: int) -> bool:
    """Say whether a word or an hour beside three short numbers makes them a day: "on 11/24/26", "11/24/26 1:30 PM"."""
    ahead = text[max(0, start - _MOST_AHEAD) : start]
    return bool(_LED.search(ahead) or _CLOCK_BEHIND.match(text, end))
