"""Whether a part of a subject that is no title can be the employer's name; pure."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import compared
from onward.mail.rules.facts.employers.agency import is_heard_from
from onward.mail.rules.facts.employers.names import compact, company_key
from onward.mail.rules.facts.material import Material

_WORD = re.compile(r"\w+")


def is_told(name: str, *, material: Material) -> bool:
    """Say whether the mail names a part of its subject anywhere else, as a name.

    "Next step: short exercise (Project Manager)" begins with what comes next, though the
    letter says "as a next step" as well.
    """
    key, sender = compact(company_key(name)), material.message.sender
    is_sender = key in compact(company_key(sender.name))
    if is_sender or key in sender.address.replace("-", ""):
        return True
    if is_matter(name):
        return False
    is_spelled = key in compact(company_key(material.prose_low))
    if is_spelled and _is_written_as_name(name, prose=material.prose):
        return True
    return is_heard_from(name, material=material)


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


def _is_written_as_name(name: str, *, prose: str) -> bool:
    """Say whether a text has a name with its first capital, wherever it has its words."""
    words = _WORD.findall(name)
    written = re.findall(
        r"\b" + r"\W{1,3}".join(map(re.escape, words)), prose, re.IGNORECASE
    )
    return not written or any(each[0] == name[0] for each in written)
