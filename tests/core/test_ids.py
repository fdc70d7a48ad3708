from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from onward.core.ids import uuid7, uuid7s


@given(st.integers(0, 300))
def test_identifiers_made_together_are_all_different(count: int) -> None:
    made = uuid7s(count)
    assert len(set(made)) == len(made) == count


def test_an_identifier_says_its_version_and_its_moment() -> None:
    before = time.time_ns() // 1_000_000
    made = uuid7()
    after = time.time_ns() // 1_000_000
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert before <= made.int >> 80 <= after


def test_identifiers_sort_by_the_time_they_were_made() -> None:
    first = uuid7()
    time.sleep(0.002)
    assert first < uuid7()
