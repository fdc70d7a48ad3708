"""How often it came to an interview and to an offer, and what the next ones may bring."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from onward.applications.rules.kinds import NoKind, Stage
from onward.core.intervals import JEFFREYS, Beta, count_interval, predictive
from onward.method.outlook.rules.rows import Row

ENOUGH = 10
"""Below so many resolved rows the person's own numbers say nothing."""

LATELY = timedelta(weeks=8)
"""Rates change with the market and the résumé: the last weeks stand beside all."""

AHEAD = (5, 10, 20, 50)
MASS = 0.8
_TOO_RARE = 1e-9
_RARE = 0.05
_PRIOR_MATTERS = 400
_DAY = timedelta(days=1)

# The share of first positive answers that have come so many days after applying: half by
# day 7, 74 % by 14, 91 % by 21, 95 % by 30. Source: 783 dated rows of published searches.
_ANSWERED_BY = ((0, 0.0), (7, 0.5), (14, 0.74), (21, 0.91), (30, 0.95))


class Question(StrEnum):
    """Which step of the way a rate is about."""

    INTERVIEW = "interview"  # of applications
    OFFER = "offer"  # of applications that came to an interview


PRIORS: dict[Question, Beta] = {
    Question.INTERVIEW: Beta(1.7, 11.0),
    Question.OFFER: Beta(2.4, 16.5),
}
"""What 14 published searches say of a search about which nothing is known yet."""

NO_PRIORS: dict[Question, Beta] = dict.fromkeys(Question, JEFFREYS)
"""For a person who wants their own numbers alone."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rows say about one question.

    Attributes:
        resolved: Rows that are answered or closed, successes among them.
        waiting: Rows that may still go either way.
        trials: Resolved rows, and waiting ones by how much of their answer is in.
    """

    successes: int
    resolved: int
    waiting: int
    trials: float

    @property
    def is_enough(self) -> bool:
        """Whether the person's own numbers say something yet."""
        return self.resolved >= ENOUGH

    def belief(self, prior: Beta) -> Beta:
        """Return what is believed of the rate after seeing this, beginning from `prior`."""
        return self.told_from(self.start(prior))

    def told_from(self, start: Beta) -> Beta:
        """Return what is believed of the rate after seeing this, beginning from `start`."""
        return start.updated(successes=self.successes, trials=self.trials)

    def start(self, prior: Beta) -> Beta:
        """Return from what numbers like these begin: `prior`, or nothing known.

        Where so many successes would be rare under the prior, the search is luckier than
        those it came from, and the person's own numbers alone count: else, at a true rate
        of 42 %, the interval would hold it 57 times in 100 instead of 74.
        """
        return prior if self.suits(prior) else JEFFREYS

    def suits(self, prior: Beta) -> bool:
        """Return whether so many successes or more would be nothing unusual under `prior`.

        Source: Box (1980), JRSS A 143(4), pp. 383-430: the prior predictive check.
        """
        count = round(self.trials)
        if not ENOUGH <= count <= _PRIOR_MATTERS:
            return True
        chances = predictive(count, rate=prior)
        above = sum(chances[self.successes :])
        return above >= _RARE


def seen(rows: Iterable[Row], *, question: Question, now: datetime) -> Seen:
    """Return what `rows` say about a question.

    What the person ended counts where it had come so far by then, and else says nothing.
    A fresh row that nobody has answered yet is no no: it counts as the share of answers
    that have usually come by its age. One that is being talked about counts when decided.
    """
    successes = resolved = waiting = 0
    trials = 0.0
    for row in rows:
        if not _is_asked(row, question=question):
            continue
        if row.came_to(_SUCCESS[question]):
            successes += 1
            resolved += 1
        elif row.no_kind == NoKind.I_SAID_NO:
            continue
        elif not row.is_open or row.is_quiet(now):
            resolved += 1
        else:
            waiting += 1
            trials += _weight(row, question=question, now=now)
    return Seen(successes, resolved, waiting, trials + resolved)


def taken_away(rows: Iterable[Row]) -> int:
    """Return how many of the offers after an interview they took away again."""
    return sum(
        row.came_to(Stage.INTERVIEW)
        and row.came_to(Stage.OFFER)
        and row.no_kind in _BY_THEM
        for row in rows
    )


_BY_THEM = frozenset({NoKind.THEY_SAID_NO, NoKind.JOB_WENT_AWAY})
_SUCCESS = {Question.INTERVIEW: Stage.INTERVIEW, Question.OFFER: Stage.OFFER}


def _is_asked(row: Row, *, question: Question) -> bool:
    return question == Question.INTERVIEW or row.came_to(Stage.INTERVIEW)


def _weight(row: Row, *, question: Question, now: datetime) -> float:
    if question == Question.OFFER or row.answered_at is not None:
        return 0.0
    since = row.applied_at or row.moved_at
    return answered_by((now - since) / _DAY) if since else 0.0


def answered_by(days: float) -> float:
    """Return the share of positive answers that usually have come after so many days."""
    for (day, share), (later, more) in pairwise(_ANSWERED_BY):
        if days < later:
            return share + (more - share) * max(0.0, days - day) / (later - day)
    return 1.0


def lately(rows: Iterable[Row], *, now: datetime) -> list[Row]:
    """Return the rows that were sent in the last eight weeks."""
    return [
        row
        for row in rows
        if row.applied_at is not None and row.applied_at > now - LATELY
    ]


@dataclass(frozen=True, slots=True)
class Ahead:
    """What so many further applications may bring.

    Attributes:
        some: The chance that there is one or more of it.
        low, high: The counts between which it lies 8 times in 10, both inclusive.
    """

    count: int
    some: float
    low: int
    high: int


def interview_chances(count: int, *, interview: Beta) -> list[float]:
    """Return the chances of 0, 1, … interviews from `count` applications."""
    return predictive(count, rate=interview)


def offer_chances(count: int, *, interview: Beta, offer: Beta) -> list[float]:
    """Return the chances of 0, 1, … offers from `count` applications."""
    chances = [0.0] * (count + 1)
    for met, chance in enumerate(interview_chances(count, interview=interview)):
        if chance < _TOO_RARE:
            continue
        for got, share in enumerate(predictive(met, rate=offer)):
            chances[got] += chance * share
    return chances


def ahead(chances: list[float]) -> Ahead:
    """Return the chance of one or more and the interval of the count."""
    low, high = count_interval(chances, mass=MASS)
    some = min(1.0, max(0.0, 1.0 - chances[0]))
    return Ahead(len(chances) - 1, some, low, high)


def usual_pace(rows: Iterable[Row], *, now: datetime, otherwise: int = 5) -> int:
    """Return how many applications a week the person sent over the last eight weeks."""
    sent = len(lately(rows, now=now))
    return (
        max(1, min(30, round(sent / (LATELY / timedelta(weeks=1)))))
        if sent
        else otherwise
    )
