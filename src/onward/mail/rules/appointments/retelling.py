"""Whether a mail on an interview only says again what is on the agenda; pure, slow to claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower, own_text
from onward.mail.rules.talks.own_mail import bare_subject
from onward.mail.rules.times.clock import times_in
from onward.mail.rules.times.days import words_in
from onward.mail.rules.times.when import appointment, days_to_meet

_MOST_READ = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one mail says of when an interview is, on the person's own clock.

    Attributes:
        begins: The one time that it arranges.
        days: All days that it names; `meeting` are those that are no last day.
        numbers: Days that it names by their number alone.
        is_vague: It names a day that could be several.
        is_another: It speaks of a further interview.
        asks: A time is still to be found.
    """

    begins: datetime | None = None
    days: frozenset[date] = frozenset()
    meeting: frozenset[date] = frozenset()
    numbers: frozenset[int] = frozenset()
    times: frozenset[time] = frozenset()
    is_vague: bool = False
    is_another: bool = False
    asks: bool = False

    def lies_ahead(self, at: datetime) -> bool:
        """Say whether the interview is yet to come, as far as its mail tells a day."""
        if self.begins is not None:
            return self.begins > at
        return bool(self.meeting) and max(self.meeting) >= at.date()


@cache
def _phrases(kind: str) -> re.Pattern[str]:
    parts = (table[kind] for table in tables("retelling").values())
    return re.compile("|".join(f"(?:{part})" for part in parts))


def told_of(*, subject: str, text: str, told_on: date) -> Told:
    """Return what a mail says of when an interview is.

    The subject of an answer is that of the mail before.
    """
    own = own_text(fold(text[:_MOST_READ]))
    title = fold(subject)
    if bare_subject(title) == " ".join(title.split()).casefold():
        own = f"{title}\n{own}"
    words = words_in(own)
    low = lower(own)
    named = days_to_meet(own, told_on=told_on, words=words)
    days = frozenset(day for day, _ in named if day is not None)
    return Told(
        begins=appointment(own, told_on=told_on, words=words),
        days=days,
        meeting=frozenset(day for day, is_last in named if day and not is_last),
        numbers=frozenset(_numbers(low)) - {day.day for day in days},
        times=frozenset(mention.at for mention in times_in(own, words=words)),
        is_vague=any(day is None for day, _ in named),
        is_another=_phrases("another").search(low) is not None,
        asks=_phrases("asks").search(low) is not None,
    )


def told_by_clock(begins: datetime) -> Told:
    """Return what a calendar entry says."""
    day = frozenset({begins.date()})
    times = frozenset({begins.time()})
    return Told(begins=begins, days=day, meeting=day, times=times)


def _numbers(low: str) -> Iterator[int]:
    for found in _phrases("the_day").finditer(low):
        number = int(next(filter(None, found.groups())))
        if 1 <= number <= 31:
            yield number


def is_said_again(new: Told, known: Told, *, in_same_talk: bool) -> bool:
    """Say whether a later mail on an interview is on one that lies ahead.

    1. It names the same day, and the same hour or none.
    2. In the same conversation it names the same hour and no day, or no time at all.

    What speaks of a further interview, or still looks for a time, is on another; so is
    what names another day. Another hour of the same day is a change of its own.
    """
    if new.begins and known.begins:
        return new.begins == known.begins
    is_another = new.is_another and not known.is_another
    days = {day for day in known.days if day.day in new.numbers}
    if new.numbers and not days:
        return False
    days |= new.days & known.days
    if days:
        is_only = not is_another or new.meeting <= known.days
        return is_only and _may_be_together(new.times, known.times)
    if new.meeting or is_another or new.asks or not in_same_talk:
        return False
    if new.times:
        return known.begins is not None and known.begins.time() in new.times
    return not new.is_vague


def _may_be_together(one: frozenset[time], other: frozenset[time]) -> bool:
    return not (one and other) or not one.isdisjoint(other)
