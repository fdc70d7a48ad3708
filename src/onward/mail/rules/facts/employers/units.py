"""Parts of an employer that write to applicants: departments, offices, teams."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.facts.employers.names import is_named_as_team, name_words
from onward.mail.rules.facts.patterns import fact_words


@cache
def _units() -> frozenset[str]:
    lists = name_words()
    sure = lists.team_words - lists.weak_team_words - {"services", "staffing"}
    return sure | frozenset(fact_words("units"))


_UNIT_ENDS = (
    *("team", "leitung", "abteilung", "direktion", "sekretariat"),
    *("pressestelle", "berufungsstelle", "geschäftsstelle", "dienststelle"),
)


def is_unit(text: str) -> bool:
    """Say whether a text names a part of an employer: "Crew Selection", "Einsatzleitung"."""
    words = [word.strip(".,–-()") for word in text.lower().replace("-", " ").split()]
    return all(
        not word or word in _units() or word.endswith(_UNIT_ENDS) for word in words
    )


_JOINS = re.compile(
    r"^(?:der|des|dem|von|vom|bei|of|the|at|for|de|du|des|della|del|van)\s"
)
_BEHIND = re.compile(
    r"\s(?:[-–—|·]\s.*(?i:center|portal|service|management)|\w+(?i:portal))$"
)
_ALSO_NAMES = frozenset(
    (
        "küche",
        "werkstatt",
        "produktion",
        "center",
        "zentrale",
        "studio",
        "people",
        "campus",
    )
)
_LEAST_LEFT = 3


def without_units(name: str) -> str:
    """Return a name without the parts of it that wrote: "Sekretariat der JRG", "TH Elbufer Dekanat".

    A name that is nothing else is returned as it is.
    """
    if is_unit(name) or is_named_as_team(name):
        return name
    words = _BEHIND.sub("", name).split()
    while len(words) > 1 and _is_office(words[0]):
        rest = " ".join(words[1:]).lstrip("–-—|· ")
        words = _JOINS.sub("", rest).split()
    left = " ".join(words)
    return left if len(left) >= _LEAST_LEFT and left[:1].isupper() else name


def _is_office(word: str) -> bool:
    return is_unit(word) and word.lower() not in _ALSO_NAMES
