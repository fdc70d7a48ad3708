from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.basics.text import signature_of
from onward.mail.rules.facts.employers.under_dashes import from_dashes
from onward.mail.rules.facts.material import prepare
from onward.mail.rules.facts.systems import find_system
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message

NO = (
    "Sehr geehrte Frau Vale,\n\nwir haben uns für eine andere Bewerberin entschieden.\n\n"
    "Mit freundlichen Grüßen\n{name}\n\n-- \n{signature}\n"
)


def letter(signature: str, *, name: str = "Anja Falk", sender: str = "") -> Message:
    address = Address(name, sender or "falk@schorrental.example")
    text = NO.format(name=name, signature=signature)
    return Message("k", "k@mail.example", None, address, "Ihre Bewerbung", text)


def found(message: Message) -> list[str]:
    material = prepare(message, system=find_system(message))
    return [candidate.name for candidate in from_dashes(material)]


@pytest.mark.parametrize(
    ("signature", "name"),
    [
        ("Gemeinde Schorrental\nwww.schorrental.example", "Gemeinde Schorrental"),
        ("Anja Falk\nPersonalabteilung\nStadtwerke Lindtal GmbH", "Stadtwerke Lindtal"),
        (
            "Anja Falk | Kreisklinikum Hohenau | Tel. 0123 456789",
            "Kreisklinikum Hohenau",
        ),
        (
            "Tel. 0123 456789\nBerufsgenossenschaft Forst und Garten",
            "Berufsgenossenschaft",
        ),
    ],
)
def test_the_employer_under_two_dashes_is_read(signature: str, name: str) -> None:
    (one,) = found(letter(signature))
    assert one.startswith(name)


@pytest.mark.parametrize(
    "signature",
    [
        "Anja Falk\nPersonalabteilung\nTel. 0123 456789",
        "anja.falk@schorrental.example\nhttps://schorrental.example",
        "",
    ],
)
def test_people_departments_and_numbers_are_none(signature: str) -> None:
    assert found(letter(signature)) == []


def test_it_is_the_employer_where_sender_and_domain_only_shorten_it() -> None:
    message = letter(
        "Universität Hartenfels\nDezernat 3",
        name="Dekanat",
        sender="dekanat@uni-hartenfels.example",
    )
    assert read_message(message).company == "Universität Hartenfels"


def test_a_signature_ends_where_an_earlier_mail_begins() -> None:
    text = (
        "Thank you for your patience.\n-- \nQuillmoor\n\nOn Monday Robin Vale wrote:\n"
        "> When will I hear?\n> -- \n> Robin Vale, Baker\n"
    )
    start, end = signature_of(text)
    assert text[start:end].strip() == "Quillmoor"


@given(st.text(max_size=300))
def test_any_text_has_a_signature_inside_it_or_none(text: str) -> None:
    start, end = signature_of(text)
    assert 0 <= start <= end <= len(text)
