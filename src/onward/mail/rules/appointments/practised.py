"""Interviews that a course or an advice centre only plays: "simuliertes Vorstellungsgespräch"; pure."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower, own_text
from onward.mail.rules.facts.employers.scheduling import names_interview
from onward.mail.rules.types import Message, Verdict
from onward.mail.rules.verdicts.beside import names_opening
from onward.mail.rules.verdicts.classification import Classification

_MAY_BE_PLAYED = frozenset(
    {Verdict.INTERVIEW, Verdict.AMBIGUOUS, Verdict.ASSESSMENT}
    | {Verdict.INFORMATION_REQUEST, Verdict.OUTREACH}
)
_SURE = 0.9


def of_practice(said: Classification, *, message: Message) -> Classification:
    """Return ordinary mail where each interview that it names is only played, and it tells of no opening.

    "Before your interview on Tuesday we'll do a mock interview" names another; the advert that
    is to be brought along is of no opening of whoever practises.
    """
    if said.verdict not in _MAY_BE_PLAYED:
        return said
    text = lower(fold(f"{message.subject}\n{own_text(message.text)}"))
    rest = _part("played").sub(" ", text)
    if rest == text or names_interview(rest):
        return said
    if names_opening(_part("brought").sub(" ", rest)):
        return said
    return replace(said, verdict=Verdict.OTHER, confidence=_SURE, because=())


@cache
def _part(name: str) -> re.Pattern[str]:
    parts = (part for table in tables("practised").values() for part in table[name])
    return re.compile("|".join(parts))
