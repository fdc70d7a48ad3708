"""Weekdays of a week that is named: by its number, by the day it begins on, by how far it is."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.times.days import days_in
from onward.mail.rules.times.when import appointment

MONDAY = date(2026, 3, 2)
NEXT_TUESDAY = datetime(2026, 3, 10, 10)  # noqa: DTZ001 -- as a clock shows it
LATER_TUESDAY = datetime(2026, 3, 17, 10)  # noqa: DTZ001


@pytest.mark.parametrize(
    "text",
    [
        "Das Gespräch ist in KW 11, am Dienstag um 10 Uhr.",
        "Wir sehen uns am Dienstag (KW 11) um 10 Uhr zum Gespräch.",
        "Kalenderwoche 11: Dienstag, 10:00 Uhr, Raum 4.",
        "In der Woche vom 9. März: Dienstag, 10 Uhr.",
        "L'entretien aura lieu semaine 11, mardi à 10h.",
        "Nous vous recevons la semaine du 9 mars, mardi à 10h.",
        "Het gesprek is in week 11, dinsdag om 10.00 uur.",
        "Intervjun blir vecka 11, tisdag kl. 10.00.",
        "Intervjun blir på tisdag (v. 11) kl. 10.00.",
        "The interview is in the week commencing 9 March: Tuesday 10am.",
        "Your slot is Tuesday w/c 9th at 10am, at the office.",
        "We are seeing people w/c Monday 9 March, on Tuesday at 10am in your case.",
    ],
)
def test_a_week_is_named_by_its_number_or_its_first_day(text: str) -> None:
    assert appointment(text, told_on=MONDAY) == NEXT_TUESDAY


@pytest.mark.parametrize(
    "text",
    [
        "I'd like to see you the week after next, on Tuesday at 10am.",
        "Wir laden Sie übernächste Woche Dienstag um 10 Uhr ein.",
        "Gern in 14 Tagen, am Dienstag um 10 Uhr bei uns im Haus.",
        "Nous nous verrons dans deux semaines, mardi à 10h.",
        "Nos vemos en dos semanas, el martes a las 10:00.",
        "Ci vediamo tra due settimane, martedì alle 10:00.",
        "Falamos daqui a duas semanas, na terça-feira às 10:00.",
        "We zien elkaar over twee weken op dinsdag om 10.00 uur.",
        "Spotkamy się za dwa tygodnie we wtorek o godz. 10:00.",
        "Vi ses om två veckor på tisdag kl. 10.00.",
        "İki hafta sonra Salı günü saat 10:00'da görüşelim.",
    ],
)
def test_the_week_after_next_is_neither_this_nor_the_next(text: str) -> None:
    assert appointment(text, told_on=MONDAY) == LATER_TUESDAY


@pytest.mark.parametrize(
    "text",
    [
        "Kommen Sie bitte am übernächsten Dienstag um 10 Uhr.",
        "Das Gespräch ist in KW 99, Dienstag um 10 Uhr.",
    ],
)
def test_no_day_is_made_up_where_the_week_is_not_sure(text: str) -> None:
    assert appointment(text, told_on=MONDAY) is None


def test_the_weekday_after_next_is_sure_once_this_weeks_is_over() -> None:
    text = "Kommen Sie bitte am übernächsten Dienstag um 10 Uhr."
    assert appointment(text, told_on=date(2026, 3, 4)) == LATER_TUESDAY


@pytest.mark.parametrize(
    "text",
    [
        "In week 2 of the course it is quiet. Come on Tuesday at 10am.",
        "Wir melden uns. Dienstag um 10 Uhr geht auch.",
        "Raum 3 am Dienstag um 10 Uhr.",
    ],
)
def test_what_only_looks_like_a_named_week_leaves_the_day(text: str) -> None:
    assert appointment(text, told_on=MONDAY) == datetime(2026, 3, 3, 10)  # noqa: DTZ001


@given(
    st.dates(date(2025, 1, 1), date(2028, 12, 31)),
    st.integers(1, 53),
    st.sampled_from(["Montag", "Dienstag", "Donnerstag", "Sonntag"]),
)
def test_a_day_of_a_numbered_week_is_of_that_week_and_to_come(
    told_on: date, week: int, name: str
) -> None:
    text = f"Wir laden Sie zum Gespräch ein: KW {week}, {name} um 10 Uhr."
    for mention in days_in(text, told_on=told_on):
        if mention is not None:
            assert mention.day.isocalendar().week == week
            assert timedelta(0) <= mention.day - told_on
