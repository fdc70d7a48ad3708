"""The day of a talk on which a mail looks back: "thank you for the call this morning"; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from onward.mail.rules.appointments.retelling import Told
from onward.mail.rules.appointments.time_talk import placed_sentences
from onward.mail.rules.basics.tables import tables

_MOST_READ = 2_500
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


def _looks_back(low: str, *, words: Mapping[str, re.Pattern[str]]) -> bool:
    is_said = words["back"].search(low) and words["talk"].search(low)
    return is_said is not None and words["unsaid"].search(low) is None
