"""What a letter to many quotes, or takes for its theme: words that are told to nobody; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onward.mail.rules.basics.tables import part_of_all
from onward.mail.rules.basics.text import Span, blanked, compared
from onward.mail.rules.types import ENDINGS, HELD, Because, Message
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.classify import classify
from onward.mail.rules.verdicts.context import is_bulk

_TOLD = ENDINGS | HELD
_PRECEDENCE = frozenset({"bulk", "list"})
_OPENS, _CLOSES = '"“„«»‟', '"”“»«‟'
_QUOTED = re.compile(
    rf"(?<!\w)[{_OPENS}]\s?(?=\w)(?:[^{_OPENS}{_CLOSES}\n]|\n(?!\s*\n)){{6,300}}[{_CLOSES}](?!\w)"
)
_STOP = re.compile(r"[.!?]\s|\n\s*\n|\n(?=\S)")
_AROUND = 160
_LEAST_WORDS = 4
"""Of a sentence that is quoted: "Position filled" is a status, and "Vorstellungsgespräch" a word."""


def without_quoted(
    said: Classification, *, message: Message, system: str
) -> tuple[Message, Classification]:
    """Return a letter to many without what it quotes or is about, and what a rule reads then.

    "“We went with another candidate”: what it really means" is the headline of a column. What
    a tracking system sends, what answers, and a status or an application in quotation marks
    ("Your status is now “Not selected”") is told to the reader, and so is all where the mail
    speaks of their application besides, and is no column on such letters.
    """
    clues = said.clues
    if system or clues.is_answer or clues.is_known or not _is_to_many(message):
        return message, said
    is_theme = _is_theme(message.subject)
    if not is_theme and (said.verdict in HELD or _is_of_application(message)):
        return message, said
    while said.verdict in _TOLD:
        rest = replace(
            message,
            subject=_headline(message.subject, said.because),
            text=_without(message.text, said.because, where="body"),
        )
        if rest == message:
            break
        message, said = rest, classify(rest, system=system)
    return message, said


def _is_to_many(message: Message) -> bool:
    headers = message.headers
    if "in-reply-to" in headers:
        return False
    is_listed = headers.get("precedence", "").strip().lower() in _PRECEDENCE
    return is_listed or is_bulk(message)


def _is_theme(subject: str) -> bool:
    """Say whether a subject is the headline of a column on such letters."""
    return part_of_all("headlines", "theme").search(compared(subject)) is not None


def _is_of_application(message: Message) -> bool:
    """Say whether a letter speaks of an application, outside what it quotes."""
    spans = [found.span() for found in _QUOTED.finditer(message.text)]
    own = f"{message.subject}\n{blanked(message.text, spans)}"
    return part_of_all("other_matters", "applied").search(compared(own)) is not None


def _headline(subject: str, because: Sequence[Because]) -> str:
    """Return a subject without what decides in quotation marks; nothing of one that is about what decides in it."""
    rest = _without(subject, because, where="subject")
    is_told = any(each.where == "subject" for each in because)
    return "" if is_told and _is_theme(rest) else rest


def _without(text: str, because: Sequence[Because], *, where: str) -> str:
    """Return a text without the quotations in which words that decide stand."""
    told = [each for each in because if each.where == where]
    spans = [
        (start, end)
        for start, end in _quotes(text)
        if any(_is_said_in(start, end, each) for each in told)
    ]
    return blanked(text, spans)


def _is_said_in(start: int, end: int, each: Because) -> bool:
    """Say whether words that decide stand in a quotation, and not around it: 'the role "Clerk" has been filled'."""
    is_around = each.start < start and end < each.end
    return start < each.end and each.start < end and not is_around


def _quotes(text: str) -> Iterator[Span]:
    """Yield what stands in quotation marks and is no status and no word of an application."""
    for found in _QUOTED.finditer(text):
        if len(found.group().split()) < _LEAST_WORDS:
            continue
        before = text[max(0, found.start() - _AROUND) : found.start()]
        if part_of_all("headlines", "handed_on").search(compared(before)):
            continue
        behind = text[found.end() : found.end() + _AROUND]
        words = compared(f"{_STOP.split(before)[-1]} {_STOP.split(behind)[0]}")
        is_of_reader = part_of_all("statuses", "label").search(words)
        if not (is_of_reader or part_of_all("other_matters", "applied").search(words)):
            yield found.span()
