from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.listing import Show, Sort, Wanted


@given(st.text())
def test_search_words_are_folded_and_never_empty(search: str) -> None:
    words = Wanted(search=search).words
    assert all(words)
    assert Wanted(search=search.upper()).words == Wanted(search=search.upper()).words


def test_case_and_accents_do_not_matter() -> None:
    assert Wanted(search="ZÜRICH  Straße").words == ["zurich", "strasse"]


@given(st.sampled_from(Sort))
def test_an_order_narrows_nothing_and_a_filter_does(sort: Sort) -> None:
    assert not Wanted(sort=sort).is_narrowed
    assert Wanted(sort=sort, show=Show.CLOSED).is_narrowed
