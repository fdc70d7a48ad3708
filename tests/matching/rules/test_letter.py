from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onward.matching.rules.advert import read_advert
from onward.matching.rules.letter import is_role_named, read_letter, repeated

TODAY = date(2026, 6, 1)
OLD = "I have always loved the sea and everything that moves upon it. Yours, Ada"
NEW = (
    "Dear Quill Harbor team, your ferries need a backend engineer. "
    "I have always loved the sea and everything that moves upon it. "
    "I ran Kubernetes for four years. Yours, Ada"
)


def test_a_letter_names_company_and_role_and_answers_needs() -> None:
    reading = read_letter(
        NEW,
        company="Quill Harbor GmbH",
        role="Backend Engineer (m/w/d)",
        others={"first": OLD},
        requirements=read_advert("Requirements\n- k8s\n- Terraform\n"),
        today=TODAY,
    )
    assert reading.names_company
    assert reading.names_role
    assert [d.requirement.words for d in reading.answers] == ["k8s"]
    (passage,) = reading.repeated
    assert passage.words.startswith("I have always loved")
    assert passage.others == ("first",)
    assert reading.share_repeated is not None
    assert 0.3 < reading.share_repeated < 0.6


def test_without_another_letter_nothing_is_said_of_repeating() -> None:
    assert repeated(NEW, others={}) == (None, [])


def test_a_part_of_a_word_is_no_name() -> None:
    reading = read_letter(
        "I like metal.", company="Meta", role="", others={}, today=TODAY
    )
    assert not reading.names_company
    assert not reading.names_role


def test_a_role_is_named_in_one_line_not_in_bits_of_the_letter() -> None:
    assert is_role_named("Data Analyst", "I apply as a data analyst.")
    assert not is_role_named("Data Analyst", "I like data.\nMy aunt is an analyst.")


words = st.lists(
    st.sampled_from(["sea", "boat", "wind", "sail", "rope", "knot"]), max_size=40
)


@given(words, words)
def test_the_share_is_a_fraction_and_passages_quote_the_letter(
    one: list[str], other: list[str]
) -> None:
    text = " ".join(one)
    share, passages = repeated(text, others={"other": " ".join(other)})
    assert share is not None
    assert 0 <= share <= 1
    assert all(p.words == text[p.start : p.end] for p in passages)


@given(words.filter(lambda found: len(found) >= 5))
def test_the_same_letter_again_repeats_all_of_itself(one: list[str]) -> None:
    text = " ".join(one)
    assert repeated(text, others={"other": text})[0] == 1.0
