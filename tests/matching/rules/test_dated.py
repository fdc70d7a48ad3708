from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.matching.rules.dated import Span, months_of, spans_in
from tests.matching.rules.strategies import texts

TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("March 2022 - present", 52),
        ("06/2023 – 02/2026", 33),
        ("2019 - 2022", 36),
        ("2021", 0),
        ("2021 - 2021", 6),
        ("seit 04/2023", 39),
        ("Janvier 2024 - aujourd'hui", 30),
        ("Febrero 2023 - actualidad", 41),
        ("September 2021 to date", 58),
        ("08/2020 bis heute", 71),
        ("July - August 2025", 2),
        ("03.2020–05.2020", 3),
        ("2022 - 2019", 0),
        ("01/2030 - 01/2031", 0),
        ("call 01920 192019", 0),
    ],
)
def test_a_range_is_as_long_as_it_says(text: str, months: int) -> None:
    assert months_of(spans_in(text, today=TODAY)) == months


def test_months_in_two_jobs_count_once() -> None:
    text = "Oct 2025 - present\nJan 2026 - present"
    assert months_of(spans_in(text, today=TODAY)) == 9


spans = st.lists(
    st.tuples(st.integers(24_000, 24_400), st.integers(1, 60)).map(
        lambda pair: Span(pair[0], pair[0] + pair[1], 0, 1)
    ),
    max_size=8,
)


@given(spans)
def test_the_sum_is_the_number_of_different_months(jobs: list[Span]) -> None:
    covered = {month for job in jobs for month in range(job.first, job.end)}
    assert months_of(jobs) == len(covered)


@given(texts)
def test_no_span_runs_backwards_or_past_today(text: str) -> None:
    for span in spans_in(text, today=TODAY):
        assert span.first < span.end <= 2026 * 12 + 6
