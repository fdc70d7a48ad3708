from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.facts import (
    SEARCHED_FACTS,
    PayPeriod,
    WorkMode,
    is_well_formed,
    readable,
)
from onward.applications.rules.kinds import FACTS


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("company", "anything, even 12.5%"),
        ("salary", "45–50k and a share of the profit"),
        ("salary_min", "45000"),
        ("salary_currency", "EUR"),
        ("salary_period", PayPeriod.YEAR),
        ("work_mode", WorkMode.REMOTE),
        ("deadline", "2026-12-01"),
        ("referral", "yes"),
    ],
)
def test_a_fact_in_its_form_is_kept(name: str, value: str) -> None:
    assert is_well_formed(name, value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("salary_min", "45k"),
        ("salary_min", "-1"),
        ("salary_max", "45.000"),
        ("salary_max", "9" * 40),
        ("salary_max", "٤٥"),
        ("salary_currency", "euro"),
        ("salary_currency", "eur"),
        ("salary_period", "fortnight"),
        ("work_mode", "somewhere"),
        ("deadline", "1.12.2026"),
        ("deadline", "20261201"),
        ("deadline", "2026-02-30"),
        ("referral", "true"),
    ],
)
def test_a_fact_out_of_form_is_not(name: str, value: str) -> None:
    assert not is_well_formed(name, value)


@pytest.mark.parametrize("name", FACTS)
def test_every_fact_can_be_taken_away(name: str) -> None:
    assert is_well_formed(name, "")


@given(st.dates())
def test_any_day_can_be_a_deadline(day: date) -> None:
    assert is_well_formed("deadline", day.isoformat())


@given(st.dictionaries(st.sampled_from(FACTS), st.text(max_size=12)))
def test_a_reader_keeps_exactly_what_is_well_formed(facts: dict[str, str]) -> None:
    kept = readable(facts)
    assert all(is_well_formed(name, value) for name, value in kept.items())
    assert kept.items() <= facts.items()
    left_out = facts.keys() - kept.keys()
    assert not any(is_well_formed(name, facts[name]) for name in left_out)


def test_what_is_searched_is_words() -> None:
    assert set(SEARCHED_FACTS) < set(FACTS)
