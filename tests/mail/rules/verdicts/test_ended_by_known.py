"""Ends that somebody tells who is known from the search, in mail that could be about anything."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Address, Message, Verdict


def _read(subject: str, text: str, *, is_known: bool) -> Verdict:
    sender = Address("Carla Dietz", "cdietz@larkfieldliving.example")
    headers = {"in-reply-to": "<1@mail.example>"} if subject.startswith("Re:") else {}
    mail = Message("k", "k@mail.example", None, sender, subject, text, headers=headers)
    return read_message(mail, is_known=is_known).verdict


@pytest.mark.parametrize("is_known", [True, False])
def test_an_offer_that_is_taken_back_as_all_hiring_is_frozen_is_an_end(
    *, is_known: bool
) -> None:
    text = (
        "Robin,\n\nI have hated writing this all afternoon. We were told this morning that we are"
        " being sold and corporate has frozen all hiring effective immediately, including offers"
        " that aren't signed. So I have to withdraw your offer. It's nothing you did.\n\nI'm so"
        " sorry.\n\nCarla"
    )
    assert _read("Re: Offer letter", text, is_known=is_known) in ENDINGS


def test_who_answers_that_nobody_is_taken_on_says_no() -> None:
    text = (
        "Robin,\n\nAppreciate the kind words. I've got seven guys and enough work for six so I"
        " can't take anybody on. Try me again in the fall when Eddie retires.\n\nHerb"
    )
    assert _read("Re: Looking for work", text, is_known=True) is Verdict.REJECTION


def test_one_rule_alone_is_asked_about() -> None:
    text = (
        "Robin,\n\nthanks for lunch. The council had to withdraw the offer for the old mill, can"
        " you believe it? The boys are well.\n\nCarla"
    )
    assert _read("Lunch", text, is_known=True) not in ENDINGS


def test_a_paid_day_to_see_how_it_goes_is_an_interview() -> None:
    text = (
        "Good talking to you yesterday. What I do with everybody is one paid day riding with Dennis"
        " before we talk numbers. He can take you Tuesday March 3, be here at 7:00 am.\n\nGary"
    )
    assert _read("ride along", text, is_known=True) is Verdict.INTERVIEW
