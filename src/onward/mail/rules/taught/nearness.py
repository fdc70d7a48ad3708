"""Nearly the same wording: all that differs are words that no rule listens for; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from onward.mail.rules.taught.shapes import GAP, speaks

LEAST_HEARD = 8
"""Fewer words that rules listen for do not tell one mail from another one nearly like it."""

_LEAST_SHARED = 0.8
_IN_A_ROW = 3
_LONGEST_CHANGE = 6
_SHORT = 2


@dataclass(frozen=True, slots=True)
class Telling:
    """The wording of a mail as what rules hear of it, and what stands between.

    Attributes:
        heard: The words that rules listen for, in their order.
        between: What stands before each of these, and after the last.
        rows: All words, each with those that follow it.
    """

    heard: tuple[str, ...]
    between: tuple[tuple[str, ...], ...]
    rows: frozenset[tuple[str, ...]]


def telling_of(lines: Iterable[str]) -> Telling:
    """Return the wording that `Shape.lines` has, ready to be compared."""
    heard: list[str] = []
    between: list[list[str]] = [[]]
    words = _with_single_gaps(chain.from_iterable(line.split() for line in lines))
    for word in words:
        if is_heard(word):
            heard.append(word)
            between.append([])
        else:
            between[-1].append(word)
    last = max(1, len(words) - _IN_A_ROW + 1)
    rows = frozenset(tuple(words[i : i + _IN_A_ROW]) for i in range(last))
    return Telling(tuple(heard), tuple(map(tuple, between)), rows)


def _with_single_gaps(words: Iterable[str]) -> list[str]:
    # Sentences begin and end with names as well: a gap beside a gap is one.
    out: list[str] = []
    for word in words:
        if not (word == GAP and out and out[-1] == GAP):
            out.append(word)
    return out


def is_nearly(one: Telling, other: Telling) -> bool:
    """Say whether two wordings differ in nothing that any rule listens for, and in little."""
    return (
        one.heard == other.heard
        and len(one.heard) >= LEAST_HEARD
        and all(map(_is_small, one.between, other.between))
        and _shared(one.rows, other.rows) >= _LEAST_SHARED
    )


def _shared(
    one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]
) -> float:
    return len(one & other) / len(one | other)


def _is_small(one: Sequence[str], other: Sequence[str]) -> bool:
    return one == other or max(len(one), len(other)) <= _LONGEST_CHANGE


@lru_cache(maxsize=8192)
def is_heard(word: str) -> bool:
    """Say whether a word in lower case may turn what a mail says: names and titles do not."""
    if word == GAP or word.isdigit():
        return False
    # "won't", "n'a", "y": too crooked or too short to be known for a name.
    is_odd = not word.replace("-", "").isalpha() or len(word) <= _SHORT
    return is_odd or any(map(speaks, (word, *word.split("-"))))
