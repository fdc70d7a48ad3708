"""What an employer that was settled on is called: without branch, office and kind, whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from onward.mail.rules.basics.places import places_of
from onward.mail.rules.facts.contact import is_person
from onward.mail.rules.facts.employers.agency import places_people
from onward.mail.rules.facts.employers.branch_offices import (
    is_branch_office,
    without_branch_office,
)
from onward.mail.rules.facts.employers.carriers import SURE_PHRASE
from onward.mail.rules.facts.employers.company import Candidate, without_office
from onward.mail.rules.facts.employers.desks import is_desk, without_desk
from onward.mail.rules.facts.employers.display import bare_name, is_plain_person
from onward.mail.rules.facts.employers.names import (
    UPPER,
    compact,
    company_key,
    has_legal_form,
    registrable_label,
    says_kind,
    tidy,
)
from onward.mail.rules.facts.employers.wards import house_of_ward
from onward.mail.rules.facts.employers.written_out import written_out
from onward.mail.rules.facts.material import Material

# "Das Unternehmen Nordpack GmbH": German alone writes what it is with a capital, as it writes a
# name. "Unternehmen Zukunft GmbH" is one, and so are "Company Shop Ltd", "Azienda Agricola Neri Srl".
_CALLED_FIRM = re.compile(rf"^(?:Unternehmen|Firma) (?=[{UPPER}])")
# "Bei der Unternehmen Zukunft GmbH" has the article of the GmbH.
_LED_AS_FIRM = re.compile(r"(?:^|\W)(?:[Dd](?:as|em) Unternehmen|[Dd](?:ie|er) Firma)$")
_LED_CHARS = 5
# "Rankwell HR Services | Linz": what a signature goes on with is no part of a name.
_BESIDE = re.compile(r" +[|·•] +")


def as_called(name: str, *, names: Sequence[Candidate], material: Material) -> str:
    """Return the name of an employer that was settled on, as it is called by itself.

    Args:
        names: What the rules found for names of employers.
    """
    name = house_of_ward(without_office(_BESIDE.split(name)[0]))
    name = _without_motto(name, names=names, prose=material.prose)
    name = without_branch_office(name, shown=material.message.sender.name)
    name = _without_what_it_is(name, material=material)
    name = _or_as_shown(name, names=names, material=material)
    name = _or_as_it_says(name, names=names)
    name = _trust_over(_without_branch(name, names=names), names=names)
    name = _by_address(name, names=names, material=material)
    # Quotes around a part of a name: 'Przedszkole "Jodełka"', cut at the second.
    name = written_out(
        name if name.count('"') != 1 else name.replace('"', ""), candidates=names
    )
    return without_desk(name, sender=material.message.sender)


def _by_address(name: str, *, names: Sequence[Candidate], material: Material) -> str:
    """Return the firm that somebody's address spells, in the place of words of their mail that are hardly one's.

    What has a legal form, says what its bearer does, stands where one applied, or signs is
    left; so is whom an agency writes for.
    """
    sender = material.message.sender
    label = registrable_label(sender.domain).replace("-", "")
    own = [each.name for each in names if each.place == "domain" and " " in each.name]
    if not (name and own) or _shares_letters(name, label) or _OF_OTHERS.search(label):
        return name
    if is_desk(sender) and bare_name(sender.name) == name:
        return own[0]
    if not is_person(sender) or has_legal_form(name) or says_kind(name):
        return name
    is_persons = is_plain_person(name) or name in sender.name
    key = company_key(name)
    is_sure = any(
        company_key(each.name) == key
        and (each.weight >= SURE_PHRASE or each.place == "signature")
        for each in names
    )
    is_sure = is_sure and not _tells_where(name, prose=material.prose)
    if (is_sure and not is_persons) or places_people(material, name=own[0]):
        return name
    return own[0]


# "Bitte beim Pförtner melden", "Treffpunkt beim Heizungsraum": whom or what one comes to first.
_LED_TO = re.compile(r"\b(?:beim|zum|am|im) $")
_OF_APPLYING = re.compile(
    r"bewerb|bewirb|stelle|arbeit|anfang|einstieg|ausbildung|praktik|job|team|zusage|absage|vorstell|platz|gespräch|beginn|probe",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?\n]")
_AHEAD_CHARS = 120


def _tells_where(name: str, *, prose: str) -> bool:
    """Say whether one word stands only behind "beim", in sentences that tell nothing of applying."""
    if " " in name:
        return False
    ahead = [
        _SENTENCE.split(prose[max(0, start - _AHEAD_CHARS) : start])[-1]
        for start, _ in places_of(name, prose)
    ]
    return bool(ahead) and all(
        _LED_TO.search(each) and not _OF_APPLYING.search(each) for each in ahead
    )


# "ironbridgetalent", "smartjobs-portal": whoever writes from there writes for others.
_OF_OTHERS = re.compile(
    r"talent|staff|recruit|search|people|person[ae]l|consult|portal|jobs|hiring|headhunt|agen[ct]|partner"
)
_SHORTEST_SHARED = 4


def _shares_letters(name: str, label: str) -> bool:
    """Say whether a domain may be short for a name: by a word, its beginning, or first letters."""
    words = company_key(name).split()
    first = "".join(word[0] for word in words)
    return (
        any(len(word) >= _SHORTEST_SHARED and word in label for word in words)
        or label[:_SHORTEST_SHARED] in compact(company_key(name))
        or (len(words) > 1 and label.startswith(first))
    )


def _without_motto(name: str, *, names: Sequence[Candidate], prose: str) -> str:
    """Return "Salz & Korn" for the "Salz & Korn - Brot" of a line that goes on "– Brot mit Herz"."""
    head, dash, tail = name.partition(" - ")
    if not dash or not any(each.name == head for each in names):
        return name
    motto = rf"{re.escape(head)} [-–—] {re.escape(tail)} [a-zà-ÿ]"
    return head if re.search(motto, prose) else name


_FEWEST_SHOWN = 2


def _or_as_it_says(name: str, *, names: Sequence[Candidate]) -> str:
    """Return what sender and sentences both call a house whose register alone says more.

    "Pennine Mutual" for the "Pennine Mutual Society Limited" below its letter.
    """
    key = company_key(name)
    places: dict[str, set[str]] = defaultdict(set)
    for each in names:
        places[company_key(each.name)].add(each.place)
    if not has_legal_form(name) or {"body", "display", "subject"} & places[key]:
        return name
    said = (
        each.name
        for each in names
        if each.place == "display"
        and key.startswith(f"{company_key(each.name)} ")
        and len(each.name.split()) >= _FEWEST_SHOWN
        and "body" in places[company_key(each.name)]
    )
    return next(said, name)


def _or_as_shown(name: str, *, names: Sequence[Candidate], material: Material) -> str:
    """Return the name of a branch that a sender shows where the mail names no other house: "Agence Lyon"."""
    shown = tidy(material.message.sender.name)
    if not is_branch_office(shown):
        return name
    if not name:
        return shown
    key = company_key(name)
    places = {each.place for each in names if company_key(each.name) == key}
    # Below a letter it is where somebody sits, in a sentence who hires.
    is_told = re.search(rf"\w[,:]? {re.escape(shown)}", material.prose) is not None
    is_guess = is_told and places == {"domain"}
    return shown if is_guess or f" {name} " in f" {shown} " else name


def _without_what_it_is(name: str, *, material: Material) -> str:
    """Return "Nordpack GmbH" where a text tells of "das Unternehmen Nordpack GmbH", and nobody signs as that."""
    bare, prose = _CALLED_FIRM.sub("", name), material.prose
    sender = material.message.sender
    shown = compact(company_key(f"{sender.name} {sender.domain}"))
    is_borne = compact(company_key(name)) in shown or name in material.subject
    is_signed = any(line.startswith(name) for line in material.lines)
    if bare == name or is_borne or is_signed or not has_legal_form(name):
        return name
    kind = len(name) - len(bare) - 1
    starts = [start for start, _ in places_of(name, prose)]
    is_led = bool(starts) and all(
        _LED_AS_FIRM.search(prose[max(0, start - _LED_CHARS) : start + kind])
        for start in starts
    )
    return bare if is_led else name


# "Orchard & Pike 114" is the shop with that number.
_BRANCH_NUMBER = re.compile(r"(?<=\w{3}) (?:#|[Nn]o\.? ?|[Nn]r\.? ?)?\d{2,4}$")


def _without_branch(name: str, *, names: Sequence[Candidate]) -> str:
    """Return a name without the number of a branch, where it stands without one, too."""
    bare = _BRANCH_NUMBER.sub("", name)
    return bare if any(each.name == bare for each in names) else name


_TRUST = re.compile(
    r".* (?:(?:Multi-)?Academ(?:y|ies)|Schools?|Learning|Education(?:al)?) Trust"
)
_OF_SCHOOLS = frozenset({"st", "academy", "school", "college", "the", "of"})
_SCHOOL = re.compile(r".* (?:School|Academy|College|Primary|Nursery)")


def _trust_over(name: str, *, names: Sequence[Candidate]) -> str:
    """Return the trust that a sender shows for the name of a school of it: that employs."""
    shown = (each.name for each in names if each.place == "display")
    trust = next(filter(_TRUST.fullmatch, shown), "")
    is_same = {*company_key(trust).split()} & {*company_key(name).split()} - _OF_SCHOOLS
    return trust if is_same and _SCHOOL.fullmatch(name) else name
