"""Applications that stand below the names of their employers: "Larch Bank", and a line for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import lower
from onward.mail.rules.digests.standings import standing_within
from onward.mail.rules.digests.table import Line
from onward.mail.rules.digests.words import FEWEST, Entry, column_of
from onward.mail.rules.facts.contact import has_given_name
from onward.mail.rules.facts.employers.company import clean_company, is_company
from onward.mail.rules.facts.employers.names import (
    company_key,
    has_legal_form,
    is_system_name,
)
from onward.mail.rules.facts.employers.units import is_unit
from onward.mail.rules.facts.titles.words import is_surely_title
from onward.mail.rules.facts.towns import is_plain_town

_LONGEST = 60
_MOST_WORDS = 7
_BULLET = re.compile(r"\s*(?:[-–•·▪‣+>]|\*\s|\(?\d{1,2}[.)]\s)")


@dataclass(frozen=True, slots=True)
class _House:
    """An employer that heads what stands below, and where its name stands."""

    name: str
    at: tuple[int, int]


def below_houses(
    entries: Sequence[Entry], lines: Sequence[Line], *, is_one_employer: bool = False
) -> Sequence[Entry]:
    """Return entries with the employer whose name heads them, where each stands below one.

    There are at least two such names, and nothing else stands between the entries. Words
    that are all alone may be states or kinds of work as well: "Archived", "Nursing".
    """
    if is_one_employer or all(entry.company for entry in entries):
        return entries
    ordered = sorted(entries, key=lambda entry: entry.start)
    houses = list(_houses(ordered, lines))
    names = {company_key(house.name) for house in houses}
    is_told = any(" " in house.name for house in houses)
    if len(houses) < len(ordered) or len(names) < FEWEST or not is_told:
        return entries
    return [
        replace(entry, company=house.name, under=house.at)
        for entry, house in zip(ordered, houses, strict=True)
    ]


def _houses(ordered: Sequence[Entry], lines: Sequence[Line]) -> Iterator[_House]:
    """Yield the employer above each entry, up to the first that has none."""
    house: _House | None = None
    reached = 0
    for entry in ordered:
        between = list(_between(lines, start=reached, end=entry.start))
        first = next((x for x in lines if x.start <= entry.start <= x.end), None)
        if between and (house is None or len(between) == 1):
            house = _house(between[-1])
        elif between:
            return
        if entry.company:
            own = _house(first) if first else None
            house = own if own and own.name == entry.company else None
        if house is None or any(entry.under):
            return
        yield house
        reached = entry.end


def _between(lines: Sequence[Line], *, start: int, end: int) -> Iterator[Line]:
    """Yield the lines that hold words and stand whole between two places."""
    for line in lines:
        if line.text.strip() and line.start >= start and line.end < end:
            yield line


def _house(line: Line) -> _House | None:
    """Return the employer that a line is and nothing more, or None."""
    words = line.text.strip(" \t*_#=:-–—")
    is_short = 0 < len(words) <= _LONGEST and len(words.split()) <= _MOST_WORDS
    ends = words.endswith((".", "!", "?", ",")) and not has_legal_form(words)
    if not is_short or ends or _BULLET.match(line.text) or not words[0].isupper():
        return None
    name = clean_company(words)
    is_other = not has_legal_form(words) and _is_other(words, name=name)
    if is_other or is_system_name(name) or not is_company(name):
        return None
    return _House(name, (line.start, line.end))


def _is_other(words: str, *, name: str) -> bool:
    """Say whether a heading parts a list otherwise than by employers: by state, place, person or work."""
    return (
        _parts_otherwise().search(lower(words)) is not None
        or has_given_name(name)
        or is_unit(name)
        or is_plain_town(name)
        or is_surely_title(name)
        or column_of(words) is not None
        or standing_within(words) is not None
    )


@cache
def _parts_otherwise() -> re.Pattern[str]:
    words = "|".join(tables("digest")["parts_otherwise"])
    return re.compile(rf"\b(?:{words})")
