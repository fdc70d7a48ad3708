"""Fit the last step: how far rules and finder are believed where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.training.finder.labelled import Labelled
from onward.mail.rules.facts.settled import Ruled, Signs, choices_of, fact_key, signs_of
from onward.mail.rules.facts.spans import Span

FIRMNESS = 1.0
_STEPS = 300


class Question(NamedTuple):
    """The choices of one mail.

    Attributes:
        signs: What speaks for each, and last for none.
        right: The places of those that are right.
    """

    signs: list[Signs]
    right: list[int]


def question(
    kind: str, mail: Labelled, *, ruled: dict[str, Ruled], spans: Sequence[Span]
) -> Question:
    """Return what the last step is asked of one mail, and what it should say."""
    choices = choices_of(kind, ruled=ruled[kind], spans=spans)
    signs = signs_of(kind, choices, material=mail.material, ruled=ruled)
    wanted = fact_key(mail.facts[kind], kind=kind)
    right = [at for at, choice in enumerate(choices) if choice.key == wanted]
    return Question(signs, right or [len(choices)])


def fit_last(questions: Sequence[Question]) -> dict[str, float]:
    """Return the weight of each sign: a choice among a mail's own texts and none."""
    names = sorted({name for each in questions for row in each.signs for name in row})
    place = {name: at for at, name in enumerate(names)}
    rows = [row for each in questions for row in each.signs]
    columns = [place[name] for row in rows for name in row]
    values = [value for row in rows for value in row.values()]
    ends = np.cumsum([0, *map(len, rows)])
    signs = sparse.csr_matrix((values, columns, ends), shape=(len(rows), len(names)))
    group = np.repeat(np.arange(len(questions)), [len(x.signs) for x in questions])
    right = np.array(
        [at in each.right for each in questions for at in range(len(each.signs))]
    )
    turned = signs.T.tocsr()
    size = len(questions)

    def loss(weights: NDArray[np.float64]) -> tuple[float, Any]:
        scores = signs @ weights
        tops = np.full(size, -np.inf)
        np.maximum.at(tops, group, scores)
        powers = np.exp(scores - tops[group])
        whole = np.bincount(group, powers, size)
        good = np.bincount(group, powers * right, size)
        lost = float((np.log(whole) - np.log(good)).sum())
        rest = powers / whole[group] - powers * right / good[group]
        held = 0.5 * FIRMNESS * float(weights @ weights)
        return lost + held, turned @ rest + FIRMNESS * weights

    start = np.zeros(len(names))
    options = {"maxiter": _STEPS}
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options=options)
    return {
        name: round(float(weight), 3)
        for name, weight in zip(names, found.x, strict=True)
        if abs(weight) >= 0.001
    }
