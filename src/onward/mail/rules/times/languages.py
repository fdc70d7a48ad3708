"""Which languages' words of days and times are looked for in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from onward.mail.rules.basics.language import (
    GUESS_CHARS,
    HOME,
    count_marks,
    languages_in,
)
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import lower

SHORTEST_BESIDE = 4
"""Shorter words of English are other words in other languages: "sun", "may", "am"."""

_FEW_MARKS = 6
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
NEAR = ("today", "tomorrow", "after_tomorrow")


def languages_of(text: str) -> tuple[str, ...]:
    """Return the languages whose words of days and times are looked for in a text.

    English stands beside every language. Where English or German leads, another one is
    read in which more of the days are named: a French line above an English footer.
    """
    low = lower(text)
    counts = count_marks(low)
    if max(counts.values()) < _FEW_MARKS:
        counts = _with_dates(counts, low=low)
    most = max(counts.values())
    leading = [code for code in counts if counts[code] == most]
    if not most or not any(code in HOME for code in leading):
        return (*leading[:2], "en") if most else HOME
    guests = [code for code in languages_in(counts) if code not in HOME]
    named = _named(low, languages=(*HOME, *guests)) if guests else {}
    best = max(guests, key=named.__getitem__, default="")
    if best and named[best] > max(named[code] for code in HOME):
        return (best, "en")
    return HOME


def _with_dates(counts: Mapping[str, int], *, low: str) -> Mapping[str, int]:
    """Return the counts of the languages with words of days, where there are any."""
    named = _named(low, languages=counts)
    if not any(named.values()):
        return counts
    return {code: counts[code] + n if n else 0 for code, n in named.items()}


def _named(low: str, *, languages: Iterable[str]) -> dict[str, int]:
    """Return how many words of days and times of each language are in a text."""
    words = _WORD.findall(low[:GUESS_CHARS])
    return {code: sum(word in _names(code) for word in words) for code in languages}


@cache
def _names(language: str) -> frozenset[str]:
    data = tables("when")[language]
    listed = [*data["months"], *data["weekdays"], *(str(data[x]) for x in NEAR)]
    names = {name for names in listed for name in re.split(r"[| ]", names)}
    long = (name for name in names if len(name) >= SHORTEST_BESIDE)
    return frozenset([*long, *str(data["marks"]).split("|")])
