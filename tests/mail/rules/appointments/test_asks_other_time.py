from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.appointments.asks_other_time import asks_other_time
from onward.mail.rules.appointments.letter import Letter
from onward.mail.rules.appointments.rearranging import Turn
from onward.mail.rules.appointments.talk import retold, told_anew
from tests.mail.rules.appointments.test_rearranging import letter


@pytest.mark.parametrize(
    "text",
    [
        "Dear Kim, thank you. Tuesday is difficult for me. Would Thursday work?",
        "I'm afraid I can't make the 12th. Sorry!",
        "Could we move our talk to the afternoon?",
        "Guten Tag, am Dienstag kann ich leider nicht. Ginge Donnerstag, der 19. März?",
        "Der Termin passt mir leider nicht.",
        "Wäre auch ein anderer Termin möglich?",
        "Je ne peux malheureusement pas mardi.",
        "Serait-il possible de le reporter à jeudi ?",
        "El martes no puedo, lo siento.",
        "¿Podríamos vernos el jueves por la tarde?",
        "Purtroppo martedì non posso.",
        "Infelizmente não posso na terça.",
        "Dinsdag kan ik helaas niet.",
        "Niestety we wtorek nie mogę.",
        "Salı günü müsait değilim.",
        "På tisdag kan jag tyvärr inte.",
    ],
)
def test_another_time_is_asked_for(text: str) -> None:
    assert asks_other_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday at ten suits me. Thank you.",
        "Thank you for the invitation, I look forward to it.",
        "Where should I park on Tuesday?",
        "Dienstag um zehn passt mir gut, vielen Dank.",
        "Vielen Dank für die Einladung. Bis Dienstag!",
        "Merci, mardi à dix heures me convient.",
        "Gracias, el martes me viene bien.",
        "Thank you.\n\nOn Monday Kim wrote:\n> I cannot make it earlier than Tuesday.",
    ],
)
def test_agreeing_and_other_questions_move_nothing(text: str) -> None:
    assert not asks_other_time(text)


@given(st.text(max_size=400))
def test_any_words_ask_or_do_not(text: str) -> None:
    assert asks_other_time(text) in (True, False)


def own(key: str, *, hours: int) -> Letter:
    return letter(key, hours=hours, turn=Turn.ASKED, verdict="sent")


def test_the_next_mail_after_asking_is_about_the_same_interview_once() -> None:
    told = [letter("a", hours=0), own("b", hours=1), letter("c", hours=2)]
    assert retold(told) == {"c": "a"}
    assert retold([*told, letter("d", hours=9)]) == {"c": "a"}
    assert retold([letter("c", hours=2), *told[:2]]) == {"c": "a"}


def test_of_an_interview_without_a_day_no_day_comes_to_be_in_doubt() -> None:
    assert told_anew([letter("a", hours=0), own("b", hours=1)]) == {}


def test_asking_concerns_an_interview_that_is_known_and_not_over() -> None:
    late = letter("a", hours=0, uid="u", begins_in=1)
    assert retold([late, own("b", hours=90), letter("c", hours=91)]) == {}
    assert retold([own("b", hours=0), letter("c", hours=1)]) == {}
    task = letter("c", hours=2, verdict="assessment")
    assert retold([letter("a", hours=0), own("b", hours=1), task]) == {}
