from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onward.people.rules import TRIES_IN_A_ROW, folded_address, may_try


@given(st.integers(min_value=0, max_value=10_000))
def test_a_password_may_be_tried_so_often_and_no_more(wrong: int) -> None:
    assert may_try(wrong) == (wrong < TRIES_IN_A_ROW)


@given(st.text(max_size=80))
def test_an_address_is_the_same_however_it_is_typed(address: str) -> None:
    folded = folded_address(address)
    assert folded_address(f"  {folded} ") == folded
