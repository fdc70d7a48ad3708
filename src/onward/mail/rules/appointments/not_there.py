"""Whether a text says that a talk is not at a place that it names: a screen, a call, a "not"; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onward.mail.rules.basics.sentences import split_sentences
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import lower

_TABLE = "not_there"
_CLAUSE = re.compile(r"[,;:.!?\n]\s")
_SEE_BEFORE = 160
_SEE_BEHIND = 60


def is_on_screen(text: str) -> bool:
    """Say whether a text tells that the talk is on a screen or a call: "the interview is on Teams"."""
    return any(
        _part("screen").search(sentence) is not None
        and _part("otherwise").search(sentence) is None
        for sentence in _sentences(text)
    )


def is_denied(text: str, *, start: int, end: int) -> bool:
    """Say whether what stands at a place is said not to be it: "do not come to our old office"."""
    low = lower(text)
    before = _CLAUSE.split(low[max(0, start - _SEE_BEFORE) : start])[-1]
    turns = [found.end() for found in _part("turn").finditer(before)]
    before = before[max(turns, default=0) :]
    if _part("not").search(before) is not None:
        return True
    behind = _CLAUSE.split(low[end : end + _SEE_BEHIND])[0]
    return _part("not_behind").search(behind) is not None


def _sentences(text: str) -> Iterator[str]:
    low = lower(text)
    for start, end in split_sentences(low, spans=[(0, len(low))]):
        yield " ".join(low[start:end].split())


@cache
def _part(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{t[name]})" for t in tables(_TABLE).values()))
