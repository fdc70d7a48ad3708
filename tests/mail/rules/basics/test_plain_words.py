from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.basics.plain_words import plain_letters, plain_words
from tests.mail.rules.plainly import different_words, tokens

ODD = st.text(alphabet="abzİIıßäÄ\u0308\u0301éŁ’'“…\u00a0\u200b™ \n\x1c@.:/wht🌱Σ1-")


@given(st.text() | ODD)
def test_the_quick_way_finds_the_words_of_the_plain_way(text: str) -> None:
    assert plain_words(text) == different_words(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We’re here, we're “there”", {"we're", "here", "there"}),
        ("'tis the boys' o'clock's", {"tis", "the", "boys", "o'clock", "s"}),
        ("Grüße aus Łódź", {"gruesse", "aus", "lodz"}),
        (
            "See https://a.example/x?y, or jo@b.example!",
            {"see", "xlink", "or", "xaddress"},
        ),
        ("cafe\u0301 u\u0308ber", {"cafe", "ueber"}),
        ("growing 🌱 things", {"growing", "things"}),
    ],
)
def test_words_are_in_plain_letters(text: str, words: set[str]) -> None:
    assert plain_words(text) == words


@given(st.text(max_size=200))
def test_the_words_are_those_that_the_voice_hears(text: str) -> None:
    heard = {word for word in tokens(text) if word[0].isalpha()}
    assert {word[:24] for word in plain_words(text)} == heard


def test_two_spellings_of_a_word_are_one() -> None:
    assert plain_letters("Grüße, Ärzte") == plain_letters("Gruesse, Aerzte")
