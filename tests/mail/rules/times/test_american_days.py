"""Days and hours as Americans write them: "Tuesday, 11/10/2026", "2:30p CT", "at 2 Eastern"."""

from __future__ import annotations

from datetime import date

import pytest

from onward.mail.rules.times.named_zones import zone_named
from onward.mail.rules.times.when import appointments

TOLD_ON = date(2026, 10, 1)
LATER = date(2026, 10, 19)
EAST, CENTRAL, WEST = "America/New_York", "America/Chicago", "America/Los_Angeles"


def told(text: str, *, on: date = TOLD_ON) -> str:
    found = appointments(text, told_on=on)
    return " ".join(sorted(at.isoformat(timespec="minutes") for at in found))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (
            "Your interview is scheduled for Tuesday, 11/10/2026 at 1:30 PM",
            "2026-11-10T13:30",
        ),
        (
            "Date: Tuesday, 11/10/2026\nTime: 9:00 AM (doors close at 8:55)",
            "2026-11-10T09:00",
        ),
        ("Your interview is on Tue 11/10/2026 at 1:30 PM", "2026-11-10T13:30"),
        ("Your interview is on 11/10/2026 (Tuesday) at 1:30 PM", "2026-11-10T13:30"),
        ("Your interview is on Sunday, 11/10/2026 at 1:30 PM", "2026-10-11T13:30"),
        ("Gespräch am Dienstag, 10/11/2026 um 14:30 Uhr", "2026-11-10T14:30"),
        ("Your interview is on 11/10/2026 at 1:30 PM EST", "2026-11-10T13:30"),
        ("Date: 11/10/2026\nTime: 1:30 PM EST", "2026-11-10T13:30"),
        ("Can you talk 10/11 at 2 pm ET?", "2026-10-11T14:00"),
        ("Your interview is on 11/10/26 at 1:30 PM EST", "2026-11-10T13:30"),
        (
            "Your interview is scheduled for 11/24/26 1:30 PM EST.",
            "2026-11-24T13:30",
        ),
        ("Your interview is scheduled for 24/11/26 at 1:30 PM.", "2026-11-24T13:30"),
        ("Entrevista el 10/11/2026 a las 14:30", "2026-11-10T14:30"),
    ],
)
def test_what_stands_beside_a_date_tells_its_month(text: str, at: str) -> None:
    assert told(text) == at


@pytest.mark.parametrize(
    "text",
    [
        "Your interview is on Friday, 11/10/2026 at 1:30 PM",
        "Your interview is on 11/10/2026 at 13:30",
        "Your interview: 10/11/2026, 2:30 PM CET",
        "Gespräch am 10/11/2026 um 14:30 Uhr",
        "Can you talk 10/11 at 2 pm?",
        "So 10/11 um 11 Uhr",
    ],
)
def test_a_date_that_may_be_either_is_none(text: str) -> None:
    assert told(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Reference 8/10/26.",
        "Received 9/15/26.",
        "Invoice 10/12/26 attached.",
        "You applied for 24/7/36 shifts.",
        "Rated 3 on 4/5 by staff.",
        "We are at 2 Central.",
        "Our office is at 88 Polaris Ct.",
        "The Mountain View office.",
        "Lunch is 5p each.",
        "At 12 Pacific, suite 2.",
        "It's 10 CT scans a day.",
    ],
)
def test_other_numbers_are_no_days_and_no_hours(text: str) -> None:
    asked = f"{text} Your interview is on Tuesday, October 6 at 3pm."
    assert told(asked) == "2026-10-06T15:00"
    assert zone_named(asked) == ""


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (
            "Can you do Thurs 10/22 at 11? 5500 Frantz Rd, ste 210.",
            "2026-10-22T11:00",
        ),
        (
            "can you come do a trial shift this sat 10/24 at 7am?",
            "2026-10-24T07:00",
        ),
        ("Can you do 10/22 at 2 pm?", "2026-10-22T14:00"),
        ("Can you do 10/22 at 2?", "2026-10-22T14:00"),
        ("Can you come in at 2 pm on 10/22?", "2026-10-22T14:00"),
        ("Can we move our meeting to 11 on 10/22?", "2026-10-22T11:00"),
        ("could you do 10/22 at 11 instead? Same address.", "2026-10-22T11:00"),
        ("Can you come at 11 on 22 October?", "2026-10-22T11:00"),
        ("Do 22/10 um 11 Uhr im Haus A", "2026-10-22T11:00"),
        ("Geht Donnerstag um 10? 8400 Winterthur, Zimmer 4", "2026-10-22T10:00"),
    ],
)
def test_a_day_in_two_numbers_has_its_hour(text: str, at: str) -> None:
    assert told(text, on=LATER) == at


@pytest.mark.parametrize(
    "text",
    [
        "Can you do Thursday, October 22 at 11? 1200 works as well.",
        "Can you do Thursday, October 22 at 11, 12 or 1?",
        "The committee sat 10/22 at 11.",
    ],
)
def test_two_hours_and_a_day_that_was_are_none(text: str) -> None:
    assert told(text, on=LATER) == ""


@pytest.mark.parametrize(
    ("text", "hour", "zone"),
    [
        ("Could we talk Tues 10/6 at 2:30p CT?", "14:30", CENTRAL),
        ("Could we talk Tuesday, October 6 at 2:30p Central?", "14:30", CENTRAL),
        ("Could we talk Tuesday, October 6 at 2p ET?", "14:00", EAST),
        ("Could we talk Tuesday, October 6 at 9:30a PT?", "09:30", WEST),
        ("Could we talk Tuesday, October 6 at 8:15p?", "20:15", ""),
        ("Could we talk Tuesday, October 6 at 9a?", "09:00", ""),
        ("Could we talk Tuesday, October 6 at 2 Eastern?", "14:00", EAST),
        ("Could we talk Tuesday, October 6 at 11 ET?", "11:00", EAST),
        ("Could we talk Tuesday at 3 Central?", "15:00", CENTRAL),
        ("Could we talk at 2 Eastern on Tuesday, October 6?", "14:00", EAST),
        ("She has Tues the 6th at 2 Eastern open. OK?", "14:00", EAST),
        ("Interview am Dienstag, 6. Oktober um 14 MEZ.", "14:00", "Europe/Berlin"),
        ("Entretien le mardi 6 octobre à 14 CET.", "14:00", "Europe/Berlin"),
        ("Entrevista el martes 6 de octubre a las 14 CET.", "14:00", "Europe/Berlin"),
        ("Colloquio martedì 6 ottobre alle 14 CET.", "14:00", "Europe/Berlin"),
        ("Entrevista na terça, 6 de outubro, às 14 CET.", "14:00", "Europe/Berlin"),
        ("Gesprek op dinsdag 6 oktober om 14 CET.", "14:00", "Europe/Berlin"),
        ("Rozmowa we wtorek 6 października o 14 CET.", "14:00", "Europe/Berlin"),
        ("Intervju tisdag den 6 oktober kl. 14 CET.", "14:00", "Europe/Berlin"),
        ("Görüşme 6 Ekim Salı saat 14 CET.", "14:00", "Europe/Berlin"),
    ],
)
def test_a_zone_half_written_is_read(text: str, hour: str, zone: str) -> None:
    assert told(text) == f"2026-10-06T{hour}"
    assert zone_named(text) == zone


def test_a_street_behind_at_is_no_hour() -> None:
    asked = "Interview Tuesday, October 6 at 2 Central Avenue, 3pm."
    assert told(asked) == "2026-10-06T15:00"
    assert told("Please come to our office at 2 Central on a weekday.") == ""
