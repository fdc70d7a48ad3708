"""Hours before eight, from when on one is awaited, hours and days in words."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.times.when import appointment
from onward.mail.rules.times.when_words import words_of

MONDAY = date(2026, 3, 2)


def _moment(language: str, text: str) -> datetime | None:
    return appointment(text, told_on=MONDAY, words=words_of((language, "en")))


@pytest.mark.parametrize(
    ("language", "text", "moment"),
    [
        ("it", "L'aspettiamo mercoledì alle 7 e mezza al magazzino.", "04T07:30"),
        ("it", "Vieni giovedì alle 7.15, ti mostriamo il banco.", "05T07:15"),
        ("pt", "Apareça na quinta às 6h45, antes de abrirmos.", "05T06:45"),
        ("fr", "Venez jeudi à 7h30 au dépôt.", "05T07:30"),
        ("pl", "Proszę być w czwartek o 6.30 na hali.", "05T06:30"),
        ("it", "Passi giovedì mattina alle 6 e mezza.", "05T06:30"),
        ("pl", "Zapraszam na dzień próbny w czwartek 5 marca od 7.30.", "05T07:30"),
        ("sv", "Du är välkommen på torsdag kl. 7.30.", "05T07:30"),
    ],
)
def test_an_early_hour_is_one_of_the_morning(
    language: str, text: str, moment: str
) -> None:
    assert _moment(language, text) == datetime.fromisoformat(f"2026-03-{moment}")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Ci vediamo giovedì alle 7 e mezza per la cena della squadra."),
        ("pt", "A noite de provas é na quinta às 7h30, com jantar."),
        ("it", "Ci vediamo giovedì alle 5 e mezza."),
        ("fr", "Jeudi, une journée de 7h30."),
        ("en", "See you on Thursday, 7:30 is fine."),
    ],
)
def test_an_hour_that_may_be_either_stays_open(language: str, text: str) -> None:
    assert _moment(language, text) is None


@pytest.mark.parametrize(
    ("language", "text", "moment"),
    [
        ("pl", "Zapraszam na dzień próbny we wtorek 10.03 od 8.00.", "10T08:00"),
        ("pl", "Rozmowa odbędzie się 10 marca, od godz. 9.00.", "10T09:00"),
        ("nl", "Dinsdag ben je welkom vanaf 10 uur.", "03T10:00"),
        ("fr", "Nous vous attendons mardi 10 mars à partir de 9h.", "10T09:00"),
        ("it", "Ti aspettiamo martedì dalle ore 9, chiedi di Sara.", "03T09:00"),
    ],
)
def test_one_is_awaited_from_an_hour_on(language: str, text: str, moment: str) -> None:
    assert _moment(language, text) == datetime.fromisoformat(f"2026-03-{moment}")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "We wtorek biuro jest czynne od 8.00."),
        ("it", "Martedì sono libera dalle 9 in poi."),
        ("nl", "Dinsdag kan ik vanaf 10 uur."),
    ],
)
def test_what_is_open_from_an_hour_on_is_no_time(language: str, text: str) -> None:
    assert _moment(language, text) is None


@pytest.mark.parametrize(
    ("language", "text", "moment"),
    [
        ("pt", "A prova é no dia dezoito de março, pelas catorze horas.", "18T14:00"),
        ("pt", "Esperamos por si a doze de março, às nove horas e trinta.", "12T09:30"),
        ("es", "La entrevista será el doce de marzo a las dieciséis.", "12T16:00"),
        ("it", "È convocata il giorno dodici marzo alle ore quindici.", "12T15:00"),
        ("fr", "L'entretien aura lieu le vingt-six mars à quinze heures.", "26T15:00"),
        ("pt", "Pode vir na 5.ª feira, dia 12, às 9h30?", "12T09:30"),
        ("pt", "Passe cá amanha as 18h, falamos.", "03T18:00"),
        ("pt", "Venha sábado por volta das 10 que eu estou.", "07T10:00"),
        ("it", "Passa giovedì verso le 10 che ne parliamo.", "05T10:00"),
        ("nl", "Kom dinsdag rond 10 uur even langs.", "03T10:00"),
        ("pt", "Ligamos-lhe na quinta, dia 5, entre as 11h e as 11h15.", "05T11:00"),
        ("en", "We ring you on Thursday between 11:00 and 11:20.", "05T11:00"),
    ],
)
def test_a_time_is_read_as_people_write_it(
    language: str, text: str, moment: str
) -> None:
    assert _moment(language, text) == datetime.fromisoformat(f"2026-03-{moment}")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "Na quinta posso entre as 9h e as 12h."),
        ("en", "We are there on Thursday between 11:00 and 13:00."),
        ("pt", "Na sexta dois colegas falam consigo."),
    ],
)
def test_a_long_stretch_or_a_count_is_no_time(language: str, text: str) -> None:
    assert _moment(language, text) is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Your trial shift is on Tuesday, be here at 7am.", "03T07:00"),
        ("Your trial shift is on Tuesday at 6 a.m. for the tour.", "03T06:00"),
        ("Your interview is on Tuesday, be here at 9 sharp.", "03T09:00"),
        ("Ihr Gespräch ist am Dienstag um 2 am Empfang.", "03T14:00"),
        ("Ihr Gespräch ist um 9 am Dienstag.", "03T09:00"),
    ],
)
def test_the_half_of_a_day_stands_right_behind_an_hour(text: str, moment: str) -> None:
    assert appointment(text, told_on=MONDAY) == datetime.fromisoformat(
        f"2026-03-{moment}"
    )
