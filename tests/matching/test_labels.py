from __future__ import annotations

import pytest

from onward.matching.labels import (
    CLOSENESS_LABELS,
    KIND_LABELS,
    NEED_LABELS,
    STATUS_LABELS,
    time_words,
)
from onward.matching.rules.types import Closeness, Kind, Need, Status


def test_everything_has_its_words() -> None:
    assert set(NEED_LABELS) == set(Need)
    assert set(STATUS_LABELS) == set(Status)
    assert set(CLOSENESS_LABELS) == set(Closeness)
    assert set(KIND_LABELS) == set(Kind)


@pytest.mark.parametrize(
    ("months", "words"),
    [(0, "0 months"), (1, "1 month"), (12, "1 year"), (20, "1 year 8 months")],
)
def test_months_are_told_as_people_say_them(months: int, words: str) -> None:
    assert time_words(months) == words
