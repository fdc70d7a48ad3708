"""Whom a mail says to ask or to meet, and what that person does: "Auskunft gibt Jo Ott, Meister"."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.facts.contact import has_given_name, person_name
from onward.mail.rules.facts.employers.names import tidy

_NAMED = (
    r"(?P<name>(?:(?:Herrn?|Frau|Mr|Mrs|Ms|Dr|Assoc|Asst|Prof|M|Mme|Sr|Sra)\.? ){0,3}"
    r"(?:[^\W\d_a-z][\w'’-]+ ){0,2}[^\W\d_a-z][\w'’-]+)"
)
# "ring the panel chair, Jo Ott"
_POST = r"(?:(?i:the|our|der|die|den|unsere[nm]?) (?P<post>[^,.;:()\n]{4,40}), )?"
_BESIDE = (
    r"(?:, (?P<work>[^\W\d_a-z][^,.;:()\n]{2,50})(?=[,.;\n]|$)"
    r"|,? \((?P<inner>[^()\n]{3,50})\))?"
)
_RESPECT = re.compile(r"^(?:Herrn?|Frau|Mrs?|Ms|Mx|Mme|Sra?|M)\.? ")


@cache
def _asked() -> re.Pattern[str]:
    phrases = "|".join(tables("signing")["asked"])
    return re.compile(rf"\b(?i:{phrases}) {_POST}{_NAMED}{_BESIDE}")


@cache
def _before_name() -> re.Pattern[str]:
    return re.compile(rf"^(?:{tables('signing')['degrees']}\s+)+", re.IGNORECASE)


def asked_person(prose: str) -> tuple[str, str]:
    """Return the one person whom a mail says to ask and what they do, "" where untold."""
    found: dict[str, str] = {}
    for hit in _asked().finditer(prose):
        name = tidy(hit["name"])
        if _is_somebody(name):
            bare = _RESPECT.sub("", name)
            name = bare if has_given_name(bare) and " " in bare else name
            found[name] = found.get(name) or tidy(
                hit["work"] or hit["inner"] or hit["post"] or ""
            )
    people = list(found.items())
    return people[0] if len(people) == 1 else ("", "")


def _is_somebody(name: str) -> bool:
    bare = _before_name().sub("", name)
    if not person_name(bare):
        return False
    return bare != name or (" " in bare and has_given_name(bare))
