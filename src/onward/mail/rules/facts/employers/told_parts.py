"""Whether a part of a subject that is no title can be the employer's name; pure."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.places import whole_places
from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import compared
from onward.mail.rules.facts.employers.agency import is_heard_from
from onward.mail.rules.facts.employers.names import compact, company_key
from onward.mail.rules.facts.material import Material

_FEWEST_WORDS = 2
_AHEAD_CHARS = 12
_INSIDE = re.compile(r"(?<![^\W\d_])[^\W\d_A-ZÀ-ÖØ-Þ]+,? $")


def is_told(name: str, *, material: Material) -> bool:
    """Say whether the mail names a part of its subject anywhere else, as a name.

    "Next step: short exercise (Project Manager)" begins with what comes next, though the
    letter says "as a next step" as well.
    """
    key, sender = compact(company_key(name)), material.message.sender
    is_sender = key in compact(company_key(sender.name))
    if is_sender or key in sender.address.replace("-", ""):
        return True
    if is_matter(name) and not _is_named_inside(name, prose=material.prose):
        return False
    is_spelled = key in compact(company_key(material.prose_low))
    return is_spelled or is_heard_from(name, material=material)


def is_matter(part: str) -> bool:
    """Say whether a part of a subject says what the mail is about: "Next step", "Kurze Frage"."""
    words = compared(part).strip(" .!?")
    return any(each.fullmatch(words) for each in _matters())


@cache
def _matters() -> tuple[re.Pattern[str], ...]:
    return tuple(
        table_part("parts_of_subjects", code, "matter")
        for code in tables("parts_of_subjects")
    )


def _is_named_inside(name: str, *, prose: str) -> bool:
    """Say whether a text writes several words with their capitals inside a sentence: "at Little Steps"."""
    words = name.split()
    if len(words) < _FEWEST_WORDS or not all(word[0].isupper() for word in words):
        return False
    return any(
        _INSIDE.search(prose[max(0, start - _AHEAD_CHARS) : start])
        for start, _ in whole_places(name, prose)
        if prose.startswith(name, start)
    )
