"""Titles that a list cuts short: "Sachbearb. Export", "kfm. Angest.", "Sr. Mgr"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onward.mail.rules.facts.titles.role import role_key

# From the beginning of a word alone: a long one is looked at once, and not from each letter.
_CUT_SHORT = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}(?=\.)")
_LONGEST = 300
_FEWEST, _MOST_SKIPPING = 3, 4


def role_likeness(one: str, other: str) -> float:
    """Return how many of the words of two roles they share, 0..1; an unknown role fits any.

    A word that ends in a full stop is the longer one that begins with it. Of a long role
    its beginning is compared.
    """
    one, other = (" ".join(each.split())[:_LONGEST] for each in (one, other))
    first, second = set(role_key(one).split()), set(role_key(other).split())
    if not first or not second:
        return 1.0
    shared = len(first & second)
    left, right = first - second, second - first
    paired = _paired(_short(one) & left, right) + _paired(_short(other) & right, left)
    return (shared + paired) / (len(first | second) - paired)


def _short(role: str) -> set[str]:
    cut = _CUT_SHORT.findall(role)
    return {word for each in cut for word in role_key(each).split()}


def _paired(short: Iterable[str], words: set[str]) -> int:
    """Return how many of the short words stand for one of these, each for its own."""
    free = set(words)
    paired = 0
    for each in sorted(short, key=len, reverse=True):
        meant = next((word for word in sorted(free) if _is_short_for(each, word)), None)
        if meant is not None:
            free.discard(meant)
            paired += 1
    return paired


def _is_short_for(short: str, word: str) -> bool:
    if len(short) < _FEWEST or len(short) >= len(word):
        return False
    if word.startswith(short):
        return True
    # "kfm." leaves letters out, as those of a few consonants do.
    letters = iter(word)
    has_vowel = re.search("[aeiouy]", short) is not None
    is_few = len(short) <= _MOST_SKIPPING and not has_vowel
    return is_few and word[0] == short[0] and all(x in letters for x in short)
