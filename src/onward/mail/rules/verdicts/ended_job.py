"""What ends a job that the reader has: no offer, and no word on an application; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.needed import part_finder
from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import says_part, table_part, tables
from onward.mail.rules.basics.text import compared, fold, lower, own_text
from onward.mail.rules.types import NOT_HIRING, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.decided import ends_what_was_offered


def of_ended_job(said: Classification, *, message: Message) -> Classification:
    """Return ordinary mail in the place of what tells that a job the reader has ends.

    Its words are those of an offer ("your employment contract ends on 31 August") or of a
    no ("we have decided to let you go"), and nothing that was applied for is meant.
    """
    if said.verdict in NOT_HIRING or not tells_of_ended_job(message):
        return said
    return replace(said, verdict=Verdict.OTHER, confidence=0.9, because=())


def tells_of_ended_job(message: Message) -> bool:
    """Say whether a mail ends a job that the reader has, beside no offer and no application."""
    whole = lower(fold(f"{message.subject}\n{message.text}"))
    if not part_finder("ended_job", tuple(tables("ended_job")), "ends")(whole):
        return False
    codes = {code for words in _told(message) for code in _ended_in(words)}
    if not codes or ends_what_was_offered(message):
        return False
    whole = compared(f"{message.subject}\n{own_text(message.text)}")
    return not any(
        table_part("ended_job", code, "hiring").search(whole) for code in codes
    )


def _ended_in(words: str) -> list[str]:
    """Return the languages in which a sentence says that a job ends."""
    return [
        code
        for code in tables("ended_job")
        if says_part("ended_job", code, "ends", words=words)
    ]


def _told(message: Message) -> list[str]:
    """Return the subject and each sentence that the sender wrote, ready for the table."""
    return [
        compared(message.subject),
        *(each.words for each in told_sentences(message.text)),
    ]
