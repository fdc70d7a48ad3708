"""Titles and employers as applications are told apart by them, however they are spelled; pure."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from onward.mail.rules.facts.employers.names import company_key
from onward.mail.rules.facts.titles.role import (
    is_role_like,
    role_key,
    seniority_of,
)

# "Chargé·e", "directeur/trice", "approvisionneur·se": the other ending beside the word.
_BOTH_ENDINGS = re.compile(
    r"(?<=[a-zà-ÿ])[·.•/](?:e|ne|se|le|ve|fe|euse|trice|rice|ère|ière|a|o|ora|ka)(?:[·.•]?s)?(?![\wà-ÿ])"
)
_FOR_BOTH = re.compile(
    r"(?<![\w/])(?:[hf]/[hf]|m/v|v/m|k/m|m/k)(?:/[xdn])?(?![\w/])", re.IGNORECASE
)
# Each as it ends for a woman, and what is left of both.
_ENDINGS = (
    (re.compile(r"(?<=\w{2})(?:trice|teuse|teur|tore|tora)$"), "tor"),
    (re.compile(r"(?<=\w{2})(?:euse|eure|rice)$"), "eur"),
    (re.compile(r"(?<=\w{2})ière$"), "ier"),
    (re.compile(r"(?<=\w{2})(?:ienne|iene)$"), "ien"),
    (re.compile(r"(?<=\w{2})ée$"), "é"),
    (re.compile(r"(?<=\w{3}(?:dor|sor))a$"), ""),
    (re.compile(r"(?<=\w{3}(?:ant|ent|ier|ial|nel))e$"), ""),
    (re.compile(r"(?<=\w{2}(?:er|ad|iv|at|ic))[oa]$"), ""),
    # Polish: "księgowa", "specjalistka", "asystentka", "redaktorka", "kierowniczka".
    (re.compile(r"(?<=\w{3}ow)[ay]$"), ""),
    (re.compile(r"(?<=\w{2}[iy]st)ka$"), "a"),
    (re.compile(r"(?<=\w{2}(?:ent|ant|tor|żer))ka$"), ""),
    (re.compile(r"(?<=\w{3})niczka$"), "nik"),
)
_PLURALS = (
    (re.compile(r"(?<=\w{3})ies$"), "y"),
    (re.compile(r"(?<=\w{3}[^su])s$"), ""),
)
_SPELLINGS = {
    "adviser": "advisor", "administration": "administrator", "administrative": "administrator",
    "appro": "approvisionnement", "młodsza": "młodszy", "starsza": "starszy", "głównej": "gł", "głównego": "gł", "główna": "gł", "główny": "gł", "jefa": "jefe", "dependienta": "dependiente",
}  # fmt: skip

_GLUE = frozenset({
    "of", "the", "for", "to", "de", "du", "des", "d", "la", "le", "les", "l",
    "di", "del", "della", "dei", "da", "do", "dos", "das", "van", "het",
})  # fmt: skip


# As people and addresses shorten them.
_SHORT_NAMES = {
    "universitaet": "uni", "sankt": "st", "saint": "st", "kreiskrankenhaus": "kkh",
    "stadtverwaltung": "stadt", "gemeindeverwaltung": "gemeinde",
    "landratsamt": "landkreis", "kreisverwaltung": "landkreis",
}  # fmt: skip
_SHORT_WORDS = (
    (re.compile(r"\bnhs foundation trust\b"), "nhs ft"),
    (re.compile(r"\bhealth and social care\b"), "hsc"),
)


@lru_cache(maxsize=8192)
def employer_key(name: str) -> str:
    """Return a name as employers are compared, what is often shortened in its short form.

    A system writes "Severn Reach NHS Foundation Trust", and people there "NHS FT".
    """
    key = company_key(name)
    for words, short in _SHORT_WORDS:
        key = words.sub(short, key)
    return " ".join(_SHORT_NAMES.get(word, word) for word in key.split())


@lru_cache(maxsize=8192)
def opening_key(role: str) -> str:
    """Return a title as openings are compared: plain words, of one gender and number.

    Mail writes "Assistant(e) achats H/F", "Acheteur junior / Acheteuse junior" and
    "Placements Administrator" of what its next letter calls by one of these.
    """
    key = role_key(_BOTH_ENDINGS.sub("", _FOR_BOTH.sub(" ", role)))
    words = key.split()
    # "Engineer I" is graded; "ds. kadr i płac" and "kadr, płac" say the same.
    told = (
        word
        for place, word in enumerate(words, start=1)
        if word not in _GLUE and (word != "i" or place == len(words))
    )
    words = [word for word, _ in groupby(map(_plain, told))]
    half = len(words) // 2
    if half and words[:half] == words[half:]:
        words = words[:half]
    return " ".join(words)


# "Digital Producer / Project Lead", "Verkäuferin oder Kassiererin"
_OR = re.compile(
    r"\s+(?:/|\||or|oder|bzw\.|ou|oppure|of|lub|eller|veya)\s+", re.IGNORECASE
)


def either_of(role: str) -> frozenset[str]:
    """Return the keys of the titles that one names side by side, as mail later names one of them; none for one."""
    parts = _OR.split(role)
    is_each = len(parts) > 1 and all(map(is_role_like, parts))
    return frozenset(map(opening_key, parts)) if is_each else frozenset()


def _plain(word: str) -> str:
    plain = _SPELLINGS.get(word, word)
    for ends, left in (*_PLURALS, *_ENDINGS):
        plain = ends.sub(left, plain)
    is_kept = seniority_of(word) and not seniority_of(plain)
    return word if is_kept else plain
