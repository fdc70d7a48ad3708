from __future__ import annotations

import pytest

from onward.applications.rules.resembling import LEAST, Shown, likeness

CLERK = Shown("oakmere foods", "payroll clerk", "kim@oakmere.example")


@pytest.mark.parametrize(
    "other",
    [
        Shown("lind recruitment", "payroll clerk"),
        Shown("lind recruitment", "clerk payroll"),
        Shown("12 elm place", "cook", "kim@oakmere.example"),
        Shown("oakmere", "cook"),
        Shown("the oakmere group", ""),
    ],
)
def test_the_same_title_writer_or_house_may_be_one(other: Shown) -> None:
    assert likeness(CLERK, other) >= LEAST


@pytest.mark.parametrize(
    "other",
    [
        Shown("lind recruitment", "payroll manager"),
        Shown("", ""),
        Shown("elm", "", ""),
        Shown("lind and son", "stock clerk and driver"),
    ],
)
def test_what_shares_less_is_not_offered(other: Shown) -> None:
    assert likeness(CLERK, other) < LEAST
    assert likeness(Shown("", ""), other) < LEAST


def test_more_that_agrees_comes_first() -> None:
    both = Shown("oakmere", "payroll clerk")
    assert likeness(CLERK, both) > likeness(CLERK, Shown("oakmere", "cook"))
