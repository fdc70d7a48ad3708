"""The numbers of the longer view, each with its interval."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from statistics import median

from onward.core.charts.rates import Rate
from onward.core.intervals import Beta
from onward.method.outlook.models import OutlookChoice
from onward.method.outlook.rules.published import Range, published
from onward.method.outlook.rules.rates import (
    AHEAD,
    ENOUGH,
    NO_PRIORS,
    PRIORS,
    Ahead,
    Question,
    Seen,
    ahead,
    interview_chances,
    lately,
    offer_chances,
    seen,
    usual_pace,
)
from onward.method.outlook.rules.rows import QUIET_AFTER, Row
from onward.method.outlook.rules.silence import (
    OWN_FROM,
    Answer,
    Curves,
    Landmark,
    Wait,
    curves_of,
    landmarks_of,
    quiet_bands,
    resolved,
    waits,
    wilson,
)
from onward.people.models import Person

WEEKS_AHEAD = (1, 4)
MOST_WEEKLY = 30


def uses_prior(person: Person) -> bool:
    """Return whether the person's numbers begin from what published searches say."""
    choice = OutlookChoice.objects.filter(person=person).first()
    return choice is None or choice.uses_prior


def use_prior(person: Person, *, is_wanted: bool) -> None:
    """Keep whether numbers begin from what published searches say."""
    OutlookChoice.objects.update_or_create(
        person=person, defaults={"uses_prior": is_wanted}
    )


@dataclass(frozen=True, slots=True)
class Estimate:
    """One rate: what was seen, and the 80 % interval of the true rate (fractions)."""

    question: Question
    seen: Seen
    belief: Beta
    low: float
    high: float

    def as_rate(self, *, label: str, words: str) -> Rate:
        """Return it as the chart of rates draws it; a few rows give a range but no bar.

        Where there is no row, the range would be that of the published searches alone.
        """
        seen_here = self.seen
        enough = seen_here.is_enough
        share = seen_here.successes / seen_here.resolved if enough else None
        is_counted = seen_here.resolved > 0
        return Rate(label, words, share, self.low, self.high, is_counted=is_counted)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What may come of so many further applications."""

    count: int
    interviews: Ahead
    offers: Ahead


@dataclass(frozen=True, slots=True)
class Numbers:
    """All that the page of numbers says.

    Attributes:
        own_alone: Where the person's rates leave out what published searches say, since
            theirs are so much higher.
        is_enough: There are enough resolved rows to say something from them.
        forecast: Empty where neither the rows nor a prior say anything.
        pace: How many applications a week the slider stands at.
    """

    uses_prior: bool
    own_alone: list[Question]
    is_enough: bool
    whole: dict[Question, Estimate]
    lately: dict[Question, Estimate]
    forecast: list[Outlook]
    pace: int
    paced: list[Outlook]


def numbers(
    person: Person, rows: list[Row], *, weekly: int | None, now: datetime
) -> Numbers:
    """Return rates and forecasts; `weekly` is the effort that the person tries out."""
    has_prior = uses_prior(person)
    priors = PRIORS if has_prior else NO_PRIORS
    # Decided once, of all rows: the last weeks beside them begin from the same.
    starts = {
        question: seen(rows, question=question, now=now).start(priors[question])
        for question in Question
    }
    whole = _estimates(rows, starts=starts, now=now)
    enough = whole[Question.INTERVIEW].seen.is_enough
    pace = weekly or usual_pace(rows, now=now)
    beliefs = {question: estimate.belief for question, estimate in whole.items()}
    if not enough:
        beliefs = dict(priors)
    can_say = enough or has_prior
    return Numbers(
        uses_prior=has_prior,
        own_alone=[q for q in Question if starts[q] != priors[q]],
        is_enough=enough,
        whole=whole,
        lately=_estimates(lately(rows, now=now), starts=starts, now=now),
        forecast=[_outlook(n, beliefs) for n in AHEAD] if can_say else [],
        pace=pace,
        paced=[_outlook(pace * n, beliefs) for n in WEEKS_AHEAD] if can_say else [],
    )


def _estimates(
    rows: list[Row], *, starts: dict[Question, Beta], now: datetime
) -> dict[Question, Estimate]:
    return {
        question: _estimate(
            seen(rows, question=question, now=now), question, starts[question]
        )
        for question in Question
    }


def _estimate(found: Seen, question: Question, start: Beta) -> Estimate:
    belief = found.told_from(start)
    low, high = belief.interval()
    return Estimate(question, found, belief, low, high)


def _outlook(count: int, beliefs: dict[Question, Beta]) -> Outlook:
    interview, offer = beliefs[Question.INTERVIEW], beliefs[Question.OFFER]
    return Outlook(
        count=count,
        interviews=ahead(interview_chances(count, interview=interview)),
        offers=ahead(offer_chances(count, interview=interview, offer=offer)),
    )


@dataclass(frozen=True, slots=True)
class Silence:
    """How waiting goes: curves, what came later past each day, and where one's own stand.

    Attributes:
        resolved: How many of the person's own rows are answered or silent for 30 days.
        waiting: How many open ones are silent past each landmark's day.
    """

    curves: Curves
    landmarks: list[Landmark]
    resolved: int
    waiting: dict[int, int]


def answer_curves(waited: list[Wait]) -> Curves:
    """Return the person's own curves from 30 resolved rows on, before that the pooled ones."""
    return curves_of(waited) if resolved(waited) >= OWN_FROM else published().curves


def silence(rows: list[Row], *, now: datetime) -> Silence:
    """Return how waiting goes, by the person's own rows or by the pooled ones."""
    waited = waits(rows, now=now)
    count = resolved(waited)
    curves = answer_curves(waited)
    marks = landmarks_of(waited) if curves.is_own else list(published().landmarks)
    days = [mark.day for mark in marks]
    return Silence(curves, marks, count, quiet_bands(rows, now=now, days=days))


@dataclass(frozen=True, slots=True)
class Usual:
    """A published range, and the person's own figure beside it; None where it is too early."""

    range: Range
    own: float | None
    low: float | None
    high: float | None
    rows: int


def usual(
    rows: list[Row], *, whole: dict[Question, Estimate], now: datetime
) -> list[Usual]:
    """Return each published range with the person's own figure."""
    waited = waits(rows, now=now)
    own = {
        "interview": _own_rate(whole[Question.INTERVIEW]),
        "offer": _own_rate(whole[Question.OFFER]),
        "silent": _own_silence(waited),
        "days_to_positive": _own_days(waited),
    }
    return [Usual(entry, *own[entry.key]) for entry in published().ranges]


_Own = tuple[float | None, float | None, float | None, int]


def _own_rate(estimate: Estimate) -> _Own:
    found = estimate.seen
    if not found.is_enough:
        return None, None, None, found.resolved
    share = found.successes / found.resolved
    return share, estimate.low, estimate.high, found.resolved


def _own_silence(waited: list[Wait]) -> _Own:
    over = [w for w in waited if w.answer or w.days >= QUIET_AFTER.days]
    if len(over) < ENOUGH:
        return None, None, None, len(over)
    share = sum(wait.answer is None for wait in over) / len(over)
    return share, *wilson(share, len(over)), len(over)


def _own_days(waited: list[Wait]) -> _Own:
    days = [w.days for w in waited if w.answer == Answer.POSITIVE]
    if len(days) < ENOUGH:
        return None, None, None, len(days)
    return float(median(days)), None, None, len(days)
