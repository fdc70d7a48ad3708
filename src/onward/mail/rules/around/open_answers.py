"""What a receipt tells of an answer that is not known yet: what if it works out, and whether it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import (
    Span,
    blanked,
    plain,
    strip_quoted,
)
from onward.mail.rules.types import Message

_HOUR = re.compile(r"\d")


def without_open_answers(message: Message) -> Message | None:
    """Return a mail without what it leaves open, blanked; None where it leaves nothing open.

    1. What follows a question of what happens then: "What if it works out? Choose a day."
    2. What somebody has yet to decide: "I'll say by Friday whether we'd like you to come."
    """
    text = message.text
    low = plain(text)
    spans = [
        span
        for start, end in strip_quoted(text)
        for span in (
            *_answers(low, start=start, end=end),
            *(found.span() for found in _whether().finditer(low, start, end)),
        )
    ]
    return replace(message, text=blanked(text, spans)) if spans else None


def _answers(low: str, *, start: int, end: int) -> Iterator[Span]:
    """Yield the lines below each question of what happens then, up to an empty line.

    Where an hour or a day is named, somebody proposes it: "What if we met on the 4th?"
    """
    place, begun = start, -1
    for line in [*low[start:end].splitlines(keepends=True), ""]:
        is_said = begun >= 0 and bool(low[begun:place].strip())
        if begun >= 0 and (
            (is_said and not line.strip()) or line.strip().endswith("?")
        ):
            if is_said and not _HOUR.search(low, begun, place):
                yield begun, place
            begun = -1
        if _what_if().fullmatch(line.strip()):
            begun = place + len(line)
        place += len(line)


@cache
def _what_if() -> re.Pattern[str]:
    ways = "|".join(table["what_if"] for table in tables("open_answers").values())
    return re.compile(rf"[^\w>]*(?:{ways})(?!\w)[^.!?\d]{{0,80}}\?\W*")


@cache
def _whether() -> re.Pattern[str]:
    ways = "|".join(table["whether"] for table in tables("open_answers").values())
    return re.compile(rf"\b(?:{ways})(?:[^.!?\n\d]|\n(?!\s*\n))*(?=[.!\n]|$)")
