"""Whom a mail speaks of by name, who may have written about the same application; pure."""

from __future__ import annotations

import re
from itertools import pairwise

from onward.mail.rules.basics.text import fold, lower

_SHORTEST = 4
"""Letters of a surname that is told apart from words of a sentence by who bears it."""

_WORD = r"[A-ZÀ-ÖØ-ÞĆĞİŁŚŞŹŻ][\w'’-]+"
_RESPECTED = re.compile(
    r"\b(?:Herrn?|Frau|Mr|Mrs|Ms|Miss|Dr|Prof|M|Mme|Madame|Monsieur|Sra?|Señora?|señora?|Senhora?|senhora?|Dra|Sig(?:\.ra|ra)?"
    r"|[Ss]ignora?|Dott(?:\.ssa|ssa)?|[Dd]hr|[Mm]evr|[Mm]w|[Mm]eneer|[Mm]evrouw|[Pp]an(?:i|ią|a|u|em)?)\.? "
    rf"(?:(?:Dr|Prof|Dipl|Ing)\.? )*(?P<name>{_WORD})"
)
_NAMES = re.compile(rf"{_WORD}(?: {_WORD})+")


def surname_of(name: str) -> str:
    """Return the last word of a person's name as it is told apart, or "" for a first name alone."""
    words = name.split()
    is_whole = len(words) > 1 and len(words[-1]) >= _SHORTEST
    return words[-1] if is_whole else ""


def spoken_of(text: str) -> frozenset[str]:
    """Return the surnames that are told with respect, and each two names that stand together."""
    plain = fold(text)
    respected = (found["name"] for found in _RESPECTED.finditer(plain))
    together = (
        f"{first} {last}"
        for found in _NAMES.finditer(plain)
        for first, last in pairwise(found[0].split())
    )
    told = {lower(name) for name in (*respected, *together)}
    return frozenset(name for name in told if len(name) >= _SHORTEST)
