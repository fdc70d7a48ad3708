"""Whether a mail on an interview only says again what is on the agenda; pure, slow to claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache

from onward.mail.rules.appointments.time_talk import (
    has_same_hour,
    is_offer,
    names_next_day,
    place_of_old,
    placed_sentences,
    without_questions,
)
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower, own_text
from onward.mail.rules.talks.own_title import bare_subject
from onward.mail.rules.times.clock import TimeMention, times_in
from onward.mail.rules.times.day_alone import hour_alone
from onward.mail.rules.times.days import days_in, words_in
from onward.mail.rules.times.standing_days import days_to_meet
from onward.mail.rules.times.when import appointment
from onward.mail.rules.times.when_words import Words

_MOST_READ = 4_000
_WEEK = 7


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
        stated: Days that it names outside its questions; `stated_times` the same.
        is_same_hour: It is to be at the hour of before.
        offered: Times at which one would meet, of those that it names.
        is_next_day: It is to be on the day behind that of before.
        in_place: The one time that it names in place of another, behind that one.
        hour: The one hour that it tells of the talk, where it names no day.
    """

    begins: datetime | None = None
    days: frozenset[date] = frozenset()
    meeting: frozenset[date] = frozenset()
    numbers: frozenset[int] = frozenset()
    times: frozenset[time] = frozenset()
    is_vague: bool = False
    is_another: bool = False
    asks: bool = False
    stated: frozenset[date] = frozenset()
    stated_times: frozenset[time] = frozenset()
    is_same_hour: bool = False
    offered: frozenset[time] = frozenset()
    is_next_day: bool = False
    in_place: tuple[time, time] | None = None
    hour: time | None = None

    @property
    def day_alone(self) -> date | None:
        """The one day on which it is, where no hour of it is told."""
        is_one = self.begins is None and len(self.meeting) == 1
        return next(iter(self.meeting)) if is_one else None

    def lies_ahead(self, at: datetime) -> bool:
        """Say whether the interview is yet to come, as far as its mail tells a day."""
        if self.begins is not None:
            return self.begins > at
        return bool(self.meeting) and max(self.meeting) >= at.date()


@cache
def _phrases(kind: str) -> re.Pattern[str]:
    parts = (table[kind] for table in tables("retelling").values())
    return re.compile("|".join(f"(?:{part})" for part in parts))


_BARE_CLOCK = re.compile(
    r"(?<![\d:.,/€$£+-])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?!\d|:\d|\s?(?:min|h\b|hours?\b|std|stunden))"
)
_LIMIT = re.compile(
    r"\b(?:until|till?|before|by|from|after|since|bis|vor|nach|ab|seit|jusqu'à|avant|après|hasta|antes|después|fino|prima"
    r"|dopo|até|depois|tot|voor|vanaf|(?:do|przed|po|od) godz(?:iny|\.)?|före|innan|efter|från)"
    r"(?: (?:um|at|de|las?|alle|dell[ae]|às?|das|om|kl\.?))*\s*$"
)
_OLD_AND_NEW = 2
_FIRST_HOUR, _LAST_HOUR = 7, 20
"""People talk at work from eight in the morning; "7:15" alone may be of the evening as well."""


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
    news = without_questions(own)
    mentions = [*times_in(own, words=words)]
    said = [*_offers(own, mentions=mentions)]
    offered = frozenset(at for each in said for at in each.hours)
    stated_mentions = [*times_in(news, words=words)]
    stated = days_in(news, told_on=told_on, words=words)
    return Told(
        begins=appointment(own, told_on=told_on, words=words),
        days=days,
        meeting=frozenset(day for day, is_last in named if day and not is_last),
        numbers=frozenset(_numbers(low, words=words)) - {day.day for day in days},
        times=frozenset(mention.at for mention in mentions) | offered,
        is_vague=any(day is None for day, _ in named),
        is_another=_phrases("another").search(low) is not None,
        asks=_phrases("asks").search(low) is not None,
        stated=frozenset(mention.day for mention in stated if mention is not None),
        stated_times=frozenset(mention.at for mention in stated_mentions)
        | frozenset(
            at for each in _offers(news, mentions=stated_mentions) for at in each.hours
        ),
        offered=offered,
        is_same_hour=has_same_hour(low),
        hour=hour_alone(own, words=words) if mentions and not days else None,
        is_next_day=any(names_next_day(each.low) for each in said),
        in_place=next((each.in_place for each in said if each.in_place), None),
    )


def names_hour(own: str) -> bool:
    """Say whether a sentence asks about a clock time, settles on one or agrees to it."""
    own = fold(own)
    mentions = [*times_in(own, words=words_in(own))]
    return any(each.hours for each in _offers(own, mentions=mentions))


@dataclass(frozen=True, slots=True)
class _Offer:
    """A sentence that would meet, in plain lower case, and the hours at which."""

    low: str
    hours: tuple[time, ...] = ()
    in_place: tuple[time, time] | None = None


def _offers(own: str, *, mentions: Sequence[TimeMention]) -> Iterator[_Offer]:
    """Yield the sentences that would meet at a time, where "5:15" alone is one as well.

    "Call me before 5:30", "I am in meetings until 12:30" offer none.

    Args:
        mentions: The times that are read in it by themselves.
    """
    places = [(each.start, each.at) for each in mentions]
    places += _bare_times(own, mentions=mentions)
    if not places and not names_next_day(lower(own)):
        return
    for start, sentence, low in placed_sentences(own):
        inside = sorted(
            (place - start, at)
            for place, at in places
            if start <= place < start + len(sentence)
        )
        # Whether one would meet is asked in all languages, of few sentences.
        if not (inside or names_next_day(low)) or not is_offer(low):
            continue
        told = lower(sentence)
        hours = [at for place, at in inside if not _LIMIT.search(told[:place])]
        yield _Offer(low, tuple(hours), _in_place(told, inside))


def _in_place(told: str, hours: Sequence[tuple[int, time]]) -> tuple[time, time] | None:
    """Return the old hour and the new one of a sentence that names both."""
    found = place_of_old(told) if len(hours) == _OLD_AND_NEW else None
    if found is None:
        return None
    place, is_behind = found
    nearest = [at for start, at in hours if (start < place) is is_behind]
    if not nearest:
        return None
    old = nearest[-1] if is_behind else nearest[0]
    (new,) = [at for _, at in hours if at != old] or [old]
    return (old, new) if new != old else None


def _bare_times(
    own: str, *, mentions: Sequence[TimeMention]
) -> Iterator[tuple[int, time]]:
    for found in _BARE_CLOCK.finditer(own):
        hour, minute = int(found["hour"]), int(found["minute"])
        hour += 12 if hour < _FIRST_HOUR else 0
        is_read = any(each.start <= found.start() < each.end for each in mentions)
        if not is_read and _FIRST_HOUR < hour <= _LAST_HOUR and minute < 60:
            yield found.start(), time(hour, minute)


def told_by_clock(begins: datetime) -> Told:
    """Return what a calendar entry says."""
    day = frozenset({begins.date()})
    times = frozenset({begins.time()})
    return Told(begins=begins, days=day, meeting=day, times=times)


def told_by_day(day: date) -> Told:
    """Return what a calendar entry says that takes a whole day."""
    only = frozenset({day})
    return Told(days=only, meeting=only)


def _numbers(low: str, *, words: Words) -> Iterator[int]:
    """Yield each day that is told by its number alone; "the 3rd of 12" is none."""
    for found in _phrases("the_day").finditer(low):
        number = int(next(filter(None, found.groups())))
        if 1 <= number <= 31 and not words.found("in_a_row").match(low, found.end()):
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


def may_mean(day: date, agreed: date, *, told_on: date) -> bool:
    """Say whether a day of the week ahead may be the weekday alone of an agreed one further off."""
    is_near = 0 <= (day - told_on).days <= _WEEK
    return is_near and day < agreed and day.weekday() == agreed.weekday()


def as_meant(new: Told, known: Told, *, at: datetime) -> Told:
    """Return what a mail says, a weekday of the week ahead as that of an interview further off.

    "See you on Tuesday" is the Tuesday on which they had agreed, however far off; written
    on a Tuesday, which could be either, it is that one too.
    """
    agreed = {known.begins.date()} if known.begins else known.meeting
    same = [day for day in agreed if day.weekday() == at.weekday() and day > at.date()]
    if new.is_vague and not new.days and len(same) == 1:
        told = frozenset(same)
        new = replace(new, days=told, meeting=told, stated=told, is_vague=False)
    meant = {
        day: other
        for day in new.days - agreed
        for other in agreed
        if may_mean(day, other, told_on=at.date())
    }
    begins = new.begins
    if begins is not None and begins.date() in meant:
        begins = datetime.combine(meant[begins.date()], begins.time())

    def as_agreed(days: frozenset[date]) -> frozenset[date]:
        return frozenset(meant.get(day, day) for day in days)

    return replace(
        new,
        begins=begins,
        days=as_agreed(new.days),
        meeting=as_agreed(new.meeting),
        stated=as_agreed(new.stated),
    )


def in_talk(new: Told, known: Told, *, at: datetime) -> Told:
    """Return what a mail says, beside what its conversation knows of the interview.

    Its weekdays are those on which they had agreed, its hours those at which one would meet,
    "the day after" is that behind theirs, and of an old hour and a new one the new one counts.
    """
    new = as_meant(new, known, at=at)
    if new.begins is None and new.offered:
        # The hour at which somebody's train comes in is none at which they meet.
        stated = new.stated_times & new.offered
        new = replace(new, times=new.offered, stated_times=stated)
    if known.begins is None:
        return _at_hour(new, known)
    day, hour = known.begins.date(), known.begins.time()
    if new.is_next_day and new.begins is None:
        told = frozenset({day + timedelta(days=1)})
        hours = {hour} if new.is_same_hour else new.times
        is_sure = len(hours) == 1
        begins = datetime.combine(min(told), min(hours)) if is_sure else None
        return replace(new, begins=begins, days=told, meeting=told, is_vague=False)
    is_its_day = new.begins == known.begins or (
        new.begins is None and new.meeting <= known.days
    )
    if new.in_place is None or new.in_place[0] != hour or not is_its_day:
        return new
    (_, at_now) = new.in_place
    only = frozenset({at_now})
    stated = new.stated_times & only
    begins = datetime.combine(day, at_now)
    return replace(new, begins=begins, times=only, stated_times=stated, offered=only)


def _at_hour(new: Told, known: Told) -> Told:
    """Return what a mail says, its one hour as that of a talk of which only the day was known."""
    day = known.day_alone
    if day is None or new.begins is not None or not new.meeting <= {day}:
        return new
    hours = new.offered or {hour for hour in (new.hour,) if hour is not None}
    if len(hours) != 1 or (new.numbers and new.numbers != {day.day}):
        return new
    only = frozenset({day})
    begins = datetime.combine(day, min(hours))
    return replace(
        new, begins=begins, days=only, meeting=only, stated=new.stated | only
    )


def _may_be_together(one: frozenset[time], other: frozenset[time]) -> bool:
    return not (one and other) or not one.isdisjoint(other)


def is_another_time(
    new: Told, known: Told, *, at: datetime, is_instead: bool = False
) -> bool:
    """Say whether a later mail names one time to come that is not that of an interview.

    A day with its hour, a day alone, or another hour of the same day.

    Args:
        is_instead: Words say that one of the hours stands in place of the other.
    """
    if new.begins is not None:
        is_its_day = known.begins is None and new.begins.date() in known.meeting
        is_known = new.begins == known.begins or is_its_day
        return new.begins > at and not is_known
    days = {day for day in new.meeting - known.days if day >= at.date()}
    if days:
        return len(days) == 1
    if known.day_alone is not None and not known.times:
        # Of a day alone no hour is another one.
        return False
    is_other_hour = bool(new.times - known.times) and new.meeting <= known.days
    return is_other_hour and (is_instead or new.times.isdisjoint(known.times))


def is_asked_alone(new: Told, known: Told) -> bool:
    """Say whether a mail names another time than the known one in questions alone."""
    days = new.meeting - known.days
    if new.begins is not None and new.begins.date() in days:
        days = frozenset({new.begins.date()})
    if days:
        return not days & new.stated
    return not (new.times - known.times) & new.stated_times


def speaks_of(new: Told, other: Told) -> bool:
    """Say whether a mail names the day or the hour that another one named, and no other."""
    if new.begins is not None and other.begins is not None:
        return new.begins == other.begins
    if new.meeting and other.meeting:
        # "Wednesday then" is the one that was asked about, however far off.
        return any(
            day.weekday() == asked.weekday() and day <= asked
            for day in new.meeting
            for asked in other.meeting
        )
    return bool(new.times & other.times)


def moved_to(new: Told, known: Told) -> Told:
    """Return what stands once a mail moved an interview: hour or day of before goes on."""
    if new.begins is not None or known.begins is None:
        return new
    days, times = new.meeting - known.days, new.times - known.times
    day = next(iter(days)) if len(days) == 1 else known.begins.date()
    at = next(iter(times)) if len(times) == 1 else known.begins.time()
    if len(days) > 1 or len(times) > 1 or not (days or times):
        return new
    return told_by_clock(datetime.combine(day, at))
