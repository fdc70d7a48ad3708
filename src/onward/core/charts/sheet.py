"""What every picture needs: labels, ticks, rounding, and names that are safe in XML."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from onward.core.text import one_line

WIDE = 720.0
NARROW = 340.0
"""The two widths each picture is drawn in: a desk and a phone, in units of a CSS pixel."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Label:
    """A word on the sheet.

    Attributes:
        y: The base line of the letters.
        anchor: Which end of the word stands at x: start, middle or end.
    """

    x: float
    y: float
    text: str = ""
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the sheet at a value, with its label."""

    at: float
    label: Label


def place(number: float) -> float:
    """Return a coordinate with one digit after the point, which is finer than any screen."""
    return round(number, 1)


def safe_name(text: str, *, limit: int = 40) -> str:
    """Return a name on one line, without what an SVG file may not hold."""
    return one_line(_NOT_XML.sub("", text), limit=limit)


def fitted(text: str, *, width: float) -> str:
    """Return a small word (12 px) cut with an ellipsis to what surely fits in so much width."""
    ends = list(accumulate(map(_small_width, text)))
    if not ends or ends[-1] <= width:
        return text
    fits = bisect_right(ends, width - _small_width("…"))
    return f"{text[:fits].rstrip()}…"


def _small_width(sign: str) -> float:
    """Return about how wide a sign is drawn at 12 px by the widest of the page's fonts."""
    if unicodedata.east_asian_width(sign) in "WF":
        return 12.5
    if sign in "mwMW@%…—":
        return 12.0
    if sign in "iljtfrI.,:;'’|!()[] -":
        return 5.0
    return 9.0 if sign.isupper() else 7.7


def share_ticks(top: float) -> list[float]:
    """Return the shares to draw lines at, from 0 up to the first one that reaches `top`.

    Args:
        top: The largest share on the sheet, in 0..1.
    """
    for step in (0.01, 0.02, 0.05, 0.1, 0.2, 0.25):
        count = -int(-top // step)
        if count <= 5:
            return [round(step * place, 4) for place in range(max(1, count) + 1)]
    return [0.0, 0.25, 0.5, 0.75, 1.0]


def month_starts(first: date, last: date, *, most: int) -> list[date]:
    """Return firsts of months between two days, thinned so that no more than `most` stay."""
    months = []
    year, month = first.year, first.month
    while date(year, month, 1) <= last:
        if date(year, month, 1) >= first:
            months.append(date(year, month, 1))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for step in (1, 2, 3, 6, 12, 24, 60, 120):
        kept = [day for day in months if (day.year * 12 + day.month - 1) % step == 0]
        if len(kept) <= most:
            return kept
    return []
