"""Names in mail of a tool for appointments: of those who meet, of the meeting, of neither firm."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onward.mail.rules.basics.text import lower
from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.employers.display import is_plain_person
from onward.mail.rules.facts.employers.names import UPPER, company_key, name_words
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.systems import System, SystemKind

_WORD = re.compile(r"[\w-]+")
_NAME = rf"[{UPPER}][\w'’-]+ (?:[{UPPER}][\w.'’-]* )?[{UPPER}][\w'’-]+"
_WITH = re.compile(
    rf"\b(?:with|mit|avec|con|com|met|med|z) (?P<behind>{_NAME})|\b(?P<before>{_NAME}) ile\b"
)


def met_person(material: Material) -> str:
    """Return the one person whom a meeting is with, beside the reader; "" for none or several."""
    own = {company_key(address.name) for address in material.message.to}
    names: dict[str, str] = {}
    for found in _WITH.finditer(f"{material.subject}\n{material.prose}"):
        name = found["behind"] or found["before"]
        if is_plain_person(name) and company_key(name) not in own:
            names[company_key(name)] = name
    return next(iter(names.values())) if len(names) == 1 else ""


def is_tool(system: System) -> bool:
    """Say whether a tool for appointments sent a mail."""
    return bool(system.name) and system.kind is SystemKind.SCHEDULER


def without_meetings(
    candidates: Iterable[Candidate], *, system: System
) -> list[Candidate]:
    """Return the candidates without persons and meetings, where such a tool sent the mail.

    "Confirmed: Phone Screen with Dana Fields" names who will call, and no employer; nor is
    "Sent from Calendly" one.
    """
    if not is_tool(system):
        return list(candidates)
    return [
        each
        for each in candidates
        if not is_plain_person(each.name)
        and system.name not in each.name
        and name_words().meetings.isdisjoint(_WORD.findall(lower(each.name)))
    ]
