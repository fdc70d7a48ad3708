"""Word of a flat that somebody applied for, in the tone of hiring; pure."""

from __future__ import annotations

import re
from dataclasses import replace

from onward.mail.rules.basics.tables import table_part
from onward.mail.rules.basics.text import compared, own_text
from onward.mail.rules.facts.titles.role import is_role_like
from onward.mail.rules.facts.titles.words import titles_in
from onward.mail.rules.types import NOT_HIRING, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification, asked
from onward.mail.rules.verdicts.voice import language_for

_WORDS = "flats"
_OTHERS_WORDS = "other_matters"
_PART = re.compile(r"[,;:|]\s+|\s+[-–|/]\s+|[()]")


def of_flat(said: Classification, *, message: Message) -> Classification:
    """Return ordinary mail in the place of what was said of a flat: its subject names it, or the application does.

    "Thank you for your application for the two-bed flat. We chose somebody else". Where
    the reader wrote there before, that may have been about work. A housing company hires too, and
    names the job, or work, or an interview.
    """
    clues = said.clues
    if said.verdict in NOT_HIRING or clues.names_job or clues.is_from_hiring:
        return said
    code = language_for(message)
    subject = compared(message.subject)
    words = f"{subject}\n{compared(own_text(message.text))}"
    is_flat = table_part(_WORDS, code, "subject").search(subject) or table_part(
        _WORDS, code, "applied"
    ).search(words)
    is_work = table_part(_OTHERS_WORDS, code, "work").search(words)
    is_work = is_work or table_part("interviewing", code, "talk").search(words)
    if not is_flat or is_work or _names_title(message.subject):
        return said
    if clues.is_known:
        return asked(said)
    return replace(said, verdict=Verdict.OTHER, because=())


def _names_title(subject: str) -> bool:
    """Say whether a subject names a job beside a flat: "Hauswartin, 3.5-Zimmer-Wohnung"."""
    return any(map(is_role_like, _PART.split(subject))) or any(titles_in(subject))
