"""A calendar in which each day is as dark as there was done on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from onward.core.charts.sheet import WIDE, Label, place

LEVELS = (1, 2, 4, 7)
"""From how many things on a day each darker shade begins."""

_LEFT = 34.0
_HEAD = 20.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One day: where its square stands, how dark it is, and what to say of it."""

    x: float
    y: float
    day: date
    count: int
    level: int


@dataclass(frozen=True, slots=True)
class CalendarChart:
    """The whole sheet; `months` and `weekdays` are labelled by days of theirs."""

    width: float
    height: float
    size: float
    cells: tuple[Cell, ...]
    months: tuple[tuple[Label, date], ...]
    weekdays: tuple[tuple[Label, date], ...]


def level_of(count: int) -> int:
    """Return the shade for so many things on a day: 0 for none, up to 4."""
    return sum(count >= bound for bound in LEVELS)


def calendar_chart(
    counts: Mapping[date, int],
    *,
    last: date,
    weeks: int,
    week_starts_on: int = 0,
    width: float = WIDE,
) -> CalendarChart:
    """Return where to draw the weeks that end with the one of `last`, a column each.

    Args:
        counts: How much was done on each day; days that are not in it had nothing.
        week_starts_on: 0 for Monday … 6 for Sunday.
    """
    pitch = (width - _LEFT) / weeks
    into = (last.weekday() - week_starts_on) % 7
    first = last - timedelta(days=into + 7 * (weeks - 1))
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    cells = tuple(
        Cell(
            x=place(_LEFT + pitch * (number // 7)),
            y=place(_HEAD + pitch * (number % 7)),
            day=day,
            count=counts.get(day, 0),
            level=level_of(counts.get(day, 0)),
        )
        for number, day in enumerate(days)
    )
    return CalendarChart(
        width=width,
        height=place(_HEAD + 7 * pitch),
        size=place(pitch * 0.84),
        cells=cells,
        months=_months(cells, pitch=pitch),
        weekdays=tuple(
            (Label(0.0, place(cell.y + pitch * 0.72)), cell.day)
            for cell in cells[0:7:2]
        ),
    )


def _months(cells: tuple[Cell, ...], *, pitch: float) -> tuple[tuple[Label, date], ...]:
    """Return a label over the column in which each month begins, if it has the room."""
    found: list[tuple[Label, date]] = []
    for cell in cells:
        room = 34.0
        is_apart = not found or cell.x - found[-1][0].x >= room
        has_room = cell.x + room <= cells[-1].x + pitch + room / 2
        if cell.day.day == 1 and is_apart and has_room:
            found.append((Label(cell.x, 12.0), cell.day))
    return tuple(found)
