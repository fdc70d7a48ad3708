"""An example speaks for its own wording about another job, and for nothing else."""

from __future__ import annotations

import random
from itertools import islice

import pytest

from benchmarks.likeness import is_alike, sent_again, turned
from benchmarks.training.grammar import Grammar, grammars


@pytest.mark.parametrize("language", ["de", "en"])
def test_most_mail_is_known_again_about_another_job(language: str) -> None:
    pairs = list(islice(sent_again(language, random.Random(3)), 150))
    assert sum(is_alike(*pair) for pair in pairs) > 0.5 * len(pairs)


@pytest.mark.parametrize(
    "grammar",
    [grammar for grammar in grammars() if grammar.composes],
    ids=lambda grammar: grammar.code,
)
def test_a_mail_in_which_one_sentence_does_something_else_is_never_alike(
    grammar: Grammar,
) -> None:
    pairs = turned(grammar, random.Random(11), count=200)
    assert not any(is_alike(*pair) for pair in pairs)
