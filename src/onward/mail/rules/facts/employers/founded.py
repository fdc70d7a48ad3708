"""Which of the names in a hiring mail can be an employer at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onward.mail.rules.facts.contact import has_given_name, is_person
from onward.mail.rules.facts.employers.carriers import SURE_PHRASE
from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.employers.hiring_offices import is_hiring_office
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    has_legal_form,
    without_legal_form,
)
from onward.mail.rules.facts.employers.signed import SURELY_SIGNED, is_of_two
from onward.mail.rules.facts.employers.support import PERSON_SHARE
from onward.mail.rules.facts.employers.units import is_unit
from onward.mail.rules.facts.employers.written_out import GLUE, WRITERS
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.systems import system_of_host
from onward.mail.rules.facts.titles.role import is_role_like
from onward.mail.rules.facts.titles.words import sounds_like_title


def _is_of_office(name: str, *, sender: str) -> bool:
    """Say whether a name is that of who hires, whole or cut: "Departamento" of "Departamento de RRHH"."""
    if has_legal_form(name):
        return False
    return is_hiring_office(name) or (name in sender and is_hiring_office(sender))


def founded(
    candidates: list[Candidate], *, material: Material, roles: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Yield the candidates that can be an employer in this very mail.

    A title that a phrase names as the opening is none, nor are words in lower case that
    no sender carries; where the sender's domain is borne out by a name in the text,
    other names in the signature are those of people and of departments.
    """
    sure = {
        compact(company_key(role.name))
        for role in roles
        if role.weight >= SURE_PHRASE and is_role_like(role.name)
    }
    # "Thank you for your interest in Webster": beside the opening it sounds like one only.
    titles = sure or {
        compact(company_key(role.name))
        for role in roles
        if sounds_like_title(role.name)
        and not any(
            c.name == role.name and c.weight >= role.weight and not is_role_like(c.name)
            for c in candidates
        )
    }
    own = [c for c in candidates if c.place == "own" and c.weight >= _SUREST_OWN]
    carried = (
        compact(company_key(material.message.sender.name))
        + material.message.sender.address
    )
    # What an own mailbox carries may be a first name: "pete@oak.example".
    sender = material.message.sender
    is_firm = not is_person(sender) and " " in sender.name
    is_firm = is_firm and _TITLED.fullmatch(sender.name) is None
    is_carried = bool(system_of_host(sender.domain).name)
    firm = sender.domain.replace("-", "")
    firm += compact(company_key(sender.name)) if is_firm else ""
    known = Counter(
        compact(company_key(c.name)) for c in candidates if c.place != "signature"
    )
    for candidate in candidates:
        key = compact(company_key(candidate.name))
        if candidate.place != "own" and key in titles:
            continue
        is_small = candidate.name == candidate.name.lower() and key not in carried
        if is_small and not _is_told_small(candidate, material=material):
            continue
        is_signed = candidate.place == "signature"
        if is_signed and is_of_two(candidate.name, sender=sender):
            continue
        if is_signed and key not in carried and _is_phrase(candidate.name):
            continue
        is_alone = key not in firm and _is_alone(candidate, known)
        if is_signed and is_alone and not (is_carried and _is_signed_firm(candidate)):
            continue
        if is_unit(candidate.name) or _is_of_office(candidate.name, sender=sender.name):
            continue
        is_titled = _TITLED.fullmatch(candidate.name) is not None
        if _MADAME.match(candidate.name) or (is_titled and candidate.place in WRITERS):
            continue
        is_beside = candidate.place in WRITERS and own
        if is_beside and not any(_shares_word(candidate, o) for o in own):
            candidate = replace(candidate, weight=candidate.weight * PERSON_SHARE)
        yield candidate


def _is_told_small(candidate: Candidate, *, material: Material) -> bool:
    """Say whether a board's subject surely has a name in small letters that the mail has, too: "adidas"."""
    name = candidate.name
    is_sure = candidate.place == "subject" and candidate.weight >= _SUREST_SUBJECT
    is_word = name.isalpha() and len(name) >= _LEAST_SMALL
    return is_sure and is_word and material.prose.count(name) >= _TOLD_TWICE


def _is_signed_firm(candidate: Candidate) -> bool:
    """Say whether a line says that a firm signs: "Datenhafen HR", "Oskar von Frachtfuchs".

    What a tracking system sends has no other word of whose it is; else such are nicknames.
    """
    name = candidate.name
    is_team = name.lower().endswith("team")
    return candidate.weight >= SURELY_SIGNED and not (is_team or has_given_name(name))


def _is_alone(candidate: Candidate, known: Counter[str]) -> bool:
    """Say whether a single word, or words in capitals, stand under a mail and nowhere else.

    Such are first names, surnames, buttons and good wishes: "Nige", "REVIEW DOCUMENT".
    """
    name = candidate.name
    is_short = " " not in name and not has_legal_form(name)
    return (is_short or name.isupper()) and not known[compact(company_key(name))]


def _is_phrase(name: str) -> bool:
    """Say whether words under a mail are a phrase: "Reschedule or cancel", "Warmly"."""
    words = without_legal_form(name).split()
    if len(words) == 1 and name.endswith("ly"):
        return True
    return any(w.isalpha() and w.islower() and w not in GLUE for w in words[1:])


# "Mrs Tess Arnold", "E. M. Pym", "RA Adler": whoever writes so is a person.
_TITLED = re.compile(
    r"(?:mrs?|ms|miss|sir|lady|lord|rev|capt|cdr|oar|adir|bgm|mag|hr|fr|herr|frau|fam|familie|dr|prof|ra|khk|ostd)\.? (?:\S+ ){0,3}\S+|(?:\w\. ?)+[\w-]+",
    re.IGNORECASE,
)
# So no firm is called, wherever it stands: "à notre DRH, Mme Pélissier".
_MADAME = re.compile(r"(?:Mme|Mlle)\.? ")
_SUREST_OWN = 3.5
_SUREST_SUBJECT = 4.0
_LEAST_SMALL = 4
_TOLD_TWICE = 2


def _shares_word(one: Candidate, other: Candidate) -> bool:
    words = set(company_key(one.name).split()) & set(company_key(other.name).split())
    return bool(words - {"and", "of", "the", "fuer", "der"})
