from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onward.core.parts import KEYS_AT_ONCE, parts


@given(st.lists(st.integers()), st.integers(1, 9))
def test_parts_are_the_whole_in_its_order(items: list[int], size: int) -> None:
    pieces = list(parts(items, size=size))
    assert [each for piece in pieces for each in piece] == items
    assert all(0 < len(piece) <= size for piece in pieces)


def test_no_part_names_more_keys_than_a_query_takes() -> None:
    pieces = list(parts(range(KEYS_AT_ONCE + 1)))
    assert list(map(len, pieces)) == [KEYS_AT_ONCE, 1]
