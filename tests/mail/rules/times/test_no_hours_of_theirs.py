"""Houses, streets, rooms and other things by the way, which must not be the day or hour of a talk."""

from __future__ import annotations

from datetime import date

import pytest

from onward.mail.rules.times.named_zones import zone_named
from onward.mail.rules.times.when import appointments

TOLD_ON = date(2026, 2, 20)
TEN, THREE = "2026-03-12T10:00", "2026-03-12T15:00"


def told(text: str, *, on: date = TOLD_ON) -> str:
    found = appointments(text, told_on=on)
    return " ".join(sorted(at.isoformat(timespec="minutes") for at in found))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("See you Thursday 12 March at 4a Mill Lane", ""),
        ("See you Thursday 12 March at 9a, Mill Lane", ""),
        ("See you Thursday 12 March at 9a\nMill Lane", ""),
        ("See you on Thursday 12 March at 12A Station Road.", ""),
        ("See you on Thursday 12 March @5A Dock Street, 11:00", "2026-03-12T11:00"),
        ("See you on Thursday 12 March at 3P car park, 10 am", TEN),
        ("Thursday 12 March, 2:50p from the machine, 10 am", TEN),
        ("We are at 9a. Come Thursday 12 March at 10 am.", TEN),
        ("Your interview is on Thursday 12 March, 10 am, at 4a, Mill Lane.", TEN),
        ("Can you come on Thursday, March 12 at 2p or 3p, your pick.", ""),
        ("Can you come Thursday, March 12 at 10a, 11a or 1p?", ""),
        ("Room 5A, CT department, on Thursday 12 March at 10 am.", TEN),
    ],
)
def test_a_letter_behind_a_number_is_mostly_of_a_house(text: str, at: str) -> None:
    assert told(text) == at
    assert zone_named(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Interview on 12/03/2026 at 2pm, Central Library, Leeds",
        "Interview on 12/03/2026 at 2pm Central Library, Leeds",
        "Interview 10/04/2026, 2pm, Pacific House, Cardiff",
        "Interview on 09/04/2026 at 10am, Eastern General Hospital",
        "Interview on 09/04/2026 at 10am (CT department, level 2)",
        "Interview on 09/04/2026 at 10am PT suite",
        "Interview on 09/04/2026 at 10am, PT.",
        "Date: 12/11/2026\nTime: 2pm\nCentral Library",
        "Date: 12/11/2026\nTime: 2pm\nPacific",
    ],
)
def test_a_house_called_like_a_zone_does_not_turn_a_date(text: str) -> None:
    assert told(text) == ""


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Interview Thursday 12 March, at 10 Mt Pleasant, 3pm", THREE),
        ("Interview Thursday 12 March at 9 Ct Square, 3pm", THREE),
        ("Interview Thursday 12 March at 9 CT Square", ""),
        ("Interview Thursday 12 March at 9 Ct.", ""),
        ("Interview Thursday 12 March at 14 PT.", ""),
        ("We are at 9 CT. Interview Thursday 12 March at 3pm", THREE),
        ("Interview Thursday 12 March at 9 CT.", "2026-03-12T09:00"),
        ("We changed your room to 12 on Thursday 12 March.", ""),
        ("We moved your table to 9 on Thursday 12 March", ""),
        ("We changed our number to 12 on Thursday 12 March.", ""),
        ("Can we move our first meeting to 11 on 12 March?", "2026-03-12T11:00"),
        ("We have moved your interview to 11 on 12 March.", "2026-03-12T11:00"),
    ],
)
def test_a_street_or_a_room_has_a_number_too(text: str, at: str) -> None:
    assert told(text) == at


@pytest.mark.parametrize(
    "text",
    [
        "Wir laden Sie ein: Am Donnerstag, 12. März laufen die Gespräche ab 9 Uhr, Ihres ist um 11.20 Uhr.",
        "Wir laden Sie ein, Donnerstag, 12. März, ab 12 Uhr Mittagessen.",
        "Zum Schnuppern rufen Sie bitte Frau Meier am Donnerstag, 12. März ab 9 Uhr an.",
        "Wir laden Sie zum Gespräch am Donnerstag, 12. März ein, der Link ist ab 9 Uhr aktiv.",
        "Am Donnerstag, 12. März schnuppern Sie bei uns, der Parkplatz ist ab 8 Uhr offen.",
        "Schnuppertag am Donnerstag, 12. März, Bus ab 6.30",
        "Schnuppertag: Donnerstag, 12. März, ab 6.30 Uhr fährt der Bus.",
        "Wir laden Sie ein, am Donnerstag, 12. März, ab 13 Uhr sind wir flexibel.",
        "Probetag Donnerstag, 12. März, Link ab 9 Uhr",
        "Bel voor de meeloopdag donderdag 12 maart vanaf 9 uur.",
        "Pour la journée d'essai, appelez-nous jeudi 12 mars dès 9h.",
        "Para el día de prueba llame el jueves 12 de marzo desde las 9:00.",
    ],
)
def test_from_when_something_else_is_open_is_no_beginning(text: str) -> None:
    assert told(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Sizes 36/38/40. Interview Thursday 12 March at 3pm",
        "Interview on Thursday 12 March at 3pm, case 36/38/40, lot 22/13/26",
        "Invoice 3/22/26 is due. Interview Thursday 12 March at 3pm",
        "It stands on 36/38/40. Interview Thursday 12 March at 3pm",
        "Your code is on 2/30/26. Interview Thursday 12 March at 3pm",
    ],
)
def test_three_short_numbers_of_nothing_known_are_no_day(text: str) -> None:
    assert told(text) in {THREE, ""}
    assert told(text) == THREE or "2/30" in text


@pytest.mark.parametrize("text", ["Case 3/24/26: interview at 3 pm", "22/13/26 at 3pm"])
def test_nor_have_they_an_hour(text: str) -> None:
    assert told(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Results come at 5 pm on 10/20. Interview Thursday October 22 at 10 am",
        "Interview Thursday October 22 at 10 am. Results come at 5 pm on 10/27.",
    ],
)
def test_an_hour_before_a_day_in_two_numbers_may_be_by_the_way(text: str) -> None:
    assert told(text, on=date(2026, 10, 15)) == "2026-10-22T10:00"


@pytest.mark.parametrize(
    "text",
    [
        "Entrevistamos de 8 a unas 10 personas el jueves 12 de marzo.",
        "Nous travaillons avec de 8 à environ 10 candidats le jeudi 12 mars.",
        "Incontriamo da 8 a circa 10 candidati giovedì 12 marzo.",
        "Op donderdag 12 maart spreken we van 8 tot ongeveer 10 kandidaten.",
        "Wir sehen am Donnerstag, 12. März von 8 bis ca. 10 Bewerber.",
        "We see from 8 to about 10 candidates on Thursday 12 March.",
        "W czwartek 12 marca spotykamy od 8 do około 10 kandydatów.",
        "Torsdag den 12 mars träffar vi från 8 till cirka 10 sökande.",
    ],
)
def test_how_many_they_see_is_no_stretch_of_time(text: str) -> None:
    assert told(text) == ""
