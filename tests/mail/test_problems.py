from __future__ import annotations

import re

import pytest

from onward.mail.problems import SENTENCES, Problem, ProblemKind, problem_of_error

DETAILS = {"reason": "disk error", "megabytes": "200", "read_megabytes": "8"}


@pytest.mark.parametrize("kind", ProblemKind)
def test_every_problem_is_one_sentence_that_says_what_to_do(kind: ProblemKind) -> None:
    sentence = Problem(kind, "all.mbox", 12, DETAILS).sentence
    assert "all.mbox" in sentence
    assert re.search(r": [a-z].* ", sentence)
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_every_kind_has_a_sentence() -> None:
    assert set(SENTENCES) == set(ProblemKind)


def test_errors_of_the_system_become_problems() -> None:
    assert problem_of_error(PermissionError(), path="x").kind == "no_permission"
    assert problem_of_error(FileNotFoundError(), path="x").kind == "changed"
    problem = problem_of_error(OSError(5, "Input/output error"), path="x", offset=9)
    assert problem.kind == ProblemKind.UNREADABLE_FILE
    assert "byte 9 (Input/output error)" in problem.sentence
