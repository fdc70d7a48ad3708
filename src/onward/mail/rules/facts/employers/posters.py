"""Boards of any name that tell a reader that their application was sent to somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.facts.contact import is_no_reply, is_person
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
_AT = r"at|with|bei|beim|chez|auprès de|presso|bij|junto (?:de|da|do)|w firmie|u|hos"
_IN = r"en|na|no|em"
"""Behind these stands a place or a department as well: from who hires, that is no house."""
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
    name = _house(material) or _house_in_text(material)
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
    return [*others, Candidate(name, "body", _WEIGHT)]


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
    beside = re.compile(
        rf"\b{both[0]}{_BETWEEN}{both[1]}\b|\b{both[1]}{_BETWEEN}{both[0]}"
    )
    return name if beside.search(material.prose_low) else ""


def _house_in_text(material: Material) -> str:
    """Return the house right before the words that an application was sent: "… at Cold Levant was sent"."""
    if not _was_sent().search(material.prose_low):
        return ""
    is_machine = is_no_reply(material.message.sender.address)
    found = _at_house(_AT + f"|{_IN}" * is_machine).search(material.prose)
    if found is None:
        return ""
    name = clean_company(found["name"] or found["turkish"])
    return name if name and is_company(name) and not is_town(name) else ""


def _is_alike(name: str, own: str) -> bool:
    key = compact(company_key(name))
    return bool(key and own) and (key.startswith(own) or own.startswith(key))


@cache
def _was_sent() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in fact_words("was_sent"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


@cache
def _at_house(at: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in fact_words("was_sent"))
    name = rf"[{UPPER}][\w'’&.-]*(?:\s(?:[{UPPER}&][\w'’&.-]*|{_IN_NAME})){{0,5}}"
    return re.compile(
        rf"(?<!\w)(?i:{_APPLICATION})[^.!?\n]{{3,110}}?\s(?:{at})\s(?P<name>{name})"
        rf"(?:\s[^\W\d_{UPPER}]\w*){{0,2}}?\s(?i:{words})(?!\w)"
        rf"|(?<!\w)(?P<turkish>{name})\s(?:şirketine|firmasına)\s[^.!?\n]{{0,60}}?(?i:{words})(?!\w)"
    )
