"""What a mailbox answers while its owner is away: no word on any application."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower, own_text
from onward.mail.rules.basics.words import first_word_finder
from onward.mail.rules.types import Message

_READ_CHARS = 1_500
_BY_ITSELF = ("auto-replied", "auto_reply")


@dataclass(frozen=True, slots=True)
class _Words:
    """What each list of the data file holds, of all languages."""

    automatic: tuple[str, ...]
    absent: tuple[str, ...]
    away: re.Pattern[str]
    arrived: re.Pattern[str]


@cache
def _words() -> _Words:
    languages = tables("absence").values()

    def joined(kind: str) -> re.Pattern[str]:
        return re.compile("|".join(each for data in languages for each in data[kind]))

    return _Words(
        automatic=tuple(each for data in languages for each in data["automatic"]),
        absent=tuple(each for data in languages for each in data["absent"]),
        away=joined("away"),
        arrived=joined("arrived"),
    )


def is_absence_note(message: Message) -> bool:
    """Say whether a mailbox answered by itself that its owner is away; quick for other mail.

    One that also says that an application arrived is a receipt, and so no such note.
    """
    subject = lower(fold(message.subject))
    is_told = subject.strip(" [(").startswith(_words().absent)
    if not (is_told or _is_automatic(message, subject=subject)):
        return False
    own = lower(fold(own_text(message.text[:_READ_CHARS])))
    is_away = is_told or _words().away.search(own) is not None
    return is_away and _words().arrived.search(own) is None


def _is_automatic(message: Message, *, subject: str) -> bool:
    headers = message.headers
    by_header = (headers.get("auto-submitted", ""), headers.get("precedence", ""))
    if any(value.lower().strip().startswith(_BY_ITSELF) for value in by_header):
        return True
    if any(mark in subject for mark in _words().automatic):
        return True
    return _has_automatic()(lower(message.text[:_READ_CHARS]))


@cache
def _has_automatic() -> Callable[[str], bool]:
    return first_word_finder(_words().automatic)
