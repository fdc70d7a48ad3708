"""An answer that takes one of several hours of a single day."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from onward.mail.rules.appointments.chosen_time import chosen_time

_OFFERED_ON = date(2026, 3, 2)
_LATE = datetime.combine(date(2026, 3, 5), time(14, 15))


def _chosen(offered: str, answer: str) -> datetime | None:
    return chosen_time(
        offered=offered, offered_on=_OFFERED_ON, answer=answer, answered_on=_OFFERED_ON
    )


@pytest.mark.parametrize(
    ("offered", "answer"),
    [
        ("I have this Thursday 3/5 at 10:00 AM or 2:15 PM. Which do you prefer?", "2:15 on Thursday please"),
        ("I have Thursday, March 5, at 10 am or 2:15 pm. Let me know by Wednesday.", "2.15 works best for me, thanks"),
        ("Hätten Sie am Donnerstag, 5. März, um 10:00 Uhr oder 14:15 Uhr Zeit?", "14:15 Uhr passt mir gut."),
        ("Le jeudi 5 mars à 10h00 ou 14h15, que préférez-vous ?", "14h15 me convient très bien."),
        ("El jueves 5 de marzo a las 10:00 o a las 14:15, ¿qué prefiere?", "A las 14:15 me va bien."),
        ("Giovedì 5 marzo alle 10:00 o alle 14:15, cosa preferisce?", "Alle 14:15 va benissimo."),
        ("Quinta-feira, 5 de março, às 10:00 ou às 14:15, o que prefere?", "Às 14:15 está ótimo."),
        ("Donderdag 5 maart om 10:00 uur of 14:15 uur, wat schikt u?", "14:15 uur is prima voor mij."),
        ("W czwartek 5 marca o 10:00 lub 14:15, co Pani woli?", "O 14:15 będzie dobrze."),
        ("Torsdag den 5 mars kl. 10:00 eller kl. 14:15, vad passar?", "Kl. 14:15 passar bra för mig."),
    ],
)  # fmt: skip
def test_the_hour_that_an_answer_names_is_taken(offered: str, answer: str) -> None:
    assert _chosen(offered, answer) == _LATE


@pytest.mark.parametrize(
    ("offered", "answer"),
    [
        # Refused, both, another day, an hour that nobody offered, and a stretch.
        ("Thursday 3/5 at 10:00 AM or 2:15 PM?", "Unfortunately I can't do 2:15"),
        ("Thursday 3/5 at 10:00 AM or 2:15 PM?", "10:00 or 2:15, both are fine"),
        ("Thursday 3/5 at 10:00 AM or 2:15 PM?", "Friday at 2:15 would be better"),
        ("Thursday 3/5 at 10:00 AM or 2:15 PM?", "Could we make it 3:30?"),
        ("Thursday 3/5 from 10:00 AM to 2:15 PM.", "2:15 is when I have to leave"),
        ("Thursday 3/5 at 10:00 AM or Friday 3/6 at 2:15 PM?", "My bus leaves 2:15 from home"),
        ("Thursday 3/5 at 10:00 AM or 2:15 PM?", "Thank you, I will be there"),
    ],
)  # fmt: skip
def test_what_takes_no_single_hour_sets_none(offered: str, answer: str) -> None:
    assert _chosen(offered, answer) is None
