"""Names that tell who of a house hires, and not which house: "Dein Bewerbungs-Team"; pure."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onward.mail.rules.basics.tables import tables

_BETWEEN = re.compile(r"[\s'’./–-]+")
_MOST_WORDS = 7
# What is left of "Bewerbungs-Team" without the team: no word ends so by itself.
_CUT = re.compile(
    r"(?:bewerbungs|einstellungs|ausbildungs|wervings|rekryterings|urvals)"
)


@lru_cache(maxsize=4096)
def is_hiring_office(name: str) -> bool:
    """Say whether a name is made of words of hiring and of a team or an office alone.

    Also what was cut of one: "Bewerbungs" of "Bewerbungs-Team", "Tu equipo de".
    """
    low = name.replace("İ", "i").lower()
    words = [word for word in _BETWEEN.split(low) if word]
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    if len(words) == 1 and _CUT.fullmatch(low):
        return True
    if not all(_any().fullmatch(word) for word in words):
        return False
    is_both = any(_joined().fullmatch(word) for word in words)
    is_office = any(_of("office").fullmatch(word) for word in words)
    is_hiring = any(_of("hiring").fullmatch(word) for word in words)
    is_cut = _of("around").fullmatch(words[-1]) is not None
    return is_both or (is_office and (is_hiring or is_cut))


def _words(kind: str) -> str:
    return "|".join(table[kind] for table in tables("hiring_offices").values())


@cache
def _of(kind: str) -> re.Pattern[str]:
    return re.compile(_words(kind))


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('hiring')})(?:{_words('office')})")


@cache
def _any() -> re.Pattern[str]:
    kinds = "|".join(_words(kind) for kind in ("hiring", "office", "around"))
    return re.compile(rf"{kinds}|{_joined().pattern}")
