from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.talks.feedback_answer import (
    Said,
    feedback_answers,
    gives_feedback,
)

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
NO = Said("no", START, is_no=True, is_human=True, message_id="no@x")
ASKS = Said("asks", START + DAY, asks=True, message_id="asks@x")
SECOND = Said("second", START + 2 * DAY, is_no=True, is_human=True)
MACHINE = Said("machine", START + 2 * DAY, is_no=True)


def test_a_no_after_the_question_is_the_answer() -> None:
    assert feedback_answers([NO, ASKS, SECOND]) == {"second"}
    assert feedback_answers([NO, SECOND], asked=[START + DAY]) == {"second"}
    assert feedback_answers([ASKS, SECOND], noes=[START]) == {"second"}


def test_what_answers_the_question_itself_is_the_answer_whoever_wrote_it() -> None:
    answer = Said("a", START + 200 * DAY, is_no=True, references=("asks@x",))
    assert feedback_answers([NO, ASKS, answer]) == {"a"}


def test_a_no_without_a_question_or_from_a_machine_or_late_stays_one() -> None:
    late = Said("late", START + 120 * DAY, is_no=True, is_human=True)
    assert feedback_answers([NO, SECOND]) == set()
    assert feedback_answers([NO, ASKS, MACHINE]) == set()
    assert feedback_answers([NO, ASKS, late]) == set()


def test_a_question_before_any_no_makes_no_answer_of_the_no() -> None:
    early = Said("early", START - DAY, asks=True, message_id="asks@x")
    answer = Said("a", START, is_no=True, is_human=True, references=("asks@x",))
    assert feedback_answers([early, answer]) == set()


def test_words_that_give_feedback_are_enough_after_a_no() -> None:
    told = Said("told", START + 2 * DAY, is_no=True, is_human=True, gives=True)
    assert feedback_answers([NO, told]) == {"told"}
    assert feedback_answers([told]) == set()


@pytest.mark.parametrize(
    "text",
    [
        "You asked for feedback on your interview.",
        "Thank you for your request for feedback.",
        "I am happy to give you some feedback.",
        "You asked what you could have done better.",
        "For future interviews I would suggest more concrete examples.",
        "Sie hatten um eine Rückmeldung gebeten.",
        "Gerne gebe ich Ihnen ein Feedback zu Ihrem Gespräch.",
        "Sie wollten wissen, woran es lag.",
        "Vous nous avez demandé un retour sur votre entretien.",
        "Här kommer lite återkoppling.",
    ],
)
def test_words_say_that_feedback_is_given(text: str) -> None:
    assert gives_feedback(text)


@pytest.mark.parametrize(
    "text",
    [
        "Unfortunately we have decided to move forward with other candidates.",
        "Due to the number of applications we cannot give individual feedback.",
        "We would be grateful for your feedback on our process.",
        "Leider müssen wir Ihnen absagen. Wir können keine individuelle Rückmeldung geben.",
        "Wir melden uns mit einer Rückmeldung.",
    ],
)
def test_a_no_that_only_speaks_of_feedback_gives_none(text: str) -> None:
    assert not gives_feedback(text)


_SAID = st.builds(
    Said,
    key=st.sampled_from("abcdefgh"),
    at=st.integers(0, 200).map(lambda days: START + days * DAY),
    asks=st.booleans(),
    is_no=st.booleans(),
    is_human=st.booleans(),
    gives=st.booleans(),
)


@given(st.lists(_SAID, max_size=8, unique_by=lambda said: said.key))
def test_the_first_no_is_never_an_answer_and_order_does_not_matter(
    mail: list[Said],
) -> None:
    found = feedback_answers(mail)
    assert feedback_answers(reversed(mail)) == found
    noes = sorted(said.at for said in mail if said.is_no)
    assert all(said.at > noes[0] for said in mail if said.key in found)
