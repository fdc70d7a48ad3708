from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.appointments.held import held_on, of_held_talk
from onward.mail.rules.appointments.retelling import told_of
from onward.mail.rules.basics.text import fold
from onward.mail.rules.types import Verdict
from onward.mail.rules.verdicts.classification import Classification, Clues
from tests.mail.rules.letters import make_message

WEDNESDAY = date(2026, 3, 4)


def day_of(text: str) -> date | None:
    told = told_of(subject="Hello", text=text, told_on=WEDNESDAY)
    return held_on(fold(text), told=told, told_on=WEDNESDAY)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for the call this morning. I will come back to you next week.",
        "Good to speak with you on the phone just now.",
        "I would like to thank you for your time in our interview today.",
        "It was a pleasure to meet you this afternoon.",
        "Vielen Dank für das nette Telefonat heute Vormittag.",
        "Es war schön, dass wir eben telefoniert haben.",
        "Merci pour notre échange de ce matin.",
        "Gracias por la llamada de hoy.",
        "Grazie per la telefonata di stamattina.",
        "Obrigado pela conversa de hoje.",
        "Bedankt voor het gesprek van vanochtend.",
        "Dziękuję za dzisiejszą rozmowę.",
        "Tack för samtalet i dag.",
        "Bugünkü görüşmemiz için teşekkür ederiz.",
    ],
)
def test_a_talk_of_the_day_of_the_mail(text: str) -> None:
    assert day_of(text) == WEDNESDAY


@pytest.mark.parametrize(
    "text",
    [
        "Really enjoyed our conversation yesterday.",
        "Vielen Dank für das gestrige Gespräch.",
        "Merci pour notre entretien d'hier.",
        "Gracias por la charla de ayer.",
        "Grazie per il colloquio di ieri.",
        "Obrigada pela entrevista de ontem.",
        "Bedankt voor het telefoontje van gisteren.",
        "Dziękujemy za wczorajszą rozmowę.",
        "Tack för intervjun igår.",
        "Dünkü görüşmemiz için teşekkür ederiz.",
    ],
)
def test_a_talk_of_the_day_before(text: str) -> None:
    assert day_of(text) == date(2026, 3, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thank you for the call.",
        "Thank you for agreeing to a call today.",
        "Thank you for your message this morning about the interview.",
        "I tried to call you this morning.",
        "Thanks for the call this morning. Could you come in on Friday at 10:00?",
        "Thanks for the call today. We invite you to a second interview; when suits you?",
        "I spoke to my manager this morning about your interview.",
        "The panel met this morning.",
        "Ich habe heute mit Herrn Moss gesprochen.",
        "Vielen Dank für die Bestätigung des Gesprächs heute um 15 Uhr.",
        "Danke für die Nachricht von heute früh zum Gespräch.",
        "It was good to meet you today, and thank you for the call yesterday.",
    ],
)
def test_what_is_to_come_or_was_with_others_or_is_unsure_tells_no_day(
    text: str,
) -> None:
    assert day_of(text) is None


@given(st.text(max_size=300))
def test_any_words_can_be_read(text: str) -> None:
    assert day_of(text) in {None, WEDNESDAY, date(2026, 3, 3)}


OPEN = Classification(Verdict.AMBIGUOUS, 0.5, clues=Clues(is_known=True))
THANKS = (
    "Dear Robin,\n\n{said} I will talk to my manager and come back to you.\n\nKim Alder"
)


@pytest.mark.parametrize(
    "said",
    [
        "thank you for the call yesterday, it was good to hear about your time at the hotel.",
        "it was lovely to meet you this morning.",
        "great speaking with you today!",
    ],
)
def test_a_talk_that_known_mail_looks_back_on_took_place(said: str) -> None:
    message = make_message("Night Porter", THANKS.format(said=said))
    told = of_held_talk(OPEN, message=message)
    assert told.verdict is Verdict.INTERVIEW
    assert said.rstrip(" .!")[:20] in told.because[0].words
    unknown = replace(OPEN, clues=Clues())
    assert of_held_talk(unknown, message=message) is unknown


@pytest.mark.parametrize(
    "said",
    [
        "thank you for your message yesterday.",
        "we were unable to speak yesterday, could you call me?",
        "thanks for the chat a while back.",
    ],
)
def test_what_else_came_yesterday_is_no_talk(said: str) -> None:
    message = make_message("Night Porter", THANKS.format(said=said))
    assert of_held_talk(OPEN, message=message) is OPEN
