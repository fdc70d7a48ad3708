from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.days import (
    FIRST_DAY,
    DayProblem,
    day_problem,
    is_ahead,
    moment_of,
)
from onward.applications.rules.kinds import PLANNED_KINDS, EventKind

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
zones = st.sampled_from(["UTC", "Europe/Berlin", "America/Los_Angeles", "Asia/Kolkata"])


@given(st.dates(), st.sampled_from(EventKind))
def test_a_day_is_too_early_ahead_or_fine(day: date, kind: EventKind) -> None:
    problem = day_problem(day, today=TODAY, kind=kind)
    assert (problem == DayProblem.LONG_AGO) == (day < FIRST_DAY)
    if problem == DayProblem.AHEAD:
        assert day > TODAY
        assert kind not in PLANNED_KINDS


@pytest.mark.parametrize("kind", sorted(PLANNED_KINDS))
def test_what_is_planned_may_lie_ahead(kind: EventKind) -> None:
    assert day_problem(TODAY + timedelta(days=9), today=TODAY, kind=kind) is None
    assert is_ahead(kind, at=NOW + timedelta(days=9), now=NOW)
    assert not is_ahead(kind, at=NOW, now=NOW)


def test_today_is_never_ahead() -> None:
    assert day_problem(TODAY, today=TODAY) is None


@given(st.dates(min_value=FIRST_DAY, max_value=date(2026, 11, 19)), zones)
def test_a_past_day_keeps_its_date_on_the_persons_clock(day: date, name: str) -> None:
    moment = moment_of(day, at=None, now=NOW, zone_name=name)
    assert moment.astimezone(ZoneInfo(name)).date() == day
    assert moment.replace(tzinfo=None) == datetime.combine(day, time(12))


@given(zones)
def test_something_of_today_did_not_happen_later_than_now(name: str) -> None:
    today = NOW.astimezone(ZoneInfo(name)).date()
    assert moment_of(today, at=None, now=NOW, zone_name=name) <= NOW


def test_a_time_is_read_on_the_persons_clock() -> None:
    moment = moment_of(TODAY, at=time(9, 30), now=NOW, zone_name="Europe/Berlin")
    assert moment == datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
