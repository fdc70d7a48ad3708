"""Which mail tells anew of an interview that is known: moved, called off, said again; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from onward.core.dates import zone
from onward.mail.rules.appointments.moved_words import Phrases, hinted, subject_begins
from onward.mail.rules.appointments.retelling import Told, is_said_again
from onward.mail.rules.appointments.test_done import says_test_is_done
from onward.mail.rules.basics.text import fold, lower, strip_quoted
from onward.mail.rules.types import Verdict

LONGEST_MINUTES = 24 * 60
STILL_SPOKEN_OF = timedelta(days=2)
"""For so long after its time an interview can still be what a mail without a calendar moves."""

_HELD = frozenset({Verdict.INTERVIEW.value, Verdict.ASSESSMENT.value})
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a calendar part arranges.

    Attributes:
        uid: Equal in every version of one entry; empty where there is none.
        sequence: Later versions have higher ones.
        starts_at: A clock time in `time_zone`, or an aware moment; None without one.
        time_zone: An IANA name; empty where none is known.
    """

    uid: str = ""
    sequence: int = 0
    is_cancelled: bool = False
    starts_at: datetime | None = None
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
    is_off = method == "CANCEL" or calendar.get("STATUS", "").upper() == "CANCELLED"
    return Entry(
        uid=calendar.get("UID", "")[:500],
        sequence=_number(calendar.get("SEQUENCE", "")),
        is_cancelled=is_off,
        starts_at=starts,
        time_zone=_zone(calendar.get("TZID", "")),
        minutes=_minutes(starts, ends),
        place=" ".join(calendar.get("LOCATION", "").split())[:300],
    )


def _moment(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
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
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|uhr|h)|\d{1,2}[:. ] ?\d{1,2}\b)"
)
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
    if words.day_off.search(sentence) and not words.maybe.search(sentence):
        return Turn.CANCELLED
    is_named = words.noun.search(sentence) or (
        words.noun.search(title) and _DAY_OR_TIME.search(sentence)
    )
    if not is_named:
        return Turn.NONE
    # What the invited may do is no news: "if you need to reschedule, use this link".
    if words.maybe.search(sentence) or words.forward.search(sentence):
        return Turn.NONE
    if words.moves.search(sentence):
        return Turn.MOVED
    return Turn.CANCELLED if words.calls_off.search(sentence) else Turn.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One mail of an application, as far as interviews go.

    Attributes:
        told: What it says of when an interview is; None where nobody read that.
        told_at: When it was sent, on the person's own clock.
        thread: Equal for mail of one conversation.
    """

    key: str
    sent_at: datetime
    verdict: str
    entry: Entry | None = None
    turn: Turn = Turn.NONE
    told: Told | None = None
    told_at: datetime | None = None
    thread: int = 0

    @property
    def is_held(self) -> bool:
        """By its verdict it tells of an interview or a test."""
        return self.verdict in _HELD


def retold(letters: Iterable[Letter]) -> dict[str, str]:
    """Return which mail tells anew of an interview that an earlier one arranged, and which.

    1. Another version of the same calendar entry is about the same interview.
    2. Words that move or call off are about the latest one that is not long over.
    3. So is the next mail on an interview once the person asked for another time.
    4. So is what names the day or hour of one that lies ahead, or no new time.
    """
    talk = _Talk()
    ordered = sorted(letters, key=lambda each: (each.sent_at, _version(each), each.key))
    return {
        letter.key: base
        for letter in ordered
        if (base := talk.base_of(letter)) not in {"", letter.key}
    }


def _version(letter: Letter) -> int:
    return letter.entry.sequence if letter.entry else 0


class _Talk:
    """The interviews of one application that mail told of so far."""

    def __init__(self) -> None:
        self._by_uid: dict[str, str] = {}
        self._verdicts: dict[str, str] = {}
        self._begins: dict[str, datetime] = {}
        self._told: dict[str, tuple[Told, int]] = {}
        self._asked_about = ""

    def base_of(self, letter: Letter) -> str:
        """Return the mail that first told of this one's interview; "" where it is about none."""
        if letter.turn is Turn.ASKED:
            self._asked_about = self._latest(letter, verdict=Verdict.INTERVIEW.value)
            return ""
        uid = letter.entry.uid if letter.entry else ""
        base = self._by_uid.get(uid, "") or self._spoken_of(letter)
        base = base or self._answered(letter) or self._said_again(letter)
        if not base and letter.is_held:
            base = letter.key
            self._verdicts[base] = letter.verdict
        if not base:
            return ""
        if uid:
            self._by_uid[uid] = base
        if letter.entry and letter.entry.moment:
            self._begins[base] = letter.entry.moment
        self._learn(base, letter)
        return base

    def _learn(self, base: str, letter: Letter) -> None:
        """Remember what the latest mail on an interview says of when it is."""
        is_off = letter.turn is Turn.CANCELLED
        if is_off or (letter.entry is not None and letter.entry.is_cancelled):
            self._told.pop(base, None)
            return
        is_news = base not in self._told or letter.turn is not Turn.NONE
        if letter.told is not None and (is_news or letter.told.begins is not None):
            self._told[base] = (letter.told, letter.thread)

    def _said_again(self, letter: Letter) -> str:
        """Return the interview that lies ahead of which a mail in words says nothing new."""
        is_plain = letter.entry is None and letter.turn is Turn.NONE
        if letter.verdict != Verdict.INTERVIEW.value or not is_plain:
            return ""
        if letter.told is None or letter.told_at is None:
            return ""
        for base, (known, thread) in reversed(self._told.items()):
            is_same = thread == letter.thread
            if known.lies_ahead(letter.told_at) and is_said_again(
                letter.told, known, in_same_talk=is_same
            ):
                return base
        return ""

    def _spoken_of(self, letter: Letter) -> str:
        if not letter.is_held or letter.turn is Turn.NONE:
            return ""
        return self._latest(letter, verdict=letter.verdict)

    def _answered(self, letter: Letter) -> str:
        """Return the interview that the person asked to move, once for each asking."""
        if letter.verdict != Verdict.INTERVIEW.value:
            return ""
        asked, self._asked_about = self._asked_about, ""
        return asked

    def _latest(self, letter: Letter, *, verdict: str) -> str:
        for base, known in reversed(self._verdicts.items()):
            begins = self._begins.get(base)
            is_over = begins is not None and begins + STILL_SPOKEN_OF < letter.sent_at
            if known == verdict and not is_over:
                return base
        return ""
