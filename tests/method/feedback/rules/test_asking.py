from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.history import PastEvent, summarise
from onward.applications.rules.kinds import (
    NO_KINDS,
    DecidedBy,
    EventKind,
    NoKind,
    Stage,
)
from onward.method.feedback.labels import REASON_WORDS, STANDING_WORDS
from onward.method.feedback.rules.asking import (
    Situation,
    current_no,
    is_offered,
    reached_of,
    reason_of,
    rounds_in,
    standing_of,
)
from onward.method.feedback.rules.kinds import (
    OFFERING,
    Reached,
    Reason,
    RequestState,
    Standing,
)

THEY = NoKind.THEY_SAID_NO
START = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("situation", "reason"),
    [
        (Situation(None), Reason.STILL_OPEN),
        (Situation(THEY, was_asked=True, people=2), Reason.ASKED),
        (Situation(NoKind.I_SAID_NO, people=1), Reason.OWN_NO),
        (Situation(NoKind.JOB_WENT_AWAY, interviews=2), Reason.WENT_AWAY),
        (Situation(THEY, interviews=1, took_back=True), Reason.TAKEN_BACK),
        (Situation(NoKind.JOB_WENT_AWAY, took_back=True), Reason.TAKEN_BACK),
        (Situation(NoKind.WENT_QUIET, people=1), Reason.WENT_QUIET),
        (Situation(THEY, offers_feedback=True, has_mail=True), Reason.THEY_OFFER),
        (Situation(THEY, interviews=1, gives_none=True), Reason.INTERVIEWED),
        (Situation(THEY, people=1, gives_none=True), Reason.THEY_GIVE_NONE),
        (Situation(THEY, people=1, has_mail=True), Reason.PERSON_WROTE),
        (Situation(THEY, has_mailbox=True, has_mail=True), Reason.MAILBOX_WROTE),
        (Situation(THEY, has_mail=True), Reason.ONLY_MACHINES),
        (Situation(THEY), Reason.NOBODY_KNOWN),
    ],
)
def test_each_situation_has_its_reason(situation: Situation, reason: Reason) -> None:
    assert reason_of(situation) == reason


@given(
    st.builds(
        Situation,
        no_kind=st.none() | st.sampled_from(NoKind),
        interviews=st.integers(0, 4),
        people=st.integers(0, 3),
        has_mail=st.booleans(),
        offers_feedback=st.booleans(),
        gives_none=st.booleans(),
        was_asked=st.booleans(),
    )
)
def test_asking_is_offered_only_where_somebody_can_answer(situation: Situation) -> None:
    if is_offered(reason_of(situation)):
        assert situation.no_kind == THEY
        assert not situation.was_asked
        assert situation.interviews or situation.people or situation.offers_feedback


def test_every_reason_and_standing_has_its_words() -> None:
    assert set(REASON_WORDS) == set(Reason)
    assert set(STANDING_WORDS) == set(Standing)
    assert set(Reason) > OFFERING


def past(*kinds: EventKind) -> list[PastEvent]:
    return [
        PastEvent(number, kind, START + timedelta(days=number), DecidedBy.RULE)
        for number, kind in enumerate(kinds, start=1)
    ]


@pytest.mark.parametrize(
    ("kinds", "number"),
    [
        ((EventKind.APPLIED,), None),
        ((EventKind.APPLIED, EventKind.REJECTION), 2),
        ((EventKind.REJECTION, EventKind.REJECTION), 1),
        ((EventKind.SILENCE, EventKind.REJECTION), 2),
        ((EventKind.REJECTION, EventKind.SILENCE), 1),
        ((EventKind.REJECTION, EventKind.INTERVIEW), None),
        ((EventKind.REJECTION, EventKind.INTERVIEW, EventKind.REJECTION), 3),
        ((EventKind.REJECTION, EventKind.FEEDBACK_ASKED, EventKind.NOTE), 1),
    ],
)
def test_the_no_that_stands_is_the_first_since_the_last_sign_of_life(
    kinds: tuple[EventKind, ...], number: int | None
) -> None:
    assert current_no(past(*kinds)) == number


def test_a_decision_after_the_job_went_away_is_the_no_that_stands() -> None:
    closed, said = EventKind.POSITION_CLOSED, EventKind.REJECTION
    assert current_no(past(closed, said)) == 2
    assert current_no(past(closed, said, said)) == 2
    assert current_no(past(said, closed)) == 1


def test_of_two_noes_the_later_stands_where_the_person_applied_again_between() -> None:
    no, applied = EventKind.REJECTION, EventKind.APPLIED
    assert current_no(past(applied, no, applied)) == 2
    assert current_no(past(applied, no, applied, no)) == 4
    assert current_no(past(applied, no, EventKind.CONFIRMATION, no)) == 2


@given(st.lists(st.sampled_from(EventKind), max_size=8))
def test_there_is_a_no_exactly_where_the_ledger_says_that_it_is_closed(
    kinds: list[EventKind],
) -> None:
    history = past(*kinds)
    number = current_no(history)
    assert (number is not None) == (summarise(history).no_kind is not None)
    assert number is None or kinds[number - 1] in NO_KINDS


def test_an_invitation_and_its_confirmation_are_one_interview() -> None:
    day = date(2026, 11, 2)
    assert rounds_in([]) == 0
    assert rounds_in([day, day + timedelta(days=2)]) == 1
    assert rounds_in([day + timedelta(days=9), day, day + timedelta(days=1)]) == 2


@pytest.mark.parametrize(
    ("stage", "interviews", "people", "reached"),
    [
        (Stage.INTERVIEW, 2, 1, Reached.FINAL),
        (Stage.OFFER, 2, 1, Reached.FINAL),
        (Stage.OFFER, 1, 1, Reached.INTERVIEW),
        (Stage.OFFER, 0, 1, Reached.CONTACT),
        (Stage.INTERVIEW, 1, 0, Reached.INTERVIEW),
        (Stage.ASSESSMENT, 0, 1, Reached.ASSESSMENT),
        (Stage.REPLIED, 0, 1, Reached.CONTACT),
        (Stage.APPLIED, 0, 0, Reached.APPLICATION),
    ],
)
def test_how_far_it_went(
    stage: Stage, interviews: int, people: int, reached: Reached
) -> None:
    assert reached_of(stage, interviews=interviews, people=people) == reached


@pytest.mark.parametrize(
    ("state", "days_ago", "is_answered", "standing"),
    [
        (RequestState.DRAFT, None, False, Standing.DRAFT),
        (RequestState.SENDING, None, False, Standing.SENDING),
        (RequestState.ASKED, 3, False, Standing.WAITING),
        (RequestState.ASKED, 13, False, Standing.WAITING),
        (RequestState.ASKED, 20, False, Standing.SILENT),
        (RequestState.ASKED, 20, True, Standing.ANSWERED),
    ],
)
def test_silence_closes_a_request_and_a_late_answer_opens_it(
    state: RequestState, days_ago: int | None, is_answered: bool, standing: Standing
) -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    asked_at = None if days_ago is None else now - timedelta(days=days_ago)
    assert (
        standing_of(
            state, asked_at=asked_at, is_answered=is_answered, now=now, zone_name="UTC"
        )
        == standing
    )
