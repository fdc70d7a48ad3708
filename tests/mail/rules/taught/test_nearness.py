"""Nearly the same wording: what differs is little, and nothing that any rule listens for."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from onward.mail.rules.taught.nearness import (
    LEAST_HEARD,
    Telling,
    is_heard,
    is_nearly,
    telling_of,
)
from onward.mail.rules.taught.shapes import shape_of, wording_of
from onward.mail.rules.types import Reading, Verdict
from tests.mail.rules.letters import all_letters, message_of

LINES = (
    "your application for the position of … at harrowgate",
    "we have received your documents and will look at them with care",
    "our team will be in touch with you as soon as there is news",
)
OPEN = Reading(Verdict.AMBIGUOUS, 0.5)
SHAPES = [shape_of(wording_of(message_of(x), OPEN)) for x in all_letters()]
WORDS = [" ".join(shape.lines).split() for shape in SHAPES if shape]
TOLD = [words for words in WORDS if len(telling_of([" ".join(words)]).heard) > 20]
TURNS = st.sampled_from(
    [
        "not",
        "no",
        "longer",
        "unfortunately",
        "never",
        "if",
        "unless",
        "nobody",
        "declined",
        "nicht",
        "kein",
        "leider",
        "falls",
        "pas",
        "malheureusement",
        "jamais",
        "nunca",
        "lamentablemente",
        "purtroppo",
        "niet",
        "helaas",
    ]
)
NAMES = st.sampled_from(["quillmoor", "brenthaven", "…", "0", "torvald", "wexcombe"])


def near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return is_nearly(telling_of(one), telling_of(other))


def of(words: list[str]) -> Telling:
    return telling_of([" ".join(words)])


def changed(old: str, new: str) -> tuple[str, ...]:
    assert any(old in line for line in LINES)
    return tuple(line.replace(old, new) for line in LINES)


@pytest.mark.parametrize("name", ["quillmoor", "quillmoor brenthaven", "…"])
def test_a_name_that_nobody_found_may_differ(name: str) -> None:
    assert near(LINES, changed("harrowgate", name))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("have received", "have not received"),
        ("will look at them", "no longer look at them"),
        ("harrowgate", "harrowgate is closed"),
        ("received", "declined"),
        ("with you", "with somebody else"),
        ("there is", "there isn't"),
        ("news", "news ?"),
        ("as soon as", "if"),
    ],
)
def test_a_word_that_may_turn_the_meaning_may_not_differ(old: str, new: str) -> None:
    assert not near(LINES, changed(old, new))
    assert not near(changed(old, new), LINES)


def test_words_that_nobody_knows_may_not_be_many() -> None:
    many = " ".join(f"{letter}ubble" for letter in "bdghjklmnp")
    assert not any(map(is_heard, many.split()))
    assert not near(LINES * 20, (*LINES * 19, *changed("harrowgate", many)))


def test_much_of_a_short_mail_may_not_differ() -> None:
    short = ("we have received your application for it at harrowgate wexcombe",)
    assert near(short, short)
    assert not near(short, (short[0].replace("harrowgate wexcombe", "torvald"),))


def test_what_says_next_to_nothing_is_like_nothing() -> None:
    lines = ("we write from harrowgate wexcombe torvald",)
    assert len(telling_of(lines).heard) < LEAST_HEARD
    assert not near(lines, lines)


@given(st.sampled_from(TOLD), TURNS, st.data())
def test_a_word_that_rules_listen_for_put_in_anywhere_is_never_near(
    words: list[str], turn: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(words)))
    assert not is_nearly(of(words), of([*words[:place], turn, *words[place:]]))


@given(st.sampled_from(TOLD), st.data())
def test_a_word_that_rules_listen_for_taken_out_or_exchanged_is_never_near(
    words: list[str], data: st.DataObject
) -> None:
    places = [place for place, word in enumerate(words) if is_heard(word)]
    place = data.draw(st.sampled_from(places))
    put = data.draw(st.lists(st.one_of(TURNS, NAMES), max_size=1))
    assume(put != words[place : place + 1])
    assert not is_nearly(of(words), of([*words[:place], *put, *words[place + 1 :]]))


@given(st.sampled_from(TOLD), st.data())
def test_being_near_goes_both_ways(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words)))
    put = data.draw(st.lists(st.one_of(TURNS, NAMES), max_size=4))
    out = data.draw(st.integers(0, 3))
    other = [*words[:place], *put, *words[place + out :]]
    assert is_nearly(of(words), of(other)) == is_nearly(of(other), of(words))


@given(st.sampled_from(TOLD), st.data())
def test_the_same_words_are_near_wherever_lines_are_wrapped(
    words: list[str], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(words)))
    lines = (" ".join(words[:place]), " ".join(words[place:]))
    assert is_nearly(of(words), telling_of(lines))
