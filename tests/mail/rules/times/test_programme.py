"""Programmes of a day and lists of slots: where the reader's own hour stands in a list."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.times.when import appointment

MONDAY = date(2026, 8, 3)
_ENGLISH = "Please join us on Thursday 13 August. The day is as follows.\n\n"
_SLOTS = """Thank you for agreeing to come on Thursday 13 August. {own}

Slot 1   9.30 am    A.B.
Slot 2   10.10 am   C.D.
Slot 3   10.50 am   E.F.

The office closes at 6pm."""
_NUMBERS = """hier der Zeitplan für Donnerstag, 13. August 2026.

Nr. C-101   08:30
Nr. C-104   09:15
Nr. C-109   10:50

{own}"""


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        (_ENGLISH + "8.40 Arrival and coffee\n9.30 You teach a lesson\n11.15 Interview with the Head", "08:40"),
        (_ENGLISH + "Time | With\n9:00 - 9:45 | Ruth Bell, interview\n9:45 - 10:30 | Panel\n12:15 | Lunch\n1:30 | Tour", "09:00"),
        ("Datum: Donnerstag, 13. August 2026\nOrt: Halle 7, Trier\n\nAblauf\n09:30     | Eintreffen\n10:00     | Gruppenübung\n12:45     | Mittagessen", "09:30"),
        ("Nous vous invitons le jeudi 13 août 2026 à Lyon. Voici le programme :\n\n9h15 Accueil\n9h30 Test écrit\n11h00 Entretien", "09:15"),
        (_SLOTS.format(own="Sam, you are slot 3."), "10:50"),
        (_SLOTS.format(own="You have slot 1, Ada."), "09:30"),
        (_NUMBERS.format(own="Ihre Nummer ist C-104."), "09:15"),
        (_NUMBERS.format(own="An: Frau Yilmaz (Bewerbernummer C-109)"), "10:50"),
        ("Kommen Sie bitte am Donnerstag, 13.8. ab 9 Uhr bei uns vorbei.", "09:00"),
        ("Can we get you in for a trial on Thursday 13 August? Get here for 11, please.", "11:00"),
        ("We will call you at the number on your application on Thursday, August 13 between 9 and 10 am.", "09:00"),
    ],
)  # fmt: skip
def test_the_readers_own_hour_is_read_from_a_list(text: str, clock: str) -> None:
    found = appointment(text, told_on=MONDAY)
    assert found == datetime.fromisoformat(f"2026-08-13T{clock}")


@pytest.mark.parametrize(
    "text",
    [
        "Which of these on Thursday 13 August would suit you?\n\n9.00\n10.30\n14.00",
        "Which of these on Thursday 13 August would suit you?\n\n9:00 with Ann\n10:30 with Bo\n14:00 with Cy",
        _SLOTS.format(own="Which slot do you want?"),
        _SLOTS.format(own="You are slot 4."),
        "The van leaves on Thursday 13 August or Friday 14 August.\n\n9.00 Arrival\n10.00 Tour\n11.00 Lunch",
        "I won't be here for 2 on Thursday.",
    ],
)  # fmt: skip
def test_a_list_to_choose_from_is_nobodys_hour(text: str) -> None:
    assert appointment(text, told_on=MONDAY) is None
