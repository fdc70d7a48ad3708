from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.matching.rules.words import (
    content_words,
    is_compound_of,
    is_same_word,
    language_of,
    share_said,
)


@given(st.lists(st.sampled_from(["stock", "control", "team"])), st.text())
def test_a_share_is_a_fraction(phrase: list[str], passage: str) -> None:
    assert 0 <= share_said(phrase, passage=content_words(passage)) <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("manage", "managed"), ("management", "manager"), ("teach", "teaching")],
)
def test_forms_of_a_word_are_one_word(one: str, other: str) -> None:
    assert is_same_word(one, other)
    assert is_same_word(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("java", "javascript"),
        ("organ", "organisation"),
        ("care", "car"),
        ("go", "goes"),
    ],
)
def test_words_that_only_begin_alike_are_two(one: str, other: str) -> None:
    assert not is_same_word(one, other)


def test_a_compound_is_found_in_its_parts() -> None:
    assert is_compound_of("kundenberatung", passage=["beratung", "kunden"])
    assert not is_compound_of("kundenberatung", passage=["beratung", "bank"])
    assert not is_compound_of("beratung", passage=["beratung"])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We are looking for someone with a love of the sea", "en"),
        ("Wir suchen eine Person, die mit uns arbeitet und das Meer mag", "de"),
        ("Nous cherchons une personne qui aime la mer avec nous", "fr"),
        ("Buscamos una persona que le guste el mar con nosotros", "es"),
        ("", "en"),
    ],
)
def test_a_text_is_in_the_language_of_its_small_words(text: str, language: str) -> None:
    assert language_of(text) == language
