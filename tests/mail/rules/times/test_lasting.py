from __future__ import annotations

from datetime import time

import pytest

from onward.mail.rules.times.lasting import minutes_told


@pytest.mark.parametrize(
    ("text", "begins", "minutes"),
    [
        (
            "When: Tuesday 8 December 2026, 09:00 to 15:30\nWhere: Mill Lane",
            "09:00",
            390,
        ),
        ("Time: 8.30am - 3pm\nVenue: Holly Lane", "08:30", 390),
        ("We look forward to seeing you from 2 to 4pm on Friday.", "14:00", 120),
        ("Thursday 3 December, 10:15-11:00, Room 4", "10:15", 45),
        ("Das Gespräch findet von 9 bis 11 Uhr statt.", "09:00", 120),
        ("L'entretien aura lieu de 14h à 15h30.", "14:00", 90),
        ("La entrevista será de 10:00 a 11:30 en la oficina.", "10:00", 90),
    ],
)
def test_how_long_it_lasts_is_told_by_its_end(
    text: str, begins: str, minutes: int
) -> None:
    assert minutes_told(text, begins=time.fromisoformat(begins)) == minutes


@pytest.mark.parametrize(
    "text",
    [
        "Friday 4 December at 9:00. The office closes at 15:30.",
        "Friday 4 December at 9:00, and reply by 11:00 today.",
        "We will ring you between 9:00 - 11:00 on Friday.",
        "Friday at 9:00 to 9:05",
        "Friday 9:00 to 10:00, or Monday 9:00 to 11:00",
        "Friday at 9:00 to meet 3 of the team",
        "From 9:00 to 08:00",
    ],
)
def test_without_one_sure_end_nothing_is_said_of_its_length(text: str) -> None:
    assert minutes_told(text, begins=time(9)) is None
