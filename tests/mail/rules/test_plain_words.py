from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.plain_words import plain_words
from onward.mail.rules.voice_features import different_words

ODD = st.text(alphabet="abzİIıßäÄ\u0308\u0301éŁ’'“…\u00a0\u200b™ \n\x1c@.:/wht🌱Σ1-")


@given(st.text() | ODD)
def test_the_quick_way_finds_the_words_of_the_trained_way(text: str) -> None:
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
