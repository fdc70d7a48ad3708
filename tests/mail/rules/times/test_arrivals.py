"""When one is to be there is not yet when what one comes for begins."""

from __future__ import annotations

from datetime import date, time

import pytest

from onward.mail.rules.times.when import appointment

_TOLD_ON = date(2026, 2, 27)


def _hour(text: str) -> time | None:
    found = appointment(text, told_on=_TOLD_ON)
    return found.time() if found else None


@pytest.mark.parametrize(
    "text",
    [
        "Date: Wednesday, March 11, 2026\nReport time: 8:40 AM. Interview 9:00 AM\nPlace: Room 210",
        "Wednesday, March 11, check-in 8:40 am, panel starts 9:00 am.",
        "Mittwoch, 11. März 2026\nEintreffen: 8:40 Uhr, Gespräch: 9:00 Uhr",
        "Mercredi 11 mars 2026\nAccueil : 8h40, entretien : 9h00",
        "Miércoles 11 de marzo de 2026\nLlegada: 8:40, entrevista: 9:00",
        "Mercoledì 11 marzo 2026\nRitrovo: 8:40, colloquio: 9:00",
        "Quarta-feira, 11 de março de 2026\nChegada: 8:40, entrevista: 9:00",
        "Woensdag 11 maart 2026\nInloop: 8:40 uur, gesprek: 9:00 uur",
        "Środa, 11 marca 2026\nZbiórka: 8:40, rozmowa: 9:00",
        "Onsdag 11 mars 2026\nSamling: 8:40, intervju: 9:00",
        "11 Mart 2026 Çarşamba\nGiriş: 8:40, mülakat: 9:00",
    ],
)
def test_the_talk_begins_behind_the_arrival(text: str) -> None:
    assert _hour(text) == time(9)


@pytest.mark.parametrize(
    "text",
    [
        # No arrival, no other hour, another hour long after, and one that is no talk.
        "Wednesday, March 11, interview 8:40 AM, lunch 12:00",
        "Wednesday, March 11, please arrive at 8:40 AM",
        "Wednesday, March 11\nArrival: 8:40 AM. Interview 2:00 PM",
        "Wednesday, March 11\nArrival: 8:40 AM. Coffee 9:00 AM",
    ],
)
def test_any_other_first_hour_stays(text: str) -> None:
    assert _hour(text) == time(8, 40)


def test_a_slot_that_was_open_is_listed_behind_its_colon() -> None:
    text = "I grabbed the slot you said was open: Wednesday, March 11, 11:00-11:45 AM."
    assert _hour(text) == time(11)


@pytest.mark.parametrize(
    "text",
    [
        "Our office is open Wednesday, March 11, 11:00 AM.",
        "Applications open Wednesday, March 11, 11:00 AM.",
        "The portal opens Wednesday, March 11, 11:00 AM.",
    ],
)
def test_when_something_opens_nobody_comes(text: str) -> None:
    assert _hour(text) is None
