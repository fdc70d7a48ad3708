"""Days on which somebody works are no days of a talk; nor is an hour of one day another's."""

from __future__ import annotations

from datetime import date

import pytest

from onward.mail.rules.times.when import appointment


def _told(text: str, *, on: date) -> str:
    """Return the one time that a text arranges, "" for none."""
    found = appointment(text, told_on=on)
    return f"{found:%Y-%m-%d %H:%M}" if found else ""


TOLD_ON = date(2026, 3, 10)  # a Tuesday
TALK = "We can fit you in on Thursday 19 March at 3.30pm instead."
AT = "2026-03-19 15:30"


@pytest.mark.parametrize(
    "line",
    [
        "Working days: Mon, Tues, Thurs",
        "Non-working day: Wednesday",
        "Office hours Mon-Fri",
        "I work Monday to Wednesday.",
        "Please note that I don't work on Mondays and Fridays",
        "Administrator (Mon - Wed)",
    ],
)
def test_the_days_on_which_somebody_works_are_none_of_a_talk(line: str) -> None:
    text = f"{TALK}\n\nKind regards\nWenna Tolmen\n{line}"
    assert _told(text, on=TOLD_ON) == AT


def test_so_it_is_in_german() -> None:
    text = (
        "Wir haben für Sie Donnerstag, den 19. März, um 15:30 Uhr vorgemerkt.\n\n"
        "Mit freundlichen Grüßen\nWenna Tolmen\nArbeitstage: Montag, Dienstag, Donnerstag"
    )
    assert _told(text, on=TOLD_ON) == AT


def test_days_to_choose_from_are_days() -> None:
    text = "Could you come in next week (Thursday or Friday) at 3pm? I work Monday."
    assert _told(text, on=TOLD_ON) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Slots are available from 14 to 17 April 2026 and must be booked by 17:00 on Thursday 2 April 2026.",
        "Interviews will be held on 17 April, and you need to book by 17:00 on Thursday 2 April.",
        "Your interview is on 17 April, please ring me before 17:00 on 2 April.",
        "Die Gespräche finden am 17. April statt, melden Sie sich bis 17:00 Uhr am 2. April.",
    ],
)
def test_the_hour_by_which_to_book_is_none_of_the_day_before_it(text: str) -> None:
    assert _told(text, on=date(2026, 3, 27)) == ""


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (
            "A member of the panel is needed on Wednesday 11 March and we have had to move the"
            " interviews to Wednesday 18 March. Your new time is 9.20am, same venue.",
            "2026-03-18 09:20",
        ),
        (
            "Can you call in Thursday about 4 and we'll have a look at each other.",
            "2026-03-12 16:00",
        ),
        ("No problem, Monday at 4 (16th).", "2026-03-16 16:00"),
    ],
)
def test_hours_as_people_tell_them(text: str, at: str) -> None:
    assert _told(text, on=TOLD_ON) == at


@pytest.mark.parametrize(
    "text",
    [
        "We finish about 4 weeks after Thursday 12 March.",
        "On Thursday 12 March there are about 4 of us.",
        "We meet on Thursday 12 March, about 4 people.",
    ],
)
def test_about_so_many_is_no_hour(text: str) -> None:
    assert _told(text, on=TOLD_ON) == ""
