"""A day in one sentence and its hour in another: "on Wednesday … we have you down for 4:15"."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.times.when import appointment

MONDAY = date(2026, 8, 3)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("We would like to interview you on Wednesday for the cook's job at the school.\n\nWe meet once the children have gone, so we have you down for 4:15.", "05T16:15"),
        ("Interviews take place at the depot on Wednesday 5th August. You are asked to present yourself at 10.50 a.m. with your licence.", "05T10:50"),
        ("Would you come and see us a week on Tuesday? I suggest 10.30, as it is quiet then.", "11T10:30"),
        ("Could we push you back an hour tomorrow? The boss is not back from the bank by then. So 3 o'clock now instead.", "04T15:00"),
        ("We interview on Wednesday.\n\nYour slot is at 2:30.", "05T14:30"),
        ("You have an interview with us on Wednesday.\n\nYou are requested to report to the gate at 0845.", "05T08:45"),
        ("Am Mittwoch hätten wir Zeit für Sie. 17 Uhr, Hintereingang.", "05T17:00"),
        ("Wir laden Sie am Mittwoch zum Gespräch ein.\n\nWir erwarten Sie um 14:30 Uhr am Empfang.", "05T14:30"),
        ("Nous vous invitons à un entretien le mercredi 5 août à Lyon.\n\nNous vous attendons à 14h30 à l'accueil.", "05T14:30"),
        ("Le invitamos a una entrevista el miércoles 5 de agosto en Sevilla.\n\nSu entrevista será a las 14:30 en recepción.", "05T14:30"),
        ("La invitiamo a un colloquio mercoledì 5 agosto a Torino.\n\nLa aspettiamo alle 14.30 in portineria.", "05T14:30"),
        ("Convidamo-lo para uma entrevista na quarta-feira, 5 de agosto, no Porto.\n\nA sua entrevista será às 14h30.", "05T14:30"),
        ("We nodigen je uit voor een gesprek op woensdag 5 augustus in Gent.\n\nWe verwachten je om 14.30 uur bij de balie.", "05T14:30"),
        ("Zapraszamy na rozmowę w środę 5 sierpnia w Łodzi.\n\nCzekamy na Panią o godz. 14:30 w recepcji.", "05T14:30"),
        ("Vi vill träffa dig för en intervju onsdagen den 5 augusti.\n\nVi tar emot dig kl. 14.30 i receptionen.", "05T14:30"),
    ],
)  # fmt: skip
def test_an_hour_told_to_the_reader_belongs_to_the_day_before_it(
    text: str, moment: str
) -> None:
    found = appointment(text, told_on=MONDAY)
    assert found == datetime.fromisoformat(f"2026-08-{moment}")


@pytest.mark.parametrize(
    "text",
    [
        "We would like to see you on Thursday.\n\nLunch in the canteen is at 12:30.",
        "The panel sits on Thursday.\n\nMy train goes at 8:50.",
        "Wir laden Sie am Mittwoch zum Gespräch ein.\n\nDas Büro ist um 14:30 Uhr wieder besetzt.",
        "Nous vous invitons à un entretien le mercredi 5 août à Lyon.\n\nLe standard ferme à 17h30.",
        "The test took you 4:15. Come and see us on Wednesday.",
    ],
)  # fmt: skip
def test_the_hour_of_anything_else_stays_apart(text: str) -> None:
    assert appointment(text, told_on=MONDAY) is None
