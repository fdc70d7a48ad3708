"""Curves that go in steps from day to day, each with the band in which it may lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onward.core.charts.sheet import WIDE, Label, Tick, place

_LEFT = 44.0
_TOP = 14.0
_FOOT = 30.0
_APART = 17.0
_END = 72.0
"""What the name of the last day takes of the line below."""


@dataclass(frozen=True, slots=True)
class Point:
    """A share and its interval on a day and until the next; fractions in 0..1."""

    day: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Curve:
    """Points in the order of their days, under one name."""

    key: str
    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A curve on the sheet: its line, its band, and its name at the right end."""

    key: str
    path: str
    band: str
    label: Label


@dataclass(frozen=True, slots=True)
class CurveChart:
    """The whole sheet; the plot stands between left and right, top and base."""

    width: float
    height: float
    left: float
    right: float
    top: float
    base: float
    lines: tuple[Line, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]


def curve_chart(
    curves: Sequence[Curve], *, days: int, end: str, width: float = WIDE
) -> CurveChart:
    """Return where to draw these curves over days 0..`days` and shares 0..1.

    Args:
        end: What stands at the last day, with the word for what is counted: "30 days".
    """
    right = width - (116.0 if width >= WIDE else 84.0)
    base = _TOP + (width * 0.45 if width >= WIDE else width * 0.75)
    plot = _Plot(right=right, base=base, days=days)
    step = 10 if width >= WIDE else 20
    return CurveChart(
        width=width,
        height=place(base + _FOOT),
        left=_LEFT,
        right=place(right),
        top=_TOP,
        base=place(base),
        lines=tuple(_named([plot.line(curve) for curve in curves])),
        across=tuple(plot.ticks(step=step, end=end)),
        up=tuple(
            Tick(
                plot.y(share),
                Label(_LEFT - 8, plot.y(share) + 4, f"{share * 100:.0f} %", "end"),
            )
            for share in (0.0, 0.25, 0.5, 0.75, 1.0)
        ),
    )


@dataclass(frozen=True, slots=True)
class _Plot:
    right: float
    base: float
    days: int

    def x(self, day: float) -> float:
        return place(_LEFT + (self.right - _LEFT) * day / self.days)

    def y(self, share: float) -> float:
        return place(self.base - (self.base - _TOP) * share)

    def ticks(self, *, step: int, end: str) -> Iterator[Tick]:
        """Yield the marks below, the last day among them whatever the step is."""
        height = place(self.base + 18)
        for day in range(0, self.days, step):
            if self.right - self.x(day) >= _END:
                yield Tick(self.x(day), Label(self.x(day), height, str(day), "middle"))
        # It ends with the plot: behind it stand the names of the curves.
        last = self.x(self.days)
        yield Tick(last, Label(last, height, end, "end"))

    def line(self, curve: Curve) -> Line:
        points = [point for point in curve.points if point.day <= self.days]
        last = self.y(points[-1].share) if points else self.base
        return Line(
            key=curve.key,
            path=self._steps([(p.day, p.share) for p in points]),
            band=self._band(points),
            label=Label(place(self.right + 8), place(last + 4), curve.label),
        )

    def _steps(self, points: Sequence[tuple[int, float]]) -> str:
        if not points:
            return ""
        first = f"M{self.x(points[0][0])} {self.y(points[0][1])}"
        moves = [f"H{self.x(day)}V{self.y(share)}" for day, share in points[1:]]
        return "".join([first, *moves, f"H{self.x(self.days)}"])

    def _band(self, points: Sequence[Point]) -> str:
        if not points:
            return ""
        upper = self._steps([(p.day, p.high) for p in points])
        parts = [f"{upper}V{self.y(points[-1].low)}"]
        for point, before in zip(points[:0:-1], points[-2::-1], strict=True):
            parts.append(f"H{self.x(point.day)}V{self.y(before.low)}")
        return "".join([*parts, f"H{self.x(points[0].day)}Z"])


def _named(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with their names moved apart where they would touch."""
    order = sorted(range(len(lines)), key=lambda number: lines[number].label.y)
    heights: dict[int, float] = {}
    above = float("-inf")
    for number in order:
        above = max(lines[number].label.y, above + _APART)
        heights[number] = above
    return [
        Line(
            line.key,
            line.path,
            line.band,
            Label(line.label.x, place(heights[number]), line.label.text),
        )
        for number, line in enumerate(lines)
    ]
