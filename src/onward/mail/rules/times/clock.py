"""Clock times in words: "10:30", "half past ten", "10h30", "halb elf"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.days import MOST_CHARS, group_of, words_in
from onward.mail.rules.times.hour_parts import (
    EXACT,
    IN_PARTS,
    is_apart,
    is_exact,
    with_minutes,
)
from onward.mail.rules.times.named_zones import told_beside_day
from onward.mail.rules.times.when_words import Words


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A clock time that a text names, and where: `start` up to `end` (exclusive)."""

    at: time
    start: int
    end: int


def times_in(text: str, *, words: Words | None = None) -> Iterator[TimeMention]:
    """Yield each clock time that a text names so that it is one and no other."""
    words = words or words_in(text)
    for found in words.clock.finditer(lower(text[:MOST_CHARS])):
        at = _time_of(found, words=words)
        if at is not None and not _is_of_small_letters(found, text=text, words=words):
            yield TimeMention(at, found.start(), found.end())


def _is_of_small_letters(found: re.Match[str], *, text: str, words: Words) -> bool:
    """Say whether what looks like a short zone is not written like one: "at 9 Ct"."""
    zone = text[slice(*found.span("zoned"))] if words.is_home else ""
    return zone[1:2].islower() and len(zone.split()[0]) <= _SHORT_ZONE


_SHORT_ZONE = 3

_FIRST_SURE_HOUR = 8
"""Before eight, "at 2:30" without a.m. or p.m. may be either; "1h30" is how long."""

_FEW_MINUTES = (5, 10)
"""Before an hour they may be an hour themselves: "ten to four"."""

_LAST_SPOKEN_HOUR = 4
"""Up to here an hour in words is one of the afternoon: nobody meets at "half drie" at night."""

_LAST_HALF_BEFORE = 5
"""The same for half an hour before: of the hours of a working day "half zes" is 17:30."""

_LAST_OCLOCK = 5
"""The same of an hour in digits with "o'clock", where no work is told of that begins at dawn."""

_SPOKEN = {
    "word": 0,
    "half_to": -30,
    "half_past": 30,
    "half_and": 30,
    "quarter_to": -15,
    "quarter_of": -45,
    "quarter_past": 15,
    "quarter_and": 15,
    "three_quarters": 45,
    "quarter_less": -15,
    "apart": 0,
    "cased": 0,
    "cased_in_part": 0,
    "cased_half": 30,
}
"""Times in words, and how many minutes past their hour they are."""


def _time_of(found: re.Match[str], *, words: Words) -> time | None:
    if found["noon"]:
        return _around_noon(found, words=words)
    if words.is_home and found["hour7"]:
        return _first_of_two(found, words=words)
    clock = _clock_of(found, words=words)
    if clock is None or _is_counted(found, words=words):
        return None
    hour, minute, is_sure = clock
    if not minute and _CUM_TEMPORE.match(found.string, found.end()):
        minute = 15
    late, early = _part_of_day(found, words=words)
    if found["half"] and not 1 <= hour <= 12:
        return None
    if found["half"] or late or early:
        hour = _in_part(hour, found, is_late=late or found["half"] == "p", early=early)
    elif hour < _FIRST_SURE_HOUR and not is_sure:
        if _is_early(hour, found, words=words):
            return time(hour, minute)
        if not _is_spoken(hour, found, words=words):
            return None
        hour += 12
    return time(hour, minute) if hour < 24 else None


def _in_part(hour: int, found: re.Match[str], *, is_late: bool, early: bool) -> int:
    """Return an hour in the part of the day that is told beside it."""
    if is_late and hour <= 12:
        return hour % 12 + 12
    # "12:30 am", and "a quarter to one in the morning".
    is_spoken = early and bool(group_of(found, *_SPOKEN, "beside"))
    is_at_night = hour == 12 and (bool(found["half"]) or is_spoken)
    return 0 if is_at_night else hour % 24


_CUM_TEMPORE = re.compile(r"\s?c\.\s?t\.")
"""At universities what is told for 18 Uhr c. t. begins a quarter past."""

_BEFORE = 28
_BEHIND = 24
_AROUND = 40


def _part_of_day(found: re.Match[str], *, words: Words) -> tuple[bool, bool]:
    """Return whether an hour is one of the afternoon, and whether one of the morning.

    It may be said behind it or before: "half past four in the afternoon", "morgen früh.
    Halb vier in der Backstube".
    """
    late, early = bool(found["late"]), bool(found["early"])
    if late or early or found["half"]:
        return late, early
    before = found.string[max(0, found.start() - _BEFORE) : found.start()]
    behind = found.string[found.end() : found.end() + _BEHIND]
    if words.found("late_behind").match(behind):
        return True, False
    late_at = max(
        (x.end() for x in words.found("late_before").finditer(before)), default=0
    )
    early_at = max(
        (x.end() for x in words.found("early_before").finditer(before)), default=0
    )
    return late_at > early_at, early_at > late_at


def _around_noon(found: re.Match[str], *, words: Words) -> time:
    if found["noon_less"]:
        return time(11, 45)
    if minutes := words.minutes.get(found["noon_minutes"]):
        return time(11, 60 - minutes) if found["noon_to"] else time(12, minutes)
    return time(12, 15 if found["noon_quarter"] else 30 if found["noon_half"] else 0)


def _first_of_two(found: re.Match[str], *, words: Words) -> time | None:
    """Return the first of two times of which the second alone says that they are any.

    "9 to 10am", "11 to 1pm", "9 bis 15 Uhr"; None where the second does not come later.
    """
    first, last = int(found["hour7"]), 12 if found["till_noon"] else int(found["end7"])
    minute = int(group_of(found, "minute7", "minute6b") or 0)
    if found["half7"]:
        if not (1 <= first <= 12 and 1 <= last <= 12):
            return None
        later = 12 if found["half7"] == "p" else 0
        first, last = first % 12 + later, last % 12 + later
        if first > last:
            first -= 12
    elif first < _FIRST_SURE_HOUR and _is_bare(found, words=words):
        if not 1 <= first < last <= _FIRST_SURE_HOUR:
            return None
        first, last = first + 12, last + 12
    if not 0 <= first < 24 or _is_of_a_room(found, words=words):
        return None
    is_in_order = (first, minute) < (last, int(found["end_minute7"] or 0))
    return time(first, minute) if is_in_order or found["either7"] else None


def _is_bare(found: re.Match[str], *, words: Words) -> bool:
    """Say whether no word behind two hours says what they are: "von 2 bis 4"."""
    end = max(found.end("end7"), found.end("end_minute7"))
    behind = found.string[end : end + 10].lstrip()
    is_told = found["till_noon"] or words.found("oclock").match(behind)
    is_led = bool(found["from7"]) or found["window7"] is not None
    return is_led and not is_told


def _is_counted(found: re.Match[str], *, words: Words) -> bool:
    """Say whether a number with the ending of a time is one of a floor, a room, a page.

    Hours in words with nothing before them are counted too, unless a day stands there.
    """
    if is_apart(found):
        return not _is_behind_day(found, words=words)
    if _IS_LENGTH.match(found.string, found.end()):
        return True
    if words.is_home and found["month_hour"]:
        before = found.string[max(0, found.start() - _DATE_CHARS) : found.start()]
        return words.weekday_before_date.search(before) is None
    if words.is_home and (_is_of_two(found, words=words) or _is_of_a_street(found)):
        return True
    if found["half"] and _IS_GERMAN_DAY.match(found.string, found.end()):
        return True
    is_doubtful = is_exact(found) or bool(group_of(found, "hour0", "in_part"))
    return is_doubtful and _is_of_a_room(found, words=words)


def _is_behind_day(found: re.Match[str], *, words: Words) -> bool:
    """Say whether an hour stands right behind a day: "mardi 1er décembre, dix heures"."""
    before = found.string[max(0, found.start() - _DATE_CHARS) : found.start()]
    before = before.rstrip(" ,")
    return any(day.end() == len(before) for day in words.day.finditer(before))


_IS_GERMAN_DAY = re.compile(
    r"\s(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|\d{1,2}\.)"
)
"""Behind a number "am" is a German word there: "in KW 11 am Dienstag", "Raum 3 am 12.5."."""

_IS_LENGTH = re.compile(r"\s(?:hours?|stunden?)\b")
"""Behind an hour in words: "from a quarter to one hour"."""

_DATE_CHARS = 40

_OTHER_NUMBER = re.compile(r"\s\d{1,2}(?![\d:.h]\d|\d|\s?(?:min|[ap]\.?m\b))\s?")


def _is_of_two(found: re.Match[str], *, words: Words) -> bool:
    """Say whether a bare number is one of two that somebody leaves open: "suggest 2, maybe 3"."""
    if not found["hour6"]:
        return False
    maybe = words.behind("maybe").match(found.string, found.end())
    other = maybe and _OTHER_NUMBER.match(found.string, maybe.end())
    if not other:
        return False
    return words.found("oclock").match(found.string, other.end()) is None


_NOON = 12


def _is_of_a_street(found: re.Match[str]) -> bool:
    """Say whether a bare number may be of a house or a street: "we are at 2 Central", "we are at 4a"."""
    if found["zoned"] and not 1 <= int(found["hour6"]) <= _NOON:
        return True
    if not found["zoned"] and not (found["at1"] is not None and _is_half(found)):
        return False
    start = found.start("hour6" if found["zoned"] else "hour1")
    end = found.end("zoned") if found["zoned"] else found.end()
    return not told_beside_day(found.string, start=start, end=end)


def _is_half(found: re.Match[str]) -> bool:
    """Say whether one letter tells the half of a day, and an hour has no minutes: "at 2p"."""
    return found["bare_half"] is not None and not found["minute1"]


def _is_of_a_room(found: re.Match[str], *, words: Words) -> bool:
    before = found.string[max(0, found.start() - 12) : found.start()]
    return words.before("not_at").search(before) is not None


def _clock_of(found: re.Match[str], *, words: Words) -> tuple[int, int, bool] | None:
    """Return hour and minute as they are written, and whether they stand for one time.

    None for a word that only looks like one of an hour: "ı" and "ſ" match "i" and "s".
    """
    if words.is_home and found["beside"]:
        return _minutes_beside(found, words=words)
    if not words.is_home and group_of(found, *IN_PARTS):
        told = with_minutes(found, hours=words.hours, minutes=words.minutes)
        return None if told is None else (*told, False)
    if word := group_of(found, *EXACT):
        hour = int(word) if word.isdecimal() else words.hours.get(word)
        minute = int(group_of(found, *(f"{kind}_minute" for kind in EXACT)) or 0)
        return None if hour is None else (hour, minute, word.startswith("0"))
    for kind, past in _SPOKEN.items():
        if word := group_of(found, kind):
            hour = int(word) if word.isdecimal() else words.hours.get(word)
            past += words.minutes.get(
                group_of(found, "word_minutes", "apart_minutes"), 0
            )
            total = (hour or 0) * 60 + past
            if 0 < total < 60:
                # "A quarter to one" is no hour of the night.
                total += 12 * 60
            return None if hour is None else (total // 60, total % 60, False)
    hours = (f"hour{place}" for place in "1234567890")
    digits = group_of(found, "in_part", "german_h", "german_at", "month_hour", *hours)
    minutes = (f"minute{place}" for place in "1234567890")
    minute = int(group_of(found, "month_minute", "german_minute", *minutes) or 0)
    # "3 Uhr" is at night, "3 o'clock" may be either.
    is_home_uhr = words.is_home and bool(found["hour2"]) and "uhr" in found[0]
    return int(digits), minute, digits.startswith("0") or is_home_uhr


def _minutes_beside(
    found: re.Match[str], *, words: Words
) -> tuple[int, int, bool] | None:
    """Return the time of "ten past twelve", "fünf vor halb drei"; None for "ten to four", which may be a stretch.

    Minutes are told in fives.
    """
    told, word = found["minutes_told"], found["beside"]
    minutes = int(told) if told.isdecimal() else words.numbers[told]
    hour = int(word) if word.isdecimal() else words.hours.get(word)
    if hour is None or minutes >= 60 or (minutes % 5 and not found["is_counted"]):
        return None
    if found["beside_half"]:
        total = hour * 60 - 30 + (minutes if found["minutes_past"] else -minutes)
        total += 12 * 60 if total < 60 else 0
        return total // 60, total % 60, False
    if found["minutes_past"]:
        return hour, minutes, False
    is_of_few = minutes in _FEW_MINUTES and not found["is_counted"]
    if told.isdecimal() or (is_of_few and not found["told_at"]):
        return None
    total = hour * 60 - minutes + (12 * 60 if hour == 1 else 0)
    return total // 60, total % 60, False


def _is_early(hour: int, found: re.Match[str], *, words: Words) -> bool:
    """Say whether an hour before eight is one of the morning: "alle 7 e mezza", "às 6h45".

    Where clocks count to 24 the evening is written "19.30"; six in words may be either. Who
    is to be there at six sharp begins to work.
    """
    is_written = bool(group_of(found, *(f"minute{place}" for place in "1234567890")))
    is_sharp = is_exact(found)
    if not (is_sharp or words.counts_to_24):
        return False
    if hour < (6 if is_written or is_sharp else 7):
        return False
    around = lower(
        found.string[max(0, found.start() - _AROUND) : found.end() + _AROUND]
    )
    is_told = is_sharp or _is_told(found, words=words)
    return is_told and not words.found("evening").search(around)


_TOLD = 20


def _is_told(found: re.Match[str], *, words: Words) -> bool:
    """Say whether a number is told as an hour: "at 4.30"."""
    before = found.string[max(0, found.start() - _TOLD) : found.start()]
    return bool(
        found["hour7"]
        or words.before("begins_at").search(before)
        or words.stretch_end.match(found.string, found.end())
        or _is_said_to_be_at(found, words=words)
    )


def _is_said_to_be_at(found: re.Match[str], *, words: Words) -> bool:
    """Say whether the word for "at" stands before a number, or one that tells an hour to somebody."""
    before = found.string[max(0, found.start() - _TOLD) : found.start()]
    return any(
        words.before(kind).search(before)
        or words.found(kind).match(found.string, found.start())
        for kind in ("at", "told_hour", "time_label")
    )


_OCLOCK = re.compile(r"\s?o.clock\b")


def _is_oclock(found: re.Match[str]) -> bool:
    """Say whether "o'clock" stands in what was found, or right behind: "at 5 o'clock"."""
    is_in = bool(found["hour2"]) and found[0].endswith(("clock", "ish"))
    return is_in or _OCLOCK.match(found.string, found.end()) is not None


def is_at_dawn(low: str, *, words: Words) -> bool:
    """Say whether a text in lower case tells of work that begins at dawn: a bakery's, a market's."""
    return words.found("at_dawn").search(low) is not None


def _is_spoken(hour: int, found: re.Match[str], *, words: Words) -> bool:
    """Say whether an early hour is one of the afternoon: nobody meets at "2:30" at night.

    A number says so where it is told as an hour, "at 4.30", "3 o'clock"; "1:30" may be how long.
    """
    is_oclock = _is_oclock(found)
    last = _LAST_HALF_BEFORE if group_of(found, "half_to") else _LAST_SPOKEN_HOUR
    if is_oclock and words.is_home and not is_at_dawn(found.string, words=words):
        last = _LAST_OCLOCK
    if not 1 <= hour <= last or is_apart(found):
        return False
    if is_exact(found) or group_of(found, *_SPOKEN, "beside", "told_hour", "led_hour"):
        return True
    return words.is_home and (is_oclock or _is_said_to_be_at(found, words=words))
