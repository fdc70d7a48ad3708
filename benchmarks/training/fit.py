"""Fit the second voice to composed mail: sentences, whole mails, and the last step."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from benchmarks.training.grammar import FOLDS, Grammar, Line, opened
from benchmarks.training.letters import Composer, Letter
from benchmarks.training.written import written
from onward.mail.rules.systems import find_system
from onward.mail.rules.types import Verdict
from onward.mail.rules.voice import (
    READ_CHARS,
    Said,
    mail_features,
    own_spans,
    own_text,
    packed,
    sentence_features,
    verdict_signs,
)
from onward.mail.rules.voice_features import BUCKETS, bucket, tokens, word_features

VERDICTS = tuple(verdict for verdict in Verdict if verdict is not Verdict.AMBIGUOUS)
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
_LARGEST = 127
_LEAST_SEEN = 2
# Of hundred hiring mails in words never seen, so many may stay unheard.
_SHARE_MISSED = 0.5


@dataclass(frozen=True, slots=True)
class Recipe:
    """How much is composed, and how firmly the fits are held back.

    Attributes:
        openings: How often a line is opened, at most.
        letters: Mails a language that are composed.
        written_times: How often each written mail counts.
        rows: How many features are kept.
    """

    openings: int = 20
    letters: int = 6_000
    written_times: int = 4
    rows: int = 40_000
    sentence_c: float = 3.0
    mail_c: float = 3.0
    gate_c: float = 0.3
    last_c: float = 0.1
    seed: int = 11


Features = list[tuple[int, float]]


def _matrix(rows: Iterable[Features]) -> csr_matrix:
    indices: list[int] = []
    values: list[float] = []
    starts = [0]
    for row in rows:
        for index, value in row:
            indices.append(index)
            values.append(value)
        starts.append(len(indices))
    shape = (len(starts) - 1, BUCKETS)
    matrix = csr_matrix((values, indices, starts), shape=shape, dtype=np.float32)
    matrix.sum_duplicates()
    return matrix


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


def mail_row(letter: Letter) -> Features:
    message = letter.message
    text = own_text(message)
    system = find_system(message).shown_name
    words, extra = mail_features(message, text=text, system=system)
    scale = 1.0 / max(1, len(words)) ** 0.5
    found = [
        (index, share * scale) for word in words for index, share in word_features(word)
    ]
    return found + [(bucket(feature), scale) for feature in extra]


def word_row(letter: Letter) -> Features:
    message = letter.message
    words = {*tokens(message.subject), *tokens(message.text[:READ_CHARS])}
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


class Fitted:
    """A linear model over those buckets that occur more than once."""

    def __init__(self, matrix: csr_matrix, labels: Any, *, c: float) -> None:
        counts = np.bincount(matrix.indices, minlength=BUCKETS)
        self.columns = np.flatnonzero(counts >= _LEAST_SEEN)
        model = LogisticRegression(C=c, max_iter=80, tol=3e-3)
        model.fit(matrix[:, self.columns], labels)
        self.kinds = model.classes_
        self.weights = model.coef_
        self.bias = model.intercept_

    def scores(self, matrix: csr_matrix) -> Any:
        """Return the score of each kind for each row; of two kinds that of the second."""
        return matrix[:, self.columns] @ self.weights.T + self.bias

    def chances(self, matrix: csr_matrix, *, size: int) -> Any:
        """Return the chance of each of `size` kinds for each row."""
        scores = self.scores(matrix)
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        found = np.zeros((matrix.shape[0], size))
        found[:, self.kinds] = powers / powers.sum(axis=1, keepdims=True)
        return found

    def predict(self, matrix: csr_matrix) -> Any:
        return self.kinds[self.scores(matrix).argmax(axis=1)]

    def wide(self) -> Any:
        """Return the weights over all buckets."""
        found = np.zeros((len(self.bias), BUCKETS), dtype=np.float32)
        found[:, self.columns] = self.weights
        return found


def signs_of(
    letters: Sequence[Letter],
    *,
    marks: Marks,
    by_sentence: Fitted,
    by_mail: Fitted,
) -> np.ndarray:
    """Return the numbers of the last step for each mail."""
    rows, places = [], []
    for letter in letters:
        message = letter.message
        spans = own_spans(message)
        texts = [("body", message.text[a:b]) for a, b in spans]
        if message.subject.strip():
            texts.insert(0, ("subject", message.subject))
        places.append([where for where, _ in texts])
        rows += [marks.sentence(text) for _, text in texts]
    heard = by_sentence.chances(_matrix(rows), size=len(INTENTS))
    whole = by_mail.chances(_matrix(map(mail_row, letters)), size=len(VERDICTS))
    found, at = [], 0
    for mail, wheres in enumerate(places):
        said = [
            Said(where, 0, 0, tuple(heard[at + n])) for n, where in enumerate(wheres)
        ]
        at += len(wheres)
        found.append(verdict_signs(said, whole=whole[mail], size=len(INTENTS)))
    return np.array(found)


@dataclass(frozen=True, slots=True)
class Trained:
    """A model before it is packed.

    Attributes:
        held_out: Share of sentences and of mails read right on lines never seen.
        least: Score of single words below which a mail is not heard.
    """

    by_sentence: Fitted
    by_mail: Fitted
    by_word: Fitted
    last: LogisticRegression
    marks: Marks
    held_out: tuple[float, float]
    least: float


def _is_hiring(letters: Sequence[Letter]) -> Any:
    """Say for each mail whether it is about hiring."""
    return np.array([int(letter.verdict is not Verdict.OTHER) for letter in letters])


class _Samples:
    """Everything that is fitted to, in folds."""

    def __init__(self, grammar: Grammar, *, recipe: Recipe, marks: Marks) -> None:
        chance = random.Random(recipe.seed)
        heard = sentences(grammar, chance=chance, most=recipe.openings)
        self.x = _matrix(marks.sentence(text) for text, _, _ in heard)
        self.y = np.array([INTENTS.index(intent) for _, intent, _ in heard])
        self.fold = np.array([number for _, _, number in heard])
        self.mails = [
            Composer(grammar, chance=chance, folds=frozenset({number})).letters(
                count=recipe.letters // FOLDS
            )
            for number in range(FOLDS)
        ]
        # The gate is for ordinary mail of every day: what was written is ordinary mail at
        # its most misleading, and would teach it to let anything pass.
        self.words = [_matrix(map(word_row, part)) for part in self.mails]
        self.hiring = [_is_hiring(part) for part in self.mails]
        # A mail that was written whole teaches as much as several that were composed.
        for place, letter in enumerate(written(grammar.code)):
            self.mails[place % FOLDS] += [letter] * recipe.written_times
        self.rows = [_matrix(map(mail_row, part)) for part in self.mails]
        self.kinds = [
            np.array([VERDICTS.index(letter.verdict) for letter in part])
            for part in self.mails
        ]

    def gate(self, recipe: Recipe, *, without: int | None) -> Fitted:
        """Return the model that tells hiring mail from other mail by single words."""
        rest = [number for number in range(FOLDS) if number != without]
        return Fitted(
            vstack([self.words[number] for number in rest]).tocsr(),
            np.concatenate([self.hiring[number] for number in rest]),
            c=recipe.gate_c,
        )

    def fit(self, recipe: Recipe, *, without: int | None) -> tuple[Fitted, Fitted]:
        """Return models of sentences and of mails that never saw one of the folds."""
        kept = self.fold != without
        rest = [number for number in range(FOLDS) if number != without]
        by_sentence = Fitted(self.x[kept], self.y[kept], c=recipe.sentence_c)
        by_mail = Fitted(
            vstack([self.rows[number] for number in rest]).tocsr(),
            np.concatenate([self.kinds[number] for number in rest]),
            c=recipe.mail_c,
        )
        return by_sentence, by_mail


def train(grammar: Grammar, *, recipe: Recipe, say: Callable[[str], None]) -> Trained:
    """Return the model of one language.

    The last step is fitted to mails whose lines the first two steps had not seen, so
    that it trusts them as far as they deserve on wording that is new to them.
    """
    marks = Marks(grammar)
    samples = _Samples(grammar, recipe=recipe, marks=marks)
    say(f"{grammar.code}: {len(samples.y)} sentences, {recipe.letters} mails")
    signs, right_sentences, gates = [], [], []
    for number in range(FOLDS):
        by_sentence, by_mail = samples.fit(recipe, without=number)
        unseen = samples.fold == number
        guess = by_sentence.predict(samples.x[unseen])
        right_sentences.append(float(np.mean(guess == samples.y[unseen])))
        signs.append(
            signs_of(
                samples.mails[number],
                marks=marks,
                by_sentence=by_sentence,
                by_mail=by_mail,
            )
        )
        gate = samples.gate(recipe, without=number)
        hiring = samples.hiring[number] == 1
        gates.append(gate.scores(samples.words[number][hiring])[:, 0])
    kinds = np.concatenate(samples.kinds)
    last = LogisticRegression(C=recipe.last_c, max_iter=2000)
    last.fit(np.vstack(signs), kinds)
    right_mails = float(last.score(np.vstack(signs), kinds))
    held_out = (float(np.mean(right_sentences)), right_mails)
    say(f"on lines never seen: sentences {held_out[0]:.3f}, mails {held_out[1]:.3f}")
    by_sentence, by_mail = samples.fit(recipe, without=None)
    least = float(np.percentile(np.concatenate(gates), _SHARE_MISSED))
    by_word = samples.gate(recipe, without=None)
    return Trained(by_sentence, by_mail, by_word, last, marks, held_out, least)


def pack(trained: Trained, *, recipe: Recipe, note: dict[str, Any]) -> bytes:
    """Return the file of a trained model: weights in one byte each, small rows left out."""
    fits = (trained.by_sentence, trained.by_mail, trained.by_word)
    weights = np.vstack([each.wide() for each in fits])
    size = np.abs(weights).max(axis=0)
    kept = np.sort(np.argsort(-size, kind="stable")[: recipe.rows])
    kept = kept[size[kept] > 0.01]
    weights = weights[:, kept]
    steps = np.abs(weights).max(axis=1) / _LARGEST
    rows = np.rint(weights / steps[:, None]).astype(np.int8).T
    head = {
        "intents": INTENTS,
        "verdicts": [str(verdict) for verdict in VERDICTS],
        "negations": sorted(trained.marks.negations),
        "conditions": sorted(trained.marks.conditions),
        "least": round(trained.least, 4),
        "steps": [float(f"{each:.6g}") for each in steps],
        "bias": [float(f"{each:.5f}") for fit in fits for each in fit.bias],
        "last": [[float(f"{x:.4f}") for x in row] for row in trained.last.coef_],
        "last_bias": [float(f"{x:.4f}") for x in trained.last.intercept_],
        "buckets": [int(x) for x in np.diff(kept, prepend=0)],
        **note,
    }
    return packed(head, weights=np.ascontiguousarray(rows).tobytes())
