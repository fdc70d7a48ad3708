"""Hours as people write them, and the day that another sentence names."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.times.when import appointment

TOLD_ON = date(2026, 8, 5)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Could we speak tomorrow at 3:15 in the afternoon?", "2026-08-06T15:15"),
        ("Come on Friday at half five in the morning.", "2026-08-07T05:30"),
        ("Come to the yard on Friday evening at half six.", "2026-08-07T18:30"),
        ("Shall we say Friday, 10 o'clock?", "2026-08-07T10:00"),
        ("Your interview is on Friday 14 August at 10.30.", "2026-08-14T10:30"),
        ("Could you do 14 August at 10:30?", "2026-08-14T10:30"),
        ("on 14-08-2026 at 2 pm", "2026-08-14T14:00"),
        ("Kommen Sie am Freitag um halb sieben abends.", "2026-08-07T18:30"),
        ("Freitagnachmittag um 4 in der Werkstatt", "2026-08-07T16:00"),
        ("Kommen Sie am Freitag um viertel drei.", "2026-08-07T14:15"),
        ("Kommen Sie am Freitag um halb 6.", "2026-08-07T17:30"),
        ("Kommen Sie am Freitag um halb sechs in der Früh.", "2026-08-07T05:30"),
        ("Kommen Sie am Freitag um Viertel nach 9.", "2026-08-07T09:15"),
        ("Kommen Sie am Freitag um fünf vor halb 3.", "2026-08-07T14:25"),
        ("Kommen Sie am Freitag um fünf nach halb zehn.", "2026-08-07T09:35"),
        ("Komm morgen früh um halb vier in die Backstube.", "2026-08-06T03:30"),
        ("Passt Freitag um 9 machen wir das.", "2026-08-07T09:00"),
        ("Freitag kommender Woche, 9 Uhr", "2026-08-14T09:00"),
    ],
)
def test_an_hour_is_read_as_people_write_it(text: str, moment: str) -> None:
    found = appointment(text, told_on=TOLD_ON)
    assert found == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    "text",
    [
        "Shall we say Friday, 6 o'clock?",  # morning or evening
        "Come to the bakery on Friday, 5 o'clock.",
        "Friday, 5 o'clock, before the breakfasts start.",
        "Kommen Sie am Freitag um halb sieben.",
        "Come on Friday at half five.",
    ],
)
def test_an_hour_of_morning_or_evening_stays_open(text: str) -> None:
    assert appointment(text, told_on=TOLD_ON) is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        (
            "Your letter of 27 July pleased us. Come on 12 August at 9 am.",
            "2026-08-12T09:00",
        ),
        (
            "Nach dem Gespräch am 28. Juli laden wir Sie am 12.8. um 9 Uhr ein.",
            "2026-08-12T09:00",
        ),
        (
            "Your form of 03.08.2026 arrived. Come on 12 August at 9 am.",
            "2026-08-12T09:00",
        ),
    ],
)
def test_a_day_that_lies_behind_leaves_the_next_one_sure(
    text: str, moment: str
) -> None:
    found = appointment(text, told_on=TOLD_ON)
    assert found == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        (
            "Please bring your plan by 11:30 am on Monday 10 August. We meet on 12 August at 9 am.",
            "2026-08-12T09:00",
        ),
        (
            "Bitte schicken Sie es bis 12 Uhr am Montag. Wir sehen uns am 12.8. um 9 Uhr.",
            "2026-08-12T09:00",
        ),
        ("From 9 until 11 am on 12 August", "2026-08-12T09:00"),
    ],
)
def test_a_last_hour_is_no_appointment(text: str, moment: str) -> None:
    found = appointment(text, told_on=TOLD_ON)
    assert found == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    "text",
    [
        "We would like to see you on 12 August. We begin at 9:00.",
        "Come for a trial day on 12 August, the foreman knows. Please report at 9 am to the gate.",
        "You are invited on 12 August. Doors open at 8:30 and the day begins at 9:00.",
        "Wir freuen uns auf Sie am 12. August. Los geht es um 9 Uhr.",
        "Kommen Sie am 12. August zum Probetag. Bitte um 9 Uhr an der Pforte melden.",
        "Nous vous attendons le 12 août. Nous commencerons à 9h00.",
        "Te esperamos el 12 de agosto. Empezamos a las 9:00.",
        "La aspettiamo il 12 agosto. Iniziamo alle 9:00.",
        "A entrevista é no dia 12 de agosto, na nossa sede. Começamos às 9h00, não se atrase.",
        "We zien je graag op 12 augustus. We beginnen om 9.00 uur.",
        "Zapraszamy 12 sierpnia. Zaczynamy o 9:00.",
        "Sizi 12 Ağustos'ta bekliyoruz. Saat 9:00'da başlıyoruz.",
        "Välkommen den 12 augusti. Vi börjar kl. 9.00.",
    ],
)
def test_the_next_sentence_says_when_it_begins(text: str) -> None:
    found = appointment(text, told_on=TOLD_ON)
    assert found == datetime.fromisoformat("2026-08-12T09:00")


@pytest.mark.parametrize(
    "text",
    [
        "We would like to see you on 12 August. Our office is open from 9:00, call any time.",
        "We would like to see you on 12 August. Please answer before 9:00.",
        "We would like to see you on 12 August.\n\nWe begin at 9:00 each day.",
        "Wir sehen uns am 12. August. Sie erreichen mich ab 9 Uhr.",
        "Come on 12 August. We can begin at 9:00 or 10:00.",
    ],
)
def test_other_hours_of_the_next_sentence_are_none(text: str) -> None:
    assert appointment(text, told_on=TOLD_ON) is None


def test_a_date_tells_which_day_a_weekday_is() -> None:
    text = "Kommen Sie Mittwoch nach dem Fest, also am 12. August, um 9 Uhr."
    found = appointment(text, told_on=TOLD_ON)
    assert found == datetime.fromisoformat("2026-08-12T09:00")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Said on a Wednesday.
        ("next Wednesday at 10 am", 12),
        ("nächsten Mittwoch um 10 Uhr", 12),
        ("miércoles próximo a las 10:00", 12),
        ("next Thursday at 10 am", 13),
        ("nächsten Donnerstag um 10 Uhr", 13),
    ],
)
def test_next_is_neither_today_nor_tomorrow(text: str, day: int) -> None:
    found = appointment(text, told_on=TOLD_ON)
    assert found == datetime(2026, 8, day, 10)  # noqa: DTZ001 -- on the clock of the place


@pytest.mark.parametrize(
    "text",
    [
        "Le esperamos el próximo día 12 de agosto de 2026, miércoles, a las 9:15 horas.",
        "A entrevista terá lugar no dia 12 de agosto, quarta-feira, às 9h15, na sede.",
        "Vous êtes attendu mercredi 12 août à 9 heures 15 par la directrice.",
    ],
)
def test_a_weekday_behind_its_date_is_the_same_day(text: str) -> None:
    found = appointment(text, told_on=TOLD_ON)
    assert found == datetime.fromisoformat("2026-08-12T09:15")


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("Beginn: Mittwoch, 12. August, 18 Uhr c. t., Raum 3", "18:15"),
        ("Das Kolloquium ist am 12. August um 10 Uhr c.t. im Institut.", "10:15"),
        ("am 12. August um 10 Uhr s. t. im Institut", "10:00"),
    ],
)
def test_an_academic_quarter_is_added(text: str, clock: str) -> None:
    found = appointment(text, told_on=date(2026, 8, 3))
    assert found == datetime.fromisoformat(f"2026-08-12T{clock}")
