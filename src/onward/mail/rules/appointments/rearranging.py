"""What a mail does to an interview that is arranged, by its calendar part or its words; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from onward.core.dates import in_reach, zone
from onward.mail.rules.appointments.moved_words import Phrases, hinted, subject_begins
from onward.mail.rules.appointments.test_done import says_test_is_done
from onward.mail.rules.basics.text import fold, lower, strip_quoted
from onward.mail.rules.types import Verdict

LONGEST_MINUTES = 24 * 60
# What the invited answer (REPLY, COUNTER, REFRESH) arranges nothing.
_METHODS = frozenset({"REQUEST", "PUBLISH", "CANCEL", "ADD", ""})


class Turn(StrEnum):
    """What a mail does to an interview that is arranged."""

    NONE = ""
    MOVED = "moved"
    CANCELLED = "cancelled"
    DONE = "done"
    """A test was done, as the mail confirms."""
    ASKED = "asked"
    """The person asked for another time, in their own mail."""
    PROPOSED = "proposed"
    """They ask whether it may be at another time; nobody said yes yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a calendar part arranges.

    Attributes:
        uid: Equal in every version of one entry; empty where there is none.
        sequence: Later versions have higher ones.
        starts_at: A clock time in `time_zone`, or an aware moment; None without one.
        on_day: The day that it takes whole: of an hour it tells nothing.
        time_zone: An IANA name; empty where none is known.
    """

    uid: str = ""
    sequence: int = 0
    is_cancelled: bool = False
    starts_at: datetime | None = None
    on_day: date | None = None
    time_zone: str = ""
    minutes: int | None = None
    place: str = ""

    @property
    def moment(self) -> datetime | None:
        """When it begins, aware; a clock time without a zone is taken as UTC."""
        if self.starts_at is None or self.starts_at.tzinfo is not None:
            return self.starts_at
        return self.starts_at.replace(tzinfo=zone(self.time_zone or "UTC"))


def entry_of(calendar: Mapping[str, str]) -> Entry | None:
    """Return what the properties of a calendar part arrange; None where they do nothing."""
    method = calendar.get("METHOD", "").upper()
    if not calendar or method not in _METHODS:
        return None
    starts, ends = _moment(calendar.get("DTSTART")), _moment(calendar.get("DTEND"))
    day = starts.date() if starts and _is_day(calendar["DTSTART"]) else None
    is_off = method == "CANCEL" or calendar.get("STATUS", "").upper() == "CANCELLED"
    return Entry(
        uid=calendar.get("UID", "")[:500],
        sequence=_number(calendar.get("SEQUENCE", "")),
        is_cancelled=is_off,
        starts_at=None if day else starts,
        on_day=day,
        time_zone=_zone(calendar.get("TZID", "")),
        minutes=None if day else _minutes(starts, ends),
        place=" ".join(calendar.get("LOCATION", "").split())[:300],
    )


def _is_day(text: str) -> bool:
    """Say whether a property names a day and no hour: "20261215"."""
    return "T" not in text.upper() and ":" not in text


def _moment(text: str | None) -> datetime | None:
    try:
        return in_reach(datetime.fromisoformat(text) if text else None)
    except ValueError:
        return None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


@lru_cache(maxsize=256)
def _zone(name: str) -> str:
    if not name or _is_zone(name):
        return name
    # Outlook names its zones in its own way; the table takes a moment to load.
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return WINDOWS_TO_OLSON.get(name, "")


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _minutes(starts: datetime | None, ends: datetime | None) -> int | None:
    if (
        starts is None
        or ends is None
        or (starts.tzinfo is None) != (ends.tzinfo is None)
    ):
        return None
    minutes = int((ends - starts).total_seconds() // 60)
    return minutes if 0 < minutes <= LONGEST_MINUTES else None


# "kl. 10", "godz. 9" and "10.30" end no sentence.
_CHARACTER = r"(?:[^.!?\n]|(?<=\bkl)\.|(?<=\bgodz)\.|\.(?=\d))"
_SENTENCE = re.compile(rf"{_CHARACTER}+(?:\n(?!\s*\n){_CHARACTER}+)*")
_ORDINAL = re.compile(
    r"(?<=\d)\.(?=\d|[ \n]?(?:[a-zà-ÿ,;)-]|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))"
)
"""The dot of "8. Oktober" and of "am 8.10. um elf", which ends no sentence."""
# "I can't make Monday at 2pm any more": under a subject that names the interview.
_DAY_OR_TIME = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri)day|montag|dienstag|mittwoch|donnerstag|freitag|tomorrow|morgen|heute|today"
    r"|(?:lun|mar|mercre|jeu|vendre)di|lunes|martes|miércoles|jueves|viernes|lunedì|martedì|mercoledì|giovedì|venerdì"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|uhr|h)|\d{1,2}[:. ] ?\d{1,2}\b|\d{1,2}/\d{1,2}\b)"
)
# "Your interview next week - change of time".
_TAIL = re.compile(r" [-–—|] |: ")
# "I am cancelling today, and if she is better next week we will find another day".
_AND = re.compile(r"[;:]|\b(?:and|und|et|y|e|en|i|ve|och)\b")
_MOST_READ = 4_000


def turn_told(*, verdict: str, subject: str, text: str) -> Turn:
    """Return what a mail about an interview or a test does to one that is arranged."""
    is_test = verdict == Verdict.ASSESSMENT.value
    if is_test and says_test_is_done(subject=subject, text=text):
        return Turn.DONE
    return turn_of(subject=subject, text=text)


def turn_of(*, subject: str, text: str) -> Turn:
    """Return whether the words of a mail about an interview move it or call it off.

    Only plain statements and questions of theirs count, not what the person may do.
    Where it is called off and another time is spoken of, it is moved.
    """
    title = lower(fold(subject)).strip()
    if subject_begins("subject_moves").search(title):
        return Turn.MOVED
    tail = _TAIL.split(title)[-1]
    if tail != title and subject_begins("subject_moves").search(tail):
        return Turn.MOVED
    is_off = bool(subject_begins("subject_calls_off").search(title))
    head = text[:_MOST_READ]
    low = lower(_ORDINAL.sub(" ", fold(head)))
    phrases = hinted(low)
    if not phrases:
        return Turn.CANCELLED if is_off else Turn.NONE
    own = " ".join(low[start:end] for start, end in strip_quoted(head))
    turns = {
        _said(sentence, phrases=phrases, title=title)
        for sentence in _SENTENCE.findall(own)
    }
    if Turn.MOVED in turns:
        return Turn.MOVED
    if not is_off and Turn.CANCELLED not in turns:
        return Turn.NONE
    is_moved = any(each.other_time.search(own) for each in phrases)
    return Turn.MOVED if is_moved else Turn.CANCELLED


def _said(sentence: str, *, phrases: Sequence[Phrases], title: str) -> Turn:
    """Return what one sentence does to an interview, in whichever language."""
    turns = {
        _said_in(each, sentence=each.ask.sub("", sentence), title=title)
        for each in phrases
    }
    return next(
        (turn for turn in (Turn.MOVED, Turn.CANCELLED) if turn in turns), Turn.NONE
    )


def _said_in(words: Phrases, *, sentence: str, title: str) -> Turn:
    # "Could we say Tuesday the 19th instead, same time?" needs no word for a talk.
    is_instead = words.instead.search(sentence) and _DAY_OR_TIME.search(sentence)
    if is_instead and not words.maybe.search(sentence):
        return Turn.MOVED
    if words.until_better.search(sentence):
        return Turn.MOVED
    if words.day_off.search(sentence) and not words.maybe.search(sentence):
        return Turn.CANCELLED
    is_named = words.noun.search(sentence) or (
        words.noun.search(title)
        and (_DAY_OR_TIME.search(sentence) or words.calls_it_off.search(sentence))
    )
    if not is_named:
        return Turn.NONE
    if words.forward.search(sentence):
        return Turn.NONE
    off = words.calls_off.search(sentence) or words.calls_it_off.search(sentence)
    # What the invited may do is no news: "if you need to reschedule, use this link".
    if maybe := words.maybe.search(sentence):
        between = sentence[off.end() : maybe.start()] if off else ""
        return Turn.CANCELLED if _AND.search(between) else Turn.NONE
    if words.moves.search(sentence):
        return Turn.MOVED
    return Turn.CANCELLED if off else Turn.NONE
