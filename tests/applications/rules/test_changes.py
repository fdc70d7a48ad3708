from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given

from onward.applications.rules.changes import Change, arranged
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.rules.past import PastEvent
from onward.applications.rules.payload import Outcome
from onward.applications.rules.rounds import rounds
from tests.applications.rules.strategies import histories

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
FIRST = "2026-03-09T14:00:00+00:00"
SECOND = "2026-03-10T10:00:00+00:00"


def event(number: int, kind: EventKind, **payload: Any) -> PastEvent:
    at = START + timedelta(hours=number)
    return PastEvent(number, kind, at, DecidedBy.RULE, payload, identity=str(number))


def told(number: int, **payload: Any) -> PastEvent:
    return event(number, EventKind.ARRANGED, event="1", **payload)


@pytest.mark.parametrize(
    ("first", "said", "change"),
    [
        ({"starts_at": FIRST}, {"starts_at": SECOND}, Change.MOVED),
        ({}, {"starts_at": SECOND}, Change.TIMED),
        ({"starts_at": FIRST}, {"outcome": "moved"}, Change.PUT_OFF),
        ({"starts_at": FIRST}, {"outcome": "cancelled"}, Change.CANCELLED),
        ({"starts_at": FIRST}, {"outcome": "went_ahead"}, Change.HELD),
        ({"outcome": "cancelled"}, {"outcome": ""}, Change.ON_AGAIN),
        ({"place": "A"}, {"place": "B"}, Change.DETAILS),
        ({"place": "A"}, {"place": "A", "words": "see you"}, Change.SAID_AGAIN),
    ],
)
def test_each_word_on_an_interview_changes_one_thing(
    first: dict[str, Any], said: dict[str, Any], change: Change
) -> None:
    held = event(1, EventKind.INTERVIEW, **first)
    assert arranged([held, told(2, **said)])["2"].change == change


def test_each_change_starts_from_what_stood_before_it() -> None:
    held = event(1, EventKind.INTERVIEW, starts_at=FIRST)
    moved = told(2, starts_at=SECOND)
    off = told(3, outcome=Outcome.CANCELLED)
    found = arranged([off, moved, held])
    assert found["2"].before == datetime.fromisoformat(FIRST)
    assert found["2"].starts_at == datetime.fromisoformat(SECOND)
    assert found["3"].before == datetime.fromisoformat(SECOND)
    assert found["3"].kind == EventKind.INTERVIEW


def test_what_was_taken_back_says_what_it_had_changed() -> None:
    held = event(1, EventKind.INTERVIEW, starts_at=FIRST)
    moved = replace(told(2, starts_at=SECOND), is_void=True)
    off = told(3, outcome=Outcome.CANCELLED)
    found = arranged([held, moved, off])
    assert found["2"].change == Change.MOVED
    assert found["3"].before == datetime.fromisoformat(FIRST)


@given(histories())
def test_only_arranging_changes_something(history: list[PastEvent]) -> None:
    arranging = [each for each in history if each.kind == EventKind.ARRANGED]
    assert arranged(history).keys() <= {each.identity for each in arranging}
    if all(each.is_void for each in arranging):
        assert all(each.moved_from is None or each.outcome for each in rounds(history))


@pytest.mark.parametrize("outcome", [Outcome.MOVED, Outcome.CANCELLED])
@pytest.mark.parametrize("more", [{}, {"asked_for": SECOND}])
def test_of_what_is_off_no_day_is_agreed_on(
    outcome: Outcome, more: dict[str, str]
) -> None:
    held = event(1, EventKind.INTERVIEW, starts_at=FIRST)
    off = told(2, outcome=outcome)
    again = told(3, outcome=outcome, **more)
    assert arranged([held, off, again])["3"].starts_at is None


def test_what_is_arranged_by_hand_after_it_was_off_has_its_hour() -> None:
    held = event(1, EventKind.INTERVIEW, starts_at=FIRST)
    off = told(2, outcome=Outcome.CANCELLED)
    again = told(3, outcome=Outcome.CANCELLED, starts_at=SECOND)
    found = arranged([held, off, again])["3"]
    assert found.starts_at is not None
