from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from onward.matching.rules.vocabulary import Sort, build, own_vocabulary
from tests.matching.rules.strategies import texts


def said(text: str) -> list[str]:
    return [mention.term for mention in own_vocabulary().mentions(text)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("We run k8s", ["Kubernetes"]),
        ("MS Excel and Word", ["Excel", "Word"]),
        ("HGV Class 1", ["Driving licence (CE)"]),
        ("JavaScript", ["JavaScript"]),
        ("Java", ["Java"]),
        ("C, C++ and C#", ["C", "C++", "C#"]),
        ("Python, R", ["Python", "R"]),
        ("Go", ["Go"]),
        ("Excelkenntnisse", ["Excel"]),
        ("Erzieher*in", ["Educator"]),
        ("Teamfähigkeit", ["Teamwork"]),
        ("préparation des commandes", ["Order picking"]),
        ("the aisles\nstock  control", []),
    ],
)
def test_a_name_or_an_alias_is_read(text: str, terms: list[str]) -> None:
    assert said(text) == terms


@pytest.mark.parametrize(
    "text",
    [
        "we excel at boats",
        "Python people go the extra mile",
        "Go the extra mile with Python",
        "R&D with Python",
        "J. R. Smith, Python developer",
        "vitamin C",
        "Leitung eines Teams",
        "der Chef",
        "Ein Kind spielt",
        "react to bad days",
        "IF YOU CAN DO THIS",
        "spring 2024",
    ],
)
def test_a_word_that_only_looks_like_a_name_is_not_read(text: str) -> None:
    unwanted = {"Excel", "Go", "R", "C", "Microsoft Teams", "Chef", "Kindness", "React"}
    assert not {*unwanted, "CAN", "Spring Boot"} & set(said(text))


@given(texts)
def test_mentions_are_in_order_inside_the_text_and_apart(text: str) -> None:
    mentions = own_vocabulary().mentions(text)
    for before, after in pairwise(mentions):
        assert before.end <= after.start
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)


def test_every_sort_has_names_and_every_relation_is_between_names() -> None:
    vocabulary = own_vocabulary()
    assert set(vocabulary.sorts.values()) == set(Sort)
    assert len(vocabulary.sorts) > 500


def test_a_relation_to_no_name_is_refused() -> None:
    part = {"kind": "tool", "terms": {"A": ""}, "shown_by": {"A": "B"}}
    with pytest.raises(ValueError, match="B is named"):
        build([part])


def test_an_empty_vocabulary_reads_nothing() -> None:
    assert build([]).mentions("Python") == []
