"""Days and times in words: "Tuesday 12 August at 10:30", "bis Freitag", "in 5 days"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files

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


@cache
def _tables() -> tuple[dict[str, int], dict[str, int], dict[str, int], dict[str, str]]:
    """Return months, weekdays and numbers by their words, and words by what they do."""
    source = files(__package__).joinpath("when.toml").read_text(encoding="utf-8")
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    numbers: dict[str, int] = {}
    words: dict[str, str] = {}
    for language in tomllib.loads(source).values():
        for table, first, into in (
            ("months", 1, months),
            ("weekdays", 0, weekdays),
            ("numbers", 1, numbers),
        ):
            for place, names in enumerate(language[table], start=first):
                into.update(dict.fromkeys(names.split("|"), place))
        for kind in ("today", "tomorrow", "coming", "next"):
            words.update(dict.fromkeys(language[kind].split("|"), kind))
    return months, weekdays, numbers, words


def _any(words: Iterator[str] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _day_expression() -> re.Pattern[str]:
    months, weekdays, _, words = _tables()
    weekday = (
        rf"(?:(?P<weekday>{_any(list(weekdays))})\b\.?,?\s+(?:the\s+|den\s+|dem\s+)?)?"
    )
    month = _any(list(months))
    kinds = {
        kind: [w for w, k in words.items() if k == kind] for kind in words.values()
    }
    # Looked at first: whatever it is, it begins a word, with a digit or one of these letters.
    named = [*weekdays, *months, *words]
    begins = "".join(sorted({re.escape(word[0]) for word in named}))
    return re.compile(
        rf"(?<!\w)(?=[\d{begins}])(?:(?<!\.){weekday}(?:"
        rf"(?P<day1>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:\s+(?:of\s+)?|-)(?P<month1>{month})\b\.?(?:,?\s+(?P<year1>20\d\d))?(?!\d)"
        rf"|(?P<month2>{month})\b\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]\d|\w)(?:,?\s+(?P<year2>20\d\d))?(?!\d)"
        r"|(?P<day3>\d{1,2})\.\s?(?P<month3>\d{1,2})\.(?:\s?(?P<year3>20\d\d|\d\d)(?!\s?uhr|[:.]?\d))?"
        r"|(?P<year4>20\d\d)-(?P<month4>\d\d)-(?P<day4>\d\d)(?!\d)"
        r"|(?P<day5>\d{1,2})/(?P<month5>\d{1,2})/(?P<year5>20\d\d)(?!\d)"
        r")"
        rf"|(?<!\.)(?:(?P<which>{_any(kinds['coming'] + kinds['next'])})\s+)?(?P<alone>{_any([w for w in weekdays if len(w) > 3])})\b(?:,?\s+(?:the|den|dem)\s+(?P<ordinal>\d{{1,2}})(?:st|nd|rd|th|\.))?(?P<later>\s+(?:next\s+week|week|fortnight|nächster?\s+woche|in\s+(?:einer|zwei|\d)\s+wochen?)\b)?"
        rf"|(?P<near>{_any(kinds['today'] + kinds['tomorrow'])})(?!\w))"
    )


def _lowered(text: str) -> str:
    """Return a text in lower case, each letter in its place: read four times as fast."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


@cache
def _time_expression() -> re.Pattern[str]:
    numbers = _any([word for word in _tables()[2] if word != "ein"])
    return re.compile(
        r"(?<![\w:.,/-])(?=[\dhuan])(?:"
        r"(?P<hour1>\d{1,2})\s?(?:[:.](?P<minute1>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?"
        r"|(?P<hour2>\d{1,2})(?:[:.](?P<minute2>[0-5]\d))?\s?uhr\b(?:\s?(?P<minute6>[0-5]\d)(?!\d))?"
        r"|(?P<hour3>\d{1,2}):(?P<minute3>[0-5]\d)(?![\d:])"
        r"|(?P<hour4>\d{1,2})h(?P<minute4>[0-5]\d)\b"
        rf"|(?P<half_past>halb|half past)\s(?P<word1>{numbers})\b"
        rf"|(?:um|at)\s(?P<word2>{numbers})(?=\s*(?:[.,;:!?()\n]|$|uhr\b|o'clock|in\b|on\b|am\b|im\b|bei\b))"
        r"|(?P<noon>noon)\b"
        r")",
        re.IGNORECASE,
    )


def days_in(text: str, *, told_on: date) -> Iterator[DayMention | None]:
    """Yield each day that a text names; None for one that could be several days.

    Args:
        told_on: The day of the message; a day without a year is the next such day.
    """
    for found in _day_expression().finditer(_lowered(text[:_MOST_CHARS])):
        if _is_other(found, text=text):
            continue
        if _is_over(found, told_on=told_on):
            continue
        day = _day_of(found, told_on=told_on)
        yield None if day is None else DayMention(day, found.start(), found.end())


_AFTER_MORNING = re.compile(r"guten $|good $|am $", re.IGNORECASE)


def _is_other(found: re.Match[str], *, text: str) -> bool:
    """Say whether the words are a greeting or a part of the day: "Guten Morgen"."""
    near = found["near"] or ""
    is_morning = near == "morgen" and text[found.start("near")].isupper()
    before = text[max(0, found.start() - 6) : found.start()]
    return bool(near) and (is_morning or _AFTER_MORNING.search(before) is not None)


def _is_over(found: re.Match[str], *, told_on: date) -> bool:
    """Say whether a day is written with its year and lies behind: an older letter's."""
    years = [found[f"year{place}"] for place in "12345"]
    year = next((int(number) for number in years if number), told_on.year)
    return (year if year > 99 else 2000 + year) < told_on.year


def _day_of(found: re.Match[str], *, told_on: date) -> date | None:
    months, weekdays, _, words = _tables()
    if found["near"]:
        is_today = words[found["near"].lower()] == "today"
        return told_on + timedelta(days=0 if is_today else 1)
    if found["alone"]:
        number = weekdays[found["alone"].lower()]
        if found["ordinal"]:
            return _monthless(int(found["ordinal"]), weekday=number, told_on=told_on)
        if found["later"]:
            return _in_next_week(found, weekday=number, told_on=told_on)
        which = words.get((found["which"] or "").lower(), "")
        return _weekday(number, which=which, told_on=told_on)
    for place in "12345":
        if found[f"day{place}"]:
            break
    name = found[f"month{place}"].lower()
    day, month = int(found[f"day{place}"]), months.get(name) or int(name)
    if place == "5" and day <= 12 and month <= 12 and day != month:
        return None
    if place == "5" and month > 12:
        day, month = month, day
    year = found[f"year{place}"]
    weekday = weekdays[found["weekday"].lower()] if found["weekday"] else None
    return _dated(day, month, year=year, weekday=weekday, told_on=told_on)


def _weekday(number: int, *, which: str, told_on: date) -> date | None:
    """Return the day that a weekday means, where all readings of it agree.

    "Next Thursday", said on a Monday, is this week's to some and the week after to
    others; said on a Friday it is one day.
    """
    ahead = (number - told_on.weekday()) % _WEEK
    if ahead == 0:
        return None
    if which == "next" and number > told_on.weekday():
        return None
    return told_on + timedelta(days=ahead)


def _in_next_week(found: re.Match[str], *, weekday: int, told_on: date) -> date | None:
    """Return the day of the next week; "Thursday week" and "fortnight" stay open."""
    if not found["later"].lower().strip().startswith("n"):
        return None
    monday = told_on - timedelta(days=told_on.weekday())
    return monday + timedelta(days=_WEEK + weekday)


_MONTHLESS_DAYS = 60


def _monthless(day: int, *, weekday: int, told_on: date) -> date | None:
    """Return the next day with this number that is this weekday: "Tuesday the 9th"."""
    ahead = (told_on + timedelta(days=days) for days in range(_MONTHLESS_DAYS))
    found = next((other for other in ahead if other.day == day), None)
    return found if found is not None and found.weekday() == weekday else None


def _dated(
    day: int, month: int, *, year: str | None, weekday: int | None, told_on: date
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


def times_in(text: str) -> Iterator[TimeMention]:
    """Yield each clock time that a text names so that it is one and no other."""
    for found in _time_expression().finditer(text[:_MOST_CHARS]):
        at = _time_of(found)
        if at is not None:
            yield TimeMention(at, found.start(), found.end())


_FIRST_SURE_HOUR = 8
"""Before eight, "at 2:30" without a.m. or p.m. may be either."""


def _time_of(found: re.Match[str]) -> time | None:
    numbers = _tables()[2]
    if found["noon"]:
        return time(12)
    if found["half_past"]:
        hour = numbers[found["word1"].lower()]
        is_german = found["half_past"].lower() == "halb"
        hour = hour - 1 if is_german else hour
        return time(hour, 30) if hour >= _FIRST_SURE_HOUR else None
    if found["word2"]:
        hour = numbers[found["word2"].lower()]
        return time(hour) if hour >= _FIRST_SURE_HOUR else None
    for place in "1234":
        if found[f"hour{place}"]:
            break
    hour = int(found[f"hour{place}"])
    minute = int(found[f"minute{place}"] or found["minute6"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    elif place == "3" and hour < _FIRST_SURE_HOUR and not found[0].startswith("0"):
        return None
    return time(hour, minute) if hour < 24 else None


_NOT_THEN = re.compile(
    r"\b(?:by|before|until|till|no later than|latest|deadline|instead of|rather than|originally|previously|was|had been|from the|not"
    r"|bis(?: zum| spätestens)?|spätestens|vor dem|statt|anstatt|ursprünglich|bisher|war|nicht|vom|seit|of|dated|since|received|applied|on your application"
    r"|eingegangen|bewerbung vom|schreiben vom|gesendet|sent|posted|start|starting|begin|beginnend|ab|from)[\s:]+(?:(?:the|on|am|dem|den|end of|close of|midnight)\s+)*$",
    re.IGNORECASE,
)


def appointment(text: str, *, told_on: date) -> datetime | None:
    """Return the one day and clock time that a text arranges, or None where unsure.

    The time is the clock of the place it is told for. Of several days that have a time
    none is chosen: the text lets people choose, or moves what was arranged.
    """
    times = list(times_in(text))
    found: set[datetime] = set()
    for mention in days_in(text, told_on=told_on):
        if mention is None:
            return None
        if _NOT_THEN.search(text[max(0, mention.start - 30) : mention.start]):
            continue
        at = _time_beside(mention, times=times, text=text)
        if at is None:
            continue
        if _is_choice(at, times=times, text=text):
            return None
        found.add(datetime.combine(mention.day, at.at))
    return next(iter(found)) if len(found) == 1 else None


_PARTED = re.compile(r"[.!?]\s+[A-ZÄÖÜ]|\n\s*\n")


def _time_beside(
    mention: DayMention, *, times: list[TimeMention], text: str
) -> TimeMention | None:
    """Return the time that belongs to a day: the first after it, else right before it."""
    for at in times:
        gap = text[mention.end : at.start]
        if 0 <= at.start - mention.end <= _NEAR_AFTER and not _PARTED.search(gap):
            return None if _BOUND.search(gap) else at
    before = [at for at in times if 0 <= mention.start - at.end <= _NEAR_BEFORE]
    gap = text[before[-1].end : mention.start] if before else ""
    return before[-1] if before and not _PARTED.search(gap) else None


# "until noon", "ab 13 Uhr", "between 2 and 3 pm": a bound is no beginning.
_BOUND = re.compile(
    r"\b(?:until|till|bis|ab|(?:zwischen|between) \d.*)\s*$", re.IGNORECASE
)
_OR = re.compile(
    r"\s*(?:,|/|or|oder|bzw\.?)\s*(?:or |oder )?(?:at |um )?", re.IGNORECASE
)


def _is_choice(at: TimeMention, *, times: list[TimeMention], text: str) -> bool:
    """Say whether another time stands beside this one to be chosen instead."""
    gaps = [text[at.end : other.start] for other in times if other.start >= at.end]
    gaps += [text[other.end : at.start] for other in times if other.end <= at.start]
    return any(_OR.fullmatch(gap) for gap in gaps)


_LAST_DAY = re.compile(
    r"\b(?:by|before|until|no later than|not later than|due(?: on| by)?|deadline(?: is|:)?|closes(?: on)?|expires(?: on)?|valid until|submit(?:ted)? by"
    r"|bis(?: spätestens)?(?: zum)?|spätestens(?: am| bis)?(?: zum)?|frist(?: ist|:| endet am)?|abgabe(?:frist|termin)?(?: ist|:| am)?|gültig bis(?: zum)?|verfällt am|läuft am)"
    r"[\s:]+(?:(?:the|on|am|dem|end of(?: the)?(?: day)?(?: on)?|close of business|close of play|midnight(?: on)?|noon(?: on)?|ende des|einschließlich|zum|\d{1,2}(?::\d\d)? ?(?:am|pm|uhr)?(?: [A-Z]{2,4})?(?: on| am)?),?\s+)*$",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:within(?: the next)?|in the next|over the next|you(?:'ll)? have|you will have|allow(?:ed)?|expires? (?:in|after)|valid for|innerhalb(?: von| der nächsten)?|binnen|in den nächsten|du hast|sie haben)"
    r"\s(?P<number>\d{1,3}|[a-zäöü]+)\s(?:\(\d+\)\s)?(?P<kind>calendar |working |business )?(?P<unit>days?|hours?|weeks?|tagen?|stunden|werktagen?|arbeitstagen?|wochen?)\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r"complet|submit|finish|return|send|upload|take|taken|hand.?in|expire|valid|due\b|deadline|\blink\b|test|assessment|challenge|task|exercise|questionnaire|case study"
    r"|bearbeit|absolvier|einreich|abgeb|abgabe|schick|send|hochlad|gültig|frist|aufgabe|durchführ|abschließ|erledig|ausfüll|verfällt|läuft|zurück|upload|\bmach|beende|time until|got until|\bzeit\b"
)
_OF_THEM = re.compile(
    r"hear (?:from|back)|let you know|get back|be in touch|we (?:will|'ll|hope|aim|expect)|you(?:'ll| will) (?:hear|know)|melden (?:wir )?uns|geben? (?:wir )?(?:dir|ihnen) bescheid|hören sie von|hörst du von|wir (?:melden|antworten|entscheiden)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\d\.)\s+|\n")
_LONGEST_PERIOD = 60


def last_day(text: str, *, told_on: date) -> date | None:
    """Return the day by which a text asks for something to be done, or None where unsure.

    What the writers promise to do by a day is none, and of several days none is chosen.
    """
    found: set[date] = set()
    for sentence in _SENTENCE_END.split(text[:_MOST_CHARS]):
        if not _TO_DO.search(sentence.lower()) or _OF_THEM.search(sentence):
            continue
        for mention in days_in(sentence, told_on=told_on):
            before = sentence[: mention.start] if mention is not None else ""
            if mention is not None and _LAST_DAY.search(before):
                found.add(mention.day)
        period = _PERIOD.search(sentence)
        ahead = _days_ahead(period, told_on=told_on) if period else None
        if ahead is not None:
            found.add(ahead)
    return next(iter(found)) if len(found) == 1 else None


def _days_ahead(period: re.Match[str], *, told_on: date) -> date | None:
    """Return the last day of "within five working days", counted from the message's."""
    word, unit = period["number"].lower(), period["unit"].lower()
    number = int(word) if word.isdigit() else _tables()[2].get(word)
    if not number:
        return None
    if unit.startswith(("hour", "stunde")):
        return told_on + timedelta(days=number // 24) if number % 24 == 0 else None
    is_working = (period["kind"] or "").strip().lower() in {"working", "business"}
    if is_working or unit.startswith(("werktag", "arbeitstag")):
        return _working_days(number, after=told_on)
    days = number * (_WEEK if unit.startswith(("week", "woche")) else 1)
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
