"""What a later mail on a talk says beside its hour: another place, others whom one meets; pure."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.appointments.meeting import people_said
from onward.mail.rules.appointments.meeting_place import moved_place
from onward.mail.rules.appointments.not_there import (
    is_in_person,
    is_talk_on_screen,
)
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import plain

_TELLING = re.compile(r"[^\W\d]{4,}|\d\w*")
"""What tells places apart: their numbers, and words longer than "in der"."""
_NAME = re.compile(r"\w+")


def place_later(text: str, *, known: str) -> str | None:
    """Return the place that a later mail tells of a talk, "" where it is on a screen now; None for no other.

    Who rings with the details talks on no screen. What names a part of the known place, or only
    "our office", repeats it.
    """
    if known and is_talk_on_screen(text) and not is_in_person(text):
        return ""
    told = moved_place(text)
    if not told or (known and _usual().fullmatch(plain(told))):
        return None
    return None if _is_part(told, of=known, by=_TELLING) else told


def people_later(text: str, *, known: str) -> str | None:
    """Return whom one meets by a later mail on a talk; None where it names nobody else."""
    told = people_said(text)
    return None if not told or _is_part(told, of=known, by=_NAME) else told


def _is_part(told: str, *, of: str, by: re.Pattern[str]) -> bool:
    known = set(by.findall(plain(of)))
    return bool(known) and known.issuperset(by.findall(plain(told)))


@cache
def _usual() -> re.Pattern[str]:
    """Return what finds a place that is told with no more than whose it is."""
    words = "|".join(table["usual"] for table in tables("meeting_place").values())
    return re.compile(rf"(?:{words})")
