from __future__ import annotations

import pytest

from benchmarks.matching import (
    Pair,
    Tally,
    keyword_floor,
    load_pairs,
    read_out,
    tally,
)
from onward.matching.meaning import Letters, load_meaning
from onward.matching.rules.types import Decision, Meaning

OCCUPATIONS = {"nursing", "logistics", "retail", "teaching", "software"}


def _installed() -> list[Meaning | None]:
    found: list[Meaning | None] = [None, Letters()]
    for name in ("static", "model"):
        try:
            found.append(load_meaning(name))
        except LookupError:
            continue
    return found


def _name(meaning: Meaning | None) -> str:
    return meaning.name if meaning else "without"


def _tally(*, held_out: bool, meaning: Meaning | None) -> Tally:
    def reader(pair: Pair) -> list[Decision]:
        return read_out(pair, meaning=meaning)

    return tally(load_pairs(held_out=held_out), reader=reader)


def test_there_are_enough_pairs_in_five_occupations_a_third_held_out() -> None:
    pairs = load_pairs()
    assert len(pairs) >= 40
    assert {pair.occupation for pair in pairs} == OCCUPATIONS
    assert sum(pair.is_held_out for pair in pairs) * 3 >= len(pairs)
    assert {pair.language for pair in pairs} == {"en", "de", "fr", "es"}


def test_the_truth_names_words_that_stand_in_the_advert() -> None:
    for pair in load_pairs():
        for truth in pair.truth:
            assert truth.words in pair.advert


@pytest.mark.parametrize("held_out", [False, True], ids=["seen", "held out"])
@pytest.mark.parametrize("meaning", _installed(), ids=_name)
def test_requirements_and_decisions_are_right_whatever_is_installed(
    meaning: Meaning | None, held_out: bool
) -> None:
    got = _tally(held_out=held_out, meaning=meaning)
    assert got.recall >= 0.85, "\n".join(got.wrong)
    assert got.precision >= 0.85, "\n".join(got.wrong)
    assert got.decisions >= 0.9, "\n".join(got.wrong)
    assert got.needs >= 0.9, "\n".join(got.wrong)


def test_it_reads_better_than_looking_up_keywords() -> None:
    floor = tally(load_pairs(), reader=keyword_floor)
    got = _tally(held_out=False, meaning=None)
    assert got.precision > floor.precision + 0.1
    assert got.decisions > floor.decisions + 0.1
