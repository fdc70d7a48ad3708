"""A message's text cut into plain passages and the words that decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onward.core.text import whole_words
from onward.mail.rules.taught.deciding import Marks, merged


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text; `is_deciding` for words that the verdict rests on."""

    text: str
    is_deciding: bool = False


def marked(text: str, because: Sequence[Mapping[str, Any]], *, where: str) -> Marks:
    """Return where the deciding words stand in `text`, in order."""
    marks = [
        (int(b["start"]), int(b["end"])) for b in because if b.get("where") == where
    ]
    known = [(start, end) for start, end in marks if 0 <= start < end <= len(text)]
    return merged(whole_words(text, start=start, end=end) for start, end in known)


def passages(
    text: str, because: Sequence[Mapping[str, Any]], *, where: str
) -> list[Passage]:
    """Return `text` whole, in order, with the deciding words as passages of their own.

    Places outside the text and reversed ones are left out rather than trusted; those that
    overlap are one, and none cuts a word or a number.
    """
    parts: list[Passage] = []
    reached = 0
    for start, end in marked(text, because, where=where):
        if start > reached:
            parts.append(Passage(text[reached:start]))
        parts.append(Passage(text[start:end], is_deciding=True))
        reached = end
    if reached < len(text):
        parts.append(Passage(text[reached:]))
    return parts
