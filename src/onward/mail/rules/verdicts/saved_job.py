"""Word of a job that the reader looked at or saved, and did not apply for; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import part_of_all
from onward.mail.rules.basics.text import compared, own_text
from onward.mail.rules.types import ENDINGS, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification

_WORDS = "saved_job"


def of_saved_job(said: Classification, *, message: Message) -> Classification:
    """Return ordinary mail in the place of a no that a board tells of a job which the reader only looked at.

    "The posting you saved has been filled": nobody had applied for it. Where the mail speaks
    of an application besides, or comes from whom the reader was in touch with, it stays.
    """
    if said.verdict not in ENDINGS or said.clues.is_known:
        return said
    saved = part_of_all(_WORDS, "saved")
    if not any(saved.search(each.words) for each in told_sentences(message.text)):
        return said
    whole = compared(f"{message.subject}\n{own_text(message.text)}")
    if part_of_all("other_matters", "applied").search(whole):
        return said
    return replace(said, verdict=Verdict.OTHER, because=())
