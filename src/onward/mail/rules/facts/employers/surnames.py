"""Surnames that begin as the name of an employer is led up to: "Marijke van Gils"."""

from __future__ import annotations

import re

from onward.mail.rules.facts.employers.names import compact, company_key
from onward.mail.rules.facts.systems import system_of_host
from onward.mail.rules.types import Address

_GIVEN_NAME_AND_VAN = re.compile(
    r"^[^\W\d_][\w'-]+ van (?:de[nr]? |het |'t )?$", re.IGNORECASE
)


def is_surname_of(sender: Address, *, name: str, before: str) -> bool:
    """Say whether what stands behind "van" is the sender's own name: no domain of theirs has it.

    "Sanne van Lichtveld" writes from lichtveld.example for a firm.

    Args:
        name: What may be an employer.
        before: What the sender shows before it.
    """
    if not _GIVEN_NAME_AND_VAN.match(before) or system_of_host(sender.domain).name:
        return False
    return compact(company_key(name)) not in sender.domain.replace("-", "")
