"""Receipts that say where to look how an application gets on, and noes that say so too."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Verdict
from tests.mail.rules.letters import make_message

_PLACES = [
    "You can follow its status in your candidate home.",
    "You can check its status in your account.",
    "Track its progress in your candidate profile.",
    "Its current status is always shown in your candidate home.",
    "You can always see where your application stands in your candidate home.",
]
_THANKS = "Thank you for your application for the position of Stock Planner (R-20447) at Fennmoor."
_SIGNED = "Fennmoor\nTalent Acquisition\n\nThis mailbox is not monitored."


def _read(text: str) -> Verdict:
    message = make_message("Your application", text, sender="fennmoor@myworkday.com")
    return read_message(message).verdict


@pytest.mark.parametrize("place", _PLACES)
def test_a_receipt_that_says_where_to_look_is_no_no(place: str) -> None:
    assert _read(f"Dear Ida,\n\n{_THANKS} {place}\n\n{_SIGNED}") is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    "no",
    [
        "After careful review we have decided to go ahead with other candidates.",
        "We are not able to take your application any further.",
        "The position has been filled.",
    ],
)
@pytest.mark.parametrize("place", _PLACES[:3])
def test_a_no_that_says_where_to_look_stays_one(no: str, place: str) -> None:
    assert _read(f"Dear Ida,\n\n{_THANKS} {no} {place}\n\n{_SIGNED}") in ENDINGS
