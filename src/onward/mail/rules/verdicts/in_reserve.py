"""A place in reserve behind whoever was chosen, and a no that somebody else got; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.needed import part_finder
from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import says_part, table_part, tables
from onward.mail.rules.basics.text import Span, plain
from onward.mail.rules.types import Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.deciding import BY_EAR, INTENT_OF
from onward.mail.rules.verdicts.thresholds import LEAST_UNNAMED

_RECEIPT = f"{BY_EAR}{INTENT_OF[Verdict.CONFIRMATION]}"
_OPEN = frozenset({Verdict.REJECTION, Verdict.AMBIGUOUS})


def of_reserve(said: Classification, *, message: Message) -> Classification:
    """Return word on an application where the reader stands in reserve, and nothing beside it is a no.

    "You are in reserve: if the person chosen leaves, we will call you" has the words of a no.
    """
    if said.verdict not in _OPEN or not _may_be_place(plain(message.text)):
        return said
    told = told_sentences(message.text)
    span = next((each.span for each in told if _is_place(each.words)), None)
    if span is None or not all(_is_at(each, span) for each in said.because):
        return said
    words = Because(_RECEIPT, message.text[span[0] : span[1]], "body", *span)
    sure = max(said.confidence, LEAST_UNNAMED)
    return replace(
        said, verdict=Verdict.CONFIRMATION, confidence=sure, because=(words,)
    )


def of_kin(said: Classification, *, message: Message) -> Classification:
    """Return ordinary mail in the place of a no that a friend tells of their own family.

    "They didn't take my brother either. Lunch on Sunday?"
    """
    if said.verdict is not Verdict.REJECTION or said.clues.is_from_hiring:
        return said
    told = told_sentences(message.text)
    spans = [each.span for each in told if _is_of_kin(each.words)]
    is_theirs = bool(said.because) and all(
        any(_is_at(each, span) for span in spans) for each in said.because
    )
    return replace(said, verdict=Verdict.OTHER, because=()) if is_theirs else said


def _may_be_place(low: str) -> bool:
    return part_finder("in_reserve", tuple(tables("in_reserve")), "place")(low)


def _is_at(each: Because, span: Span) -> bool:
    """Say whether deciding words stand in a sentence, or in no body at all."""
    return each.where != "body" or span[0] <= each.start < span[1]


def _is_place(words: str) -> bool:
    return any(
        says_part("in_reserve", code, "place", words=words)
        for code in tables("in_reserve")
    )


def _is_of_kin(words: str) -> bool:
    return any(table_part("kin", code, "no").search(words) for code in tables("kin"))
