"""The day of a talk on which a mail looks back: "thank you for the call this morning"; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from onward.mail.rules.appointments.retelling import Told
from onward.mail.rules.appointments.time_talk import placed_sentences
from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import Span, own_text
from onward.mail.rules.types import Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.deciding import BY_EAR, INTENT_OF, is_by_ear
from onward.mail.rules.verdicts.thresholds import LEAST_UNNAMED, SURE_POINTS

_MOST_READ = 2_500
_TALK = f"{BY_EAR}{INTENT_OF[Verdict.INTERVIEW]}"
_AGO = {"today": 0, "yesterday": 1}


@cache
def _phrases() -> tuple[Mapping[str, re.Pattern[str]], ...]:
    return tuple(
        {kind: re.compile(part) for kind, part in table.items()}
        for table in tables("held").values()
    )


def held_on(own: str, *, told: Told, told_on: date) -> date | None:
    """Return the day of the one talk on which a mail only looks back; None where unsure.

    It is the day of the mail, or the one before. What names a day to come, asks for one or
    speaks of a further talk is an invitation as well, and tells of that instead.

    Args:
        own: The writer's own words.
        told: What they say of when an interview is.
    """
    is_ahead = any(day > told_on for day in told.meeting) or told.is_vague
    if told.asks or told.is_another or is_ahead:
        return None
    days = {
        told_on - timedelta(days=ago)
        for _, _, low in placed_sentences(own[:_MOST_READ])
        for words in _phrases()
        if _looks_back(low, words=words)
        for kind, ago in _AGO.items()
        if words[kind].search(low)
    }
    return days.pop() if len(days) == 1 else None


def of_held_talk(said: Classification, *, message: Message) -> Classification:
    """Return the interview that mail looks back on which decides nothing else, of who is known.

    So does an answer that speaks of a job.

    "Thank you for the call yesterday. I will talk to my manager": the talk took place.
    """
    is_open = said.verdict is Verdict.AMBIGUOUS and is_by_ear(said)
    clues = said.clues
    is_of_job = clues.is_answer and clues.points >= SURE_POINTS
    if not is_open or not (clues.is_known or is_of_job):
        return said
    if "?" in own_text(message.text):
        return said
    span = next(_looking_back(message.text), None)
    if span is None:
        return said
    words = Because(_TALK, message.text[span[0] : span[1]], "body", *span)
    sure = max(said.confidence, LEAST_UNNAMED)
    return replace(said, verdict=Verdict.INTERVIEW, confidence=sure, because=(words,))


def _looking_back(text: str) -> Iterator[Span]:
    """Yield the sentences that look back on a talk of today or of yesterday."""
    for each in told_sentences(text[:_MOST_READ]):
        low = each.words
        for words in _phrases():
            is_of_day = any(words[kind].search(low) for kind in _AGO)
            if is_of_day and _looks_back(low, words=words):
                yield each.span


def _looks_back(low: str, *, words: Mapping[str, re.Pattern[str]]) -> bool:
    is_said = words["back"].search(low) and words["talk"].search(low)
    return is_said is not None and words["unsaid"].search(low) is None
