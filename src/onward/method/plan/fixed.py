"""What others fixed for a day: an interview, a test, an answer that is wanted by then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeGuard

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from onward.applications.labels import (
    EVENT_LABELS,
    HOUR_NOT_TOLD,
    LAST_WORD,
    Words,
    with_hour,
)
from onward.applications.models import Application
from onward.applications.rules.kinds import ARRANGED_KINDS, EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.services import Ask
from onward.core.dates import day_in, zone
from onward.people.models import Person

WEEK = 8
"""Today and the seven days after it."""

STILL_SHOWN = timedelta(hours=1)
"""For so long after it began an interview stands there: for a link that is looked for late."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Something that others fixed for a day.

    Attributes:
        day: That day, on the person's own clock.
        begins: When it begins, on the person's own clock; None for a last day, or where no hour is told.
        is_last_day: It is the last day of something.
        in_days: 0 for today, 1 for tomorrow.
        hour: By when on a last day; None where it is not told.
        is_word: The last day to say whether one comes to an interview, or when.
    """

    application: Application
    kind: EventKind
    day: date
    begins: datetime | None
    in_days: int
    hour: time | None = None
    is_word: bool = False
    is_last_day: bool = False

    @property
    def label(self) -> Words:
        """What it is, in the words of the ledger."""
        if self.is_word:
            return LAST_WORD
        return EVENT_LABELS[self.kind]

    @property
    def when(self) -> str:
        """When it is, in words."""
        day = date_format(self.day, "l j F")
        if self.is_last_day:
            by = (_("By today"), _("By tomorrow"), _("By %(day)s"))[
                min(self.in_days, 2)
            ]
            return with_hour(by % {"day": day}, self.hour)
        if self.begins is None:
            named = (_("Today"), _("Tomorrow"), day)[min(self.in_days, 2)]
            return str(HOUR_NOT_TOLD % {"day": named})
        words = (
            _("Today, %(time)s"),
            _("Tomorrow, %(time)s"),
            _("%(day)s, %(time)s"),
        )[min(self.in_days, 2)]
        return words % {"day": day, "time": date_format(self.begins, "H:i")}


def begins_of(person: Person, ask: Ask) -> datetime | None:
    """Return when it begins on the person's own clock; None where that is not known."""
    begins = ask.round.begins(zone_name=person.time_zone)
    if begins is None or ask.round.outcome == Outcome.MOVED:
        return None
    return begins.astimezone(zone(person.time_zone))


def day_alone_of(ask: Ask) -> date | None:
    """Return the day of an interview or a test whose hour is not told."""
    return None if ask.round.outcome == Outcome.MOVED else ask.round.on_day


def fixed_ahead(person: Person, found: Iterable[Ask], *, now: datetime) -> list[Fixed]:
    """Return what is fixed for today and tomorrow, the first to come first.

    Quiet time does not move it: an interview takes place all the same. The person's own
    reminders are none of it; they wait.

    Args:
        found: What applications ask for and is not settled.
    """
    return _fixed_within(person, found, now=now, days=2)


def week_ahead(person: Person, found: Iterable[Ask], *, now: datetime) -> list[Fixed]:
    """Return what is fixed for today and the seven days after it, the first to come first.

    Args:
        found: What applications ask for and is not settled.
    """
    return _fixed_within(person, found, now=now, days=WEEK)


def _fixed_within(
    person: Person, found: Iterable[Ask], *, now: datetime, days: int
) -> list[Fixed]:
    today = day_in(now, zone_name=person.time_zone)
    fixed: list[Fixed] = []
    for ask in found:
        kind, until = ask.round.kind, ask.round.until
        begins = begins_of(person, ask)
        alone = day_alone_of(ask)
        day = begins.date() if begins else alone or until
        is_over = begins is not None and begins < now - STILL_SHOWN
        is_word = ask.wants_word
        is_put_off = kind == EventKind.INTERVIEW and ask.round.outcome == Outcome.MOVED
        if kind not in ARRANGED_KINDS or is_put_off:
            continue
        is_dated = begins is not None or alone is not None
        if not is_over and (is_dated or not is_word) and _is_in(day, today, days=days):
            hour = None if is_dated else ask.round.until_hour
            in_days = (day - today).days
            fixed.append(
                Fixed(
                    *(ask.application, kind, day, begins, in_days, hour),
                    is_last_day=not is_dated,
                )
            )
        if is_word and _is_in(until, today, days=days):
            fixed.append(
                Fixed(
                    ask.application,
                    kind,
                    until,
                    None,
                    (until - today).days,
                    ask.round.until_hour,
                    is_word=True,
                    is_last_day=True,
                )
            )
    return sorted(fixed, key=_first_to_come)


def _is_in(day: date | None, today: date, *, days: int) -> TypeGuard[date]:
    """Say whether a day is today or one of those that follow it, so many in all."""
    return day is not None and 0 <= (day - today).days < days


def _first_to_come(one: Fixed) -> tuple[date, str]:
    # What has a last day and no hour comes after what begins on that day, and before it
    # what may begin at any hour of it.
    if one.is_last_day:
        return one.day, "last"
    return one.day, f"{one.begins:%H:%M}" if one.begins else ""


def interviews_ahead(
    person: Person, found: Iterable[Ask], *, now: datetime
) -> list[Application]:
    """Return the applications with an interview that lies ahead, the first to come first."""
    begins = [
        (_in_order(person, ask), ask.application)
        for ask in found
        if ask.round.kind == EventKind.INTERVIEW
        and ask.round.outcome != Outcome.MOVED
        and ask.round.is_ahead(now=now, zone_name=person.time_zone)
    ]
    ordered = sorted(begins, key=lambda pair: pair[0])
    return list({each.pk: each for _, each in ordered}.values())


def _in_order(person: Person, ask: Ask) -> str:
    begins, day = begins_of(person, ask), ask.round.on_day
    return f"{begins:%Y-%m-%d %H:%M}" if begins else str(day)


def next_begins(
    person: Person, found: Iterable[Ask], *, now: datetime
) -> dict[tuple[str, str] | None, date]:
    """Return when what lies ahead begins, by application and kind; its day where no hour is told.

    Where two of one kind lie ahead, neither is in it: a line could mean either.
    """
    begins: dict[tuple[str, str] | None, list[date]] = {}
    for ask in found:
        starts = begins_of(person, ask) or day_alone_of(ask)
        is_ahead = ask.round.is_ahead(now=now, zone_name=person.time_zone)
        if starts is not None and is_ahead:
            key = (str(ask.application.pk), ask.round.kind.value)
            begins.setdefault(key, []).append(starts)
    return {key: moments[0] for key, moments in begins.items() if len(moments) == 1}
