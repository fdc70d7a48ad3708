"""An example speaks for its own wording about another job, and for nothing else."""

from __future__ import annotations

import random
from itertools import islice

import pytest

from benchmarks.likeness import is_near, negated, sent_again, swapped, turned
from benchmarks.training.grammar import Grammar, grammars


@pytest.mark.parametrize("language", ["de", "en"])
def test_most_mail_is_known_again_about_another_job(language: str) -> None:
    pairs = list(islice(sent_again(language, random.Random(3)), 60))
    assert sum(is_near(*pair) for pair in pairs) > 0.7 * len(pairs)


@pytest.mark.parametrize(
    "grammar",
    [grammar for grammar in grammars() if grammar.composes],
    ids=lambda grammar: grammar.code,
)
def test_a_mail_in_which_one_sentence_does_something_else_is_never_near(
    grammar: Grammar,
) -> None:
    pairs = turned(grammar, random.Random(11), count=60)
    assert not any(is_near(*pair) for pair in pairs)


@pytest.mark.parametrize("language", ["de", "en", "fr", "es"])
def test_a_mail_with_the_deciding_sentence_of_another_is_never_near(
    language: str,
) -> None:
    pairs = list(swapped(language, random.Random(6), count=36))
    assert len(pairs) > 18
    assert not any(is_near(*pair) for pair in pairs)


@pytest.mark.parametrize("language", ["de", "en", "fr", "es"])
def test_a_mail_with_a_not_put_in_or_taken_out_is_never_near(language: str) -> None:
    pairs = list(negated(language, random.Random(7), count=36))
    assert len(pairs) > 30
    assert not any(is_near(*pair) for pair in pairs)
