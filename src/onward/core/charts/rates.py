"""Rates as bars, each with the interval in which the true rate may lie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onward.core.charts.sheet import WIDE, Label, Tick, place, share_ticks

_ROW = 52.0
_BAR = 14.0
_TOP = 8.0
_FOOT = 26.0
_CAP = 5.0
_LINE = 18.0
_LETTER = 7.7
"""How wide a letter is at most, on the average of a line; fonts differ by reader."""
_GAP = 14.0
_Across = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate to draw.

    Attributes:
        words: What stands at the other end of the line, e.g. "4 of 42".
        share: What was counted, as a fraction in 0..1; None where nothing was.
        low, high: The interval, as fractions in 0..1.
        is_counted: There was something to count; else no interval is drawn.
    """

    label: str
    words: str
    share: float | None
    low: float
    high: float
    is_counted: bool = True


@dataclass(frozen=True, slots=True)
class RateBar:
    """One rate on the sheet: a bar from 0 to the rate, a line over the interval.

    Where nothing was counted it is words alone.
    """

    label: Label
    words: Label
    y: float
    width: float | None
    middle: float
    low: float
    high: float
    cap_top: float
    cap_bottom: float
    is_counted: bool


@dataclass(frozen=True, slots=True)
class RateChart:
    """The whole sheet; `bar` is how thick each bar is, `base` where the lines end."""

    width: float
    height: float
    bar: float
    base: float
    bars: tuple[RateBar, ...]
    ticks: tuple[Tick, ...]


def rate_chart(rates: Sequence[Rate], *, width: float = WIDE) -> RateChart:
    """Return where to draw these rates, all on one scale that begins at 0."""
    highest = (rate.high for rate in rates if rate.is_counted)
    ticks = share_ticks(max(highest, default=1.0))
    room = width - 24.0
    tops, base = [], _TOP
    for rate in rates:
        tops.append(base)
        base += _ROW + _below(rate, width=width)

    def across(share: float) -> float:
        return place(min(1.0, share / ticks[-1]) * room)

    return RateChart(
        width=width,
        height=base + _FOOT,
        bar=_BAR,
        base=base,
        bars=tuple(
            _bar(rate, top=top, width=width, across=across)
            for rate, top in zip(rates, tops, strict=True)
        ),
        ticks=tuple(
            Tick(
                across(share),
                Label(
                    across(share),
                    base + 18,
                    f"{share:.0%}".replace("%", " %"),
                    "start" if not share else "middle",
                ),
            )
            for share in ticks
        ),
    )


def _below(rate: Rate, *, width: float) -> float:
    """Return how far under its label the words of a rate stand; 0 where both fit a line."""
    taken = (len(rate.label) + len(rate.words)) * _LETTER + _GAP
    return _LINE if taken > width else 0.0


def _bar(rate: Rate, *, top: float, width: float, across: _Across) -> RateBar:
    below = _below(rate, width=width)
    y = top + 22 + below
    middle = y + _BAR / 2
    return RateBar(
        label=Label(0.0, top + 14, rate.label),
        words=Label(width, top + 14 + below, rate.words, "end"),
        y=y,
        width=None if rate.share is None else across(rate.share),
        middle=middle,
        low=across(rate.low),
        high=across(rate.high),
        cap_top=middle - _CAP,
        cap_bottom=middle + _CAP,
        is_counted=rate.is_counted,
    )
