"""From rows to what the pictures draw: the way, the days, the lines through time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from onward.applications.rules.kinds import EventKind, NoKind, Stage
from onward.core.charts.sankey import Part, Station
from onward.core.charts.sheet import safe_name
from onward.core.charts.spans import Span
from onward.core.dates import zone
from onward.method.outlook.rules.rows import QUIET_AFTER, End, Row, end_of


class PictureName(StrEnum):
    """The five pictures, by the names in their addresses."""

    WAY = "way"
    FUNNEL = "funnel"
    DAYS = "days"
    ANSWERS = "answers"
    LINES = "lines"


STATIONS: tuple[tuple[str, Stage], ...] = (
    ("applied", Stage.APPLIED),
    ("in_touch", Stage.REPLIED),
    ("interview", Stage.INTERVIEW),
    ("offer", Stage.OFFER),
)
"""The stations of the way; a test or a task is being in touch."""

ACTIVE_KINDS: frozenset[EventKind] = frozenset(
    {
        EventKind.FOLLOW_UP,
        EventKind.ASSESSMENT,
        EventKind.INTERVIEW,
        EventKind.FEEDBACK_ASKED,
        EventKind.REFLECTION,
        EventKind.DEBRIEF,
    }
)
"""What a person did, besides sending an application."""


def way_of(
    rows: Iterable[Row], *, labels: Mapping[str, str], now: datetime
) -> list[Station]:
    """Return the stations of the whole search, with every end, that of silence included.

    Args:
        labels: The words of each station and end.
    """
    ends: list[Counter[End]] = [Counter() for _ in STATIONS]
    for row in rows:
        ends[_furthest(row)][end_of(row, now=now)] += 1
    stations: list[Station] = []
    onward = 0
    for (key, _stage), counts in reversed(list(zip(STATIONS, ends, strict=True))):
        parts = tuple(
            Part(end.value, labels[end.value], counts[end])
            for end in End
            if counts[end]
        )
        onward += sum(counts.values())
        stations.append(Station(Part(key, labels[key], onward), parts))
    return [station for station in reversed(stations) if station.stage.count]


def _furthest(row: Row) -> int:
    return max(
        (place for place, (_key, stage) in enumerate(STATIONS) if row.came_to(stage)),
        default=0,
    )


@dataclass(frozen=True, slots=True)
class Reached:
    """How many came to a station, of those at the one before and of all."""

    key: str
    count: int
    before: int
    all: int


def funnel_of(rows: Sequence[Row]) -> list[Reached]:
    """Return how many came to each station after applying, the nearest first."""
    counts = [sum(row.came_to(stage) for row in rows) for _key, stage in STATIONS]
    return [
        Reached(key, count, before, len(rows))
        for (key, _stage), count, before in zip(
            STATIONS[1:], counts[1:], counts, strict=False
        )
    ]


def days_of(
    rows: Iterable[Row], done: Iterable[datetime], *, zone_name: str
) -> dict[date, int]:
    """Return how much the person did on each day of their own clock."""
    here = zone(zone_name)
    sent = (row.applied_at for row in rows if row.applied_at is not None)
    return Counter(at.astimezone(here).date() for at in (*sent, *done))


def spans_of(
    rows: Iterable[Row], *, has_names: bool, now: datetime, zone_name: str
) -> list[Span]:
    """Return a line for each dated application, from applying to its end.

    One that is open goes on until today; one that went quiet ends 30 days after its last
    sign. Each interview that was held is a mark on its day.
    """
    here = zone(zone_name)
    return [
        _span(
            first=row.applied_at.astimezone(here).date(),
            last=_last(row, now=now).astimezone(here).date(),
            marks=_held_on(row, now=now, zone_name=zone_name),
            end=end_of(row, now=now),
            name=safe_name(row.company or row.role, limit=28) if has_names else "",
        )
        for row in rows
        if row.applied_at is not None and row.applied_at <= now
    ]


def _held_on(row: Row, *, now: datetime, zone_name: str) -> set[date]:
    """Return the days of the interviews that lie behind, and not after what ended it."""
    here = zone(zone_name)
    known = (at if at.tzinfo else at.replace(tzinfo=here) for at in row.interviews)
    days = {at.astimezone(here).date() for at in known if at <= now}
    if row.is_open or row.moved_at is None:
        return days
    ended_on = row.moved_at.astimezone(here).date()
    return {day for day in days if day <= ended_on}


def _span(*, first: date, last: date, marks: set[date], end: End, name: str) -> Span:
    return Span(
        first=first,
        last=max(first, last, *marks),
        look=end.value,
        name=name,
        marks=tuple(sorted({max(first, mark) for mark in marks})),
    )


def _last(row: Row, *, now: datetime) -> datetime:
    moved = row.moved_at or row.applied_at or now
    if row.no_kind == NoKind.WENT_QUIET or row.is_quiet(now):
        since = row.answered_at or row.applied_at or moved
        return min(now, max(since, row.chosen_after or since) + QUIET_AFTER)
    return now if row.is_open else min(now, moved)


def months_of(spans: Iterable[Span]) -> list[tuple[date, int, Counter[str]]]:
    """Return for each month how many began in it, and how those ended; the oldest first."""
    begun: dict[date, Counter[str]] = {}
    for span in spans:
        month = span.first.replace(day=1)
        begun.setdefault(month, Counter())[span.look] += 1
    return [
        (month, sum(looks.values()), looks) for month, looks in sorted(begun.items())
    ]


def by_month(days: Mapping[date, int]) -> list[tuple[date, int, int]]:
    """Return for each month how much was done in it, and on how many days; oldest first."""
    months: dict[date, list[int]] = {}
    for day, count in days.items():
        months.setdefault(day.replace(day=1), []).append(count)
    return [
        (month, sum(counts), len(counts)) for month, counts in sorted(months.items())
    ]


def year_of(days: Mapping[date, int], *, last: date, weeks: int) -> dict[date, int]:
    """Return the days of the last so many weeks."""
    first = last - timedelta(weeks=weeks)
    return {day: count for day, count in days.items() if first < day <= last}
