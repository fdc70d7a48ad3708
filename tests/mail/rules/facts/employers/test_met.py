"""Whom one meets is no employer, nor is what they do."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.employers.met import is_met
from onward.mail.rules.facts.material import prepare
from onward.mail.rules.types import Address, Message
from tests.mail.rules.facts.employers.reading import employer


def _is_met(
    name: str, text: str, *, subject: str = "Friday", at: str = "larkpike.example"
) -> bool:
    sender = Address("Lorna Beck", f"lbeck@{at}")
    message = Message("a", "a", None, sender, subject, text)
    return is_met(name, material=prepare(message, system=carrier(message)))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Warren Tisch", "A video call with Warren Tisch, VP Operations."),
        ("Yvette Claude", "45 minutes with Yvette Claude, our Chief Product Officer, on Friday."),
        ("Dir of Product", "Round 1: Teams, Greg Stoltz (Dir of Product)"),
        ("SVP Sales", "You talk to Ines Carrow (SVP Sales) on Monday."),
        ("Wiebke Onken", "Gespräch mit Wiebke Onken, Leiterin Einkauf, am Montag."),
        ("Ltg. Einkauf", "Gespräch mit Wiebke Onken (Ltg. Einkauf) am Montag."),
        ("Solène Marchais", "Un entretien avec Solène Marchais, directrice des ventes."),
        ("Nuria Valdés", "Una llamada con Nuria Valdés, directora de compras."),
        ("Fiamma Dardi", "Un colloquio con Fiamma Dardi, responsabile acquisti."),
        ("Rosana Quintal", "Uma conversa com Rosana Quintal, diretora comercial."),
        ("Maaike Terpstra", "Een gesprek met Maaike Terpstra, manager inkoop."),
        ("Bogna Rudzka", "Rozmowa z Bogna Rudzka, kierownik sprzedaży."),
        ("Signe Almkvist", "Ett samtal med Signe Almkvist, chef inköp."),
        ("Ferda Tuncel", "Ferda Tuncel, satış müdürü, sizi arayacak."),
    ],
)  # fmt: skip
def test_whose_work_stands_behind_is_met(name: str, text: str) -> None:
    assert _is_met(name, text)


@pytest.mark.parametrize(
    ("name", "text", "facts"),
    [
        # The sender's own name, the subject's, a kind of house, a vendor's mail, another word behind.
        ("Lark Pike", "Thank you for your interest in Lark Pike, Operations Manager.", {}),
        ("Juniper Bay", "An interview with Juniper Bay, Operations Manager.", {"subject": "Juniper Bay: interview"}),
        ("Juniper Bay", "An interview with Juniper Bay, Operations Manager.", {"subject": "Operations Manager"}),
        ("Harbour Robotics", "An interview with Harbour Robotics, Operations Manager.", {}),
        ("Juniper Bay", "An interview with Juniper Bay, Operations Manager.", {"at": "calendly.com"}),
        ("Juniper Bay", "An interview with Juniper Bay, Oakland, on Friday.", {}),
        ("Juniper Bay", "Client is Juniper Bay, HVAC Technician.", {}),
        ("Juniper Bay", "The client: Juniper Bay, position is HVAC Technician.", {}),
        ("Lark Roe", "Kind regards\n\nLark Roe, Human Resources Manager", {"at": "pike.example"}),
        ("Ordnungsamt Sehma", "i. A. Oertel\nOrdnungsamt Sehma, Ausbildung Kauffrau", {}),
        ("Dir of Product", "The Dir of Product will call.", {}),
        ("Warren Tisch", "", {}),
        ("", "Nothing.", {}),
    ],
)  # fmt: skip
def test_what_may_be_a_house_is_not_met(
    name: str, text: str, facts: dict[str, str]
) -> None:
    assert not _is_met(name, text, **facts)


def test_the_house_that_writes_employs_and_not_whom_one_meets() -> None:
    text = (
        "Hello Ada,\n\nThursday, April 23, 10:00 a.m., onsite panel at our Polaris building.\n\n"
        "Friday, April 24, 8:30 a.m., video call with Warren Tisch, VP Operations.\n\nLorna"
    )
    at = "lbeck@larkpike.example"
    assert employer("Your interviews", text, shown="Lorna Beck", at=at) == "Lark Pike"
