from __future__ import annotations

from datetime import timedelta

import pytest

from onward.method.feelings.words import about_words, quiet_until
from tests.builders import NOW

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (7, "It is quiet until 19:00 today"),
        (24, "It is quiet until tomorrow, 12:00"),
        (48, "It is quiet until Sunday 22 November, 12:00"),
    ],
)
def test_it_is_said_until_when_it_is_quiet(hours: int, said: str) -> None:
    assert quiet_until(NOW + hours * HOUR, now=NOW) == said


def test_a_card_names_what_it_is_about_and_counts_the_rest() -> None:
    assert about_words(["Acme"]) == "It is about Acme."
    assert about_words([*"ABC"]) == "It is about A, B, C."
    assert about_words([*"ABCDE"]) == "It is about A, B, C and 2 more."
