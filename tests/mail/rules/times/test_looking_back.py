"""Days and hours of talks that were: nobody is asked to come then."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.times.days import days_in
from onward.mail.rules.times.when import appointment

TOLD_ON = date(2026, 9, 21)  # a Monday


@pytest.mark.parametrize(
    "text",
    [
        "The panel sat, 10:30.",
        "The panel sat on Friday, 10:30.",
        "The panel met today at 10:30 and decided.",
        "On Friday at 10:30 the panel met.",
        "We talked to you at 10:30 on Friday.",
        "The interview took place on Friday at 10:30.",
        "Das Gremium tagte am Freitag um 10:30 Uhr.",
        "Heute um 10:30 Uhr tagte das Gremium.",
        "Die Kommission hat heute um 10:30 Uhr getagt.",
        "Am Freitag um 10 Uhr fand das Gespräch statt.",
        "Le jury s'est réuni aujourd'hui à 10h30.",
        "Hoy a las 10:30 se reunió el tribunal.",
        "La commissione si è riunita oggi alle 10:30.",
        "O júri reuniu-se hoje às 10:30.",
        "De commissie kwam vandaag om 10.30 uur bijeen.",
        "De commissie heeft vandaag om 10.30 uur vergaderd.",
        "Komisja obradowała dziś o godz. 10:30.",
        "Vår jury sammanträdde på fredag kl. 10.30 och beslutade.",
        "Kurul bugün saat 10:30'da toplandı.",
    ],
)
def test_a_talk_that_was_is_no_appointment(text: str) -> None:
    assert appointment(text, told_on=TOLD_ON) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The panel sat today, 10:30, and would like to see you on Friday at 9:00.", 25),
        ("The people you met expect you on Friday at 9:00.", 25),
        ("You will be met at the gate on Friday at 9:00.", 25),
        ("As we spoke, Friday at 9:00 it is.", 25),
        ("Interview Sat, 9:00", 26),
        ("can we sat 9:00am?", 26),
        ("Wir hätten gern am Freitag um 9:00 Uhr mit Ihnen gesprochen.", 25),
        ("Wie besprochen kommen Sie bitte am Freitag um 9:00 Uhr.", 25),
        ("Nous nous verrons vendredi à 9h00.", 25),
        ("Nos reunimos el viernes a las 9:00.", 25),
        ("We sprachen elkaar al; vrijdag om 9.00 uur bent u welkom.", 25),
    ],
)  # fmt: skip
def test_what_is_to_come_stays_one(text: str, day: int) -> None:
    found = appointment(text, told_on=TOLD_ON)
    assert found == datetime(2026, 9, day, 9)  # noqa: DTZ001


def test_who_sat_names_no_saturday() -> None:
    assert not [*days_in("The committee sat, 10:30.", told_on=TOLD_ON)]
