from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.method.applying.rules import (
    DEFAULT_PACE,
    FRESH,
    GAP,
    SOON,
    DayKind,
    Felt,
    Matter,
    MatterKind,
    Pace,
    fewer,
    is_back,
    is_fixed,
    is_overload,
    is_ripe,
    next_matters,
)
from tests.builders import NOW

TODAY = NOW.date()
DAY = timedelta(days=1)

days = st.dates(TODAY - 40 * DAY, TODAY + 40 * DAY)
moments = st.datetimes(
    min_value=datetime(2026, 10, 1),  # noqa: DTZ001 -- Hypothesis adds the zone
    max_value=datetime(2026, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)
matters = st.builds(
    Matter,
    kind=st.sampled_from(MatterKind),
    application=st.text(max_size=3),
    starts_at=st.none() | moments,
    until=st.none() | days,
    heard_at=st.none() | moments,
)
weekdays = st.frozensets(st.integers(0, 6))
paces = st.builds(Pace, session_days=weekdays, protected_days=weekdays)


def pick(*found: Matter, on: DayKind = DayKind.OPEN) -> MatterKind | None:
    chosen = next_matters(found, now=NOW, today=TODAY, day_kind=on)
    return chosen[0].kind if chosen else None


@given(st.lists(matters, max_size=6), st.sampled_from(DayKind), st.randoms())
def test_what_is_next_is_of_them_and_ripe_in_whatever_order(  # type: ignore[no-untyped-def]
    found: list[Matter], kind: DayKind, random
) -> None:
    chosen = next_matters(found, now=NOW, today=TODAY, day_kind=kind)
    for matter in chosen:
        assert matter in found
        assert is_ripe(matter, now=NOW, today=TODAY)
    assert all(is_fixed(matter, today=TODAY) for matter in chosen[1:])
    shuffled = list(found)
    random.shuffle(shuffled)
    again = next_matters(shuffled, now=NOW, today=TODAY, day_kind=kind)
    assert [each.kind for each in again] == [each.kind for each in chosen]


def test_after_the_next_thing_comes_what_others_fixed_for_today_or_tomorrow() -> None:
    interview = Matter(kind=MatterKind.INTERVIEW, starts_at=NOW + DAY)
    offer = Matter(kind=MatterKind.OFFER, until=TODAY + DAY)
    later = Matter(kind=MatterKind.OFFER, until=TODAY + 2 * DAY)
    advert = Matter(kind=MatterKind.CLOSING, until=TODAY)
    reminder = Matter(kind=MatterKind.REMINDER, until=TODAY)
    found = [advert, later, reminder, offer, interview]
    chosen = next_matters(found, now=NOW, today=TODAY, day_kind=DayKind.OPEN)
    assert chosen == [interview, offer]


@given(st.lists(matters, max_size=6))
def test_a_day_off_has_only_what_has_its_day_anyway(found: list[Matter]) -> None:
    chosen = pick(*found, on=DayKind.PROTECTED)
    assert chosen in {
        None,
        MatterKind.INTERVIEW,
        MatterKind.CONFIRM,
        MatterKind.OFFER,
        MatterKind.REMINDER,
    }


@given(matters)
def test_what_lies_behind_asks_for_nothing(matter: Matter) -> None:
    past = replace(matter, starts_at=NOW - DAY, until=TODAY - DAY)
    timed = {
        MatterKind.INTERVIEW,
        MatterKind.CONFIRM,
        MatterKind.ASSESSMENT,
        MatterKind.OFFER,
        MatterKind.CLOSING,
    }
    if past.kind in timed:
        assert not is_ripe(past, now=NOW, today=TODAY)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [(-1, None), (3, "interview"), (30, "interview"), (40, None), (300, None)],
)
def test_an_interview_is_prepared_today_or_tomorrow(
    hours: int, expected: str | None
) -> None:
    held = Matter(kind=MatterKind.INTERVIEW, starts_at=NOW + timedelta(hours=hours))
    assert pick(held) == expected


def test_an_interview_without_a_day_is_nothing_to_prepare_for() -> None:
    assert pick(Matter(kind=MatterKind.INTERVIEW, heard_at=NOW)) is None


@pytest.mark.parametrize(
    "kind", [MatterKind.CONFIRM, MatterKind.OFFER, MatterKind.CLOSING]
)
def test_what_closes_is_named_in_its_last_days(kind: MatterKind) -> None:
    for until, expected in (
        (TODAY - DAY, None),
        (TODAY, kind),
        (TODAY + SOON, kind),
        (TODAY + SOON + DAY, None),
    ):
        assert pick(Matter(kind=kind, until=until)) == expected


def test_a_question_asks_for_a_month() -> None:
    asked = Matter(kind=MatterKind.REQUEST, heard_at=NOW - FRESH)
    assert pick(asked) == MatterKind.REQUEST
    assert pick(replace(asked, heard_at=NOW - FRESH - DAY)) is None


def test_an_offer_has_a_day_of_peace() -> None:
    offer = Matter(kind=MatterKind.OFFER, heard_at=NOW - timedelta(hours=5))
    assert pick(offer) is None
    assert pick(replace(offer, heard_at=NOW - DAY)) == MatterKind.OFFER


def test_an_offer_stays_in_sight_until_its_last_day_however_far() -> None:
    offer = Matter(kind=MatterKind.OFFER, heard_at=NOW - DAY, until=TODAY + 10 * DAY)
    assert pick(offer) == MatterKind.OFFER
    assert pick(replace(offer, heard_at=NOW)) is None
    assert pick(replace(offer, until=TODAY - DAY)) is None
    assert pick(replace(offer, heard_at=NOW - 40 * DAY)) == MatterKind.OFFER


def test_the_most_urgent_comes_first() -> None:
    found = [
        Matter(kind=MatterKind.SESSION),
        Matter(kind=MatterKind.FOLLOW_UP, heard_at=NOW - 8 * DAY),
        Matter(kind=MatterKind.CLOSING, until=TODAY),
        Matter(kind=MatterKind.REMINDER, until=TODAY),
        Matter(kind=MatterKind.REQUEST, heard_at=NOW - DAY),
        Matter(kind=MatterKind.ASSESSMENT, until=TODAY),
        Matter(kind=MatterKind.OFFER, until=TODAY),
        Matter(kind=MatterKind.CONFIRM, until=TODAY),
        Matter(kind=MatterKind.INTERVIEW, starts_at=NOW + DAY),
    ]
    while found:
        assert pick(*found) == found[-1].kind
        found.pop()
    assert pick() is None


def test_of_two_the_earlier_day_comes_first() -> None:
    soon = Matter(kind=MatterKind.CLOSING, application="b", until=TODAY)
    later = Matter(kind=MatterKind.CLOSING, application="a", until=TODAY + DAY)
    found = [later, soon]
    chosen = next_matters(found, now=NOW, today=TODAY, day_kind=DayKind.OPEN)
    assert chosen == [soon]


@given(paces, days)
def test_a_protected_day_stays_one(pace: Pace, day: date) -> None:
    is_protected = day.weekday() in pace.protected_days
    assert (pace.kind_of(day) == DayKind.PROTECTED) == is_protected


@given(paces)
def test_less_is_one_session_less_and_one_always_stays(pace: Pace) -> None:
    before = pace.session_days - pace.protected_days
    after = fewer(pace)
    left = after.session_days - after.protected_days
    if len(before) < 2:
        assert after == pace
    else:
        assert len(left) == len(before) - 1
        assert len(after.protected_days) == len(pace.protected_days) + 1
    assert after.week_minutes <= pace.week_minutes


def test_the_default_is_five_sessions_and_two_days_off() -> None:
    assert len(DEFAULT_PACE.session_days) == 5
    assert len(DEFAULT_PACE.protected_days) == 2
    assert DEFAULT_PACE.week_minutes == 450


def test_coming_back_is_after_a_while_and_not_the_first_day() -> None:
    assert not is_back(last_active_at=None, now=NOW)
    assert not is_back(last_active_at=NOW - GAP + timedelta(minutes=1), now=NOW)
    assert is_back(last_active_at=NOW - GAP, now=NOW)


WORSE = [Felt.WORSE, Felt.WORSE]


@pytest.mark.parametrize(
    ("minutes", "felt", "expected"),
    [
        ([300, 400, 600], WORSE, True),
        ([300, 400, 600], [], False),
        ([300, 400, 600], [*WORSE, Felt.BETTER, Felt.BETTER], False),
        ([300, 400, 600], [Felt.WORSE], False),
        ([300, 600, 600], WORSE, False),
        ([0, 400, 600], WORSE, False),
        ([400, 600], WORSE, False),
        ([100, 200, 300], WORSE, False),
    ],
)
def test_overload_is_more_each_week_and_feeling_worse(
    minutes: list[int], felt: list[Felt], expected: bool
) -> None:
    assert is_overload(minutes, felt=felt, planned=450) is expected


@given(
    st.lists(st.integers(0, 3000), max_size=5),
    st.lists(st.sampled_from((Felt.BETTER, Felt.SAME))),
    st.integers(0, 2000),
)
def test_nobody_who_feels_no_worse_is_asked_to_do_less(
    minutes: list[int], felt: list[Felt], planned: int
) -> None:
    assert not is_overload(minutes, felt=felt, planned=planned)
