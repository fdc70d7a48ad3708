"""Whether the person asks in their own mail for another time of an interview; pure."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower, unquoted

_MOST_READ = 2_000
_SENTENCE = re.compile(r"[^.!?\n]*(?:\.(?=\S)[^.!?\n]*)*[.!?\n]?")


@cache
def _phrases() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds that a time does not suit, and that another one is meant."""
    data = tables("asks_other_time").values()

    def joined(kind: str) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(each[kind] for each in data)})(?!\w)")

    return joined("cannot"), joined("other")


def asks_other_time(text: str) -> bool:
    """Say whether the words of an answer to an invitation ask for another time.

    It says that the time does not suit, or asks about another one.
    """
    head = text[:_MOST_READ]
    low = lower(fold(head))
    own = "\n".join(low[start:end] for start, end in unquoted(head))
    cannot, other = _phrases()
    return any(
        cannot.search(sentence) or (sentence.endswith("?") and other.search(sentence))
        for sentence in _SENTENCE.findall(own)
    )
