from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from onward.core.intervals import (
    JEFFREYS,
    Beta,
    count_interval,
    predictive,
    rate_interval,
)

shapes = st.floats(0.05, 3_000)
rates = st.floats(0.0, 1.0)


@given(shapes, shapes, rates)
def test_the_distribution_agrees_with_scipy(a: float, b: float, rate: float) -> None:
    expected = stats.beta.cdf(rate, a, b)
    assert Beta(a, b).below(rate) == pytest.approx(expected, abs=1e-9)


@given(st.floats(0.3, 500), st.floats(0.3, 500), st.floats(0.01, 0.99))
def test_a_quantile_has_its_probability_below_it(a: float, b: float, p: float) -> None:
    belief = Beta(a, b)
    assert belief.below(belief.quantile(p)) == pytest.approx(p, abs=1e-6)


@given(st.integers(0, 120), shapes, shapes)
def test_the_chances_of_all_counts_sum_to_one(count: int, a: float, b: float) -> None:
    chances = predictive(count, rate=Beta(a, b))
    assert sum(chances) == pytest.approx(1.0, abs=1e-6)
    expected = stats.betabinom.pmf(range(count + 1), count, a, b)
    assert chances == pytest.approx(list(expected), abs=1e-8)


@given(st.integers(0, 200), shapes, shapes, st.sampled_from([0.5, 0.8, 0.95]))
def test_the_interval_of_a_count_holds_its_mass(
    count: int, a: float, b: float, mass: float
) -> None:
    chances = predictive(count, rate=Beta(a, b))
    low, high = count_interval(chances, mass=mass)
    assert 0 <= low <= high <= count
    assert sum(chances[low : high + 1]) >= mass - 1e-6


@given(st.integers(0, 400), st.integers(0, 400))
def test_the_interval_of_a_rate_holds_the_rate_seen(one: int, other: int) -> None:
    successes, trials = min(one, other), max(one, other)
    low, high = rate_interval(successes, trials)
    assert 0.0 <= low <= high <= 1.0
    if trials:
        assert low <= successes / trials <= high


def test_none_of_some_is_never_said_to_be_nothing() -> None:
    low, high = rate_interval(0, 20)
    assert low == 0.0
    assert 0.03 < high < 0.12
    assert rate_interval(20, 20)[1] == 1.0
    assert rate_interval(0, 0) == (0.0, 1.0)


def test_what_was_counted_updates_the_belief() -> None:
    assert JEFFREYS.updated(successes=2, trials=14) == Beta(2.5, 12.5)
    assert Beta(1.7, 11.0).mean == pytest.approx(0.134, abs=0.001)


@pytest.mark.parametrize(("successes", "trials"), [(-1, 3), (4, 3)])
def test_more_successes_than_trials_are_refused(successes: int, trials: int) -> None:
    with pytest.raises(ValueError, match="between none and all"):
        rate_interval(successes, trials)


def test_a_shape_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="above zero"):
        Beta(0.0, 1.0)
