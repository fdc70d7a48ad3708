"""Hours that are said to be exact: "7 sharp", "um Punkt 9", "à 7 h pile"."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from onward.mail.rules.times.when import appointments

WEDNESDAY = date(2026, 3, 4)


def hour_on_friday(text: str) -> time | None:
    told = appointments(text, told_on=WEDNESDAY)
    assert {at.date() for at in told} <= {date(2026, 3, 6)}
    assert len(told) <= 1
    return next((datetime.time(at) for at in told), None)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Be here at 7 sharp on Friday.", time(7)),
        ("Your trial shift is on Friday. Be here at 7 sharp.", time(7)),
        ("Friday 6 March, 7.30 sharp, gate 4.", time(7, 30)),
        ("Friday 6 March at seven sharp", time(7)),
        ("on Friday at 7 o'clock sharp", time(7)),
        ("See you on Friday, 6:45 on the dot.", time(6, 45)),
        ("Come on Friday at exactly 9.", time(9)),
        ("on Friday at 2 sharp", time(14)),
        ("Friday evening at 7 sharp", time(19)),
        ("Freitag um 7 pünktlich am Tor", time(7)),
        ("Bitte kommen Sie am Freitag um 7 Uhr scharf.", time(7)),
        ("Am Freitag bitte pünktlich um 7.", time(7)),
        ("Freitag um Punkt 9", time(9)),
        ("Freitag 6. März, Schlag 8 Uhr", time(8)),
        ("Rendez-vous vendredi à 7 h pile au dépôt.", time(7)),
        ("Soyez là vendredi à sept heures précises.", time(7)),
        ("El viernes a las 7 en punto.", time(7)),
        ("Venerdì alle 7 in punto.", time(7)),
        ("Na sexta-feira às 7 em ponto.", time(7)),
        ("Je bent vrijdag stipt 7 uur welkom.", time(7)),
        ("W piątek o 9 punktualnie", time(9)),
        ("Välkommen på fredag klockan 7 prick.", time(7)),
    ],
)
def test_the_hour_is_told(text: str, hour: time) -> None:
    assert hour_on_friday(text) == hour


@pytest.mark.parametrize(
    "text",
    [
        "Bring 7 sharp knives on Friday.",
        "Be at gate 7 sharp on Friday.",
        "On Friday we meet at 5 sharp.",
        "Seien Sie am Freitag an Tor 7 pünktlich.",
        "Am Freitag fahren Sie an der 7 scharf links.",
    ],
)
def test_what_is_no_hour_or_may_be_either_is_not(text: str) -> None:
    assert hour_on_friday(text) is None
