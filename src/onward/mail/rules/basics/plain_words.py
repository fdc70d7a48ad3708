"""Text in the 26 letters, and its different words: what the gate asks for in every mail."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = (
    ("ä", "ae"),
    ("ö", "oe"),
    ("ü", "ue"),
    ("ß", "ss"),
    ("ı", "i"),
    ("ł", "l"),
    ("’", "'"),
    ("‘", "'"),
)


def plain_letters(text: str) -> str:
    """Return lower-case text in the 26 letters: `ä` as `ae`, other accents left out."""
    low = text.lower()
    if low.isascii():
        return low
    low = unicodedata.normalize("NFC", low)
    for letter, plain in _LETTERS:
        if letter in low:
            low = low.replace(letter, plain)
    return unicodedata.normalize("NFKD", low).encode("ascii", "ignore").decode()


_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_TWICE = re.compile(r"'[a-z]+'")
_LINK = re.compile(r"\bhttps?://\S+|\bwww\.\S+")
_ADDRESS = re.compile(r"\S+@\S+\.\w+")
_COMMON_SIGNS = (
    "’–äüöß“”„—…\u00a0‘•·»«©®™€£°´→✓\ufffd\u200b\u200c\u200d\ufeff\u00ad\u034f"
    "éèàçêíóáñãõúâîôûëïøåæœ¿¡ªºłąęśżźćńıışğığ"
)
_PLAIN = tuple((sign, plain_letters(sign)) for sign in dict.fromkeys(_COMMON_SIGNS))
_ONLY_WORDS = "".join(
    chr(code) if chr(code) in "abcdefghijklmnopqrstuvwxyz'" else " "
    for code in range(128)
)


def plain_text(text: str) -> str:
    """Return a text in plain letters, with links and addresses by one word each.

    White space may come out as other white space.
    """
    low = text.lower()
    if not low.isascii():
        low = _in_plain_letters(low)
    if "@" in low or "://" in low or "www." in low:
        low = " ".join(map(_without_address, low.split()))
    return low


def _in_plain_letters(low: str) -> str:
    letters = low
    for sign, plain in _PLAIN:
        if sign in letters:
            letters = letters.replace(sign, plain)
            if letters.isascii():
                return letters
    # A sign that is none of the common ones may change the one before it.
    return plain_letters(low)


def plain_words(text: str) -> set[str]:
    """Return the different words of a text, numbers and signs left out."""
    low = plain_text(text).translate(_ONLY_WORDS)
    if "'" not in low:
        return set(low.split())
    low = f" {low} ".replace("''", " ").replace(" '", " ").replace("' ", " ")
    if _TWICE.search(low):
        return set(_WORD.findall(low))
    return set(low.split())


def _without_address(part: str) -> str:
    """Return what stands between two spaces with links and addresses as one word each."""
    if "://" in part or "www." in part:
        part = _LINK.sub(" xlink ", part)
    return _ADDRESS.sub(" xaddress ", part) if "@" in part else part
