"""The words of the longer view: sentences for numbers, names for pictures and ends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from onward.applications.labels import Words
from onward.applications.rules.kinds import EventKind
from onward.method.outlook.rules.pictures import PictureName
from onward.method.outlook.rules.published import Range
from onward.method.outlook.rules.rates import Ahead, Question, Seen
from onward.method.outlook.rules.rows import Row
from onward.method.outlook.rules.stones import StoneKind

SHORT: dict[str, Words] = {
    "applied": gettext_lazy("Applied"),
    "in_touch": gettext_lazy("In touch"),
    "interview": gettext_lazy("Interview"),
    "offer": gettext_lazy("Offer"),
    "accepted": gettext_lazy("Accepted"),
    "open": gettext_lazy("Open"),
    "silent": gettext_lazy("No answer"),
    "they_said_no": gettext_lazy("Their no"),
    "i_said_no": gettext_lazy("Your no"),
    "job_went_away": gettext_lazy("Went away"),
}
"""Stations and ends in one or two short words, for pictures."""

LONG: dict[str, Words] = {
    "applied": gettext_lazy("Applications sent"),
    "in_touch": gettext_lazy("Came into contact"),
    "interview": gettext_lazy("Came to an interview"),
    "offer": gettext_lazy("Came to an offer"),
    "accepted": gettext_lazy("You accepted"),
    "open": gettext_lazy("Still open"),
    "silent": gettext_lazy("No answer for 30 days or more"),
    "they_said_no": gettext_lazy("They said no"),
    "i_said_no": gettext_lazy("You said no"),
    "job_went_away": gettext_lazy("The job went away"),
}

PICTURE_TITLES: dict[PictureName, Words] = {
    PictureName.WAY: gettext_lazy("The whole search"),
    PictureName.FUNNEL: gettext_lazy("How far they went"),
    PictureName.DAYS: gettext_lazy("What you did, day by day"),
    PictureName.ANSWERS: gettext_lazy("When answers come"),
    PictureName.LINES: gettext_lazy("Each application through time"),
}

PICTURE_LINES: dict[PictureName, Words] = {
    PictureName.WAY: gettext_lazy(
        "Every application and what came of it, silence included."
    ),
    PictureName.FUNNEL: gettext_lazy(
        "How many came into contact, to an interview, to an offer."
    ),
    PictureName.DAYS: gettext_lazy("A year of applying, following up and meeting."),
    PictureName.ANSWERS: gettext_lazy("By which day there usually is a reply or a no."),
    PictureName.LINES: gettext_lazy("One line each, from the day you applied."),
}

STONE_LABELS: dict[StoneKind, Words] = {
    StoneKind.PRACTICE: gettext_lazy("Practice"),
    StoneKind.CONTACT: gettext_lazy("A contact"),
    StoneKind.FEEDBACK: gettext_lazy("Feedback"),
    StoneKind.SKILL: gettext_lazy("A skill"),
    StoneKind.OTHER: gettext_lazy("Something else"),
}

STONE_FOUND: dict[EventKind, Words] = {
    EventKind.INTERVIEW: gettext_lazy("an interview with them"),
    EventKind.ASSESSMENT: gettext_lazy("a test or a task they gave you"),
    EventKind.DEBRIEF: gettext_lazy("what you wrote down after an interview"),
    EventKind.FEEDBACK_RECEIVED: gettext_lazy("feedback you were given"),
    EventKind.REFLECTION: gettext_lazy("what you saw when you looked back"),
}

RANGE_TITLES: dict[str, Words] = {
    "interview": gettext_lazy("Applications that led to an interview"),
    "offer": gettext_lazy("Interviews that led to an offer"),
    "silent": gettext_lazy("Applications that nobody answered"),
    "days_to_positive": gettext_lazy("Days until a positive answer, for half of them"),
}

RANGE_CAVEATS: dict[str, Words] = {
    "interview": gettext_lazy(
        "People who publish their search are mostly in tech in the United States, and they are people who count."
    ),
    "offer": gettext_lazy(
        "Offers are few in any one search, so this one is the least certain."
    ),
    "silent": gettext_lazy(
        "Four searches, most of them in tech in the United States; other fields may differ."
    ),
    "days_to_positive": gettext_lazy(
        "Only searches whose every day was written down; other countries may well be slower."
    ),
}


def percent(share: float) -> str:
    """Return a share in words; never 0 or 100 % where it is only near."""
    if 0 < share < 0.01:
        return _("under 1 %")
    if 0.99 < share < 1:
        return _("over 99 %")
    return _("%(number)d %%") % {"number": round(share * 100)}


def between(low: float, high: float) -> str:
    """Return the interval of a share, e.g. "3 to 26 %"; its upper end is never 0 %."""
    first, last = round(low * 100), round(high * 100)
    if last == 0 < high:
        return percent(high)
    if first == last:
        return percent((low + high) / 2)
    return _("%(low)d to %(high)d %%") % {"low": first, "high": last}


def some_of(some: int, all_: int) -> str:
    """Return how many of how many were counted, e.g. "4 of 42"."""
    if not all_:
        return _("nothing to count yet")
    return _("%(some)d of %(all)d") % {"some": some, "all": all_}


def counts(found: Ahead) -> str:
    """Return the interval of a count, e.g. "0 to 4"."""
    if found.low == found.high:
        return str(found.low)
    return _("%(low)d to %(high)d") % {"low": found.low, "high": found.high}


def own_words(found: Seen, *, question: Question) -> str:
    """Return what was counted, as a sentence about the person's own applications."""
    if question == Question.OFFER:
        return ngettext(
            "Of your %(all)d decided interview, %(some)d led to an offer.",
            "Of your %(all)d decided interviews, %(some)d led to an offer.",
            found.resolved,
        ) % {"all": found.resolved, "some": found.successes}
    return ngettext(
        "Of your %(all)d answered or closed application, %(some)d led to an interview.",
        "Of your %(all)d answered or closed applications, %(some)d led to an interview.",
        found.resolved,
    ) % {"all": found.resolved, "some": found.successes}


def taken_away_words(count: int) -> str:
    """Return how many of the offers that are counted came to nothing by them."""
    said = ngettext(
        "%(count)d of these offers was taken away again; it counts as one here.",
        "%(count)d of these offers were taken away again; they count as offers here.",
        count,
    )
    return said % {"count": count}


def forecast_words(found: Ahead, *, question: Question) -> str:
    """Return what the next ones usually bring, 8 times in 10."""
    values = {"count": found.count, "counts": counts(found)}
    if question == Question.OFFER:
        return (
            _("The next %(count)d usually bring %(counts)s offers (8 times in 10).")
            % values
        )
    return (
        _("The next %(count)d usually bring %(counts)s interviews (8 times in 10).")
        % values
    )


def range_words(found: Range) -> str:
    """Return a published range in words."""
    if found.unit == "days":
        if found.low is None or found.high is None:
            return _("%(middle)d days") % {"middle": found.middle}
        return _("%(low)d to %(high)d days; together %(middle)d") % {
            "low": found.low,
            "high": found.high,
            "middle": found.middle,
        }
    if found.low is None or found.high is None:
        return _("%(middle)s in all of them together") % {
            "middle": percent(found.middle)
        }
    return _("%(range)s; the middle about %(middle)s") % {
        "range": between(found.low, found.high),
        "middle": percent(found.middle),
    }


def one_in(share: float) -> int:
    """Return N of "about 1 in N", in round numbers; 0 where it never happened."""
    if share <= 0:
        return 0
    number = 1 / share
    return round(number) if number < 20 else round(number / 10) * 10


def plain(words: Mapping[str, Words]) -> dict[str, str]:
    """Return words of a table as they are in the language of this moment."""
    return {key: str(value) for key, value in words.items()}


def words_of_quiet(row: Row, *, now: datetime) -> str:
    """Return what came of a quiet application, and for how long nothing did."""
    at = row.moved_at or row.applied_at or now
    words = _("last sign on %(day)s")
    if not row.has_answer and row.received_at is not None:
        at = row.received_at
        words = ngettext(
            "received on %(day)s, nothing since, for %(count)d day",
            "received on %(day)s, nothing since, for %(count)d days",
            (now - at).days,
        )
        if row.looked_at == at:
            words = ngettext(
                "looked at on %(day)s, nothing since, for %(count)d day",
                "looked at on %(day)s, nothing since, for %(count)d days",
                (now - at).days,
            )
        elif row.under_way_at == at:
            words = ngettext(
                "still under way on %(day)s, as they wrote, nothing since, for %(count)d day",
                "still under way on %(day)s, as they wrote, nothing since, for %(count)d days",
                (now - at).days,
            )
    elif not row.has_answer and row.applied_at is not None:
        at = row.applied_at
        words = ngettext(
            "sent on %(day)s, nothing came in %(count)d day",
            "sent on %(day)s, nothing came in %(count)d days",
            (now - at).days,
        )
    day = date_format(localtime(at), "j F Y")
    return words % {"day": day, "count": (now - at).days}
