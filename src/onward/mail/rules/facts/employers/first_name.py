"""The firm that stands behind a first name alone: "Ragnhild Glans & Doft"."""

from __future__ import annotations

import re

from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.facts.contact import has_given_name
from onward.mail.rules.facts.employers.label_fit import GLUE_WORDS, word_key
from onward.mail.rules.facts.employers.names import (
    is_plausible_name,
    registrable_label,
    says_kind,
    tidy,
    without_marks,
)
from onward.mail.rules.facts.employers.units import is_unit
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.systems import system_of_host, tenants
from onward.mail.rules.types import Address

_WRITES_FOR = re.compile(
    r"(?:på|från|hos|from|at|von|vom|bei|van|bij|chez|de|di|da|z|@)\s", re.IGNORECASE
)
_JOINS = GLUE_WORDS | {"&", "+", "och", "og", "i", "y", "e", "et"}


def is_first_name_box(address: Address) -> bool:
    """Say whether a mailbox is that of the first name shown: "Emelie på Solbo <emelie.n@…>"."""
    first, _, rest = tidy(address.name).partition(" ")
    if not rest or word_key(first) != re.split(r"[._+-]", address.local_part)[0]:
        return False
    return has_given_name(first) or _WRITES_FOR.match(rest) is not None


def behind_first_name(material: Material) -> str:
    """Return "Glans & Doft" for the "Ragnhild Glans & Doft" of ragnhild@glansdoft.example.

    One word alone may be the surname of whom a firm is called after, but where it says what
    the firm does or is its account at a system.
    """
    sender = material.message.sender
    first, _, rest = tidy(sender.name).partition(" ")
    if not rest or word_key(first) != re.split(r"[._+-]", sender.local_part)[0]:
        return ""
    if not (first.isalpha() and rest[0].isalnum() and is_plausible_name(rest)):
        return ""
    if is_unit(first) or says_kind(first):
        return ""
    if is_free_mail(sender.domain):
        return ""
    vendor = system_of_host(sender.domain)
    is_sure = " " in rest or says_kind(rest) or bool(vendor.name)
    labels = tenants(material.message, system=vendor) if vendor.name else ()
    if not vendor.name:
        labels = (registrable_label(sender.domain),)
    words = rest.split()
    telling = [word for word in words if word not in _JOINS]
    spelled = {
        "".join(map(word_key, written))
        for each in (words, telling)
        for written in (each, _without_marks(each))
    }
    is_theirs = any(label.replace("-", "") in spelled for label in labels)
    return rest if is_sure and is_theirs else ""


def _without_marks(words: list[str]) -> list[str]:
    return [without_marks(word.lower()) for word in words]
