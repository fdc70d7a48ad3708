from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.appointments.new_time import moved_to, new_time

TOLD_ON = date(2026, 11, 18)
OLD = datetime(2026, 11, 19, 16)  # noqa: DTZ001 -- on the clock of the place


def at(day: int, hour: int, minute: int = 0) -> datetime:
    month = 11 if day > 18 else 12
    return datetime(2026, month, day, hour, minute)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Can we push our call to Tuesday 1 December, same time?", at(1, 16)),
        ("Wir verschieben auf den 1. Dezember zur gleichen Uhrzeit.", at(1, 16)),
        ("There is a fair in on 19 November, can we do 1 December 9am?", at(1, 9)),
        (
            "Können wir auf Donnerstag, den 3. Dezember, um 10:30 verlegen?",
            at(3, 10, 30),
        ),
        ("¿Podemos cambiar al viernes 4 de diciembre a las 10:30?", at(4, 10, 30)),
        (
            "Our call on Thursday 19 November at 4pm has been moved to 1 December at 9:00.",
            at(1, 9),
        ),
        (
            "I am away on Thursday 19 November, would Friday 20 November at 4pm suit you?",
            at(20, 16),
        ),
        (
            "Our call on 19 November at 4pm moves to Thursday 3 December at 4pm.",
            at(3, 16),
        ),
    ],
)
def test_the_new_time_is_the_one_that_is_not_the_old(
    text: str, found: datetime
) -> None:
    assert new_time(text, told_on=TOLD_ON, before=[OLD]) == found


@pytest.mark.parametrize(
    "text",
    [
        "Can we move our call? Something has come up tomorrow.",
        "Our call on Thursday 19 November at 4pm has to be moved.",
        "Our call on 19 November at 4pm has to be moved to 1 December.",
        "Would 1 December at 9:00 or 2 December at 11:00 suit you instead?",
        "At the same time we thank you. Let us move it to 1 December or 2 December.",
    ],
)
def test_no_time_is_chosen_where_none_or_several_are_named(text: str) -> None:
    assert new_time(text, told_on=TOLD_ON, before=[OLD]) is None


@given(text=st.text(), before=st.lists(st.just(OLD), max_size=1))
def test_the_old_time_is_never_the_new_one(text: str, before: list[datetime]) -> None:
    found = new_time(text, told_on=TOLD_ON, before=before)
    assert found is None or (before and found not in before)


def test_the_old_day_is_known_by_its_weekday_and_time() -> None:
    text = "I can't make Thursday at 4pm any more. Would 3 December at 11:00 work?"
    long_before = date(2026, 11, 10)
    assert new_time(text, told_on=long_before, before=[OLD]) == at(3, 11)


@pytest.mark.parametrize(
    "text",
    [
        "I have to move our talk on Thursday. Instead, can we do 1 December at 9:00?",
        "Unser Gespräch muss ich verschieben. Können wir stattdessen am 1. Dezember um 9 Uhr sprechen?",
        "L'incontro di giovedì 19 novembre alle 16.30 salta. È quindi spostato a martedì 1 dicembre, ore 9.00.",
        "Your interview originally booked for 19 November at 9:00 has been changed.\nThe new details are: 1 December, 9:00",
        "No bother about Friday. Shall we say Tuesday 1 December instead, 9 o'clock, same place?",
        "We had to shift your talk set down for 27 November at 2pm. It's now at 9:00 on 1 December.",
        "Kim has to travel on Thursday, so we need to move our interview to Tuesday, 1 December at 9:00.",
        "We need to move our interview from Thursday, 19 November at 10:00 to Tuesday, 1 December at 9:00.",
        "Leider müssen wir unser Gespräch auf Dienstag, den 1. Dezember, 9 Uhr verschieben.",
        "Unser Gespräch vom 19. November um 10 Uhr müssen wir auf den 1. Dezember um 9 Uhr verlegen.",
        "Nous devons reporter notre entretien au mardi 1er décembre à 9h00.",
        "Tenemos que mover la entrevista al martes 1 de diciembre a las 9:00.",
        "Dobbiamo spostare il colloquio a martedì 1 dicembre alle 9:00.",
        "Precisamos de adiar a entrevista para terça-feira, 1 de dezembro, às 9:00.",
        "We moeten ons gesprek naar dinsdag 1 december om 9.00 uur verplaatsen.",
        "Musimy przełożyć naszą rozmowę na wtorek 1 grudnia o 9:00.",
        "Vi måste flytta intervjun till tisdag den 1 december kl. 9.00.",
    ],
)
def test_words_say_which_time_is_new_where_no_old_one_is_known(text: str) -> None:
    told = moved_to(text, told_on=TOLD_ON)
    assert told == at(1, 9)


@pytest.mark.parametrize(
    "text",
    [
        "I have to move our talk on 1 December at 9:00.",
        "Unser Gespräch am 1. Dezember um 9 Uhr muss ich verschieben.",
        "Leider muss ich unser Gespräch am 1. Dezember um 9 Uhr auf die Woche danach verlegen.",
        "Our talk on 1 December at 9:00 is cancelled. I will find a new date.",
        "We move it. New date: 1 December at 9:00 or 2 December at 9:00.",
    ],
)
def test_a_time_that_may_be_the_old_one_is_not_taken(text: str) -> None:
    assert moved_to(text, told_on=TOLD_ON) is None


MONDAY = date(2026, 8, 3)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Leider muss ich unser Gespräch morgen um 15 Uhr verschieben. Passt Ihnen stattdessen Freitag, der 7., gleiche Uhrzeit?", "07T15:00"),
        ("Ich muss unser Gespräch am Mittwoch um 10 Uhr verschieben, zwei sind krank. Könnten wir das auf Freitag legen? Da wäre es um 8.30 Uhr am ruhigsten.", "07T08:30"),
        ("We have to move our talk on Wednesday at 10 am. Could you do Friday instead, same time?", "07T10:00"),
    ],
)  # fmt: skip
def test_the_new_day_may_keep_the_hour_or_be_told_it_later(
    text: str, moment: str
) -> None:
    told = moved_to(text, told_on=MONDAY)
    assert told == datetime.fromisoformat(f"2026-08-{moment}")


@pytest.mark.parametrize(
    "text",
    [
        "Ich muss unser Gespräch am Mittwoch um 10 Uhr verschieben. Der Test am Freitag beginnt um 9 Uhr.",
        "Ich muss unser Gespräch am Mittwoch um 10 Uhr auf nächste Woche verschieben. Am Freitag um 9 Uhr sage ich Bescheid.",
    ],
)  # fmt: skip
def test_another_day_of_something_else_is_no_new_time(text: str) -> None:
    assert moved_to(text, told_on=MONDAY) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # The same weekday and hour, told by its date: no old day told by its weekday.
        ("Could you do Thursday, December 10 at 4 pm instead?", at(10, 16)),
        ("Could you do 12/10 at 4 pm instead?", at(10, 16)),
        ("Ginge Donnerstag, 10. Dezember, um 16 Uhr?", at(10, 16)),
        # Of this week it may be, and of one to come.
        ("See you on Thursday at 4 pm.", None),
    ],
)
def test_the_weekday_of_the_old_time_may_be_that_of_the_new(
    text: str, found: datetime | None
) -> None:
    old = datetime(2026, 12, 17, 16)  # noqa: DTZ001
    for before in (OLD, old):
        assert new_time(text, told_on=date(2026, 11, 25), before=[before]) == (
            found if found or before == old else at(26, 16)
        )
