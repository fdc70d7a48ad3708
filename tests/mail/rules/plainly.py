"""What the second voice hears, written plainly and slowly: what the quick way is held to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from zlib import crc32

from onward.mail.rules.basics.plain_words import plain_letters
from onward.mail.rules.types import Message
from onward.mail.rules.verdicts.voice import sender_signs
from onward.mail.rules.verdicts.voice_words import BUCKETS

_SCOPE = 6
_SHORTEST_PARTED = 4
_LONGEST_WORD = 24
_LINK = re.compile(r"\bhttps?://\S+|\bwww\.\S+")
_ADDRESS = re.compile(r"\S+@\S+\.\w+")
_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+(?:[.,:]\d+)*|[?!€$£]")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


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


def sentence_features(
    words: list[str], *, negations: frozenset[str], conditions: frozenset[str]
) -> list[str]:
    """Return the features of a sentence beside its words."""
    marked = marked_features(words, negations=negations, conditions=conditions)
    return [*pair_features(words), *marked]


def mail_features(message: Message, *, text: str, system: str) -> set[str]:
    """Return the features of a whole mail beside its words."""
    title = tokens(message.subject)
    features = {f"{a} {b}" for a, b in pairwise(tokens(text))}
    features.update(f"s:{word}" for word in title)
    features.update(f"s:{a} {b}" for a, b in pairwise(title))
    features.update(f"f:{sign}" for sign in sender_signs(message, system=system))
    return features
