from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.talks.own_mail import SentMeaning
from onward.mail.rules.taught.otherwise import is_out_of_search, reads_otherwise
from onward.mail.rules.types import NOT_HIRING, Meaning, Verdict

MEANINGS = st.sampled_from(sorted({each.value for each in (*Verdict, *Meaning)}))


@given(MEANINGS)
def test_nothing_reads_otherwise_than_itself(meaning: str) -> None:
    assert not reads_otherwise(meaning, was=meaning)


@given(MEANINGS, MEANINGS)
def test_it_is_the_same_to_say_which_was_first(one: str, other: str) -> None:
    assert reads_otherwise(one, was=other) == reads_otherwise(other, was=one)


@given(MEANINGS, MEANINGS)
def test_two_meanings_differ_but_where_both_are_not_about_the_search(
    one: str, other: str
) -> None:
    is_same = one == other or (is_out_of_search(one) and is_out_of_search(other))
    assert reads_otherwise(one, was=other) != is_same


@given(st.text(), MEANINGS)
def test_what_is_no_meaning_is_never_another_one(word: str, meaning: str) -> None:
    if word not in set(Verdict) | set(Meaning):
        assert not reads_otherwise(word, was=meaning)
        assert not reads_otherwise(meaning, was=word)


@pytest.mark.parametrize("own", [SentMeaning.APPLIED, SentMeaning.THREAD])
def test_what_the_person_wrote_is_no_reading_that_differs(own: SentMeaning) -> None:
    assert not reads_otherwise("rejection", was=own.value)


def test_out_of_the_search_is_what_is_not_about_hiring() -> None:
    assert {v.value for v in Verdict if is_out_of_search(v.value)} == set(NOT_HIRING)
