"""The list of other jobs that a board puts below its own words: "Similar jobs for you"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from onward.mail.rules.basics.needed import finder_of
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import Span, blanked, lower
from onward.mail.rules.facts.contact import closings
from onward.mail.rules.types import Message, Verdict

_LINE = re.compile(r"[^\n]+")
_LONGEST_HEAD = 90
_LEAST_WORDS_ABOVE = 6
_AROUND = " \t*_#=>•·:-–—…|!.\u200b"
_WORD = re.compile(r"[^\W\d_]{2,}")
_ANY_WORD = re.compile(r"[\w'-]+")
# "Weitere Jobs für dich: Schichtleiter bei Quast Logistik": the list is on the line itself.
_GOES_ON = re.compile(r"\s*:\s+(?=\w)|\s+[-–—|]\s+(?=\w)")
_BLANK = re.compile(r"\n[ \t]*\n")


def without_more_jobs(message: Message, *, verdict: Verdict) -> Message:
    """Return a message whose list of other jobs is blanked, from the line above it to its end.

    It ends where a letter does; a list that begins on the line that announces it, with its
    paragraph. What names the job that the mail is about stands above: a mail that is no more
    than such a list stays as it is.

    Args:
        verdict: Of who writes first the list is what the mail is about.
    """
    span = None if verdict is Verdict.OUTREACH else _list_in(message.text)
    if span is None:
        return message
    return replace(message, text=blanked(message.text, [span]))


def _list_in(text: str) -> Span | None:
    """Return where the list stands, with the line above it; None where there is none, or nothing else."""
    low = lower(text).replace("’", "'")
    if not _may_head()(low):
        return None
    is_apart = True
    for line in _LINE.finditer(low):
        is_below, is_apart = is_apart, not line[0].strip()
        is_below |= low[: line.start()].endswith("\n\n")
        is_begun = _is_head(line[0], is_apart=is_below)
        if not is_begun and not _is_head_of_line(line[0]):
            continue
        if len(_WORD.findall(low, 0, line.start())) < _LEAST_WORDS_ABOVE:
            return None
        end = _end_of_list(low, line.end()) if is_begun else _paragraph(low, line.end())
        return line.start(), end
    return None


def _is_head(line: str, *, is_apart: bool) -> bool:
    """Say whether a line is above such a list, and no more.

    Args:
        is_apart: Nothing stands right above it: a line of a letter that was wrapped may say
            the same in the middle of a sentence.
    """
    words = line.strip(_AROUND)
    if not 0 < len(words) <= _LONGEST_HEAD:
        return False
    if _heads().fullmatch(words):
        return True
    is_line = line.rstrip(" \t*_").endswith(":")
    is_line |= is_apart and not line.rstrip(" \t*_").endswith((".", "?", ","))
    return is_line and _means_more_jobs(words)


def _is_head_of_line(line: str) -> bool:
    """Say whether a line begins as one above a list does, and goes on with the list."""
    heads = (line[: found.start()] for found in _GOES_ON.finditer(line))
    # "Still looking? See more jobs near you: …"; a question about other jobs announces none.
    asked = (head.rpartition("?")[2] for head in heads)
    return any(_is_head(f"{head}:", is_apart=True) for head in asked)


@cache
def _meant() -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    """Return for each language what the list is of, of which kind these are, and all such a line is made of."""
    return tuple(
        (
            re.compile(rf"(?<![\w-])(?:{table['jobs']})(?![\w-])"),
            re.compile(rf"(?<!\w)(?:{table['alike']})(?!\w)"),
            re.compile(rf"{table['jobs']}|{table['around']}|{table['alike']}|\d+"),
        )
        for table in tables("more_jobs").values()
    )


def _means_more_jobs(words: str) -> bool:
    """Say whether words speak of several jobs, say that they are like another, and say nothing else."""
    told = _ANY_WORD.findall(words)
    return any(
        jobs.search(words) and alike.search(words) and all(map(any_of.fullmatch, told))
        for jobs, alike, any_of in _meant()
    )


def _end_of_list(low: str, start: int) -> int:
    """Return where the words that end a letter stand below a list, or the end of the text."""
    for line in _LINE.finditer(low, start):
        if line[0].strip(" ,.!-") in closings():
            return line.start()
    return len(low)


def _paragraph(low: str, start: int) -> int:
    found = _BLANK.search(low, start)
    end = found.start() if found is not None else len(low)
    return min(end, _end_of_list(low, start))


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(
        "|".join(table["heads"] for table in tables("more_jobs").values())
    )


@cache
def _may_head() -> Callable[[str], bool]:
    return finder_of([_heads(), *(jobs for jobs, _, _ in _meant())])
