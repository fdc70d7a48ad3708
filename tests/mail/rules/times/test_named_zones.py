from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.core.dates import zone
from onward.mail.rules.times.named_zones import zone_named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("on Wednesday, 2 December at 15:00 CET with Tom", "Europe/Berlin"),
        ("at 3 pm (CET)", "Europe/Berlin"),
        ("um 15.30 Uhr MEZ", "Europe/Berlin"),
        ("um 15 Uhr (MESZ)", "Europe/Berlin"),
        ("between 15:00 - 16:00 GMT", "Europe/London"),
        ("10am BST", "Europe/London"),
        ("at 3pm UK time", "Europe/London"),
        ("9:00 AM ET", "America/New_York"),
        ("9 a.m. EST", "America/New_York"),
        ("1:30 pm, Eastern Time", "America/New_York"),
        ("2pm PT", "America/Los_Angeles"),
        ("2 pm Pacific Daylight Time", "America/Los_Angeles"),
        ("14:00 UTC", "UTC"),
    ],
)
def test_a_zone_behind_a_clock_time_is_named(text: str, name: str) -> None:
    assert zone_named(text) == name
    assert zone(name).key == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "at 15:00",
        "CET is our time zone",
        "3pm GMT / 4pm CET",
        "15:00 UTC+2",
        "15:00 IST",
        "Room 5 CT, Hall 3 MT",
        "le 12 et le 13 à 9h et demie",
        "at 15:00 West Street",
        "5 Pt",
        "at 9:00 EtBT",
    ],
)
def test_no_zone_is_guessed(text: str) -> None:
    assert zone_named(text) == ""


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(zone_named(text), str)
