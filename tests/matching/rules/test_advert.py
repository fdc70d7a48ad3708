from __future__ import annotations

import pytest
from hypothesis import given

from onward.matching.rules.advert import read_advert
from onward.matching.rules.types import Kind, Need
from tests.matching.rules.strategies import texts


def asks(text: str) -> list[tuple[str, str]]:
    return [(one.need.value, one.words) for one in read_advert(text)]


def test_headings_tell_must_from_nice_and_from_tasks() -> None:
    text = """
Requirements
- Python
Nice to have
- Rust
What you'll do
- Build services in Django
We offer
- Free Spanish lessons and Excel courses
"""
    assert asks(text) == [("must", "Python"), ("nice", "Rust"), ("task", "Django")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Python is required, Rust is a plus.", [("must", "Python"), ("nice", "Rust")]),
        ("Experience with SAP, ideally Excel", [("must", "SAP"), ("nice", "Excel")]),
        ("Python and Rust are a plus", [("nice", "Python"), ("nice", "Rust")]),
        (
            "CACES 1 obligatoire, CACES 3 apprécié",
            [("must", "CACES 1"), ("nice", "CACES 3")],
        ),
        ("Wünschenswert: Kenntnisse in SAP", [("nice", "SAP")]),
        ("Kafka, Redis or RabbitMQ", [("must", "Kafka, Redis or RabbitMQ")]),
        ("No experience necessary", []),
    ],
)
def test_the_words_of_a_sentence_say_how_much_it_is_wanted(
    sentence: str, found: list[tuple[str, str]]
) -> None:
    assert asks(f"Requirements\n- {sentence}\n") == found


def test_prose_asks_only_where_it_says_so() -> None:
    text = "We sell boats in Python Street. You must have a full driving licence."
    assert asks(text) == [("must", "full driving licence")]


def test_years_carry_their_field_and_leave_programs_to_be_asked_one_by_one() -> None:
    years, java = read_advert("Requirements\n- 5+ years of experience with Java\n")
    assert (years.kind, years.months, years.field) == (Kind.EXPERIENCE, 60, "java")
    assert years.words == "5+ years of experience"
    assert java.terms == ("Java",)


def test_an_education_carries_its_level_and_field() -> None:
    (one,) = read_advert(
        "Requirements\n- Bachelor's degree in business, logistics or a related field\n"
    )
    assert one.kind is Kind.EDUCATION
    assert one.field == "business / logistics"
    assert one.similar_counts


def test_what_no_vocabulary_knows_is_read_as_the_adverts_own_phrase() -> None:
    (one,) = read_advert("Requirements\n- Experience of restoring church organs\n")
    assert (one.words, one.terms) == ("restoring church organs", ())


def test_each_thing_is_asked_once_as_much_as_it_is_wanted_anywhere() -> None:
    text = "Tasks\n- Write Python\nNice to have\n- Python\nRequirements\n- Python\n"
    assert asks(text) == [("must", "Python")]


@given(texts)
def test_any_text_is_read_and_each_requirement_quotes_it(text: str) -> None:
    keys = set()
    for one in read_advert(text):
        assert one.words == text[one.start : one.end].strip(" ,")
        assert one.words
        assert one.need in Need
        keys.add((one.key, one.months))
    assert len(keys) == len({(r.key, r.months) for r in read_advert(text)})
