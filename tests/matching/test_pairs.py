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
from onward.matching.rules.vocabulary import build

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


def _tally(*, meaning: Meaning | None, held_out: bool, others: bool = False) -> Tally:
    def reader(pair: Pair) -> list[Decision]:
        return read_out(pair, meaning=meaning)

    pairs = load_pairs(held_out=held_out)
    wanted = [p for p in pairs if (p.occupation == "other") is others]
    return tally(wanted, reader=reader)


def test_there_are_enough_pairs_in_five_occupations_a_third_held_out() -> None:
    pairs = load_pairs()
    assert {pair.occupation for pair in pairs} == {*OCCUPATIONS, "other"}
    of_five = [pair for pair in pairs if pair.occupation in OCCUPATIONS]
    assert len(of_five) >= 40
    assert sum(pair.is_held_out for pair in of_five) * 3 >= len(of_five)
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


@pytest.mark.parametrize("meaning", _installed(), ids=_name)
def test_other_trades_are_read_nearly_as_well(meaning: Meaning | None) -> None:
    got = _tally(meaning=meaning, held_out=True, others=True)
    assert got.recall >= 0.85, "\n".join(got.wrong)
    assert got.precision >= 0.85, "\n".join(got.wrong)
    assert got.decisions >= 0.9, "\n".join(got.wrong)


def test_the_adverts_own_phrases_carry_it_without_any_vocabulary() -> None:
    def reader(pair: Pair) -> list[Decision]:
        return read_out(pair, vocabulary=build([]))

    got = tally(load_pairs(), reader=reader)
    assert got.recall >= 0.7, "\n".join(got.wrong)
    assert got.precision >= 0.9, "\n".join(got.wrong)


def test_it_reads_better_than_looking_up_keywords() -> None:
    floor = tally(load_pairs(), reader=keyword_floor)
    got = _tally(held_out=False, meaning=None)
    assert got.precision > floor.precision + 0.1
    assert got.decisions > floor.decisions + 0.1
