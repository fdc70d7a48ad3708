from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.appointments.retelling import (
    Told,
    is_said_again,
    may_mean,
    told_by_clock,
    told_of,
)
from onward.mail.rules.basics.language import codes
from onward.mail.rules.basics.tables import tables

ON = date(2026, 3, 12)
AT = datetime(2026, 3, 12, 9)  # noqa: DTZ001
BEGINS = datetime(2026, 3, 17, 10)  # noqa: DTZ001
KNOWN = told_by_clock(BEGINS)


def told(text: str, *, subject: str = "Re: Night Porter") -> Told:
    return told_of(subject=subject, text=text, told_on=ON)


def again(text: str, *, known: Told = KNOWN, in_same_talk: bool = True) -> bool:
    return is_said_again(told(text), known, in_same_talk=in_same_talk)


@pytest.mark.parametrize("name", ["retelling", "handed_in"])
def test_every_language_has_its_table(name: str) -> None:
    assert set(tables(name)) == set(codes())
    assert len({frozenset(table) for table in tables(name).values()}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "You are the 3rd of 12 candidates.",
        "Sie sprechen mit dem 3. von 12 Kandidaten.",
        "Vous êtes le 3 des 12 candidats.",
        "Usted es el 3 de 12 candidatos que vienen a la entrevista.",
        "Lei è il 3 di 12 candidati per il colloquio.",
        "Je bent de 3e van 12 kandidaten.",
        "Du är den 3:e av 12 sökande.",
    ],
)
def test_a_place_in_a_row_is_no_day(text: str) -> None:
    assert told(text).numbers == frozenset()


@pytest.mark.parametrize(
    "text",
    ["Am 3. von 10 bis 12 Uhr.", "Rendez-vous le 3 de 10h à 12h.", "On the 3rd, then."],
)
def test_hours_behind_a_day_make_it_none_of_a_row(text: str) -> None:
    assert told(text).numbers | {day.day for day in told(text).days} == {3}


@pytest.mark.parametrize(
    "text",
    [
        "See you on 17 March at 10:00.",
        "See you on 17 March.",
        "See you on the 17th, then.",
        "See you on the 17th at 10am.",
        "Rendez-vous donc le 17 à 10h.",
        "Bis Dienstag um 10 dann.",
    ],
)
def test_the_same_day_is_said_again_in_any_conversation(text: str) -> None:
    assert again(text, in_same_talk=False)


@pytest.mark.parametrize(
    "text",
    [
        "The door is behind the mill.",
        "See you at 10:00.",
        "Please confirm by 14 March.",
    ],
)
def test_nothing_new_is_said_again_in_the_same_conversation_only(text: str) -> None:
    assert again(text)
    assert not again(text, in_same_talk=False)


@pytest.mark.parametrize(
    "text",
    [
        "See you on 18 March at 10:00.",
        "See you on 18 March.",
        "See you on the 18th at 10:00.",
        "See you at 11:00.",
        "See you on 17 March at 11:00.",
        "We meet on 17 March. The second interview is on 24 March.",
        "We invite you to a second interview at 10:00.",
        "We invite you to a second interview.",
        "When would suit you?",
        "See you on 3/4/2026.",
    ],
)
def test_another_day_hour_or_round_is_one_of_its_own(text: str) -> None:
    assert not again(text)


def test_a_second_round_that_is_known_is_said_again() -> None:
    known = told("We invite you to a second interview on 17 March at 10:00.")
    assert again("For the second interview please use the side door.", known=known)
    assert again("See you on 17 March for the second interview.")


def test_of_several_days_that_were_offered_one_is_said_again() -> None:
    known = told("Would 17 March at 10:00 or 18 March at 14:00 suit you?")
    assert known.begins is None
    assert known.lies_ahead(AT)
    assert again("See you on 18 March.", known=known)
    assert not again("See you on 19 March.", known=known)
    assert not again("See you on 18 March at 16:00.", known=known)
    assert not again("See you at 10:00.", known=known)


def test_the_subject_of_an_answer_is_that_of_the_mail_before() -> None:
    first = told("Please come.", subject="Interview on 17 March at 10:00")
    assert first.begins == BEGINS
    answer = told("Please come.", subject="Re: Interview on 17 March at 10:00")
    assert not answer.days


def test_what_is_over_or_has_no_day_does_not_lie_ahead() -> None:
    assert KNOWN.lies_ahead(AT)
    assert not KNOWN.lies_ahead(BEGINS)
    assert not Told().lies_ahead(AT)


times = st.frozensets(st.builds(time, st.integers(0, 23)), max_size=2)
days = st.frozensets(st.dates(ON, date(2026, 4, 12)), max_size=3)


@given(
    st.builds(Told, days=days, meeting=days, times=times, is_vague=st.booleans()),
    st.booleans(),
)
def test_what_names_only_other_days_is_never_said_again(
    new: Told, in_same_talk: bool
) -> None:
    if new.meeting and BEGINS.date() not in new.days:
        assert not is_said_again(new, KNOWN, in_same_talk=in_same_talk)


@given(
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.integers(0, 40),
    st.integers(0, 40),
)
def test_a_day_is_meant_for_an_agreed_one_only_by_its_weekday_and_in_the_week_ahead(
    told_on: date, named: int, agreed: int
) -> None:
    day, other = told_on + timedelta(days=named), told_on + timedelta(days=agreed)
    is_meant = may_mean(day, other, told_on=told_on)
    assert is_meant == (named <= 7 and named < agreed and (agreed - named) % 7 == 0)
