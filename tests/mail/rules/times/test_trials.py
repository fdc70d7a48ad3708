"""Days and hours of trials as pubs, shops and yards write them: "Saturday, 5 till close"."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.times.day_alone import day_alone
from onward.mail.rules.times.when import appointment

MONDAY = date(2026, 11, 23)
SATURDAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Do us a trial Friday 4th December, 5 o'clock.", "2026-12-04T17:00"),
        ("Do us a trial Friday week, that's the 4th, 5 o'clock.", "2026-12-04T17:00"),
        ("Come and do a trial shift on Friday 4th at 5 o'clock", "2026-12-04T17:00"),
        ("Come for a trial the 4th, 5pm.", "2026-12-04T17:00"),
        ("Can you do a trial shift on Saturday, 5 till close?", "2026-11-28T17:00"),
        ("Trial shift Saturday, 6 til close, wear black.", "2026-11-28T18:00"),
        ("Come Saturday 10 to closing and see how you like us.", "2026-11-28T10:00"),
        ("Probeschicht am Samstag, 17 bis Ladenschluss", "2026-11-28T17:00"),
        ("Can you come over on Friday at 11 and do a trial shift?", "2026-11-27T11:00"),
        ("Be here Friday at 9 and work a couple of hours with us.", "2026-11-27T09:00"),
    ],
)
def test_the_hour_of_a_trial_is_read(text: str, moment: str) -> None:
    assert appointment(text, told_on=MONDAY) == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    "text",
    [
        "Bakery trial Friday 4th December at 5 o'clock.",
        "Come for a trial Friday 4th December, we start the milk run at 5 o'clock.",
        "Bakery: Saturday, 5 till close.",
        "Come on Friday at 11 and 12 others will be here.",
        "Come for a trial on the 4th floor at 5pm.",
        "Saturday, 30 till close of the sale",
    ],
)
def test_an_hour_of_dawn_or_a_count_is_none(text: str) -> None:
    assert appointment(text, told_on=MONDAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "Can you do a trial shift on Saturday?",
        "Come Saturday for a trial shift.",
        "Could you come in on Saturday and do a trial?",
        "Pop in Saturday for a trial day, we'll feed you.",
        "Können Sie am Samstag zum Probearbeiten kommen?",
        "Könnten Sie am Samstag bei uns probearbeiten?",
        "Kommen Sie am Samstag zu einem Gespräch vorbei.",
        "Pouvez-vous venir samedi pour une journée d'essai ?",
        "¿Puede hacer un turno de prueba el sábado?",
        "Può venire sabato per una giornata di prova?",
        "Pode vir no sábado para um dia de experiência?",
        "Kun je zaterdag komen proefdraaien?",
        "Czy może Pani przyjść w sobotę na dzień próbny?",
        "Kan du komma på lördag för ett provpass?",
    ],
)
def test_the_day_of_a_trial_is_read_though_it_is_asked_about(text: str) -> None:
    assert day_alone(text, told_on=MONDAY) == SATURDAY


@pytest.mark.parametrize(
    "text",
    [
        "We are closed Saturday, come for a trial shift another day.",
        "Do you have a trial shift on Saturday?",
        "Is your interview on Saturday somewhere else?",
        "Did your trial on Saturday go well?",
        "I am away Saturday for an interview.",
        "The trial shift is not on Saturday.",
        "Can you do a trial shift on Saturday or Sunday?",
        "Can you let me know by Saturday for a trial shift?",
        "Can you send me your cv on Saturday for the interview?",
        "We need you to reply Saturday for an interview slot.",
        "Come for a trial. We're open Saturday 10 till close.",
        "After your trial shift Saturday would be your first day.",
        "Can you do Saturday? We'd fix a trial shift after that.",
        "Wir haben am Samstag ein Gespräch mit einer anderen Bewerberin.",
        "Am Samstag haben wir geschlossen, kommen Sie zum Probearbeiten wann es passt.",
        "Kommen Sie nicht am Samstag zum Probearbeiten.",
        "Können Sie am Samstag oder Sonntag zum Probearbeiten kommen?",
        "Können Sie mir bis Samstag für ein Gespräch Bescheid geben?",
        "Nous sommes fermés samedi, venez pour un entretien un autre jour.",
        "Kun je zaterdag bellen voor een gesprek?",
        "Kan du ringa på lördag för en intervju?",
    ],
)
def test_the_day_of_something_else_is_no_trials(text: str) -> None:
    assert day_alone(text, told_on=MONDAY) is None
