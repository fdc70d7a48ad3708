"""The employer with the title on a line of a tool for appointments: "Bluestem: Product Manager"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onward.mail.rules.basics.text import lower
from onward.mail.rules.facts.employers.company import (
    Candidate,
    clean_company,
    is_company,
)
from onward.mail.rules.facts.employers.names import compact, company_key, name_words
from onward.mail.rules.facts.employers.scheduling import is_like_tool, is_tool
from onward.mail.rules.facts.findings import is_status
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.titles.role import is_role_like

_LINE = re.compile(r"(?P<name>[^\s:][^:\n]{1,40}?)(?: ?: | \| )(?P<title>[^:\n]{3,90})")
_WORD = re.compile(r"[\w-]+")
_WEIGHT = 3.0
_SHORTEST = 4


def before_title(material: Material) -> Iterator[Candidate]:
    """Yield the name that a line of such a tool has before a title, where subject or sender say it as well.

    "Position: Product Manager" has a label before it, which no subject names beside the house.
    Other mail has offices and boards there: "Civil Service: Clerk".
    """
    if not (is_tool(material.system) or is_like_tool(material)):
        return
    sender = material.message.sender.name
    told = compact(company_key(f"{material.subject_low} {sender}"))
    meetings = name_words().meetings
    for line in material.lines:
        found = _LINE.fullmatch(line.strip())
        if found is None or not is_role_like(found["title"]):
            continue
        name = clean_company(found["name"])
        key = compact(company_key(name))
        is_told = len(key) >= _SHORTEST and key in told
        is_told = is_told and meetings.isdisjoint(_WORD.findall(lower(name)))
        if is_told and is_company(name) and not is_status(name):
            yield Candidate(name, "body", _WEIGHT)
