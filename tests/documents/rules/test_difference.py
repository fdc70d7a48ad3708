from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onward.documents.rules.difference import (
    MOST_WORDS,
    Change,
    Comparison,
    compare,
)

WORDS = st.sampled_from(
    ["route", "plan", "team", "lead", "nurse", "ward", "2024", "Excel,", "SQL.", "und"]
)
TEXTS = st.lists(st.lists(WORDS, max_size=8).map(" ".join), max_size=8).map("\n".join)


def words_of(comparison: Comparison, *changes: Change) -> list[str]:
    return [
        word
        for piece in comparison.pieces
        if piece.change in changes
        for word in piece.text.split()
    ]


@given(TEXTS, TEXTS)
def test_what_stayed_and_went_is_the_old_and_what_stayed_and_came_the_new(
    old: str, new: str
) -> None:
    comparison = compare(old, new)
    assert words_of(comparison, Change.SAME, Change.GONE) == old.split()
    assert words_of(comparison, Change.SAME, Change.NEW) == new.split()


@given(TEXTS)
def test_a_text_does_not_differ_from_itself_however_it_is_broken(text: str) -> None:
    assert compare(text, " ".join(text.split())).is_same


@given(TEXTS, TEXTS)
def test_lines_and_runs_hold_every_word_once(old: str, new: str) -> None:
    comparison = compare(old, new)
    words = [
        word
        for run in comparison.runs
        for line in run.lines
        for piece in line.pieces
        for word in piece.text.split()
    ]
    assert words == [w for piece in comparison.pieces for w in piece.text.split()]
    assert all(
        not run.is_folded
        for run in comparison.runs
        for line in run.lines
        if not line.is_same
    )


def test_a_changed_word_is_shown_beside_what_it_was() -> None:
    comparison = compare("led a small team", "led a large team")
    assert [(p.change, p.text.strip()) for p in comparison.pieces] == [
        (Change.SAME, "led a"),
        (Change.GONE, "small"),
        (Change.NEW, "large"),
        (Change.SAME, "team"),
    ]
    assert (comparison.words(Change.NEW), comparison.words(Change.GONE)) == (1, 1)


def test_long_stretches_alike_are_folded_and_short_ones_are_not() -> None:
    same = [f"line {number}" for number in range(20)]
    comparison = compare("\n".join([*same, "old"]), "\n".join([*same, "new"]))
    assert [run.is_folded for run in comparison.runs] == [True, False]
    assert len(comparison.runs[0].lines) == 18


def test_texts_of_any_length_are_compared_line_by_line() -> None:
    old = "\n".join(f"word {number}" for number in range(MOST_WORDS))
    comparison = compare(old, f"{old}\nand one more line")
    assert comparison.words(Change.NEW) == 4
    assert comparison.words(Change.GONE) == 0
