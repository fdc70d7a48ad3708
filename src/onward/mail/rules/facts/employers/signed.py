"""What the lines under a mail tell of the employer: "Quarry Bay Hiring Team", "Ximena from Loopwell"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onward.mail.rules.facts.contact import Signature, has_given_name, person_name
from onward.mail.rules.facts.employers.closings import without_closing
from onward.mail.rules.facts.employers.company import Candidate, accepted
from onward.mail.rules.facts.employers.names import (
    UPPER,
    compact,
    company_key,
    has_legal_form,
    name_words,
    registrable_label,
    says_kind,
    without_team_words,
)
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.titles.role import is_role_like
from onward.mail.rules.types import Address

SURELY_SIGNED = 2.5
"""The weight of a line under a mail of which its own words say that a firm signs."""

_ADDRESS = re.compile(r"\S@\S|://|www\.")
# "Ximena from Loopwell", "Oskar von Frachtfuchs": who signs says for whom.
_WRITES_FOR = re.compile(
    rf"(?P<name>[{UPPER}]\w+) (?:from|von|vom|van|från|bij|chez|de|z) (?P<firm>(?:\w{{1,4}} )?[{UPPER}].*)"
)
# "Birte & Hauke", "Katja und Bora": two who sign by their given names.
_TWO = re.compile(
    rf"([{UPPER}][\w-]+) (?:&|\+|and|und|et|y|e|en|i|och|ve) ([{UPPER}][\w-]+)"
)
_LAST = 6
_PLACES_PEOPLE = re.compile(
    r"\b(?:recruit|consult|talent|resourc|sourc|personalberat|berater|vermittl|intercedent|consultor|rekryter)",
    re.IGNORECASE,
)
# Letters of a name by which a domain bears it out.
_BORNE = 4
_AT_PLACE = re.compile(r"\s(?:at|bei|@)\s(?:the\s|der\s)?")


def _is_greeted_name(line: str) -> bool:
    """Say whether a person signs behind the closing words: "Gruss Ueli", "LG Melanie Stör"."""
    rest = without_closing(line)
    return rest != line and bool(person_name(rest)) and not says_kind(rest)


def is_wish(line: str) -> bool:
    """Say whether closing words go on in their line: "Alles Gute für die OP", "Grüße aus Tolm"."""
    rest = without_closing(line)
    return rest != line and rest[:1].islower()


def is_of_two(line: str, *, sender: Address) -> bool:
    """Say whether two people sign by given names, of which the sender's address knows nothing."""
    found = _TWO.fullmatch(line)
    if found is None or not any(map(has_given_name, found.groups())):
        return False
    told = f"{sender.name} {sender.domain}".lower()
    return not all(name.lower() in told for name in found.groups())


def written_for(line: str, *, sender: Address) -> str:
    """Return "Loopwell" for "Ximena from Loopwell", where a Ximena writes; "" else."""
    found = _WRITES_FOR.fullmatch(line)
    if found is None or found["firm"] in sender.name:
        return ""
    return found["firm"] if sender.name.startswith(f"{found['name']} ") else ""


_PAIR = re.compile(r"(\S+) (?:&|\+|and|und|et|y|e|en|i|och|ve) (\S+) (\S+)")


def pair_of(material: Material) -> Iterator[str]:
    """Yield the names that a couple writes under: "Ad & Corrie Jochems", where "Ad en Corrie" sign."""
    sender = material.message.sender
    found = _PAIR.fullmatch(sender.name)
    if found is None or any(
        company_key(each) in sender.domain for each in found.groups()
    ):
        return
    given = [found[1].lower(), found[2].lower()]
    for line in material.lines[-_LAST:]:
        words = without_closing(line).lower().strip(" .,!").split()
        if len(words) == len(given) + 1 and [words[0], words[2]] == given:
            yield from (sender.name, found[1], found[2])
            return


# So Turkish lawyers, dentists, dieticians, pharmacists and tax advisers sign.
_OF_PROFESSION = re.compile(
    r"(?:av\.|dt\.|dyt\.|ecz\.|smmm|ymm) (\S+(?: \S+)?)", re.IGNORECASE
)


def professionals(material: Material) -> Iterator[str]:
    """Yield the names of people with the title of a profession: "Av. Tülay Sezer"."""
    for line in (material.message.sender.name, *material.lines[-_LAST:]):
        found = _OF_PROFESSION.fullmatch(line.strip(" .,!"))
        if found is not None:
            yield found[1]


def family_first(material: Material) -> Iterator[str]:
    """Yield the writer's name with the family before the given name: "Zobbio Fausto".

    The mail is signed with the given name alone, or the sender is shown by the other.
    """
    sender = material.message.sender
    lines = [line.strip(" .,!") for line in material.lines[-_LAST:]]
    shown = f"{sender.name} {sender.local_part}".lower()
    for name in dict.fromkeys((sender.name, *lines)):
        family, _, given = name.partition(" ")
        is_name = given.lower() in name_words().given_names and not says_kind(name)
        if not is_name or compact(company_key(name)) in sender.domain.replace("-", ""):
            continue
        if given in lines or (name in lines and family.lower() in shown):
            yield name


def is_field(name: str, *, line: str, sender: Address) -> bool:
    """Say whether what follows a title is what somebody works on: "Ida Roe | Consultant - Legal Support"."""
    is_behind = line.endswith(f" - {name}")
    work = line.removesuffix(f" - {name}") if is_behind else ""
    letters = compact(company_key(name))[:_BORNE]
    if " | " in work:
        return not (letters in sender.domain.replace("-", "") or has_legal_form(name))
    # "Senior Consultant - Scientific & Technical" of ridings-scientific.example.
    is_borne = registrable_label(sender.domain).startswith(letters)
    is_recruiter = _PLACES_PEOPLE.search(work) is not None and is_role_like(work)
    return is_recruiter and not (is_borne or has_legal_form(name))


def _named_on(line: str, *, signature: Signature, sender: Address) -> str:
    """Return the part of a line that may be the firm's name; "" where none is."""
    if _AT_PLACE.search(line):
        return _AT_PLACE.split(line)[-1]
    if signature.role and signature.role in line:
        parts = re.split(r"\s[|,-]\s|,\s|\s(?:at|bei|@)\s|\s\|\s", line)
        is_named = len(parts) > 1 and not is_field(parts[-1], line=line, sender=sender)
        return parts[-1] if is_named else ""
    return line


def from_signature(signature: Signature, *, material: Material) -> Iterator[Candidate]:
    """Yield employers in the lines under the closing words."""
    lines = signature.lines
    for line in lines:
        if firm := written_for(line, sender=material.message.sender):
            yield from accepted(firm, weight=SURELY_SIGNED, place="signature")
            continue
        if line == signature.name or len(line) > 60 or _ADDRESS.search(line):
            continue
        if _is_greeted_name(line) or is_wish(line):
            continue
        name = _named_on(line, signature=signature, sender=material.message.sender)
        if not name or not (name[0].isupper() or name[0].isdigit() or " " not in name):
            continue
        is_marked = has_legal_form(name) or without_team_words(name) != name
        weight = SURELY_SIGNED if is_marked else 1.8
        if person_name(name) and has_given_name(name) and weight < 2:
            continue
        yield from accepted(name, weight=weight, place="signature")
