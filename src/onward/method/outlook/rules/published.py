"""What searches that people published say: ranges, the pooled curve; read from one file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from onward.core.charts.curves import Point
from onward.method.outlook.rules.silence import Curves, Landmark, wilson

DATA = Path(__file__).parents[1] / "data" / "published.toml"


@dataclass(frozen=True, slots=True)
class Range:
    """A figure about many searches.

    Attributes:
        key: Its name; its words and its caveat are in `words.py` under it.
        unit: "share" in 0..1, or "days".
        low, high: The smallest and the largest; None where only the middle is known.
    """

    key: str
    unit: str
    middle: float
    low: float | None
    high: float | None
    source: str
    years: str


@dataclass(frozen=True, slots=True)
class Published:
    """All that the data file holds."""

    ranges: tuple[Range, ...]
    curves: Curves
    landmarks: tuple[Landmark, ...]


@cache
def published() -> Published:
    """Return what the data file says; it is read once."""
    return parse(tomllib.loads(DATA.read_text("utf-8")))


def parse(data: Mapping[str, Any]) -> Published:
    """Return the data file's tables as ranges, curves and landmarks."""
    return Published(
        ranges=tuple(
            Range(
                key=entry["key"],
                unit=entry["unit"],
                middle=entry["middle"],
                low=entry.get("low"),
                high=entry.get("high"),
                source=entry["source"],
                years=entry["years"],
            )
            for entry in data["range"]
        ),
        curves=_curves(data["curve"]),
        landmarks=tuple(Landmark(**entry) for entry in data["landmark"]),
    )


def _curves(data: Mapping[str, Any]) -> Curves:
    days, rows = data["days"], data["rows"]

    def points(shares: list[float]) -> tuple[Point, ...]:
        return tuple(
            Point(day, share, *wilson(share, rows))
            for day, share in _day_by_day(days, shares)
        )

    return Curves(
        positive=points(data["positive"]),
        no=points(data["no"]),
        silent=points(data["silent"]),
        rows=rows,
        is_own=False,
        days=days[-1],
    )


def _day_by_day(days: list[int], shares: list[float]) -> list[tuple[int, float]]:
    """Return a share for each day; between the days that are known, in a straight line."""
    found = [(days[0], shares[0])]
    pairs = list(zip(days, shares, strict=True))
    for (day, share), (later, more) in pairwise(pairs):
        found += [
            (at, share + (more - share) * (at - day) / (later - day))
            for at in range(day + 1, later + 1)
        ]
    return found
