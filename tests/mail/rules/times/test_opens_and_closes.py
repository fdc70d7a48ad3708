"""When something opens or closes: an hour to hand something in is none to meet anybody."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.times.last_day import last_day
from onward.mail.rules.times.when import appointment

MONDAY = date(2026, 8, 3)
NEXT_MONDAY = date(2026, 8, 10)


@pytest.mark.parametrize(
    "text",
    [
        "The exam opens Thursday, 6 August at 8:00 a.m. and closes Monday, 10 August at 11:59 p.m.",
        "Your test goes live on Thursday 6 August at 9 am and closes on Monday 10 August at 5 pm.",
        "Booking closes at 6pm on Monday 10 August.",
        "The assessment link expires at 17:00 on Monday 10 August.",
        "Please upload your slides to https://jobs.example/slides/AB12 by 17:00 on Monday 10 August.",
        "You are requested to bring both forms to Room 14 before 12h00 on 10 August.",
        "Die Anmeldung zum Test schließt um 18 Uhr am Montag, 10. August.",
        "Der Test ist ab 8 Uhr am 5. August freigeschaltet und endet am Montag, 10. August, 20 Uhr.",
    ],
)  # fmt: skip
def test_what_closes_is_due_and_meets_nobody(text: str) -> None:
    assert appointment(text, told_on=MONDAY) is None
    assert last_day(text, told_on=MONDAY) == NEXT_MONDAY


@pytest.mark.parametrize(
    "text",
    [
        "The trial is from 9 until 11 on Monday 10 August.",
        "von 9 bis 11 Uhr am Montag, 10. August",
    ],
)
def test_the_end_of_a_stretch_is_no_last_hour(text: str) -> None:
    found = appointment(text, told_on=MONDAY)
    assert found == datetime.fromisoformat("2026-08-10T09:00")


def test_a_shop_that_closes_is_no_last_day() -> None:
    text = "Text us before we close at 9 on Monday 10 August if you cannot come."
    assert last_day(text, told_on=MONDAY) is None
