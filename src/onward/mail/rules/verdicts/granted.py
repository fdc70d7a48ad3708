"""What offices grant to who applies for it: a benefit, a permit, a paper; pure."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import filled, table_part, tables
from onward.mail.rules.basics.text import compared, own_text
from onward.mail.rules.facts.titles.role import is_role_like
from onward.mail.rules.types import NOT_HIRING, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification, asked
from onward.mail.rules.verdicts.voice import language_for

_WORDS = "granted"
_NEVER_SAID = NOT_HIRING | {Verdict.OFFER, Verdict.OUTREACH}


def of_granted(said: Classification, *, message: Message) -> Classification:
    """Return ordinary mail in the place of what an office says of a benefit or a permit that the reader applied for.

    "Your application for SNAP benefits has been received. An interview is required." An office
    hires too, and then names a job, or work, or whom it chose. What is paid to who lost a job is
    no job whatever stands beside it.
    """
    clues = said.clues
    if said.verdict in _NEVER_SAID or clues.is_known or clues.is_system:
        return said
    code = language_for(message)
    if code not in tables(_WORDS):
        return said
    words = compared(f"{message.subject}\n{own_text(message.text)}")
    if _is_asked(said, message, words=_asked(code, "jobless")):
        return replace(said, verdict=Verdict.OTHER, because=())
    if not _asked(code, "thing").search(words):
        return said
    is_of_work = table_part("other_matters", code, "work").search(words)
    is_of_work = is_of_work or table_part("interviewing", code, "chosen").search(words)
    if is_of_work or is_role_like(message.subject):
        return said
    is_asked = _is_asked(said, message, words=_asked(code, "thing"))
    if clues.is_from_hiring and (clues.names_job or not is_asked):
        # "Jobs" is a name of the offices that pay who has none, too.
        return said
    if not is_asked:
        return asked(said) if said.verdict is Verdict.INTERVIEW else said
    return replace(said, verdict=Verdict.OTHER, because=())


def _is_asked(
    said: Classification, message: Message, *, words: re.Pattern[str]
) -> bool:
    """Say whether it is named in the subject, or where the mail says what it was read for.

    "Can you come for an interview? If you have an application for one pending, bring the slip."
    """
    if words.search(compared(message.subject)):
        return True
    spans = [each for each in said.because if each.where == "body"]
    return any(
        words.search(told.words)
        for told in told_sentences(message.text)
        if not spans or any(told.start <= span.start < told.end for span in spans)
    )


@cache
def _asked(code: str, part: str) -> re.Pattern[str]:
    """Return what finds an application or an appointment for what is granted, or for a part of it."""
    table = tables(_WORDS)[code]
    return re.compile(filled(table["asked"], {**table, "thing": table[part]}))
