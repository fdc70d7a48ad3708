"""The employer that a small firm's mailbox at a mail provider is called after: "panificio.salis@…"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.facts.contact import has_given_name, is_office_box
from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.employers.names import name_words, parted_label
from onward.mail.rules.facts.material import Material
from onward.mail.rules.types import Message

_WEIGHT = 2.6
_PARTS = re.compile(r"[._-]+")
_SHORTEST = 3
_MOST_PARTS = 3


def is_at_provider(message: Message) -> bool:
    """Say whether a mail comes from where the reader has a mailbox, too, or from free mail.

    That domain is the name of no employer.
    """
    domain = message.sender.domain
    own = {address.domain for address in message.to}
    return is_free_mail(domain) or own == {domain}


def from_mailbox(material: Material) -> Iterator[Candidate]:
    """Yield the name that a mailbox at a provider spells, where it says what the firm does.

    Kinds stand first where languages put them first: "salis.panificio" is Panificio Salis.
    """
    message = material.message
    if not message.sender.domain or not is_at_provider(message):
        return
    name = mailbox_name(message.sender.local_part)
    if name:
        yield Candidate(name, "domain", _WEIGHT)


def mailbox_name(local_part: str) -> str:
    """Return the employer that a mailbox is called after, "" where it says no kind of house."""
    parts = _PARTS.split(local_part)
    first = name_words().first_kinds
    if len(parts) == 1:
        name = parted_label(parts[0])
    elif len(parts) > _MOST_PARTS or not all(map(_is_word, parts)):
        return ""
    else:
        parts.sort(key=lambda part: part not in first)
        words = [first.get(part, part.capitalize()) for part in parts]
        name = " ".join(words) if parts[0] in first else ""
    return "" if has_given_name(name) else name


def spelled_by_mailbox(local_part: str) -> str:
    """Return a mailbox's words as a name, "" where they may be a person's, or an office's alone.

    "boathouse.tearoom" is Boathouse Tearoom; of words run together nobody knows the seam.
    """
    parts = [part for part in _PARTS.split(_FIGURES.sub("", local_part)) if part]
    if not _OF_HOUSE.isdisjoint(map(_bare, parts)):
        return ""
    words = [part.capitalize() for part in parts if not is_office_box(f"{part}@")]
    name = " ".join(words)
    return "" if has_given_name(name) else name


def _bare(part: str) -> str:
    return part.lower().rstrip("0123456789")


_OF_HOUSE = frozenset(
    [
        "prof",
        "professor",
        "dr",
        "mr",
        "mrs",
        "ms",
        "miss",
        "sir",
        "frau",
        "herr",
        "mme",
        "mlle",
        "sig",
        "dott",
        "dra",
        "pani",
        "pan",
        "ward",
        "station",
        "kitchen",
        "unit",
        "team",
        "department",
        "dept",
        "shift",
        "floor",
        "reception",
        "dekanat",
        "küche",
        "kueche",
        "etage",
        "abteilung",
        "reparto",
        "cocina",
        "cuisine",
        "afdeling",
        "oddzial",
        "avdelning",
    ]
)
"""Words for a person, or for a part of a house: none is called by them alone."""

# "minersrest7": somebody else had it; "pub6" is no longer a name without it.
_FIGURES = re.compile(r"(?<=[^\W\d_]{6})\d+$")


def _is_word(part: str) -> bool:
    return part.isalpha() and len(part) >= _SHORTEST
