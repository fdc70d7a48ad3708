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
# "Ida Roe MRCVS", "Ida Roe, BSc RN": what somebody is by exam.
_EXAMS = re.compile(
    r",? (?:[A-Z]{2,6}|BSc|MSc|BVSc|MVB|PhD|MBChB)(?:,? (?:[A-Z]{2,6}|BSc|MSc|PhD))*"
)


# "Ida Roe IT" is a firm.
_NO_EXAM = re.compile(r"\b(?:IT|EDV|UK|USA?|GB|EU|HR|PR|TV|SPA|CAD)$")


def is_of_person(name: str, *, sender: Address, text: str) -> bool:
    """Say whether a name is a person's by its form: spoken of, or as the writer signs.

    "Ida Roe MRCVS", and "Bis dann! I. Roe" of an Ida Roe.
    """
    if has_legal_form(name):
        return False
    if _SPOKEN_OF.match(name):
        return True
    writer = person_name(sender.name)
    family = writer.rpartition(" ")[2]
    if not (family and is_person(sender)):
        return False
    if any(_has_exams(name, bearer=each) for each in (writer, family)):
        exams = name.rpartition(family)[2]
        return f"{writer}{exams}" in text
    initial = writer[:1]
    signed = rf"(?:.*[.!,;:–-] ?|){re.escape(initial)}\. ?{re.escape(family)}"
    return re.fullmatch(signed, name) is not None


def _has_exams(name: str, *, bearer: str) -> bool:
    exams = name.removeprefix(bearer)
    is_more = exams != name and _EXAMS.fullmatch(exams) is not None
    return is_more and not _NO_EXAM.search(exams)
