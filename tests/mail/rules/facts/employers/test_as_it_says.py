"""A house is called as its sender and its sentences call it, whatever its register adds."""

from __future__ import annotations

import pytest

from tests.mail.rules.facts.employers.reading import employer

_TEXT = (
    "Hello Robin,\n\nThanks for taking the time to apply for Data Clerk at {}. "
    "This is a quick note to say it has reached us safely.\n\nThe Resourcing Team\n\n{}"
)


def _company(shown: str, called: str, footer: str) -> str:
    return employer(
        "We've received your application - Data Clerk JR-2211",
        _TEXT.format(called, footer),
        shown=shown,
        at="penninemutual@myworkday.com",
    )


@pytest.mark.parametrize(
    "footer",
    [
        "Pennine Mutual Society Limited. Registered in England.",
        "Pennine Mutual Holdings plc. Registered office: 4 Mill Lane, Leeds.",
        "Pennine Mutual Services Ltd",
        "",
    ],
)
def test_the_register_below_a_letter_renames_no_house(footer: str) -> None:
    found = _company("Pennine Mutual Careers", "Pennine Mutual", footer)
    assert found == "Pennine Mutual"


@pytest.mark.parametrize(
    ("shown", "called", "footer", "company"),
    [
        ("Pennine Mutual Society Limited", "Pennine Mutual Society Limited", "", "Pennine Mutual Society Limited"),
        ("Pennine Mutual", "Pennine Mutual Society Limited", "", "Pennine Mutual Society Limited"),
        ("Pennine Mutual Careers", "Pennine Mutual Ltd", "", "Pennine Mutual Ltd"),
        ("Pennine Mutual Careers", "Larch Grid Ltd", "", "Larch Grid Ltd"),
    ],
)  # fmt: skip
def test_what_is_said_in_full_stays(
    shown: str, called: str, footer: str, company: str
) -> None:
    assert _company(shown, called, footer) == company
