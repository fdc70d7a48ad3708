"""Houses that are called by a word of work are houses, and titles beside them stay titles."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.employers.company import clean_company, is_company
from onward.mail.rules.facts.titles.house_signs import without_house_signs
from onward.mail.rules.facts.titles.role import is_role_like
from onward.mail.rules.read import read_message
from onward.mail.rules.talks.own_title import role_applied_for
from onward.mail.rules.types import Address, Message


def _message(subject: str, text: str, *, shown: str, at: str) -> Message:
    return Message(
        key="k",
        message_id="k@mail.example",
        sent_at=None,
        sender=Address(shown, at),
        subject=subject,
        text=text,
    )


@pytest.mark.parametrize(
    "house",
    [
        "The King's Head",
        "Nag's Head",
        "The Boar’s Head",
        "Queen's Head Hotel",
        "Kings Head Inn",
        "The Saracens Head",
        "The Cook's House",
        "Cook's Kitchen",
        "Baker's Arms",
        "The Bakers Arms",
        "Shepherd's Inn",
        "The Butcher's Table",
        "The Old Miller Inn",
        "Jolly Sailor Inn",
        "Barber's Yard",
        "Gasthof Zum Fischer",
        "Zum Alten Schmied",
        "Hôtel du Meunier",
        "Posada del Molinero",
        "Osteria del Pescatore",
        "Herberg De Visser",
        "Adega do Ferreiro",
    ],
)
def test_a_house_by_its_sign_may_employ(house: str) -> None:
    assert is_company(clean_company(house))
    assert not is_role_like(house)
    assert is_role_like(f"Cook - {house}")


@pytest.mark.parametrize(
    "title",
    [
        "Head",
        "Head of Sales",
        "Men's Head Coach",
        "Women's Head of Football",
        "Girls' Head of Year",
        "Children's Head Nurse",
        "Sales Head",
        "Operations Head",
        "Ship's Cook",
        "Bricklayer's Mate",
        "Nurse's Aide",
        "Solicitor's Clerk",
        "Cook Harbour Hotel",
        "Night Manager Hotel",
        "Inn Manager",
        "Tavern Manager",
        "Deputy Head",
        "Headteacher's PA",
        "Chef de Partie",
        "Chef de rang",
        "Cuoco di partita",
        "Head Cook, The King's Head",
    ],
)
def test_a_title_stays_one(title: str) -> None:
    assert is_role_like(title)
    assert not is_company(clean_company(title))


@pytest.mark.parametrize(
    "text",
    ["Ausbildung zum Koch", "Weiterbildung zur Meisterin", "Hotel Manager", "Head", ""],
)
def test_what_is_no_sign_stays_as_it_is(text: str) -> None:
    assert without_house_signs(text) == text


@pytest.mark.parametrize(
    "house", ["The King's Head", "The Nag's Head", "The Cook's House", "Kings Head Inn"]
)
def test_a_board_sends_to_a_house_by_its_sign(house: str) -> None:
    text = (
        f"Application submitted\n\nCook\n{house} - Much Wenlow\n\nThe following items were sent to {house}."
        " Good luck!\n - Application\n - CV\n\nNext steps\n - The employer may contact you by email."
    )
    found = read_message(
        _message(
            "Indeed Application: Cook",
            text,
            shown="Indeed Apply",
            at="indeedapply@indeed.com",
        )
    )
    assert (found.company, found.role) == (house, "Cook")


def test_who_wrote_from_a_house_names_no_title() -> None:
    found = read_message(
        _message(
            "Karen from The King's Head sent you a message",
            "Hi position's filled now thanks for your interest\n\nReply to this email to answer Karen.",
            shown="Karen (The King's Head)",
            at="reply-7fk29@employers.board.example",
        )
    )
    assert "King's Head" in found.company
    assert not found.role
    assert not role_applied_for("Re: Karen from The King's Head sent you a message", "")


def test_many_articles_take_no_time() -> None:
    from time import process_time

    began = process_time()
    without_house_signs("The " * 4_000)
    assert process_time() - began < 0.5
