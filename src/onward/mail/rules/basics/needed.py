"""The letters that an expression needs: where none of them stands, it need not be searched for.

An expression of many choices is tried at every letter of a text. That none of the words
stands there that one of its choices must have, a finder of words says in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Generic, TypeVar

from onward.mail.rules.basics.tables import table_part
from onward.mail.rules.basics.words import first_word_finder, word_finder

try:
    from re import _parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover - a Python whose expressions are kept elsewhere
    _parser = None

_SHORTEST = 3
_MOST = 4_000
"""Expressions with more choices are searched for at once."""

_FLAGS = re.UNICODE | re.MULTILINE
"""Flags under which letters stand for themselves."""


Key = TypeVar("Key")


class Needs(Generic[Key]):
    """Several things that a text may say, told apart by the letters that each needs.

    Args:
        groups: For each of them expressions in groups, of each of which one has to fit
            for the text to say it. For texts in lower case.
    """

    def __init__(
        self, groups: Mapping[Key, Sequence[Sequence[re.Pattern[str]]]]
    ) -> None:
        self._needed: list[tuple[Key, int]] = []
        self._bits: dict[str, int] = {}
        bit = 1
        for key, needs in groups.items():
            mask = 0
            for need in needs:
                letters = _of_any(need)
                if letters is not None:
                    mask |= bit
                    for word in letters:
                        self._bits[word] = self._bits.get(word, 0) | bit
                    bit <<= 1
            self._needed.append((key, mask))
        self._masks = tuple(self._bits.values())
        self._find = word_finder(self._bits)

    def met_in(self, text: str) -> list[Key]:
        """Return what a text in lower case may say, in order: of nothing else does it say any."""
        known = 0
        for index in {index for index, _, _ in self._find(text)}:
            known |= self._masks[index]
        return [key for key, mask in self._needed if mask & known == mask]


def _anything(_: str) -> bool:
    return True


def finder_of(expressions: Iterable[re.Pattern[str]]) -> Callable[[str], bool]:
    """Return what says quickly that none of some expressions fits any place of a text.

    It says True where one may fit, and always where one of them needs no letters.

    Args:
        expressions: For texts in lower case; those that ignore case are always tried.
    """
    needed = _of_any(expressions)
    if needed is None:
        return _anything
    return first_word_finder(sorted(needed)) if needed else (lambda _: False)


@cache
def part_finder(name: str, codes: tuple[str, ...], part: str) -> Callable[[str], bool]:
    """Return what says quickly of most text that no sentence of it says a part of a table.

    Args:
        name: Of the file, without its ending.
        codes: Of the languages whose tables are meant.
    """
    return finder_of(table_part(name, code, part) for code in codes)


def _of_any(expressions: Iterable[re.Pattern[str]]) -> frozenset[str] | None:
    """Return letters of which some stand where any of them fits; None if unknown."""
    needed: set[str] = set()
    for each in expressions:
        letters = needed_letters(each)
        if letters is None:
            return None
        needed |= letters
    return frozenset(needed)


@cache
def needed_letters(expression: re.Pattern[str]) -> frozenset[str] | None:
    """Return letters of which some stand in every text that an expression fits; None if unknown.

    None of them stand for an expression that fits nothing.
    """
    if _parser is None or expression.flags & ~_FLAGS:
        return None
    found = _of_sequence(_parser.parse(expression.pattern))
    return found if found is None or len(found) <= _MOST else None


def _of_sequence(parts: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    """Return the letters of the part of a sequence that is rarest: whose shortest are longest."""
    choices: list[frozenset[str]] = []
    run = ""
    for kind, value in parts:
        if kind is _parser.LITERAL and chr(value).isalnum():
            run += chr(value)
            continue
        choices.append(frozenset({run}))
        run = ""
        if kind is _parser.FAILURE or (kind is _parser.ASSERT_NOT and not value[1]):
            # `(?!)` fits nowhere.
            return frozenset()
        inside = _of_part(kind, value)
        if inside is not None:
            choices.append(inside)
    choices.append(frozenset({run}))
    best = max(choices, key=_rarity)
    return best if _rarity(best) >= _SHORTEST else None


def _of_part(kind: Any, value: Any) -> frozenset[str] | None:
    if kind is _parser.BRANCH:
        return _of_branches(value[1])
    if kind is _parser.SUBPATTERN:
        _, added, _, inside = value
        return None if added else _of_sequence(inside)
    is_repeated = kind in (_parser.MAX_REPEAT, _parser.MIN_REPEAT)
    return _of_sequence(value[2]) if is_repeated and value[0] >= 1 else None


def _of_branches(branches: Iterable[Any]) -> frozenset[str] | None:
    found: set[str] = set()
    for branch in branches:
        letters = _of_sequence(branch)
        if letters is None:
            return None
        found |= letters
    return frozenset(found)


def _rarity(letters: frozenset[str]) -> float:
    return min(map(len, letters), default=float("inf"))
