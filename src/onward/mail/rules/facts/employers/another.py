"""Names of somebody else's house: in what is told of whoever was chosen, and of what the reader made."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onward.mail.rules.basics.places import places_of
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.facts.contact import has_given_name
from onward.mail.rules.facts.material import Material

# "You were not the successful candidate with …", "wir suchen eine Person, die …".
_READER_OR_WANTED = re.compile(
    r"\b(?:you (?:are|were|have been)(?: not|n't)?|you(?:'re| aren't| weren't)|looking for|(?:we|they) (?:seek|need|want)"
    r"|sie (?:sind|waren)|(?:sind|waren) sie|(?:du|bist|warst) (?:bist|warst|du)|(?:wir|die) suchen|wir brauchen"
    r"|vous (?:n'|)(?:êtes|étiez)|(?:re)?cherchons|(?:usted|tú) (?:no )?(?:es|eres|fue)|buscamos"
    r"|lei (?:non )?è|cerchiamo|procuramos|(?:u|je|jij) (?:bent|was)|(?:bent|was) (?:u|je|jij)|zoeken|szukamy"
    r"|(?:du|ni) är|söker)\b[^.!?;\n]{0,30}$",
    re.IGNORECASE,
)
_BEFORE = 60


@cache
def _told(kind: str) -> re.Pattern[str]:
    parts = (table[kind] for table in tables("another").values() if kind in table)
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)


@lru_cache(maxsize=4)
def _places_of_others(prose: str) -> tuple[tuple[int, int], ...]:
    # Asked for each name of a mail.
    return tuple(
        found.span()
        for found in _told("told").finditer(prose)
        if not _READER_OR_WANTED.search(
            prose[max(0, found.start() - _BEFORE) : found.start()]
        )
    )


@lru_cache(maxsize=4)
def _places_of_readers(prose: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in _told("yours").finditer(prose))


def is_of_another(name: str, *, material: Material) -> bool:
    """Say whether a name stands only where somebody else who applied, or the reader's past, is spoken of.

    "Another candidate, who already holds the National Coding Qualification", "someone who
    works at Bradford Royal", "your video about the Fish Market stall": none is the employer.
    """
    if is_reported_to(name, material=material):
        return True
    told = _places_of_others(material.prose) + _places_of_readers(material.prose)
    return _is_only_there(name, told, material=material)


_REPORTS_TO = re.compile(
    r"\b(?:report to|ask for|check in with|look for|(?:melde dich|melden sie sich)(?: dann| bitte)? bei|fragen? (?:sie )?(?:bitte )?nach"
    r"|demande[rz] (?:à voir )?|présente[rz]?[- ](?:vous|toi) (?:à|auprès de)|preg[uú]nt[ea] por|chied[ia] di|pergunt[ea] por"
    r"|(?:meld|meldt|melden) (?:je|u|zich|jou)?(?: dan| even)? bij|vraag(?:t)?(?: je| u| dan| even)* naar|(?:proszę )?(?:pytać o|zgłosić się do)"
    r"|fråga efter|anmäl dig (?:hos|till))\s+$",
    re.IGNORECASE,
)


def is_reported_to(name: str, *, material: Material) -> bool:
    """Say whether a name is a given one alone, for whom one is to ask: "Report to Fatima at seven"."""
    if " " in name or not has_given_name(name):
        return False
    prose = material.prose
    places = [each.start() for each in re.finditer(rf"\b{re.escape(name)}\b", prose)]
    return any(_REPORTS_TO.search(prose[max(0, at - _BEFORE) : at]) for at in places)


def is_of_readers(name: str, *, material: Material) -> bool:
    """Say whether a name stands only in what is said of something that the reader made."""
    told = _places_of_readers(material.prose)
    return _is_only_there(name, told, material=material)


def _is_only_there(
    name: str, told: tuple[tuple[int, int], ...], *, material: Material
) -> bool:
    if not told or not name or name.lower() in material.subject_low:
        return False
    places = [*places_of(name, material.prose)]
    if not places or name.lower() in material.message.sender.name.lower():
        return False
    return all(any(start <= at < end for start, end in told) for at, _ in places)
