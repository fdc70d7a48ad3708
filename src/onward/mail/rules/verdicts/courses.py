"""Word of a course that is full, on which the reader wanted to learn; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.tables import table_part
from onward.mail.rules.basics.text import compared, own_text
from onward.mail.rules.types import ENDINGS, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.voice import language_for

_WORDS = "courses"
_NOES = ENDINGS | {Verdict.AMBIGUOUS}


def of_course(
    said: Classification, *, message: Message, is_known: bool
) -> Classification:
    """Return ordinary mail in the place of a no that tells of a place on a course.

    "Your application for the welding course was not successful, as it is full": whoever teaches
    something writes as employers do. Who teaches it, an apprentice and whoever is paid to learn
    applied for work, and keep their no.

    Args:
        is_known: The person applied to whoever sends it.
    """
    if is_known or said.verdict not in _NOES or said.clues.is_from_hiring:
        return said
    code = language_for(message)
    told = (message.subject, own_text(message.text))
    wanted = table_part(_WORDS, code, "wanted")
    if not any(wanted.search(compared(each)) for each in told):
        return said
    work = table_part(_WORDS, code, "work")
    if any(work.search(compared(each)) for each in (message.sender.name, *told)):
        return said
    return replace(said, verdict=Verdict.OTHER, because=())
