"""Mail that a calendar writes for somebody: the event's own title, the calendar's own lines; pure."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.types import Message

# "Invitation: Vet @ Thu Oct 15, 2026 3:30pm - 4pm (EDT) (dana@person.example)", in any language.
_SUBJECT = re.compile(
    r"[^:]{2,40}:\s{0,5}(?P<event>.{0,500})\([^\s()@]{1,80}@[^\s()@]{1,80}\)\s{0,5}"
)
_MOST_OF_SUBJECT = 700
_AT_DAY = re.compile(r"\s@\s(?=[^@]{0,200}\d[^@]{0,200}$)")
_DASH_DAY = re.compile(r"\s[-–]\s(?=[^-–]{0,60}\d)")


def event_of(message: Message) -> str | None:
    """Return the title of the event that a mail is about; None for mail of no calendar.

    A calendar's part tells it, or the subject, which ends with a day and whom it is for.
    """
    told = _SUBJECT.fullmatch(message.subject[:_MOST_OF_SUBJECT].strip())
    if told is not None and (title := _before_day(told["event"])):
        return message.calendar.get("SUMMARY", "") or title
    if message.calendar.get("METHOD") or message.calendar.get("SUMMARY"):
        return message.calendar.get("SUMMARY", "") or message.subject
    return None


def is_set_by_calendar(message: Message) -> bool:
    """Say whether a calendar's part of a mail asks to an event on a day of its own."""
    part = message.calendar
    return part.get("METHOD", "").upper() == "REQUEST" and bool(part.get("DTSTART"))


def without_headings(message: Message, lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines of a mail, those empty that a calendar puts above names and places."""
    if not any(lower(line) in _headings() for line in lines):
        return lines
    if event_of(message) is None:
        return lines
    return tuple("" if lower(line) in _headings() else line for line in lines)


def _before_day(event: str) -> str:
    for day in (_AT_DAY, _DASH_DAY):
        parts = day.split(event, maxsplit=1)
        if len(parts) > 1:
            return parts[0].strip()
    return ""


@cache
def _headings() -> frozenset[str]:
    return frozenset(
        lower(fold(heading))
        for table in tables("private_events").values()
        for heading in table["headings"]
    )
