from __future__ import annotations

import dataclasses

import pytest

from onward.mail.rules.types import Address
from onward.mail.rules.verdicts.context import around, is_bulk, is_hiring_sender
from tests.mail.rules.letters import make_message

MAIL = make_message("Hello", "Some words.")


def points(subject: str = "Hello", *, words: dict[str, int], system: str = "") -> int:
    message = make_message(subject, "Some words.")
    return around(message, words=words, system=system).points


def test_a_trade_cannot_outweigh_a_job_that_is_named() -> None:
    trade = {"festival": -2, "tickets": -2, "customer": -2}
    assert points("Box office assistant", words={"the job": 2, **trade}) == 3
    assert points("Our programme", words={"job": 2, **trade}) == -4


def test_what_is_applied_for_outweighs_a_title() -> None:
    assert points("Loan officer", words={"loan application": -4, "application": 1}) < 2


def test_words_of_any_competition_count_only_beside_a_word_of_work() -> None:
    assert points(words={"application": 1, "panel": 1}) == 1
    assert points(words={"application": 1, "panel": 1, "position": 2}) == 4


def test_mail_to_a_list_needs_more_to_be_about_hiring() -> None:
    message = dataclasses.replace(MAIL, headers={"list-unsubscribe": "<mailto:x@y>"})
    words = {"position": 2, "job": 2}
    assert around(message, words=words, system="").points == 0
    # Half of all system mail has the header.
    assert around(message, words=words, system="Greenhouse").points == 10


@pytest.mark.parametrize("local", ["newsletter", "news", "digest-noreply"])
def test_some_mailboxes_write_to_everybody(local: str) -> None:
    message = dataclasses.replace(MAIL, sender=Address("", f"{local}@paper.example"))
    assert is_bulk(message)


@pytest.mark.parametrize("local", ["jobs", "personnel", "stellen", "azubi", "hr"])
def test_some_mailboxes_are_those_of_hiring(local: str) -> None:
    assert is_hiring_sender(Address("", f"{local}@firm.example"))
    assert not is_hiring_sender(Address("", "someone@firm.example"))
