"""Stretches of hours and short weekdays: "btwn 2 and 4", "this sat, 9 til 12", "Mo, 14:00 Uhr"."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.times.days import days_in
from onward.mail.rules.times.when import appointment

MONDAY = date(2026, 8, 3)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Our recruiter will call you on Thursday, August 6 between 1:00 and 2:00 PM.", "06T13:00"),
        ("I'll give you a ring on Thursday between 9 and 11 to go through it.", "06T09:00"),
        ("come by tmrw btwn 2 and 4 b4 the rush", "04T14:00"),
        ("Ich rufe Sie am Donnerstag zwischen 14 und 15 Uhr an.", "06T14:00"),
        ("Kommen Sie am 6. August zwischen 9 und 11 im Lager vorbei.", "06T09:00"),
        ("When: next Friday, 14th August, 10 to 3", "14T10:00"),
        ("Trial shift Saturday 8 August, 6 to 2", "08T06:00"),
        ("Thursday 13 August, 2-4, in the back office", "13T14:00"),
        ("can u come in this sat for a trial? 9 til about 12, we'll feed you", "08T09:00"),
        ("Can you do it on wed at 10am?", "05T10:00"),
        ("Fri 9.30am at the yard, ask for Bo", "07T09:30"),
        ("Di., 14:00 Uhr: Gespräch in der Praxis", "04T14:00"),
    ],
)  # fmt: skip
def test_who_is_rung_or_comes_is_there_when_it_begins(text: str, moment: str) -> None:
    found = appointment(text, told_on=MONDAY)
    assert found == datetime.fromisoformat(f"2026-08-{moment}")


@pytest.mark.parametrize(
    "text",
    [
        "Call us on Thursday between 9 and 11 if you have questions.",
        "Pick any time on Thursday between 9 and 11 and come in.",
        "Sie können jederzeit am Donnerstag zwischen 9 und 11 vorbeikommen.",
        "Choose a slot between 21 and 25 August.",
        "We will call you between 16 and 20 August.",
        "On Thursday between 2 and 4 weeks of work come in.",
        "Thursday 13 August, 5 to 7",  # morning or evening
        "Come on Tuesday, 10-12.",  # hours, or a date
        "For 2 to 3 months from Thursday 6 August, 2-3 people each",
    ],
)
def test_a_stretch_to_choose_from_or_of_days_is_no_hour(text: str) -> None:
    assert appointment(text, told_on=MONDAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "Sprechzeiten: Mo-Fr 8:00-12:00 Uhr, Do zusätzlich 14:00-18:00 Uhr",
        "Open Mon, Wed, Fri 9:00 - 17:00",
        "Büro: Mi 8.00 bis 12.00 Uhr",
        "this sat well with us at 10 am",
        "on sun loungers",
    ],
)
def test_hours_of_an_office_and_other_words_are_no_day(text: str) -> None:
    assert not [*days_in(text, told_on=MONDAY)]
