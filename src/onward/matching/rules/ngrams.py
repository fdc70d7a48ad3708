"""Likeness by letters: character n-grams, which see through endings and compounds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from onward.matching.rules.words import content_words

_SIZES = (3, 4, 5)


@lru_cache(maxsize=8192)
def ngrams(text: str) -> frozenset[str]:
    """Return the character n-grams of a text's words of meaning, folded, within words."""
    found: set[str] = set()
    for word in content_words(text):
        padded = f" {word} "
        for size in _SIZES:
            found.update(
                padded[at : at + size] for at in range(max(1, len(padded) - size + 1))
            )
    return frozenset(found)


def likeness(phrase: str, passage: str) -> float:
    """Return how alike two texts are by their letters, 0..1.

    Between the part of the phrase that stands in the passage and the cosine of both, so
    that a long passage is neither favoured nor shut out.
    """
    one, other = ngrams(phrase), ngrams(passage)
    if not one or not other:
        return 0.0
    shared = len(one & other)
    contained = shared / len(one)
    cosine = shared / float((len(one) * len(other)) ** 0.5)
    return (contained + cosine) / 2


def likenesses(phrases: Sequence[str], passages: Sequence[str]) -> list[list[float]]:
    """Return the likeness of each phrase (rows) to each passage (columns)."""
    return [[likeness(phrase, passage) for passage in passages] for phrase in phrases]
