from __future__ import annotations

import pytest

from onward.mail.rules.facts.employers.surnames import is_surname_of
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message


def _company(sender: Address, text: str, *, subject: str = "Sollicitatie") -> str:
    message = Message(
        key="key",
        message_id="id@zandloper.example",
        sent_at=None,
        sender=sender,
        subject=subject,
        text=text,
    )
    return read_message(message).company


@pytest.mark.parametrize(
    ("shown", "address", "company"),
    [
        ("Coördinator De Kikkerpoel", "info@speeltuindekikkerpoel.example", "De Kikkerpoel"),
        ("Planning Vaartzicht", "planning@vaartzicht.example", "Vaartzicht"),
        ("Noor van Elst", "info@bakkerijgouden.example", "Bakkerij Gouden"),
        ("Bestuur Zandloper", "bestuur@zandloper.example", "Zandloper"),
    ],
)  # fmt: skip
def test_who_writes_is_no_part_of_the_name(
    shown: str, address: str, company: str
) -> None:
    text = "Helaas moeten wij je afwijzen voor de functie van kok."
    assert _company(Address(shown, address), text) == company


@pytest.mark.parametrize(
    ("before", "address", "is_surname"),
    [
        ("Noor van ", "noor@zandloper.example", True),
        ("Noor van de ", "noor@zandloper.example", True),
        ("Noor van ", "noor@lichtveld.example", False),
        ("Team Werving van ", "jobs@zandloper.example", False),
        ("Noor van ", "noor@greenhouse.io", False),
    ],
)
def test_a_surname_is_known_by_the_domain(
    before: str, address: str, is_surname: bool
) -> None:
    sender = Address(f"{before}Lichtveld", address)
    assert is_surname_of(sender, name="Lichtveld", before=before) is is_surname


def test_what_somebody_studied_is_no_employer() -> None:
    text = (
        "We hebben gekozen voor een andere kandidaat, zij heeft een afgeronde opleiding "
        "Sport Management."
    )
    sender = Address("", "werving@zandloper.example")
    assert _company(sender, text, subject="afwijzing") != "Sport Management"
