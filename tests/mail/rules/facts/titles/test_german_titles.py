"""German titles: who stands in for another, an opening by its announcement, days on trial."""

from __future__ import annotations

import pytest

from onward.mail.rules.talks.own_title import role_of_subject
from tests.mail.rules.facts_corpus import read_case

_SENDER = "Ida Roe <ida.roe@larkmensen.example>"


def _role(subject: str, text: str) -> str:
    row = {"from": _SENDER, "subject": subject, "text": text}
    return read_case(row).found.role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "wir sehen die Bewerbungen für die stellvertretende Betriebsleitung in der Mensa.",
            "Stellvertretende Betriebsleitung",
        ),
        (
            "Ihre Bewerbung als stellvertretender Küchenchef ist da.",
            "Stellvertretender Küchenchef",
        ),
        (
            "Ihre Bewerbung um die Position der stellvertretenden Küchenleitung ist da.",
            "Stellvertretende Küchenleitung",
        ),
        (
            'wir bestätigen den Eingang Ihrer Bewerbung für die Ausschreibung "Küchenleiter/in'
            ' Schulmensa Tolmau, Vollzeit".',
            "Küchenleiter/in Schulmensa Tolmau",
        ),
        (
            "vielen Dank für Ihr Interesse an der Position Betriebsleiter:in Mitarbeiterrestaurant,"
            " Hall in Tirol, und für Ihre Zeit.",
            "Betriebsleiter:in Mitarbeiterrestaurant",
        ),
    ],
)
def test_a_german_title_is_read_as_openings_are_called(text: str, role: str) -> None:
    assert _role("Ihre Bewerbung", f"Guten Tag,\n\n{text}\n\nFreundliche Grüße") == role


def test_the_post_of_a_deputy_that_a_no_offers_is_not_the_one() -> None:
    text = (
        "wir haben uns bei der Besetzung der Küchenleitung nicht für Sie entschieden. Als "
        "stellvertretende Küchenleitung könnten wir Sie uns gut vorstellen."
    )
    assert _role("Ihre Bewerbung als Küchenleitung", text) == "Küchenleitung"


@pytest.mark.parametrize(
    "subject",
    ["Probekochen im Jänner", "Schnuppertag am Montag", "Probearbeiten und Schlüssel"],
)
def test_a_day_on_trial_is_no_title(subject: str) -> None:
    assert _role(subject, "Ihr Tag wäre Dienstag um 7:30 Uhr.\n\nIda Roe") == ""


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Bewerbung um die Stelle der Küchenleiterin", "Küchenleiterin"),
        ("Bewerbung um die Stelle des Hausmeisters", "Hausmeister"),
        ("Bewerbung um die Stelle eines Kochs", "Koch"),
        ("Bewerbung um die Stelle als Koch", "Koch"),
        ("WG: Bewerbung Köchin / Schichtleitung", "Köchin / Schichtleitung"),
        ("Bewerbung als Koch / Ida Roe", "Koch"),
        ("Bewerbung als Koch/Köchin", "Koch/Köchin"),
    ],
)
def test_the_person_s_own_subject_names_the_post(subject: str, role: str) -> None:
    assert role_of_subject(subject) == role


@pytest.mark.parametrize(
    "said",
    [
        "Der Betriebsleiter in Tolmau war nach dem Schnuppertag voll des Lobes.",
        "Die Küchenchefin möchte Sie gern kennenlernen.",
        "Sie wissen ja, der Küchenchef war sehr angetan.",
    ],
)
def test_who_thinks_something_of_the_person_is_no_opening(said: str) -> None:
    assert _role("Neues aus Tolmau", f"Guten Tag,\n\n{said}\n\nIda Roe") == ""
