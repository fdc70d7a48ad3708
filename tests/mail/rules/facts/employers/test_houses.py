"""Houses behind an office, a department, a first name or the letters of a domain."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.contact import is_person
from onward.mail.rules.types import Address
from tests.mail.rules.facts.employers.reading import employer


@pytest.mark.parametrize(
    ("shown", "at", "signed", "found"),
    [
        (
            "Leni vom Sternanis",
            "hallo@cafe-sternanis.example",
            "Wir freuen uns riesig\nLeni",
            "Sternanis",
        ),
        (
            "Chefarztsekretariat Neurologie",
            "neurologie@birkenpark-klinik.example",
            "Petra Sander\nChefarztsekretariat\n\n"
            "Klinik am Birkenpark · Fachkrankenhaus für Neurologie und Frührehabilitation",
            "Klinik am Birkenpark",
        ),
        (
            "Dr. Philipp Roe",
            "philipp.roe@uk-tannau.example",
            "P. Roe\n\nDr. med. Philipp Roe, Ärztlicher Leiter\n"
            "Zentrum für klinische Studien, Universitätsklinikum Tannau\n"
            "Körperschaft des öffentlichen Rechts, Vorstand: Prof. Dr. D. Lund (Vors.)",
            "Universitätsklinikum Tannau",
        ),
        (
            "Prof. Dr. Anneke Roe",
            "a.roe@polarinstitute.example",
            "Anneke Roe\n\n-- \nProf. Dr. Anneke Roe\n"
            "Head of Molecular Ecology, Institute for Polar Life",
            "Institute for Polar Life",
        ),
    ],
)
def test_an_employer_is_read_as_its_mail_has_it(
    shown: str, at: str, signed: str, found: str
) -> None:
    text = f"Liebe Frau Roe,\n\nwir haben uns für eine andere Bewerberin entschieden.\n\nViele Grüße\n{signed}"
    read = employer("Ihre Bewerbung als Konditorin", text, shown=shown, at=at)
    assert found in read
    assert not read.startswith("Leni")


def test_an_office_by_its_number_is_no_employer() -> None:
    text = (
        "Sehr geehrte Damen und Herren,\n\naufgrund Ihrer Bewerbung als Fachinformatiker/in lade ich Sie zum "
        "Auswahlverfahren ein.\n\nTermin: 19.10.2023, 12:45 Uhr\n\nMit freundlichen Grüßen\nTanja Roe"
    )
    found = employer(
        "Einladung zum Auswahlverfahren",
        text,
        shown="BVT Referat Z I 4",
        at="auswahl@bvt-tannau.example",
    )
    assert found.lower().startswith("bvt")


@pytest.mark.parametrize(
    ("shown", "at"),
    [
        ("Ludwig Haustechnik", "ludwig-haustechnik@mail.example"),
        ("Blumen Hartwig", "blumen-hartwig@mail.example"),
    ],
)
def test_a_firm_whose_mailbox_is_its_name_is_no_person(shown: str, at: str) -> None:
    assert not is_person(Address(shown, at))
