"""Where words stand in a text: as the expression of them would find them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.basics.places import places_of, whole_places

FEW_SIGNS = st.text("aB_ é1.-", max_size=24)
WORDS = st.text("aB_ é1.-", min_size=1, max_size=3)


@given(WORDS, FEW_SIGNS)
def test_places_are_those_that_the_expression_finds(words: str, text: str) -> None:
    found = [each.span() for each in re.finditer(re.escape(words), text)]
    assert [*places_of(words, text)] == found


@given(WORDS, FEW_SIGNS)
def test_whole_words_are_those_that_the_expression_finds(words: str, text: str) -> None:
    whole = rf"(?<!\w){re.escape(words)}(?!\w)"
    assert [*whole_places(words, text)] == [x.span() for x in re.finditer(whole, text)]


def test_no_words_stand_nowhere() -> None:
    assert [*places_of("", "Harbour Mills")] == []
    assert [*whole_places("", "Harbour Mills")] == []


def test_a_name_inside_a_longer_one_is_not_whole() -> None:
    text = "Merrows, Merrow and Merrow's"
    assert [*whole_places("Merrow", text)] == [(9, 15), (20, 26)]
    assert len([*places_of("Merrow", text)]) == 3
