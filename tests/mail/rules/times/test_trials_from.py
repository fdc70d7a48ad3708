"""The hour from which somebody works on trial: "Monday, 14.12., from 7:30 for a trial day"."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.times.when import appointment, appointments

TOLD = date(2026, 12, 1)


@pytest.mark.parametrize(
    "text",
    [
        "bitte am Montag, 14.12., ab 7:30 Uhr zum Probearbeiten.",
        "Wir laden Sie am Montag, 14.12., ab 7:30 Uhr zum Probearbeiten ein.",
        "Am Montag, 14.12.2026, ab 7:30 Uhr zur Probearbeit in Halle 2.",
        "gern am 14.12. ab 7:30 Uhr zum Schnuppertag",
        "kommen Sie bitte am Montag, 14.12., ab 7:30 Uhr zum Probearbeiten.",
    ],
)
def test_it_begins_then(text: str) -> None:
    assert appointment(text, told_on=TOLD) == datetime.fromisoformat("2026-12-14T07:30")


def test_each_of_two_days_has_the_hour() -> None:
    text = "bitte am 14.12. und 15.12. ab 7:30 Uhr zum Probearbeiten"
    days = {datetime.fromisoformat(f"2026-12-{day}T07:30") for day in (14, 15)}
    assert appointments(text, told_on=TOLD) == days


@pytest.mark.parametrize(
    "text",
    [
        "Sie erreichen mich am Montag, 14.12., ab 7:30 Uhr.",
        "Rückfragen zum Probearbeiten bitte am Montag, 14.12., ab 7:30 Uhr.",
        "Das Ergebnis Ihrer Probearbeit gibt es am Montag, 14.12., ab 10 Uhr.",
        "Ich bin am Montag, 14.12., ab 7:30 Uhr im Haus, zum Probearbeiten finden wir einen Tag.",
        "Am Montag, 14.12., ab 10 Uhr bin ich erreichbar.",
        "Melden Sie sich zum Probearbeiten am Montag, 14.12., ab 7:30 Uhr telefonisch.",
        "Zum Probearbeiten habe ich Ihren Brief vom 14.12., ab 7:30 Uhr bin ich da.",
        "Wir haben am 14.12. ab 8 Uhr geöffnet.",
        "Am 14.12. ab 8 Uhr geht die Liste raus, zum Probearbeiten später mehr.",
        "Die Teststrecke ist am Montag, 14.12., ab 10 Uhr frei.",
    ],
)
def test_another_hour_begins_nothing(text: str) -> None:
    assert appointment(text, told_on=TOLD) is None
