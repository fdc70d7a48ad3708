from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, stats

from onward.method.reflection.rules.patterns import (
    ALPHA,
    FLOOR,
    LEAST_SHOWN,
    REST,
    By,
    Case,
    Comparison,
    Group,
    Outcome,
    Telling,
    chance_of_more,
    patterns,
)
from onward.method.reflection.show import sentence

groups = st.dictionaries(st.sampled_from(By), st.sampled_from("abcd"), max_size=3)
cases = st.lists(st.builds(Case, groups, st.booleans(), st.booleans()), max_size=60)


def group(answered: int, count: int, *, key: str) -> list[Case]:
    return [
        Case({By.SOURCE: key}, answered=n < answered, interviewed=False)
        for n in range(count)
    ]


def compared(*every: Case) -> Comparison:
    (pattern,) = patterns(every, outcome=Outcome.ANSWERED)
    assert pattern.comparison is not None
    return pattern.comparison


def test_two_of_fourteen_and_one_of_twenty_are_too_few_to_tell_apart() -> None:
    found = compared(*group(2, 14, key="tailored"), *group(1, 20, key="not"))
    assert found.telling == Telling.TOO_FEW
    assert found.more is None


def test_a_great_difference_below_the_floor_is_still_too_few() -> None:
    found = compared(*group(29, 29, key="a"), *group(0, 400, key="b"))
    assert found.telling == Telling.TOO_FEW


def test_a_clear_difference_above_the_floor_is_named() -> None:
    found = compared(*group(25, 50, key="a"), *group(5, 60, key="b"))
    assert (found.telling, found.more) == (Telling.APART, "a")


def test_a_small_difference_above_the_floor_is_none() -> None:
    found = compared(*group(6, 50, key="a"), *group(5, 60, key="b"))
    assert found.telling == Telling.NOT_APART


def test_small_groups_are_put_together_and_compared_with_nothing() -> None:
    every = [*group(1, 10, key="large"), *group(0, 1, key="x"), *group(1, 1, key="y")]
    (pattern,) = patterns(every, outcome=Outcome.ANSWERED)
    assert [(g.key, g.count) for g in pattern.groups] == [("large", 10), (REST, 2)]
    assert pattern.comparison is None
    words = sentence(None, by=pattern.by, outcome=Outcome.ANSWERED)
    assert "One group has a name" in words
    assert "only" not in words


def test_nothing_has_no_patterns() -> None:
    assert patterns([], outcome=Outcome.INTERVIEW) == []


@given(cases, st.sampled_from(Outcome))
def test_every_application_stands_in_one_group_of_each_thing(
    every: list[Case], outcome: Outcome
) -> None:
    for pattern in patterns(every, outcome=outcome):
        known = [case for case in every if pattern.by in case.groups]
        assert sum(g.count for g in pattern.groups) == len(known)
        assert all(g.count >= LEAST_SHOWN for g in pattern.groups if g.key != REST)
        for g in pattern.groups:
            low, high = g.interval(outcome)
            assert 0 <= low <= g.successes(outcome) / g.count <= high <= 1


@given(st.integers(0, 80), st.integers(0, 80), st.integers(0, 80), st.integers(0, 80))
def test_the_chance_of_more_turns_round_with_its_groups(
    a: int, b: int, c: int, d: int
) -> None:
    one, other = (min(a, b), max(a, b)), (min(c, d), max(c, d))
    there, back = chance_of_more(one, other), chance_of_more(other, one)
    assert there + back == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize(
    ("one", "other"),
    [((2, 14), (1, 20)), ((25, 50), (5, 60)), ((0, 30), (3, 30)), ((9, 90), (10, 90))],
)
def test_the_chance_of_more_agrees_with_the_integral(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    first = stats.beta(one[0] + 0.5, one[1] - one[0] + 0.5)
    second = stats.beta(other[0] + 0.5, other[1] - other[0] + 0.5)
    exact, _error = integrate.quad(lambda x: first.pdf(x) * second.cdf(x), 0, 1)
    assert chance_of_more(one, other) == pytest.approx(exact, abs=0.01)


def test_where_nothing_differs_hardly_any_page_names_a_difference() -> None:
    chance = random.Random(3)
    named = 0
    pages = 120
    for _ in range(pages):
        every = [
            Case(
                {by: chance.choice("ab") for by in By},
                answered=chance.random() < 0.25,
                interviewed=False,
            )
            for _ in range(140)
        ]
        found = patterns(every, outcome=Outcome.ANSWERED)
        assert len(found) == len(By)
        assert all(min(g.count for g in p.groups) >= FLOOR for p in found)
        named += any(
            p.comparison and p.comparison.telling == Telling.APART for p in found
        )
    assert named / pages <= ALPHA + 0.04


def test_an_interval_of_a_rate_holds_it_as_often_as_it_says() -> None:
    chance = random.Random(5)
    held = trials = 0
    for rate in (0.05, 0.12, 0.3):
        for _ in range(150):
            count = 40
            hits = sum(chance.random() < rate for _ in range(count))
            low, high = Group("x", count, hits, 0).interval(Outcome.ANSWERED)
            held += low <= rate <= high
            trials += 1
    assert 0.74 <= held / trials <= 0.9
