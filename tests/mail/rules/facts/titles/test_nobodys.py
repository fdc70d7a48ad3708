"""What stands where a title may stand, and is nobody's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.material import prepare
from onward.mail.rules.facts.titles.nobodys import is_nobodys
from onward.mail.rules.types import Address, Message
from tests.mail.rules.facts_corpus import read_case

_FIRM = "Tolmer Glass <jobs@tolmer.example>"


def _role(subject: str, text: str, sender: str = _FIRM) -> str:
    return read_case({"from": sender, "subject": subject, "text": text}).found.role


def _is_nobodys(title: str, text: str, *, subject: str = "", name: str = "") -> bool:
    sender = Address(name, "roe@tolmer.example")
    message = Message("a", "a", None, sender, subject, text)
    return is_nobodys(title, material=prepare(message, system=carrier(message)))


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Neuer Vorschlag", "Als Ersatztermin für Ihr Bewerbungsgespräch bieten wir Dienstag, 14 Uhr an."),
        ("Nächster Schritt: Online-Assessment QJ-4410", "Bitte absolvieren Sie zu Ihrer Bewerbung das Assessment bis 3. Mai."),
        ("Termin", "Das Vorstellungsgespräch ist am Montag, 9 Uhr. Mein Chef, Herr Roe, freut sich auch."),
        ("Your assessment centre", "We cannot offer you a place at the assessment centre after your application."),
        ("Ihre Bewerbung", "Zum Vorstellungsgespräch am 3. Mai: Teilnehmen werden die Amtsleitung, der Personalrat und die Gleichstellungsbeauftragte."),
        ("Thursday", "Your second round interview with the VP Engineering is on Thursday at 3 pm."),
        ("Dritte Runde Ankermann!", "Herr Ankermann möchte Sie zum Gespräch ein drittes Mal sehen."),
        ("Ihre Bewerbung", "Die Stelle geht an eine MFA. Als Hotelkauffrau bringen Sie vieles mit, es reicht aber leider nicht."),
        ("Ihre Bewerbung", "Die bisherige Stelleninhaberin bleibt, die Stelle ist nicht mehr frei."),
        ("Ihre Bewerbung", "Ihre Unterlagen sind angekommen. Der Chef schaut sie am Sonntag an."),
    ],
)  # fmt: skip
def test_appointments_and_who_takes_part_are_no_title(subject: str, text: str) -> None:
    assert _role(subject, text) == ""


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Onsite visit and VP conversation",
            "Panel interview & CFO call with Ida Roe",
        ),
        *("Besuch und Gespräch", "Visite et entretien", "Visita y entrevista"),
        *("Visita e colloquio", "Rondleiding en gesprek", "Wizyta i rozmowa"),
        *("Besök och samtal", "Ziyaret ve görüşme", "Visita e entrevista"),
    ],
)
def test_two_that_are_held_are_no_title(title: str) -> None:
    assert _is_nobodys(title, "See you on Thursday.", subject=title)


@pytest.mark.parametrize(
    "title",
    [
        *("Visits and Tours Manager", "Call Centre and Meeting Coordinator"),
        *("Agent d'accueil et entretien", "Visitor Host", "Gesprächstherapeutin"),
    ],
)
def test_who_works_with_visits_and_calls_has_a_title(title: str) -> None:
    assert not _is_nobodys(title, "See you on Thursday.", subject=title)


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("Alright Dean", "Alright Dean,\nI need somebody who can start now.", ""),
        ("Hatice Hanım", "Hatice Hanım evrak eksik.", ""),
        ("Roebauer", "Kommen Sie am Dienstag.\n\nRoebauer", "Hannes Roebauer"),
        ("O. Schirr", "Hallo Herr Schirr, siehe unten: O. Schirr passt nicht.", ""),
        ("CFO", "Send it by Thursday. The CFO reckons two hours.", ""),
        ("COO", "Thursday at 3 with Tom (COO) and me.", ""),
        ("socorrista", "Traiga el carné de socorrista y el DNI.", ""),
        ("mulettista", "Serve il patentino da mulettista.", ""),
        (
            "Fachdienst Personal",
            "Das Verfahren ist beendet.\n\nFachdienst Personal",
            "",
        ),
        ("Ufficio Personale", "La selezione è chiusa.\n\nUfficio Personale", ""),
        ("Kaffeerösterei Roe", "Es handelt sich um die Kaffeerösterei Roe.", ""),
    ],
)
def test_greetings_names_and_chiefs_are_no_title(
    title: str, text: str, name: str
) -> None:
    assert _is_nobodys(title, text, name=name)


@pytest.mark.parametrize(
    ("title", "text", "subject", "name"),
    [
        ("Koch", "Sehr geehrter Herr Koch, zur Stelle als Koch laden wir Sie ein.", "", ""),
        ("Baker", "We would like you as our baker.\n\nIda Baker", "", "Ida Baker"),
        ("CFO", "We are looking for a CFO.", "CFO (Berlin)", ""),
        ("socorrista", "El puesto de socorrista pide el carné de socorrista.", "", ""),
        ("CFO", "Thank you for applying as CFO.", "", ""),
        ("Bürokraft mit Schwerpunkt Prüftermine", "Zur Stelle.", "", ""),
        ("Interviewer", "Thank you for applying as an Interviewer.", "", ""),
        ("Einrichtungsleitung", "Deine Bewerbung als Einrichtungsleitung.", "", ""),
        ("Bäckerei Verkäuferin", "Ihre Bewerbung als Bäckerei Verkäuferin.", "", ""),
        ("Data Engineer", "Data Engineer\nThank you for applying.", "", ""),
    ],
)  # fmt: skip
def test_titles_that_look_alike_stay(
    title: str, text: str, subject: str, name: str
) -> None:
    assert not _is_nobodys(title, text, subject=subject, name=name)


@given(st.text(max_size=40), st.text(max_size=80), st.text(max_size=20))
def test_what_is_marked_for_all_is_always_a_title(
    title: str, text: str, name: str
) -> None:
    marked = f"{title} (m/w/d)"
    assert not _is_nobodys(marked, f"{text}\n{marked}", name=name)
    assert _is_nobodys(title, text, name=name) in {True, False}


@pytest.mark.parametrize(
    "title", ["MI Analyst", "MIS Analyst", "MI Developer", "MON Technician"]
)
def test_letters_for_a_field_are_not_mine(title: str) -> None:
    subject = f"We've received your application - {title} JR-2398"
    text = f"Hello Robin,\n\nThanks for taking the time to apply for {title} at Tolmer Glass. It has reached us safely."
    assert _role(subject, text) == title


@pytest.mark.parametrize(
    "title",
    [
        "mi jefe", "Mi jefe", "MI JEFE", "mis jefes", "Mon directeur", "MON CHEF",
        "my manager", "My Manager", "mio capo", "min chef", "Meine Chefin", "benim müdürüm",
    ],
)  # fmt: skip
def test_whose_somebody_is_names_no_opening(title: str) -> None:
    assert _is_nobodys(title, f"{title} will be there too.")
