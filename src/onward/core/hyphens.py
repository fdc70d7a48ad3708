"""Where a long word may be parted at the end of a line, in whatever language it is; pure."""

from __future__ import annotations

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
"""Shown as a hyphen where a line ends at it, and not at all elsewhere."""

_LONG_WORD = re.compile(r"[^\W\d_]{11,}")
_NO_WORDS = re.compile(r"@|//")
_TOKEN = re.compile(r"\S+")
_DOT_INSIDE = re.compile(r"\w\.\w")
_VOWELS = frozenset("aeiouyæœøı")
_LEAST = 3
# What is spoken in one breath before a vowel stays together; three letters before two.
_TOGETHER = frozenset(
    (
        *("sch", "schl", "schm", "schn", "schr", "schw"),
        *("spr", "str", "ch", "ck", "ph", "th", "sh", "qu", "st", "sp"),
        *("bl", "br", "dr", "fl", "fr", "gl", "gn", "gr", "kl", "kn", "kr", "pf", "pl"),
        *("pr", "tr", "zw", "sz", "cz", "rz", "dz", "kw", "sk", "cl", "cr", "vr", "wr"),
    )
)


def breakable(text: str) -> str:
    """Return a text whose long words may be parted with a hyphen: "Vorstel-lungs-gespräch".

    No language is known of a name or a title, so it goes by vowels and what comes before
    them. Addresses stay as they are, and what has a dot inside.
    """
    if _NO_WORDS.search(text):
        return text
    return _TOKEN.sub(lambda found: _all_parted(found[0]), text)


def _all_parted(token: str) -> str:
    if _DOT_INSIDE.search(token):
        return token
    return _LONG_WORD.sub(lambda found: _parted(found[0]), token)


def _parted(word: str) -> str:
    plain = [_plain(letter) for letter in word]
    places = [
        place
        for place in range(_LEAST, len(word) - _LEAST + 1)
        if _begins_syllable(word, plain, place=place)
    ]
    parts, start = [], 0
    for place in places:
        if place - start >= _LEAST:
            parts.append(word[start:place])
            start = place
    return SOFT_HYPHEN.join([*parts, word[start:]])


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter)[0].lower()


def _begins_syllable(word: str, plain: list[str], *, place: int) -> bool:
    """Say whether the letters from a place on are what comes before a vowel, and no more."""
    if word[place].isupper() and word[place - 1].islower():
        return True
    end = place
    while end < len(word) and plain[end] not in _VOWELS:
        end += 1
    onset = "".join(plain[place:end])
    if not onset or end == len(word):
        return False
    if len(onset) > 1 and onset not in _TOGETHER:
        return False
    if onset[0] == "s" and not _is_sure_s("".join(plain), place=place, onset=onset):
        return False
    # The longest that stays together begins it: "ge-spräch", not "ges-präch".
    before = ("".join(plain[max(0, place - more) : end]) for more in (1, 2, 3))
    return not any(each in _TOGETHER for each in before)


def _is_sure_s(plain: str, *, place: int, onset: str) -> bool:
    """Say whether an s begins a syllable, and joins no two words: "Rechts-anwalt", "Landes-amt"."""
    if plain.startswith("schaft", place):
        return True
    before = plain[place - 1]
    if before == "s":
        return plain[place - 2] not in _VOWELS | {"s"}
    return before in _VOWELS - {"e"} and onset in {"s", "sch"}
