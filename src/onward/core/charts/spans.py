"""One line for each thing that lasted, through time: a row each, or packed into lanes."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onward.core.charts.sheet import WIDE, Label, Tick, fitted, month_starts, place

MOST_NAMED = 60
"""Up to so many each has its own row and its name; more are packed."""

_HEAD = 24.0
_ROW = 24.0
_TALL_ROW = 36.0
"""Where there is no room beside: the name stands over its line."""
_BESIDE = 200.0
_TALLEST = 900.0


@dataclass(frozen=True, slots=True)
class Span:
    """What lasted from one day to another (inclusive).

    Attributes:
        look: How it ended; spans of one look are drawn alike.
        marks: Days on which something happened in between.
    """

    first: date
    last: date
    look: str
    name: str = ""
    marks: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Bundle:
    """All lines of one look as one path."""

    look: str
    path: str


@dataclass(frozen=True, slots=True)
class SpanChart:
    """The whole sheet.

    Attributes:
        stroke: How thick each line is.
        marks: A dot for each mark, as one path.
        ticks: The months, each with its day for the label.
        names: The names of the rows, where each has its own.
    """

    width: float
    height: float
    stroke: float
    bundles: tuple[Bundle, ...]
    marks: str
    ticks: tuple[tuple[Tick, date], ...]
    names: tuple[Label, ...]


def span_chart(spans: Sequence[Span], *, width: float = WIDE) -> SpanChart:
    """Return where to draw these spans, the earliest on top."""
    if not spans:
        return SpanChart(width, _HEAD, 1.0, (), "", (), ())
    ordered = sorted(spans, key=lambda span: (span.first, span.last, span.name))
    is_named = len(ordered) <= MOST_NAMED
    begin, end = ordered[0].first, max(span.last for span in ordered)
    is_beside = is_named and width >= WIDE
    lanes = list(range(len(ordered))) if is_named else pack(ordered)
    rows = max(lanes) + 1
    pitch = min(10.0, max(1.6, _TALLEST / rows))
    if is_named:
        pitch = _ROW if is_beside else _TALL_ROW
    sheet = _Sheet(
        begin,
        end,
        left=_BESIDE if is_beside else 0.0,
        right=width - 4,
        pitch=pitch,
        middle=0.5 if is_beside or not is_named else 0.74,
    )
    return SpanChart(
        width=width,
        height=place(_HEAD + rows * pitch + 4),
        stroke=place(min(6.0, pitch * 0.62)),
        bundles=sheet.bundles(ordered, lanes),
        marks=sheet.dots(ordered, lanes, radius=min(4.0, max(1.0, pitch * 0.26))),
        ticks=sheet.ticks(most=8 if width >= WIDE else 3),
        names=sheet.names(ordered) if is_named else (),
    )


def pack(spans: Sequence[Span]) -> list[int]:
    """Return for each span the topmost lane that is free from its first day on.

    Args:
        spans: In the order of their first days.
    """
    free: list[int] = []
    busy: list[tuple[date, int]] = []
    lanes = []
    for span in spans:
        while busy and busy[0][0] < span.first:
            heapq.heappush(free, heapq.heappop(busy)[1])
        lane = heapq.heappop(free) if free else len(busy)
        heapq.heappush(busy, (span.last, lane))
        lanes.append(lane)
    return lanes


class _Sheet:
    def __init__(
        self,
        begin: date,
        end: date,
        *,
        left: float,
        right: float,
        pitch: float,
        middle: float,
    ) -> None:
        """Hold the measures; `middle` is where in its row a line lies, in 0..1."""
        self.begin, self.end, self.pitch, self.left = begin, end, pitch, left
        self.right, self.middle = right, middle
        self.scale = (right - left) / ((end - begin).days + 1)

    def x(self, day: date) -> float:
        return place(self.left + (day - self.begin).days * self.scale)

    def y(self, lane: int) -> float:
        return place(_HEAD + (lane + self.middle) * self.pitch)

    def bundles(
        self, spans: Sequence[Span], lanes: Sequence[int]
    ) -> tuple[Bundle, ...]:
        paths: dict[str, list[str]] = defaultdict(list)
        for span, lane in zip(spans, lanes, strict=True):
            length = max(1.2, place(((span.last - span.first).days + 1) * self.scale))
            paths[span.look].append(f"M{self.x(span.first)} {self.y(lane)}h{length}")
        return tuple(Bundle(look, "".join(parts)) for look, parts in paths.items())

    def dots(
        self, spans: Sequence[Span], lanes: Sequence[int], *, radius: float
    ) -> str:
        r, wide = place(radius), place(2 * radius)
        return "".join(
            f"M{place(self.x(day) - r)} {self.y(lane)}"
            f"a{r} {r} 0 1 0 {wide} 0a{r} {r} 0 1 0 -{wide} 0"
            for span, lane in zip(spans, lanes, strict=True)
            for day in span.marks
        )

    def ticks(self, *, most: int) -> tuple[tuple[Tick, date], ...]:
        days = month_starts(self.begin, self.end, most=most) or [self.begin]
        return tuple(
            (Tick(self.x(day), Label(self.x(day) + 3, 14.0)), day) for day in days
        )

    def names(self, spans: Sequence[Span]) -> tuple[Label, ...]:
        """Return the names, beside their lines or over them, cut to the room they have."""
        room = self.left - 8 if self.left else self.right
        lift = -4.0 if self.left else 8.5
        return tuple(
            Label(0.0, place(self.y(lane) - lift), fitted(span.name, width=room))
            for lane, span in enumerate(spans)
        )
