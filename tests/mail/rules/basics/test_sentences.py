from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.basics.language import language_data
from onward.mail.rules.basics.sentences import own_sentences


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


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # "sam" is Saturday in French, "max" most in German, "ara" December in Turkish.
        ("Thank you for your time, Sam. We have decided to go on with others.", 2),
        ("Merci de venir sam. 12 mars pour votre entretien avec nous.", 1),
        ("We have spoken to your friend Ara. She was happy about the news.", 2),
        ("Wij hebben uw brief gelezen, dhr. de Wit. Wij nodigen u uit.", 2),
        ("You have met our Jeu. The others you will meet on the second day.", 2),
        ("Dziękujemy za rozmowę z mgr. Nowak o pracy w naszej firmie.", 1),
        ("We have thought about it and the answer is no. We wish you well.", 2),
        ("You have applied for position no. 5 and we have your documents.", 1),
        ("mgr. Nowak", 1),
    ],
)
def test_short_forms_are_those_of_the_languages_of_the_text(
    text: str, count: int
) -> None:
    assert len(sentences(text)) == count


@given(
    st.sampled_from(sorted(set(language_data("tr")["text"]["abbreviations"]))),
    st.sampled_from(sorted(set(language_data("pl")["text"]["abbreviations"]))),
)
def test_no_short_form_of_another_language_joins_english_sentences(
    one: str, other: str
) -> None:
    own = {*language_data("en")["text"]["abbreviations"]}
    own |= {*language_data("de")["text"]["abbreviations"]}
    text = f"We have your letter and will write to you, {one}. You are the {other}. We thank you."
    joined = sum(len(word) == 1 or word in own for word in (one, other))
    assert len(sentences(text)) == 3 - joined or "no" in (one, other)


def test_a_line_of_prose_that_breaks_off_goes_on_in_the_next() -> None:
    cut = "wir möchten dir sagen, dass du für die Stelle\nPizzabäcker nicht gewählt wurdest."
    assert sentences(f"Ciao Matteo.\n{cut}\nOfen Express") == [
        "Ciao Matteo.",
        cut,
        "Ofen Express",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "Kind regards from all of us\nAda Moor",
        "what we ask of you\nGood English\nA driving licence",
        "Dear Ada\nYou asked how it went.",
        "we look forward to seeing you\nAda Moor, Head of Care.",
    ],
)
def test_names_and_headings_stay_lines_of_their_own(lines: str) -> None:
    assert sentences(lines) == lines.split("\n")
