"""Words of a text: which carry meaning, in which language they are, which are the same."""

from __future__ import annotations

from collections import Counter
from functools import cache

from onward.matching.rules.cues import stop_words
from onward.matching.rules.text import tokens

_SHORTEST_SHARED = 4
_SHARED_PART = 0.6
_LONGEST_ENDING = 5


@cache
def _every_stop_word() -> frozenset[str]:
    return frozenset().union(*stop_words().values())


def content_words(text: str) -> list[str]:
    """Return the folded words of a text that carry meaning, in order."""
    every = _every_stop_word()
    return [word for word in tokens(text) if word not in every and len(word) > 1]


def language_of(text: str) -> str:
    """Return the language in which a text is written: "en", "de", "fr" or "es"."""
    counts = Counter(tokens(text))
    scores = {
        name: sum(counts[word] for word in words)
        for name, words in stop_words().items()
    }
    return max(scores, key=lambda name: (scores[name], name == "en"))


def is_same_word(one: str, other: str) -> bool:
    """Say whether two folded words are forms of one word: manage, managed, management."""
    if one == other:
        return True
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    longest = max(len(one), len(other))
    is_stem = shared >= _SHORTEST_SHARED and shared >= _SHARED_PART * longest
    return is_stem and longest - shared <= _LONGEST_ENDING


def share_said(phrase: list[str], *, passage: list[str]) -> float:
    """Return which part, 0..1, of a phrase's words stands in a passage in some form."""
    if not phrase:
        return 0.0
    said = sum(any(is_same_word(word, other) for other in passage) for word in phrase)
    return said / len(phrase)


def is_compound_of(word: str, *, passage: list[str]) -> bool:
    """Say whether a German compound is made of words of a passage.

    "kundenberatung" is, of "Beratung der Kunden": two words cover all of it but three letters.
    """
    if len(word) < 9:
        return False
    heads = [part for part in passage if len(part) >= 4 and part != word]
    for first in heads:
        stem = first[: max(4, len(first) - 2)]
        if not word.startswith(stem):
            continue
        for last in heads:
            if last is not first and word.endswith(last[: max(5, len(last))]):
                return len(word) - len(first) - len(last) <= 3
    return False
