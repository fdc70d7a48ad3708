"""Turn sentences and mails into rows of features, as the reader does."""

from __future__ import annotations

import random
from collections.abc import Iterable

import numpy as np
from scipy.sparse import csr_matrix

from benchmarks.training.grammar import Grammar, Line, opened
from benchmarks.training.letters import Letter
from onward.mail.rules.contact import carrier
from onward.mail.rules.types import Message
from onward.mail.rules.voice import (
    GATE_CHARS,
    mail_features,
    own_spans,
    sentence_features,
    text_of,
)
from onward.mail.rules.voice_features import (
    BUCKETS,
    bucket,
    different_words,
    tokens,
    word_features,
)

INTENTS = (
    "decline",
    "aftermath",
    "closed",
    "receipt",
    "hypothetical",
    "invite",
    "assess",
    "offer",
    "outreach",
    "request",
    "alert",
    "courtesy",
    "process",
    "chat",
    "footer",
    "alien",
)
_SUBJECT_INTENTS = {
    "rejection": "decline",
    "confirmation": "receipt",
    "interview": "invite",
    "assessment": "assess",
    "offer": "offer",
    "outreach": "outreach",
    "information_request": "request",
    "position_closed": "closed",
    "job_alert": "alert",
    "neutral": "courtesy",
}
_AS_FOOTER = frozenset({"greet", "sign", "closing"})

Features = list[tuple[int, float]]


def matrix(rows: Iterable[Features]) -> csr_matrix:
    """Return one sparse row of buckets for each list of features."""
    indices: list[int] = []
    values: list[float] = []
    starts = [0]
    for row in rows:
        for index, value in row:
            indices.append(index)
            values.append(value)
        starts.append(len(indices))
    shape = (len(starts) - 1, BUCKETS)
    found = csr_matrix((values, indices, starts), shape=shape, dtype=np.float32)
    found.sum_duplicates()
    return found


class Marks:
    """The negations and conditions of a language."""

    def __init__(self, grammar: Grammar) -> None:
        self.negations = frozenset(grammar.negations)
        self.conditions = frozenset(grammar.conditions)

    def sentence(self, text: str) -> Features:
        words = tokens(text)
        scale = 1.0 / max(1, len(words)) ** 0.5
        found = [
            (index, share * scale)
            for word in words
            for index, share in word_features(word)
        ]
        extra = sentence_features(
            words, negations=self.negations, conditions=self.conditions
        )
        return found + [(bucket(feature), scale) for feature in extra]


def own_sentences(message: Message) -> list[tuple[str, str]]:
    """Return ("subject" | "body", sentence) for what the model reads of a mail."""
    texts = [("body", message.text[a:b]) for a, b in own_spans(message)]
    if message.subject.strip():
        texts.insert(0, ("subject", message.subject))
    return texts


def mail_row(letter: Letter) -> Features:
    """Return the features of a mail as a whole."""
    message = letter.message
    text = text_of(message, spans=own_spans(message))
    system = carrier(message).shown_name
    words, extra = mail_features(message, text=text, system=system)
    scale = 1.0 / max(1, len(words)) ** 0.5
    found = [
        (index, share * scale) for word in words for index, share in word_features(word)
    ]
    return found + [(bucket(feature), scale) for feature in extra]


def words_of(letter: Letter) -> set[str]:
    """Return the different words by which the gate tells a mail."""
    message = letter.message
    return different_words(f"{message.subject}\n{message.text[:GATE_CHARS]}")


def word_row(letter: Letter) -> Features:
    """Return the features of those words."""
    words = words_of(letter)
    scale = 1.0 / max(1, len(words)) ** 0.5
    return [
        (index, share * scale) for word in words for index, share in word_features(word)
    ]


def all_lines(grammar: Grammar) -> list[tuple[Line, str]]:
    """Return every line of a language with the intent that it teaches."""
    found = [
        (line, "footer" if intent in _AS_FOOTER else intent)
        for intent, lines in grammar.lines.items()
        for line in lines
    ]
    found += [
        (line, "alien")
        for parts in grammar.worlds.values()
        for lines in parts.values()
        for line in lines
    ]
    found += [
        (line, _SUBJECT_INTENTS[verdict])
        for verdict, lines in grammar.subjects.items()
        for line in lines
    ]
    return found


def sentences(
    grammar: Grammar, *, chance: random.Random, most: int
) -> list[tuple[str, str, int]]:
    """Return sentences with their intent and the fold of their line."""
    found = []
    for line, intent in all_lines(grammar):
        times = min(most, 4 + 3 * line.text.count("|"))
        texts = {
            opened(line.text, grammar=grammar, chance=chance) for _ in range(times)
        }
        found += [(text, intent, line.fold) for text in sorted(texts) if text]
    return found
