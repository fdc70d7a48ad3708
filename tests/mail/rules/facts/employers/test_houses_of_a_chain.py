"""A chain that a vendor carries applications for is the employer, and a card on one line is whole."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.contact import is_person
from onward.mail.rules.types import Address
from tests.mail.rules.facts.employers.reading import employer

CHAIN = "Meadowbrook Senior Living"


@pytest.mark.parametrize("house", [", Meadowbrook Wenlow Court", ""])
def test_a_receipt_is_of_the_chain(house: str) -> None:
    text = (
        f"Dear Ruth,\n\nThank you for your interest in {CHAIN}. We have received your application for Chef Manager"
        f" (R-118204){house}.\n\nOur Talent Acquisition team will review your application.\n\n"
        "Meadowbrook Talent Acquisition"
    )
    found = employer(
        "We have received your application - Chef Manager (R-118204)",
        text,
        shown=CHAIN,
        at="meadowbrook@careers.peoplestream.example",
    )
    assert found == CHAIN


def test_a_no_of_the_chain_is_too() -> None:
    text = (
        "Dear Ruth,\n\nThank you for taking the time to interview for the position of Chef Manager (R-118204),"
        " Meadowbrook Wenlow Court.\n\nWe have decided to move forward with other candidates.\n\n"
        "Meadowbrook Talent Acquisition"
    )
    found = employer(
        "Update on your application - Chef Manager (R-118204)",
        text,
        shown=CHAIN,
        at="meadowbrook@careers.peoplestream.example",
    )
    assert found == CHAIN


@pytest.mark.parametrize(
    "footer",
    [
        "",
        f"\n{'_' * 80}\nMicrosoft Teams meeting\nJoin: https://teams.example/l/meetup-join/19-abc",
        "\nJoin Zoom Meeting\nhttps://zoom.example/j/123",
        f"\n{'-' * 40}\nMicrosoft Teams-Besprechung\nTeilnehmen: https://teams.example/l/1",
    ],
)
def test_a_footer_of_a_meeting_takes_nothing_of_a_card(footer: str) -> None:
    text = (
        "Hi Ruth,\n\nThanks for your time on the phone. I have set up a Teams call with Gareth Oakes, our Regional"
        " Hospitality Lead, for Tuesday 25 August, 13:00 to 13:45. The link opens in your browser.\n\nBest,\n"
        f"Priya\n\nPriya Nair | Talent Partner | {CHAIN}{footer}"
    )
    found = employer(
        "Interview: Chef Manager, Wenlow Court",
        text,
        shown="Priya Nair",
        at="priya.nair@meadowbrooksl.example",
    )
    assert found == CHAIN


@pytest.mark.parametrize(
    ("name", "address", "is_one"),
    [
        (CHAIN, "meadowbrook@careers.peoplestream.example", False),
        ("Larch Assisted Living", "larch@jobs.peoplestream.example", False),
        ("Ann Roe", "ann@careers.larch.example", True),
        ("Priya Nair", "priya.nair@careers.larch.example", True),
        ("Xylia Blake", "xblake@jobs.larch.example", True),
        ("Xylia Blake", "xylia@larch.example", True),
    ],
)
def test_a_box_for_applications_is_no_persons(
    name: str, address: str, is_one: bool
) -> None:
    assert is_person(Address(name, address)) is is_one
