from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest
from scipy.optimize import check_grad

from benchmarks.training.finder.__main__ import GROUPS, folds_of, pack
from benchmarks.training.finder.digest import (
    asked_digest,
    finder_digest,
    last_digest,
    read_digest,
)
from benchmarks.training.finder.field import Field, Recipe, Rows, fitted
from benchmarks.training.finder.labelled import (
    Labelled,
    digest_of,
    labelled,
    languages,
    mark_words,
    path_of,
)
from benchmarks.training.finder.last import Question, fit_last
from benchmarks.training.written import path_of as written_path_of
from onward.mail.rules.facts.settled import LAST
from onward.mail.rules.facts.span_words import Part
from onward.mail.rules.facts.spans import FOLDER, KINDS, finder, unpacked


@pytest.fixture(scope="module")
def mails() -> list[Labelled]:
    return list(labelled("it"))


@pytest.mark.parametrize("name", GROUPS)
def test_the_shipped_finder_was_made_from_these_labels_and_this_trainer(
    name: str,
) -> None:
    made_from = finder(name).head["made_from"]
    assert made_from == finder_digest(GROUPS[name]), (
        "Run: python -m benchmarks.training.finder"
    )


def test_the_shipped_last_step_was_made_from_these_labels_and_this_trainer() -> None:
    text = files("onward.mail.rules").joinpath(FOLDER, LAST).read_text("utf-8")
    assert json.loads(text)["made_from"] == last_digest(), (
        "Run: python -m benchmarks.training.finder"
    )


@pytest.mark.parametrize("language", languages())
def test_every_label_has_its_mail(language: str) -> None:
    lines = path_of(language).read_text(encoding="utf-8").splitlines()
    keys = {json.loads(line)["mail"] for line in lines}
    assert len(keys) == len(lines)
    written = written_path_of(language).read_text(encoding="utf-8").splitlines()
    mails = [json.loads(line) for line in written]
    digests = {
        digest_of(mail["subject"], sender=mail["from"], text=mail["text"])
        for mail in mails
    }
    assert keys <= digests


def test_most_facts_are_marked_in_their_mail(mails: list[Labelled]) -> None:
    for kind in KINDS:
        mark = 1 + 2 * KINDS.index(kind)
        told = [mail for mail in mails if mail.facts[kind]]
        marked = [mail for mail in told if any(mark in row for row in mail.marks)]
        assert len(marked) >= 0.95 * len(told)


def test_a_fact_is_marked_wherever_it_stands() -> None:
    words = ((0, 4), (5, 9), (10, 12), (13, 17), (18, 22))
    row = [0] * len(words)
    part = Part("L", "Lead Cook as lead cook", words)
    mark_words(part, row=row, fact="Lead Cook", mark=1)
    assert row == [1, 2, 0, 1, 2]


def test_the_slope_of_the_fit_is_that_of_its_loss(mails: list[Labelled]) -> None:
    rows = Rows(mails[:6])
    words, places = rows.features(fewest=6)
    field = Field(rows, words=words[:5], places=places[:3])
    size = sum(part.size for part in field.split(np.zeros(10_000)))
    chance = np.random.default_rng(3)
    at = chance.normal(size=size) * 0.3
    error = check_grad(
        lambda x: field.loss(x, 0.5)[0], lambda x: field.loss(x, 0.5)[1], at
    )
    assert error < 1e-2 * np.linalg.norm(field.loss(at, 0.5)[1])


def test_a_finder_learns_what_it_is_shown(mails: list[Labelled]) -> None:
    weights = fitted(mails[:60], recipe=Recipe(fewest=1, steps=40))
    model = unpacked(pack(weights, made_from="here"))
    right = 0
    told = [mail for mail in mails[:60] if mail.facts["role"]]
    for mail in told:
        found = [x for x in model.spans(mail.material) if x.kind == "role"]
        best = max(found, key=lambda span: span.chance, default=None)
        right += best is not None and best.text.lower() == mail.facts["role"].lower()
    assert right >= 0.9 * len(told)
    assert model.head["made_from"] == "here"


TRAIN = """
import hashlib
from benchmarks.training.finder.__main__ import pack
from benchmarks.training.finder.digest import read_digest
from benchmarks.training.finder.field import Recipe, fitted
from benchmarks.training.finder.labelled import labelled
mails = list(labelled("it"))[:40]
data = pack(fitted(mails, recipe=Recipe(fewest=2, steps=8)), made_from="here")
print(read_digest(mails), hashlib.sha256(data).hexdigest())
"""


def test_the_same_mails_teach_the_same_bytes_in_another_process() -> None:
    told = [
        subprocess.run(
            [sys.executable, "-c", TRAIN],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=path_of("it").parents[3],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1] != ""


def test_what_was_read_is_told_apart_by_any_mark(mails: list[Labelled]) -> None:
    some = mails[:5]
    marks = [[1 - min(row[0], 1), *row[1:]] for row in some[0].marks]
    assert read_digest(some) == read_digest(list(some))
    assert read_digest([replace(some[0], marks=marks), *some[1:]]) != read_digest(some)


def test_what_the_last_step_was_asked_is_told_apart_by_any_sign() -> None:
    one = asked_digest([("role", [Question([{"sure": 1.0}, {"none": 1.0}], [0])])])
    other = asked_digest([("role", [Question([{"sure": 0.9}, {"none": 1.0}], [0])])])
    assert one != other


def test_folds_keep_what_one_hand_wrote_together(mails: list[Labelled]) -> None:
    folds = folds_of(mails)
    assert folds[0] == folds[29] != folds[30]
    assert len(set(folds)) == len(set(folds[:120]))


def test_the_last_step_believes_what_was_right() -> None:
    questions = [Question([{"sure": 1.0}, {"none": 1.0}], [0])] * 30
    questions += [Question([{"doubtful": 1.0}, {"none": 1.0}], [1])] * 30
    weights = fit_last(questions)
    none = weights.get("none", 0.0)
    assert weights["sure"] > none > weights["doubtful"]
