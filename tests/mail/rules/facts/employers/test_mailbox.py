"""Small firms that write from a mailbox at a mail provider."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.employers.mailbox import from_mailbox
from onward.mail.rules.facts.material import prepare
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message

NO = "Ciao Ada, grazie della candidatura ma abbiamo già preso un'altra persona come saldatrice."


def mail(
    name: str, address: str, *, signed: str, to: str = "ada@posta.example"
) -> Message:
    sender = Address(name, address)
    text = f"{NO}\n{signed}"
    return Message(
        "k", "k@x.example", None, sender, "Re: saldatrice", text, to=(Address("", to),)
    )


@pytest.mark.parametrize(
    ("name", "address", "signed", "company"),
    [
        ("Salis Mauro", "salis.serramenti@gmail.com", "Mauro", "Serramenti Salis"),
        (
            "Salis",
            "autotrasporti-salis@libero.it",
            "Salis Luigi",
            "Autotrasporti Salis",
        ),
        ("Mauro", "panificiosalis@libero.it", "Mauro", "Panificio Salis"),
        ("Ada Salis", "ada.salis@gmail.com", "Ada Salis", ""),
    ],
)
def test_a_mailbox_that_says_what_the_firm_does_names_it(
    name: str, address: str, signed: str, company: str
) -> None:
    message = mail(name, address, signed=signed)
    found = [
        each.name for each in from_mailbox(prepare(message, system=carrier(message)))
    ]
    assert found == ([company] if company else [])
    assert read_message(message).company == company


def test_where_the_reader_has_a_mailbox_too_is_no_employer() -> None:
    message = mail("Mauro", "mauro@posta.example", signed="Mauro")
    assert read_message(message).company == ""
    other = mail("Mauro", "mauro@felcearredi.example", signed="Mauro")
    assert read_message(other).company == "Felce Arredi"


def test_a_family_name_before_the_given_name_is_no_employer() -> None:
    message = mail("Zobbio Fausto", "info@ferramentazobbio.example", signed="Fausto")
    assert read_message(message).company == "Ferramenta Zobbio"
