"""How alike two applications are, for a person to choose which of them are one; pure."""

from __future__ import annotations

from dataclasses import dataclass

_TELLING = 4
"""Shorter words are in many names: "and", "van", "der", "SA"."""

_ARTICLES = frozenset(
    [
        "the",
        "a",
        "an",
        "der",
        "die",
        "das",
        "le",
        "la",
        "les",
        "l",
        "el",
        "los",
        "las",
        "il",
        "lo",
        "i",
        "gli",
        "o",
        "os",
        "het",
        "de",
        "en",
    ]
)

_FORMS = frozenset(
    [
        "gmbh",
        "ggmbh",
        "mbh",
        "ohg",
        "kgaa",
        "gesellschaft",
        "limited",
        "corp",
        "corporation",
        "incorporated",
        "llc",
        "company",
        "gruppe",
        "group",
        "groupe",
        "grupo",
        "gruppo",
        "holding",
        "sarl",
        "sasu",
        "srls",
        "sociedad",
        "società",
        "unipessoal",
        "ltda",
        "bvba",
        "spółka",
        "anonim",
        "şirketi",
        "limitada",
        "aktiebolag",
    ]
)
"""What names of many houses share: what kind of a company it is."""

_SAME_WRITER = 4
_SAME_TITLE = 3
_SAME_HOUSE = 3
_LIKE_TITLE = 1
LEAST = 3
"""From here on two may be one: the same writer, title or house."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An application as it is compared, each fact folded to lower case."""

    company: str
    role: str
    address: str = ""


def likeness(one: Shown, other: Shown) -> int:
    """Return how much speaks for two applications being one; below LEAST nothing does."""
    titles = one.role.split(), other.role.split()
    firms = _own_words(one.company), _own_words(other.company)
    found = 0
    if one.address and one.address == other.address:
        found += _SAME_WRITER
    if one.role and sorted(titles[0]) == sorted(titles[1]):
        found += _SAME_TITLE
    elif len(set.intersection(*map(set, titles))) > 1:
        found += _LIKE_TITLE
    if _is_one_house(*firms):
        found += _SAME_HOUSE
    return found


def _own_words(company: str) -> list[str]:
    """Return the words of a name without its legal form; all where it has no others."""
    words = company.split()
    return [word for word in words if word.strip(".,()") not in _FORMS] or words


def _is_one_house(one: list[str], other: list[str]) -> bool:
    if one and one[:1] == other[:1] and one[0] not in _ARTICLES:
        return True
    shared = set(one) & set(other)
    return any(len(word) >= _TELLING for word in shared)
