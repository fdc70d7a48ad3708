"""Noes of few and plain words, of whoever the reader asked for work: told, or asked about."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict


def _read(text: str, *, is_known: bool, subject: str = "Medical Biller") -> Verdict:
    sender = Address("Jodi Lamm", "jodi@larkbilling.example")
    mail = Message("k", "k@larkbilling.example", None, sender, subject, text)
    return read_message(mail, is_known=is_known).verdict


@pytest.mark.parametrize("is_known", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "We are unable to consider your application because it was received after the closing date of 10/15/2026.",
        "We could not process your application, as it arrived after the deadline.",
        "Your application was submitted after the closing date and will not be considered.",
    ],
)
def test_what_came_too_late_to_be_considered_is_no_receipt(
    text: str, *, is_known: bool
) -> None:
    assert _read(text, is_known=is_known) is Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "We received your application after the deadline, but we will still consider it.",
        "Your application was received on the closing date. We will be in touch.",
        "If your application arrives after the deadline, we cannot consider it.",
        "We have received your application. The closing date is 10/15/2026.",
        "Applications received after the closing date are not considered. Yours has arrived.",
    ],
)
def test_a_word_on_the_closing_day_is_no_no(text: str) -> None:
    assert _read(text, is_known=False) is not Verdict.REJECTION


def test_an_application_for_a_course_that_came_too_late_is_no_hiring_no() -> None:
    text = "We are unable to consider your application for the evening course because it was received after the deadline."
    assert _read(text, is_known=False, subject="Evening course") is not (
        Verdict.REJECTION
    )


def test_what_was_incomplete_and_is_rejected_asks_for_nothing() -> None:
    text = "Your application for Medical Biller was incomplete and has been rejected."
    assert _read(text, is_known=True) is Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "Your application for Medical Biller is incomplete. Please send us your references.",
        "Your application for Medical Biller is not complete yet: please finish it by Friday.",
        "We have received your application for Medical Biller. No application has been rejected yet.",
    ],
)
def test_what_is_only_incomplete_is_no_no(text: str) -> None:
    assert _read(text, is_known=True) is not Verdict.REJECTION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Seasonal help", "Hi Dana! Aww thank you for thinking of us. We're actually all set for the season now, my college girls are coming back. See you Saturday tho, new hand-dyes are in"),
        ("Re: Counter help", "Thanks for stopping by Dana, but we are set for this winter. Come and see us for mulch in spring, and say hi to your mother from all of us."),
    ],
)  # fmt: skip
def test_who_is_all_set_is_asked_about(subject: str, text: str) -> None:
    assert _read(text, is_known=True, subject=subject) is Verdict.AMBIGUOUS


@pytest.mark.parametrize(
    "text",
    [
        "You're all set for now! Your account has been created and you can sign in.",
        "We're all set for your interview on Thursday, December 3 at 2 pm.",
        "We are all set for the meeting on Thursday at 2 pm, see you then.",
    ],
)
def test_who_is_all_set_for_something_says_no_no(text: str) -> None:
    assert _read(text, is_known=True) not in {
        Verdict.REJECTION,
        Verdict.POSITION_CLOSED,
        Verdict.AMBIGUOUS,
    }


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for applying. There is nothing for you to do just now.",
        "Your application has reached us. There is nothing for you to do right now.",
        "Got your form, thanks. Nothing for you to do at the moment, we start reading on Monday.",
    ],
)
def test_where_nothing_is_to_be_done_nothing_is_refused(text: str) -> None:
    subject = "Your application for Data Analyst"
    assert _read(text, is_known=False, subject=subject) is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    "text",
    [
        "Nothing for you right now, sorry.",
        "There's nothing for you at the moment I'm afraid, we've no work.",
        "Nothing this season, sorry. Try again in March.",
    ],
)
def test_where_there_is_nothing_for_the_reader_it_is_a_no(text: str) -> None:
    subject = "Your application for Data Analyst"
    assert _read(text, is_known=False, subject=subject) is Verdict.REJECTION
