"""Stretches of hours: "I'll ring you between 2 and 3", "Friday 25 September, 10 to 3"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.clock import TimeMention, is_at_dawn
from onward.mail.rules.times.days import SENTENCE_END, DayMention
from onward.mail.rules.times.when_words import Words

_FAR = 200
_FIRST_HOUR, _LAST_AFTERNOON = 8, 4
_ABOUT = r"(?:(?:about|around|roughly|approx\.?|ca\.?|circa|etwa|ungefähr|gegen)\s)?"
_STRETCH = re.compile(
    r"(?P<gap>(?:\s[^\W\d_]{3,9}\.?)?,?\s+|[^.;:\n]{0,24}?[?,:]\s+)(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?"
    r"\s?(?P<joined>-|\u2013|to|'?till?|until|bis)\s?"
    + _ABOUT
    + r"(?P<last>\d{1,2})(?:[:.][0-5]\d)?"
    r"(?=\s*(?:[,;!?()\n]|\.(?!\d)|$))",
    re.IGNORECASE,
)
_HALF_AN_HOUR = 30
_NEAR_OPEN = 60
_LABEL_CHARS = 40
_SURE = frozenset({"til", "till", "'til", "'till", "until"})


def is_awaited(at: TimeMention, *, text: str, words: Words) -> bool:
    """Say whether a time is the first of two between which somebody rings or is to come.

    Who waits for a call waits from then on. A stretch from which to choose is none.
    """
    before = text[max(0, at.start - _FAR) : at.start]
    if not words.before("window").search(before):
        return False
    ahead = SENTENCE_END.split(before)[-1]
    behind = SENTENCE_END.split(text[at.end : at.end + _FAR])[0]
    around = lower(f"{ahead} {behind}")
    is_open = words.found("any_time").search(around)
    return not is_open and words.found("rings_then").search(around) is not None


def is_within_half_an_hour(
    at: TimeMention, *, times: Sequence[TimeMention], text: str, words: Words
) -> bool:
    """Say whether a time is the first of two between which somebody rings: "between 11 and 11.15"."""
    following = next((other for other in times if other.start >= at.end), None)
    if following is None:
        return False
    gap = lower(text[at.end : following.start])
    minutes = [each.hour * 60 + each.minute for each in (at.at, following.at)]
    is_short = 0 < minutes[1] - minutes[0] <= _HALF_AN_HOUR
    return is_short and words.between.fullmatch(gap) is not None


_AND = "and|und|et|y|e|ed|en|i|och|ve|but|aber|mais|pero|ma|mas|maar|ale|men|ama"
_CLAUSE = re.compile(
    rf"[.!?;]\s|\n|,\s(?!\d)|\b(?:{_AND})\s+(?!(?:(?:at|um|à|las?|alle|[àa]s|om|o|kl\.?|saat)\s)?\d)"
)


def is_for_callers(
    at: TimeMention, *, times: Sequence[TimeMention], text: str, words: Words
) -> bool:
    """Say whether a time begins a stretch in which the reader may call: "ring me between 2 and 4"."""
    low = lower(text)
    gap = words.between.match(low, at.end)
    if gap is None or not low[gap.end() : gap.end() + 1].isdigit():
        return False
    if is_within_half_an_hour(at, times=times, text=text, words=words):
        return False
    ends = [each.end() for each in _CLAUSE.finditer(low)]
    begins = max((end for end in ends if end <= at.start), default=0)
    stop = _CLAUSE.search(low, gap.end())
    clause = low[begins : stop.start() if stop else len(low)]
    return words.found("calls_in").search(clause) is not None


def is_of_opening(at: TimeMention, *, text: str, words: Words) -> bool:
    """Say whether a time begins the hours of an office or a job: "the office is open on Thursday, 9 to 2"."""
    low = lower(text)
    gap = words.between.match(low, at.end)
    if gap is None or not low[gap.end() : gap.end() + 1].isdigit():
        return False
    begins = max((each.end() for each in _CLAUSE.finditer(low, 0, at.start)), default=0)
    stop = _CLAUSE.search(low, gap.end())
    clause = low[begins : stop.start() if stop else len(low)]
    heading = _heading(low, at=at.start, words=words)
    return any(_tells_opening(each, words=words) for each in (clause, heading))


def _tells_opening(part: str, *, words: Words) -> bool:
    """Say whether a part of a text tells when an office is open: that "the position is open" does not."""
    post = words.found("open_post")
    return any(
        post.search(part[max(0, found.start() - _NEAR_OPEN) : found.end()]) is None
        for found in words.found("opening").finditer(part)
    )


def _heading(text: str, *, at: int, words: Words) -> str:
    """Return the line above a list of hours: the last before a place that has no number.

    A label with a talk ("Interview: Thursday, 10-11") begins something else, with no heading.
    """
    for number, line in enumerate(reversed(text[:at].split("\n"))):
        if number and not any(map(str.isdigit, line)):
            return line
        label, colon, _ = line.partition(":")
        if colon and words.found("talk_label").search(label[-_LABEL_CHARS:]):
            return ""
    return ""


_ON = re.compile(
    r",?\s(?:on|am|an dem|le|el|il|em|na|op|w|we|på)\s(?:the\s)?", re.IGNORECASE
)


def is_of_next_day(at: TimeMention, *, text: str, words: Words) -> bool:
    """Say whether a time is that of the day behind it: "from 17 April, to be booked by 5 pm on 2 April"."""
    led = _ON.match(text, at.end)
    return led is not None and words.day.match(lower(text), led.end()) is not None


def stretch_behind(
    mention: DayMention, *, text: str, words: Words
) -> TimeMention | None:
    """Return the first of two bare hours that stand behind a day: "25 September, 10 to 3"."""
    found = _STRETCH.match(text, mention.end)
    if found is None:
        return _until_close(mention, text=text, words=words)
    is_beside = not re.search(r"[?:]|\w\s.*\w", found["gap"])
    joined = lower(found["joined"])
    is_dated = any(sign.isdigit() for sign in text[mention.start : mention.end])
    if joined not in _SURE and not (is_beside and is_dated):
        return None
    hour, last = int(found["hour"]), int(found["last"])
    if hour < _FIRST_HOUR:
        # "2 to 4" is in the afternoon, "6 to 2" from the morning on; "5 to 7" may be either.
        if 1 <= hour <= _LAST_AFTERNOON and hour < last:
            hour += 12
        elif not hour >= 5 or last >= hour:
            return None
    if hour >= 24 or last > 24:
        return None
    at = time(hour, int(found["minute"] or 0))
    return TimeMention(at, found.start("hour"), found.end())


_TO_CLOSE = re.compile(
    r",?\s+(?:(?:from|ab|von)\s)?(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?:-|\u2013|to|'?till?|until|bis)\s?"
)


def _until_close(mention: DayMention, *, text: str, words: Words) -> TimeMention | None:
    """Return the hour behind a day from which one stays to the end: "Saturday, 5 till close".

    Where they close in the evening, five is in the afternoon.
    """
    low = lower(text)
    found = _TO_CLOSE.match(low, mention.end)
    if found is None or not words.word_with("until_close").match(low, found.end()):
        return None
    hour = int(found["hour"])
    if hour < _FIRST_HOUR:
        hour += 0 if is_at_dawn(low, words=words) else 12
    if not _FIRST_HOUR <= hour < 24:
        return None
    at = time(hour, int(found["minute"] or 0))
    return TimeMention(at, found.start("hour"), found.end())


def is_end_of_range(last: re.Match[str], *, words: Words) -> bool:
    """Say whether the words that bound a time stand between two: "from 9 until 11"."""
    low = lower(last[0])
    joins = (words.found("range_ends"), words.found("ends"))
    is_joined = any(join.match(low) for join in joins)
    before = last.string[: last.start()]
    return is_joined and _RANGE_BEFORE.search(before) is not None


_RANGE_BEFORE = re.compile(
    r"(?<![\w/])(?:\d{1,2}(?:[:.]\d\d)?|\d ?[ap]\.?m\.?|\d ?(?:uhr|h))\s*$",
    re.IGNORECASE,
)
