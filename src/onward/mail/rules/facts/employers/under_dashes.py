"""The employer in the signature that stands under two dashes, as mail programs set it off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onward.mail.rules.basics.text import fold, signature_of
from onward.mail.rules.facts.contact import has_given_name, person_name
from onward.mail.rules.facts.employers.company import (
    Candidate,
    clean_company,
    is_company,
)
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    has_legal_form,
    says_kind,
    tidy,
)
from onward.mail.rules.facts.employers.units import is_unit
from onward.mail.rules.facts.material import READ_CHARS, Material
from onward.mail.rules.facts.systems import system_of_host
from onward.mail.rules.facts.titles.role import is_role_like

_MARKED_WEIGHT, _WEIGHT = 3.0, 1.8
_MOST_LINES = 6
_MOST_WORDS = 9
_LEAST_SHARED = 4
_NO_NAME = re.compile(
    r"@|https?://|www\.|\d{4,}|^(?:tel|fon|fax|mobil|phone|t|m)\b[.: ]", re.IGNORECASE
)
_PARTS = re.compile(r"\s[|·•/]\s|\s[-–—]\s|\s{2,}|\t")


def from_dashes(material: Material) -> Iterator[Candidate]:
    """Yield the employer that the signature names: its first line that may be one.

    Lines of people, titles, departments, numbers and addresses are passed over.
    """
    text = material.message.text[:READ_CHARS]
    start, end = signature_of(text)
    lines = [line for line in fold(text[start:end]).split("\n") if line.strip(" -_*")]
    for line in lines[:_MOST_LINES]:
        for part in _PARTS.split(line.strip(" -_*|")):
            name = _name_in(part)
            if name:
                weight = _MARKED_WEIGHT if _is_marked(name, material) else _WEIGHT
                yield Candidate(name, "signature", weight)
                return


def _name_in(part: str) -> str:
    """Return the name that a part of a line is; "" where it is something else."""
    if not part or _NO_NAME.search(part) or len(part.split()) > _MOST_WORDS:
        return ""
    is_person = bool(person_name(part)) and has_given_name(part) and not says_kind(part)
    if is_person or is_unit(part) or is_role_like(part):
        return ""
    name = clean_company(tidy(part))
    return name if name and name[0].isupper() and is_company(name) else ""


def _is_marked(name: str, material: Material) -> bool:
    """Say whether more than its place tells that a name is one of a firm."""
    if says_kind(name) or has_legal_form(name):
        return True
    domain = material.message.sender.domain
    host = "" if system_of_host(domain).name else domain.replace("-", "")
    words = company_key(name).split()
    return compact(company_key(name)) in host or any(
        len(word) >= _LEAST_SHARED and word in host for word in words
    )
