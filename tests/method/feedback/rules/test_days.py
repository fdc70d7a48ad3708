from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.core.dates import day_in
from onward.method.feedback.rules.days import (
    LONGEST_QUIET,
    ask_window,
    is_working_day,
    plus_working_days,
    silent_at,
)

ZONES = ("UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati")
moments = st.datetimes(
    datetime(2024, 1, 1),  # noqa: DTZ001
    datetime(2030, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 11, 16), 2, date(2026, 11, 18)),  # Monday → Wednesday
        (date(2026, 11, 20), 2, date(2026, 11, 24)),  # Friday → Tuesday
        (date(2026, 11, 21), 1, date(2026, 11, 23)),  # Saturday → Monday
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
    ],
)
def test_weekends_are_stepped_over(day: date, count: int, expected: date) -> None:
    assert plus_working_days(day, count) == expected


def test_after_a_no_on_friday_asking_opens_on_tuesday_morning_of_ones_own_clock() -> (
    None
):
    learned = datetime(2026, 11, 20, 12, tzinfo=UTC)
    window = ask_window(
        said_on=date(2026, 11, 20), learned_at=learned, zone_name="Europe/Berlin"
    )
    assert window.opens_at == datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert window.closes_at == datetime(2026, 11, 27, 23, tzinfo=UTC)


def test_a_no_learned_of_late_still_gets_its_quiet_first() -> None:
    learned = datetime(2026, 11, 19, 20, tzinfo=UTC)  # said on Monday, read on Thursday
    window = ask_window(said_on=date(2026, 11, 16), learned_at=learned, zone_name="UTC")
    assert window.opens_at == datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert window.closes_at == datetime(2026, 11, 25, tzinfo=UTC)


@given(moments, st.integers(0, 72), st.sampled_from(ZONES))
def test_the_window_opens_on_a_working_day_after_the_quiet_and_for_a_while(
    said: datetime, hours: int, zone_name: str
) -> None:
    learned = said + timedelta(hours=hours)
    said_on = day_in(said, zone_name=zone_name)
    window = ask_window(said_on=said_on, learned_at=learned, zone_name=zone_name)
    opens_on = day_in(window.opens_at, zone_name=zone_name)
    assert window.opens_at >= learned + LONGEST_QUIET
    assert is_working_day(opens_on)
    assert opens_on >= plus_working_days(said_on, 2)
    assert window.closes_at - window.opens_at >= timedelta(hours=37)
    assert window.closes_at - window.opens_at <= timedelta(days=6)
    assert window.is_open(window.opens_at)
    assert not window.is_open(window.closes_at)


@given(moments, st.sampled_from(ZONES))
def test_silence_closes_after_two_working_weeks(
    asked: datetime, zone_name: str
) -> None:
    closes = silent_at(asked, zone_name=zone_name)
    assert timedelta(days=11) <= closes - asked <= timedelta(days=16)
