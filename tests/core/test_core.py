from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.core.dates import day_in, midday_of, start_of, zone
from onward.core.exit_codes import EXIT_CODE_WORDS, ExitCode, exit_code_help
from onward.core.ids import uuid7
from onward.core.text import (
    counted,
    one_line,
    search_fold,
    search_forms,
    storable,
    whole_words,
)


def test_a_word_is_looked_for_with_umlauts_and_without() -> None:
    assert search_forms("Geschaeftsfuehrung") == [
        ("geschaeftsfuehrung", "geschaftsfuhrung")
    ]
    assert search_forms("Müller KG") == [("muller", "mueller"), ("kg",)]
    assert search_forms("blue queue Bauer") == [("blue",), ("queue",), ("bauer",)]
    assert search_forms("  ") == []


def test_ids_are_version_7_and_sort_by_time() -> None:
    first, later = uuid7(), uuid7()
    assert first.version == later.version == 7
    assert first.int >> 80 <= later.int >> 80
    assert first != later


def test_folding_finds_across_case_and_accents() -> None:
    assert search_fold("Zürich  GmbH") == search_fold("ZURICH gmbh")
    assert search_fold("Straße") == "strasse"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert search_fold(search_fold(text)) == search_fold(text)


@given(st.text(), st.integers(2, 50))
def test_one_line_is_one_line_of_its_length(text: str, limit: int) -> None:
    line = one_line(text, limit=limit)
    assert len(line) <= limit
    assert "\n" not in line


def test_one_line_ends_before_a_word_and_never_in_a_number() -> None:
    text = "The pay would be 31 500 a year, and the first day a Monday in March."
    assert one_line(text, limit=30) == "The pay would be 31 500 a…"
    assert one_line(text, limit=22) == "The pay would be…"
    assert one_line(text, limit=33) == "The pay would be 31 500 a year…"
    assert one_line("Donaudampfschifffahrt", limit=10) == "Donaudamp…"


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("It pays £31,500 a year.", "500 a year", "£31,500 a year"),
        ("Es sind 31 500 Euro im Jahr", "500 Euro", "31 500 Euro"),
        ("Come at 10:30 on Friday", "30 on Fri", "10:30 on Friday"),
        ("We won't go on", "t go", "won't go"),
        ("as of 2026-12-03, then", "12", "2026-12-03"),
        ("Hired, paid.", "Hired", "Hired"),
    ],
)
def test_a_place_is_widened_to_whole_words_and_numbers(
    text: str, words: str, whole: str
) -> None:
    at = text.index(words)
    start, end = whole_words(text, start=at, end=at + len(words))
    assert text[start:end] == whole


@given(st.text("ab1,. €-\n", max_size=40), st.integers(-2, 45), st.integers(-2, 45))
def test_widening_keeps_what_was_there_and_cuts_no_word(
    text: str, start: int, end: int
) -> None:
    wide = whole_words(text, start=start, end=end)
    if not 0 <= start < end <= len(text):
        assert wide == (start, end)
        return
    assert wide[0] <= start < end <= wide[1]
    for at in wide:
        assert not (text[:at][-1:].isalnum() and text[at:][:1].isalnum())
    assert whole_words(text, start=wide[0], end=wide[1]) == wide


def test_a_day_is_the_persons_own() -> None:
    moment = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    assert day_in(moment, zone_name="Europe/Berlin") == date(2026, 11, 21)
    assert day_in(moment, zone_name="America/New_York") == date(2026, 11, 20)


@given(
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Pacific/Auckland"]),
)
def test_start_and_midday_lie_on_their_day(day: date, name: str) -> None:
    assert day_in(start_of(day, zone_name=name), zone_name=name) == day
    assert day_in(midday_of(day, zone_name=name), zone_name=name) == day


def test_an_unknown_zone_is_utc() -> None:
    assert zone("Nowhere/At-all").key == "UTC"
    assert zone("").key == "UTC"


@given(st.integers(0, 999_999_999))
def test_a_number_is_what_it_is_written_as(number: int) -> None:
    assert counted(str(number)) == number


@pytest.mark.parametrize(
    "text", ["", "-1", "1.5", "²", "٣", " 1", "9" * 10, "9" * 5000]
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    assert counted(text) is None


@given(st.text())
def test_what_is_kept_can_be_written_and_is_the_same_where_it_could(text: str) -> None:
    assert storable(text) == text.replace("\0", "")


@given(st.text(alphabet=st.characters(categories=["Cs", "Lu"])))
def test_half_a_character_can_be_written_once_it_is_none(text: str) -> None:
    kept = storable(text)
    assert len(kept) == len(text)
    assert kept.encode().decode() == kept


def test_every_exit_code_has_its_words() -> None:
    assert set(EXIT_CODE_WORDS) == set(ExitCode)
    assert exit_code_help(ExitCode.DISK).startswith("Exit codes: 0 done")
