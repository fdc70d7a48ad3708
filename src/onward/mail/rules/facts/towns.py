"""Which names are those of towns: a list out of GeoNames, asked where a shape fits already."""

from __future__ import annotations

import re
import unicodedata
import zlib
from functools import cache

from onward.mail.rules.basics.tables import ROOM

_SOURCE = ROOM.joinpath("words", "towns.bin")
"""Keys of names, one a line: those that are nothing else, a blank line, those that are words too."""

_LETTERS = str.maketrans(
    {"ß": "ss", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "đ": "d"}
    | {"’": "'", "-": " ", ".": " "}
)
_SAINTS = frozenset({"saint", "sankt"})
_PART = re.compile(r"(?<=[^\W\d_]{3})-(?=[^\W\d_a-zß-ÿ])")


def town_key(name: str) -> str:
    """Return a name as the list has it: small, without accents, "st" for each saint."""
    low = name.replace("İ", "i").lower().translate(_LETTERS)
    if not low.isascii():
        parts = unicodedata.normalize("NFD", low)
        low = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return " ".join("st" if word in _SAINTS else word for word in low.split())


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    text = zlib.decompress(_SOURCE.read_bytes()).decode()
    plain, _, doubtful = text.partition("\n\n")
    return frozenset(plain.split("\n")), frozenset(doubtful.split("\n"))


def town_names() -> frozenset[str]:
    """Return the towns whose name is one word, as the list has them: small, without accents."""
    return frozenset(name for names in _names() for name in names if " " not in name)


def is_plain_town(name: str) -> bool:
    """Say whether a name is a town's and no word besides: "Leeds", not "Reading" or "Essen".

    A quarter behind a hyphen does no harm: "Bremen-Neustadt".
    """
    plain, _ = _names()
    if not name[:1].isupper():
        return False
    return town_key(name) in plain or town_key(_PART.split(name)[0]) in plain


def is_town(name: str) -> bool:
    """Say whether a town is called so, whatever else the name may mean."""
    if is_plain_town(name):
        return True
    return name[:1].isupper() and town_key(name) in _names()[1]
