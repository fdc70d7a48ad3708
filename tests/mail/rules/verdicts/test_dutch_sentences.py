from __future__ import annotations

import pytest

from onward.mail.rules.types import Verdict
from onward.mail.rules.verdicts.classify import classify
from tests.mail.rules.letters import make_message

NOES = (
    "Daarom nodigen wij je voor deze ronde niet uit.",
    "Wij kunnen je niet in de verdere procedure meenemen.",
    "We hebben lang getwijfeld en kiezen er toch voor om het niet te doen.",
    "We hebben voor hem gekozen.",
    "Met hen zetten wij de gesprekken voort.",
    "We denken dat het niet de juiste match is.",
)
TALKS = (
    "Ik nodig je graag uit op woensdag 6 mei om 10.00 uur.",
    "Ik heb je ingepland op donderdag 7 mei om 9.30 uur.",
    "Je zit bij de kandidaten die we willen spreken.",
    "Kom vrijdag een ochtend meelopen.",
    "Draai je dinsdag 5 mei een middag mee?",
    "Onze chef ontvangt je donderdag 7 mei.",
)
ASKS = ("Is dat voor jou haalbaar?", "Kun je je daarin vinden?")
NEITHER = (
    "Dan plannen we een kennismaking.",
    "Wij nodigen u uit voor een gesprek over uw uitkering.",
)


def _verdict(sentence: str, *, is_known: bool = False, about: str = "vacature") -> str:
    text = f"Hoi Mo,\n\nHet gaat om de {about}. {sentence}\n\nGroet, Noor"
    return classify(make_message("Bericht", text), is_known=is_known).verdict


@pytest.mark.parametrize("sentence", NOES)
def test_a_no_in_somebody_s_own_words(sentence: str) -> None:
    assert _verdict(sentence) == Verdict.REJECTION


@pytest.mark.parametrize("sentence", TALKS)
def test_a_talk_that_is_asked_for(sentence: str) -> None:
    assert _verdict(sentence) == Verdict.INTERVIEW


@pytest.mark.parametrize("sentence", ASKS)
def test_a_question_that_waits_for_an_answer(sentence: str) -> None:
    assert _verdict(sentence) == Verdict.INFORMATION_REQUEST


@pytest.mark.parametrize("sentence", NEITHER)
def test_neither_a_no_nor_a_talk(sentence: str) -> None:
    assert _verdict(sentence) not in {Verdict.REJECTION, Verdict.INTERVIEW}


@pytest.mark.parametrize("is_known", [False, True])
def test_plain_words_count_where_their_writer_is_known(is_known: bool) -> None:
    said = _verdict("We gaan niet met je verder.", is_known=is_known, about="zaterdag")
    assert (said == Verdict.REJECTION) is is_known


def test_the_hiring_of_all_is_stopped() -> None:
    said = _verdict("De directie heeft besloten de hele werving stil te leggen.")
    assert said == Verdict.POSITION_CLOSED


def test_the_end_of_a_contract_is_no_offer() -> None:
    text = "Hierbij de bevestiging. Lever je pas in."
    subject = "Aanzegging einde arbeidsovereenkomst"
    assert classify(make_message(subject, text)).verdict != Verdict.OFFER


def test_another_time_is_nobody_else_s_job() -> None:
    assert _verdict("Kies dan hier een ander moment.") != Verdict.REJECTION
