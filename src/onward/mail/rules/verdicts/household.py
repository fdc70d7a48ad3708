"""Receipts of what people apply for that is no work: a supplier, a meter, a number; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import compared, own_text
from onward.mail.rules.types import Message, Verdict
from onward.mail.rules.verdicts.classification import Classification

_RECEIPTS = frozenset({Verdict.CONFIRMATION, Verdict.AMBIGUOUS})


def of_household(said: Classification, *, message: Message) -> Classification:
    """Return ordinary mail in the place of the receipt of a request that is about no work.

    "We have received your application for a smart meter. A technician will be in touch" has
    the words of a receipt, and a job's title.
    """
    if said.verdict not in _RECEIPTS or said.clues.is_from_hiring:
        return said
    words = compared(f"{message.subject}\n{own_text(message.text)}")
    is_other = any(
        table_part("household", code, "asked_for").search(words)
        and not table_part("household", code, "work").search(words)
        for code in tables("household")
    )
    return replace(said, verdict=Verdict.OTHER, because=()) if is_other else said
