"""The last day to apply, in the words of usual adverts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.exchange.rules.last_day import last_day

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    "line",
    [
        "Bewerbung bis 11. Dezember 2026 an Fr. Kainz",
        "Bewerben Sie sich bitte bis spätestens 11.12.2026",
        "Bewerbungen richten Sie bitte bis 11. Dezember 2026 an",
        "Ihre Bewerbung senden Sie bis 11.12.2026",
        "Bitte senden Sie Ihre aussagekräftige Bewerbung samt Lebenslauf bis zum 11.12.2026 an jobs@x.example",
        "Wir freuen uns auf deine Bewerbung bis 11.12.2026.",
        "Einsendeschluss: 11.12.2026",
        "Apply by 11 December 2026",
        "Please send your application by 11 December 2026 to Ms Kainz.",
        "Please send your CV and covering letter to jobs@x.example by 11 December 2026.",
        "Applications must reach us by noon on 11 December 2026.",
        "Applications are accepted until 11 December 2026",
        "Send your application no later than 11 December 2026",
        "Closing date for applications: 11 December 2026",
        "Merci d'envoyer votre candidature avant le 11 décembre 2026",
        "Enviar candidatura hasta el 11 de diciembre de 2026",
        "Inviare la candidatura entro il 11 dicembre 2026",
        "Envie a sua candidatura até 11 de dezembro de 2026",
        "Solliciteer vóór 11 december 2026",
        "Stuur je sollicitatie uiterlijk 11 december 2026",
        "Aplikacje prosimy przesyłać do 11 grudnia 2026",
        "Skicka din ansökan senast den 11 december 2026",
        "Son başvuru tarihi: 11 Aralık 2026",
        "Bewerbungen an Fr. Kainz bis Freitag, 11. Dezember 2026",
        "Senden Sie Ihre Bewerbung bis 11.12.2026, wir melden uns bis 18.12.2026",
        "You can apply until midnight on Friday 11 December 2026",
        "Applications by 11 December 2026 to office@x.example",
        "Bis 11.12.2026 können Sie sich bewerben.",
        "Bitte bis 11.12.2026 bewerben",
        "Inviare il CV entro l'11 dicembre 2026",
    ],
)
def test_a_sentence_that_asks_to_apply_names_the_last_day(line: str) -> None:
    text = f"Buchhaltung, 20 hours\n{line}\nIn Graz."
    assert last_day(text, today=TODAY) == date(2026, 12, 11)


@pytest.mark.parametrize(
    "line",
    [
        "Die Stelle ist befristet bis 31. Dezember 2027.",
        "Teilen Sie uns das Ergebnis Ihrer Bewerbung bis 11.12.2026 mit.",
        "Wir sichten alle Bewerbungen bis 18.12.2026 und melden uns.",
        "We will answer every application by 18 December 2026.",
        "Ihre Bewerbung wird bis 18.12.2026 bearbeitet.",
        "Bewerbungsgespräche finden bis 18.12.2026 statt.",
        "Applications will be reviewed by 18 December 2026.",
        "Senden Sie Ihre Bewerbung für die bis 31.12.2027 befristete Stelle an office@x.example",
        "Apply for this fixed-term role (until 31 December 2027)",
    ],
)
def test_other_days_are_no_last_day_to_apply(line: str) -> None:
    assert last_day(line, today=TODAY) is None


def test_the_austrian_january_is_known() -> None:
    line = "Ende der Ausschreibungsfrist: 11. Jänner 2027"
    assert last_day(line, today=TODAY) == date(2027, 1, 11)


def test_two_last_days_are_none() -> None:
    text = "Apply by 11 December 2026.\nBewerbung bis 12.12.2026"
    assert last_day(text, today=TODAY) is None


@given(st.dates(date(2026, 11, 30), date(2027, 6, 30)))
def test_any_day_ahead_can_be_the_last(day: date) -> None:
    line = f"Bewerben Sie sich bitte bis {day:%d.%m.%Y}."
    assert last_day(line, today=TODAY) == day
