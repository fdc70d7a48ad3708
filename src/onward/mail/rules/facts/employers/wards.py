"""Wards of a hospital, which employ nobody: "Oddział Chirurgii", "Abteilung Innere Medizin"."""

from __future__ import annotations

import re

from onward.mail.rules.facts.employers.cases import as_called
from onward.mail.rules.facts.employers.names import (
    UPPER,
    has_legal_form,
    says_kind,
)

# What is treated there, in ten languages: an "Oddział Banku" or a "Department of Trade" is no ward.
_FIELD = (
    r"(?:\w*chirurg|kirurg|cirug|cirurg|surg|cerrahi|[ck]ardio|kardiyo|neur|nöro|on[ck]o|pediatr|paediatr|pädiatr|psychiatr|psichiatr|psiqui|psikiyatri"
    r"|geriatr|orth?op|\w*wewnętrzn|innere medi|medicina|m[eé]decine|medicine|geneeskunde|invärtes|intensi?v|intensyw|intensiva|nef?phro|nefro|diali|dialy"
    r"|gine[ck]|gyn|ginek|położn|noworod|neonat|matern|radiol|urol|ürol|rehab|reuma|rheuma|romat|derm|pneumo|pulmo|anest|anäst|anästh|anaesth|ratunk|emergency"
    r"|urgenc|urgent|pronto soccorso|acil|akut|pali?at|palliat|internist|hemat|haemat)"
)
# Only words that name nothing else: a "Station Road Surgery" is a practice.
_WARD = re.compile(
    rf"(?:oddzia(?:ł|łu|le|łem)|(?:fach)?abteilung) (?:[^\W\d_]+ )?{_FIELD}[\w-]*(?: (?:Terapii|Ogólnej|Medizin))?",
    re.IGNORECASE,
)
# What is treated, alone: a "Larch Surgery" is a practice.
_FIELD_ALONE = re.compile(
    r"surgery|chirurgi[ea]|chirurgii|cirug[ií]a|cirurgia|kirurgi|(?:cardi|neur|onc|radi|ur|gynaec)ology|(?:kardi|neur|onk|radi|ur)olog(?:ie|ii)|p(?:ae)?ediatrics",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"(?:wydzia|refera)\w+ ", re.IGNORECASE)
_HOSPITAL = re.compile(
    r"(?i:ospedal|h[oô]pital|clini|klini|polikl|krankenhaus|\w*spital|ziekenhuis|\w*sjukhus|lasarett|\w*szpital|hastane)"
)
# "Serviço de Cirurgia do Hospital da Faia"
_OF_HOUSE = re.compile(
    rf" (?:of (?:the )?|at (?:the )?|dell['’]|del |della |de la |de l['’]|du |do |da |van (?:het |de )?|des |der |im |am |på |i )(?=[{UPPER}])"
)


def is_ward(name: str) -> bool:
    """Say whether a name is that of a ward, and of no house: "Oddziale Chirurgii"."""
    if _FIELD_ALONE.fullmatch(name):
        return True
    if _WARD.fullmatch(name) is None or has_legal_form(name):
        return False
    return house_of_ward(name) == name


def house_of_ward(name: str) -> str:
    """Return "Szpitala Miejskiego" for "Oddziale Chirurgii Szpitala Miejskiego"; any other name as it is."""
    if _WARD.match(name) is None and _OFFICE.match(name) is None:
        return name
    for joint in _OF_HOUSE.finditer(name):
        house = name[joint.end() :]
        is_house = says_kind(house) and not _FIELD_ALONE.fullmatch(house)
        if is_house or _HOSPITAL.match(house):
            return house
    words = name.split()
    for count in range(2, len(words)):
        house = " ".join(words[count:])
        if as_called(house, language="pl") != house:
            return house
    return name
