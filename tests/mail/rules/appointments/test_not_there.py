"""Which place of a calendar's entry is a screen or a call, and nothing beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.appointments.not_there import is_nothing_but_screen


@pytest.mark.parametrize(
    "place",
    [
        "Microsoft Teams Meeting",
        "Microsoft Teams-Besprechung",
        "Réunion Microsoft Teams",
        "Reunión de Microsoft Teams",
        "Riunione di Microsoft Teams",
        "Reunião do Microsoft Teams",
        "Microsoft Teams-vergadering",
        "Spotkanie w aplikacji Microsoft Teams",
        "Microsoft Teams Toplantısı",
        "Microsoft Teams-möte",
        "Online (Zoom)",
        "Zoom",
        "Zoom: https://zoom.example/j/812?pwd=a",
        "Google Meet",
        "Phone",
        "Telefonisch",
        "Telefon",
        "per Video",
        "Videokonferenz",
        "Skype-Besprechung",
        "Skype Meeting",
        "Online",
        "Video call",
        "+44 20 7946 0000 (phone)",
        "Microsoft Teams Meeting; https://teams.example/l/meetup",
        "Telefonisch, wir rufen Sie an",
        "Webex",
        "Par téléphone",
        "Visio",
        "En ligne",
        "por videollamada",
        "videogesprek",
        "Online-Meeting",
        "Teams",
        "online via Teams",
        "telefonicznie",
        "Telefoniskt",
        "Çevrimiçi",
        "MS Teams",
        "Videogespräch",
        "Video-Interview",
        "Telefonat",
        "Téléphone",
        "Teléfono",
        "telefonica",
    ],
)
def test_a_screen_or_a_call_is_no_place(place: str) -> None:
    assert is_nothing_but_screen(place)


@pytest.mark.parametrize(
    "place",
    [
        "Room 4 / Microsoft Teams Meeting",
        "Ropewalk Mill",
        "Phone Shop, 4 High Street",
        "Telefonstraße 4",
        "Telekom Campus, Bonn",
        "Haus 3, Raum 12",
        "Videothek Bergmann",
        "Meeting Room 2",
        "Besprechungsraum 4",
        "Online Marketing GmbH, Lange Str. 3",
        "Zoom Erlebniswelt, Gelsenkirchen",
        "Teams office, 2nd floor",
        "Call centre Leeds",
        "https://zoom.example/j/1",
        "Reception",
        "",
        "4th floor",
        "Mairie de Lyon",
        "Video Studio, Basement",
        "Zoo Café",
        "Telefonplan",
        "Videosaal",
        "Videopark",
        "Vidéothèque",
        "Telefonzentrale",
        "Telefónica",
        "Videojet",
        "Teams / 12",
    ],
)
def test_a_place_is_one_also_beside_a_screen(place: str) -> None:
    assert not is_nothing_but_screen(place)


@given(st.text(max_size=60))
def test_any_words_can_be_asked_of(words: str) -> None:
    beside = is_nothing_but_screen(f"{words} Zoom")
    assert beside or any(map(str.isalnum, words))
