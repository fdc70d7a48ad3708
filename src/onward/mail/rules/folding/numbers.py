"""When two numbers are that of one opening, told in part or marked; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK_OF_LETTER = re.compile(r"-[A-Z]{1,4}")

_FEWEST_DIGITS = 5
"""A year alone is no number of an opening: "KA/2026", "KA/2026/IT"."""

# NHS Jobs writes "C9377-26-2211" of what Trac calls "377-2211".
_SYSTEMS_OWN = re.compile(r"^C9(?=\d{3}-)")
_HOUSE = re.compile(r"(?=[A-Z\d]*\d)[A-Z\d]{3,6}|[A-Z]{2,6}")
_OPENING = re.compile(r"\d{3,9}")
_YEAR = re.compile(r"(?:20)?(\d\d)")
_MARK = re.compile(r"\d?[A-Z]{1,8}\d?")


@dataclass(frozen=True, slots=True)
class _Blocks:
    """A number by its blocks: the house's, that of the opening, and what else is told."""

    house: str
    opening: str
    year: str
    marks: frozenset[str]
    tail: frozenset[str]


def are_one_number(one: str, other: str) -> bool:
    """Say whether one of two different numbers may be the other with more of it told.

    "377-2211", "377-XX-2211", "C9377-26-2211" and "377-2211-A": the house's block and the
    opening's are alike, and nothing that both tell differs.
    """
    if min(sum(map(str.isdigit, number)) for number in (one, other)) < _FEWEST_DIGITS:
        return False
    told, known = _blocks(one), _blocks(other)
    if told is None or known is None:
        return False
    return (
        (told.house, told.opening) == (known.house, known.opening)
        and (told.year == known.year or not (told.year and known.year))
        and (told.marks <= known.marks or known.marks <= told.marks)
        and (told.tail <= known.tail or known.tail <= told.tail)
    )


def is_marked_on(one: str, other: str) -> bool:
    """Say whether one of two numbers is the other with the mark of a single letter behind it.

    Councils mark each letter on an opening: HBC/26/0418, HBC/26/0418/INT, HBC/26/0418/OUT.
    """
    shorter, longer = sorted((one, other), key=len)
    is_number = sum(map(str.isdigit, shorter)) >= _FEWEST_DIGITS
    mark = longer.removeprefix(shorter) if is_number else ""
    return _MARK_OF_LETTER.fullmatch(mark) is not None


def core_of(number: str) -> str:
    """Return what a number has left where only the house and the opening are told."""
    blocks = _blocks(number)
    return f"{blocks.house}-{blocks.opening}" if blocks else number


def _blocks(number: str) -> _Blocks | None:
    """Return a number in blocks; None where it has no such parts."""
    house, *rest = _SYSTEMS_OWN.sub("", number).split("-")
    openings = [place for place, block in enumerate(rest) if _OPENING.fullmatch(block)]
    if not openings or not _HOUSE.fullmatch(house):
        return None
    middle, tail = rest[: openings[-1]], rest[openings[-1] + 1 :]
    years = [found.group(1) for block in middle if (found := _YEAR.fullmatch(block))]
    marks = [block for block in middle if not _YEAR.fullmatch(block)]
    if len(years) > 1 or not all(map(_MARK.fullmatch, marks + tail)):
        return None
    return _Blocks(
        house=house,
        opening=rest[openings[-1]],
        year="".join(years),
        marks=frozenset(marks),
        tail=frozenset(tail),
    )
