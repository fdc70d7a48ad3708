"""A ward employs nobody: the house that it is of does, where the mail names that."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.employers.wards import house_of_ward, is_ward
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message


@pytest.mark.parametrize(
    "name",
    ["Oddziale Chirurgii", "Oddział Intensywnej Terapii", "Abteilung Chirurgie", "Abteilung Kardiologie", "Oddziałem Kardiologii"],
)  # fmt: skip
def test_a_ward_is_no_house(name: str) -> None:
    assert is_ward(name)


@pytest.mark.parametrize(
    "name",
    ["Oddział Banku Sosna", "Oddział ZUS w Krakowie", "Station Berlin", "Abteilung Einkauf", "Department of Trade", "Larch Surgery",
     "Servicio de Salud", "Reparto Corse", "Service de Presse", "Afdeling Zuid", "Avdelning Nord", "Chirurgie Elbtal GmbH", "Klinika Kardiologii",
     "Station Road Surgery", "Station House Surgery", "Ward Orthopaedics", "Department of Medicine", "Oddział Ratunkowy Rebhof",
     "Department of Emergency Management", "Service de Médecine du Travail", "Unidad de Rehabilitación Larcha", "Service de Romatique"],
)  # fmt: skip
def test_what_may_employ_is_no_ward(name: str) -> None:
    assert not is_ward(name)


@pytest.mark.parametrize(
    ("name", "house"),
    [
        ("Oddziale Chirurgii Szpitala Miejskiego", "Szpitala Miejskiego"),
        ("Wydziale Geodezji Urzędu Miejskiego", "Urzędu Miejskiego"),
        ("Oddział Banku Sosna", "Oddział Banku Sosna"),
        ("Wydział Sprzedaży", "Wydział Sprzedaży"),
    ],
)
def test_the_house_of_a_ward(name: str, house: str) -> None:
    assert house_of_ward(name) == house


def _employer(sender: Address, subject: str, text: str) -> str:
    return read_message(
        Message("k", "k@x.example", None, sender, subject, text)
    ).company


def test_an_invitation_to_a_ward_is_the_hospitals() -> None:
    sender = Address(
        "Sekretariat Szpitala Powiatowego w Myślenicach",
        "sekretariat@szpital-myslenice.example",
    )
    text = (
        "Szanowna Pani,\nw nawiązaniu do aplikacji na stanowisko pielęgniarki w Oddziale Chirurgii zapraszamy na rozmowę"
        " w piątek 4.12 o godz. 7.45 w Szpitalu Powiatowym w Myślenicach, pok. 3 (dyrekcja).\n\nSekretariat\n"
    )
    assert _employer(sender, "Zaproszenie", text) == "Szpital Powiatowy w Myślenicach"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dziękujemy za aplikację na stanowisko pielęgniarki w Oddziale Chirurgii Szpitala Miejskiego w Sosnowie.", "Szpital Miejski w Sosnowie"),
    ],
)  # fmt: skip
def test_a_ward_gives_way_to_its_house_or_to_who_writes(
    text: str, expected: str
) -> None:
    assert _employer(Address("HR", "hr@qhz.example"), "HR", f"{text}\n\nHR") == expected
