"""Days in words: "Tuesday 12 August", "übermorgen", "le mardi 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onward.mail.rules.basics.american import AMERICAN, SHORT_AMERICAN
from onward.mail.rules.basics.language import HOME
from onward.mail.rules.basics.short_days import is_told_as_day
from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.languages import languages_of
from onward.mail.rules.times.named_weeks import week_named, weekday_of
from onward.mail.rules.times.named_zones import ENDS
from onward.mail.rules.times.next_week import is_told_of_next_week
from onward.mail.rules.times.weeks_on import (
    told_once,
    weekday_in_weeks,
    weeks_after,
    weeks_on,
)
from onward.mail.rules.times.when_words import Words, words_of
from onward.mail.rules.times.working_days import is_working_day

MOST_CHARS = 4_000
WEEK = 7
_MOST_DAYS_AHEAD = 300
_MOST_DAYS_ROMAN = 120
_YEAR = 365
_ALSO_WORDS = frozenset({"do", "so"})
"""Short for German weekdays, and English words."""

ZONE = rf"(?:{AMERICAN.title()}|[A-Z]{{2,4}})\b"
"""What may stand behind "a.m." in one sentence with it."""

# The dots of "20. November" and "ca. 10" end none, that of "at 10:30." does.
SENTENCE_END = re.compile(
    r"(?<=[.!?])(?:(?<!\d\.)|(?<=[:h]\d\d\.))(?<!kl\.)(?<!godz\.)(?<!\bca\.)(?<!approx\.)(?<!aprox\.)"
    rf"(?:(?<![ap]\.m\.)|(?=\s+(?!{ZONE})[A-Z]))\s+|\n"
)


@dataclass(frozen=True, slots=True)
class DayMention:
    """A day that a text names, and where: `start` up to `end` (exclusive)."""

    day: date
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
    for found, day in named_days(text, told_on=told_on, words=words):
        yield None if day is None else DayMention(day, found.start(), found.end())


def named_days(
    text: str, *, told_on: date, words: Words
) -> Iterator[tuple[re.Match[str], date | None]]:
    """Yield where a text names a day, and which; None for one that could be several."""
    low = lower(text[:MOST_CHARS])
    named = (
        (found, _day_of(found, told_on=told_on, words=words))
        for found in words.day.finditer(low)
        if not _is_other(found, text=text, words=words)
        and not _is_over(found, told_on=told_on, words=words)
        and not _is_far(found, told_on=told_on, words=words)
        and not is_working_day(found, words=words)
    )
    return told_once(named, words=words)


_BEFORE = 24


def _is_other(found: re.Match[str], *, text: str, words: Words) -> bool:
    """Say whether the words are no day: "Guten Morgen", "a segunda fase", "3/4"."""
    before = found.string[max(0, found.start() - _BEFORE) : found.start()]
    if found["near"]:
        if found["near"] in words.listed("only_in_weeks"):
            return not weeks_after(found, words=words)
        start = found.start("near")
        is_noun = words.languages[0] in HOME and text[start : start + 6] == "Morgen"
        return (
            is_noun and not _MORGEN.search(text, max(0, start - 3), start + 40)
        ) or words.before("not_near").search(before) is not None
    if found["alone"]:
        if _is_verb(found, before=before, words=words):
            return True
        is_weak = found["alone"] in words.listed("weak")
        return is_weak and not _is_plain(found, before=before, words=words)
    if words.before("week_of").search(before):
        return True
    if words.is_home and found["led8"] is not None:
        return not _HOUR_ON.search(before) or not _is_alone(found, words=words)
    if words.is_home and len(found["year5"] or "") == _SHORT_YEAR:
        return not _is_short_day(found, words=words)
    if not words.is_home and found["day5"]:
        # "3/4 of it", "o godz. 12.10": a day needs more than two small numbers.
        is_named = found["weekday"] or (
            found["month5"] and words.before("articles").search(before)
        )
        return not is_named or words.before("at").search(before) is not None
    if group_of(found, "bare"):
        # "You are the 3rd\nof 12", "Sie sind der 3., mit dem wir sprechen"
        is_counted = words.found("in_a_row").match(found.string, found.end())
        return bool(is_counted or words.before("not_bare").search(before))
    return False


_SHORT_YEAR = 2


def _is_short_day(found: re.Match[str], *, words: Words) -> bool:
    """Say whether three short numbers are a day: "8/10/26" may be anything, of any order."""
    weekdays = _weekdays_of(found, words=words)
    start, end = found.start("day5"), found.end("year5")
    if not (weekdays or is_told_as_day(found.string, start=start, end=end)):
        return False
    day, month = _numbers(found, words=words)
    if not weekdays and _is_either(day, month, found=found, words=words):
        return False
    low, high = sorted((day, month))
    return 1 <= low <= _MONTHS and high <= _MOST_DAYS


_MOST_DAYS = 31


def _is_alone(found: re.Match[str], *, words: Words) -> bool:
    """Say whether no other day and no other hour stands in a text: "results at 5 pm on 10/20" may be by the way."""
    text, (start, end) = found.string, found.span()
    is_only_day = not words.day.search(text, end) and not any(
        day.end() <= start for day in words.day.finditer(text, 0, start)
    )
    return is_only_day and len([*words.clock.finditer(text)]) == 1


_HOUR_ON = re.compile(
    r"(?:\b(?:at|to|for|around|about|by|until|till|say|it|@) \d{1,2}|\b\d{1,2}:[0-5]\d|\b\d{1,2}(?::[0-5]\d)?\s?[ap]\.?m\.?)\son\s$"
)
"""Before a day in two numbers an hour that makes it one: "at 11 on 12/10", not "3 on 4/5"."""

_MORGEN = re.compile(
    r"(?:^|[.!?:\n]\s*)Morgen(?=,?\s+(?:so\s)?(?:um|gegen|ab|früh|vor|nach|abend|mittag|ist|habe|hätte"
    r"|passt|kann|könn|würde|wäre|geht|ginge|\d)\w*)"
)
"""At the beginning of a sentence the word for tomorrow, and no greeting."""


def _is_verb(found: re.Match[str], *, before: str, words: Words) -> bool:
    """Say whether a short weekday is a verb: "the panel sat, 10:30"."""
    is_verb = found["alone"] in words.listed("verbs") and not found["which"]
    return is_verb and words.before("verbs_behind").search(before) is not None


def _is_plain(found: re.Match[str], *, before: str, words: Words) -> bool:
    """Say whether a word such as "segunda" stands as a weekday does."""
    after = found.string[found.end("alone") : found.end("alone") + 24].lstrip(" ,")
    if words.found("weak_sure").match(after):
        return True
    leads = found["which"] or words.before("weak_behind").search(before)
    return bool(leads) and words.found("weak_before").match(after or "\n") is not None


def _is_over(found: re.Match[str], *, told_on: date, words: Words) -> bool:
    """Say whether a date lies behind: an older letter's year, or so few weeks ago.

    "Your application of 6 October", written on the fourteenth, is of no day next year.
    """
    if bare := group_of(found, "bare"):
        return _bare_day(int(bare), told_on=told_on) is None
    written = _year_of(found)
    year = written or told_on.year
    if year != told_on.year or found["near"] or found["alone"]:
        return year < told_on.year
    day, month = _numbers(found, words=words)
    if written is None and _is_either(day, month, found=found, words=words):
        return False
    try:
        that = date(year, month, day)
        if written is None and (that - told_on).days > _MOST_DAYS_AHEAD:
            # "The open day on 12 December", written in January.
            that = date(year - 1, month, day)
    except ValueError:
        return False
    weekdays = _weekdays_of(found, words=words)
    if that >= told_on or not weekdays <= {that.weekday()}:
        return False
    return written is not None or (told_on - that).days < _YEAR - _MOST_DAYS_AHEAD


def _is_far(found: re.Match[str], *, told_on: date, words: Words) -> bool:
    """Say whether a date lies further ahead than anything is arranged: "from 1 May 2028".

    A month in Roman letters may as well be a floor, and has to be soon.
    """
    year = _year_of(found)
    if group_of(found, "month9") in words.roman_months:
        that = _day_of(found, told_on=told_on, words=words)
        return that is not None and (that - told_on).days > _MOST_DAYS_ROMAN
    if year is None:
        return False
    day, month = _numbers(found, words=words)
    try:
        return (date(year, month, day) - told_on).days > _MOST_DAYS_AHEAD
    except ValueError:
        return False


def _year_of(found: re.Match[str]) -> int | None:
    """Return the year that a date is written with, "26" as 2026; None without one."""
    return _full_year(group_of(found, *(f"year{place}" for place in "1234579")))


def _full_year(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) if len(written) > 2 else 2000 + int(written)


def _weekdays_of(found: re.Match[str], *, words: Words) -> frozenset[int]:
    """Return the weekdays that stand beside a date; "can you do 1 December" names none."""
    named = [x for x in (found["weekday"], found["follows"]) if x]
    if found["weekday"] in _ALSO_WORDS and found[0][2:3] not in {".", ","}:
        named = named[1:]
    return frozenset(words.weekdays[name] for name in named)


def _numbers(found: re.Match[str], *, words: Words) -> tuple[int, int]:
    """Return day and month of a date as they stand."""
    place = next(place for place in "12345789" if group_of(found, f"day{place}"))
    name = group_of(found, f"month{place}", "month6")
    day = found[f"day{place}"]
    number = words.ordinals[day] if place == "7" else int(day)
    month = words.months.get(name) or words.roman_months.get(name)
    if number <= _MONTHS and _is_american(found):
        return int(name), number
    return number, month or int(name)


_MONTHS = 12


def _is_american(found: re.Match[str]) -> bool:
    """Say whether an American clock behind a date tells that the month stands first: "11/10/2026 at 2 PM EST"."""
    known = found.re.groupindex
    is_slashed = "sign" in known and found["sign"] == "/"
    is_slashed = is_slashed or bool(group_of(found, "day8"))
    return is_slashed and _AMERICAN.match(found.string, found.end()) is not None


_AMERICAN = re.compile(
    r"[,;]?\s+(?:\|\s)?(?:(?:at|@|from|time:|start(?:s|ing)?(?: time)?:?)\s?)?\d{1,2}(?::[0-5]\d)?\s?[ap]\.?m?\.?[^\S\n]\(?"
    rf"(?:{SHORT_AMERICAN}|(?:us )?(?:{AMERICAN}))(?: (?:(?:standard|daylight) )?time)?{ENDS}"
)


def _is_either(day: int, month: int, *, found: re.Match[str], words: Words) -> bool:
    """Say whether two numbers may be day and month, or month and day: "9/8"."""
    if _is_american(found):
        return False
    is_slashed = words.is_home and bool(group_of(found, "day5", "day8"))
    return is_slashed and day <= 12 and month <= 12 and day != month


def _day_of(found: re.Match[str], *, told_on: date, words: Words) -> date | None:
    if found["near"]:
        weeks = weeks_after(found, words=words)
        return told_on + timedelta(days=words.near[found["near"]] + WEEK * weeks)
    if found["alone"]:
        return _by_weekday(found, told_on=told_on, words=words)
    if bare := group_of(found, "bare"):
        return _bare_day(int(bare), told_on=told_on)
    day, month = _numbers(found, words=words)
    if group_of(found, "day8"):
        name = None if _is_also_word(found) else found["weekday"]
        is_sure = max(day, month) <= _MONTHS and _is_american(found)
        return _near(
            day, month, weekday=name, told_on=told_on, words=words, is_sure=is_sure
        )
    weekdays = _weekdays_of(found, words=words)
    if len(weekdays) > 1:
        return None
    year = _year_of(found)
    number = next(iter(weekdays), None)
    if _is_either(day, month, found=found, words=words):
        # "Tuesday, 11/10/2026" is that weekday one way round.
        if number is None:
            return None
        name = found["follows"] or found["weekday"]
        return _near(day, month, weekday=name, told_on=told_on, words=words, year=year)
    if words.is_home and group_of(found, "day5") and month > 12:
        day, month = month, day
    return _dated(day, month, year=year, weekday=number, told_on=told_on)


def _is_also_word(found: re.Match[str]) -> bool:
    """Say whether the weekday before a date is an English word: "can you do 10/22", not "Do 22/10 um"."""
    is_bare = found[0][2:3] not in {".", ","}
    is_german = _GERMAN_AT.match(found.string, found.end()) is not None
    return found["weekday"] in _ALSO_WORDS and is_bare and not is_german


_GERMAN_AT = re.compile(r",? (?:um|von|ab|gegen)\b")


_SLASHED = re.compile(r"\d\s?/\s?\d{1,2}(?:,?\s|\s?\()$")
"""Before a weekday, a day and month that may be either way round: "12/8 (Tuesday)"."""


_SLASHED_BEHIND = re.compile(
    r",?\s+(?:the\s+|den\s+)?(\d{1,2})\s?/\s?(\d{1,2})(?:\s?/\s?(20\d\d|\d\d))?(?![\d/])"
)


def _near(
    one: int,
    other: int,
    *,
    weekday: str | None,
    told_on: date,
    words: Words,
    year: int | None = None,
    is_sure: bool = False,
) -> date | None:
    """Return the day of "10/7 at 2 pm", whichever way round is soon; None where both are.

    A weekday beside it tells, and beside a German one the day stands first.

    Args:
        is_sure: It is known which is the day, that stands in `one` then.
    """
    number = words.weekdays[weekday] if weekday else None
    ways = {(one, other), (other, one)}
    if is_sure or (weekday and weekday not in words_of(("en",)).weekdays):
        ways = {(one, other)}
    days = (
        _dated(day, month, year=year, weekday=number, told_on=told_on)
        for day, month in ways
    )
    soon = {day for day in days if day and (day - told_on).days < _MONTHLESS_DAYS}
    return soon.pop() if len(soon) == 1 else None


def _by_weekday(found: re.Match[str], *, told_on: date, words: Words) -> date | None:
    number = words.weekdays[found["alone"]]
    if ordinal := found["ordinal"]:
        day = int(ordinal) if ordinal.isdecimal() else words.ordinals[ordinal]
        dated = _monthless(day, weekday=number, told_on=told_on)
        # "On Thursday the first candidates come" names no first of a month.
        if dated is not None or ordinal.isdecimal():
            return dated
    if (week := week_named(found, words=words)) is not None:
        return weekday_of(week, number=number, told_on=told_on, words=words)
    later = weeks_on(found, words=words)
    if later is not None:
        weeks, is_counted = later
        return _by_number(found, number=number, told_on=told_on) or weekday_in_weeks(
            number, weeks, is_counted=is_counted, told_on=told_on
        )
    before = found.string[max(0, found.start() - 10) : found.start()]
    if slashed := _SLASHED_BEHIND.match(found.string, found.end()):
        one, other = int(slashed[1]), int(slashed[2])
        year = _full_year(slashed[3])
        name = found["alone"]
        return _near(one, other, weekday=name, told_on=told_on, words=words, year=year)
    if found["open"] or found["dated"] is not None or _SLASHED.search(before):
        return None
    is_later = is_told_of_next_week(found, words=words)
    if found["later"] or found["week"] or is_later:
        monday = told_on - timedelta(days=told_on.weekday())
        return monday + timedelta(days=WEEK + number)
    # A week is spoken of for something else: this one's day may be meant, or that one's.
    if is_later is None and number >= told_on.weekday():
        return None
    is_next = found["which"] in words.listed("next")
    is_surely_coming = found["which"] in words.listed("surely_coming")
    is_next = is_next or (is_surely_coming and number == told_on.weekday())
    is_next = is_next or found["which_behind"] in words.listed("next_behind")
    return _weekday(number, is_next=is_next, told_on=told_on, words=words)


def _by_number(found: re.Match[str], *, number: int, told_on: date) -> date | None:
    """Return the day by the number behind a weekday: "Thursday week, the 17th" may be two weeks ahead."""
    numbered = _NUMBER_BEHIND.match(found.string, found.end())
    if numbered is None:
        return None
    return _monthless(int(numbered[1]), weekday=number, told_on=told_on)


def _weekday(number: int, *, is_next: bool, told_on: date, words: Words) -> date | None:
    """Return the day that a weekday means, where all readings of it agree.

    "Next Thursday", said on a Monday, is this week's to some and the week after to
    others; said on a Friday it is one day. Said on a Wednesday it is not tomorrow, which
    nobody calls so, and said on a Thursday it is not today.
    """
    ahead = (number - told_on.weekday()) % WEEK
    if ahead == 0:
        return told_on + timedelta(days=WEEK) if is_next else None
    if is_next and ahead == 1 and words.is_home:
        return told_on + timedelta(days=WEEK + 1)
    if is_next and number > told_on.weekday():
        return None
    return told_on + timedelta(days=ahead)


_NUMBER_BEHIND = re.compile(
    r"(?:\s\w+)?,?\s(?:that.s |that is |so )?the (\d{1,2})(?:st|nd|rd|th)(?=\s*(?:[.,;!?)\n]|$)|\sat\s)"
)
"""Behind "Thursday week": the number of its day."""

_MONTHLESS_DAYS = 60


def _monthless(day: int, *, weekday: int, told_on: date) -> date | None:
    """Return the next day with this number that is this weekday: "Tuesday the 9th"."""
    ahead = (told_on + timedelta(days=days) for days in range(_MONTHLESS_DAYS))
    found = next((other for other in ahead if other.day == day), None)
    return found if found is not None and found.weekday() == weekday else None


_BARE_DAYS = 21


def _bare_day(day: int, *, told_on: date) -> date | None:
    """Return the day with this number to come; None where that may be one that is over.

    "On the 4th", written on the 25th, is of next month; written on the 5th it was yesterday.
    """
    for ahead in range(1, 31):
        found = told_on + timedelta(days=ahead)
        if found.day == day:
            is_sure = found.month == told_on.month or ahead <= _BARE_DAYS
            return found if is_sure else None
    return None


def _dated(
    day: int, month: int, *, year: int | None, weekday: int | None, told_on: date
) -> date | None:
    years = [told_on.year, told_on.year + 1] if year is None else [year]
    for number in years:
        try:
            found = date(number, month, day)
        except ValueError:
            continue
        is_ahead = 0 <= (found - told_on).days <= _MOST_DAYS_AHEAD
        if is_ahead and weekday in (None, found.weekday()):
            return found
    return None


def group_of(found: re.Match[str], *names: str) -> str:
    """Return the first of some groups that took part in a match, or ""."""
    known = found.re.groupindex
    return next((found[name] for name in names if name in known and found[name]), "")
