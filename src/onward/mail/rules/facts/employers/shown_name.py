"""The employer that a sender shows by name, where the mail itself says that name too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from onward.mail.rules.basics.places import whole_places
from onward.mail.rules.facts.contact import (
    has_given_name,
    is_no_reply,
    is_person,
    person_name,
)
from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.employers.display import CARRIED_BY, bare_name
from onward.mail.rules.facts.employers.first_name import behind_first_name
from onward.mail.rules.facts.employers.label_fit import fit, label_orders, word_key
from onward.mail.rules.facts.employers.names import (
    has_legal_form,
    is_plausible_name,
    is_system_name,
    name_words,
    registrable_label,
    says_kind,
    tidy,
    without_legal_form,
)
from onward.mail.rules.facts.employers.units import is_unit
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.systems import system_of_host
from onward.mail.rules.facts.titles.role import is_role_like
from onward.mail.rules.types import Address

_SIGNED_WEIGHT = 4.0
_SAID_WEIGHT = 3.0
_FEWEST_WORDS = 2
_MOST_NAMES = 3
_MOST_LINES = 60
_LONG_WORD = 4
_BEFORE_NAME = re.compile(r"(?:[.!?,:]|\s[-–/])\s+\Z")
_TITLED = re.compile(
    r"^(?:(?:dr|prof|mrs?|ms|miss|sir|rev|capt|herr|frau|pfarrer|familie)\b|\w\.)",
    re.IGNORECASE,
)


def _without_units(name: str, *, label: str) -> str:
    """Return a name without "Büro" and the like at its ends where the domain does without."""
    words = name.split()
    if len(words) < _FEWEST_WORDS:
        return name
    for first, last in ((0, -1), (1, None)):
        rest = words[first:last]
        taken = words[-1] if first == 0 else words[0]
        keys = tuple(word_key(word) for word in rest)
        is_told = any(
            (found := fit(order, keys)) is not None and found.is_whole
            for order in label_orders(label)
        )
        if is_unit(taken) and is_told:
            return " ".join(rest)
    return name


def is_somebody(material: Material) -> bool:
    """Say whether the sender shows the name of a person rather than of an employer."""
    sender = material.message.sender
    display = tidy(sender.name)
    if says_kind(display) or has_legal_form(display):
        return _TITLED.match(display) is not None
    name = person_name(display)
    words = word_key(display.split(" ")[0]) if display else ""
    is_box = words and words in re.split(r"[._+-]", sender.local_part)
    if is_box and words not in sender.domain:
        return True
    is_named = bool(name) and has_given_name(name)
    return is_named or is_person(sender) or _TITLED.match(display) is not None


def from_shown(material: Material) -> Iterator[Candidate]:
    """Yield the employer in the sender's name that the text signs with, or speaks of."""
    sender = material.message.sender
    if firm := behind_first_name(material):
        yield Candidate(firm, "own", _SIGNED_WEIGHT)
        return
    label = (
        "" if system_of_host(sender.domain).name else registrable_label(sender.domain)
    )
    name = _without_units(bare_name(sender.name), label=label)
    words = name.split()
    is_one = len(words) < _FEWEST_WORDS
    if not name or is_one or is_system_name(name) or is_unit(name):
        return
    if not is_plausible_name(name) or is_somebody(material):
        return
    if not _is_founded(name, sender=sender):
        return
    if is_role_like(words[-1]) or all(
        w.lower() in name_words().team_words for w in words
    ):
        return
    low = name.lower()
    if any(
        _is_signed(line, name=low)
        for line in material.prose_low.split("\n")[-_MOST_LINES:]
    ):
        yield Candidate(name, "own", _SIGNED_WEIGHT)
    elif _says(material.prose, name=name) or _says(material.subject, name=name):
        yield Candidate(name, "own", _SAID_WEIGHT)


_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_WORK_ENDS = re.compile(r",|\s[|·@–-]|\s(?:at|bei)\s")


def without_writer(
    candidates: Sequence[Candidate], material: Material
) -> Sequence[Candidate]:
    """Return candidates without who wrote, by name, and signs with their work below it.

    "Sunniva Bell" over "Talent Partner, Loamworks", from the box of a hiring system.
    """
    name = tidy(material.message.sender.name)
    is_short = _FEWEST_WORDS <= len(name.split()) <= _MOST_NAMES
    if not is_short or says_kind(name) or has_legal_form(name):
        return candidates
    for line, below in pairwise(material.lines):
        is_signed = _IN_BRACKETS.sub("", line).strip(" ,") == name
        if is_signed and is_role_like(_WORK_ENDS.split(below, maxsplit=1)[0]):
            # "Design Recruiter, Bramblewick (San Diego)": a place stands in the brackets.
            return [
                each
                for each in candidates
                if each.name != name and f"({each.name})" not in below
            ]
    return candidates


_BOX_BEHIND = re.compile(r"\s+[-–—|]\s+\S+(?: \S+)?$")


def shown_employer(address: Address) -> str:
    """Return the employer that an address is shown with, "" where that may be a person.

    "Personalabteilung Bäckerei Quendt <jobs@quendt.example>", to whom somebody applied.
    """
    name = bare_name(_without_office(_BOX_BEHIND.sub("", tidy(address.name))))
    words = name.split()
    if not words or len(words) < _FEWEST_WORDS or not is_plausible_name(name):
        return ""
    if is_system_name(name) or is_unit(name) or "@" in name:
        return ""
    is_firm = says_kind(name) or has_legal_form(name)
    is_named = has_given_name(person_name(name)) or _TITLED.match(name)
    # "FH Bor" begins with letters as no name of a person does.
    is_lettered = words[0].isupper() and 1 < len(words[0]) < _LONG_WORD
    if not is_firm and (is_named or (is_person(address) and not is_lettered)):
        return ""
    return name if _is_founded(name, sender=address) else ""


# "Les Brown" and "La Rosa" are people.
_ARTICLE = re.compile(r"(?:the|zum|zur|am|im|beim|aux?|chez|het|'t) \S", re.IGNORECASE)


def shown_with_article(address: Address) -> str:
    """Return "The Miners Rest" as an address is shown with it: nobody is called so."""
    name = tidy(address.name)
    is_name = _ARTICLE.match(name) is not None and is_plausible_name(name)
    return name if is_name else ""


def shown_in_full(addresses: Iterable[Address]) -> str:
    """Return the first employer that an address is shown with, form and all; "" for none."""
    return next(filter(has_legal_form, map(shown_employer, addresses)), "")


def _without_office(name: str) -> str:
    """Return "Stadtwerke Linden" for "Stadtwerke Linden, Dezernat Personal": an office behind a comma."""
    firm, comma, office = name.partition(", ")
    words = office.split()
    is_office = any(
        is_unit(word) or word.lower() in name_words().team_words for word in words
    )
    return firm if comma and is_office and " " in firm else name


def _is_founded(name: str, *, sender: Address) -> bool:
    """Say whether more than its looks speaks for a name being that of an employer."""
    if says_kind(name) or has_legal_form(name) or CARRIED_BY.search(sender.name):
        return True
    domain = sender.domain.replace("-", "")
    if any(
        len(key) >= _LONG_WORD and key in domain for key in map(word_key, name.split())
    ):
        return True
    keys = tuple(word_key(word) for word in name.split())
    label = registrable_label(sender.domain)
    is_made_of_it = any(fit(order, keys) is not None for order in label_orders(label))
    return is_made_of_it or is_no_reply(sender.address)


def _is_signed(line: str, *, name: str) -> bool:
    """Say whether a line is the name, or ends in it as the mail's last words."""
    bare = line.strip(" .,-–—()!")
    if bare == name or without_legal_form(bare) == name:
        return True
    if not bare.endswith(name):
        return False
    return _BEFORE_NAME.search(bare.removesuffix(name)) is not None


def _says(text: str, *, name: str) -> bool:
    return next(whole_places(name, text), None) is not None
