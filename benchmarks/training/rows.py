"""Turn sentences and mails into rows of features, as the reader does."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable
from itertools import chain

import numpy as np
from scipy.sparse import csr_matrix

from benchmarks.training.grammar import Grammar, Line, opened
from benchmarks.training.letters import Letter
from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.types import Message
from onward.mail.rules.verdicts.voice import own_spans, sender_signs
from onward.mail.rules.verdicts.voice_words import (
    BUCKETS,
    Company,
    envelope_buckets,
    heard_words,
    word_buckets,
)
from onward.mail.rules.verdicts.voice_words import Marks as HeardMarks
from onward.mail.rules.verdicts.weighing import weighed_words

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
        self._negations = frozenset(word.encode() for word in self.negations)
        self._conditions = frozenset(word.encode() for word in self.conditions)

    def sentence(self, text: str) -> Features:
        """Return the features of a sentence."""
        words = heard_words(text)
        company = Company(words)
        marks = HeardMarks(
            words, negations=self._negations, conditions=self._conditions
        )
        beside = (company.pair_buckets, company.triples, company.skipped)
        return _scaled(words, beside=chain(*beside, marks.buckets(words)))


def _scaled(words: Collection[bytes], *, beside: Iterable[int]) -> Features:
    """Return the features of words and what stands beside them, less each of many."""
    scale = 1.0 / max(1, len(words)) ** 0.5
    found = []
    for word in words:
        first, parts = word_buckets(word)
        share = scale / max(1, len(parts)) ** 0.5
        found += [(first, scale), *((part, share) for part in parts)]
    return found + [(each, scale) for each in beside]


def own_sentences(message: Message) -> list[tuple[str, str]]:
    """Return ("subject" | "body", sentence) for what the model reads of a mail."""
    texts = [("body", message.text[a:b]) for a, b in own_spans(message)]
    if message.subject.strip():
        texts.insert(0, ("subject", message.subject))
    return texts


def mail_row(letter: Letter) -> Features:
    """Return the features of a mail as a whole: its different words and pairs of them."""
    message = letter.message
    spans = own_spans(message)
    body = [word for a, b in spans for word in heard_words(message.text[a:b])]
    title = heard_words(message.subject)
    signs = sender_signs(message, system=carrier(message).shown_name)
    company = Company(body)
    pairs = dict(zip(company.pairs, company.pair_buckets, strict=True))
    return _scaled(
        sorted({*body, *title}),
        beside=chain(pairs.values(), envelope_buckets(title, signs=signs)),
    )


def words_of(letter: Letter) -> set[str]:
    """Return the different words by which the gate tells a mail."""
    return weighed_words(letter.message.subject, letter.message.text)


def bag_row(words: Collection[str]) -> Features:
    """Return the features of different words, without what stands beside them."""
    return _scaled(sorted(word.encode() for word in words), beside=())


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
