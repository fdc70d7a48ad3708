"""An employer without the office or the matter that its mail names beside it, as its address spells it."""

from __future__ import annotations

import re

from onward.mail.rules.facts.contact import is_person
from onward.mail.rules.facts.employers.label_fit import fit, label_orders, word_key
from onward.mail.rules.facts.employers.names import (
    has_legal_form,
    name_words,
    registrable_label,
    tidy,
    without_legal_form,
)
from onward.mail.rules.facts.employers.units import is_unit
from onward.mail.rules.facts.systems import system_of_host
from onward.mail.rules.types import Address

_TIES = frozenset({"and", "und", "&", "+", "-", "–"})
_LEAST_LABEL = 4
# "Hofbüro", "Kita-Leitung": who writes in the house. A "Planungsbüro" is one.
_OFFICE = re.compile(
    r"(?:hof|personal|gemeinde|schul|kirchen|kita)-?b(?:ü|ue)ro|(?:kita|haus|heim|schul|hof|hotel|küchen|markt)-?leitung"
)
# What a part of a public house is called: "Zentrale Dienste", "Verwaltung Kitas".
_OF_DESKS = frozenset(
    ("zentrale", "dienste", "services", "kitas", "schulen", "interne", "innere", "central", "support")
)  # fmt: skip


def without_desk(name: str, *, sender: Address) -> str:
    """Return "Tannkamp" for the "Hofbüro Tannkamp" of tannkamp.example, and for "Angebot Tannkamp"."""
    label = registrable_label(sender.domain)
    if len(label) < _LEAST_LABEL or system_of_host(sender.domain).name:
        return name
    words = name.split()
    # "Angebot Tann" from a subject; "Contract Furniture" is what a firm calls itself.
    is_shown = name in sender.name
    for count in range(1, len(words)):
        first, rest = words[:count], words[count:]
        if _is_beside(first, is_before=True, is_shown=is_shown) and _is_spelled(
            rest, label=label
        ):
            return " ".join(rest)
        rest, last = words[:-count], words[-count:]
        if _is_beside(last, is_before=False, is_shown=is_shown) and _is_spelled(
            rest, label=label
        ):
            return " ".join(rest)
    return name


def _is_beside(words: list[str], *, is_before: bool, is_shown: bool) -> bool:
    """Say whether words name an office, or before a name what a mail is about."""
    low = [word.lower() for word in words]
    if is_before and len(low) == 1 and low[0] in name_words().matters:
        return not is_shown
    told = [word for word in low if word not in _TIES]
    is_tied = len(told) < len(low)
    if not is_before and not is_tied:
        # "Sheriff's Office", "Care Services": behind a name that is mostly a part of it.
        return False
    return (
        bool(told)
        and any(map(_is_office, told))
        and all(_is_office(word) or (is_tied and word == "culture") for word in told)
    )


def _is_office(word: str) -> bool:
    return is_unit(word) or _OFFICE.fullmatch(word) is not None


def _is_spelled(words: list[str], *, label: str) -> bool:
    """Say whether an address spells these words, all of them and nothing else."""
    bare = without_legal_form(" ".join(words)).split()
    keys = tuple(word_key(word) for word in bare)
    return any(
        (found := fit(order, keys)) is not None and found.is_whole
        for order in label_orders(label)
    )


def is_desk(sender: Address) -> bool:
    """Say whether a sender shows a part of a house alone, by the words of its box: "Zentrale Dienste"."""
    shown = tidy(sender.name)
    words = shown.lower().split()
    if not words or has_legal_form(shown) or is_person(sender):
        return False
    label = sender.domain.replace("-", "")
    is_own = any(word_key(word) in label for word in words)
    is_boxs = any(word_key(word)[:_LEAST_LABEL] in sender.local_part for word in words)
    return (
        is_boxs
        and not is_own
        and all(is_unit(word) or word in _OF_DESKS for word in words)
    )
