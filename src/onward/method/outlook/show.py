"""The page of numbers, each as a sentence; the same for the screen and the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from onward.core.charts.figure import Figure, Table
from onward.core.charts.rates import Rate, rate_chart
from onward.core.charts.sheet import NARROW
from onward.method.outlook.rules.published import published
from onward.method.outlook.rules.rates import ENOUGH, Question, taken_away
from onward.method.outlook.rules.rows import QUIET_AFTER
from onward.method.outlook.rules.silence import OWN_FROM
from onward.method.outlook.services.reckoning import (
    MOST_WEEKLY,
    Estimate,
    Numbers,
    Outlook,
    Silence,
    Usual,
    numbers,
    silence,
    uses_prior,
    usual,
)
from onward.method.outlook.services.rows import once, rows_of
from onward.method.outlook.words import (
    RANGE_CAVEATS,
    RANGE_TITLES,
    between,
    counts,
    forecast_words,
    one_in,
    own_words,
    percent,
    range_words,
    some_of,
    taken_away_words,
)
from onward.people.models import Person


@dataclass(frozen=True, slots=True)
class UsualLine:
    """A published range in words, with the person's own figure beside it."""

    title: str
    range: str
    own: str
    source: str
    years: str
    caveat: str


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """Those open and silent past a day, and what came later of ones like them.

    Attributes:
        answered: The range of the share that still got any answer, 8 times in 10.
        positive: The same of the share that still got a positive one.
    """

    day: int
    waiting: int
    answered: str
    positive: str


@dataclass(frozen=True, slots=True)
class AheadLine:
    """What so many further applications may bring, in words."""

    count: int
    interview: str
    interviews: str
    offer: str
    offers: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """The page of numbers.

    Attributes:
        own: Sentences on what was counted; empty while it is too early.
        too_early: How many of them are decided, and what that means, while it is too early.
        leaves_out: A sentence on what is still on its way.
        begins: Sentences on what the rates begin from.
        paced: What one week and four weeks at the chosen effort may bring.
    """

    has_rows: bool
    numbers: Numbers
    own: list[str]
    too_early: str
    leaves_out: str
    begins: str
    rates: Figure
    ahead: list[AheadLine]
    paced: list[AheadLine]
    most_weekly: int
    usual: list[UsualLine]
    silence: Silence
    waiting: list[WaitingLine]
    own_curve_from: int


def home_page(person: Person, *, weekly: int | None, now: datetime) -> HomePage:
    """Return the page of numbers at an effort of so many applications a week."""
    key = ("home", weekly, uses_prior(person), get_language())

    def make() -> HomePage:
        return _home_page(person, weekly=weekly, now=now)

    return once(person, key, now=now, make=make)


def _home_page(person: Person, *, weekly: int | None, now: datetime) -> HomePage:
    rows = rows_of(person)
    found = numbers(person, rows, weekly=weekly, now=now)
    quiet = silence(rows, now=now)
    return HomePage(
        has_rows=bool(rows),
        numbers=found,
        own=_own(found, gone=taken_away(rows)) if found.is_enough else [],
        too_early="" if found.is_enough else _too_early(found),
        leaves_out=_leaves_out(found),
        begins=_begins(found),
        rates=_rates(found),
        ahead=[_ahead(outlook) for outlook in found.forecast],
        paced=[_ahead(outlook) for outlook in found.paced],
        most_weekly=MOST_WEEKLY,
        usual=[_usual(entry) for entry in usual(rows, whole=found.whole, now=now)],
        silence=quiet,
        waiting=_waiting(quiet),
        own_curve_from=OWN_FROM,
    )


def _own(found: Numbers, *, gone: int) -> list[str]:
    sentences = []
    interview = found.whole[Question.INTERVIEW]
    sentences.append(own_words(interview.seen, question=Question.INTERVIEW))
    twenty = next((entry for entry in found.forecast if entry.count == 20), None)
    if twenty is not None:
        sentences.append(forecast_words(twenty.interviews, question=Question.INTERVIEW))
    offer = found.whole[Question.OFFER].seen
    if offer.resolved:
        sentences.append(own_words(offer, question=Question.OFFER))
    if gone:
        sentences.append(taken_away_words(gone))
    return sentences


def _too_early(found: Numbers) -> str:
    return _(
        "%(enough)d decided applications are needed for that; decided so far: %(count)d. "
        "Decided is one that led to an interview, is closed, or has been quiet for "
        "30 days. One that is being talked about counts once it is decided, and one that "
        "you withdrew does not count."
    ) % {"enough": ENOUGH, "count": found.whole[Question.INTERVIEW].seen.resolved}


def _leaves_out(found: Numbers) -> str:
    waiting = found.whole[Question.INTERVIEW].seen.waiting
    if not waiting:
        return ""
    return ngettext(
        "%(count)d is still on its way. It counts in part, by how many answers usually "
        "have come by its age.",
        "%(count)d are still on their way. They count in part, by how many answers "
        "usually have come by their age.",
        waiting,
    ) % {"count": waiting}


def _begins(found: Numbers) -> str:
    if not found.uses_prior:
        return ""
    told = [
        _(
            "Rates begin from what 14 published searches say, which weighs as much as 13 "
            "applications and 19 interviews; your own numbers soon outweigh it."
        )
    ]
    if Question.INTERVIEW in found.own_alone:
        told.append(
            _(
                "You came to an interview so much more often than they did that only your "
                "own numbers count for that, of all and of the last 8 weeks."
            )
        )
    if Question.OFFER in found.own_alone:
        told.append(
            _(
                "Your interviews led to an offer so much more often than theirs that only "
                "your own numbers count for that, of all and of the last 8 weeks."
            )
        )
    return " ".join(told)


def _is_drawn(estimate: Estimate) -> bool:
    """Return whether the range leaves out the share that was counted."""
    found = estimate.seen
    if not found.resolved:
        return False
    share = found.successes / found.resolved
    # None of them, or all of them, lie at the edge of every range.
    return 0 < share < 1 and not estimate.low <= share <= estimate.high


def _rates(found: Numbers) -> Figure:
    lines = [
        (_("To an interview: all"), found.whole[Question.INTERVIEW]),
        (_("To an interview: last 8 weeks"), found.lately[Question.INTERVIEW]),
        (_("Interview to offer: all"), found.whole[Question.OFFER]),
        (_("Interview to offer: last 8 weeks"), found.lately[Question.OFFER]),
    ]
    rates = [_rate(label, estimate) for label, estimate in lines]
    caption = _(
        "The bar is what was counted, the line is where the true rate may lie, "
        "8 times in 10. Fewer than ten decided ones make no bar."
    )
    if any(_is_drawn(estimate) for _label, estimate in lines):
        caption += " " + _(
            "Where a range leaves out what was counted, that is still too little: what "
            "published searches say, or how many answers are still to come, moves the range."
        )
    return Figure(
        name="rates",
        title=_("How often it came to an interview, and to an offer"),
        caption=caption,
        template="components/charts/rates.html",
        wide=rate_chart(rates),
        narrow=rate_chart(rates, width=NARROW),
        table=Table(
            _("The rates"),
            (_("Rate"), _("Counted"), _("Likely range")),
            tuple((rate.label, rate.words, _range_of(rate)) for rate in rates),
        ),
    )


def _rate(label: str, estimate: Estimate) -> Rate:
    found = estimate.seen
    words = some_of(found.successes, found.resolved)
    return estimate.as_rate(label=label, words=words)


def _range_of(rate: Rate) -> str:
    return between(rate.low, rate.high) if rate.is_counted else _("not known yet")


def _ahead(outlook: Outlook) -> AheadLine:
    return AheadLine(
        count=outlook.count,
        interview=percent(outlook.interviews.some),
        interviews=counts(outlook.interviews),
        offer=percent(outlook.offers.some),
        offers=counts(outlook.offers),
    )


def _usual(entry: Usual) -> UsualLine:
    return UsualLine(
        title=str(RANGE_TITLES[entry.range.key]),
        range=range_words(entry.range),
        own=_own_figure(entry),
        source=entry.range.source,
        years=entry.range.years,
        caveat=str(RANGE_CAVEATS[entry.range.key]),
    )


def _own_figure(entry: Usual) -> str:
    if entry.own is None:
        return _("too early to say")
    if entry.range.unit == "days":
        return _("%(days)d days, from %(rows)d answers") % {
            "days": round(entry.own),
            "rows": entry.rows,
        }
    words = _("%(range)s, from %(rows)d")
    if entry.range.key == "silent":
        words = _(
            "%(range)s, from %(rows)d that were answered in any way or silent for 30 days, "
            "decided or not"
        )
    return words % {
        "range": between(entry.low or 0.0, entry.high or 0.0),
        "rows": entry.rows,
    }


def _waiting(quiet: Silence) -> list[WaitingLine]:
    return [
        WaitingLine(
            day=mark.day,
            waiting=quiet.waiting.get(mark.day, 0),
            answered=between(*mark.answered_range),
            positive=between(mark.low, mark.high),
        )
        for mark in quiet.landmarks
    ]


def later_one_in() -> int:
    """Return how many that were silent for 30 days it takes for one positive answer."""
    marks = published().landmarks
    return one_in(next(m.positive for m in marks if m.day == QUIET_AFTER.days))
