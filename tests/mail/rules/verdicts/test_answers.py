"""Answers in somebody's own words that neither voice hears: asked about, not left out."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict

_TO_AN_APPLICATION = [
    ("Re: Match stewards this winter", "Evening Nuala,\n\nThe list for the season is closed now and we have had to stop where we stopped. Yours was a couple of places below the line. We take people on every spring, so make a note of March.\n\nRegards\nTed Arkwright\nSafety officer, Hollin Bank Rugby Club\n\n> I saw on your website that you look for match day stewards and would like to put my name down"),
    ("Re: Bar work over the festival", "Hi Nuala, thanks for getting in touch about the festival. The whole bar crew from last year said yes within a week, so the rota was done before your message came through. I would ask the caterers next door, they were still short on Monday. Have a good summer and do come by for a drink, Col at the Anchor Tent"),
    ("Re: Weekend girl / boy", "Hi Nuala,\n\nWhat a lovely letter, and the drawings! It is the season for weddings and I have not got my head above water, so I shall not look at any of these properly until the middle of the month. Bear with me, and keep your Saturdays free if you can.\n\nPosy, The Flower Shed"),
]  # fmt: skip
_TO_SOMETHING_ELSE = [
    ("Re: Sunday", "Yes fine, come for one. Your dad wants to know if you still have his spirit level, and whether the children eat fish these days or if I should do the chicken again like last time with the potatoes and the beans from the garden. Bring a coat."),
    ("Re: The stairs", "Oak is up again, so the treads come to a good bit more than what I said. I'll hold the labour where it was because I feel bad about it. I can start on the eleventh if the old ones are out by then, and it will take me three days or so."),
]  # fmt: skip


def _read(subject: str, text: str) -> Verdict:
    sender = Address("Somebody", "somebody@hollinbank.example")
    return read_message(
        Message("m", "<m@example>", None, sender, subject, text)
    ).verdict


@pytest.mark.parametrize(("subject", "text"), _TO_AN_APPLICATION)
def test_an_answer_whose_words_are_those_of_hiring_is_not_left_out(
    subject: str, text: str
) -> None:
    assert _read(subject, text) is not Verdict.OTHER


@pytest.mark.parametrize(("subject", "text"), _TO_SOMETHING_ELSE)
def test_any_other_answer_is_left_out(subject: str, text: str) -> None:
    assert _read(subject, text) is Verdict.OTHER
