"""Titles that write some words by their first letters alone: "Sr PM, Care Navigation"; pure."""

from __future__ import annotations

from collections.abc import Iterator

from onward.mail.rules.facts.titles.role import seniority_of
from onward.mail.rules.folding.akin import BETWEEN, GRADES

_FEWEST, _MOST = 2, 4
"""Letters that stand for as many words: "PM", "TCAE"."""


def is_by_letters_of(one: str, other: str) -> bool:
    """Say whether one title is the other, or a part of it, with some words by their letters.

    "merchant onboarding pm" is "product manager merchant onboarding": who writes titles short
    also turns them round. As senior as the other it has to be.
    """
    if seniority_of(one) - GRADES != seniority_of(other) - GRADES:
        return False
    return _spells(one.split(), other.split()) or _spells(other.split(), one.split())


def _spells(short: list[str], full: list[str]) -> bool:
    """Say whether a title has letters for words of another, and one has all words of the other then."""
    full = [word for word in full if word not in BETWEEN]
    words: set[str] = set()
    has_letters = False
    for word in short:
        run = next(_runs(word, full=full), None) if word not in full else None
        words.update(run or {word} - BETWEEN)
        has_letters = has_letters or run is not None
    known = set(full)
    return has_letters and (words <= known or known <= words)


def _runs(letters: str, *, full: list[str]) -> Iterator[list[str]]:
    """Yield the words that stand together in a title and begin with these letters, in their order."""
    count = len(letters)
    if not (_FEWEST <= count <= _MOST and letters.isalpha()):
        return
    for at in range(len(full) - count + 1):
        run = full[at : at + count]
        if all(word[0] == letter for word, letter in zip(run, letters, strict=True)):
            yield run
