from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.searches import NOW, make_row
from onward.applications.rules.kinds import NoKind, Stage
from onward.method.outlook.rules.published import parse, published
from onward.method.outlook.rules.rows import End, end_of
from onward.method.outlook.rules.silence import (
    Answer,
    Wait,
    curves_of,
    is_probably_closed,
    landmarks_of,
    quiet_bands,
    resolved,
    waits,
    went_quiet_later,
    wilson,
)

WAITS = st.lists(
    st.builds(
        Wait, st.integers(0, 90), st.sampled_from((Answer.POSITIVE, Answer.NO, None))
    ),
    max_size=60,
)


@given(WAITS)
def test_the_three_shares_are_everyone_on_every_day(waited: list[Wait]) -> None:
    curves = curves_of(waited)
    for good, no, silent in zip(curves.positive, curves.no, curves.silent, strict=True):
        assert good.share + no.share + silent.share == pytest.approx(1)
        for point in (good, no, silent):
            assert 0 <= point.low <= point.share + 1e-9
            assert point.share - 1e-9 <= point.high <= 1


@given(WAITS)
def test_answers_only_come_and_silence_only_ends(waited: list[Wait]) -> None:
    curves = curves_of(waited)
    shares = [point.share for point in curves.positive]
    assert shares == sorted(shares)
    silent = [point.share for point in curves.silent]
    assert silent == sorted(silent, reverse=True)


def test_without_censoring_it_is_what_was_counted_with_the_binomial_variance() -> None:
    waited = (
        [Wait(5, Answer.POSITIVE)] * 20
        + [Wait(9, Answer.NO)] * 30
        + [Wait(99, None)] * 50
    )
    curves = curves_of(waited)
    assert curves.positive[60].share == pytest.approx(0.2)
    assert curves.no[60].share == pytest.approx(0.3)
    for points, share in (
        (curves.positive, 0.2),
        (curves.no, 0.3),
        (curves.silent, 0.5),
    ):
        assert (points[60].low, points[60].high) == pytest.approx(wilson(share, 100))


def test_who_left_early_does_not_count_as_silent() -> None:
    # Ten gone on day 3 unanswered; of the ten that stay, five are answered on day 5.
    waited = (
        [Wait(3, None)] * 10 + [Wait(5, Answer.POSITIVE)] * 5 + [Wait(90, None)] * 5
    )
    assert curves_of(waited).positive[60].share == pytest.approx(0.5)


@pytest.mark.parametrize("answer", [None, Answer.POSITIVE])
def test_none_and_all_of_n_leave_a_band(answer: Answer | None) -> None:
    point = curves_of([Wait(10, answer)] * 12).positive[60]
    assert 0 < point.high - point.low < 0.25


def test_no_rows_leave_everything_possible() -> None:
    point = curves_of([]).positive[60]
    assert (point.low, point.high) == (0.0, 1.0)


def test_bands_hold_the_true_share_under_censoring() -> None:
    chance = random.Random(3)
    true = 0.2 * 0.5  # a fifth turns positive, half of these within seven days
    held = []
    for _ in range(300):
        waited = [_draw(chance) for _ in range(80)]
        point = curves_of(waited, days=7).positive[7]
        held.append(point.low <= true <= point.high)
    assert 0.73 <= sum(held) / len(held) <= 0.93


def _draw(chance: random.Random) -> Wait:
    fate = chance.random()
    until = chance.uniform(0, 40)
    at = 1e9
    answer = None
    if fate < 0.2:
        at = (
            chance.uniform(0, 7.999) if chance.random() < 0.5 else chance.uniform(8, 30)
        )
        answer = Answer.POSITIVE
    elif fate < 0.5:
        at, answer = chance.uniform(0, 40), Answer.NO
    return Wait(int(at), answer) if at <= until else Wait(int(until), None)


def test_what_came_later_is_counted_of_those_still_silent() -> None:
    waited = (
        [Wait(3, Answer.POSITIVE)] * 4
        + [Wait(40, Answer.POSITIVE)]
        + [Wait(35, Answer.NO)] * 2
        + [Wait(200, None)] * 7
    )
    marks = {mark.day: mark for mark in landmarks_of(waited)}
    assert marks[30].at_risk == 10
    assert marks[30].positive == pytest.approx(0.1)
    assert marks[30].answered == pytest.approx(0.3)
    low, high = marks[30].answered_range
    assert low < 0.3 < high
    assert marks[30].low < 0.1 < marks[30].high


@given(WAITS)
def test_landmarks_name_only_days_that_somebody_waited_for(waited: list[Wait]) -> None:
    longest = max((wait.days for wait in waited), default=0)
    assert all(mark.day < longest for mark in landmarks_of(waited))


def test_a_wait_ends_with_the_first_answer_and_a_closed_silence_goes_on() -> None:
    rows = [
        make_row(applied=50, answered=40, refused=20, reached=Stage.REPLIED),
        make_row(applied=50, refused=45, no_kind=NoKind.THEY_SAID_NO),
        make_row(applied=50, moved=10, no_kind=NoKind.WENT_QUIET),
        make_row(applied=50, moved=44, no_kind=NoKind.I_SAID_NO),
        make_row(applied=None, refused=3),
    ]
    assert waits(rows, now=NOW) == [
        Wait(10, Answer.POSITIVE),
        Wait(5, Answer.NO),
        Wait(50, None),
        Wait(6, None),
    ]


def test_resolved_is_answered_or_silent_for_thirty_days() -> None:
    assert resolved([Wait(2, Answer.NO), Wait(30, None), Wait(29, None)]) == 2


@given(st.floats(0, 1), st.floats(0, 1000))
def test_wilson_stays_around_its_share(share: float, trials: float) -> None:
    low, high = wilson(share, trials)
    assert 0 <= low <= share <= high <= 1


@pytest.mark.parametrize(
    ("age", "followed_up", "is_proposed"),
    [(29, None, False), (30, None, True), (60, 29, False), (60, 31, True)],
)
def test_thirty_quiet_days_propose_and_asking_begins_them_anew(
    age: int, followed_up: int | None, is_proposed: bool
) -> None:
    row = make_row(applied=age, followed_up=followed_up)
    assert is_probably_closed(row, now=NOW) == is_proposed


@pytest.mark.parametrize(
    "row",
    [
        make_row(applied=60, no_kind=NoKind.THEY_SAID_NO),
        make_row(applied=60, is_archived=True),
        make_row(applied=60, reached=Stage.OFFER),
        make_row(applied=60, reached=Stage.ACCEPTED),
    ],
)
def test_what_is_closed_put_away_or_offered_is_not_proposed(row: object) -> None:
    assert not is_probably_closed(row, now=NOW)  # type: ignore[arg-type]
    assert not went_quiet_later(row, now=NOW)  # type: ignore[arg-type]


def test_quiet_after_an_answer_is_another_list() -> None:
    row = make_row(applied=90, answered=40, reached=Stage.REPLIED)
    assert went_quiet_later(row, now=NOW)
    assert not is_probably_closed(row, now=NOW)


@pytest.mark.parametrize(
    ("closed_ago", "reached", "is_quiet"),
    [
        (-10, Stage.APPLIED, False),
        (3, Stage.APPLIED, False),
        (31, Stage.APPLIED, True),
        (3, Stage.REPLIED, False),
        (3, Stage.INTERVIEW, True),
    ],
)
def test_it_is_quiet_only_where_somebody_could_have_chosen(
    closed_ago: int, reached: Stage, is_quiet: bool
) -> None:
    row = replace(
        make_row(applied=60, reached=reached), closes_at=NOW - timedelta(closed_ago)
    )
    assert row.is_quiet(NOW) == is_quiet
    assert end_of(row, now=NOW) == (End.SILENT if is_quiet else End.OPEN)


def test_open_ones_are_counted_once_by_the_longest_day_they_passed() -> None:
    rows = [make_row(applied=age) for age in (3, 8, 20, 31, 90)]
    counts = quiet_bands(rows, now=NOW)
    assert counts == {7: 1, 14: 1, 21: 0, 30: 1, 45: 0, 60: 1}


def test_the_published_file_holds_what_its_source_counted() -> None:
    found = published()
    mark = next(mark for mark in found.landmarks if mark.day == 30)
    assert mark.positive == pytest.approx(4 / 536, abs=0.0005)
    assert found.curves.silent[30].share == 0.71
    assert found.curves.rows == 783
    for points in zip(
        found.curves.positive, found.curves.no, found.curves.silent, strict=True
    ):
        assert sum(point.share for point in points) == pytest.approx(1, abs=0.011)
    for entry in found.ranges:
        assert entry.source
        assert entry.years
        assert entry.low is None or entry.low <= entry.middle <= (entry.high or 0)


def test_a_file_without_its_tables_is_refused() -> None:
    with pytest.raises(KeyError):
        parse({"range": []})


@given(
    st.lists(st.tuples(st.integers(0, 90), st.sampled_from([None, *Answer]))),
)
def test_a_range_of_any_answer_holds_that_of_a_good_one(
    ended: list[tuple[int, Answer | None]],
) -> None:
    for mark in landmarks_of([Wait(*each) for each in ended]):
        low, high = mark.answered_range
        assert 0 <= low <= mark.answered + 1e-9
        assert mark.answered <= high + 1e-9
        assert high >= mark.high
        assert high <= 1


def test_where_nobody_was_answered_any_more_both_ranges_are_one() -> None:
    waited = [Wait(5, Answer.NO), *[Wait(80, None)] * 12]
    mark = landmarks_of(waited, days=[60])[0]
    assert mark.answered == 0
    assert mark.answered_range == pytest.approx((mark.low, mark.high))
