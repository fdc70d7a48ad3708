"""Whether a mail only takes note of the reader's own no: "What a pity, but we understand"; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.facts.contact import closings

_MOST_WORDS = 70
_MOST_IN_GREETING = 6
_MOST_IN_LINE = 6
_LEAST_OF_SENTENCE = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SIGNS = re.compile(r"[^\w\s'’.,;:!¡()–-]|\d")
_CALLED = re.compile(r"(?<=[\w,] )[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]+(?=[.,!])")
"""Whom a sentence speaks to: "Thanks Dana.", "You're welcome, Dana!"."""
_BESIDE = re.compile(r"^p\.? ?s\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Words:
    """One language's table of `takes_note.toml`."""

    greets: tuple[str, ...]
    key: frozenset[str]
    kind: frozenset[str]
    every: frozenset[str]

    def is_made_of(self, sentence: str, *, names: frozenset[str]) -> bool:
        """Say whether a sentence holds none but its words and names."""
        own = self.every | names
        said = _WORD.findall(sentence)
        return all(word in own for word in said) and not _SIGNS.search(sentence)

    def says(
        self, sentences: list[str], *, names: frozenset[str], key: frozenset[str]
    ) -> bool:
        """Say whether all of these sentences are made of its words, one of them of these."""
        said = {word for each in sentences for word in _WORD.findall(each)}
        return not key.isdisjoint(said - names) and all(
            self.is_made_of(each, names=names | key) for each in sentences
        )


def takes_note(text: str, *, sender: str) -> bool:
    """Say whether nothing but regret, understanding, thanks and good wishes stands in a mail.

    It claims only what is made of known words throughout: an offer of a talk, a question, a
    reason or a word of the next opening is read by the person.

    Args:
        sender: The name and address that it came from; its words may stand below it.
    """
    return _is_made_of_words(text, sender=sender)


def is_kind_word(text: str, *, sender: str) -> bool:
    """Say whether nothing but thanks and good wishes stands in a mail: "Thanks Dana. Take care!".

    Args:
        sender: As of `takes_note`; whom it thanks it may call by one name.
    """
    called = _CALLED.findall(fold(text))
    return _is_made_of_words(text, sender=" ".join((sender, *called[:1])), is_kind=True)


def _is_made_of_words(text: str, *, sender: str, is_kind: bool = False) -> bool:
    told = [each.words for each in told_sentences(text)]
    count = sum(len(each.split()) for each in told)
    if count > _MOST_WORDS or any("?" in each for each in told):
        return False
    names = frozenset(_WORD.findall(lower(fold(sender))))
    for words in _languages():
        key = words.kind | words.key if is_kind else words.key
        first = 1 if told and _greets(_bare(told[0]), words) else 0
        close = next(
            (
                place
                for place in range(first, len(told))
                if _bare(told[place]) in closings()
                and not words.is_made_of(told[place], names=names)
            ),
            len(told),
        )
        if words.says(told[first:close], names=names, key=key):
            return not any(map(_says_more, told[close + 1 :]))
    return False


def _bare(sentence: str) -> str:
    return sentence.rstrip(" ,.!")


def _greets(sentence: str, words: _Words) -> bool:
    is_short = len(sentence.split()) <= _MOST_IN_GREETING
    return is_short and any(
        sentence == each or sentence.startswith(f"{each} ") for each in words.greets
    )


def _says_more(line: str) -> bool:
    """Say whether a line below the close is no part of a signature."""
    count = len(line.split())
    is_sentence = line.endswith((".", "!")) and count >= _LEAST_OF_SENTENCE
    return is_sentence or count > _MOST_IN_LINE or bool(_BESIDE.search(line))


@cache
def _languages() -> tuple[_Words, ...]:
    return tuple(
        _Words(
            tuple(table["greets"]),
            frozenset(table["key"]),
            frozenset(table["kind"]),
            frozenset((*table["words"], *table["key"])),
        )
        for table in tables("takes_note").values()
    )
