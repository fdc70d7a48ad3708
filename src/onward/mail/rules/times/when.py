"""Days and times in words: "Tuesday 12 August at 10:30", "bis Freitag", "le mardi 12 à 10h30"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from onward.mail.rules.basics.language import HOME
from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.next_week import is_told_of_next_week
from onward.mail.rules.times.weeks_on import (
    told_once,
    weekday_in_weeks,
    weeks_after,
    weeks_on,
)
from onward.mail.rules.times.when_words import Words, languages_of, words_of

_MOST_DAYS_AHEAD = 300
_MOST_CHARS = 4_000
_NEAR_AFTER = 44
_NEAR_BEFORE = 24
_WEEK = 7


@dataclass(frozen=True, slots=True)
class DayMention:
    """A day that a text names, and where: `start` up to `end` (exclusive)."""

    day: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A clock time that a text names, and where: `start` up to `end` (exclusive)."""

    at: time
    start: int
    end: int


def words_in(text: str) -> Words:
    """Return the words of days and times of the languages that a text is written in."""
    return words_of(languages_of(text))


def days_in(
    text: str, *, told_on: date, words: Words | None = None
) -> Iterator[DayMention | None]:
    """Yield each day that a text names; None for one that could be several days.

    Args:
        told_on: The day of the message; a day without a year is the next such day.
        words: Of the languages to read, where they are known better than by the text.
    """
    words = words or words_in(text)
    for found, day in _named_days(text, told_on=told_on, words=words):
        yield None if day is None else DayMention(day, found.start(), found.end())


def _named_days(
    text: str, *, told_on: date, words: Words
) -> Iterator[tuple[re.Match[str], date | None]]:
    low = lower(text[:_MOST_CHARS])
    named = (
        (found, _day_of(found, told_on=told_on, words=words))
        for found in words.day.finditer(low)
        if not _is_other(found, text=text, words=words)
        and not _is_over(found, told_on=told_on)
    )
    return told_once(named, words=words)


def _is_other(found: re.Match[str], *, text: str, words: Words) -> bool:
    """Say whether the words are no day: "Guten Morgen", "a segunda fase", "3/4"."""
    before = found.string[max(0, found.start() - 24) : found.start()]
    if found["near"]:
        start = found.start("near")
        is_noun = words.languages[0] in HOME and text[start : start + 6] == "Morgen"
        return is_noun or words.before("not_near").search(before) is not None
    if found["alone"]:
        is_weak = found["alone"] in words.listed("weak")
        return is_weak and not _is_plain(found, before=before, words=words)
    if not words.is_home and found["day5"]:
        # "3/4 of it", "o godz. 12.10": a day needs more than two small numbers.
        is_named = found["weekday"] or (
            found["month5"] and words.before("articles").search(before)
        )
        return not is_named or words.before("at").search(before) is not None
    return False


def _is_plain(found: re.Match[str], *, before: str, words: Words) -> bool:
    """Say whether a word such as "segunda" stands as a weekday does."""
    after = found.string[found.end("alone") : found.end("alone") + 24].lstrip(" ,")
    if words.found("weak_sure").match(after):
        return True
    leads = found["which"] or words.before("weak_behind").search(before)
    return bool(leads) and words.found("weak_before").match(after or "\n") is not None


def _number(found: re.Match[str], *names: str) -> str:
    """Return the first of some groups that took part in a match, or ""."""
    known = found.re.groupindex
    return next((found[name] for name in names if name in known and found[name]), "")


def _is_over(found: re.Match[str], *, told_on: date) -> bool:
    """Say whether a day is written with its year and lies behind: an older letter's."""
    year = int(_number(found, *(f"year{place}" for place in "12345")) or told_on.year)
    return (year if year > 99 else 2000 + year) < told_on.year


def _day_of(found: re.Match[str], *, told_on: date, words: Words) -> date | None:
    if found["near"]:
        weeks = weeks_after(found, words=words)
        return told_on + timedelta(days=words.near[found["near"]] + _WEEK * weeks)
    if found["alone"]:
        return _by_weekday(found, told_on=told_on, words=words)
    place = next(place for place in "12345" if _number(found, f"day{place}"))
    name = _number(found, f"month{place}", "month6")
    day, month = int(found[f"day{place}"]), words.months.get(name) or int(name)
    if words.is_home and place == "5":
        if day <= 12 and month <= 12 and day != month:
            return None
        if month > 12:
            day, month = month, day
    weekdays = {words.weekdays[x] for x in (found["weekday"], found["follows"]) if x}
    if len(weekdays) > 1:
        return None
    year = _number(found, f"year{place}")
    weekday = next(iter(weekdays), None)
    return _dated(day, month, year=year, weekday=weekday, told_on=told_on)


_SLASHED = re.compile(r"\d\s?/\s?\d{1,2}(?:,?\s|\s?\()$")
"""Before a weekday, a day and month that may be either way round: "12/8 (Tuesday)"."""


def _by_weekday(found: re.Match[str], *, told_on: date, words: Words) -> date | None:
    number = words.weekdays[found["alone"]]
    if found["ordinal"]:
        return _monthless(int(found["ordinal"]), weekday=number, told_on=told_on)
    later = weeks_on(found, words=words)
    if later is not None:
        weeks, is_counted = later
        return weekday_in_weeks(number, weeks, is_counted=is_counted, told_on=told_on)
    before = found.string[max(0, found.start() - 10) : found.start()]
    if found["open"] or found["dated"] is not None or _SLASHED.search(before):
        return None
    is_later = is_told_of_next_week(found, words=words)
    if found["later"] or found["week"] or is_later:
        monday = told_on - timedelta(days=told_on.weekday())
        return monday + timedelta(days=_WEEK + number)
    is_next = found["which"] in words.listed("next") or is_later is None
    is_next = is_next or found["which_behind"] in words.listed("next_behind")
    return _weekday(number, is_next=is_next, told_on=told_on)


def _weekday(number: int, *, is_next: bool, told_on: date) -> date | None:
    """Return the day that a weekday means, where all readings of it agree.

    "Next Thursday", said on a Monday, is this week's to some and the week after to
    others; said on a Friday it is one day.
    """
    ahead = (number - told_on.weekday()) % _WEEK
    if ahead == 0:
        return None
    if is_next and number > told_on.weekday():
        return None
    return told_on + timedelta(days=ahead)


_MONTHLESS_DAYS = 60


def _monthless(day: int, *, weekday: int, told_on: date) -> date | None:
    """Return the next day with this number that is this weekday: "Tuesday the 9th"."""
    ahead = (told_on + timedelta(days=days) for days in range(_MONTHLESS_DAYS))
    found = next((other for other in ahead if other.day == day), None)
    return found if found is not None and found.weekday() == weekday else None


def _dated(
    day: int, month: int, *, year: str, weekday: int | None, told_on: date
) -> date | None:
    years = [told_on.year, told_on.year + 1]
    if year:
        years = [int(year) if len(year) > 2 else 2000 + int(year)]
    for number in years:
        try:
            found = date(number, month, day)
        except ValueError:
            continue
        is_ahead = 0 <= (found - told_on).days <= _MOST_DAYS_AHEAD
        if is_ahead and weekday in (None, found.weekday()):
            return found
    return None


def times_in(text: str, *, words: Words | None = None) -> Iterator[TimeMention]:
    """Yield each clock time that a text names so that it is one and no other."""
    words = words or words_in(text)
    for found in words.clock.finditer(lower(text[:_MOST_CHARS])):
        at = _time_of(found, words=words)
        if at is not None:
            yield TimeMention(at, found.start(), found.end())


_FIRST_SURE_HOUR = 8
"""Before eight, "at 2:30" without a.m. or p.m. may be either; "1h30" is how long."""

_LAST_SPOKEN_HOUR = 4
"""Up to here an hour in words is one of the afternoon: nobody meets at "half drie" at night."""

_SPOKEN = {
    "word": 0,
    "half_to": -30,
    "half_past": 30,
    "half_and": 30,
    "quarter_to": -15,
    "quarter_past": 15,
    "quarter_and": 15,
    "quarter_less": -15,
}
"""Times in words, and how many minutes past their hour they are."""


def _time_of(found: re.Match[str], *, words: Words) -> time | None:
    if found["noon"]:
        return _around_noon(found)
    if words.is_home and found["hour7"]:
        return _first_of_two(found, words=words)
    clock = _clock_of(found, words=words)
    if clock is None or _is_counted(found, words=words):
        return None
    hour, minute, is_sure = clock
    if found["half"] or found["late"] or found["early"]:
        if found["half"] and not 1 <= hour <= 12:
            return None
        is_late = bool(found["late"]) or found["half"] == "p"
        hour = hour % 12 + 12 if is_late and hour <= 12 else hour % 24
        hour = 0 if found["half"] and not is_late and hour == 12 else hour
    elif hour < _FIRST_SURE_HOUR and not is_sure:
        if not (1 <= hour <= _LAST_SPOKEN_HOUR and _number(found, *_SPOKEN)):
            return None
        hour += 12
    return time(hour, minute) if hour < 24 else None


def _around_noon(found: re.Match[str]) -> time:
    if found["noon_less"]:
        return time(11, 45)
    return time(12, 15 if found["noon_quarter"] else 30 if found["noon_half"] else 0)


def _first_of_two(found: re.Match[str], *, words: Words) -> time | None:
    """Return the first of two times of which the second alone says that they are any.

    "9 to 10am", "11 to 1pm", "9 bis 15 Uhr"; None where the second does not come later.
    """
    first, last = int(found["hour7"]), int(found["end7"])
    minute = int(_number(found, "minute7", "minute6b") or 0)
    if found["half7"]:
        if not (1 <= first <= 12 and 1 <= last <= 12):
            return None
        later = 12 if found["half7"] == "p" else 0
        first, last = first % 12 + later, last % 12 + later
        if first > last:
            first -= 12
    if not 0 <= first < 24 or _is_of_a_room(found, words=words):
        return None
    is_in_order = (first, minute) < (last, int(found["end_minute7"] or 0))
    return time(first, minute) if is_in_order or found["either7"] else None


def _is_counted(found: re.Match[str], *, words: Words) -> bool:
    """Say whether a number with the ending of a time is one of a floor, a room, a page."""
    return bool(_number(found, "hour0")) and _is_of_a_room(found, words=words)


def _is_of_a_room(found: re.Match[str], *, words: Words) -> bool:
    before = found.string[max(0, found.start() - 12) : found.start()]
    return words.before("not_at").search(before) is not None


def _clock_of(found: re.Match[str], *, words: Words) -> tuple[int, int, bool] | None:
    """Return hour and minute as they are written, and whether they stand for one time.

    None for a word that only looks like one of an hour: "ı" and "ſ" match "i" and "s".
    """
    for kind, past in _SPOKEN.items():
        if word := _number(found, kind):
            hour = int(word) if word.isdecimal() else words.hours.get(word)
            past += words.minutes.get(_number(found, "word_minutes"), 0)
            total = (hour or 0) * 60 + past
            return None if hour is None else (total // 60, total % 60, False)
    digits = _number(found, *(f"hour{place}" for place in "1234567890"))
    minute = int(_number(found, *(f"minute{place}" for place in "1234567890")) or 0)
    is_home_uhr = words.is_home and bool(found["hour2"])
    return int(digits), minute, digits.startswith("0") or is_home_uhr


def appointment(
    text: str, *, told_on: date, words: Words | None = None
) -> datetime | None:
    """Return the one day and clock time that a text arranges, or None where unsure.

    The time is the clock of the place it is told for. Of several days that have a time
    none is chosen: the text lets people choose, or moves what was arranged.
    """
    found = appointments(text, told_on=told_on, words=words)
    return next(iter(found)) if len(found) == 1 else None


def appointments(
    text: str, *, told_on: date, words: Words | None = None
) -> frozenset[datetime]:
    """Return each day that a text names with its clock time; none where one is unsure."""
    words = words or words_in(text)
    times = list(times_in(text, words=words))
    found: set[datetime] = set()
    for named, day in _named_days(text, told_on=told_on, words=words):
        if day is None:
            if _is_looking_back(named, times=times, words=words):
                continue
            return frozenset()
        mention = DayMention(day, named.start(), named.end())
        if _is_not_then(mention, text=text, words=words):
            continue
        at = _time_beside(mention, times=times, text=text, words=words)
        if at is None:
            continue
        if _is_choice(at, times=times, text=text, words=words):
            return frozenset()
        found.add(datetime.combine(mention.day, at.at))
    return frozenset(found)


def days_to_meet(
    text: str, *, told_on: date, words: Words
) -> list[tuple[date | None, bool]]:
    """Return each day that a text names, None for an unsure one, and whether it is a last day."""
    low = lower(text[:_MOST_CHARS])
    return [
        (mention.day, _is_then_no_more(mention, text=text, low=low, words=words))
        if mention is not None
        else (None, False)
        for mention in days_in(text, told_on=told_on, words=words)
    ]


def _is_then_no_more(mention: DayMention, *, text: str, low: str, words: Words) -> bool:
    is_other = _is_not_then(mention, text=text, words=words)
    return is_other or _is_last(mention, text=low, words=words)


def _is_looking_back(
    named: re.Match[str], *, times: list[TimeMention], words: Words
) -> bool:
    """Say whether a weekday stands in a sentence that tells of what was, and no time does.

    "Our talk on Monday went well", written on a Monday, arranges nothing.
    """
    start, end = _sentence_around(named)
    if any(start <= at.start < end for at in times):
        return False
    return words.found("looks_back").search(named.string, start, end) is not None


def _sentence_around(named: re.Match[str]) -> tuple[int, int]:
    """Return where the sentence of a day starts and ends."""
    start = 0
    for stop in _SENTENCE_END.finditer(named.string):
        if stop.start() >= named.end():
            return start, stop.start()
        start = stop.end()
    return start, len(named.string)


def _is_not_then(mention: DayMention, *, text: str, words: Words) -> bool:
    """Say whether a day is a last day, a beginning or what was before."""
    # "flyttas till den 25": what is moved there is then, though "till" is also "until".
    before = text[max(0, mention.start - 60) : mention.start]
    if words.before("moves_to", gap="not_then_gap").search(before):
        return False
    before = before[-30:]
    if words.before("not_then", gap="not_then_gap").search(before):
        return True
    return words.behind("not_then_behind").match(text, mention.end) is not None


_PARTED = re.compile(r"[.!?]\s+[A-ZÀ-ÖØ-ÞĆĞİŁŚŞŹŻ]|\n\s*\n")


def _time_beside(
    mention: DayMention, *, times: list[TimeMention], text: str, words: Words
) -> TimeMention | None:
    """Return the time that belongs to a day: the first after it, else right before it."""
    for at in times:
        gap = text[mention.end : at.start]
        if 0 <= at.start - mention.end <= _NEAR_AFTER and not _PARTED.search(gap):
            # "until noon", "ab 13 Uhr", "between 2 and 3 pm": a bound is no beginning.
            return None if words.before("bound").search(f"{gap} ") else at
    before = [at for at in times if 0 <= mention.start - at.end <= _NEAR_BEFORE]
    gap = text[before[-1].end : mention.start] if before else ""
    return before[-1] if before and not _PARTED.search(gap) else None


def _is_choice(
    at: TimeMention, *, times: list[TimeMention], text: str, words: Words
) -> bool:
    """Say whether another time stands beside this one to be chosen instead."""
    gaps = [text[at.end : other.start] for other in times if other.start >= at.end]
    gaps += [text[other.end : at.start] for other in times if other.end <= at.start]
    return any(words.choice.fullmatch(gap) for gap in gaps)


# The dot of "20. November" ends none, that of "at 10:30." does.
_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?:(?<!\d\.)|(?<=[:h]\d\d\.))(?<!kl\.)(?<!godz\.)\s+|\n"
)
_LONGEST_PERIOD = 60


def last_day(
    text: str, *, told_on: date, words: Words | None = None, kind: str = "to_do"
) -> date | None:
    """Return the day by which a text asks for something to be done, or None where unsure.

    What the writers promise to do by a day is none, and of several days none is chosen.

    Args:
        kind: What is asked for: "to_do" is a test, "to_answer" a word on an offer.
    """
    words = words or words_in(text)
    found: set[date] = set()
    for sentence in _SENTENCE_END.split(text[:_MOST_CHARS]):
        low = lower(sentence)
        if not words.found(kind).search(low) or words.found("of_them").search(low):
            continue
        for mention in days_in(sentence, told_on=told_on, words=words):
            if mention is not None and _is_last(mention, text=low, words=words):
                found.add(mention.day)
        period = words.period.search(low)
        ahead = _days_ahead(period, told_on=told_on, words=words) if period else None
        if ahead is not None:
            found.add(ahead)
    return next(iter(found)) if len(found) == 1 else None


def _is_last(mention: DayMention, *, text: str, words: Words) -> bool:
    """Say whether a day is one by which something is to be done."""
    if words.before("last", gap="last_gap").search(text[: mention.start]):
        return True
    return words.behind("last_behind").match(text, mention.end) is not None


def _days_ahead(period: re.Match[str], *, told_on: date, words: Words) -> date | None:
    """Return the last day of "within five working days", counted from the message's."""
    working = words.found("working")
    word = period["number"] or period["number_before"]
    number = int(word) if word.isdigit() else words.numbers.get(word)
    if not number:
        return None
    if period["hours"]:
        return told_on + timedelta(days=number // 24) if number % 24 == 0 else None
    kinds = (period["working"], period["working_behind"])
    if period["working_days"] or any(kind and working.match(kind) for kind in kinds):
        return _working_days(number, after=told_on)
    days = number * (_WEEK if period["weeks"] else 1)
    return told_on + timedelta(days=days) if days <= _LONGEST_PERIOD else None


_SATURDAY = 5


def _working_days(number: int, *, after: date) -> date | None:
    if number > _LONGEST_PERIOD:
        return None
    day = after
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < _SATURDAY
    return day
