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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kuriertec gmbh", "lerchner gmbh"),
        ("elm gmbh & co. kg", "oak gmbh & co. kg"),
        ("elm limited", "oak limited"),
        ("gruppo elm srls", "gruppo oak srls"),
        ("elm ltda.", "oak ltda."),
    ],
)
def test_the_kind_of_a_company_makes_no_one_house(one: str, other: str) -> None:
    assert likeness(Shown(one, "cook"), Shown(other, "porter")) < LEAST
    assert likeness(Shown(one, "cook"), Shown(one, "porter")) >= LEAST


def test_one_title_elsewhere_comes_before_other_titles_of_the_same_kind_of_house() -> (
    None
):
    mine = Shown("kuriertec gmbh", "supervisor lager")
    same = Shown("quast logistik", "supervisor lager")
    others = [
        Shown("lerchner gmbh", "leiter versand"),
        Shown("heidegrund gmbh", "lagerleiter"),
    ]
    assert all(likeness(mine, same) > likeness(mine, other) for other in others)
