"""What offices write to people without work: their own talks and their receipts; pure."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import fold, lower, own_text
from onward.mail.rules.facts.contact import is_person
from onward.mail.rules.types import ENDINGS, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.deciding import is_by_ear

_ASKS = frozenset(
    {Verdict.INTERVIEW, Verdict.INFORMATION_REQUEST, Verdict.AMBIGUOUS}
    | {Verdict.ASSESSMENT}
)
_PAPERS = frozenset({Verdict.CONFIRMATION, Verdict.INFORMATION_REQUEST})
_MISHEARD = frozenset({Verdict.REJECTION, Verdict.AMBIGUOUS, Verdict.OFFER})
_SIGNED = 5
"""So many of the last lines may name the office that wrote."""

_MOST_CHARS = 80
"""A longer line is a sentence, and says nothing of who wrote."""


def of_office(said: Classification, *, message: Message) -> Classification:
    """Return what an office says: ordinary mail of its own talk or papers, an opening handed on.

    A summons of the office for people without work ("I would like to discuss your
    situation") reads as an employer's invitation does; so does the receipt of an insurer
    ("Your papers have arrived"). An opening that an office hands on is something else, as
    is one of its own: "Here is a vacancy, please apply" is heard as an offer, or as a no.
    What it says of the search ("you said you already applied with them") is no no for only
    sounding like one. A practice's day for a patient is moved in the words of a talk.
    """
    if _is_opening(said, message=message):
        return replace(said, verdict=Verdict.OUTREACH)
    if _is_patients(said, message=message):
        return replace(said, verdict=Verdict.OTHER, because=())
    is_heard = said.verdict in ENDINGS and is_by_ear(said)
    is_own = ((said.verdict in _ASKS or is_heard) and _is_own_talk(message)) or (
        said.verdict in _PAPERS
        and not said.clues.is_known
        and _is_about_papers(message, is_from_hiring=said.clues.is_from_hiring)
    )
    return replace(said, verdict=Verdict.OTHER, because=()) if is_own else said


def _is_patients(said: Classification, *, message: Message) -> bool:
    """Say whether a practice's desk asks somebody to come whom it does not know, and names no work.

    "We have to move Jakob's appointment. Would Thursday at 3:15 suit you?" The dentist in
    person, or whoever answers, may mean a talk.
    """
    clues = said.clues
    is_stranger = not (clues.is_known or clues.is_from_hiring or clues.is_answer)
    is_stranger = is_stranger and not is_person(message.sender)
    if said.verdict is not Verdict.INTERVIEW or not (is_stranger and is_by_ear(said)):
        return False
    is_practice = _part("practice").search(writer_of(message))
    return bool(is_practice) and not _part("work").search(_words(message))


def _is_opening(said: Classification, *, message: Message) -> bool:
    """Say whether an office points to an opening, which no rule reads as anything else.

    It offers no job that no rule finds: who does writes themselves.
    """
    if said.verdict not in _MISHEARD or not is_by_ear(said):
        return False
    heard = lower(fold(said.because[0].words)) if said.because else ""
    if said.verdict is Verdict.REJECTION and not _part("work").search(heard):
        return False  # "They took somebody else. Please apply for the next one."
    if not _part("office").search(writer_of(message)):
        return False
    is_offer = said.verdict is Verdict.OFFER
    return is_offer or bool(_part("apply").search(_words(message)))


def _is_own_talk(message: Message) -> bool:
    """Say whether an office for people without work asks to talk of their search."""
    words = _words(message)
    if not (_part("office").search(writer_of(message)) or _is_program(words)):
        return False
    return bool(_part("own_talk").search(words)) and not _part("handed_on").search(
        words
    )


def _is_program(words: str) -> bool:
    """Say whether a review is named that only such an office holds, whatever it is called there."""
    return bool(table_part("offices", "en", "program").search(words))


def _is_about_papers(message: Message, *, is_from_hiring: bool) -> bool:
    """Say whether an insurer or an office has papers of the reader, and names no work."""
    writer = writer_of(message)
    is_payer = _part("payer").search(writer) and not is_from_hiring
    if not (is_payer or _part("office").search(writer)):
        return False
    return not _part("work").search(_words(message))


def _words(message: Message) -> str:
    return lower(fold(f"{message.subject}\n{own_text(message.text)}"))


def writer_of(message: Message) -> str:
    """Return what names who wrote: the sender, and the short lines at the end."""
    lines = [line.strip() for line in own_text(message.text).splitlines()]
    last = [line for line in lines if line][-_SIGNED:]
    signed = [line for line in last if len(line) <= _MOST_CHARS]
    sender = message.sender
    return lower(fold("\n".join((sender.name, sender.address, *signed))))


@cache
def _part(name: str) -> re.Pattern[str]:
    """Return what finds a part of the table in any language."""
    return re.compile("|".join(table[name] for table in tables("offices").values()))
