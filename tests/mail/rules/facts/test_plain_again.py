"""Plain mails in which a rule for odd ones took a title, a number or a person away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address
from tests.mail.rules.letters import make_message


@pytest.mark.parametrize(
    ("text", "role", "number"),
    [
        (
            "Hi Ida,\nWe have your application, thank you.\nBrowse more roles for you:\noxbowcare.example/jobs\n"
            "We will look at it for the Night Carer role (ref OC-77) within two weeks.\nOxbow Care",
            "Night Carer",
            "OC-77",
        ),
        (
            "Hi Ida,\nThank you for your application. We won't be taking it forward this time.\n"
            "You may like other roles for you to look at here:\noxbowcare.example/jobs\n"
            "The role you went for was Night Carer (ref OC-77).\nTake care,\nJo Marsh",
            "Night Carer",
            "OC-77",
        ),
        (
            "Guten Tag Frau Roe, vielen Dank für Ihre Unterlagen, die wir erhalten haben.\n"
            "Weitere Stellen für Sie finden Sie hier:\nhalm.example/stellen\n"
            "Für die Stelle als Disponentin (Kennziffer D-22) meldet sich Frau Kern bei Ihnen.\nHalm Spedition KG",
            "Disponentin",
            "D-22",
        ),
        (
            "Hola Ida, gracias por tu interés, hemos recibido tu currículum correctamente.\nMira otras ofertas para ti:\n"
            "encina.example/empleo\nPara el puesto de Cajera (ref. E-31) te contestaremos en dos semanas.\nGrupo Encina",
            "Cajera",
            "E-31",
        ),
        (
            "Beste Ida, bedankt voor je interesse, we hebben alles goed ontvangen.\nBekijk andere vacatures voor jou:\n"
            "foxholes.example/vacatures\nVoor de functie van Planner nemen we binnen twee weken contact met je op.\nTeam Foxholes",
            "Planner",
            "",
        ),
        (
            "Name: Ms I Roe (Library Assistant)\nStart date: 11 January 2027\n\nWe are pleased to confirm the offer of employment "
            "with Tolmouth Borough Council. Please sign and return the contract.\nHR Services",
            "Library Assistant",
            "",
        ),
        (
            "Candidate name: Mrs I Roe, Payroll Officer\nDear Ida, we are pleased to offer you the job at Fern Mill Ltd from 4 January."
            "\nFern Mill Ltd",
            "Payroll Officer",
            "",
        ),
        (
            "Hi Ida, we would like to interview you on Tuesday 8 December at 10 for the position in Sofia, Sales Manager.\nFern Mill Ltd",
            "Sales Manager",
            "",
        ),
    ],
)  # fmt: skip
def test_title_and_number_stay(text: str, role: str, number: str) -> None:
    reading = read_message(make_message("Your application", text))
    assert (reading.role, reading.requisition) == (role, number)


@pytest.mark.parametrize(
    ("name", "address", "text"),
    [
        ("Tran Van Minh", "minh@jobs.quill.example", "Hi Sam, thank you for applying for Line Cook at Quill. When can you come in for an interview?"),
        ("Chukwuemeka Obi Nwosu", "nwosu@hr.quill.example", "Hi Sam, thank you for your application for Welder at Quill. Please send me your certificates."),
    ],
)  # fmt: skip
def test_who_writes_from_a_box_for_careers_stays_a_person(
    name: str, address: str, text: str
) -> None:
    message = replace(
        make_message("Your application", text), sender=Address(name, address)
    )
    assert read_message(message).contact == Address(name=name, address=address)


@pytest.mark.parametrize(
    "text",
    [
        "Contact name: Ms P Dunn (HR Manager)\n\nThank you for your application. We will write to you soon.",
        "Thank you for your application. We will write to you soon.\n\nMrs K Roe, Bursar",
    ],
)
def test_who_is_to_be_asked_is_still_no_opening(text: str) -> None:
    assert read_message(make_message("Thank you", text)).role == ""
