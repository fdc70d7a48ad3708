"""Fit the second voice to invented mail: sentences, whole mails, and the last step."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from benchmarks.training.grammar import FOLDS, Grammar
from benchmarks.training.lessons import Lessons
from benchmarks.training.letters import Composer, Letter
from benchmarks.training.rows import (
    INTENTS,
    Marks,
    bag_row,
    mail_row,
    matrix,
    own_sentences,
    sentences,
    words_of,
)
from benchmarks.training.written import written
from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.gate import has_word_of_hiring
from onward.mail.rules.types import NOT_HIRING, Verdict
from onward.mail.rules.verdicts.classify import classify
from onward.mail.rules.verdicts.fusion import rule_signs
from onward.mail.rules.verdicts.voice import MANY_WORDS, Said, packed, verdict_signs
from onward.mail.rules.verdicts.voice_words import BUCKETS

VERDICTS = tuple(Verdict)
_LARGEST = 127
_LEAST_SEEN = 2
_NEVER = -20.0
# Of hundred hiring mails that the gate never saw, so many may stay unheard: letting in
# the last of them would let in most ordinary mail, and neither voice would know them.
# One in ten short ones holds no word of hiring; what lets most of those in is enough.
_SHARE_MISSED = {"long": 1.0, "short": 0.3, "wordless": 15.0}
# Mails that were written one after another share firms, people and turns of phrase.
_TOGETHER = 30
_BLENDED_OF = 8
_BLEND_SIZES = (15, 140)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How much is composed, what it counts beside written mail, how firm the fits are.

    Attributes:
        openings: How often a line is opened, at most.
        letters: Mails a language that are composed.
        bare: Mails of one sentence beside them; each counts as a written one.
        rows: How many features are kept.
        written_weight: What a written mail counts beside a composed one, as a whole.
        lesson_weight: What a sentence of one counts beside a composed sentence.
        composed_in_gate: What a composed mail counts beside a written one at the gate.
        hiring_in_gate: What a mail of hiring counts there beside an ordinary one.
        blends: How many bags of ordinary words the gate learns from besides.
        composed_at_last: The same in the last step, where the written one counts 4.
        copies: How many thinned copies of each mail its model learns from besides.
        dropped: Share of its features that such a copy lacks.
    """

    openings: int = 20
    letters: int = 6_000
    bare: int = 1_200
    rows: int = 60_000
    written_weight: float = 4.0
    lesson_weight: float = 2.0
    composed_in_gate: float = 1.0
    hiring_in_gate: float = 3.0
    blends: int = 12_000
    composed_at_last: float = 0.12
    sentence_c: float = 3.0
    mail_c: float = 30.0
    copies: int = 2
    dropped: float = 0.25
    gate_c: float = 3.0
    last_c: float = 1.2
    seed: int = 11


class Fitted:
    """A linear model over those buckets that occur more than once."""

    def __init__(
        self, rows: csr_matrix, labels: Any, *, c: float, weights: Any = None
    ) -> None:
        counts = np.bincount(rows.indices, minlength=BUCKETS)
        self.columns = np.flatnonzero(counts >= _LEAST_SEEN)
        model = LogisticRegression(C=c, max_iter=500, tol=1e-4)
        model.fit(rows[:, self.columns], labels, sample_weight=weights)
        self.kinds = model.classes_
        self.weights = model.coef_
        self.bias = model.intercept_

    def scores(self, rows: csr_matrix) -> Any:
        """Return the score of each kind for each row; of two kinds that of the second."""
        return rows[:, self.columns] @ self.weights.T + self.bias

    def chances(self, rows: csr_matrix, *, size: int) -> Any:
        """Return the chance of each of `size` kinds for each row."""
        scores = self.scores(rows)
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        found = np.zeros((rows.shape[0], size))
        found[:, self.kinds] = powers / powers.sum(axis=1, keepdims=True)
        return found

    def predict(self, rows: csr_matrix) -> Any:
        """Return the likeliest kind of each row."""
        return self.kinds[self.scores(rows).argmax(axis=1)]

    def wide(self, *, size: int) -> tuple[Any, Any]:
        """Return weights over all buckets, and biases, of `size` kinds.

        A kind that was never seen has no chance; of two kinds the second stands for both.
        """
        kinds = np.array(self.kinds if len(self.bias) > 1 else [0])
        weights = np.zeros((size, BUCKETS), dtype=np.float32)
        weights[np.ix_(kinds, self.columns)] = self.weights
        bias = np.full(size, _NEVER)
        bias[kinds] = self.bias
        return weights, bias


def signs_of(
    letters: Sequence[Letter],
    *,
    marks: Marks,
    by_sentence: Fitted,
    by_mail: Fitted,
) -> np.ndarray:
    """Return the numbers of the last step for each mail, without those of the rules."""
    rows, places = [], []
    for letter in letters:
        texts = own_sentences(letter.message)
        places.append([where for where, _ in texts])
        rows += [marks.sentence(text) for _, text in texts]
    heard = by_sentence.chances(matrix(rows), size=len(INTENTS))
    whole = by_mail.chances(matrix(map(mail_row, letters)), size=len(VERDICTS))
    found, at = [], 0
    for mail, wheres in enumerate(places):
        said = [
            Said(where, 0, 0, tuple(heard[at + n])) for n, where in enumerate(wheres)
        ]
        at += len(wheres)
        found.append(verdict_signs(said, whole=whole[mail], size=len(INTENTS)))
    return np.array(found)


def rules_of(letters: Sequence[Letter]) -> np.ndarray:
    """Return what the rules find in each mail, as the last step is told of it."""
    found = []
    for letter in letters:
        system = carrier(letter.message).shown_name
        first = classify(letter.message, system=system)
        found.append(rule_signs(first, system=system))
    return np.array(found)


@dataclass(frozen=True, slots=True)
class Trained:
    """A model before it is packed.

    Attributes:
        held_out: Share of composed sentences, and of written mails, read right unseen.
        least: Scores of single words below which a mail is not heard, as `Least` tells;
            None where too little ordinary mail was at hand to tell.
    """

    by_sentence: Fitted
    by_mail: Fitted
    by_word: Fitted
    last: LogisticRegression
    marks: Marks
    held_out: tuple[float, float]
    least: Mapping[str, float] | None


class _Samples:
    """Everything that is fitted to, in folds: composed mails first, then written ones."""

    def __init__(self, grammar: Grammar, *, recipe: Recipe, marks: Marks) -> None:
        self.recipe = recipe
        # A language that is not composed has too few ordinary mails for a gate.
        self.blends = recipe.blends if grammar.composes else 0
        chance = random.Random(recipe.seed)
        heard = sentences(grammar, chance=chance, most=recipe.openings)
        self.x = matrix(marks.sentence(text) for text, _, _ in heard)
        self.y = np.array([INTENTS.index(intent) for _, intent, _ in heard])
        self.fold = np.array([number for _, _, number in heard])
        self.mails: list[Letter] = []
        folds: list[int] = []
        bare: list[bool] = []
        for number in range(FOLDS if grammar.composes else 0):
            composer = Composer(grammar, chance=chance, folds=frozenset({number}))
            part = composer.letters(count=recipe.letters // FOLDS)
            short = composer.bare_letters(count=recipe.bare // FOLDS)
            self.mails += part + short
            folds += [number] * (len(part) + len(short))
            bare += [False] * len(part) + [True] * len(short)
        letters = written(grammar.code)
        own_folds = [place // _TOGETHER % FOLDS for place in range(len(letters))]
        self.lessons = Lessons(letters, folds=own_folds, marks=marks)
        self.is_written = np.array([False] * len(self.mails) + [True] * len(letters))
        self.counts_whole = np.array(bare + [True] * len(letters))
        self.mails += letters
        self.folds = np.array(folds + own_folds)
        self.bags = list(map(words_of, self.mails))
        self.words = matrix(map(bag_row, self.bags))
        self.rows = matrix(map(mail_row, self.mails))
        self.kinds = np.array([VERDICTS.index(each.verdict) for each in self.mails])
        self.is_hiring = self.kinds != VERDICTS.index(Verdict.OTHER)

    def weights(self, *, composed: float, written: float) -> np.ndarray:
        """Return what each mail counts."""
        return np.where(self.counts_whole, written, composed)

    def least_at_gate(self, scores: np.ndarray) -> dict[str, float]:
        """Return below which scores of their own words few hiring mails lie.

        Args:
            scores: For each mail that of a gate which never saw it.
        """
        told = np.array([each.verdict not in NOT_HIRING for each in self.mails])
        told &= self.is_written | ~self.is_written.any()
        long = np.array([len(bag) >= MANY_WORDS for bag in self.bags])
        short = told & ~long
        wordless = short.copy()
        for place in np.flatnonzero(short):
            message = self.mails[place].message
            wordless[place] = not has_word_of_hiring(message.subject, message.text)
        groups = {"long": told & long, "short": short & ~wordless, "wordless": wordless}
        return {
            name: float(
                np.percentile(
                    scores[group if group.any() else told], _SHARE_MISSED[name]
                )
            )
            for name, group in groups.items()
        }

    def gate(self, *, without: int | None) -> Fitted:
        """Return the model that tells hiring mail from other mail by single words."""
        kept = self.folds != without
        blends = self._blends(kept)
        weights = self.weights(composed=self.recipe.composed_in_gate, written=1.0)
        weights = np.where(self.is_hiring, self.recipe.hiring_in_gate, 1.0) * weights
        return Fitted(
            vstack([self.words[kept], blends]).tocsr(),
            np.append(self.is_hiring[kept].astype(int), np.zeros(blends.shape[0], int)),
            c=self.recipe.gate_c,
            weights=np.append(weights[kept], np.ones(blends.shape[0])),
        )

    def _blends(self, kept: np.ndarray) -> csr_matrix:
        """Return bags of words, each from several ordinary mails, a row each.

        The ordinary mails at hand were written to sound like hiring. Without the bags a
        gate learns that words which say nothing speak for it.
        """
        ordinary = np.flatnonzero(kept & self.is_written & ~self.is_hiring)
        bags = [sorted(self.bags[place]) for place in ordinary]
        if not self.blends or len(bags) < _BLENDED_OF:
            return matrix([])
        chance = random.Random(self.recipe.seed)
        rows = []
        for _ in range(self.blends):
            # A word that most of them hold comes as often as it does in one of them.
            words = list(chain(*chance.sample(bags, _BLENDED_OF)))
            chance.shuffle(words)
            size = chance.randrange(*_BLEND_SIZES)
            rows.append(bag_row(list(dict.fromkeys(words))[:size]))
        return matrix(rows)

    def fit(self, *, without: int | None) -> tuple[Fitted, Fitted]:
        """Return models of sentences and of mails that never saw one of the folds."""
        recipe = self.recipe
        kept = self.fold != without
        x, y = self.x[kept], self.y[kept]
        begin = (x, y) if len(self.y) else self.lessons.first(without=without)
        first = Fitted(*begin, c=recipe.sentence_c)
        lesson_x, lesson_y = self.lessons.taught(first, without=without)
        weights = [np.ones(len(y)), np.full(len(lesson_y), recipe.lesson_weight)]
        by_sentence = Fitted(
            vstack([x, lesson_x]).tocsr(),
            np.concatenate([y, lesson_y]).astype(int),
            c=recipe.sentence_c,
            weights=np.concatenate(weights),
        )
        kept = self.folds != without
        counts = self.weights(composed=1.0, written=recipe.written_weight)
        times = 1 + recipe.copies
        by_mail = Fitted(
            self._with_thinned(self.rows[kept]),
            np.tile(self.kinds[kept], times),
            c=recipe.mail_c,
            weights=np.tile(counts[kept], times) / times,
        )
        return by_sentence, by_mail

    def _with_thinned(self, rows: csr_matrix) -> csr_matrix:
        """Return rows, and below them copies that lack some of their features.

        What several words tell together must not hang on any one of them.
        """
        chance = np.random.default_rng(self.recipe.seed)
        found = [rows]
        for _ in range(self.recipe.copies):
            copy = rows.copy()
            copy.data *= chance.random(len(copy.data)) >= self.recipe.dropped
            copy.data /= (1.0 - self.recipe.dropped) ** 0.5
            copy.eliminate_zeros()
            found.append(copy)
        return vstack(found).tocsr()


def train(grammar: Grammar, *, recipe: Recipe, say: Callable[[str], None]) -> Trained:
    """Return the model of one language.

    The last step is fitted to mails that the first two steps had not seen, so that it
    trusts them as far as they deserve on wording that is new to them.
    """
    marks = Marks(grammar)
    samples = _Samples(grammar, recipe=recipe, marks=marks)
    say(f"{grammar.code}: {len(samples.y)} sentences, {len(samples.mails)} mails")
    signs = np.zeros((len(samples.mails), 3 * len(INTENTS) + 2 * len(VERDICTS)))
    gates = np.zeros(len(samples.mails))
    right_sentences = []
    for number in range(FOLDS):
        by_sentence, by_mail = samples.fit(without=number)
        unseen = samples.fold == number
        if unseen.any():
            guess = by_sentence.predict(samples.x[unseen])
            right_sentences.append(float(np.mean(guess == samples.y[unseen])))
        held = np.flatnonzero(samples.folds == number)
        mails = [samples.mails[place] for place in held]
        signs[held] = signs_of(
            mails, marks=marks, by_sentence=by_sentence, by_mail=by_mail
        )
        gates[held] = samples.gate(without=number).scores(samples.words[held])[:, 0]
    signs = np.hstack([signs, rules_of(samples.mails)])
    last, right_mails = _last_step(signs, samples=samples, recipe=recipe)
    held_out = (float(np.mean(right_sentences or [0.0])), right_mails)
    say(f"on mail never seen: sentences {held_out[0]:.3f}, mails {held_out[1]:.3f}")
    by_sentence, by_mail = samples.fit(without=None)
    least = None
    if grammar.composes:
        least = samples.least_at_gate(gates)
    by_word = samples.gate(without=None)
    return Trained(by_sentence, by_mail, by_word, last, marks, held_out, least)


def _last_step(
    signs: np.ndarray, *, samples: _Samples, recipe: Recipe
) -> tuple[LogisticRegression, float]:
    """Return the last step, and the share of written mails it reads right unseen."""

    def fitted(kept: np.ndarray) -> LogisticRegression:
        model = LogisticRegression(C=recipe.last_c, max_iter=600, tol=1e-3)
        return model.fit(signs[kept], samples.kinds[kept], sample_weight=weights[kept])

    weights = samples.weights(composed=recipe.composed_at_last, written=1.0)
    right = []
    for number in range(FOLDS):
        held = (samples.folds == number) & samples.is_written
        if held.any():
            guess = fitted(samples.folds != number).predict(signs[held])
            right.extend(guess == samples.kinds[held])
    everything = np.full(len(samples.mails), fill_value=True)
    return fitted(everything), float(np.mean(right)) if right else 0.0


def pack(trained: Trained, *, recipe: Recipe, note: dict[str, Any]) -> bytes:
    """Return the file of a trained model: weights in one byte each, small rows left out."""
    sizes = (len(INTENTS), len(VERDICTS), 1)
    fits = (trained.by_sentence, trained.by_mail, trained.by_word)
    wide = [fit.wide(size=size) for fit, size in zip(fits, sizes, strict=True)]
    weights = np.vstack([each for each, _ in wide])
    size = np.abs(weights).max(axis=0)
    # A kind of small weights has as much to say as one of large ones.
    usual = np.sqrt((weights**2).mean(axis=1, keepdims=True)) + 1e-9
    rank = (np.abs(weights) / usual).max(axis=0)
    kept = np.sort(np.argsort(-rank, kind="stable")[: recipe.rows])
    kept = kept[size[kept] > 0.01]
    weights = weights[:, kept]
    # A kind that was never seen has no weights at all.
    steps = np.maximum(np.abs(weights).max(axis=1), 1e-6) / _LARGEST
    rows = np.rint(weights / steps[:, None]).astype(np.int8).T
    kinds = trained.last.classes_
    last = np.zeros((len(VERDICTS), trained.last.coef_.shape[1]))
    last[kinds] = trained.last.coef_
    last_bias = np.full(len(VERDICTS), _NEVER)
    last_bias[kinds] = trained.last.intercept_
    head = {
        "intents": INTENTS,
        "verdicts": [str(verdict) for verdict in VERDICTS],
        "negations": sorted(trained.marks.negations),
        "conditions": sorted(trained.marks.conditions),
        "least": trained.least
        and {name: round(each, 4) for name, each in trained.least.items()},
        "steps": [float(f"{each:.6g}") for each in steps],
        "bias": [float(f"{each:.5f}") for _, bias in wide for each in bias],
        "last": [[float(f"{x:.4f}") for x in row] for row in last],
        "last_bias": [float(f"{x:.4f}") for x in last_bias],
        "buckets": [int(x) for x in np.diff(kept, prepend=0)],
        **note,
    }
    return packed(head, weights=np.ascontiguousarray(rows).tobytes())
