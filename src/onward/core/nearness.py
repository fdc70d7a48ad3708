"""Which names are near to one that was typed: a slip of the hand, a word more or less."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from onward.core.text import search_fold

NEAR = 0.78
"""So much of two names is equal where one is a slip of the other; "Lidnen", "Linden": 0.83."""

NEAR_WORD = 0.8
_LEAST_LETTERS = 3


def near_names(name: str, names: Iterable[str]) -> list[str]:
    """Return those of `names` that somebody who typed `name` may mean, the nearest first."""
    wanted = search_fold(name)
    if not wanted:
        return []
    found = [(likeness(wanted, search_fold(each)), each) for each in set(names)]
    found = [(score, each) for score, each in found if score]
    return [each for _score, each in sorted(found, key=lambda one: (-one[0], one[1]))]


def likeness(one: str, other: str) -> float:
    """Return how near two folded names are, 0 where they are not.

    They are by their letters, or where each word of the shorter has its like in the longer.
    """
    ratio = _ratio(one, other, least=NEAR)
    if ratio:
        return ratio
    fewer, more = sorted((_words(one), _words(other)), key=len)
    if not fewer:
        return 0.0
    best = [max(_ratio(word, each, least=NEAR_WORD) for each in more) for word in fewer]
    # Below whatever is near as a whole.
    return NEAR * sum(best) / len(best) if all(best) else 0.0


def _words(name: str) -> list[str]:
    return [word for word in name.split() if len(word) >= _LEAST_LETTERS]


def _ratio(one: str, other: str, *, least: float) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio):
        found = ratio()
        if found < least:
            return 0.0
    return found
