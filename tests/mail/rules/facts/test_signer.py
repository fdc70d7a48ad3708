from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.contact import find_signature
from onward.mail.rules.facts.material import prepare
from onward.mail.rules.facts.signer import (
    Signer,
    contact_and_work,
    signer_of,
)
from onward.mail.rules.facts.systems import NO_SYSTEM
from onward.mail.rules.types import Address, Message

OFFICE = Address("Larch Grid Office", "office@larchgrid.example")
OWN = Address("Imka Oduya", "imka.oduya@larchgrid.example")


def _signed(
    *lines: str, sender: Address = OFFICE, employer: str = "Larch Grid"
) -> Signer:
    body = ("We would like to meet you next week, at any time that suits you.", "")
    return signer_of((*body, *lines), sender=sender, employer=employer)


@pytest.mark.parametrize(
    ("lines", "work"),
    [
        (("Kind regards", "Imka Oduya", "Deputy Registrar"), "Deputy Registrar"),
        (("Bis bald!", "Imka Oduya", "Pflegedienstleitung"), "Pflegedienstleitung"),
        (("Grüße", "Imka Oduya", "Personalbüro", "Larch Grid"), "Personalbüro"),
        (("Imka", "", "Imka Oduya | Team Lead Data | Larch Grid"), "Team Lead Data"),
        (("Bis morgen!", "Imka", "Co-Founder @ Larch Grid"), "Co-Founder"),
        (("Best", "Imka Oduya", "CEO, Larch Grid"), "CEO"),
        (("Regards", "Imka Oduya", "Director, Human Resources"), "Director, Human Resources"),
        (("Liebe Grüße, Imka", "(Co-Leitung Larch Grid)"), "Co-Leitung"),
        (("Gruß", "Imka Oduya", "Leiterin der Larch Grid"), "Leiterin"),
        (("Ihre Imka Oduya, Pfarrerin",), "Pfarrerin"),
        (("Cordialement", "Imka Oduya", "Responsable d'agence"), "Responsable d'agence"),
        (("Un saludo", "Imka Oduya", "Jefa de taller"), "Jefa de taller"),
        (("Un saludo", "Imka Oduya", "Jefa de RR. HH."), "Jefa de RR. HH."),
        (("Cordiali saluti", "Imka Oduya", "Ufficio personale"), "Ufficio personale"),
        (("Cumprimentos", "Imka Oduya", "Gestora de pessoas"), "Gestora de pessoas"),
        (("Groet", "Imka Oduya", "Teamleider zorg"), "Teamleider zorg"),
        (("Pozdrawiam", "Imka Oduya", "Kierowniczka sklepu"), "Kierowniczka sklepu"),
        (("Saygılarımla", "Imka Oduya", "Mağaza müdürü"), "Mağaza müdürü"),
        (("Hälsningar", "Imka Oduya", "Enhetschef"), "Enhetschef"),
        # Nothing but its place between name and employer says that this is work.
        (("Best", "Imka Oduya", "Bee Whisperer", "Larch Grid"), "Bee Whisperer"),
    ],
)  # fmt: skip
def test_what_the_writer_does_stands_beside_or_under_the_name(
    lines: tuple[str, ...], work: str
) -> None:
    found = _signed(*lines, sender=OWN)
    assert found.name.startswith("Imka")
    assert found.work == work


@pytest.mark.parametrize(
    "line",
    [
        "Larch Grid",
        "Larch Grid, Leeds",
        "Hill Street 12",
        "Tel. 030 555 0188",
        "imka@larchgrid.example",
        "Light for every house.",
        "Sent from my phone",
        "Ahornkopf Personalberatung",
        "Privacy | Terms | Unsubscribe",
    ],
)
def test_what_is_no_work_is_not_taken_for_it(line: str) -> None:
    assert _signed("Kind regards", "Imka Oduya", line, sender=OWN).work == ""


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Bleiben Sie gesund!", "Ozgar Belti", "Pflegedienstleitung"), "Ozgar Belti"),
        (("Mit freundlichen Grüßen", "Mag.a Ozgar Belti", "Sekretariat"), "Mag.a Ozgar Belti"),
        (("Im Auftrag", "O. Belti"), "O. Belti"),
        (("Ozgar Belti", "Larch Grid"), "Ozgar Belti"),
        (("Glück Auf", "Larch Grid"), ""),
        (("El Tribunal", "Larch Grid"), ""),
        (("Servicio Personal", "Larch Grid"), ""),
        (("Kind regards", "Anna Lind"), "Anna Lind"),
        (("Liebe Grüße", "Anna von Larch Grid"), "Anna"),
        (("Kind regards", "Larch Grid", "Human Resources"), ""),
        (("Kind regards", "Your Hiring Team"), ""),
        (("Gottes Segen", "Larch Grid"), ""),
        (("Mit Grüßen von der Küste", "Larch Grid"), ""),
        (("Privacy Policy | Terms | Help Center",), ""),
    ],
)  # fmt: skip
def test_who_signs_for_an_office_is_found(lines: tuple[str, ...], name: str) -> None:
    assert _signed(*lines).name == name


def test_the_owner_of_a_firm_of_that_name_signs_as_a_person() -> None:
    sender = Address("Belti Bau", "info@belti-bau.example")
    found = _signed("Gruss", "Ozgar Belti", sender=sender, employer="Belti Bau")
    assert found.name == "Ozgar Belti"


@pytest.mark.parametrize(
    ("line", "name", "work"),
    [
        ("Konditormeister Jonas Belti", "Jonas Belti", "Konditormeister"),
        ("Head Warden Anna Belti", "Anna Belti", "Head Warden"),
        ("Anna Warden Belti", "Anna Warden Belti", ""),
    ],
)
def test_what_the_writer_does_may_stand_before_the_name(
    line: str, name: str, work: str
) -> None:
    assert _signed("Mit besten Grüßen", line) == Signer(name, work)


def _contact(message: Message, *, replies: bool = True) -> tuple[Address, str]:
    material = prepare(message, system=NO_SYSTEM)
    signature = find_signature(list(material.lines))
    return contact_and_work(
        material, signature=signature, employer="Larch Grid", replies=replies
    )


def _message(text: str, *, sender: Address = OFFICE) -> Message:
    return Message("k", "1@mail.example", None, sender, "Your application", text)


def test_who_signs_for_an_office_does_not_get_its_address() -> None:
    text = "We shall write to you soon about all of this.\n\nTake care!\nOzgar Belti\nDeputy Registrar\n"
    assert _contact(_message(text)) == (Address("Ozgar Belti"), "Deputy Registrar")


def test_who_writes_from_an_own_mailbox_keeps_it() -> None:
    text = (
        "We shall write to you soon about all of this.\n\nBest\nImka\nCTO, Larch Grid\n"
    )
    assert _contact(_message(text, sender=OWN)) == (OWN, "CTO")


def test_the_work_of_another_is_not_the_writers() -> None:
    text = "We shall write to you soon about all of this.\n\nBest\nOzgar Belti\nDeputy Registrar\n"
    assert _contact(_message(text, sender=OWN)) == (OWN, "")


def test_the_employer_is_nobody_to_answer() -> None:
    text = "We shall write to you soon about all of this.\n\nKind regards\nLarch Grid Ltd\nHuman Resources\n"
    assert _contact(_message(text)) == (Address(), "")


def test_the_reader_is_not_the_contact() -> None:
    text = "As I said, I would be glad to come by.\n\nTake care!\nOzgar Belti\nDeputy Registrar\n"
    own = replace(_message(text), to=(Address("Ozgar Belti", "ozgar@home.example"),))
    assert _contact(own) == (Address(), "")


def test_whom_to_ask_is_the_contact_where_nobody_signs() -> None:
    text = "Rückfragen beantwortet Ihnen Anna Lind, Telefon 030 55.\n"
    assert _contact(_message(text)) == (Address("Anna Lind"), "")
    text = "Rückfragen beantwortet Ihnen Anna Lind, Försterin.\n"
    assert _contact(_message(text)) == (Address("Anna Lind"), "Försterin")


@given(
    st.lists(st.text(max_size=60), max_size=8),
    st.text(max_size=30),
    st.text(max_size=30),
)
def test_any_lines_have_a_signer_or_none(
    lines: list[str], employer: str, name: str
) -> None:
    sender = Address(name, "a@b.example")
    plain = tuple(" ".join(line.split()) for line in lines)
    found = signer_of(plain, sender=sender, employer=employer)
    assert "\n" not in found.name + found.work
    assert found.name or not found.work


@pytest.mark.parametrize(
    ("lines", "name", "work"),
    [
        (("Liebe Grüsse", "Zuraina", "Talent Partner, Larch Grid"), "Zuraina", "Talent Partner"),
        (("Mit freundlichen Grüßen", "Im Auftrag", "", "Belti", "Personalbüro"), "Belti", "Personalbüro"),
        (("Mit freundlichen Grüßen", "gez. Belti", "(Schulleiter)"), "Belti", "Schulleiter"),
        # The firm, the department, and somebody who is named in passing.
        (("Kind regards", "Larch", "Talent Acquisition"), "", ""),
        (("Kind regards", "Recruiting", "Talent Acquisition"), "", ""),
        (("Kind regards", "Harbour", "Leeds"), "", ""),
        (("See you at the harbour.", "Zuraina", "Talent Partner"), "", ""),
    ],
)  # fmt: skip
def test_one_word_is_a_name_where_only_a_name_can_stand(
    lines: tuple[str, ...], name: str, work: str
) -> None:
    found = _signed(*lines)
    assert (found.name, found.work) == (name, work)


@pytest.mark.parametrize(
    ("line", "work"),
    [
        ("Administrator (Mon - Wed)", "Administrator"),
        ("Administrator (part-time)", "Administrator"),
        ("Administrator (Collections)", "Administrator (Collections)"),
    ],
)
def test_when_somebody_works_is_no_part_of_what_they_do(line: str, work: str) -> None:
    text = f"Could you send me page four again?\n\nBest wishes\nImka\n\nImka Oduya\n{line}\nLarch Grid"
    message = Message(
        key="k",
        message_id="k@mail.example",
        sent_at=None,
        sender=OWN,
        subject="Your form",
        text=text,
    )
    material = prepare(message, system=NO_SYSTEM)
    _, told = contact_and_work(
        material,
        signature=find_signature(list(material.lines)),
        employer="Larch Grid",
        replies=True,
    )
    assert told.rstrip(")") == work.rstrip(")")
