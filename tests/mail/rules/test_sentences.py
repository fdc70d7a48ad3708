from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.sentences import own_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in own_sentences(text)]


def test_a_full_stop_ends_a_sentence() -> None:
    assert sentences("Thank you. We read it.") == ["Thank you.", "We read it."]


def test_abbreviations_initials_and_days_do_not() -> None:
    assert len(sentences("Am 3. März spricht Dr. A. Huber z. B. über die Stelle.")) == 1


def test_wrapped_lines_stay_one_sentence() -> None:
    text = (
        "We have read your documents with care and we will not be\nmoving on with them."
    )
    assert sentences(text) == [text]


def test_wrapped_lines_stay_one_sentence_before_a_capital() -> None:
    text = (
        "vielen Dank noch einmal für die Zusendung Ihrer vollständigen\n"
        "Bewerbungsunterlagen und das Interesse an unserem Haus."
    )
    assert sentences(text) == [text]


def test_short_lines_are_thoughts_of_their_own() -> None:
    assert sentences("Application update\nUnfortunately not.") == [
        "Application update",
        "Unfortunately not.",
    ]


def test_bullets_and_blank_lines_separate() -> None:
    assert sentences("Please send\n- your diploma\n- two references\n\nThanks") == [
        "Please send",
        "- your diploma",
        "- two references",
        "Thanks",
    ]


@given(st.text())
def test_sentences_lie_in_order_inside_the_text(text: str) -> None:
    last = 0
    for start, end in own_sentences(text):
        assert last <= start < end <= len(text)
        last = end


def test_a_day_of_a_month_ends_no_sentence() -> None:
    text = "Sollten Sie bis zum 31.03. nichts hören, war es eine Absage."
    assert list(own_sentences(text)) == [(0, len(text))]


@pytest.mark.parametrize(
    "text", ["You were spot on. We grow.", "Das geht es. Wir sind vor Ort. Schluss."]
)
def test_short_forms_of_one_language_end_no_sentence_of_another(text: str) -> None:
    assert len(list(own_sentences(text))) == text.count(".")
