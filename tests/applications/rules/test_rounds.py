from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.kinds import (
    ARRANGED_KINDS,
    NO_KINDS,
    DecidedBy,
    EventKind,
)
from onward.applications.rules.past import PastEvent
from onward.applications.rules.payload import Format, Outcome
from onward.applications.rules.rounds import round_known_as, rounds
from tests.applications.rules.strategies import histories

START = datetime(2026, 3, 1, 9, tzinfo=UTC)


def event(number: int, kind: EventKind, **payload: Any) -> PastEvent:
    return PastEvent(
        number=number,
        kind=kind,
        at=START + timedelta(hours=number),
        decided_by=DecidedBy.PERSON,
        payload=payload,
        identity=str(number),
    )


def test_an_interview_is_a_round_with_what_its_invitation_said() -> None:
    held = event(
        1,
        EventKind.INTERVIEW,
        starts_at="2026-03-09T14:00:00+01:00",
        format="video",
        people="Ana Lind",
        minutes=45,
    )
    (found,) = rounds([held])
    assert found.starts_at == datetime(2026, 3, 9, 13, tzinfo=UTC)
    assert (found.format, found.people, found.minutes) == (
        Format.VIDEO,
        "Ana Lind",
        45,
    )
    assert not found.is_settled


def test_what_is_arranged_later_wins_field_by_field() -> None:
    history = [
        event(1, EventKind.INTERVIEW, starts_at="2026-03-09T14:00:00", place="Room 4"),
        event(2, EventKind.ARRANGED, event="1", starts_at="2026-03-11T10:00:00"),
        event(3, EventKind.ARRANGED, event="1", time_zone="Europe/Berlin"),
    ]
    (found,) = rounds(history)
    berlin = datetime(2026, 3, 11, 10, tzinfo=ZoneInfo("Europe/Berlin"))
    assert (found.starts_at, found.place) == (berlin, "Room 4")


def test_taking_back_what_was_arranged_shows_what_stood_before() -> None:
    held = event(1, EventKind.INTERVIEW, place="Room 4")
    moved = event(2, EventKind.ARRANGED, event="1", place="Room 5")
    assert rounds([held, moved])[0].place == "Room 5"
    assert rounds([held, replace(moved, is_void=True)])[0].place == "Room 4"


def told(number: int, **payload: Any) -> PastEvent:
    """Return a later word of mail on the event 1."""
    arranged = event(number, EventKind.ARRANGED, event="1", **payload)
    return replace(arranged, decided_by=DecidedBy.RULE)


def test_a_moved_interview_keeps_from_when_it_was_moved() -> None:
    held = event(1, EventKind.INTERVIEW, starts_at="2026-03-09T14:00:00+00:00")
    moved = told(2, starts_at="2026-03-11T10:00:00+00:00")
    (found,) = rounds([held, moved])
    assert found.starts_at == datetime(2026, 3, 11, 10, tzinfo=UTC)
    assert found.moved_from == datetime(2026, 3, 9, 14, tzinfo=UTC)
    assert found.changed_at == moved.at
    assert rounds([held])[0].moved_from is None


def test_what_is_being_moved_has_no_time_until_the_next_is_known() -> None:
    held = event(1, EventKind.INTERVIEW, starts_at="2026-03-09T14:00:00+00:00")
    put_off = told(2, outcome=Outcome.MOVED)
    (found,) = rounds([held, put_off])
    assert (found.starts_at, found.is_settled) == (None, False)
    assert found.moved_from == datetime(2026, 3, 9, 14, tzinfo=UTC)
    again = told(3, starts_at="2026-03-11T10:00:00+00:00", outcome="")
    (found,) = rounds([held, put_off, again])
    assert found.starts_at == datetime(2026, 3, 11, 10, tzinfo=UTC)


def test_an_older_version_of_an_entry_says_nothing_after_a_newer_one() -> None:
    held = event(1, EventKind.INTERVIEW, invitation="u", sequence=0, place="A")
    newer = told(2, invitation="u", sequence=2, place="C")
    older = told(3, invitation="u", sequence=1, place="B")
    other = told(4, invitation="v", sequence=0, people="Ana")
    (found,) = rounds([held, newer, older, other])
    assert (found.place, found.people) == ("C", "Ana")


def test_the_word_that_came_last_wins_whenever_it_was_recorded() -> None:
    held = event(1, EventKind.INTERVIEW)
    late = replace(told(2, place="C"), at=START + timedelta(hours=9))
    early = replace(told(3, place="B"), at=START + timedelta(hours=8))
    assert rounds([held, late, early])[0].place == "C"


def test_what_was_said_of_an_interview_that_was_another_ones_change_stays() -> None:
    taken = replace(event(1, EventKind.INTERVIEW), is_void=True)
    said = event(2, EventKind.ARRANGED, event="1", people="Ana")
    first = replace(event(3, EventKind.INTERVIEW), at=START)
    change = event(4, EventKind.ARRANGED, event="3", replaces="1", place="B")
    (found,) = rounds([taken, said, first, change])
    assert (found.event, found.people, found.place) == ("3", "Ana", "B")
    assert found.names == {"3", "1"}


def test_a_correction_keeps_what_was_arranged_before_it() -> None:
    held = replace(event(1, EventKind.ASSESSMENT), is_void=True)
    arranged = event(2, EventKind.ARRANGED, event="1", people="Ana Lind")
    once = replace(event(3, EventKind.REPLY, corrects="1"), is_void=True)
    twice = event(4, EventKind.INTERVIEW, corrects="3")
    (found,) = rounds([held, arranged, once, twice])
    assert (found.event, found.people) == ("4", "Ana Lind")


def test_each_round_stands_by_itself() -> None:
    history = [
        event(1, EventKind.INTERVIEW, title="Phone call"),
        event(2, EventKind.ARRANGED, event="1", outcome=Outcome.WENT_AHEAD),
        event(3, EventKind.INTERVIEW, title="Panel"),
    ]
    first, second = rounds(history)
    assert first.is_settled
    assert not second.is_settled
    assert (first.title, second.title) == ("Phone call", "Panel")


def test_a_request_is_settled_once_it_is_done() -> None:
    asked = event(1, EventKind.INFORMATION_REQUEST, until="2026-03-05")
    assert rounds([asked])[0].until == date(2026, 3, 5)
    assert rounds([asked, event(2, EventKind.DONE, event="1")])[0].is_settled


def test_a_time_that_mail_moved_is_not_to_be_answered_by_the_old_day() -> None:
    held = event(
        1,
        EventKind.INTERVIEW,
        starts_at="2026-03-09T14:00:00+00:00",
        until="2026-03-05",
        until_hour="12:00",
    )
    moved = event(
        2, EventKind.ARRANGED, event="1", starts_at="2026-03-11T14:00:00+00:00"
    )
    by_mail = replace(moved, decided_by=DecidedBy.RULE)
    (found,) = rounds([held, by_mail])
    assert (found.until, found.until_hour) == (None, None)
    assert rounds([held, moved])[0].until == date(2026, 3, 5)
    anew = replace(by_mail, payload={**by_mail.payload, "until": "2026-03-10"})
    assert rounds([held, anew])[0].until == date(2026, 3, 10)


def test_an_hour_belongs_to_its_last_day_and_goes_with_it() -> None:
    offer = event(1, EventKind.OFFER, until="2026-03-05", until_hour="12:00")
    (found,) = rounds([offer])
    assert (found.until, found.until_hour) == (date(2026, 3, 5), time(12))
    later = event(2, EventKind.ARRANGED, event="1", until="2026-03-09")
    (found,) = rounds([offer, later])
    assert (found.until, found.until_hour) == (date(2026, 3, 9), None)
    note = event(2, EventKind.ARRANGED, event="1", people="Ana Lind")
    assert rounds([offer, note])[0].until_hour == time(12)
    (found,) = rounds([event(1, EventKind.OFFER, until_hour="12:00")])
    assert found.until_hour is None


def test_an_offer_is_settled_once_the_person_took_or_declined_it() -> None:
    for answer in (EventKind.ACCEPTANCE, EventKind.OFFER_DECLINED):
        (found,) = rounds(
            [event(1, EventKind.OFFER, until="2026-03-06"), event(2, answer)]
        )
        assert found.is_done
    first, second = rounds(
        [
            event(1, EventKind.OFFER),
            event(2, EventKind.OFFER_DECLINED),
            event(3, EventKind.OFFER),
        ]
    )
    assert (first.is_done, second.is_done) == (True, False)


@pytest.mark.parametrize("end", [EventKind.WITHDRAWAL, EventKind.POSITION_CLOSED])
def test_an_interview_is_off_that_the_person_or_the_opening_left_before(
    end: EventKind,
) -> None:
    invited = event(1, EventKind.INTERVIEW, starts_at="2026-03-09T14:00:00+00:00")
    withdrew = event(2, end)
    (found,) = rounds([invited, withdrew])
    assert found.outcome == Outcome.CANCELLED
    (found,) = rounds([invited, withdrew, event(3, EventKind.REOPENED)])
    assert found.outcome is None
    held = event(3, EventKind.ARRANGED, event="1", outcome="went_ahead")
    assert rounds([invited, withdrew, held])[0].outcome == Outcome.WENT_AHEAD
    assert rounds([invited, event(2, EventKind.REJECTION)])[0].outcome is None
    late = event(2, end)
    later = replace(late, at=datetime(2026, 3, 10, tzinfo=UTC))
    assert rounds([invited, later])[0].outcome is None


def at(day: int, kind: EventKind, **payload: Any) -> PastEvent:
    """Return an event at noon of a day of March."""
    later = event(day, kind, **payload)
    return replace(later, at=datetime(2026, 3, day, 12, tzinfo=UTC))


ANSWERS = [
    *sorted(NO_KINDS),
    *(EventKind.OFFER, EventKind.ACCEPTANCE, EventKind.INTERVIEW, EventKind.ASSESSMENT),
]


@pytest.mark.parametrize("kind", ANSWERS)
@pytest.mark.parametrize("clock", ["2026-03-09T14:00:00+00:00", "2026-03-09T14:00:00"])
def test_what_came_after_an_interview_answers_how_it_went(
    kind: EventKind, clock: str
) -> None:
    invited = event(1, EventKind.INTERVIEW, starts_at=clock)
    assert not rounds([invited])[0].is_settled
    found = rounds([invited, at(12, kind)])[0]
    assert (found.is_overtaken, found.is_settled, found.outcome) == (True, True, None)
    taken_back = replace(at(12, kind), is_void=True)
    assert not rounds([invited, taken_back])[0].is_settled


@pytest.mark.parametrize(
    "kind", [EventKind.CONFIRMATION, EventKind.REPLY, EventKind.FOLLOW_UP]
)
def test_a_word_that_decides_nothing_leaves_it_open(kind: EventKind) -> None:
    invited = event(1, EventKind.INTERVIEW, starts_at="2026-03-09T14:00:00+00:00")
    assert not rounds([invited, at(12, kind)])[0].is_settled


@pytest.mark.parametrize(
    "kind", [EventKind.INTERVIEW, EventKind.ASSESSMENT, EventKind.OFFER]
)
def test_what_is_ahead_is_not_overtaken_by_another_round(kind: EventKind) -> None:
    invited = event(1, EventKind.INTERVIEW, starts_at="2026-03-09T14:00:00+00:00")
    assert not rounds([invited, at(5, kind)])[0].is_settled
    task = event(1, EventKind.ASSESSMENT, until="2026-03-09")
    assert not rounds([task, at(9, kind)])[0].is_settled
    assert rounds([task, at(10, kind)])[0].is_settled


def test_a_no_before_its_day_ends_it_unless_life_came_back_before_it() -> None:
    invited = event(1, EventKind.INTERVIEW, starts_at="2026-03-09T14:00:00+00:00")
    no = at(5, EventKind.REJECTION)
    assert rounds([invited, no])[0].is_overtaken
    assert not rounds([invited, no, at(6, EventKind.REOPENED)])[0].is_overtaken
    assert rounds([invited, no, at(12, EventKind.REOPENED)])[0].is_overtaken


def test_without_a_day_only_what_decides_ends_it() -> None:
    invited = event(1, EventKind.INTERVIEW, title="Second talk")
    assert not rounds([invited, at(5, EventKind.ASSESSMENT)])[0].is_settled
    assert rounds([invited, at(5, EventKind.OFFER)])[0].is_settled
    assert rounds([invited, at(5, EventKind.REJECTION)])[0].is_settled


def test_a_question_to_answer_is_not_overtaken() -> None:
    asked = event(1, EventKind.INFORMATION_REQUEST, until="2026-03-09")
    assert not rounds([asked, at(12, EventKind.INTERVIEW)])[0].is_settled


def test_an_invitation_becomes_the_interview_that_it_led_to() -> None:
    invited = event(1, EventKind.INTERVIEW)
    dated = event(2, EventKind.INTERVIEW, starts_at="2026-03-09T14:00:00+00:00")
    reminded = event(3, EventKind.INTERVIEW, starts_at="2026-03-09T15:00:00+01:00")
    another = event(4, EventKind.INTERVIEW, starts_at="2026-03-16T14:00:00+00:00")
    found = rounds([invited, dated, reminded, another])
    assert [round_.event for round_ in found] == ["2", "4"]
    assert [round_.event for round_ in rounds([dated, invited])] == ["2"]


def test_a_second_invitation_without_a_day_stands_by_itself() -> None:
    dated = event(1, EventKind.INTERVIEW, starts_at="2026-03-09T14:00:00+00:00")
    invited = event(2, EventKind.INTERVIEW)
    assert [round_.event for round_ in rounds([dated, invited])] == ["1", "2"]


def test_another_time_on_the_same_day_moves_what_mail_said_and_only_that() -> None:
    first = event(1, EventKind.INTERVIEW, starts_at="2026-03-09T14:00:00+00:00")
    later = event(2, EventKind.INTERVIEW, starts_at="2026-03-09T10:30:00+00:00")
    assert len(rounds([first, later])) == 2
    read = [replace(one, decided_by=DecidedBy.RULE) for one in (first, later)]
    assert [round_.event for round_ in rounds(read)] == ["2"]
    arranged = event(3, EventKind.ARRANGED, event="1", people="Ana Lind")
    assert len(rounds([*read, arranged])) == 2


def test_a_reminder_by_mail_leaves_the_interview_standing() -> None:
    first = event(1, EventKind.INTERVIEW, starts_at="2026-03-09T14:00:00+00:00")
    earlier = event(2, EventKind.INTERVIEW, starts_at="2026-03-09T10:30:00+00:00")
    again = event(3, EventKind.INTERVIEW, starts_at="2026-03-09T14:00:00+00:00")
    read = [replace(e, decided_by=DecidedBy.RULE) for e in (first, earlier, again)]
    assert [round_.event for round_ in rounds([read[0], read[2]])] == ["1"]
    assert [round_.event for round_ in rounds(read)] == ["3"]


def test_an_invitation_told_of_anew_is_known_as_what_stands_in_its_place() -> None:
    bare = event(1, EventKind.INTERVIEW)
    first = event(2, EventKind.INTERVIEW, starts_at="2026-03-09T14:00:00+00:00")
    moved = event(3, EventKind.INTERVIEW, starts_at="2026-03-09T10:30:00+00:00")
    again = event(4, EventKind.INTERVIEW, starts_at="2026-03-09T10:30:00+00:00")
    said = [replace(e, decided_by=DecidedBy.RULE) for e in (bare, first, moved, again)]
    (standing,) = rounds(said)
    assert [round_known_as(said, event=name) for name in "1234"] == [standing] * 4
    assert round_known_as(said, event="5") is None


def test_a_corrected_invitation_is_known_as_what_corrects_it() -> None:
    before = replace(event(1, EventKind.INTERVIEW), is_void=True)
    after = event(2, EventKind.INTERVIEW, corrects="1", place="Room 5")
    found = round_known_as([before, after], event="1")
    assert found is not None
    assert (found.event, found.place) == ("2", "Room 5")
    assert round_known_as([before], event="1") is None


@given(histories(), st.randoms())
def test_a_round_is_a_lasting_event_that_asks(history, random) -> None:  # type: ignore[no-untyped-def]
    found = rounds(history)
    asking = {
        event.identity: event.kind
        for event in history
        if event.kind in ARRANGED_KINDS | {EventKind.REMINDER} and not event.is_void
    }
    names = [round_.event for round_ in found]
    assert len(set(names)) == len(names)
    assert set(names) <= set(asking)
    # What repeats another leaves that other one standing.
    assert {round_.kind for round_ in found} == set(asking.values())
    assert all(round_known_as(history, event=name) in found for name in asking)
    shuffled = list(history)
    random.shuffle(shuffled)
    assert rounds(shuffled) == found
