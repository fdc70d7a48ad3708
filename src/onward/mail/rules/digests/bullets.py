"""One answer on several openings that stand below it, a title a line and nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower, strip_quoted
from onward.mail.rules.digests.names import MARK, Named, names_in
from onward.mail.rules.digests.words import FEWEST
from onward.mail.rules.facts.employers.names import company_key
from onward.mail.rules.facts.requisition import requisition_key
from onward.mail.rules.facts.titles.role import role_key
from onward.mail.rules.facts.titles.words import is_surely_title
from onward.mail.rules.types import Because, Message

_READ_CHARS = 6_000
_MOST = 12
_LONGEST_TITLE = 110
_MOST_WORDS = 12
_LONGEST_LEAD = 400
_MARKED = re.compile(r"^\s*(?:[-*•·▪‣–+]|\(?\d{1,2}[.)])\s+\S")
_APPLIED = re.compile(
    r"\bappl|bewerb|candida|solicitud|postul|sollicit|aplikac|zgłosz|başvur|ansök"
)
_ENDS = " \t;,."
_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class _Words:
    """How one language leads over to openings that a mail answers on."""

    listed: re.Pattern[str]
    elsewhere: re.Pattern[str]


@cache
def _words(language: str) -> _Words | None:
    data = tables("openings").get(language, {})
    if "listed" not in data:
        return None
    return _Words(re.compile(data["listed"]), re.compile(data["elsewhere"]))


def openings_listed(
    message: Message, *, language: str, because: Iterable[Because]
) -> tuple[Named, ...]:
    """Return the openings below a line that speaks of all of them, at least two, or none.

    "Unfortunately we cannot offer you the following positions:" and a title on each line
    below, with its number, or the employer, if any. Every line has to be a title; a list
    of openings to look at instead is none of the reader's applications. The line above has
    to hold the words that decide, or to speak of applications.

    Args:
        language: The language of the letter, "" where it is not known.
        because: The words by which the mail as a whole was read.
    """
    deciding = [_one_line(lower(fold(b.words))) for b in because if b.where == "body"]
    words = _words(language or _LANGUAGE)
    if words is None or ":" not in message.text[:_READ_CHARS]:
        return ()
    own = message.text[:_READ_CHARS]
    text = "\n".join(own[start:end] for start, end in strip_quoted(own))
    for lead, lines in _lists(fold(text).split("\n")):
        low = lower(lead)
        if not words.listed.search(low) or words.elsewhere.search(low):
            continue
        is_said = any(each in low for each in deciding if each)
        if not is_said and not _APPLIED.search(low):
            continue
        openings = _openings(lines)
        if len(openings) >= FEWEST:
            return openings[:_MOST]
    return ()


def _lists(lines: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each paragraph's last sentence that ends in a colon, and the lines below it."""
    for place, line in enumerate(lines):
        if not line.rstrip().endswith(":"):
            continue
        lead = _sentence(lines[: place + 1])
        start = place + 1
        while start < len(lines) and not lines[start].strip():
            start += 1
        yield lead, list(_below(lines[start:]))


def _sentence(lines: Sequence[str]) -> str:
    """Return the sentence that ends where these lines do; a line may have broken it."""
    start = len(lines) - 1
    while start > 0 and lines[start - 1].strip():
        start -= 1
    paragraph = _one_line(" ".join(lines[start:]))[-_LONGEST_LEAD:]
    return re.split(r"(?<=[.!?])\s+", paragraph)[-1].rstrip(": ")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _below(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a list: marked ones, else those up to the next blank line."""
    is_marked = bool(lines) and _MARKED.match(lines[0]) is not None
    for place, line in enumerate(lines):
        if not line.strip():
            following = next((each for each in lines[place:] if each.strip()), "")
            if is_marked and _MARKED.match(following):
                continue
            return
        if is_marked and not _MARKED.match(line):
            return
        yield MARK.sub("", line).strip(_ENDS)


def _openings(lines: Sequence[str]) -> tuple[Named, ...]:
    """Return what the lines name, each opening once; none where a line is no title."""
    found: dict[tuple[str, ...], Named] = {}
    for line in lines:
        named = _title(line)
        if named is None:
            return ()
        keys = (company_key(named.company), role_key(named.role))
        found.setdefault((*keys, requisition_key(named.requisition)), named)
    return tuple(found.values())


def _title(line: str) -> Named | None:
    if not 0 < len(line) <= _LONGEST_TITLE or len(line.split()) > _MOST_WORDS:
        return None
    named = names_in([line])
    is_title = is_surely_title(named.role)
    return named if named.role and is_title else None
