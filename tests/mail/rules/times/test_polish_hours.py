"""Hours and days as Polish writes them: minutes left to an hour, months in Roman letters."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from onward.mail.rules.times.when import appointment

TOLD_ON = date(2026, 11, 18)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("text", "day", "hour", "minute"),
    [
        ("w najbliższy czwartek za piętnaście dziesiąta", 19, 9, 45),
        ("w piątek za piętnaście minut dziesiąta", 20, 9, 45),
        ("w piątek za 15 dziesiąta", 20, 9, 45),
        ("w piątek za kwadrans dziesiąta", 20, 9, 45),
        ("w piątek za dziesięć dziewiąta", 20, 8, 50),
        ("w piątek za pięć dziesiąta", 20, 9, 55),
        ("w piątek za dwadzieścia pięć jedenasta", 20, 10, 35),
        ("w piątek za pięć druga", 20, 13, 55),
        ("w piątek o godzinie dziewiątej", 20, 9, 0),
        ("w przyszły wtorek o dwunastej", 24, 12, 0),
        ("24 XI br. o godzinie 13", 24, 13, 0),
        ("24 XI 2026 r. o godz. 13.00", 24, 13, 0),
        ("24 XI 2026 o godz. 13.00", 24, 13, 0),
        ("w dniu 24 XI o godz. 13", 24, 13, 0),
        ("w piątek, 27 XI, o godz. 10", 27, 10, 0),
        ("w piątek 20.11. o godz. 10, pokój 12 II piętro", 20, 10, 0),
        ("w czwartek, budynek 2 IV o 13", 19, 13, 0),
        ("w czwartek, budynek 2 IV br. o 13", 19, 13, 0),
        ("w piątek, pokój 12 IV, o 13", 20, 13, 0),
        ("w piątek, sala 3 VI o 10", 20, 10, 0),
        ("w piątek, klasa 2 III, o godz. 10", 20, 10, 0),
    ],
)
def test_day_and_hour_are_read(text: str, day: int, hour: int, minute: int) -> None:
    told = appointment(f"Zapraszamy na rozmowę {text}.", told_on=TOLD_ON)
    assert told == datetime.combine(date(2026, 11, day), time(hour, minute))


@pytest.mark.parametrize(
    "text",
    [
        "W piątek za dziesięć dni prosimy o dokumenty.",
        "Zajmie to piętnaście minut, proszę zadzwonić w piątek.",
        "Za piętnaście minut dziesiąta osoba wejdzie, w piątek.",
        "Zapraszam w piątek 13 i w sobotę 14 o 10.",
        "Wchodzimy o 9 i o 10.",
        "Rozmowa w pokoju 12 II, o godzinach powiemy później.",
        "Rozdział XI 24 ustawy, art. 24 XI, rozmowa o 13.",
        "Oddział XI, piętro 2, rozmowa o godzinie 13.",
        "Ulica Jana Pawła II 24, o godzinie 13.",
        "Zapraszam w sobotę, liceum XI, klasa 24.",
        "Spotkanie 12 V klasa, o godzinie 13.",
        "Karol I 24 o godzinie 13.",
        "Rozmowa w piątek, ul. Jana Pawła 12 II o 13.",
        "Etap I 12 osób, etap II 5 osób, w piątek.",
        "Powtórzyć 5 x o 10 zadań.",
        "Rozmowa: 5 X br. o godz. 10.",
        "Rozmowa odbędzie się w czwartek 27 XI o godz. 10.",
        "Jestem dostępna 25.11 między 10 a 11 lub między 13 a 14.",
        "Biuro czynne w środę 25.11 między 10 a 11.",
    ],
)
def test_what_only_looks_so_is_no_appointment(text: str) -> None:
    assert appointment(text, told_on=TOLD_ON) is None


def test_one_letter_is_a_month_with_the_word_for_the_year() -> None:
    told = appointment("Rozmowa 5 V 2027 r. o godz. 10.", told_on=date(2027, 4, 1))
    assert told == datetime.combine(date(2027, 5, 5), time(10))
