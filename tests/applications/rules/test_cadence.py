from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.cadence import DEFAULT_CADENCE, Cadence, ripe_at
from onward.applications.rules.history import summarise
from onward.applications.rules.kinds import NO_KINDS, DecidedBy, EventKind
from onward.applications.rules.past import PastEvent
from tests.applications.rules.strategies import histories

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
cadences = st.builds(
    Cadence,
    is_on=st.booleans(),
    first_after_days=st.integers(1, 90),
    again_after_days=st.integers(1, 90),
    most=st.integers(0, 3),
)


def story(*steps: tuple[EventKind, int]) -> list[PastEvent]:
    return [
        PastEvent(
            number=number,
            kind=kind,
            at=START + timedelta(days=day),
            decided_by=DecidedBy.PERSON,
            identity=str(number),
        )
        for number, (kind, day) in enumerate(steps, start=1)
    ]


def ripe(history: list[PastEvent]) -> datetime | None:
    summary = summarise(history)
    return ripe_at(
        DEFAULT_CADENCE,
        waiting_since=summary.waiting_since,
        follow_ups=summary.follow_ups,
    )


def test_a_week_after_applying() -> None:
    assert ripe(story((EventKind.APPLIED, 0))) == START + timedelta(days=7)


def test_an_automatic_receipt_resets_nothing() -> None:
    history = story((EventKind.APPLIED, 0), (EventKind.CONFIRMATION, 3))
    assert ripe(history) == START + timedelta(days=7)


def test_real_contact_resets_it() -> None:
    history = story((EventKind.APPLIED, 0), (EventKind.REPLY, 5))
    assert ripe(history) == START + timedelta(days=12)


def test_asking_twice_without_an_answer_is_enough_until_they_write() -> None:
    asked = ((EventKind.APPLIED, 0), (EventKind.FOLLOW_UP, 7))
    assert ripe(story(*asked)) == START + timedelta(days=17)
    twice = (*asked, (EventKind.FOLLOW_UP, 17))
    assert ripe(story(*twice)) is None
    assert ripe(story(*twice, (EventKind.REPLY, 20))) == START + timedelta(days=27)


def test_nothing_is_on_offer_while_it_is_the_persons_turn() -> None:
    history = story((EventKind.APPLIED, 0), (EventKind.INFORMATION_REQUEST, 2))
    assert ripe(history) is None
    done = PastEvent(
        number=3,
        kind=EventKind.DONE,
        at=START + timedelta(days=4),
        decided_by=DecidedBy.PERSON,
        payload={"event": "2"},
        identity="3",
    )
    assert ripe([*history, done]) == START + timedelta(days=11)


def test_it_waits_for_an_interview_that_lies_ahead() -> None:
    history = story((EventKind.APPLIED, 0), (EventKind.INTERVIEW, 2))
    begins = START + timedelta(days=20)
    arranged = PastEvent(
        number=3,
        kind=EventKind.ARRANGED,
        at=START + timedelta(days=3),
        decided_by=DecidedBy.PERSON,
        payload={"event": "2", "starts_at": begins.isoformat()},
        identity="3",
    )
    assert ripe([*history, arranged]) == begins + timedelta(days=7)


def test_until_its_last_day_a_test_is_the_persons_to_do() -> None:
    history = story((EventKind.APPLIED, 0), (EventKind.ASSESSMENT, 2))
    last = (START + timedelta(days=20)).date()
    arranged = PastEvent(
        number=3,
        kind=EventKind.ARRANGED,
        at=START + timedelta(days=3),
        decided_by=DecidedBy.PERSON,
        payload={"event": "2", "until": last.isoformat()},
        identity="3",
    )
    found = ripe([*history, arranged])
    assert found is not None
    assert found.date() == last + timedelta(days=7)
    gone = replace(arranged, payload={**arranged.payload, "outcome": "went_ahead"})
    assert ripe([*history, gone]) == START + timedelta(days=9)


def test_what_is_only_saved_is_not_followed_up() -> None:
    assert ripe(story((EventKind.SAVED, 0))) is None


@given(histories(), st.sampled_from(sorted(NO_KINDS)))
def test_a_no_stops_it(history: list[PastEvent], no: EventKind) -> None:
    last = max((event.at for event in history), default=START)
    said = PastEvent(
        number=len(history) + 1, kind=no, at=last, decided_by=DecidedBy.RULE
    )
    assert ripe([*history, said]) is None


@given(cadences, st.integers(0, 5))
def test_it_is_never_on_offer_more_often_than_the_person_wants(
    cadence: Cadence, follow_ups: int
) -> None:
    at = ripe_at(cadence, waiting_since=START, follow_ups=follow_ups)
    assert (at is None) == (not cadence.is_on or follow_ups >= cadence.most)
    assert at is None or at > START
