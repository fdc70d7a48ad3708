"""What the second voice hears of a text: its words, their parts, and their company.

Every feature is the number of a bucket. Trainer and reader ask here, so that a model is
asked for what it learned. Words are bytes: a checksum takes nothing else, and that of
two words goes on from that of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from operator import add, and_
from zlib import crc32

from onward.mail.rules.basics.plain_words import plain_text

BUCKETS = 1 << 18
"""Features are told apart by a checksum modulo this."""

_SCOPE = 6
_SHORTEST_PARTED = 4
_LONGEST_WORD = 24
_TOKEN = re.compile(rb"[a-z]+(?:'[a-z]+)?|\d+(?:[.,:]\d+)*|[?!$]")
_DIGITS, _AFTER_DIGITS = b"0", b":"
_SKIP = b" *"
_PART = crc32(b"#")
_NEGATED = crc32(b"!")
_CONDITIONAL = crc32(b"?")
_SUBJECT = b"s:"


def heard_words(text: str) -> list[bytes]:
    """Return the words of a text; links, addresses and numbers by one word each."""
    found = _TOKEN.findall(plain_text(text).encode())
    return [
        _DIGITS if _DIGITS <= word < _AFTER_DIGITS else word[:_LONGEST_WORD]
        for word in found
    ]


def word_buckets(word: bytes) -> tuple[int, list[int]]:
    """Return the bucket of a word, and those of its parts in the order of the parts."""
    first = crc32(word) & (BUCKETS - 1)
    if len(word) < _SHORTEST_PARTED:
        return first, []
    whole = b"<" + word + b">"
    parts = {
        whole[at : at + size]
        for size in (3, 4, 5)
        for at in range(len(whole) - size + 1)
    }
    return first, [crc32(part, _PART) & (BUCKETS - 1) for part in sorted(parts)]


def buckets(sums: Iterable[int]) -> Iterator[int]:
    """Return the buckets of checksums."""
    return map(and_, sums, repeat(BUCKETS - 1))


class Company:
    """The words of a mail's body in order, with the buckets of those that stand together.

    Attributes:
        pairs: Each two neighbours as one feature, sentences apart or not.
        pair_buckets: Their buckets; `triples` and `skipped` those of three neighbours,
            whole and without the middle one. Each begins with the word of its place.
    """

    def __init__(self, words: Sequence[bytes]) -> None:
        sums = list(map(crc32, words))
        spaced = list(map(add, repeat(b" "), words))
        pair_sums = list(map(crc32, spaced[1:], sums))
        third = spaced[2:]
        self.pairs = list(map(add, words, spaced[1:]))
        self.pair_buckets = buckets(pair_sums)
        self.triples = buckets(map(crc32, third, pair_sums))
        self.skipped = buckets(map(crc32, third, map(crc32, repeat(_SKIP), sums)))


class Marks:
    """The words that change what stands behind them in a sentence."""

    def __init__(
        self,
        words: Iterable[bytes],
        *,
        negations: frozenset[bytes],
        conditions: frozenset[bytes],
    ) -> None:
        shortened = {word for word in set(words) if word.endswith(b"n't")}
        self._negations = negations | shortened if shortened else negations
        self._conditions = conditions

    def buckets(self, words: Sequence[bytes]) -> Iterable[int]:
        """Return the buckets of what stands under a negation or a condition in a sentence."""
        is_negated = not self._negations.isdisjoint(words)
        if not is_negated and self._conditions.isdisjoint(words):
            return ()
        return buckets(self._sums(words))

    def _sums(self, words: Sequence[bytes]) -> Iterator[int]:
        for at, word in enumerate(words):
            if word in self._negations:
                under = words[at + 1 : at + 1 + _SCOPE]
                yield from map(crc32, under, repeat(_NEGATED))
        places = (at for at, word in enumerate(words) if word in self._conditions)
        first = next(places, None)
        if first is not None:
            yield _CONDITIONAL
            yield from map(crc32, words[first + 1 :], repeat(_CONDITIONAL))


def envelope_buckets(title: Sequence[bytes], *, signs: Iterable[str]) -> Iterator[int]:
    """Return the buckets of the different features of a mail's subject and envelope.

    Args:
        title: The words of the subject.
        signs: What the envelope tells.
    """
    pairs = map(add, title, map(add, repeat(b" "), title[1:]))
    features = set(map(add, repeat(_SUBJECT), chain(title, pairs)))
    features.update(f"f:{sign}".encode() for sign in signs)
    return buckets(map(crc32, features))
