"""Hours that a mail names and at which nobody is met: choices, groups, calls, numbers."""

from __future__ import annotations

from datetime import date

import pytest

from onward.mail.rules.times.when import appointment

TOLD_ON = date(2026, 9, 21)  # a Monday


@pytest.mark.parametrize(
    "text",
    [
        "Interviews take place on Friday, 25 September. Please tell us which time suits you:\n\n1) 9:00\n2) 10:30\n3) 14:00\n\nPlease bring your 2 references.",
        "The day is Friday, 25 September. You are in group B, which starts after lunch.\n\n9:00 Arrival of group A\n10:00 Test\n13:00 Arrival of group B\n14:00 Interviews",
        "Could you give me a ring on Thursday between 2 and 4 so that we can find a time?",
        "Sie können am Donnerstag zwischen 9 und 12 Uhr vorbeikommen, wann es Ihnen passt.",
    ],
)  # fmt: skip
def test_an_hour_at_which_nobody_is_met_is_none(text: str) -> None:
    assert appointment(text, told_on=TOLD_ON) is None
