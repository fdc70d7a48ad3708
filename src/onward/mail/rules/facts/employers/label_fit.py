"""Whether a domain or an account is made of the words of a name: "ndovumfi" of Ndovu Microfinance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

from onward.mail.rules.facts.employers.names import compact, company_key, trimmed_label

GLUE_WORDS = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "on",
        "in",
        "und",
        "ve",
        "für",
        "der",
        "des",
        "die",
        "am",
        "an",
        "im",
        "zum",
        "zur",
        "de",
        "la",
        "du",
        "von",
        "&",
        "+",
    ]
)
_SKIPPED = GLUE_WORDS | {"dr", "prof", "med"}
_SHORTEST_LABEL = 3
_LONG_PIECE = 4
_COMPOUND_END = 5
_INITIALS = 3
_LEAST_PART = 0.6
_MOST_PARTS = 3
_MOST_LEFT_OUT = 3


@dataclass(frozen=True, slots=True)
class Fit:
    """How far a run of words explains a label: the words `start` up to `end` (exclusive)."""

    start: int
    end: int
    is_whole: bool


_JOINTS = re.compile(r"[+&/]")


@lru_cache(maxsize=8192)
def word_key(word: str) -> str:
    """Return a word of a name as domains write it: "Müller&Co" is "muellerco"."""
    return compact(company_key(_JOINTS.sub("", word)))


@lru_cache(maxsize=4096)
def label_orders(label: str) -> tuple[str, ...]:
    """Return the letters of a label in the orders in which its parts may be meant.

    "frostmann-kaelte" is the firm that signs as "Kältetechnik Frostmann".
    """
    parts = [word_key(part) for part in re.split(r"[-_. ]", trimmed_label(label))]
    parts = [part for part in parts if part]
    if len(parts) > _MOST_PARTS:
        return ("".join(parts),)
    return tuple(dict.fromkeys("".join(order) for order in permutations(parts)))


def _longest(rest: str, word: str) -> Iterator[int]:
    """Yield how many letters of a label a word may stand for, the most first."""
    most = min(len(rest), len(word))
    shared = 0
    while shared < most and rest[shared] == word[shared]:
        shared += 1
    if most > shared and most >= _COMPOUND_END and rest[:_COMPOUND_END] in word:
        for length in range(most, max(shared, _COMPOUND_END - 1), -1):
            if word.endswith(rest[:length]):
                yield length
    yield from range(shared, 0, -1)


def _explain(label: str, words: tuple[str, ...], *, start: int) -> tuple[int, int, int]:
    """Return letters explained, one past the last word used, and the longest piece."""
    best = (0, start, 0)

    def go(place: int, index: int, longest: int) -> bool:
        nonlocal best
        if place > best[0]:
            best = (place, index, longest)
        if place == len(label):
            return True
        if index == len(words):
            return False
        for length in _longest(label[place:], words[index]):
            if go(place + length, index + 1, max(longest, length)):
                return True
        is_glue = index > start and words[index] in _SKIPPED
        return is_glue and go(place, index + 1, longest)

    go(0, start, 0)
    return best


def may_begin(label: str, words: tuple[str, ...]) -> bool:
    """Say whether `fit` could find any word for a label's first letters: quickly, mostly not."""
    spaced = f" {' '.join(words)}"
    if f" {label[:1]}" in spaced:
        return True
    compound = label[:_COMPOUND_END]
    return len(compound) == _COMPOUND_END and compound in spaced


@lru_cache(maxsize=8192)
def fit(label: str, words: tuple[str, ...]) -> Fit | None:
    """Return which words of a name a label is made of, or None where it is of others.

    Whole labels are made of beginnings of words ("wtta", "silverdalehousing"). Of a
    longer one the first word has to be there in full: "ndovumfi" is "Ndovu Microfinance".
    """
    if len(label) < _SHORTEST_LABEL:
        return None
    part: Fit | None = None
    whole: Fit | None = None
    for start, word in enumerate(words):
        if next(_longest(label, word), 0) == 0:
            continue
        count, end, longest = _explain(label, words, start=start)
        is_whole = count == len(label)
        if is_whole and end - start == 1:
            is_whole = word in (label, label + "s") or word.endswith(label)
        elif is_whole:
            is_whole = longest >= _LONG_PIECE or end - start >= _INITIALS
        # Of "When Wayfinder Apps" the last two words are enough for "wayfinderapps".
        if is_whole and (whole is None or end - start < whole.end - whole.start):
            whole = Fit(start, end, True)
        is_part = count >= _LEAST_PART * len(label) and longest > _LONG_PIECE
        if part is None and is_part and label.startswith(word):
            part = Fit(start, end, False)
    return whole or _with_gaps(label, words) or part


def _with_gaps(label: str, words: tuple[str, ...]) -> Fit | None:
    """Return which words hold a label that leaves some out: "wessexfinds", "deptfisheries".

    The first word may be shortened; the last one has to be there in full.
    """
    for start, word in enumerate(words):
        for length in _longest(label, word):
            rest = label[length:]
            if length < _LONG_PIECE or len(rest) < _LONG_PIECE:
                break
            behind = words[start + 1 : start + 2 + _MOST_LEFT_OUT]
            ends = [place for place, other in enumerate(behind) if other == rest]
            if ends and word.startswith(label[:length]):
                return Fit(start, start + ends[0] + 2, True)
    return None
