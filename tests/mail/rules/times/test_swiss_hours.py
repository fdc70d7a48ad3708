"""Days and hours as they are told in Switzerland: "um viertel ab zwei", "am 14.15"."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.times.day_alone import day_alone
from onward.mail.rules.times.when import appointment

TOLD_ON = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("told", "hour"),
    [
        ("um viertel ab zwei", "14:15"),
        ("gegen viertel ab zwei", "14:15"),
        ("am viertel ab zwei", "14:15"),
        ("um viertel ab acht", "08:15"),
        ("um Viertel ab 9 Uhr", "09:15"),
        ("am 14.15", "14:15"),
        ("um viertel vor zwei", "13:45"),
        ("um Viertel nach zwei", "14:15"),
        ("um halb drei", "14:30"),
    ],
)
def test_a_swiss_hour_is_read(told: str, hour: str) -> None:
    text = f"Grüezi, kommen Sie doch am Mittwoch 9.12. {told} bei uns vorbei, dann schauen wir alles an."
    assert appointment(text, told_on=TOLD_ON) == datetime.fromisoformat(
        f"2026-12-09T{hour}"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Mittwoch 9.12. ab zwei bei uns",
        "Viertel ab 10 Stück am Mittwoch 9.12.",
        "Am Mittwoch 9.12. am 14.12. oder später",
        "Mittwoch 9.12. am 14.50 Franken",
        "Beginn am 9.12. am 3.20 Tor",
        "Am Mittwoch 9.12. ein viertel ab zwei Liter",
    ],
)
def test_what_is_like_it_is_no_hour(text: str) -> None:
    assert appointment(text, told_on=TOLD_ON) is None


@pytest.mark.parametrize(
    "text",
    [
        "Kommen Sie doch am Mittwoch 9.12. um zehn ab zwei bei uns vorbei, dann schauen wir alles an.",
        "Kommen Sie am Mittwoch, 9. Dezember bei uns vorbei.",
        "Schauen Sie am 9.12. bei mir im Büro vorbei.",
    ],
)
def test_the_day_stands_where_the_hour_is_not_understood(text: str) -> None:
    assert day_alone(text, told_on=TOLD_ON) == date(2026, 12, 9)


@pytest.mark.parametrize(
    "text",
    [
        "Unser Chef kommt am Mittwoch 9.12. bei uns vorbei.",
        "Leider kommt der Kunde am Mittwoch, 9. Dezember bei uns vorbei.",
        "Leider kommen die Prüfer am 9. Dezember bei uns vorbei.",
        "Kommen Sie nicht am 9. Dezember bei uns vorbei.",
        "Können Sie bis am 9. Dezember bei uns vorbeikommen?",
        "Kommen Sie ab 9. Dezember bei uns vorbei.",
        "Kommen Sie am 9. Dezember oder am 10. Dezember bei uns vorbei.",
        "Wenn Sie am 9. Dezember bei uns vorbeikommen wollen, melden Sie sich.",
        "Die Post geht am 9. Dezember an uns vorbei.",
        "Am 9. Dezember ist der Stichtag vorbei.",
        "Falls Sie am 9. Dezember bei uns vorbei kommen, melden Sie sich.",
    ],
)
def test_another_day_is_none_of_a_talk(text: str) -> None:
    assert day_alone(text, told_on=TOLD_ON) is None
