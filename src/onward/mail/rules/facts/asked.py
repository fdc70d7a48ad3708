"""Whom a mail says to ask or to meet, and what that person does: "Auskunft gibt Jo Ott, Meister"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.facts.contact import (
    bears_name,
    has_given_name,
    person_name,
)
from onward.mail.rules.facts.employers.names import tidy
from onward.mail.rules.types import Address

_NAMED = (
    r"(?P<name>(?:(?:Herrn?|Frau|Mr|Mrs|Ms|Dr|Mag|Ing|Assoc|Asst|Prof|M|Mme|Sr|Sra)\.? ){0,3}"
    r"(?:[^\W\d_a-z][\w'’-]+ ){0,2}[^\W\d_a-z][\w'’-]+)"
)
# "ring the panel chair, Jo Ott", "Nachricht an unsere Leiterin Jo Ott"
_POST = (
    r"(?:(?i:the|our|your|der|die|den|unsere[nmr]?|ihre[nmr]?) (?:(?P<post>[^,.;:()\n]{4,40}),"
    r"|(?P<before>[^\s,.;:()]{3,}(?: [^\s,.;:()]+){0,3}?)) )?"
)
_BESIDE = (
    r"(?:, (?P<work>[^\W\d_a-z][^,.;:()\n]{2,50})(?=[,.;\n]|$| \()"
    r"|,? \((?P<inner>[^()\n@]{3,50})\))?"
)
_RESPECT = re.compile(r"^(?:Herrn?|Frau|Mrs?|Ms|Mx|Mme|Sra?|M)\.? ")
_ADDRESS = r"(?P<address>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"


@cache
def _asked() -> re.Pattern[str]:
    phrases = "|".join(tables("signing")["asked"])
    return re.compile(rf"\b(?i:{phrases}) {_POST}{_NAMED}{_BESIDE}")


@cache
def _beside_address() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){_NAMED}{_BESIDE}(?:[^.\n@A-ZÄÖÜ]{{0,40}}?[ (<:])?{_ADDRESS}"
    )


@cache
def _before_name() -> re.Pattern[str]:
    return re.compile(rf"^(?:{tables('signing')['degrees']}\s+)+", re.IGNORECASE)


@cache
def _says_work() -> re.Pattern[str]:
    return re.compile("|".join(tables("signing")["work"]), re.IGNORECASE)


def asked_person(prose: str) -> tuple[str, str]:
    """Return the one person whom a mail says to ask and what they do, "" where untold.

    It says so in words, or by an address that is made of the name beside it.
    """
    found: dict[str, str] = {}
    for name, work in (*_asked_in_words(prose), *_asked_by_address(prose)):
        found[name] = found.get(name) or work
    people = list(found.items())
    return people[0] if len(people) == 1 else ("", "")


def _asked_in_words(prose: str) -> Iterator[tuple[str, str]]:
    for hit in _asked().finditer(prose):
        name, before = tidy(hit["name"]), hit["before"] or ""
        work = tidy(hit["work"] or hit["inner"] or hit["post"] or before)
        # "your recruiter at Larch Bank" names no person.
        is_post = not before or bool(_says_work().search(before.split()[-1]))
        if is_post and _is_somebody(name, work=work):
            yield _without_respect(name), work


def _asked_by_address(prose: str) -> Iterator[tuple[str, str]]:
    if "@" not in prose:
        return
    for hit in _beside_address().finditer(prose):
        words = tidy(hit["name"]).split()
        box = Address(address=hit["address"].lower())
        # A sentence may begin right before the name: "Email Jo Ott at jo.ott@…".
        for start in range(len(words) - 2, -1, -1):
            name = " ".join(words[start:])
            if person_name(name) and bears_name(box, name=name):
                yield _without_respect(name), tidy(hit["work"] or hit["inner"] or "")
                break


def _without_respect(name: str) -> str:
    """Return "Jo Ott" for "Herr Jo Ott", and "Herr Ott" as it stands."""
    bare = _RESPECT.sub("", name)
    return bare if " " in _before_name().sub("", bare) else name


def _is_somebody(name: str, *, work: str) -> bool:
    bare = _before_name().sub("", name)
    if not person_name(bare):
        return False
    is_known = has_given_name(bare) or _says_work().search(work)
    return bare != name or (" " in bare and bool(is_known))
