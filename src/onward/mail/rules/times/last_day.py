"""The day by which a text asks for something: "by Friday", "bis Ende des Monats", "within five days"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.away import is_away_until
from onward.mail.rules.times.clock import times_in
from onward.mail.rules.times.days import (
    MOST_CHARS,
    SENTENCE_END,
    WEEK,
    DayMention,
    days_in,
    words_in,
)
from onward.mail.rules.times.named_zones import without_zones
from onward.mail.rules.times.when_words import Words

_LONGEST_PERIOD = 60
_WEDNESDAY, _FRIDAY, _SATURDAY = 2, 4, 5


def last_day(
    text: str, *, told_on: date, words: Words | None = None, kind: str = "to_do"
) -> date | None:
    """Return the day by which a text asks for something to be done, or None where unsure.

    What the writers promise to do by a day is none, and of several days none is chosen.
    Sentences about what is asked for are read first, then any that asks for something.

    Args:
        kind: What is asked for: "to_do" is a test, "to_answer" a word on an offer.
    """
    found = last_moment(text, told_on=told_on, words=words, kind=kind)
    return found.day if found else None


@dataclass(frozen=True, slots=True)
class LastMoment:
    """By when something is asked for.

    Attributes:
        hour: By when on that day, by the clock of whoever asks; None where it is not told,
            or is the end of the day.
    """

    day: date
    hour: time | None


def last_moment(
    text: str, *, told_on: date, words: Words | None = None, kind: str = "to_do"
) -> LastMoment | None:
    """Return what `last_day` does, with the hour that stands beside the day."""
    words = words or words_in(text)
    sentences = (
        _asked_of(sentence, words=words)
        for sentence in SENTENCE_END.split(without_zones(text[:MOST_CHARS]))
    )
    asking = [(sentence, lower(sentence)) for sentence in sentences if sentence]
    for wanted in (kind, "asks", "by_then"):
        found = [
            (day, sentence)
            for sentence, low in asking
            if words.found(wanted).search(low)
            for day in _last_days(
                sentence,
                low=low,
                told_on=told_on,
                words=words,
                wanted=wanted,
            )
        ]
        if found:
            day = found[0][0]
            if any(other != day for other, _ in found):
                return None
            hours = {
                hour_of(day, sentence, told_on=told_on, words=words)
                for _, sentence in found
            }
            return LastMoment(day, hours.pop() if len(hours) == 1 else None)
    return None


def hour_of(day: date, sentence: str, *, told_on: date, words: Words) -> time | None:
    """Return the only hour of a sentence where it stands right beside its only day."""
    mentions = list(days_in(sentence, told_on=told_on, words=words))
    hours = list(times_in(sentence, words=words))
    # "12 noon" names one hour twice.
    if len(mentions) != 1 or len({each.at for each in hours}) != 1:
        return None
    (mention,), hour = mentions, hours[0]
    if mention is None:
        return None
    first, second = sorted(((mention.start, mention.end), (hour.start, hours[-1].end)))
    is_beside = _BESIDE.fullmatch(lower(sentence), first[1], second[0]) is not None
    is_end = hour.at >= _END_OF_DAY or hour.at == time(0)
    return hour.at if mention.day == day and is_beside and not is_end else None


_BESIDE = re.compile(
    r"[ \t]*[(,–-]?[ \t]*(?:(?:at|by|before|until|till|on|the|of|um|bis|vor|am|den|spätestens|à|a|às|as"
    r"|las|los|alle|ore|le|les|de|del|do|da|om|voor|op|o|przed|w|godz\.?|godziny|kl\.?|klockan|senast|den"
    r"|saat|di|del|du|dem|der|günü|giorno|dia|día)[ \t]+){0,3}[ \t]*"
)
"""What may stand between a day and its hour; any other word may be about something else."""
_END_OF_DAY = time(23, 30)


def _asked_of(sentence: str, *, words: Words) -> str:
    """Return what of a sentence may ask for something: before what the writers promise.

    "Send it by Friday and we will let you know", "If we have it by Friday we'll look at it."
    """
    promised = words.found("of_them").search(lower(sentence))
    if promised is None:
        return sentence
    before = sentence[: promised.start()]
    low = lower(before)
    is_told = words.before("and").search(f"{low.rstrip()} ")
    return before if is_told or words.found("once").match(low.lstrip()) else ""


def is_last(
    mention: DayMention, *, text: str, words: Words, mark: str = "last"
) -> bool:
    """Say whether a day is one by which something is to be done.

    Args:
        mark: The words that say so before it: "last", or the surer ones of "by_then".
    """
    # "Lo dejamos para el lunes": what is moved to a day is then, and not by then.
    if words.before("moves_to", gap="not_then_gap").search(
        ahead_of(mention, text=text)
    ):
        return False
    # "Before the end of term (Friday 17 July)"
    before = _OPENED.sub(" ", words.weekday_before.sub("", text[: mention.start]))
    is_by = words.before(mark, gap="last_gap").search(before) is not None
    if is_by and not is_visit(mention, text=text, words=words):
        return True
    if words.found("expires_then").search(ahead_of(mention, text=text)):
        return True
    if _ENDS_THE_DAY.search(text[max(0, mention.start - 40) : mention.end + 24]):
        return True
    return words.behind("last_behind").match(text, mention.end) is not None


def is_visit(mention: DayMention, *, text: str, words: Words) -> bool:
    """Say whether one is to come by on a day: "could you drop by Friday", no "pass by Friday the forms".

    A bus pass, and references that come, pay no visit.
    """
    ahead = words.weekday_before.sub("", lower(ahead_of(mention, text=text)))
    if not words.before("visits", gap="last_gap").search(ahead):
        return False
    return words.behind("things_behind").match(text, mention.end) is None


def ahead_of(mention: DayMention, *, text: str) -> str:
    """Return what its sentence says before a day."""
    start = max(0, mention.start - _AHEAD)
    return SENTENCE_END.split(text[start : mention.start])[-1]


_AHEAD = 120
_OPENED = re.compile(r"\s?\(\s?$")

_ENDS_THE_DAY = re.compile(
    r"(?<!\d)(?:23[:.]59|11[:.]59 ?p\.?m|24(?:[:.]00)? uhr)|\bmidnight\b|\bmitternacht\b"
)
"""Nobody is met then: what is due that day is."""


def _last_days(
    sentence: str, *, low: str, told_on: date, words: Words, wanted: str
) -> Iterator[date]:
    """Yield each day by which a sentence, also given in lower case, wants something.

    Args:
        wanted: What makes it want that. But for a test "in the next two weeks" may be any
            stretch of days, and where nothing does, only "by" and the like name a last one.
    """
    mark = "by_then" if wanted == "by_then" else "last"
    reached = 0
    for mention in days_in(sentence, told_on=told_on, words=words):
        if mention is None:
            continue
        is_range = reached and words.range_gap.fullmatch(low, reached, mention.start)
        reached = mention.end
        if is_range and not words.found("open_until").search(low):
            continue
        if mark == "by_then" and _is_of_others(low, mention=mention, words=words):
            continue
        if is_away_until(low, start=mention.start, end=mention.end, words=words):
            continue
        if is_range or is_last(mention, text=low, words=words, mark=mark):
            yield mention.day
    if mark == "by_then":
        return
    period = words.period.search(low)
    if period and (wanted == "to_do" or _is_within(period, words=words)):
        ahead = _days_ahead(period, told_on=told_on, words=words)
        if ahead is not None:
            yield ahead
    yield from _ends(low, told_on=told_on, words=words)


_NEXT_CLAUSE = re.compile(
    r"[,;]|\b(?:and|so|before|if|as|because|since|und|damit|sonst|wenn|falls|weil|da|denn)\b"
)


def _is_of_others(low: str, *, mention: DayMention, words: Words) -> bool:
    """Say whether what a sentence says up to a day, and of it, is what the writers do."""
    end = _NEXT_CLAUSE.search(low, mention.end)
    until = end.start() if end else len(low)
    return words.found("of_others").search(low[:until]) is not None


def _is_within(period: re.Match[str], *, words: Words) -> bool:
    is_before = words.found("within").match(period.string, period.start())
    return bool(is_before or period["number_before"])


def _ends(low: str, *, told_on: date, words: Words) -> Iterator[date]:
    """Yield the ends of weeks and months by which a sentence wants something.

    A week of work ends on its Friday, and its middle is a Wednesday.
    """
    for found in words.ends.finditer(low):
        if not words.before("last", gap="last_gap").search(low[: found.start()]):
            continue
        if is_away_until(low, start=found.start(), end=found.end(), words=words):
            continue
        day = _end_of(found, told_on=told_on, words=words)
        if day is not None:
            yield day


def _end_of(found: re.Match[str], *, told_on: date, words: Words) -> date | None:
    if found["week_end"] or found["next_week_end"]:
        ahead = _FRIDAY - told_on.weekday() + (WEEK if found["next_week_end"] else 0)
        return told_on + timedelta(days=ahead) if ahead >= 0 else None
    if found["next_week_middle"]:
        return told_on + timedelta(days=_WEDNESDAY - told_on.weekday() + WEEK)
    month = words.months.get(found["month"] or "", told_on.month)
    year = told_on.year + (month < told_on.month)
    return date(year, month, calendar.monthrange(year, month)[1])


def _days_ahead(period: re.Match[str], *, told_on: date, words: Words) -> date | None:
    """Return the last day of "within five working days", counted from the message's."""
    working = words.found("working")
    word = period["number"] or period["number_before"]
    number = int(word) if word.isdigit() else words.numbers.get(word, 1)
    if not number:
        return None
    if period["hours"]:
        return told_on + timedelta(days=number // 24) if number % 24 == 0 else None
    kinds = (period["working"], period["working_behind"])
    if period["working_days"] or any(kind and working.match(kind) for kind in kinds):
        return _working_days(number, after=told_on)
    days = number * (WEEK if period["weeks"] else 1)
    return told_on + timedelta(days=days) if days <= _LONGEST_PERIOD else None


def _working_days(number: int, *, after: date) -> date | None:
    if number > _LONGEST_PERIOD:
        return None
    day = after
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < _SATURDAY
    return day
