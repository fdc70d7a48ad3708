from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onward.matching.rules.text import fold


@given(st.text())
def test_folding_keeps_every_position(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
