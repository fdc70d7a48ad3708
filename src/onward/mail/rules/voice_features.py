"""What the second voice hears of a sentence: words, their parts, and their company."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from zlib import crc32

BUCKETS = 1 << 18
"""Features are told apart by a checksum modulo this."""

_SCOPE = 6
_SHORTEST_PARTED = 4
_LONGEST_WORD = 24
_LINK = re.compile(r"\bhttps?://\S+|\bwww\.\S+")
_ADDRESS = re.compile(r"\S+@\S+\.\w+")
_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+(?:[.,:]\d+)*|[?!€$£]")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
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


def _plain(text: str) -> str:
    """Return a text in plain letters, links and addresses by one word each."""
    low = plain_letters(text)
    if "://" in low or "www." in low:
        low = _LINK.sub(" xlink ", low)
    if "@" in low:
        low = _ADDRESS.sub(" xaddress ", low)
    return low


def different_words(text: str) -> set[str]:
    """Return the different words of a text, numbers and signs left out: the quick way."""
    return set(_WORD.findall(_plain(text)))


def tokens(text: str) -> list[str]:
    """Return the words of a text; links, addresses and numbers by one word each."""
    words = _TOKEN.findall(_plain(text))
    return ["0" if word[0].isdigit() else word[:_LONGEST_WORD] for word in words]


def bucket(feature: str) -> int:
    """Return the number of a feature's bucket."""
    return crc32(feature.encode()) & (BUCKETS - 1)


def word_features(word: str) -> list[tuple[int, float]]:
    """Return the buckets of a word and of its parts of 3 to 5 letters, with weights."""
    found = [(bucket(word), 1.0)]
    if len(word) < _SHORTEST_PARTED:
        return found
    whole = f"<{word}>"
    parts = {
        f"#{whole[at : at + size]}"
        for size in (3, 4, 5)
        for at in range(len(whole) - size + 1)
    }
    share = 1.0 / len(parts) ** 0.5
    return found + [(bucket(part), share) for part in sorted(parts)]


def pair_features(words: list[str]) -> Iterable[str]:
    """Yield the features of two and three words that stand together."""
    for first, second in pairwise(words):
        yield f"{first} {second}"
    for first, second, third in zip(words, words[1:], words[2:], strict=False):
        yield f"{first} {second} {third}"
        yield f"{first} * {third}"


def marked_features(
    words: list[str], *, negations: frozenset[str], conditions: frozenset[str]
) -> Iterable[str]:
    """Yield what stands under a negation, and what stands in a conditional sentence."""
    for at, word in enumerate(words):
        if word in negations or word.endswith("n't"):
            for other in words[at + 1 : at + 1 + _SCOPE]:
                yield f"!{other}"
    marks = [at for at, word in enumerate(words) if word in conditions]
    if marks:
        yield "?"
        for other in words[marks[0] + 1 :]:
            yield f"?{other}"
