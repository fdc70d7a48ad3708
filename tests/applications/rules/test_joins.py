from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.joins import heads_of

keys = st.integers(min_value=0, max_value=8)
joins = st.lists(st.tuples(keys, keys), max_size=20)


def test_a_part_shows_under_its_head() -> None:
    assert heads_of([("a", "b")]) == {"b": "a"}


def test_a_part_of_a_part_shows_under_the_outermost_head() -> None:
    assert heads_of([("a", "b"), ("c", "a")]) == {"a": "c", "b": "c"}


def test_joining_both_ways_makes_no_circle() -> None:
    assert heads_of([("a", "b"), ("b", "a")]) == {"b": "a"}


@given(joins)
def test_no_head_is_a_part_itself(pairs: list[tuple[int, int]]) -> None:
    heads = heads_of(pairs)
    assert not set(heads.values()) & heads.keys()


@given(joins)
def test_what_was_joined_shares_a_head(pairs: list[tuple[int, int]]) -> None:
    heads = heads_of(pairs)
    for head, part in pairs:
        assert heads.get(head, head) == heads.get(part, part)


@given(joins)
def test_joining_the_same_again_changes_nothing(pairs: list[tuple[int, int]]) -> None:
    assert heads_of([*pairs, *pairs]) == heads_of(pairs)
