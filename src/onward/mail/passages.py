"""A message's text cut into plain passages and the words that decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onward.mail.rules.taught.deciding import merged


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text; `is_deciding` for words that the verdict rests on."""

    text: str
    is_deciding: bool = False


def passages(
    text: str, because: Sequence[Mapping[str, Any]], *, where: str
) -> list[Passage]:
    """Return `text` whole, in order, with the deciding words as passages of their own.

    Places outside the text and reversed ones are left out rather than trusted; those that
    overlap are one.
    """
    marks = [
        (int(b["start"]), int(b["end"])) for b in because if b.get("where") == where
    ]
    parts: list[Passage] = []
    reached = 0
    for start, end in merged(m for m in marks if 0 <= m[0] < m[1] <= len(text)):
        if start > reached:
            parts.append(Passage(text[reached:start]))
        parts.append(Passage(text[start:end], is_deciding=True))
        reached = end
    if reached < len(text):
        parts.append(Passage(text[reached:]))
    return parts
