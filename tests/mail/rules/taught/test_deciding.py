from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.taught.deciding import deciding_words, merged

TEXT = (
    "Unfortunately, we will not be moving forward with your application. All the best"
)


def mark(words: str, *, where: str = "body") -> dict[str, Any]:
    start = TEXT.index(words)
    return {"words": words, "where": where, "start": start, "end": start + len(words)}


def test_words_that_overlap_are_quoted_as_they_stand() -> None:
    because = [
        mark("not be moving forward with your application"),
        mark("Unfortunately, we will not be moving"),
        mark("Unfortunately, we will not"),
        mark("not be moving forward with your application"),
    ]
    assert deciding_words(because) == [TEXT.partition(".")[0]]


def test_the_words_that_decided_most_come_first() -> None:
    because = [mark("All the best"), mark("we will not"), mark("your application")]
    assert deciding_words(because) == [
        "All the best",
        "we will not",
        "your application",
    ]


def test_what_the_subject_says_too_is_said_once() -> None:
    because = [mark("your application"), mark("your application", where="subject")]
    assert deciding_words(because) == ["your application"]
    longer = mark("with your application", where="subject")
    assert deciding_words([because[0], longer]) == ["with your application"]


spans = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)


@given(st.lists(spans, max_size=8), st.sampled_from(["body", "subject"]))
def test_every_word_that_decided_is_quoted(
    places: list[tuple[int, int]], where: str
) -> None:
    because = [
        {"words": TEXT[a:b], "where": where, "start": a, "end": b} for a, b in places
    ]
    found = deciding_words(because)
    assert len(set(found)) == len(found)
    for each in because:
        words = " ".join(str(each["words"]).split()).casefold()
        assert any(words in one.casefold() for one in found) or not words


@given(st.lists(spans, max_size=8))
def test_merged_places_are_apart_and_hold_all(places: list[tuple[int, int]]) -> None:
    found = merged(places)
    assert all(a[1] < b[0] for a, b in pairwise(found))
    assert all(any(a <= s and e <= b for a, b in found) for s, e in places)
