"""How long what a text arranges lasts: "09:00 to 15:30", "8.30am - 3pm"."""

from __future__ import annotations

import re
from datetime import time

from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.clock import times_in
from onward.mail.rules.times.days import words_in
from onward.mail.rules.times.named_zones import by_one_clock
from onward.mail.rules.times.when_words import Words

_SHORTEST, _LONGEST = 10, 12 * 60
_HOUR = re.compile(r"\d{1,2}(?:[:.h]\d\d)?(?:\s?(?:[ap]\.?m\.?|uhr|h|hrs))?")
_FAR = 24


def minutes_told(text: str, *, begins: time, words: Words | None = None) -> int | None:
    """Return how many minutes what begins at that hour lasts; None where no one end is told.

    A stretch between whose ends somebody rings says nothing of how long they talk.
    """
    words = words or words_in(text)
    text = by_one_clock(text).text
    found = set()
    for each in times_in(text, words=words):
        before = lower(text[max(0, each.start - _FAR) : each.start])
        if each.at != begins or words.before("window").search(before):
            continue
        end = _end_behind(text[each.start : each.start + 2 * _FAR], words=words)
        if end is not None:
            found.add(_minutes(end) - _minutes(begins))
    length = found.pop() if len(found) == 1 else 0
    return length if _SHORTEST <= length <= _LONGEST else None


def _end_behind(text: str, *, words: Words) -> time | None:
    """Return the time to which the one that a text begins with is joined."""
    hour = _HOUR.search(lower(text))
    joined = hour and words.joins.match(lower(text), hour.end())
    if not joined:
        return None
    behind = text[joined.end() :]
    last = next(times_in(behind, words=words), None)
    return last.at if last is not None and last.start == 0 else None


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
