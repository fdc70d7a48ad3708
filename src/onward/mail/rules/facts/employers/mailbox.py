"""The employer that a small firm's mailbox at a mail provider is called after: "panificio.salis@…"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.facts.contact import has_given_name
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
    parts = _PARTS.split(message.sender.local_part)
    first = name_words().first_kinds
    if len(parts) == 1:
        name = parted_label(parts[0])
    elif len(parts) > _MOST_PARTS or not all(map(_is_word, parts)):
        return
    else:
        parts.sort(key=lambda part: part not in first)
        words = [first.get(part, part.capitalize()) for part in parts]
        name = " ".join(words) if parts[0] in first else ""
    if name and not has_given_name(name):
        yield Candidate(name, "domain", _WEIGHT)


def _is_word(part: str) -> bool:
    return part.isalpha() and len(part) >= _SHORTEST
