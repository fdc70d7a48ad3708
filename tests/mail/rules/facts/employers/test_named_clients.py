"""The client whom a sentence of an agency or a recruiter names."""

from __future__ import annotations

import pytest

from tests.mail.rules.facts.employers.reading import employer


def test_whom_a_recruiter_works_with_is_the_client() -> None:
    text = (
        "Hey Lena,\n\nI came across your profile and was impressed with your work.\n\n"
        "I'm working with Marrowtide, a Series B climate startup that's building monitoring for ocean "
        "projects. They're looking for a Staff Engineer to own the platform.\n\n"
        "Would you be open to a 15 minute chat this week?\n\nBest,\nBryce"
    )
    found = employer(
        "Staff engineer @ Series B climate company",
        text,
        shown="Bryce Ansel",
        at="bryce@anviltalent.example",
    )
    assert found == "Marrowtide"


def test_whom_an_agency_supports_in_a_search_is_the_client() -> None:
    text = (
        "Guten Tag Frau Roe\n\nAls spezialisierte Personalvermittlung dürfen wir den Spitalverbund Tannau "
        "bei der Suche nach einer Fachperson Operationstechnik HF unterstützen. Ihr Profil hat uns "
        "angesprochen.\n\nDürfen wir Sie kurz anrufen?\n\nFreundliche Grüsse\nSara Linth\n\n"
        "Pflegeleute Schweiz AG · Vermittlung und Personalverleih"
    )
    found = employer(
        "Fachperson Operationstechnik HF – dürfen wir uns vorstellen?",
        text,
        shown="Pflegeleute Schweiz",
        at="sara.linth@pflegeleute.example",
    )
    assert found == "Spitalverbund Tannau"


def test_who_licenses_an_agency_is_no_client_of_it() -> None:
    text = (
        "Sehr geehrter Herr Roe,\n\nvielen Dank für Ihre Bewerbung als Lagermitarbeiter (m/w/d).\n\n"
        "Wir gleichen Ihr Profil auch mit weiteren Vakanzen unserer Kundenunternehmen ab.\n\n"
        "Mit freundlichen Grüßen\nWerkwind Personal GmbH\n\n"
        "Werkwind Personal GmbH. Unbefristete Erlaubnis zur Arbeitnehmerüberlassung, erteilt durch die "
        "Agentur für Arbeit Tarnau."
    )
    found = employer(
        "Eingangsbestätigung Ihrer Bewerbung",
        text,
        shown="Werkwind Personal",
        at="tarnau@werkwind-personal.example",
    )
    assert found.startswith("Werkwind Personal")


def test_what_a_bracket_tells_of_a_client_is_not_who_that_is() -> None:
    text = (
        "Hallo Frau Roe,\n\nfür unseren Kunden ({told}) suchen wir ab sofort Unterstützung am Helpdesk."
        " Darf ich Ihr Profil dort vorstellen?\n\nMfG\nEmre Vale\nPersonaldisponent"
    )
    for told, name in (
        ("Lebensmittelgroßhandel, Tarnauer Süden", ""),
        ("Großhandel, Tarnau Nord", ""),
        ("Larchkost Handels GmbH, Tarnauer Süden", "Larchkost Handels GmbH"),
    ):
        found = employer(
            "Ihre Bewerbung / Helpdesk",
            text.replace("{told}", told),
            shown="Emre Vale",
            at="e.vale@fern-personal.example",
        )
        assert found == name


@pytest.mark.parametrize(
    "signed",
    [
        "Larch & Vane Staffing | Grove City - Dayton",
        "Larch & Vane Recruitment, Leeds",
        "Larch & Vane Personnel - Tannau",
        "Principal Recruiter at Larch & Vane Staffing",
    ],
)
def test_an_agency_that_signs_with_its_towns_or_a_title_names_its_client(
    signed: str,
) -> None:
    text = (
        "Good morning Ada,\n\nPer our call the client is Hazelmoor Fleet Systems in Grove City. Simply reply with "
        '"I authorize Larch & Vane to represent me for the Product Manager role at Hazelmoor Fleet Systems".\n\n'
        f"Corinne Roe\n{signed}"
    )
    found = employer(
        "RTR needed - Product Manager",
        text,
        shown="Corinne Roe",
        at="corinne@larchvane.example",
    )
    assert found == "Hazelmoor Fleet Systems"


def test_a_firm_whose_own_team_signs_so_hires_for_itself() -> None:
    text = (
        "Good morning Ada,\n\nthe Product Manager role at Larch & Vane is still open and we would love to "
        "talk on Friday.\n\nCorinne Roe\nLarch & Vane Recruitment | Grove City"
    )
    found = employer(
        "Product Manager",
        text,
        shown="Corinne Roe",
        at="corinne@larchvane.example",
    )
    assert found == "Larch & Vane"
