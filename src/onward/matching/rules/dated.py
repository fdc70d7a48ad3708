"""Experience by dates: ranges of months in a text, and how long they are without overlaps."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onward.matching.rules.text import fold

_MONTH_NAMES = (
    "january januar janvier enero jan janv ene",
    "february februar fevrier febrero feb fevr febr",
    "march marz mars marzo mar mrz",
    "april avril abril apr avr abr",
    "may mai mayo",
    "june juni juin junio jun",
    "july juli juillet julio jul juil",
    "august aout agosto aug ago",
    "september septembre septiembre sep sept",
    "october oktober octobre octubre oct okt",
    "november novembre noviembre nov",
    "december dezember decembre diciembre dec dez dic",
)
_MONTHS = {
    name: number
    for number, names in enumerate(_MONTH_NAMES, start=1)
    for name in names.split()
}
_NAMED = "|".join(sorted(_MONTHS, key=len, reverse=True))
_POINT = rf"(?:(?:(?P<name{{0}}>{_NAMED})\.? ?(?:de )?|(?P<month{{0}}>0?[1-9]|1[0-2]) ?[/.] ?)?(?P<year{{0}}>(?:19|20)\d\d)(?!\d))"
_NOW = (
    r"present|today|now|current|date|ongoing|heute|jetzt|laufend|dato|"
    r"aujourd'hui|ce jour|present|actuel|actualidad|presente|hoy|actual"
)
_TO = r"(?: ?(?:-|–|—|/) ?| +(?:to|until|till|bis|a|al|hasta|jusqu'a|au) +|  +| )(?:the |la |heute ?)?"
_RANGE = re.compile(
    rf"(?<![\w/]){_POINT.format(1)} ?{_TO}?(?:{_POINT.format(2)}|(?P<now>{_NOW})(?!\w))"
)
_SINCE = re.compile(
    rf"(?<!\w)(?:since|seit|depuis|desde|ab) (?:dem )?{_POINT.format(1)}(?! ?(?:-|bis|to))"
)
_SHARED_YEAR = re.compile(
    rf"(?<!\w)(?P<from>{_NAMED}) ?(?:to|bis|a)? +(?P<to>{_NAMED}) (?P<year>(?:19|20)\d\d)"
)
_MIDDLE_OF_YEAR = 7


@dataclass(frozen=True, slots=True)
class Span:
    """Some months of work, `first` included and `end` not, counted from the year 0."""

    first: int
    end: int
    start_at: int
    end_at: int


def month_number(year: int, month: int) -> int:
    """Return a month as one number, so that months can be subtracted."""
    return year * 12 + month - 1


def spans_in(text: str, *, today: date) -> list[Span]:
    """Return the ranges of months that a text names, in order; an open one ends today.

    A year without a month is taken as its middle, so that "2019 - 2022" is three years.
    A range that runs backwards, or begins after today, is no range.
    """
    folded = fold(text)
    now = month_number(today.year, today.month) + 1
    spans: list[Span] = []
    for match in _RANGE.finditer(folded):
        first = _point(match, "1", is_end=False)
        last = now if match["now"] else _point(match, "2", is_end=True)
        spans.append(Span(first, min(last, now), *match.span()))
    spans += [
        Span(_point(match, "1", is_end=False), now, *match.span())
        for match in _SINCE.finditer(folded)
    ]
    for match in _SHARED_YEAR.finditer(folded):
        year = int(match["year"])
        first = month_number(year, _MONTHS[match["from"]])
        last = month_number(year, _MONTHS[match["to"]]) + 1
        spans.append(Span(first, min(last, now), *match.span()))
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start_at, -s.end_at)):
        if span.first < span.end and (not kept or span.start_at >= kept[-1].end_at):
            kept.append(span)
    return kept


def _point(match: re.Match[str], number: str, *, is_end: bool) -> int:
    year = int(match["year" + number])
    name, month = match["name" + number], match["month" + number]
    if name or month:
        at = month_number(year, _MONTHS[name] if name else int(month))
        return at + 1 if is_end else at
    same_year = is_end and match["year1"] == match["year2"]
    # One year named twice is half of it: from its middle to its end.
    return month_number(year, _MIDDLE_OF_YEAR) + (6 if same_year else 0)


def months_of(spans: Iterable[Span]) -> int:
    """Return how many months some spans cover; months in several of them count once."""
    total, reached = 0, 0
    for span in sorted(spans, key=lambda s: s.first):
        total += max(0, span.end - max(span.first, reached))
        reached = max(reached, span.end)
    return total
