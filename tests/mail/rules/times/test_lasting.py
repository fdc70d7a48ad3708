from __future__ import annotations

from datetime import time

import pytest

from onward.mail.rules.times.lasting import minutes_told


@pytest.mark.parametrize(
    ("text", "begins", "minutes"),
    [
        (
            "When: Tuesday 8 December 2026, 09:00 to 15:30\nWhere: Mill Lane",
            "09:00",
            390,
        ),
        ("Time: 8.30am - 3pm\nVenue: Holly Lane", "08:30", 390),
        ("We look forward to seeing you from 2 to 4pm on Friday.", "14:00", 120),
        ("Thursday 3 December, 10:15-11:00, Room 4", "10:15", 45),
        ("Das Gespräch findet von 9 bis 11 Uhr statt.", "09:00", 120),
        ("L'entretien aura lieu de 14h à 15h30.", "14:00", 90),
        ("La entrevista será de 10:00 a 11:30 en la oficina.", "10:00", 90),
        ("Please come on 26 November, 8 till 2, at our depot.", "08:00", 360),
        ("Can you do a trial shift on Thursday from 8 till 2?", "08:00", 360),
        ("Your trial day is on 26 November, 7.30 to 4.", "07:30", 510),
        ("The trial is on Friday, 2 to 6.", "14:00", 240),
        ("Das Probearbeiten geht am 26. November von 8 bis 14 Uhr.", "08:00", 360),
        ("L'essai aura lieu le 26 novembre, de 8 à 14 heures.", "08:00", 360),
        ("La prueba será el 26 de noviembre de 8 a 14 horas.", "08:00", 360),
        ("La prova sarà il 26 novembre dalle 8 alle 14.", "08:00", 360),
        ("De proefdag is op 26 november van 8 tot 14 uur.", "08:00", 360),
        ("A prova é no dia 26 de novembro, das 8 às 14.", "08:00", 360),
        ("Dzień próbny jest 26 listopada od godziny 8 do 14.", "08:00", 360),
        ("Deneme günü 26 Kasım 08.00-14.00 arası.", "08:00", 360),
        ("Provdagen är den 26 november från klockan 8 till 14.", "08:00", 360),
    ],
)
def test_how_long_it_lasts_is_told_by_its_end(
    text: str, begins: str, minutes: int
) -> None:
    assert minutes_told(text, begins=time.fromisoformat(begins)) == minutes


@pytest.mark.parametrize(
    "text",
    [
        "Friday 4 December at 9:00. The office closes at 15:30.",
        "Friday 4 December at 9:00, and reply by 11:00 today.",
        "We will ring you between 9:00 - 11:00 on Friday.",
        "Friday at 9:00 to 9:05",
        "Friday 9:00 to 10:00, or Monday 9:00 to 11:00",
        "Friday at 9:00 to meet 3 of the team",
        "From 9:00 to 08:00",
        "Friday at 9. There are 9 to 12 people in the team.",
        "Friday at 9. We will decide in 9 to 12 weeks.",
        "Friday at 9. Pay: 9-12 per hour.",
        "Friday at 9. Pay is £9 to 12.",
        "Friday 4 December at 9. From 9 to 11 December you would be on your own.",
        "Freitag um 9 Uhr. Sie arbeiten 9 bis 12 Stunden in der Woche.",
        "Vendredi à 9 h. Vous seriez 9 à 12 personnes.",
    ],
)
def test_without_one_sure_end_nothing_is_said_of_its_length(text: str) -> None:
    assert minutes_told(text, begins=time(9)) is None


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Could you come on Monday at 9:00? The hours are Monday to Friday, 9 to 5.", "09:00"),
        ("Interview on Tuesday at 10:00. The office is open Monday to Friday from 10 to 4.", "10:00"),
        ("Das Gespräch ist am Montag um 8 Uhr. Die Arbeitszeit ist Montag bis Freitag 8 bis 17.", "08:00"),
        ("Interview on Tuesday at 9:00. Our shop is open from 9:00 to 12:00.", "09:00"),
        ("Interview on Tuesday at 9:00. The post is Mon-Fri 9:00 - 13:00.", "09:00"),
        ("Interview on Tuesday at 9:00. It would be 9:00 to 17:30 with a lunch break.", "09:00"),
        ("Dienstag um 9 Uhr. Das Büro ist von 9 bis 12 Uhr geöffnet.", "09:00"),
        ("L'entretien est mardi à 9h. Les horaires sont de 9h à 12h.", "09:00"),
        ("La entrevista es el martes a las 9:00. La oficina está abierta de 9:00 a 12:00.", "09:00"),
        ("Il colloquio è martedì alle 9:00. L'ufficio è aperto dalle 9:00 alle 12:00.", "09:00"),
        ("Het gesprek is dinsdag om 9:00. Wij zijn geopend van 9:00 tot 12:00.", "09:00"),
        ("Rozmowa we wtorek o 9:00. Biuro jest czynne od 9:00 do 12:00.", "09:00"),
        ("Intervjun är på tisdag kl. 9.00. Kontoret är öppet 9.00-12.00.", "09:00"),
    ],
)  # fmt: skip
def test_the_hours_of_a_job_or_an_office_are_no_length(text: str, begins: str) -> None:
    assert minutes_told(text, begins=time.fromisoformat(begins)) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Interview on Tuesday, 9:00 to 10:30. The hours are Monday to Friday.", 90),
        ("Come for a trial shift on Tuesday, 9:00 to 15:00.", 360),
        ("The opening is still yours to win: Tuesday, 9:00 to 10:00.", 60),
    ],
)
def test_a_length_beside_the_hours_is_still_told(text: str, minutes: int) -> None:
    assert minutes_told(text, begins=time(9)) == minutes
