"""Fit the finder: a linear-chain conditional random field, by its exact gradient."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.training.finder.labelled import Labelled
from onward.mail.rules.facts.span_words import AROUND, NOTHING, word_features
from onward.mail.rules.facts.spans import MARKS

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]

_AT_ONCE = 1_500


@dataclass(frozen=True, slots=True)
class Recipe:
    """What decides how a finder is fitted.

    Attributes:
        fewest: A feature that fewer words show is left out.
        firmness: How strongly weights are held near zero.
        steps: Most steps of the fit.
    """

    fewest: int = 5
    firmness: float = 0.5
    steps: int = 60


@dataclass(frozen=True, slots=True)
class Weights:
    """A fitted finder: a row a feature, and how marks follow one another."""

    words: list[str]
    places: list[str]
    of_words: Numbers
    of_places: Numbers
    follows: Numbers
    opens: Numbers


def _kept(counts: Counter[str], *, fewest: int) -> list[str]:
    return sorted(name for name, count in counts.items() if count >= fewest)


def _matrix(rows: Iterable[Iterable[str]], *, known: Sequence[str]) -> Any:
    place = {name: at for at, name in enumerate(known)}
    columns: list[int] = []
    ends = [0]
    for row in rows:
        columns += [place[name] for name in row if name in place]
        ends.append(len(columns))
    shape = (len(ends) - 1, len(known))
    return sparse.csr_matrix((np.ones(len(columns)), columns, ends), shape=shape)


class Rows:
    """All words of some mails, one after another, part by part."""

    def __init__(self, mails: Sequence[Labelled]) -> None:
        kinds: dict[str, int] = {}
        words: list[int] = []
        lengths: list[int] = []
        self.places: list[tuple[str, ...]] = []
        marks: list[int] = []
        for mail in mails:
            for part, places, row in zip(
                mail.parts, mail.places, mail.marks, strict=True
            ):
                words += [kinds.setdefault(x, len(kinds)) for x in part.texts()]
                lengths.append(len(part.words))
                self.places += places
                marks += row
        self.kinds = [word_features(word) for word in kinds]
        self.words = np.array(words)
        self.marks = np.array(marks)
        self.lengths = np.array(lengths)

    def features(self, *, fewest: int) -> tuple[list[str], list[str]]:
        """Return the features of words and of places that enough words show."""
        seen = np.bincount(self.words, minlength=len(self.kinds))
        counts: Counter[str] = Counter()
        for features, times in zip(self.kinds, seen, strict=True):
            counts.update(dict.fromkeys(features, int(times)))
        counts[NOTHING[0]] = fewest
        of_places = Counter(name for place in self.places for name in place)
        return _kept(counts, fewest=fewest), _kept(of_places, fewest=fewest)


class Field:
    """The field over some rows, for one choice of features."""

    def __init__(self, rows: Rows, *, words: Sequence[str], places: Sequence[str]):
        self.size = len(rows.words)
        self.kinds = _matrix([*rows.kinds, NOTHING], known=words)
        self.kinds_turned = self.kinds.T.tocsr()
        self.places = _matrix(rows.places, known=places)
        self.places_turned = self.places.T.tocsr()
        starts = np.concatenate([[0], np.cumsum(rows.lengths)[:-1]])
        self.around = list(_neighbours(rows, starts=starts))
        self.gathers = [
            self._gather(each, height=len(rows.kinds) + 1) for each in self.around
        ]
        self.batches = list(_batches(rows, starts=starts))
        self._shapes = [
            (self.kinds.shape[1], len(AROUND) * MARKS),
            (self.places.shape[1], MARKS),
            (MARKS, MARKS),
            (1, MARKS),
        ]
        self._count(rows, starts=starts)

    def _gather(self, kinds: Places, *, height: int) -> Any:
        ones, ends = np.ones(self.size), np.arange(self.size + 1)
        shape = (self.size, height)
        return sparse.csr_matrix((ones, kinds, ends), shape=shape).T.tocsr()

    def _count(self, rows: Rows, *, starts: Places) -> None:
        """Count what the mails' own marks are, and how they follow one another."""
        marks = rows.marks
        self.own = np.zeros((self.size, MARKS))
        self.own[np.arange(self.size), marks] = 1.0
        self.pairs = np.zeros((MARKS, MARKS))
        inner = np.ones(self.size, dtype=bool)
        inner[starts] = False
        behind = np.nonzero(inner)[0]
        np.add.at(self.pairs, (marks[behind - 1], marks[behind]), 1.0)
        self.first = np.bincount(marks[starts], minlength=MARKS).astype(float)

    def split(self, whole: Numbers) -> list[Numbers]:
        found, at = [], 0
        for shape in self._shapes:
            size = shape[0] * shape[1]
            found.append(whole[at : at + size].reshape(shape))
            at += size
        return found

    def scores(self, of_words: Numbers, of_places: Numbers) -> Numbers:
        found: Numbers = self.places @ of_places
        of_kinds = self.kinds @ of_words
        for place, kinds in enumerate(self.around):
            found += of_kinds[kinds, place * MARKS : (place + 1) * MARKS]
        return found

    def chances(
        self, scores: Numbers, *, follows: Numbers, opens: Numbers
    ) -> tuple[Numbers, Numbers, Numbers, float]:
        """Return the chance of each mark, of pairs, of first marks, and the logarithm."""
        tops = scores.max(axis=1)
        powers = np.exp(scores - tops[:, None])
        marks, pairs, first = (
            np.zeros_like(scores),
            np.zeros((MARKS, MARKS)),
            np.zeros(MARKS),
        )
        whole, steps = float(tops.sum()), np.exp(follows)
        for places, known in self.batches:
            here = powers[places]
            ahead, sums = _forward(here, known=known, steps=steps, opens=np.exp(opens))
            whole += float(np.log(sums).sum())
            found = _backward(here, ahead, sums, known=known, steps=steps, pairs=pairs)
            marks[places[known]] = found.transpose(1, 0, 2)[known]
            first += found[0].sum(axis=0)
        return marks, pairs * steps, first, whole

    def loss(self, whole: Numbers, firmness: float) -> tuple[float, Numbers]:
        of_words, of_places, follows, opens = self.split(whole)
        scores = self.scores(of_words, of_places)
        marks, pairs, first, log = self.chances(scores, follows=follows, opens=opens[0])
        told = (scores * self.own).sum() + (follows * self.pairs).sum()
        told += (opens[0] * self.first).sum()
        rest = marks - self.own
        slope = [self.kinds_turned @ (each @ rest) for each in self.gathers]
        gradient = np.concatenate(
            [
                np.concatenate(slope, axis=1).ravel(),
                (self.places_turned @ rest).ravel(),
                (pairs - self.pairs).ravel(),
                first - self.first,
            ]
        )
        held = 0.5 * firmness * float(whole @ whole)
        return log - float(told) + held, gradient + firmness * whole

    def fit(self, recipe: Recipe) -> list[Numbers]:
        start = np.zeros(sum(a * b for a, b in self._shapes))
        found = minimize(
            self.loss,
            start,
            args=(recipe.firmness,),
            jac=True,
            method="L-BFGS-B",
            options={"maxiter": recipe.steps, "maxcor": 8},
        )
        return self.split(found.x)


def _neighbours(rows: Rows, *, starts: Places) -> Iterable[Places]:
    """Yield for each distance which kind of word stands there, the last kind for none."""
    first = np.repeat(starts, rows.lengths)
    end = np.repeat(starts + rows.lengths, rows.lengths)
    for gap in AROUND:
        at = np.arange(len(rows.words)) + gap
        inside = (at >= first) & (at < end)
        kinds = np.full(len(rows.words), len(rows.kinds))
        kinds[inside] = rows.words[at[inside]]
        yield kinds


def _batches(
    rows: Rows, *, starts: Places
) -> Iterable[tuple[Places, NDArray[np.bool_]]]:
    """Yield parts of about one length together: places of their words, and which are."""
    order = np.argsort(rows.lengths, kind="stable")
    for batch in np.array_split(order, max(1, len(order) // _AT_ONCE)):
        longest = np.arange(rows.lengths[batch].max())[None]
        known = longest < rows.lengths[batch][:, None]
        yield np.where(known, starts[batch][:, None] + longest, 0), known


def _forward(
    here: Numbers, *, known: NDArray[np.bool_], steps: Numbers, opens: Numbers
) -> tuple[Numbers, Numbers]:
    height, length, _ = here.shape
    ahead, sums = np.zeros((length, height, MARKS)), np.ones((length, height))
    row = here[:, 0] * opens
    sums[0] = row.sum(axis=1)
    ahead[0] = row / sums[0][:, None]
    for at in range(1, length):
        row = (ahead[at - 1] @ steps) * here[:, at]
        sums[at] = np.where(known[:, at], row.sum(axis=1), 1.0)
        kept = known[:, at][:, None]
        ahead[at] = np.where(kept, row / sums[at][:, None], ahead[at - 1])
    return ahead, sums


def _backward(
    here: Numbers,
    ahead: Numbers,
    sums: Numbers,
    *,
    known: NDArray[np.bool_],
    steps: Numbers,
    pairs: Numbers,
) -> Numbers:
    """Return the chances of marks; adds those of pairs, still without their steps."""
    length = here.shape[1]
    behind = np.ones(here[:, 0].shape)
    found = np.zeros_like(ahead)
    found[-1] = ahead[-1]
    for at in range(length - 1, 0, -1):
        kept = known[:, at][:, None]
        row = np.where(kept, here[:, at] * behind / sums[at][:, None], 0.0)
        pairs += ahead[at - 1].T @ row
        behind = np.where(kept, row @ steps.T, behind)
        found[at - 1] = ahead[at - 1] * behind
    return found


def fitted(mails: Sequence[Labelled], *, recipe: Recipe) -> Weights:
    """Return the finder that some labelled mails teach."""
    rows = Rows(mails)
    words, places = rows.features(fewest=recipe.fewest)
    field = Field(rows, words=words, places=places)
    of_words, of_places, follows, opens = field.fit(recipe)
    return Weights(words, places, of_words, of_places, follows, opens[0])
