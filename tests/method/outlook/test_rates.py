from __future__ import annotations

import random
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.searches import NOW, draw_search, make_row
from onward.applications.rules.kinds import NoKind, Stage
from onward.core.intervals import Beta
from onward.method.outlook.rules.rates import (
    AHEAD,
    NO_PRIORS,
    PRIORS,
    Question,
    Seen,
    ahead,
    answered_by,
    interview_chances,
    lately,
    offer_chances,
    seen,
    usual_pace,
)
from onward.method.outlook.rules.rows import End, Row, end_of

INTERVIEW, OFFER = Question.INTERVIEW, Question.OFFER
QUIET = make_row(applied=40)
FRESH = make_row(applied=3)
NO = make_row(applied=40, refused=30, no_kind=NoKind.THEY_SAID_NO)
MET = make_row(applied=40, answered=30, interview=30, reached=Stage.INTERVIEW)


def test_what_was_answered_or_quiet_for_thirty_days_counts_as_one_trial() -> None:
    found = seen([QUIET, NO, MET], question=INTERVIEW, now=NOW)
    assert (found.successes, found.resolved, found.trials) == (1, 3, 3)


def test_a_fresh_application_is_no_no() -> None:
    found = seen([FRESH], question=INTERVIEW, now=NOW)
    assert (found.resolved, found.waiting) == (0, 1)
    assert 0 < found.trials < 0.5


def test_one_that_is_being_talked_about_says_nothing_yet() -> None:
    talking = make_row(applied=20, answered=5, reached=Stage.REPLIED)
    found = seen([talking], question=INTERVIEW, now=NOW)
    assert (found.resolved, found.waiting, found.trials) == (0, 1, 0)


def test_what_the_person_ended_says_nothing_of_the_employers() -> None:
    mine = make_row(applied=40, moved=35, no_kind=NoKind.I_SAID_NO)
    assert seen([mine], question=INTERVIEW, now=NOW).trials == 0


def test_a_job_that_went_away_and_a_closed_silence_count() -> None:
    rows = [
        make_row(no_kind=NoKind.JOB_WENT_AWAY, refused=50),
        make_row(no_kind=NoKind.WENT_QUIET),
    ]
    assert seen(rows, question=INTERVIEW, now=NOW).resolved == 2


def test_offers_are_counted_of_interviews_alone() -> None:
    offered = make_row(applied=40, answered=30, interview=30, reached=Stage.OFFER)
    refused = make_row(
        applied=40,
        answered=35,
        interview=35,
        refused=20,
        reached=Stage.INTERVIEW,
        no_kind=NoKind.THEY_SAID_NO,
    )
    open_still = make_row(applied=40, answered=9, interview=9, reached=Stage.INTERVIEW)
    found = seen([QUIET, offered, refused, open_still], question=OFFER, now=NOW)
    assert (found.successes, found.resolved, found.waiting) == (1, 2, 1)


@given(st.floats(0, 400), st.floats(0, 400))
def test_the_longer_it_is_the_more_answers_have_come(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= answered_by(low) <= answered_by(high) <= 1


@pytest.mark.parametrize(("days", "share"), [(0, 0), (7, 0.5), (14, 0.74), (30, 1.0)])
def test_half_of_the_answers_have_come_after_a_week(days: int, share: float) -> None:
    assert answered_by(days) == pytest.approx(share)


def test_lately_is_the_last_eight_weeks() -> None:
    rows = [
        make_row(applied=55),
        make_row(applied=57),
        make_row(applied=None, refused=3),
    ]
    assert lately(rows, now=NOW) == [rows[0]]


@pytest.mark.parametrize(("count", "pace"), [(0, 5), (2, 1), (24, 3), (4000, 30)])
def test_the_slider_begins_at_the_persons_own_pace(count: int, pace: int) -> None:
    assert usual_pace([make_row(applied=9)] * count, now=NOW) == pace


beliefs = st.builds(Beta, st.floats(0.3, 60), st.floats(0.3, 300))


@given(beliefs, beliefs, st.integers(1, 60))
def test_chances_are_chances_and_offers_are_rarer_than_interviews(
    interview: Beta, offer: Beta, count: int
) -> None:
    met = interview_chances(count, interview=interview)
    got = offer_chances(count, interview=interview, offer=offer)
    assert sum(met) == pytest.approx(1, abs=1e-6)
    assert sum(got) == pytest.approx(1, abs=1e-5)
    assert ahead(got).some <= ahead(met).some + 1e-6
    assert ahead(got).high <= ahead(met).high


@given(beliefs)
def test_more_applications_never_bring_less(interview: Beta) -> None:
    some = [ahead(interview_chances(n, interview=interview)).some for n in AHEAD]
    assert some == sorted(some)


def test_without_a_single_row_the_published_searches_speak() -> None:
    prior = PRIORS[INTERVIEW]
    found = seen([], question=INTERVIEW, now=NOW).belief(prior)
    assert (found.a, found.b) == (prior.a, prior.b)
    # The median of the prior alone: 6 applications to the first interview, 33 for 1 in 10.
    assert ahead(interview_chances(6, interview=prior)).some == pytest.approx(
        0.5, abs=0.04
    )
    assert ahead(interview_chances(33, interview=prior)).some == pytest.approx(
        0.9, abs=0.02
    )


@pytest.mark.parametrize("priors", [PRIORS, NO_PRIORS])
@pytest.mark.parametrize("row", [QUIET, MET])
def test_none_and_all_of_many_still_leave_room(
    priors: dict[Question, Beta], row: Row
) -> None:
    found = seen([row] * 50, question=INTERVIEW, now=NOW).belief(priors[INTERVIEW])
    low, high = found.interval()
    assert 0 < low < high < 1


@pytest.mark.parametrize("rate", [0.016, 0.05, 0.12, 0.25, 0.42])
def test_intervals_hold_the_true_rate_on_searches_of_very_different_rates(
    rate: float,
) -> None:
    chance = random.Random(4)
    held = []
    for _ in range(120):
        rows = draw_search(chance, rate=rate, count=chance.randint(30, 150), weeks=20)
        low, high = (
            seen(rows, question=INTERVIEW, now=NOW).belief(PRIORS[INTERVIEW]).interval()
        )
        held.append(low <= rate <= high)
    # 80 % is promised; 120 draws leave 3 standard errors of 0.037 each.
    assert sum(held) / len(held) >= 0.69


def test_fresh_rows_counted_as_noes_would_cover_less_than_the_weights_do() -> None:
    chance = random.Random(11)
    weighted: list[bool] = []
    naive: list[bool] = []
    for _ in range(150):
        rate = 0.2
        rows = draw_search(chance, rate=rate, count=60, weeks=4)
        found = seen(rows, question=INTERVIEW, now=NOW)
        for trials, held in ((found.trials, weighted), (len(rows), naive)):
            belief = PRIORS[INTERVIEW].updated(successes=found.successes, trials=trials)
            low, high = belief.interval()
            held.append(low <= rate <= high)
    assert sum(weighted) > sum(naive) + 15
    assert sum(weighted) / len(weighted) >= 0.72


def test_forecast_counts_are_calibrated_by_simulation() -> None:
    """Ranks of simulated counts among the predicted ones are even: ten bins, chi-square.

    Source: Talts et al. (2018), arXiv 1804.06788, applied to predictive counts.
    """
    chance = random.Random(7)
    bins = [0] * 10
    draws = 1200
    for _ in range(draws):
        prior = PRIORS[INTERVIEW]
        rate = chance.betavariate(prior.a, prior.b)
        trials = chance.randint(0, 60)
        successes = sum(chance.random() < rate for _ in range(trials))
        belief = Seen(successes, trials, 0, trials).belief(prior)
        chances = interview_chances(20, interview=belief)
        count = sum(chance.random() < rate for _ in range(20))
        rank = sum(chances[:count]) + chance.random() * chances[count]
        bins[min(9, int(rank * 10))] += 1
    expected = draws / 10
    # 27.9 is the 99.9 % point of chi-square with nine degrees of freedom.
    assert sum((n - expected) ** 2 / expected for n in bins) < 27.9


def test_a_wrong_prior_fails_the_same_calibration() -> None:
    chance = random.Random(7)
    bins = [0] * 10
    for _ in range(600):
        rate = chance.betavariate(1.7, 11.0)
        chances = interview_chances(20, interview=Beta(11.0, 11.0))
        count = sum(chance.random() < rate for _ in range(20))
        bins[
            min(9, int((sum(chances[:count]) + chance.random() * chances[count]) * 10))
        ] += 1
    assert sum((n - 60) ** 2 / 60 for n in bins) > 27.9


@pytest.mark.parametrize(
    ("row", "end"),
    [
        (QUIET, End.SILENT),
        (FRESH, End.OPEN),
        (NO, End.THEY_SAID_NO),
        (make_row(no_kind=NoKind.WENT_QUIET), End.SILENT),
        (make_row(no_kind=NoKind.I_SAID_NO), End.I_SAID_NO),
        (make_row(no_kind=NoKind.JOB_WENT_AWAY), End.JOB_WENT_AWAY),
        (make_row(reached=Stage.ACCEPTED), End.ACCEPTED),
    ],
)
def test_each_application_has_one_end(row: Row, end: End) -> None:
    assert end_of(row, now=NOW) == end


def test_thirty_days_are_counted_from_the_last_movement() -> None:
    row = make_row(applied=90, answered=10, reached=Stage.REPLIED)
    assert not row.is_quiet(NOW)
    assert row.is_quiet(NOW + timedelta(days=20))


def test_a_much_luckier_search_than_the_published_ones_counts_by_itself() -> None:
    prior = PRIORS[INTERVIEW]
    lucky = Seen(successes=30, resolved=50, waiting=0, trials=50)
    assert not lucky.suits(prior)
    assert lucky.belief(prior).mean == pytest.approx(0.6, abs=0.02)
    usual = Seen(successes=6, resolved=50, waiting=0, trials=50)
    assert usual.suits(prior)
    assert usual.belief(prior).b == 55.0


def test_a_search_without_any_interview_keeps_the_prior() -> None:
    assert Seen(successes=0, resolved=150, waiting=0, trials=150).suits(
        PRIORS[INTERVIEW]
    )


def test_one_that_the_person_ended_counts_where_it_had_come_so_far() -> None:
    mine = make_row(
        applied=40,
        answered=30,
        interview=20,
        moved=21,
        reached=Stage.INTERVIEW,
        no_kind=NoKind.I_SAID_NO,
    )
    told = seen([mine], question=INTERVIEW, now=NOW)
    assert (told.successes, told.resolved) == (1, 1)
    assert seen([mine], question=OFFER, now=NOW).resolved == 0
