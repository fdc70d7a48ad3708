"""What the learned finder sees of a mail: its parts, their words, and where each stands.

Trainer and reader ask here, so that a model is asked for what it learned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from onward.mail.rules.facts.contact import has_given_name
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.titles.words import title_words

NAME, SUBJECT, LINE, SHORT, LAST = "F", "S", "L", "B", "Z"
"""Kinds of parts: the sender's name, the subject, lines of prose, short ones, the last."""

NOTHING = ("#",)
"""The features of what stands before the first word of a part and behind its last."""

AROUND = (-2, -1, 0, 1, 2)
"""How far from a word the words stand that tell what it is."""

_SHORT_LINE = 50
_LAST_LINES = 3
_READ_CHARS = 2_400
_TOKEN = re.compile(
    r"[dlnsDLNS]['’](?=\w)|\w+(?:(?:['’](?!s\b)|[-&.:*])\w+)*[+#]*|[^\w\s]"
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_NOT_LETTER = re.compile(r"[^\w]")
_AGAIN = re.compile(r"(.)\1+")
_LONGEST_SHAPE = 8
_LONGEST_NUMBER = 9
_ENDS = (3, 4, 5, 7)
_BEGINNING = 4
_SHORTEST_KEY = 3


class Part(NamedTuple):
    """One line of a mail as the finder reads it.

    Attributes:
        words: For each word where it starts and ends.
    """

    kind: str
    text: str
    words: tuple[tuple[int, int], ...]

    def texts(self) -> list[str]:
        """Return the words as they are written."""
        return [self.text[start:end] for start, end in self.words]


def parts_of(material: Material) -> list[Part]:
    """Return the sender's name, the subject and the lines of a mail that have words."""
    lines = [line for line in material.prose.split("\n") if line.strip()]
    parts = [
        _part(NAME, material.message.sender.name),
        _part(SUBJECT, material.subject),
    ]
    read = 0
    for place, line in enumerate(lines):
        read += len(line)
        is_last = len(lines) - place <= _LAST_LINES
        if read > _READ_CHARS and not is_last:
            continue
        short = LAST if is_last else SHORT
        kind = LINE if len(line) >= _SHORT_LINE else short
        parts.append(_part(kind, line[:_READ_CHARS]))
    return [part for part in parts if part.words]


def _part(kind: str, text: str) -> Part:
    return Part(kind, text, tuple(found.span() for found in _TOKEN.finditer(text)))


@cache
def _known_titles() -> tuple[frozenset[str], tuple[str, ...]]:
    ends = {*fact_words("role_ends"), *title_words()[1]}
    return frozenset(word.lower() for word in fact_words("role_words")), tuple(ends)


def _shape(word: str) -> str:
    """Return the form of a word: "Xx" for "Acme", "X-0" for "REQ-12"."""
    signs = [
        "0" if c.isdigit() else ("X" if c.isupper() else "x") if c.isalpha() else c
        for c in word
    ]
    return _AGAIN.sub(r"\1", "".join(signs))[:_LONGEST_SHAPE]


def word_features(word: str) -> tuple[str, ...]:
    """Return what a word shows by itself: its letters, form and ends, and who is so called."""
    low = word.lower()
    if len(word) == 1 and not word.isalnum():
        return (f"w{low}",)
    found = [f"w{low}", f"h{_shape(word)}"]
    found += [f"{size}{low[-size:]}" for size in _ENDS if len(low) > size - (size == 4)]
    if len(low) > _BEGINNING:
        found.append(f"p{low[:_BEGINNING]}")
    whole, ends = _known_titles()
    if low in whole:
        found.append("R")
    elif len(low) > _BEGINNING and low.endswith(ends):
        found.append("E")
    if "-" in word:
        found.append(f"l{low.rpartition('-')[2][-4:]}")
    if word[0].isupper() and has_given_name(word):
        found.append("N")
    if any(c.isdigit() for c in word):
        found.append(f"D{min(len(word), _LONGEST_NUMBER)}")
    return tuple(found)


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    return _NOT_LETTER.sub("", word.lower()).translate(_UMLAUTS)


class Places:
    """Where the words of one mail stand, and which of them its sender's name or host has."""

    def __init__(self, material: Material) -> None:
        message = material.message
        sender = message.sender
        self._domain = sender.domain.replace("-", "")
        self._reply = message.reply_to.domain.replace("-", "")
        self._local = sender.local_part
        self._names = {_key(word) for word in re.findall(r"\w+", sender.name)}

    def of(self, part: Part) -> Iterator[tuple[str, ...]]:
        """Yield for each word of a part what its place tells."""
        first, last, kind = 0, len(part.words) - 1, part.kind
        for at, (start, end) in enumerate(part.words):
            found = [f"k{kind}"]
            if at == first:
                found.append(f"s{kind}")
            if at == last:
                found.append(f"e{kind}")
            if end - start >= _SHORTEST_KEY and part.text[start].isalnum():
                found += self._sender(part.text[start:end], kind=kind)
            yield tuple(found)

    def _sender(self, word: str, *, kind: str) -> Iterator[str]:
        key = _key(word)
        form = "X" if word[0].isupper() else "x"
        if key in self._domain:
            yield f"d{form}{min(len(key), 4)}"
        elif self._reply and key in self._reply:
            yield f"d{form}4"
        if kind != NAME and key in self._names:
            yield f"f{form}{kind}"
        if key in self._local:
            yield f"o{form}{kind}"
