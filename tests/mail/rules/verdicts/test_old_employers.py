"""What who was worked for writes at the end of it, and what becomes of a post that nobody pays for."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict


def _verdict(text: str, *, subject: str, is_known: bool = False) -> Verdict:
    message = Message(
        key="m",
        message_id="m@mail.example",
        sent_at=None,
        sender=Address(name="Wenna Tolmen", address="wenna.tolmen@larch.example"),
        subject=subject,
        text=text,
    )
    return read_message(message, is_known=is_known).verdict


@pytest.mark.parametrize(
    "text",
    [
        "Dear Rosa\n\nMr Vale has passed me your letter of resignation dated 6 February. I write to"
        " confirm that this has been accepted with regret and that your last day of employment with the"
        " Trust will be Thursday 30 April 2026. You will be paid up to and including that date. I will"
        " send you the exit questionnaire nearer the time. The post will be advertised from next week."
        "\n\nWenna Tolmen\nHR Manager",
        "Dear Rosa\n\nI acknowledge receipt of your resignation, and will send you a leaver's form to"
        " complete. You will be missed.\n\nWenna Tolmen\nHR Manager",
    ],
)
def test_a_resignation_that_is_accepted_is_ordinary(text: str) -> None:
    assert _verdict(text, subject="Resignation - confidential") == Verdict.OTHER


def test_a_reference_that_was_given_says_no_no() -> None:
    text = (
        "Dear Rosa\n\nI have today done your reference for Larch & Vale and sent it off. I am very"
        " glad for you, though I note they now have a better chemist than I do.\n\nWenna Tolmen"
    )
    assert _verdict(text, subject="Reference") == Verdict.OTHER


def test_a_post_that_nobody_pays_for_went_away() -> None:
    text = (
        "Dear Rosa,\n\nSad tidings I'm afraid. Our bid was turned down, they preferred two larger"
        " museums. Without it there is no money for an Assistant and the trustees agreed that we cannot"
        " go ahead with the post this year. We shall try again in the autumn.\n\nWenna Tolmen"
    )
    subject = "Re: Collections Assistant (part-time)"
    assert _verdict(text, subject=subject) == Verdict.POSITION_CLOSED


def test_an_application_that_does_not_go_ahead_is_a_no() -> None:
    text = (
        "Dear Rosa,\n\nThank you for your application for the post of Collections Assistant. We are"
        " sorry that we will not be going ahead with your application.\n\nWenna Tolmen"
    )
    assert _verdict(text, subject="Collections Assistant") == Verdict.REJECTION


def test_who_has_gone_for_a_lad_says_no_where_they_are_known() -> None:
    text = (
        "Rosa, good to meet you Monday. Have gone for a lad who was at the old lab and knows the kit,"
        " hope no hard feelings. Happy Easter\nWenna"
    )
    assert _verdict(text, subject="job", is_known=True) == Verdict.REJECTION
