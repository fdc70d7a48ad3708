"""Whoever "has to pass" goes no further: on an opening, not on a day or in an exam."""

from __future__ import annotations

import pytest

from onward.mail.rules.talks.own_mail import withdraws


@pytest.mark.parametrize(
    "own",
    [
        "I talked it over with my wife and I'm going to have to pass. The hours are too much of a step.",
        "Thank you, but I think I'll have to pass on this one.",
        "I've decided to pass, sorry.",
        "Da muss ich leider passen.",
        "Ich muss hier passen, die Schichten gehen nicht.",
        "Hier moet ik helaas voor passen.",
        "Jag får tyvärr avstå.",
        "Voy a tener que dejarlo pasar.",
        "Devo passare la mano.",
        "Vou ter de passar desta vez.",
        "Tym razem muszę spasować.",
        "Bu sefer pas geçeceğim.",
    ],
)
def test_who_passes_goes_no_further(own: str) -> None:
    assert withdraws(own)


@pytest.mark.parametrize(
    "own",
    [
        "I have to pass the exam on Friday.",
        "I'm going to have to pass by the office.",
        "On Tuesday I'll have to pass, but Wednesday works.",
        "If it is nights I'm going to have to pass.",
        "I hope I don't have to pass.",
        "Am Dienstag muss ich leider passen, aber Mittwoch geht.",
        "Der Termin muss für beide passen.",
        "Op dinsdag moet ik passen, maar woensdag kan ik.",
        "På tisdag får jag avstå, men onsdag går bra.",
        "Debo pasar el examen primero.",
    ],
)
def test_a_day_an_exam_and_an_if_are_no_pass(own: str) -> None:
    assert not withdraws(own)
