"""Hours with a dot on a line of their own, as councils and health services lay them out."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.times.clock import times_in
from onward.mail.rules.times.when import appointment

TOLD_ON = date(2026, 2, 16)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Date: 3 March 2026\nTime: 11.45", "11:45"),
        ("Date: Tuesday 3rd March 2026\nTime: 11.45\nVenue: Town Hall", "11:45"),
        ("Date:\n3 March 2026\n\nTime:\n11.45", "11:45"),
        ("Date: 3 March 2026\n\nTime of interview: 11.45\n\nVenue: Town Hall", "11:45"),
        ("Date : 3 March 2026 Time : 11.45", "11:45"),
        ("|Date|3 March 2026|\n|Time|11.45|", "11:45"),
        ("Date   3 March 2026\nTime   11.45", "11:45"),
        ("Date: 3 March 2026\nDuration: 45 minutes\nTime: 2.15", "14:15"),
        ("Date: 3 March 2026\nInterview Time: 11.45 - 12.30", "11:45"),
        ("Date: 3 March 2026\nTime: 7.30am", "07:30"),
        ("Date / Time: 3 March 2026 / 11.45", "11:45"),
        ("Interview: Tuesday 3 March 2026, 11.45", "11:45"),
        ("Tuesday 3rd March 2026 at 11.45", "11:45"),
        ("Datum: 3. März 2026\nZeit: 11.45", "11:45"),
        ("Date : mardi 3 mars 2026\nHeure : 11.45", "11:45"),
        ("Data del colloquio: 3 marzo 2026\nOra: 11.45", "11:45"),
        ("Datum: dinsdag 3 maart 2026\nTijd: 11.45", "11:45"),
    ],
)
def test_a_label_makes_a_dotted_number_an_hour(text: str, moment: str) -> None:
    found = appointment(text, told_on=TOLD_ON)
    assert found == datetime.fromisoformat(f"2026-03-03T{moment}")


@pytest.mark.parametrize(
    "text",
    [
        "Date: 3 March 2026\nResponse time: 1.45",
        "Date: 3 March 2026\nTravel time: 11.45",
        "Date: 3 March 2026\nTime: 1.45 hours",
        "Rate from 3 March 2026 12.50 per hour",
        "Am 3. März 2026 12.50 € überwiesen",
        "Am 3. März 2026, Zeit: 15.10. bis 20.10.",
        "Version 2026 11.45.2",
    ],
)
def test_stretches_sums_and_versions_are_none(text: str) -> None:
    assert not [*times_in(text)]
