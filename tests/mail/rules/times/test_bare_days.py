"""Days by their number alone, "on the 4th at 4.45", and with the year before them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.times.days import days_in
from onward.mail.rules.times.last_day import last_day
from onward.mail.rules.times.when import appointment

TOLD_ON = date(2026, 8, 25)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("We'd like you in on the 4th at 4.45 once the kids have gone.", "04T16:45"),
        ("Could you come on the 4th, 10 am, to our yard?", "04T10:00"),
        ("am 4. hätten wir Zeit für Sie, da ist Ruhetag. 17 Uhr, Seiteneingang.", "04T17:00"),
        ("Kommen Sie am 4. um 9 Uhr in die Werkstatt.", "04T09:00"),
        ("DATE:   2026/09/04\nTIME:   14h00\nVENUE: 3rd floor", "04T14:00"),
    ],
)  # fmt: skip
def test_a_number_alone_is_the_next_such_day(text: str, moment: str) -> None:
    found = appointment(text, told_on=TOLD_ON)
    assert found == datetime.fromisoformat(f"2026-09-{moment}")


@pytest.mark.parametrize(
    "text",
    ["Could you send me the forms by the 4th?", "Bitte bis zum 4. zurückschicken."],
)
def test_it_may_be_a_last_day(text: str) -> None:
    assert last_day(text, told_on=TOLD_ON) == date(2026, 9, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Please come to the desk on the 4th floor at 10:30.",
        "Thanks for meeting us on the 24th at 10 am.",
        "Melden Sie sich am 4. Schalter um 10 Uhr.",
        "Das ist am 2. Standort so.",
        "You came in on the 3rd attempt.",
        "I'll take you off the list for the 4th.",
        "Please be there at 10:30, on the 3rd\nof 12 places.",
        "Um 10:30 Uhr sind Sie der 3.\nvon 12 Kandidaten.",
        "Sie sind der 3., mit dem wir um 10:30 Uhr sprechen.",
        "Als der 3. an der Reihe kommen Sie um 10 Uhr.",
    ],
)
def test_a_number_of_anything_else_or_gone_is_none(text: str) -> None:
    assert not [*days_in(text, told_on=TOLD_ON)]


@given(st.dates(date(2026, 1, 1), date(2029, 12, 31)), st.integers(1, 31))
def test_a_bare_number_lies_ahead_within_a_month(told_on: date, number: int) -> None:
    for found in days_in(f"on the {number}th at 10 am", told_on=told_on):
        assert found is not None
        assert found.day.day == number
        assert timedelta() < found.day - told_on < timedelta(days=31)
