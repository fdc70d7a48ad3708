"""Offers of work for nothing, which are no job: "a volunteer shift at the food bank"; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.sentences import own_sentences
from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import compared, own_text
from onward.mail.rules.types import Message, Verdict
from onward.mail.rules.verdicts.classification import Classification


def of_volunteers(said: Classification, *, message: Message) -> Classification:
    """Return ordinary mail in the place of an offer of a volunteer's place, where nothing is paid.

    Who leads volunteers, or works for a charity that has some, is offered a job.
    """
    if said.verdict is not Verdict.OFFER:
        return said
    offered = [
        compared(message.text[start:end])
        for start, end in own_sentences(message.text)
        if any(b.where == "body" and start <= b.start < end for b in said.because)
    ]
    whole = compared(f"{message.subject}\n{own_text(message.text)}")
    is_unpaid = any(
        any(map(table_part("volunteers", code, "post").search, offered or [whole]))
        and not table_part("volunteers", code, "paid").search(whole)
        for code in tables("volunteers")
    )
    return replace(said, verdict=Verdict.OTHER, because=()) if is_unpaid else said
