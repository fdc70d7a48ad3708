"""An interview that a tool for appointments calls off or moves in its subject; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.appointments.moved_words import subject_begins
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.facts.employers.scheduling import is_tool, names_interview
from onward.mail.rules.facts.systems import System
from onward.mail.rules.types import NOT_HIRING, Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification

RULE = "appointment-by-tool"
_SURE = 0.9


def told_by_tool(
    said: Classification, *, message: Message, system: System
) -> Classification:
    """Return that a tool's notice is about an interview, where few words of it say so.

    "Canceled: Phone Screen", "Abgesagt: Kennenlerngespräch": below stand no more than a form's
    words.
    """
    is_open = said.verdict in NOT_HIRING or said.verdict is Verdict.AMBIGUOUS
    if not is_open or not is_tool(system):
        return said
    title = lower(fold(message.subject)).strip()
    begins = (subject_begins(kind) for kind in ("subject_moves", "subject_calls_off"))
    if not (names_interview(title) and any(each.search(title) for each in begins)):
        return said
    subject = message.subject
    words = Because(RULE, subject, "subject", 0, len(subject))
    return replace(
        said,
        verdict=Verdict.INTERVIEW,
        confidence=_SURE,
        because=(words, *said.because),
    )
