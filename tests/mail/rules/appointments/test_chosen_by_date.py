"""An answer that takes an offered time by its date, or names the hour that an offer wrote loosely."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.appointments.chosen_time import chosen_time

TOLD_ON = date(2026, 6, 5)
TWO = (
    "Gespräch am 11. Juni?\nGern möchten wir Sie kennenlernen. Ich schlage zwei Zeiten vor:\n\n"
    "- Mittwoch, 10. Juni, 10:00 Uhr\n- Donnerstag, 11. Juni, 14:00 Uhr\n\nWelche passt Ihnen besser?"
)


def taken(answer: str, *, offered: str = TWO) -> datetime | None:
    return chosen_time(
        offered=offered, offered_on=TOLD_ON, answer=answer, answered_on=TOLD_ON
    )


@pytest.mark.parametrize(
    ("answer", "time"),
    [
        (
            "Am Mittwoch habe ich bereits einen Termin, daher gern Donnerstag, 11. Juni, 14 Uhr.",
            "2026-06-11T14:00",
        ),
        (
            "Mittwoch bin ich verhindert, Donnerstag, 11. Juni passt aber gut.",
            "2026-06-11T14:00",
        ),
        ("Dann nehme ich Mittwoch, 10. Juni, 10 Uhr.", "2026-06-10T10:00"),
        ("Ginge auch Freitag, der 12. Juni, um 10 Uhr?", None),
    ],
)
def test_an_offered_time_is_taken_by_its_date(answer: str, time: str | None) -> None:
    assert taken(answer) == (time and datetime.fromisoformat(time))


@pytest.mark.parametrize(
    ("offered", "answer", "time"),
    [
        (
            "können sie mittwoch um 10 mal vorbeikommen ?",
            "Mittwoch, 10.06. um 10 Uhr passt, ich bin da.",
            "2026-06-10T10:00",
        ),
        (
            "Mittwoch, den 10. Juni, 8.30 bis 13 Uhr ist freigehalten. Einverstanden?",
            "Sehr gern, ich bin am 10. Juni um 8.30 Uhr da.",
            "2026-06-10T08:30",
        ),
        (
            "können sie mittwoch um 10 mal vorbeikommen ?",
            "Am 10.06. ginge es bei mir erst um 15 Uhr.",
            None,
        ),
        (
            "Mittwoch, den 10.06. sind wir da, kommen Sie gern vorbei.",
            "Ich komme am 10.06. um 10 Uhr.",
            None,
        ),
    ],
)
def test_an_hour_that_an_offer_writes_is_confirmed(
    offered: str, answer: str, time: str | None
) -> None:
    found = taken(answer, offered=offered)
    assert found == (time and datetime.fromisoformat(time))
