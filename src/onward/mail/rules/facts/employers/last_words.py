"""What stands at the very end of a mail: "Hans, Alpine Lodge" and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onward.mail.rules.facts.contact import has_given_name, person_name
from onward.mail.rules.facts.employers.closings import without_closing
from onward.mail.rules.facts.employers.company import (
    Candidate,
    clean_company,
    is_company,
)
from onward.mail.rules.facts.employers.names import UPPER
from onward.mail.rules.facts.employers.signed import is_field
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.titles.role import (
    clean_role,
    is_plausible_role,
    is_role_like,
)

_COMPANY_WEIGHT = 2.2
_ROLE_WEIGHT = 1.0
_MOST_WORDS = 9
_NAME = re.compile(
    rf"[{UPPER}\d][\w&'.+/-]*(?: (?:(?:of|for|the|and|und|am|an der|im|in|der|des|dem|für|de|la|le|les|du|d'|l'|del|los|di|della|dei|do|da|dos|van|het|och|&|\+) )*"
    rf"[{UPPER}\d][\w&'.+/-]*)*"
)
_FROM = re.compile(r"^\S+ (?:von|from|vom|at|bei) ")
_STOP = re.compile(r"[.!?…)\]](?=\s)|\s[-–—]\s|^[-–—]+\s*")
_PART = re.compile(
    r",\s+(?:re|on)\s(?=[A-Z])|\bbetr\.:?\s|\b(?:Stelle|Role|Post|Job):\s|,\s+|\s*[()]\s*|\s\|\s|\s[-–—/]\s|\bwg\.\s|\bfor\s(?=[A-Z])"
)


def last_words(material: Material) -> Iterator[Candidate]:
    """Yield employers (place "signature") and titles (place "role") of the last words.

    Short mail has no signature of its own: the name follows the last full stop.
    """
    lines = [line for line in material.prose.split("\n") if line.strip()]
    if not lines:
        return
    line = lines[-1].strip()
    start = max((found.end() for found in _STOP.finditer(line)), default=0)
    rest = line[start:].strip(" .-–—/")
    if not rest and line.endswith(")"):
        rest = line
    rest = without_closing(rest)
    if not 0 < len(rest.split()) <= _MOST_WORDS:
        return
    if _follows_work(line[:start]) and is_field(
        rest, line=line, sender=material.message.sender
    ):
        return
    for part in _PART.split(rest):
        yield from _read(part.strip(" .-–—/"))


def _follows_work(ahead: str) -> bool:
    """Say whether what stands before is a name and what somebody works as: "Ida Roe | Consultant - "."""
    _, mark, work = ahead.rstrip(" -–—").rpartition(" | ")
    return bool(mark) and is_role_like(work)


def _read(part: str) -> Iterator[Candidate]:
    if not part or not (part[0].isupper() or part[0].isdigit()):
        return
    if is_role_like(part):
        role = clean_role(part)
        if is_plausible_role(role):
            yield Candidate(role, "role", _ROLE_WEIGHT)
        return
    part = _FROM.sub("", part)
    is_named = bool(person_name(part)) and has_given_name(part)
    name = clean_company(part)
    if not is_named and _NAME.fullmatch(name) and is_company(name):
        yield Candidate(name, "signature", _COMPANY_WEIGHT)
