from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.kinds import NoKind
from onward.method.feelings.rules import (
    DEFAULT_HOURS,
    HIGH_INTENSITY,
    MOST_SESSIONS,
    REFOCUS_LASTS,
    FeelingWord,
    Hours,
    Window,
    Writing,
    asks_to_refocus,
    opening_hours,
    window_of,
    writing_offer,
)

START = datetime(2026, 11, 20, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
moments = st.integers(0, 29 * 24 * 60).map(
    lambda minutes: START + timedelta(minutes=minutes)
)
hours = st.sampled_from(Hours)
intensities = st.lists(st.integers(0, 10), max_size=8)


@given(st.lists(moments, min_size=1, max_size=6), hours)
def test_one_window_covers_every_no_of_the_day(
    learned: list[datetime], hours: Hours
) -> None:
    window = window_of(learned, hours=hours)
    assert window.starts_at == min(learned)
    assert window.ends_at == max(learned) + hours * HOUR
    if hours:
        assert all(window.is_open(moment) for moment in learned)


@given(st.lists(moments, min_size=1, max_size=6), hours, moments)
def test_an_early_end_holds_unless_a_later_no_came(
    learned: list[datetime], hours: Hours, ended: datetime
) -> None:
    window = window_of(learned, hours=hours, ended_early_at=ended)
    assert (window.ended_early_at is None) == (ended < max(learned))
    assert window.over_at <= window.ends_at


@given(moments, hours, moments, st.none() | moments)
def test_a_window_is_never_both_quiet_and_asking(
    start: datetime, hours: Hours, now: datetime, ended: datetime | None
) -> None:
    window = Window(start, start + hours * HOUR, ended)
    asks = asks_to_refocus(window, is_answered=False, now=now)
    assert not (asks and window.is_open(now))
    assert not asks_to_refocus(window, is_answered=True, now=now)


def test_without_a_quiet_time_nothing_is_asked_at_its_end() -> None:
    window = window_of([START], hours=Hours.NONE)
    assert not window.is_open(START)
    assert not asks_to_refocus(window, is_answered=False, now=START + HOUR)


def test_the_refocus_card_waits_and_then_stays_closed() -> None:
    window = window_of([START], hours=Hours.DAY)
    end = window.ends_at
    asks = [
        asks_to_refocus(window, is_answered=False, now=now)
        for now in (end - HOUR, end, end + REFOCUS_LASTS - HOUR, end + REFOCUS_LASTS)
    ]
    assert asks == [False, True, True, False]


@given(hours)
def test_ones_own_no_opens_nothing_and_a_job_gone_at_most_a_day(hours: Hours) -> None:
    assert opening_hours(NoKind.I_SAID_NO, preferred=hours) == Hours.NONE
    assert opening_hours(NoKind.JOB_WENT_AWAY, preferred=hours) <= Hours.DAY
    assert opening_hours(NoKind.THEY_SAID_NO, preferred=hours) == hours


def test_the_default_is_a_day() -> None:
    assert DEFAULT_HOURS == Hours.DAY


def test_there_are_twelve_words() -> None:
    assert len(FeelingWord) == 12


@pytest.mark.parametrize(
    ("answers", "offer"),
    [
        ([7, 7, 7], Writing.SOMETHING_ELSE),
        ([8, 9, 8], Writing.SOMETHING_ELSE),
        ([9, 8, 8], Writing.OFFERED),
        ([8, 8], Writing.OFFERED),
        ([6, 6, 6], Writing.OFFERED),
        ([9, 9, 9, 3], Writing.OFFERED),
        ([2, 7, 8, 9], Writing.SOMETHING_ELSE),
    ],
)
def test_what_stays_strong_is_offered_something_else(
    answers: list[int], offer: Writing
) -> None:
    assert writing_offer(sessions=1, intensities=answers) == offer


@pytest.mark.parametrize(
    ("sessions", "offer"),
    [
        (0, Writing.OFFERED),
        (3, Writing.OFFERED),
        (4, Writing.STOP_SUGGESTED),
        (5, Writing.ENOUGH),
        (9, Writing.ENOUGH),
    ],
)
def test_after_four_sessions_stopping_is_suggested_and_after_five_no_more_is_offered(
    sessions: int, offer: Writing
) -> None:
    assert writing_offer(sessions=sessions, intensities=[]) == offer


@given(st.integers(0, 9), intensities)
def test_low_intensity_never_sets_off_the_guard(
    sessions: int, answers: list[int]
) -> None:
    low = [min(answer, HIGH_INTENSITY - 1) for answer in answers]
    offer = writing_offer(sessions=sessions, intensities=low)
    assert offer != Writing.SOMETHING_ELSE


@given(intensities)
def test_past_the_most_sessions_writing_is_never_offered(answers: list[int]) -> None:
    offer = writing_offer(sessions=MOST_SESSIONS, intensities=answers)
    assert offer in {Writing.ENOUGH, Writing.SOMETHING_ELSE}
