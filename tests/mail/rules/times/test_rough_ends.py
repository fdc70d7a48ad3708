"""Stretches that end about then, and hours from which something begins: "07.00 bis ca. 12.00 Uhr", "ab 07.15 Uhr"."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from onward.mail.rules.times.when import appointments

TOLD_ON = date(2026, 8, 20)


def hour_told(text: str) -> time | None:
    told = appointments(text, told_on=TOLD_ON)
    assert {at.date() for at in told} <= {date(2026, 8, 26)}
    assert len(told) <= 1
    return next((datetime.time(at) for at in told), None)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        (
            "Gerne laden wir Sie zum Schnuppertag ein: Mittwoch, 26. August, 07.00 bis ca. 12.00 Uhr.",
            time(7),
        ),
        ("Schnuppertag: Mittwoch, 26. August, 07.00 - ca. 12.00 Uhr.", time(7)),
        ("Schnuppertag: Mittwoch, 26. August, 07.00 bis etwa 12.00 Uhr.", time(7)),
        ("Schnuppertag: Mittwoch, 26. August, 7 bis ca. 12 Uhr.", time(7)),
        (
            "Schnuppertag: Mittwoch, 26. August, von 8 bis ungefähr 12 Uhr.",
            time(8),
        ),
        ("Schnuppertag: Mittwoch, 26. August, 8.30 bis gegen 12 Uhr.", time(8, 30)),
        ("Mittwoch, 26. August, 8.30 bis 12 Uhr.", time(8, 30)),
        ("Your trial shift is on Wednesday, 26 August, 8 to about 12.", time(8)),
        (
            "Your trial shift is on Wednesday, 26 August, from 8.30 until approx. 12.30.",
            time(8, 30),
        ),
        ("Your trial shift is on Wednesday, 26 August, 9 to roughly 1pm.", time(9)),
        (
            "Nous vous attendons le mercredi 26 août, de 8h à environ 12h.",
            time(8),
        ),
        ("Mercredi 26 août, 7h00 - environ 12h00", time(7)),
        (
            "Te invitamos el miércoles 26 de agosto, de 8 a unas 12 horas.",
            time(8),
        ),
        ("Miércoles 26 de agosto, 7:30 - aprox. 12:00", time(7, 30)),
        ("Mercoledì 26 agosto, 7.00 - circa 12.00", time(7)),
        (
            "Quarta-feira, 26 de agosto, das 8h até cerca das 12h.",
            time(8),
        ),
        ("Quarta-feira, 26 de agosto, 7h30 - aprox. 12h00", time(7, 30)),
        ("Woensdag 26 augustus, 7.30 tot ongeveer 12.00 uur", time(7, 30)),
        ("Środa 26 sierpnia, 7.30 - ok. 12.00", time(7, 30)),
        ("Onsdag 26 augusti 7.30 - ca 12.00", time(7, 30)),
        (
            "26 Ağustos Çarşamba günü saat 8.00'den yaklaşık 12.00'ye kadar bekliyoruz.",
            time(8),
        ),
    ],
)
def test_the_first_hour_is_when_it_begins(text: str, hour: time) -> None:
    assert hour_told(text) == hour


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        (
            "Gerne laden wir Sie zum Schnuppertag ein: Mittwoch, 26. August, ab 07.15 Uhr.",
            time(7, 15),
        ),
        (
            "Gerne laden wir Sie zum Schnuppertag ein: Mittwoch, 26. August, ab 07.15 Uhr bis Mittag.",
            time(7, 15),
        ),
        ("Probearbeiten: Mittwoch, 26. August, ab 7 Uhr", time(7)),
        ("Schnuppertag am Mittwoch, 26. August, ab ca. 7 Uhr", time(7)),
        ("Your trial shift is on Wednesday 26 August from 7:15 am.", time(7, 15)),
        (
            "Journée d'essai le mercredi 26 août à partir de 7h15.",
            time(7, 15),
        ),
        (
            "Te invitamos el miércoles 26 de agosto a partir de las 7:15.",
            time(7, 15),
        ),
        ("La invitiamo mercoledì 26 agosto, a partire dalle 7.15.", time(7, 15)),
        (
            "Convidamos para um dia experimental na quarta-feira, 26 de agosto, a partir das 7h15.",
            time(7, 15),
        ),
        (
            "Graag nodigen we je uit voor een meeloopdag op woensdag 26 augustus vanaf 7.15 uur.",
            time(7, 15),
        ),
        (
            "Zapraszamy na dzień próbny w środę 26 sierpnia od 7:15.",
            time(7, 15),
        ),
        (
            "Välkommen på provdag onsdag den 26 augusti från kl. 7.15.",
            time(7, 15),
        ),
    ],
)
def test_one_begins_from_then_on(text: str, hour: time) -> None:
    assert hour_told(text) == hour


@pytest.mark.parametrize(
    "text",
    [
        "Bitte antworten Sie bis ca. 12 Uhr am Mittwoch, 26. August.",
        "Am Mittwoch, 26. August, bis ca. 12.00 Uhr erreichen Sie mich im Büro.",
        "Am Mittwoch, 26. August, bin ich ab 07.15 Uhr erreichbar.",
        "Gerne laden wir Sie ein. Am Mittwoch, 26. August, ab 13 Uhr haben wir Zeit.",
        "Wir laden Sie gerne ein, Mittwoch, 26. August, ab 13 Uhr wäre möglich.",
        "Gerne laden wir Sie ein, am Mittwoch, 26. August, jederzeit ab 13 Uhr vorbeizukommen.",
        "Sie können die Einladung am Mittwoch, 26. August, ab 8 Uhr im Portal abrufen.",
        "Die Einladung ist am Mittwoch, 26. August, ab 8 Uhr verfügbar.",
        "Bitte rufen Sie mich am Mittwoch, 26. August, ab 14 Uhr an.",
        "Die Resultate sind am Mittwoch, 26. August ab 12.00 Uhr online.",
        "Unser Büro ist am Mittwoch, 26. August, 8.30 bis ca. 12 Uhr geöffnet.",
        "The office is open Wednesday, 26 August, 8 to about 12.",
        "Please reply on Wednesday 26 August by about 12.",
        "Le mercredi 26 août, je suis disponible à partir de 14h.",
        "El miércoles 26 de agosto estoy disponible a partir de las 9:00.",
        "Woensdag 26 augustus ben ik vanaf 9.00 uur bereikbaar.",
    ],
)
def test_when_somebody_can_be_reached_is_none(text: str) -> None:
    assert hour_told(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Mittwoch, 26. August - 12.00 Uhr, Zimmer 4",
        "Mittwoch, 26. August, Zimmer 4 - 12.00 Uhr",
        "Mittwoch, 26. August, gegen 12 Uhr",
    ],
)
def test_one_hour_is_no_end(text: str) -> None:
    assert hour_told(text) == time(12)
