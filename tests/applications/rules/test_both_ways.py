"""An interview that was recorded by hand and told by mail: one, wherever a later word puts it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.rules.past import PastEvent
from onward.applications.rules.payload import Outcome
from onward.applications.rules.rounds import round_known_as, rounds
from tests.applications.rules.test_rounds import event

AT_TWO, AT_TEN = "2026-03-09T14:00:00+00:00", "2026-03-11T10:00:00+00:00"


def told(number: int, kind: EventKind, **payload: Any) -> PastEvent:
    return replace(event(number, kind, **payload), decided_by=DecidedBy.RULE)


BOTH_WAYS = [
    (event(1, EventKind.INTERVIEW, starts_at=AT_TWO), "1"),
    (event(3, EventKind.INTERVIEW, starts_at=AT_TWO), "3"),
]
"""Recorded by hand before the mail of hour 2 told of it, and after."""


@pytest.mark.parametrize(("by_hand", "name"), BOTH_WAYS)
@pytest.mark.parametrize(
    "change",
    [
        {"starts_at": AT_TEN, "outcome": ""},
        {"on_day": "2026-03-11", "outcome": ""},
        {"outcome": "moved"},
        {"outcome": "cancelled"},
    ],
)
def test_what_stands_by_hand_too_goes_where_mail_moves_it(
    by_hand: PastEvent, name: str, change: dict[str, str]
) -> None:
    first = told(2, EventKind.INTERVIEW, starts_at=AT_TWO)
    later = told(4, EventKind.ARRANGED, event="2", **change)
    history = sorted([by_hand, first, later], key=lambda each: each.number)
    (found,) = rounds(history)
    assert found.event == "2"
    assert round_known_as(history, event=name) == found


@pytest.mark.parametrize(
    "change",
    [
        {"starts_at": "2026-03-12T09:00:00+00:00"},
        {"outcome": "moved"},
        {"outcome": "cancelled"},
        {"on_day": "2026-03-12"},
    ],
)
@pytest.mark.parametrize(("by_hand", "name"), BOTH_WAYS)
def test_it_goes_with_a_second_move_too(
    by_hand: PastEvent, name: str, change: dict[str, str]
) -> None:
    first = told(2, EventKind.INTERVIEW, starts_at=AT_TWO)
    moved = told(4, EventKind.ARRANGED, event="2", starts_at=AT_TEN)
    again = told(5, EventKind.ARRANGED, event="2", **change)
    history = sorted([by_hand, first, moved, again], key=lambda each: each.number)
    (found,) = rounds(history)
    assert found.event == "2"
    assert round_known_as(history, event=name) == found


def test_what_the_person_records_at_an_hour_that_was_left_stands() -> None:
    first = told(1, EventKind.INTERVIEW, starts_at=AT_TWO)
    moved = told(2, EventKind.ARRANGED, event="1", starts_at=AT_TEN)
    by_hand = event(3, EventKind.INTERVIEW, starts_at=AT_TWO)
    later = "2026-03-12T09:00:00+00:00"
    again = told(4, EventKind.ARRANGED, event="1", starts_at=later)
    assert len(rounds([first, moved, by_hand, again])) == 2


def test_what_mail_told_too_goes_where_the_person_moves_it() -> None:
    by_hand = event(1, EventKind.INTERVIEW, starts_at=AT_TWO)
    first = told(2, EventKind.INTERVIEW, starts_at=AT_TWO)
    moved = event(3, EventKind.ARRANGED, event="1", starts_at=AT_TEN)
    off = event(3, EventKind.ARRANGED, event="1", outcome="cancelled")
    assert [each.event for each in rounds([by_hand, first, moved])] == ["1"]
    (found,) = rounds([by_hand, first, off])
    assert found.outcome == Outcome.CANCELLED


@pytest.mark.parametrize(
    "last",
    [
        event(4, EventKind.INTERVIEW, starts_at=AT_TWO),
        event(4, EventKind.ARRANGED, event="1", place="Room 5"),
    ],
)
@pytest.mark.parametrize("change", [{"starts_at": AT_TEN}, {"outcome": "cancelled"}])
def test_what_the_person_says_after_that_stands(
    last: PastEvent, change: dict[str, str]
) -> None:
    by_hand = event(1, EventKind.INTERVIEW, starts_at=AT_TWO)
    first = told(2, EventKind.INTERVIEW, starts_at=AT_TWO)
    later = told(3, EventKind.ARRANGED, event="2", **change)
    history = [first, later, last]
    if last.kind == EventKind.ARRANGED:
        history = [by_hand, *history]
    assert len(rounds(history)) == 2


@pytest.mark.parametrize(
    "other",
    [
        event(1, EventKind.INTERVIEW, starts_at="2026-03-09T15:00:00+00:00"),
        event(1, EventKind.ASSESSMENT, starts_at=AT_TWO),
    ],
)
def test_what_was_another_one_stays(other: PastEvent) -> None:
    first = told(2, EventKind.INTERVIEW, starts_at=AT_TWO)
    for change in ({"starts_at": AT_TEN}, {"outcome": "cancelled"}):
        later = told(3, EventKind.ARRANGED, event="2", **change)
        assert len(rounds([other, first, later])) == 2
