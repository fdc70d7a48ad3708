"""Boards of any name that tell a reader that their application was sent to somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from onward.core.expressions import compiled_once
from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.facts.contact import is_person
from onward.mail.rules.facts.employers.company import (
    Candidate,
    clean_company,
    is_company,
)
from onward.mail.rules.facts.employers.display import bare_name
from onward.mail.rules.facts.employers.names import (
    UPPER,
    compact,
    company_key,
    registrable_label,
)
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.towns import is_town

_WEIGHT = 4.0
_PAIR = re.compile(
    r"(?:^|:\s)(?P<title>[^:|]{3,80}?)\s[-–—|·]\s(?P<name>[^-–—|·:]{2,60})$"
)
_APPLICATION = r"application|bewerbung|candidature|candidatura|sollicitatie|kandidatuur|aplikacja|zgłoszenie|ansökan"
_AT = r"at|bei|beim|chez|auprès de|presso|bij|junto (?:de|da|do)|w firmie|hos"
"""None behind which a skill, a place or an hour stands as well: "with German", "en Sevilla"."""
_UNITS = re.compile(
    r"(?:head|branch|department|dept|ward|team|store|site|filiale|standort|abteilung|station|team|rayon|service|agence"
    r"|reparto|ufficio|filiale|sede|filiaal|afdeling|vestiging|team|oddział|dział|zespół|avdelning\w*|kontor\w*|enhet\w*"
    r"|departamento|servi[cç]o|loja)(?!\w)",
    re.IGNORECASE,
)
"""What part of a house a name begins with, that is none of its own."""
_IN_NAME = (
    r"de|du|des|la|le|da|do|di|del|della|van|von|der|und|and|of|i|y|e|et|en|og|och"
)
_MARKS = re.compile(r"\s*\([^()]{1,16}\)")
# "Shift Lead at Cold Levant": a word between the two, and no dash alone, as within a title.
_BETWEEN = r"\W{1,3}(?:[\w'’]{1,14}\W{1,3}){1,3}?"


def sent_by_poster(
    candidates: Iterable[Candidate], *, material: Material
) -> list[Candidate]:
    """Return the candidates with the house of a title in place of the board that sent it an application.

    "Applied: Shift Lead - Cold Levant", and "your application for Shift Lead at Cold Levant
    was sent": who writes that is not Cold Levant, however the mail is signed.
    """
    known = list(candidates)
    sender = material.message.sender
    beside = _house(material)
    name = beside or _house_in_text(material)
    if not name or is_person(sender) or is_free_mail(sender.domain):
        return known
    shown = [
        compact(company_key(each))
        for each in (bare_name(sender.name), registrable_label(sender.domain))
        if each
    ]
    if any(_is_alike(name, own) for own in shown):
        return known
    others = [
        each for each in known if not any(_is_alike(each.name, own) for own in shown)
    ]
    return [*others, Candidate(name, "subject" if beside else "body", _WEIGHT)]


def _house(material: Material) -> str:
    """Return the name behind a title in the subject that the text has beside that title; else ""."""
    found = _PAIR.search(material.subject)
    if found is None or not _was_sent().search(material.prose_low):
        return ""
    name = clean_company(found["name"])
    title = _MARKS.sub("", found["title"]).strip()
    if not name or not is_company(name) or is_town(name):
        return ""
    both = (re.escape(title.lower()), re.escape(name.lower()))
    beside = compiled_once(
        rf"\b{both[0]}{_BETWEEN}{both[1]}\b|\b{both[1]}{_BETWEEN}{both[0]}"
    )
    return name if beside.search(material.prose_low) else ""


def _house_in_text(material: Material) -> str:
    """Return the house right before the words that an application was sent: "… at Cold Levant was sent"."""
    if not _was_sent().search(material.prose_low):
        return ""
    found = _at_house().search(material.prose)
    if found is None:
        return ""
    name = clean_company(found["name"] or found["turkish"])
    is_part = not name or _UNITS.match(name) or is_town(name)
    return name if not is_part and is_company(name) else ""


def _is_alike(name: str, own: str) -> bool:
    key = compact(company_key(name))
    return bool(key and own) and (key.startswith(own) or own.startswith(key))


@cache
def _was_sent() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in fact_words("was_sent"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


@cache
def _at_house() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in fact_words("was_sent"))
    name = rf"[{UPPER}][\w'’&.-]*(?:\s(?:[{UPPER}&][\w'’&.-]*|{_IN_NAME})){{0,5}}"
    return re.compile(
        rf"(?<!\w)(?i:{_APPLICATION})[^.!?\n]{{3,110}}?\s(?:{_AT})\s(?P<name>{name})"
        rf"(?:\s[^\W\d_{UPPER}]\w*){{0,2}}?\s(?i:{words})(?!\w)"
        rf"|(?<!\w)(?P<turkish>{name})\s(?:şirketine|firmasına)\s[^.!?\n]{{0,60}}?(?i:{words})(?!\w)"
    )
