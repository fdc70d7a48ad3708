"""Days told by weeks or feasts: "this day week", "Mittwoch in acht Tagen", "nach Ostern"."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.times.days import days_in
from onward.mail.rules.times.last_day import last_day
from onward.mail.rules.times.when import appointment

TUESDAY = date(2026, 8, 4)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("I'd like you to come back and meet the owner, this day week at 4.", "11T16:00"),
        ("Kommen Sie Mittwoch in acht Tagen um 10 Uhr vorbei?", "12T10:00"),
        ("Wir sehen uns Donnerstag in 8 Tagen um 10 Uhr.", "13T10:00"),
        ("Pouvez-vous venir jeudi dans huit jours à 10h ?", "13T10:00"),
        ("La aspettiamo giovedì tra otto giorni alle ore 10.", "13T10:00"),
        ("Kom je donderdag over acht dagen om 10.00 uur langs voor een gesprek?", "13T10:00"),
        ("Can you come tmrw at 10 am?", "05T10:00"),
        ("Come by tomorrow at 10 am and ask for Lou.", "05T10:00"),
    ],
)  # fmt: skip
def test_weeks_are_told_in_many_words(text: str, moment: str) -> None:
    found = appointment(text, told_on=TUESDAY)
    assert found == datetime.fromisoformat(f"2026-08-{moment}")


@pytest.mark.parametrize(
    "text",
    [
        "Abgabe spätestens am Mittwoch nach Ostern, 17 Uhr.",
        "Come in on Thursday after Easter at 10 am.",
        "Could you send it by Wednesday before Christmas, please?",
        "Venga el jueves después de Semana Santa a las 10:00.",
        "Kom je donderdag na Pasen om 10.00 uur langs?",
    ],
)
def test_a_weekday_around_a_feast_is_not_the_nearest(text: str) -> None:
    assert [*days_in(text, told_on=TUESDAY)] == [None]
    assert appointment(text, told_on=TUESDAY) is None
    assert last_day(text, told_on=TUESDAY) is None


@pytest.mark.parametrize(
    "text", ["We drink tea on this day at 4.", "Thank you for this day."]
)
def test_this_day_names_none_by_itself(text: str) -> None:
    assert not [*days_in(text, told_on=TUESDAY)]


@pytest.mark.parametrize("verb", ["come", "drop", "stop", "swing", "pop"])
def test_to_come_by_tomorrow_is_no_last_day(verb: str) -> None:
    text = f"Please {verb} by tomorrow with your card."
    assert last_day(text, told_on=TUESDAY) is None
