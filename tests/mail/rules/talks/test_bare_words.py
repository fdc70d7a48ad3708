from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.talks.bare_words import bare_words, may_be_bare
from onward.mail.rules.types import Address, Message, Verdict


def short(text: str) -> Message:
    return Message(
        key="k",
        message_id="k@x.example",
        sent_at=None,
        sender=Address("Kim", "kim@bright-harbour.example"),
        subject="Re: Unterlagen",
        text=text,
    )


ASKS = [
    "Welche Gehaltsvorstellung haben Sie?",
    "Hallo Robin,\n\nwann könnten Sie anfangen?\n\nGruß\nKim",
    "Wie ist Ihre Kündigungsfrist?",
    "Ab wann wären Sie verfügbar?",
    "Haben Sie einen Führerschein?",
    "Könnten Sie mir noch Ihre Zeugnisse schicken?",
    "When could you start?",
    "What are your salary expectations?",
    "What is your notice period?",
    "Are you still interested?",
    "Could you send me your certificates?",
    "Quelles sont vos prétentions salariales ?",
    "¿Cuándo podría empezar?",
    "Quando potrebbe iniziare?",
    "Quando poderia começar?",
    "Wanneer zou u kunnen beginnen?",
    "Od kiedy mógłby Pan zacząć?",
    "u did great!! when can u start?",
    "r u still interested?",
    "Ne zaman başlayabilirsiniz?",
    "När kan du börja?",
]
ARRIVED = [
    "Danke, alles angekommen.",
    "Alles gut angekommen, danke!",
    "Ihre Unterlagen sind angekommen.",
    "Vielen Dank, ist angekommen.",
    "Thanks, got it.",
    "Hi Robin,\n\nthanks, all received.\n\nKim",
    "Your documents have arrived. Thank you.",
    "Thank you, we have received everything.",
    "Bien reçu.",
]
OTHER = [
    "Thanks, see you on Tuesday.",
    "Not everything has arrived.",
    "Leider ist nichts angekommen.",
    "Sobald alles angekommen ist, melde ich mich.",
    "Sie hatten nach der Kündigungsfrist gefragt.",
    "When could we have dinner?",
    "I got home safely.",
    "Danke, alles angekommen. Wann sehen wir uns?",
    "Thanks.\n\n> When could you start?",
    "When could you start? " + "There is much more to say of it. " * 20,
]


@pytest.mark.parametrize("text", ASKS)
def test_a_short_question_is_found(text: str) -> None:
    found = bare_words(short(text))
    assert found is not None
    assert found.verdict is Verdict.INFORMATION_REQUEST
    assert text[found.because.start : found.because.end] == found.because.words
    assert may_be_bare(text)


@pytest.mark.parametrize("text", ARRIVED)
def test_words_that_something_arrived_are_found(text: str) -> None:
    found = bare_words(short(text))
    assert found is not None
    assert found.verdict is Verdict.CONFIRMATION
    assert may_be_bare(text)


@pytest.mark.parametrize("text", OTHER)
def test_other_words_are_none(text: str) -> None:
    assert bare_words(short(text)) is None


@given(st.text(max_size=300))
def test_what_is_found_may_be_found_at_a_glance(text: str) -> None:
    found = bare_words(short(text))
    assert found is None or may_be_bare(text)
