"""Names that are plainly a person's, as a mail writes them beside or under its text."""

from __future__ import annotations

import re

from onward.mail.rules.facts.contact import is_person, person_name
from onward.mail.rules.facts.employers.names import has_legal_form
from onward.mail.rules.types import Address

# "Herrn Dr. Vahl", "Frau Prof. Ode": so somebody is spoken of. "Frau Holle" may be a house.
_SPOKEN_OF = re.compile(
    r"(?:Herrn|(?:Herrn?|Frau|Mr|Mrs|Ms) (?:Dr|Prof|Dipl)\b\.?(?:-Ing\.)?) \S"
)

# "Pour le Maire," over a name: for whom somebody signs.
_SIGNED_FOR = re.compile(
    r"(?:Pour|P/o) (?:le |la |l')(?:Maire|Président\w*|Direct\w+|Recteur|Rectrice|Préfet\w*|Proviseur\w*|Chef\w*|DRH|DGS)\b"
)


def is_of_person(name: str, *, sender: Address) -> bool:
    """Say whether a name is a person's by its form: spoken of, or "Bis dann! I. Roe" of an Ida Roe."""
    if has_legal_form(name):
        return False
    if _SPOKEN_OF.match(name) or _SIGNED_FOR.match(name):
        return True
    writer = person_name(sender.name)
    family = writer.rpartition(" ")[2]
    if not (family and is_person(sender)):
        return False
    initial = writer[:1]
    signed = rf"(?:.*[.!,;:–-] ?|){re.escape(initial)}\. ?{re.escape(family)}"
    return re.fullmatch(signed, name) is not None
