"""What offices grant to who applies for it: a benefit, a permit, a paper; pure."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from onward.mail.rules.basics.tables import filled, table_part, tables
from onward.mail.rules.basics.text import compared, own_text
from onward.mail.rules.facts.titles.role import is_role_like
from onward.mail.rules.types import NOT_HIRING, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.voice import language_for

_WORDS = "granted"
_NEVER_SAID = NOT_HIRING | {Verdict.OFFER, Verdict.OUTREACH}


def of_granted(said: Classification, *, message: Message) -> Classification:
    """Return ordinary mail in the place of what an office says of a benefit or a permit that the reader applied for.

    "Your application for SNAP benefits has been received. An interview is required." An office
    hires too, and then names a job, or work, or writes from where it hires.
    """
    clues = said.clues
    if said.verdict in _NEVER_SAID or clues.is_known or clues.is_from_hiring:
        return said
    code = language_for(message)
    if code not in tables(_WORDS):
        return said
    words = compared(f"{message.subject}\n{own_text(message.text)}")
    if not _asked(code).search(words):
        return said
    is_of_work = table_part("other_matters", code, "work").search(words)
    if is_of_work or is_role_like(message.subject):
        return said
    return replace(said, verdict=Verdict.OTHER, because=())


@cache
def _asked(code: str) -> re.Pattern[str]:
    """Return what finds an application or an appointment for what is granted."""
    table = tables(_WORDS)[code]
    return re.compile(filled(table["asked"], table))
