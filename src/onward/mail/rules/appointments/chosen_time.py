"""Which of the times that a mail offers the person's answer takes; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import cache

from onward.mail.rules.appointments.chosen_hour import chosen_hour
from onward.mail.rules.appointments.chosen_number import day_by_number, suits
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.clock import TimeMention, times_in
from onward.mail.rules.times.days import (
    DayMention,
    days_in,
    named_days,
    words_in,
)
from onward.mail.rules.times.last_day import is_last
from onward.mail.rules.times.when import appointment, appointments
from onward.mail.rules.times.when_words import Words

# The dot of "13.30 Uhr" and of "4. Dezember" ends nothing.
_PARTS = re.compile(
    r"[!?,;\n]+|(?<!\d)\.+|(?<=\d)\.(?=\s*(?:\n|\Z)|\s+(?!(?:Jan|Feb|M[aä]r|Apr|Mai|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz]))[A-ZÄÖÜ])"
)
_OF_NUMBERS = re.compile(r"\d\.|\b(?:am|der|den|dem) \d{1,2}\s*$")
_PLACES = ("first", "second", "third")


def chosen_time(
    *, offered: str, offered_on: date, answer: str, answered_on: date
) -> datetime | None:
    """Return the one time that an answer names, where the offer names its day and hour.

    What the person proposes themselves is arranged by nobody yet. An answer may also take
    "the second date" of those that were offered.
    """
    chosen = appointment(answer, told_on=answered_on)
    # The line above quoted mail says when that was written.
    if chosen is None or chosen.date() <= answered_on:
        place = _place_taken(answer)
        times = [] if place is None else _times_offered(offered, told_on=offered_on)
        if place is not None and place < len(times):
            return times[place]
    if chosen is None or chosen.date() not in _days(offered, told_on=offered_on):
        choices = _times_offered(offered, told_on=offered_on)
        found = _of_weekday(answer, answered_on, offered=choices) or day_by_number(
            answer, offered=choices
        )
        return found or chosen_hour(
            offered=offered,
            offered_on=offered_on,
            answer=answer,
            answered_on=answered_on,
            refuses=lambda part: _refused().search(lower(part)) is not None,
        )
    words = words_in(offered)
    hours = {mention.at for mention in times_in(offered, words=words)}
    is_named = chosen.time() in hours or _is_written(chosen.time(), offered)
    return chosen if is_named else None


def _is_written(at: time, text: str) -> bool:
    """Say whether the figures of an hour stand in a text, whatever else tells that it is one.

    "Can you come round at 10 on Wednesday", "8.30 to 13 h is free".
    """
    minutes = f"[.:]{at.minute:02}"
    if not at.minute:
        minutes = f"(?:{minutes})?"
    figures = rf"(?<![\d.:,/+-])0?{at.hour}{minutes}(?![\d:%€$£]|[.,/-]\d)"
    return re.search(figures, text) is not None


def _days(text: str, *, told_on: date) -> set[date]:
    return {mention.day for mention in days_in(text, told_on=told_on) if mention}


def _of_weekday(
    answer: str, answered_on: date, *, offered: Sequence[datetime]
) -> datetime | None:
    """Return the one offered time on the weekday that an answer takes; None for none or several.

    "Thursday at four suits me" is the Thursday that was offered, not the next one.
    """
    taken: set[datetime] = set()
    for part in _PARTS.split(answer):
        if _refused().search(lower(part)):
            continue
        words = words_in(answer)
        hours = {mention.at for mention in times_in(part, words=words)}
        # "On 27.11. I am away" takes nothing.
        if _OF_NUMBERS.search(part) and not (hours or suits(part)):
            continue
        for named, day in named_days(part, told_on=answered_on, words=words):
            is_dated = any(sign.isdigit() for sign in named[0])
            is_offered = day is not None and day in {each.date() for each in offered}
            if day is None or (is_dated and not is_offered):
                return None  # a date of its own, which nobody offered
            taken |= {
                each
                for each in offered
                if each.weekday() == day.weekday()
                and not (is_dated and each.date() != day)
                and not named["near"]
                and (not hours or each.time() in hours)
            }
    return taken.pop() if len(taken) == 1 else None


def _times_offered(text: str, *, told_on: date) -> list[datetime]:
    """Return the times that a mail offers in their order, the days of which follow each other."""
    words = words_in(text)
    days = list(days_in(text, told_on=told_on, words=words))
    times = list(times_in(text, words=words))
    if len(days) > len(times):
        days = _without_last_days(days, text=text, words=words)
    days = _said_once(days, times=times)
    ends = [day.start if day else -1 for day in days[1:]] + [len(text)]
    is_plain = len(days) == len(times) > 1 and all(
        day is not None and day.end <= at.start < end
        for day, at, end in zip(days, times, ends, strict=True)
    )
    if is_plain:
        pairs = zip(days, times, strict=True)
        return [datetime.combine(day.day, at.at) for day, at in pairs if day]
    told = [day.day for day in days if day]
    known = sorted(appointments(text, told_on=told_on)) if told == sorted(told) else []
    return known if len(known) > 1 else []


def _without_last_days(
    days: Sequence[DayMention | None], *, text: str, words: Words
) -> list[DayMention | None]:
    """Return days without those by which an answer is wanted: "let me know by Thursday"."""
    low = lower(text)
    return [day for day in days if not (day and is_last(day, text=low, words=words))]


def _said_once(
    days: list[DayMention | None], *, times: Sequence[TimeMention]
) -> list[DayMention | None]:
    """Return days without those that are said again with their hour: a subject names one of two."""
    if not days or None in days or len(days) == len(times):
        return days
    told = [day for day in days if day is not None]
    starts = [*(day.start for day in told[1:]), times[-1].start + 1 if times else 0]
    with_hour = [
        day
        for day, end in zip(told, starts, strict=True)
        if any(day.end <= at.start < end for at in times)
    ]
    is_all = {day.day for day in told} == {day.day for day in with_hour}
    return list(with_hour) if is_all else days


def _place_taken(answer: str) -> int | None:
    """Return which of several times an answer takes by its place, from 0 on; None for none."""
    taken = {
        place
        for part in _PARTS.split(lower(answer))
        if not _refused().search(part)
        for place, kind in enumerate(_PLACES)
        if _told(kind).search(part)
    }
    return taken.pop() if len(taken) == 1 else None


@cache
def _told(kind: str) -> re.Pattern[str]:
    parts = "|".join(f"(?:{words[kind]})" for words in tables("chosen").values())
    return re.compile(rf"(?<!\w)(?:{parts})")


@cache
def _refused() -> re.Pattern[str]:
    return re.compile("|".join(w["refused"] for w in tables("chosen").values()))
