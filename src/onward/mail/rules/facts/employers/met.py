"""Whom one meets, by name and by what they do: "Warren Tisch, VP Operations" is no employer."""

from __future__ import annotations

import re

from onward.mail.rules.basics.places import whole_places
from onward.mail.rules.facts.employers.names import (
    UPPER,
    compact,
    company_key,
    has_legal_form,
    says_kind,
)
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.systems import system_of_host
from onward.mail.rules.facts.titles.role import is_role_like

_NAME = rf"[{UPPER}][\w'’-]+ (?:[{UPPER}][\w.'’-]* )?[{UPPER}][\w'’-]+"
_IS_NAME = re.compile(_NAME)
_BEFORE = re.compile(rf"{_NAME} ?\((?:(?:the|our|der|die|unsere?) )?$")
_BEHIND = re.compile(
    r"(?:, | ?\()(?:(?:the|our|my|der|die|unsere?|notre|nuestr[oa]|nostr[oa]|nosso|nossa|onze|nasz[a]?|vår) )?"
    r"(?P<work>[^\n,.;:()]{2,48})(?=[,.;:()\n]|$)"
)
# "Dir of Product", "SVP Sales", "Ltg. Einkauf": what no list of titles has.
_SHORT = re.compile(
    r"(?:dir|mgr|[sea]vp|vp|md|gm|c[a-z]o|hd|ltg|ltr|gf|gl|resp|dyr|kier|müd)\b\.?(?: (?:of|des?|der|für|van|di|do|da|ds\.) | |$)",
    re.IGNORECASE,
)
# "with Ida Roe", "Friday 9:30, Ida Roe", and a line's beginning; "Client is Juniper Bay" leads to a house.
_LED = re.compile(
    r"(?:\b(?:with|meet|by|and|mit|bei|und|avec|par|et|con|y|e|com|met|door|en|z|ze|i|med|av|och|ve)|[:,;)–—-])[ ]?$",
    re.IGNORECASE,
)
# "Ida Roe, Head of Sales, will ring you": what begins a sentence may sign it.
_BEGINS = re.compile(r"(?:^|\n\W*|[.!?]\s+)$")
_NO_WORK = re.compile(
    r"\b(?:position|role|job|stelle|is|are|ist|sind)\b", re.IGNORECASE
)
_MOST_BEFORE = 60


def is_met(name: str, *, material: Material) -> bool:
    """Say whether a name is only that of a person whose work stands behind it, or that work.

    What the sender bears, or the subject names, may be a house: "Juniper Bay, Operations Manager".
    """
    if not name or name.lower() in material.subject_low or _is_borne(name, material):
        return False
    prose = material.prose
    places = [*whole_places(name, prose)]
    if not places:
        return False
    before = [prose[max(0, start - _MOST_BEFORE) : start] for start, _ in places]
    if _SHORT.match(name):
        return all(map(_BEFORE.search, before))
    is_house = has_legal_form(name) or says_kind(name)
    if is_house or not _IS_NAME.fullmatch(name):
        return False
    told = [_BEHIND.match(prose, end) for _, end in places]
    return all(
        _LED.search(ahead)
        or (_BEGINS.search(ahead) and behind and prose[behind.end() :][:2] == ", ")
        for ahead, behind in zip(before, told, strict=True)
    ) and any(behind and _is_work(behind["work"], material=material) for behind in told)


def _is_work(words: str, *, material: Material) -> bool:
    """Say whether words behind a name tell what a colleague does, and not which opening it is."""
    is_told = is_role_like(words) or _SHORT.match(words) is not None
    is_told = is_told and _NO_WORK.search(words) is None
    return is_told and words.lower() not in material.subject_low


def _is_borne(name: str, material: Material) -> bool:
    """Say whether the sender is called so, or no firm's own mailbox wrote that could be."""
    sender = material.message.sender
    if system_of_host(sender.domain).name:
        return True
    key = compact(company_key(name))
    return key in compact(company_key(f"{sender.name} {sender.domain}"))
