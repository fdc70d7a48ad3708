"""Expressions for days in few signs: "this sat", "Mo, 14:00", "on the 4th at 10", "bis zum 15."."""

from __future__ import annotations

from collections.abc import Collection, Iterable

_SHORTEST_SURE = 4
_ALSO_WORDS = frozenset({"so", "do"})
_BEHIND_ON = frozenset({"mon", "tue", "wed", "thu", "fri"})
"""Behind "on" they are no other words: "on sun loungers"."""

_CLOCK = r"(?:\d{1,2}:\d\d|\d{1,2}(?:\.\d\d)?(?=\s?(?:[ap]\.?m\b|uhr\b)))"
_OPEN_HOURS = r"(?!\s?(?:[ap]m|uhr)?\s?(?:[-\u2013]|to|bis|till?|until)\s?\d)"
"""Two hours behind a day are those at which somebody can be reached: "Mo-Fr 8:00-12:00"."""


def short_weekday(weekdays: Collection[str], *, at: str) -> str:
    """Return the part for a short weekday where it is none of other words; behind a group `which`.

    Args:
        at: The part for what stands before an hour.
    """
    short = [word for word in weekdays if len(word) < _SHORTEST_SURE]
    names = _any(word for word in short if word not in _ALSO_WORDS)
    on = _any(word for word in short if word in _BEHIND_ON)
    alone = rf"(?<![-\u2013&/+])(?<![-\u2013&/+,]\s)(?:{names})"
    timed = rf"(?=\.?,?\s+(?:(?:{at}|@)\s?)?{_CLOCK}{_OPEN_HOURS})"
    which = rf"(?:{names})(?!\s(?:well|with|badly|right|down|on|in)\b)"
    # "Wed 11th, 4pm", "8:30 on Wed?"
    counted = rf"(?:{on})(?=\.?,?\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)\b)"
    return rf"(?(which){which}|(?:(?<=\bon )(?:{on})|{counted}|{alone}{timed}))"


def bare_day(leads: Collection[str], *, behind: str) -> str:
    """Return the part for a day by its number alone; "" where nothing may stand before one.

    Args:
        behind: The part for words that may follow it.
    """
    if not leads:
        return ""
    before = "|".join(rf"(?<=\b{lead}\s)" for lead in leads)
    ends = rf"\s*(?:[,;!?()\n]|\.(?!\d)|$)|\s+{behind}"
    ordinal = rf"(?:(?:st|nd|rd|th)(?={ends})|\.(?=\s*$|\s*\n|\s+{behind}|[,;!?]))"
    return rf"|(?:{before})(?P<bare>0?[1-9]|[12]\d|3[01]){ordinal}"


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
