"""The list of other jobs that a board puts below its own words: "Similar jobs for you"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from onward.mail.rules.basics.needed import finder_of
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import blanked, lower
from onward.mail.rules.types import Message, Verdict

_LINE = re.compile(r"[^\n]+")
_LONGEST_HEAD = 80
_LEAST_WORDS_ABOVE = 6
_AROUND = " \t*_#=>•·:-–—…|!.\u200b"
_WORD = re.compile(r"[^\W\d_]{2,}")


def without_more_jobs(message: Message, *, verdict: Verdict) -> Message:
    """Return a message whose list of other jobs is blanked, from the line above it to its end.

    What names the job that it is about stands above: a mail that is no more than such a list
    stays as it is.

    Args:
        verdict: Of who writes first the list is what the mail is about.
    """
    start = None if verdict is Verdict.OUTREACH else _start(message.text)
    if start is None:
        return message
    text = blanked(message.text, [(start, len(message.text))])
    return replace(message, text=text)


def _start(text: str) -> int | None:
    """Return where the line above the list begins; None where there is no list, or nothing else."""
    low = lower(text)
    if not _may_head()(low):
        return None
    for line in _LINE.finditer(low):
        words = line[0].strip(_AROUND)
        if not 0 < len(words) <= _LONGEST_HEAD or not _heads().fullmatch(words):
            continue
        above = _WORD.findall(low, 0, line.start())
        return line.start() if len(above) >= _LEAST_WORDS_ABOVE else None
    return None


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(
        "|".join(table["heads"] for table in tables("more_jobs").values())
    )


@cache
def _may_head() -> Callable[[str], bool]:
    return finder_of([_heads()])
