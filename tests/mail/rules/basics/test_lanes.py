from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.basics.lanes import FINE, Lanes

ROWS = st.lists(
    st.lists(st.integers(-128, 127), min_size=3, max_size=3), min_size=1, max_size=40
)


@given(ROWS)
def test_rows_add_up_as_lists_do(rows: list[list[int]]) -> None:
    lanes = Lanes(3)
    weights = bytes(weight & 0xFF for row in rows for weight in row)
    packed = lanes.rows(weights)
    assert packed == [lanes.packed(row) for row in rows]
    assert packed == [lanes.row(bytes(x & 0xFF for x in row)) for row in rows]
    assert lanes.unpacked(sum(packed)) == [
        sum(lane) for lane in zip(*rows, strict=True)
    ]


@given(st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3))
def test_a_number_is_kept_to_a_sixteenth(row: list[float]) -> None:
    lanes = Lanes(3)
    packed = lanes.packed(row)
    assert lanes.unpacked(packed) == pytest.approx(row, abs=1 / FINE / 2)
    part = lanes.sixteenths(packed, start=1, size=2)
    assert [each / FINE for each in part] == lanes.unpacked(packed)[1:]
