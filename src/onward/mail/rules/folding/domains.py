"""What the domain that a message comes from tells of its employer."""

from __future__ import annotations

from onward.mail.rules.facts.employers.names import (
    compact,
    label_variants,
    registrable_label,
)
from onward.mail.rules.folding.akin import TELLING
from onward.mail.rules.folding.growing import Facts


def is_named_by_domain(facts: Facts) -> bool:
    """Say whether all that a message tells of its employer is the domain it comes from."""
    label = registrable_label(facts.item.firm)
    return bool(label) and compact(facts.company) in label_variants(label)


def is_of_domain(facts: Facts, *, name: str) -> bool:
    """Say whether its domain alone told one of a firm's two names, and spells the other's words.

    "smpodlipami" is "Spółdzielnia Mieszkaniowa Pod Lipami", "sp93bory" is "Szkoła
    Podstawowa nr 93".
    """
    label = registrable_label(facts.item.firm)
    spelled = label_variants(label)
    told = [one for one in (name, facts.company) if compact(one) not in spelled]
    if len(told) != 1:
        return False
    words = [word for word in told[0].split() if word != "nr"]
    letters = "".join(word if word.isdigit() else word[0] for word in words)
    is_lettered = len(letters) >= TELLING and label.startswith(letters)
    return is_lettered or any(len(word) > TELLING and word in label for word in words)


def is_shortened_by_domain(facts: Facts, *, name: str) -> bool:
    """Say whether a domain is made of a firm's name with words left out, and the name begins as told.

    Who signs as "Bluestem Newcomb" from bluestemliving.example writes for "Bluestem Senior
    Living".
    """
    words, told = name.split(), facts.company.split()
    if len(words) < 2 or not told or told[0] != words[0] or len(told[0]) < TELLING:
        return False
    return any(
        _is_made_of(label, words)
        for label in label_variants(registrable_label(facts.item.firm))
    )


def _is_made_of(label: str, words: list[str]) -> bool:
    """Say whether a label is the first word and others behind it, in their order."""
    left = label.removeprefix(words[0])
    if not left or left == label:
        return False
    for word in words[1:]:
        left = left.removeprefix(word)
    return not left
