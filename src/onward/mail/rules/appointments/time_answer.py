"""Few words that set, or take away, the time of an interview that a mail answers; pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from onward.mail.rules.appointments.retelling import names_hour
from onward.mail.rules.appointments.time_talk import has_same_hour, says_of_time
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.basics.words import first_word_finder
from onward.mail.rules.talks.bare_time import (
    MOST_READ,
    MOST_WORDS,
    bare_of,
    own_of,
    time_of,
)
from onward.mail.rules.talks.bare_words import Bare
from onward.mail.rules.times.days import days_in
from onward.mail.rules.types import Message

_MOST_WORDS = 70
_MOST_CHARS = 550
"""Around the time of an interview that is known more words stand than around a first one."""
_TELLING = 4
"""Shorter names of days are in too many other words."""
_ANY_DAY = date(2026, 1, 1)


def may_talk_of_time(text: str) -> bool:
    """Say whether an answer may speak of the time of an interview, as far as its words go; quick.

    Args:
        text: The beginning of its text, quoted words and all.
    """
    own = own_of(text[:MOST_READ])
    return _is_short(own) and _names_day()(lower(own))


_NEW_TIME = re.compile(
    r"\b(?:neue[rn]? (?:termin|uhrzeit|zeit)|ersatztermin|ausweichtermin|new (?:time|date|appointment|slot)"
    r"|nouve(?:au|lle) (?:rendez-vous|date|heure|horaire|créneau)|nuev[ao] (?:fecha|hora|cita|horario)"
    r"|nuov[ao] (?:data|ora|orario|appuntamento)|nov[ao] (?:data|hora|horário)|nieuwe? (?:afspraak|datum|tijd)"
    r"|now(?:y|a) (?:termin|data|godzina)|ny(?:tt)? (?:tid|datum)|yeni (?:tarih|saat|randevu))\b"
)


def names_new_time(subject: str) -> bool:
    """Say whether a subject tells of another time for what was put off; quick."""
    return _NEW_TIME.search(lower(subject)) is not None


@cache
def _names_day() -> Callable[[str], bool]:
    names: set[str] = set("0123456789")
    for table in tables("when").values():
        for group in (*table["weekdays"], table["tomorrow"], table["today"]):
            names |= {name for name in group.split("|") if len(name) >= _TELLING}
    return first_word_finder(sorted(names))


def talk_of_time(message: Message, *, is_off: bool = False) -> Bare | None:
    """Return the words of a mail that set, or take away, the time of an interview.

    They do so only where the mail answers one on an interview: "No problem, Wednesday then".

    Args:
        is_off: Only words by which a day to come cannot be.
    """
    own = own_of(message.text[:MOST_READ])
    if message.sent_at is None or not _is_short(own):
        return None
    told_on = message.sent_at.date()
    says = says_of_time(fold(own), told_on=told_on)
    if any(day >= told_on for day in says.off_days):
        return bare_of(message, _is_off)
    if is_off:
        return None
    timed = time_of(message, own=own)
    if timed is not None:
        return timed

    def names_day(words: str) -> bool:
        return any(
            mention is not None and mention.day >= told_on
            for mention in days_in(words, told_on=told_on)
        )

    is_said = says.settles or says.agrees or says.is_off
    is_said = is_said or has_same_hour(lower(fold(own)))
    if is_said and names_day(fold(own)):
        return bare_of(message, names_day)
    is_bare = says.agrees and len(own.split()) < MOST_WORDS and _HOUR.search(own)
    if is_bare or names_hour(own):
        return replace(bare_of(message, names_hour), is_hour=True)
    return None


_HOUR = re.compile(r"(?<![\w.,:/-])1?\d(?![\w%€$£]|[.,:/-]\d)")
"""What may be an hour where nothing says so: "Yes, 4 is fine"."""


def calls_off(message: Message) -> bool:
    """Say whether a mail's own words call a day off, whatever it was for."""
    return _is_off(own_of(message.text[:MOST_READ]))


def _is_off(words: str) -> bool:
    says = says_of_time(fold(words), told_on=_ANY_DAY)
    return says.is_off


def _is_short(own: str) -> bool:
    return bool(own) and len(own) <= _MOST_CHARS and len(own.split()) < _MOST_WORDS
