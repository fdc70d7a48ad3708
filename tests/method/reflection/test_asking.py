from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.kinds import NoKind, Stage
from onward.method.reflection import labels
from onward.method.reflection.rules.asking import (
    Answer,
    Question,
    Theme,
    bank,
    is_offered,
    wants_debrief,
    wants_preparing,
)
from onward.method.reflection.rules.patterns import By, Outcome
from onward.method.reflection.rules.same_kind import is_same_kind

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.mark.parametrize("stage", [Stage.SAVED, Stage.APPLIED])
@pytest.mark.parametrize("kind", NoKind)
def test_a_no_that_reached_no_human_asks_nothing(kind: NoKind, stage: Stage) -> None:
    assert not is_offered(kind, reached=stage)


def test_a_no_after_an_interview_offers_a_minute_unless_it_was_ones_own() -> None:
    assert is_offered(NoKind.THEY_SAID_NO, reached=Stage.INTERVIEW)
    assert is_offered(NoKind.JOB_WENT_AWAY, reached=Stage.REPLIED)
    assert not is_offered(NoKind.I_SAID_NO, reached=Stage.INTERVIEW)
    assert not is_offered(NoKind.WENT_QUIET, reached=Stage.REPLIED)


def test_an_interview_is_written_down_after_it_and_prepared_before_it() -> None:
    assert wants_preparing(starts_at=NOW + HOUR, now=NOW)
    assert not wants_preparing(starts_at=NOW + 5 * DAY, now=NOW)
    assert not wants_debrief(starts_at=NOW - HOUR / 4, now=NOW)
    assert wants_debrief(starts_at=NOW - 2 * HOUR, now=NOW)
    assert not wants_debrief(starts_at=NOW - 4 * DAY, now=NOW)


@given(st.timedeltas(timedelta(days=-10), timedelta(days=10)))
def test_nothing_is_prepared_for_and_written_down_at_once(ahead: timedelta) -> None:
    starts_at = NOW + ahead
    assert not (
        wants_preparing(starts_at=starts_at, now=NOW)
        and wants_debrief(starts_at=starts_at, now=NOW)
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Operations Coordinator", "Senior Operations Coordinator", True),
        ("Projektkoordination (m/w/d)", "Projektkoordination", True),
        ("Baker", "Accountant", False),
        ("Java Developer", "JavaScript Developer", False),
        ("", "Baker", False),
        ("", "", False),
    ],
)
def test_roles_are_of_one_kind_by_their_words(one: str, other: str, same: bool) -> None:
    assert is_same_kind(one, other) is same
    assert is_same_kind(other, one) is same


def test_a_question_asked_twice_is_one_and_comes_first() -> None:
    found = bank(
        [
            ("Why us?", Theme.MOTIVATION, NOW - 9 * DAY),
            ("Tell us about a conflict.", Theme.SITUATION, NOW),
            ("why  us", Theme.MOTIVATION, NOW - DAY),
        ]
    )
    assert [(each.words, each.times) for each in found] == [
        ("why us", 2),
        ("Tell us about a conflict.", 1),
    ]
    assert found[0].last_at == NOW - DAY


questions = st.lists(
    st.tuples(
        st.text(max_size=20),
        st.sampled_from(Theme),
        st.integers(0, 3_000).map(lambda days: NOW - days * DAY),
    ),
    max_size=20,
)


@given(questions)
def test_the_bank_counts_every_question_once(
    asked: list[tuple[str, Theme, datetime]],
) -> None:
    said = [words for words, _theme, _at in asked]
    kept = [w for w in said if " ".join(w.casefold().split()).rstrip("?.! ")]
    found = bank(asked)
    assert sum(each.times for each in found) == len(kept)
    assert [each.times for each in found] == sorted(
        (each.times for each in found), reverse=True
    )


def test_each_kind_has_its_words() -> None:
    assert set(labels.QUESTION_LABELS) == set(Question)
    assert set(labels.ANSWER_LABELS) == set(Answer)
    assert set(labels.THEME_LABELS) == set(Theme)
    assert set(labels.BY_LABELS) == set(By)
    assert set(labels.OUTCOME_LABELS) == set(Outcome)
