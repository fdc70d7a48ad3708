"""Mail that says the same in two languages, one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onward.mail.rules.basics.language import count_marks
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.types import Message

_READ_CHARS = 6_000
_PARAGRAPH = re.compile(r"\S(?:(?!\n[ >]*\n).)*", re.DOTALL)
_RULE = re.compile(
    r"^[ >]*(?:[-=_*~#]{3,}|[-–]{2,} ?[^\W\d_]+ ?[-–]{2,})[ ]*$", re.MULTILINE
)
_LEAST_WORDS = 8
_LEAST_MARKS = 3


def first_said(message: Message) -> Message | None:
    """Return the first half of a mail in two languages, parted by a line; None for any other mail.

    "Nous avons bien reçu … / We have received …": each half names the job and the house in
    its own words, and who writes puts the one that they speak themselves first.
    """
    told = [*_languages(message.text[:_READ_CHARS])]
    first = told[0][1] if told else ""
    others = [place for place, (_, code) in enumerate(told) if code != first]
    if not others:
        return None
    behind = told[others[0] :]
    if len({code for _, code in behind}) > 1:
        return None
    between = (told[others[0] - 1][0], behind[0][0])
    rule = _RULE.search(message.text, *between)
    return replace(message, text=message.text[: rule.start()]) if rule else None


def _languages(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each paragraph of some length starts and which language it is plainly in."""
    for found in _PARAGRAPH.finditer(text):
        words = found.group()
        if len(words.split()) < _LEAST_WORDS:
            continue
        counts = count_marks(lower(fold(words)))
        most = max(counts, key=lambda code: counts[code])
        rest = max((n for code, n in counts.items() if code != most), default=0)
        # Half as many again as of any other language.
        if counts[most] >= max(_LEAST_MARKS, rest + rest // 2):
            yield found.start(), most
