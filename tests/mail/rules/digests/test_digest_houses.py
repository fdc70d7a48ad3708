"""Applications that stand below the names of their employers."""

from __future__ import annotations

import pytest

from onward.mail.rules.digests.listed import listed_in
from onward.mail.rules.read import read_message
from tests.mail.rules.digests.told import desk_message, told

SUBJECT = "News on your applications"
TWO = [
    ("Larch Bank", "Credit Analyst", "rejection"),
    ("Larch Bank", "Payments Officer", "interview"),
    ("Oak Foods", "Shift Supervisor", "rejection"),
]


@pytest.mark.parametrize("house", ["{}", "{}:", "*{}*", "# {}", "{} (2)"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("item", "cut"),
    [("- ", ": "), ("* ", " - "), ("", ": "), ("  ", " | "), ("1. ", " – ")],
)
def test_each_entry_has_the_employer_above_it(
    house: str, gap: str, item: str, cut: str
) -> None:
    text = "\n".join(
        [
            house.format("Larch Bank"),
            f"{item}Credit Analyst{cut}not taken further",
            f"{item}Payments Officer{cut}invited to interview{gap}"
            + house.format("Oak Foods"),
            f"{item}Shift Supervisor{cut}not taken further",
        ]
    )
    assert told(desk_message(SUBJECT, text)) == TWO


def test_one_title_below_two_employers_is_two_applications() -> None:
    text = "Larch Bank\n- Clerk: not taken further\n\nOak Foods\n- Clerk: not taken further"
    assert told(desk_message(SUBJECT, text)) == [
        ("Larch Bank", "Clerk", "rejection"),
        ("Oak Foods", "Clerk", "rejection"),
    ]


def test_labels_on_lines_of_their_own_stand_below_an_employer_too() -> None:
    text = (
        "Larch Bank\nCredit Analyst\nStatus: Not taken further\n"
        "Payments Officer\nStatus: Invited to interview\n\n"
        "Oak Foods\nShift Supervisor\nStatus: Not taken further"
    )
    assert told(desk_message(SUBJECT, text)) == TWO


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Leeds", "Manchester"),
        ("Finance", "Operations"),
        ("Open", "Closed"),
        ("Active applications", "Archived"),
        ("March 2026", "February 2026"),
        ("Permanent roles", "Temporary roles"),
        ("Last week", "Two weeks ago"),
        ("Nursing", "Warehousing"),
    ],
)
def test_what_is_no_employer_heads_none(first: str, second: str) -> None:
    text = (
        f"{first}\n- Credit Analyst: not taken further\n\n"
        f"{second}\n- Shift Supervisor: not taken further"
    )
    companies = {company for company, _, _ in told(desk_message(SUBJECT, text))}
    assert not companies & {first, second}


def test_departments_of_the_one_employer_head_its_own_openings() -> None:
    text = (
        "Your applications with Quillmoor Ltd:\n\n"
        "Larch Bank\n- Credit Analyst: not taken further\n\n"
        "Oak Foods\n- Shift Supervisor: not taken further"
    )
    found = told(desk_message("Your applications with Quillmoor Ltd", text))
    assert "Larch Bank" not in {company for company, _, _ in found}


def test_the_words_of_each_keep_the_name_above_them() -> None:
    text = (
        "Larch Bank\n- Credit Analyst: not taken further\n"
        "- Payments Officer: invited to interview\n\n"
        "Oak Foods\n- Shift Supervisor: not taken further"
    )
    message = desk_message(SUBJECT, text)
    parts = listed_in(message, reading=read_message(message))
    assert [
        ("Larch Bank" in part.message.text, "Oak Foods" in part.message.text)
        for part in parts
    ] == [(True, False), (True, False), (False, True)]
