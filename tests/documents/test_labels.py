from __future__ import annotations

import re

import pytest

from onward.documents.labels import (
    FORMAT_LABELS,
    KIND_LABELS,
    PROBLEM_SENTENCES,
    READ_BY_LABELS,
    SECTION_LABELS,
    SOURCE_LABELS,
)
from onward.documents.reading.result import MAX_READ_BYTES
from onward.documents.rules.kinds import (
    AdvertSource,
    DocumentKind,
    FileFormat,
    Problem,
    ReadBy,
    SectionKind,
)


def test_every_kind_has_its_words() -> None:
    assert set(KIND_LABELS) == set(DocumentKind)
    assert set(FORMAT_LABELS) == set(FileFormat)
    assert set(SECTION_LABELS) == set(SectionKind)
    assert set(SOURCE_LABELS) == set(AdvertSource)
    assert set(READ_BY_LABELS) == set(ReadBy)
    assert set(PROBLEM_SENTENCES) == set(Problem) - {Problem.NONE}


@pytest.mark.parametrize("problem", PROBLEM_SENTENCES)
def test_a_problem_is_told_with_what_to_do(problem: Problem) -> None:
    words = str(PROBLEM_SENTENCES[problem])
    assert words.endswith(".")
    assert re.search(
        r"\b(save|export|paste|add|download|try|open|look through|can be read)\b",
        words,
        re.IGNORECASE,
    )


def test_the_sentence_on_size_says_the_size_that_is_read() -> None:
    megabytes = MAX_READ_BYTES // 1_000_000
    assert f"{megabytes} MB" in str(PROBLEM_SENTENCES[Problem.TOO_LARGE])
