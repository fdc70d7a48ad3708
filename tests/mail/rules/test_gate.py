from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.classify import classify
from onward.mail.rules.gate import is_about_other, might_be_hiring
from onward.mail.rules.language import language_files
from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Address, Message, Verdict
from onward.mail.rules.words import plain_finder, word_finder
from tests.mail.rules.letters import Letter, all_letters, message_of

GATE = sorted({word for data in language_files() for word in data["gate"]})


def test_no_letter_that_the_rules_read_as_hiring_is_kept_out() -> None:
    def is_lost(letter: Letter) -> bool:
        verdict = classify(message_of(letter)).verdict
        return verdict not in NOT_HIRING and not might_be_hiring(
            letter.subject, letter.text
        )

    lost = [x for x in all_letters() if is_lost(x)]
    assert len(lost) <= 3, lost


@pytest.mark.parametrize(
    "word", ["Interview", "BEWERBUNG", "application", "Vorstellungsgespräch"]
)
def test_a_word_opens_the_gate_in_subject_and_in_text(word: str) -> None:
    assert might_be_hiring(word, "")
    assert might_be_hiring("", "x " * 400 + word)


def test_a_word_across_the_first_part_is_not_lost() -> None:
    for shift in range(40):
        assert might_be_hiring("", "." * (580 + shift) + "interview")


def test_plain_mail_is_kept_out() -> None:
    assert not might_be_hiring("Lunch?", "See you at the lake on Sunday, bring bread.")


def test_no_letter_that_is_turned_away_for_its_topic_is_hiring_mail() -> None:
    turned_away = [x for x in map(message_of, all_letters()) if is_about_other(x)]
    assert turned_away
    for message in turned_away:
        assert read_message(message).verdict is Verdict.OTHER


def about(text: str, *, sender: str) -> bool:
    address = Address("", sender)
    return is_about_other(Message("", "x@x.example", None, address, "News", text))


def test_another_topic_turns_a_mail_away_unless_a_hiring_system_sent_it() -> None:
    text = "Dear reader, this issue of our newsletter: rejection letters. Read more."
    assert about(text, sender="post@paper.example")
    assert not about(text, sender="post@greenhouse-mail.io")
    assert not about("We read your application.", sender="post@paper.example")


def test_a_calendar_part_is_never_turned_away_for_its_topic() -> None:
    text = "Dear reader, newsletter, read more, podcast\nBEGIN:VCALENDAR"
    assert not about(text, sender="post@paper.example")


@given(st.text(alphabet="abinterviewjob ", max_size=60))
def test_the_plain_finder_finds_what_the_quick_one_finds(text: str) -> None:
    quick, plain = word_finder(GATE)(text), plain_finder(GATE)(text)
    assert sorted(quick) == sorted(plain)
