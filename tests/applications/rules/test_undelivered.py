from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.history import summarise
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.rules.past import PastEvent
from onward.applications.rules.undelivered import undelivered
from tests.builders import NOW

DAY = timedelta(days=1)


def past(
    number: int, kind: EventKind, *, on: int, is_void: bool = False, **payload: Any
) -> PastEvent:
    return PastEvent(
        number=number,
        kind=kind,
        at=NOW + on * DAY,
        decided_by=DecidedBy.RULE,
        payload=payload,
        is_void=is_void,
        identity=str(number),
    )


def came_back(number: int, *, on: int, of: int, **more: Any) -> PastEvent:
    moment = (NOW + of * DAY).isoformat()
    return past(number, EventKind.NOTE, on=on, undelivered=moment, **more)


APPLIED = past(1, EventKind.APPLIED, on=0)


def waits(*history: PastEvent) -> int | None:
    """Return the day since when an answer is waited for."""
    since = summarise(history).waiting_since
    return None if since is None else (since - NOW).days


def test_nobody_has_to_answer_an_application_that_did_not_arrive() -> None:
    back = came_back(2, on=1, of=0)
    assert waits(APPLIED) == 0
    assert waits(APPLIED, back) is None
    assert waits(APPLIED, back, past(3, EventKind.DONE, on=4, event="2")) == 4
    assert waits(APPLIED, back, past(3, EventKind.APPLIED, on=5)) == 5
    assert waits(APPLIED, back, past(3, EventKind.REPLY, on=6)) == 6


def test_a_report_that_was_taken_back_or_is_of_other_mail_changes_nothing() -> None:
    assert waits(APPLIED, came_back(2, on=1, of=0, is_void=True)) == 0
    assert waits(APPLIED, came_back(2, on=3, of=2)) == 0


def test_a_follow_up_that_did_not_arrive_asked_nobody() -> None:
    asked = past(2, EventKind.FOLLOW_UP, on=8)
    assert waits(APPLIED, asked) == 8
    assert summarise([APPLIED, asked]).follow_ups == 1
    lost = [APPLIED, asked, came_back(3, on=9, of=8)]
    assert waits(*lost) == 0
    assert summarise(lost).follow_ups == 0
    again = [*lost, past(4, EventKind.DONE, on=10, event="3")]
    assert waits(*again) == 10
    assert summarise(again).follow_ups == 1


def test_what_was_sent_again_and_came_back_too_waits_for_the_next() -> None:
    twice = [
        APPLIED,
        came_back(2, on=1, of=0),
        past(3, EventKind.DONE, on=2, event="2"),
        came_back(4, on=3, of=2),
    ]
    assert waits(*twice) is None
    assert waits(*twice, past(5, EventKind.DONE, on=4, event="4")) == 4


@given(st.permutations([1, 2, 3, 4, 5]), st.lists(st.integers(0, 9), max_size=5))
def test_only_what_was_sent_is_lost_and_only_by_a_report_of_it(
    order: list[int], reported: list[int]
) -> None:
    sent = [
        past(number, kind, on=number)
        for number, kind in zip(
            order,
            [
                *(EventKind.APPLIED, EventKind.FOLLOW_UP, EventKind.CONFIRMATION),
                *(EventKind.REPLY, EventKind.REJECTION),
            ],
            strict=True,
        )
    ]
    reports = [came_back(10 + n, on=20, of=of) for n, of in enumerate(reported)]
    lost, again = undelivered([*sent, *reports])
    can_be = {str(each.number) for each in sent[:2]}
    assert lost == can_be & {str(each) for each in reported}
    assert not again
