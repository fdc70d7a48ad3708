"""Silence has a shape: how many are answered by which day, and which ones went quiet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import sqrt

from onward.applications.rules.kinds import NoKind, Stage
from onward.core.charts.curves import Point
from onward.method.outlook.rules.rows import QUIET_AFTER, Row

OWN_FROM = 30
"""From so many resolved rows on the person's own curve is drawn, before it the pooled one."""

HORIZON = 60
LANDMARKS = (7, 14, 21, 30, 45, 60)
_Z = 1.2815515655446004
"""The standard score of 80 % intervals."""


class Answer(StrEnum):
    """How a wait can end."""

    POSITIVE = "positive"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Wait:
    """How many whole days an application waited, and for what; None while it still does."""

    days: int
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Curves:
    """The shares answered positively, refused, and still silent by each day.

    Attributes:
        rows: How many applications they rest on.
        is_own: They are the person's; otherwise those of published searches.
        days: How far they go.
    """

    positive: tuple[Point, ...]
    no: tuple[Point, ...]
    silent: tuple[Point, ...]
    rows: int
    is_own: bool
    days: int


@dataclass(frozen=True, slots=True)
class Landmark:
    """What came later of those that were silent past a day; shares in 0..1.

    Attributes:
        at_risk: How many were still silent then.
        positive: The share that still got a positive answer, with its interval.
        answered: The share that still got any answer.
        answered_within: Its interval; of published searches only the share is told.
    """

    day: int
    at_risk: int
    positive: float
    low: float
    high: float
    answered: float
    answered_within: tuple[float, float] | None = None

    @property
    def answered_range(self) -> tuple[float, float]:
        """The interval of the share that still got any answer."""
        return self.answered_within or wilson(self.answered, float(self.at_risk))


def waits(rows: Iterable[Row], *, now: datetime) -> list[Wait]:
    """Return how long each dated application waited for its first answer.

    One that the person closed as quiet is still waiting: nobody has answered it. One that
    they withdrew waited until then.
    """
    return [
        _wait(row, row.applied_at, now=now)
        for row in rows
        if row.applied_at is not None and row.applied_at <= now
    ]


def _wait(row: Row, applied_at: datetime, *, now: datetime) -> Wait:
    good, bad = row.answered_at, row.refused_at
    if good is not None and (bad is None or good <= bad):
        return Wait(_days(good - applied_at), Answer.POSITIVE)
    if bad is not None:
        return Wait(_days(bad - applied_at), Answer.NO)
    until = row.moved_at if row.no_kind == NoKind.I_SAID_NO else None
    return Wait(_days((until or now) - applied_at), None)


def _days(span: timedelta) -> int:
    return max(0, span.days)


def resolved(waited: Iterable[Wait]) -> int:
    """Return how many waits are over: answered, or silent for 30 days."""
    return sum(
        wait.answer is not None or wait.days >= QUIET_AFTER.days for wait in waited
    )


def curves_of(waited: Sequence[Wait], *, days: int = HORIZON) -> Curves:
    """Return the Aalen-Johansen estimate of how waits end, with 80 % bands, day by day.

    The two answers compete: what is refused can no longer be answered positively. A band
    is Wilson's interval for as many rows as would have given the same variance, so that
    it is there, too, where nothing has happened yet.

    Sources: Aalen & Johansen (1978), Scand. J. Statistics 5(3), pp. 141-150; the variance
    after Marubini & Valsecchi (1995), Analysing Survival Data, p. 341.
    """
    rows = len(waited)
    steps = _steps(_tally(waited), after=-1, until=days)
    return Curves(
        positive=_with_bands(_shares(steps, answer=Answer.POSITIVE), rows=rows),
        no=_with_bands(_shares(steps, answer=Answer.NO), rows=rows),
        silent=_with_bands(_silent(steps), rows=rows),
        rows=rows,
        is_own=True,
        days=days,
    )


@dataclass(frozen=True, slots=True)
class _Tally:
    """How many waits ended on each day: with each answer, and with any or none."""

    came: dict[Answer, list[int]]
    gone: list[int]


def _tally(waited: Iterable[Wait]) -> _Tally:
    ended = list(waited)
    longest = max((wait.days for wait in ended), default=0)
    came = {answer: [0] * (longest + 1) for answer in Answer}
    gone = [0] * (longest + 1)
    for wait in ended:
        gone[wait.days] += 1
        if wait.answer is not None:
            came[wait.answer][wait.days] += 1
    return _Tally(came, gone)


@dataclass(frozen=True, slots=True)
class _Step:
    """A day: who was at risk and what came, and the share still silent before it."""

    day: int
    at_risk: int
    came: dict[Answer, int]
    before: float

    @property
    def all(self) -> int:
        return sum(self.came.values())


def _steps(tally: _Tally, *, after: int, until: int) -> list[_Step]:
    """Return the days after `after` for those still silent past it; -1 takes everyone."""
    steps, at_risk, before = [], sum(tally.gone[after + 1 :]), 1.0
    nobody = dict.fromkeys(Answer, 0)
    for day in range(after + 1, until + 1):
        is_known = day < len(tally.gone)
        came = {a: days[day] for a, days in tally.came.items()} if is_known else nobody
        steps.append(_Step(day, at_risk, came, before))
        if at_risk:
            before *= 1 - sum(came.values()) / at_risk
        at_risk -= tally.gone[day] if is_known else 0
    return steps


def _shares(
    steps: Sequence[_Step], *, answer: Answer
) -> list[tuple[int, float, float | None]]:
    """Return day, share and variance of one answer; the sums run along with the days."""
    found: list[tuple[int, float, float | None]] = []
    share = 0.0
    # Σ u, Σ u F, Σ u F² for u = d/(n(n-d)); Σ w, Σ w F for w = S d_k/n²; Σ of the middle.
    u0 = u1 = u2 = w0 = w1 = own = 0.0
    for step in steps:
        n, d, k = step.at_risk, step.all, step.came[answer]
        if n:
            share += step.before * k / n
            weight = step.before * k / n**2
            own += step.before**2 * k * (n - k) / n**3
            w0, w1 = w0 + weight, w1 + weight * share
            if n > d:
                u = d / (n * (n - d))
                u0, u1, u2 = u0 + u, u1 + u * share, u2 + u * share**2
        variance = share**2 * u0 - 2 * share * u1 + u2 + own - 2 * (share * w0 - w1)
        found.append((step.day, share, max(0.0, variance)))
    return found


def _silent(steps: Sequence[_Step]) -> list[tuple[int, float, float | None]]:
    """Return day, share and Greenwood's variance of those still silent."""
    found: list[tuple[int, float, float | None]] = []
    total = 0.0
    for step in steps:
        n, d = step.at_risk, step.all
        share = step.before * (1 - d / n) if n else step.before
        if n > d:
            total += d / (n * (n - d))
        found.append((step.day, share, share**2 * total))
    return found


def _with_bands(
    shares: Iterable[tuple[int, float, float | None]], *, rows: int
) -> tuple[Point, ...]:
    points = []
    for day, share, variance in shares:
        spread = share * (1 - share)
        effective = spread / variance if variance and spread > 0 else float(rows)
        low, high = wilson(share, min(effective, float(rows)))
        points.append(Point(day, share, low, high))
    return tuple(points)


def wilson(share: float, trials: float, *, z: float = _Z) -> tuple[float, float]:
    """Return Wilson's interval of a share seen in so many trials, as fractions in 0..1.

    Args:
        trials: May be a fraction: an effective number. At 0 everything is possible.

    Source: Wilson (1927), JASA 22(158), pp. 209-212.
    """
    if trials <= 0:
        return 0.0, 1.0
    middle = (share * trials + z * z / 2) / (trials + z * z)
    half = z * sqrt(trials * share * (1 - share) + z * z / 4) / (trials + z * z)
    return max(0.0, min(middle - half, share)), min(1.0, max(middle + half, share))


def landmarks_of(
    waited: Sequence[Wait], *, days: Sequence[int] = LANDMARKS
) -> list[Landmark]:
    """Return for each day what came later of those still silent past it; empty ones left out."""
    tally = _tally(waited)
    last = len(tally.gone) - 1
    found = []
    for day in days:
        if day >= last:
            continue
        at_risk = sum(tally.gone[day + 1 :])
        steps = _steps(tally, after=day, until=last)
        (positive,), (no,) = (
            _with_bands(_shares(steps, answer=answer)[-1:], rows=at_risk)
            for answer in (Answer.POSITIVE, Answer.NO)
        )
        (silent,) = _with_bands(_silent(steps)[-1:], rows=at_risk)
        found.append(
            Landmark(
                day=day,
                at_risk=at_risk,
                positive=positive.share,
                low=positive.low,
                high=positive.high,
                answered=min(1.0, positive.share + no.share),
                # Any answer is no rarer than a good one.
                answered_within=(
                    max(1 - silent.high, positive.low),
                    max(1 - silent.low, positive.high),
                ),
            )
        )
    return found


def is_probably_closed(row: Row, *, now: datetime) -> bool:
    """Return whether an unanswered application has been quiet for 30 days.

    Asking how it stands begins the 30 days anew, and nobody decides before the last day to
    apply.
    """
    return (
        _is_waiting(row, now=now)
        and not row.has_answer
        and row.applied_at is not None
        and row.reached == Stage.APPLIED
    )


def went_quiet_later(row: Row, *, now: datetime) -> bool:
    """Return whether it has been quiet for 30 days after there had been an answer."""
    return _is_waiting(row, now=now) and row.has_answer


def _is_waiting(row: Row, *, now: datetime) -> bool:
    if not row.is_open or row.is_archived or row.came_to(Stage.OFFER):
        return False
    signs = [
        at
        for at in (row.applied_at, row.moved_at, row.followed_up_at)
        if at is not None
    ]
    if row.chosen_after is not None:
        signs.append(row.chosen_after)
    return bool(signs) and now - max(signs) >= QUIET_AFTER


def quiet_bands(
    rows: Iterable[Row], *, now: datetime, days: Sequence[int] = LANDMARKS
) -> dict[int, int]:
    """Return how many unanswered open applications are silent past each day, by the last.

    They are counted together, so that nothing is said about one of them alone.
    """
    counts = dict.fromkeys(days, 0)
    for row in rows:
        if not row.is_open or row.answered_at is not None or row.applied_at is None:
            continue
        passed = [day for day in days if (now - row.applied_at).days > day]
        if passed:
            counts[max(passed)] += 1
    return counts
