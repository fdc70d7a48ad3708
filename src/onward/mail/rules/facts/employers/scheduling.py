"""Names in mail of a tool for appointments: of those who meet, of the meeting, of neither firm."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onward.mail.rules.basics.text import lower
from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.employers.display import is_plain_person
from onward.mail.rules.facts.employers.names import name_words
from onward.mail.rules.facts.systems import System, SystemKind

_WORD = re.compile(r"[\w-]+")


def without_meetings(
    candidates: Iterable[Candidate], *, system: System
) -> list[Candidate]:
    """Return the candidates without persons and meetings, where such a tool sent the mail.

    "Confirmed: Phone Screen with Dana Fields" names who will call, and no employer; nor is
    "Sent from Calendly" one.
    """
    if not system.name or system.kind is not SystemKind.SCHEDULER:
        return list(candidates)
    return [
        each
        for each in candidates
        if not is_plain_person(each.name)
        and system.name not in each.name
        and name_words().meetings.isdisjoint(_WORD.findall(lower(each.name)))
    ]
