"""What offices grant to who applies for it: a benefit, a permit, a paper; pure."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from onward.mail.rules.basics.sentences import Told, told_sentences
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
    is_of_job = is_role_like(message.subject) or _names_title(message.text)
    if not is_of_job and _is_asked(said, message, words=_asked(code, "jobless")):
        return replace(said, verdict=Verdict.OTHER, because=())
    thing = _asked(code, "thing")
    is_named = thing.search(compared(message.subject)) is not None
    sentences = told_sentences(message.text)
    if not (is_named or any(_is_told(told, words=thing) for told in sentences)):
        return said
    is_of_work = table_part("other_matters", code, "work").search(words)
    is_of_work = is_of_work or table_part("interviewing", code, "chosen").search(words)
    if is_of_work or is_of_job:
        return said
    is_asked = _is_asked(said, message, words=thing)
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
        _is_told(told, words=words)
        for told in told_sentences(message.text)
        if not spans or any(told.start <= span.start < told.end for span in spans)
    )


# "Bring your application for a licence", "… because your application for a licence is pending":
# what the work needs of the reader.
_NEEDED = re.compile(
    r"\b(?:bring|bringing|send|proof|because|subject to|needs?|required|mitbringen|bringen|nachweis\w*|weil|voraussetzung)\b"
)


def _is_told(told: Told, *, words: re.Pattern[str]) -> bool:
    found = words.search(told.words)
    return found is not None and not _NEEDED.search(told.words[: found.start()])


_LABELLED = re.compile(r"(?:^|[\n,;:] ?)([A-Z][\w /-]{3,50})(?=[,;.\n]|$)")


def _names_title(text: str) -> bool:
    """Say whether a title stands by itself beside it: "Unemployment Insurance, Claims Examiner II"."""
    return any(is_role_like(found[1]) for found in _LABELLED.finditer(text[:2_000]))


@cache
def _asked(code: str, part: str) -> re.Pattern[str]:
    """Return what finds an application or an appointment for what is granted, or for a part of it."""
    table = tables(_WORDS)[code]
    return re.compile(filled(table["asked"], {**table, "thing": table[part]}))
