from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.kinds import EventKind
from onward.exchange.rules.proof import (
    Deed,
    ProofPart,
    deeds_in,
    kinds_of,
    result_of,
    unsent,
)

DAY = timedelta(days=1)
FIRST = date(2026, 11, 1)
LAST = date(2026, 11, 30)
APPLICATIONS = [uuid.UUID(int=n) for n in range(4)]

deeds = st.builds(
    Deed,
    st.sampled_from(APPLICATIONS),
    st.sampled_from(EventKind),
    st.dates(date(2026, 10, 1), date(2026, 12, 31)),
    st.integers(1, 99),
)


def deed(
    kind: EventKind, on: date, *, application: uuid.UUID = APPLICATIONS[0], number: int
) -> Deed:
    return Deed(application, kind, on, number)


def report(*every: Deed, parts: tuple[ProofPart, ...] = tuple(ProofPart)) -> list[Deed]:
    return deeds_in(every, first=FIRST, last=LAST, parts=parts)


def test_an_application_told_twice_is_one_line() -> None:
    applied = deed(EventKind.APPLIED, FIRST, number=1)
    receipt = deed(EventKind.CONFIRMATION, FIRST + 2 * DAY, number=2)
    assert report(receipt, applied) == [applied]


def test_an_application_sent_before_the_period_is_no_line_for_its_late_receipt() -> (
    None
):
    applied = deed(EventKind.APPLIED, FIRST - DAY, number=1)
    receipt = deed(EventKind.CONFIRMATION, FIRST + DAY, number=2)
    assert report(applied, receipt) == []


def test_a_receipt_after_an_interview_does_not_say_when_it_was_sent() -> None:
    interview = deed(EventKind.INTERVIEW, FIRST, number=1)
    late = deed(EventKind.CONFIRMATION, FIRST + 9 * DAY, number=2)
    applied = deed(EventKind.APPLIED, FIRST - DAY, number=3)
    assert report(interview, late) == [interview]
    assert report(interview, late, applied) == [interview]


def test_a_receipt_after_a_mere_reply_says_when_it_was_sent() -> None:
    reply = deed(EventKind.REPLY, FIRST, number=1)
    receipt = deed(EventKind.CONFIRMATION, FIRST + DAY, number=2)
    assert report(reply, receipt) == [receipt]


def test_what_they_looked_at_was_not_done_by_the_person() -> None:
    seen = Deed(APPLICATIONS[0], EventKind.CONFIRMATION, FIRST + DAY, 1, is_theirs=True)
    receipt = deed(EventKind.CONFIRMATION, FIRST, number=2)
    applied = deed(EventKind.APPLIED, FIRST - 9 * DAY, number=3)
    assert report(seen) == []
    assert unsent([seen], first=FIRST, last=LAST) == {APPLICATIONS[0]}
    assert unsent([seen], first=FIRST + 2 * DAY, last=LAST) == set()
    assert report(seen, receipt) == [receipt]
    assert unsent([seen, receipt], first=FIRST, last=LAST) == set()
    assert report(seen, applied) == []
    assert unsent([seen, applied], first=FIRST, last=LAST) == set()


def test_a_no_that_was_looked_at_again_stands_where_it_stood() -> None:
    no = deed(EventKind.REJECTION, FIRST, number=1)
    seen = Deed(APPLICATIONS[0], EventKind.CONFIRMATION, LAST - DAY, 2, is_theirs=True)
    again = deed(EventKind.REJECTION, LAST, number=3)
    assert result_of([no, seen, again], until=LAST) == no


def test_both_ends_of_the_period_are_part_of_it() -> None:
    first = deed(EventKind.APPLIED, FIRST, number=1)
    last = deed(EventKind.APPLIED, LAST, application=APPLICATIONS[1], number=2)
    after = deed(EventKind.APPLIED, LAST + DAY, application=APPLICATIONS[2], number=3)
    assert report(after, last, first) == [first, last]


def test_only_what_was_chosen_is_reported() -> None:
    applied = deed(EventKind.APPLIED, FIRST, number=1)
    interview = deed(EventKind.INTERVIEW, LAST, number=2)
    assert report(applied, interview, parts=(ProofPart.INTERVIEWS,)) == [interview]


@given(st.lists(deeds, max_size=30), st.sets(st.sampled_from(ProofPart)))
def test_every_line_is_a_deed_of_the_period_and_no_line_comes_twice(
    every: list[Deed], parts: set[ProofPart]
) -> None:
    lines = report(*every, parts=tuple(parts))
    assert all(line in every for line in lines)
    assert all(FIRST <= line.on <= LAST for line in lines)
    assert all(line.kind in kinds_of(parts) for line in lines)
    assert [line.on for line in lines] == sorted(line.on for line in lines)
    keys = [(line.application, line.kind, line.on) for line in lines]
    assert len(keys) == len(set(keys))


@given(st.lists(deeds, max_size=30))
def test_the_order_of_telling_changes_nothing(every: list[Deed]) -> None:
    def shown(lines: list[Deed]) -> list[tuple[uuid.UUID, EventKind, date]]:
        return sorted((line.application, line.kind, line.on) for line in lines)

    assert shown(report(*every)) == shown(report(*reversed(every)))


@given(st.lists(deeds))
def test_what_came_to_something_is_told_as_sent_or_named_as_unsent(
    every: list[Deed],
) -> None:
    missing = unsent(every, first=FIRST, last=LAST)
    lines = deeds_in(every, first=date.min, last=date.max, parts=tuple(ProofPart))
    sent = {
        line.application
        for line in lines
        if line.kind in {EventKind.APPLIED, EventKind.CONFIRMATION}
    }
    assert not missing & sent
    came = {
        one.application
        for one in every
        if one.kind in {EventKind.INTERVIEW, EventKind.OFFER, EventKind.REJECTION}
        and FIRST <= one.on <= LAST
    }
    assert came <= missing | sent


def test_the_result_is_the_last_word_up_to_the_day() -> None:
    talk = deed(EventKind.INTERVIEW, FIRST, number=2)
    no = deed(EventKind.REJECTION, LAST, number=3)
    assert result_of([talk, no], until=LAST) == no
    assert result_of([talk, no], until=LAST - DAY) == talk
    assert result_of([], until=LAST) is None


def test_a_no_said_again_came_on_the_day_of_the_first() -> None:
    first = deed(EventKind.REJECTION, FIRST, number=1)
    again = deed(EventKind.REJECTION, LAST, number=9)
    assert result_of([again, first], until=LAST) == first
    for kind in (EventKind.INTERVIEW, EventKind.APPLIED, EventKind.CONFIRMATION):
        between = deed(kind, LAST - DAY, number=5)
        assert result_of([first, between, again], until=LAST) == again
    receipt = deed(EventKind.CONFIRMATION, FIRST + DAY, number=5)
    assert result_of([first, receipt, again], until=LAST) == first
    closed = deed(EventKind.POSITION_CLOSED, LAST, number=9)
    assert result_of([first, closed], until=LAST) == closed


@pytest.mark.parametrize(
    "kind", [EventKind.INFORMATION_REQUEST, EventKind.REOPENED, EventKind.INTERVIEW]
)
def test_a_no_is_none_any_more_once_it_was_opened_again(kind: EventKind) -> None:
    no = deed(EventKind.REJECTION, FIRST, number=1)
    later = deed(kind, LAST, number=2)
    assert result_of([no, later], until=LAST) == later
    assert result_of([no, later], until=LAST - DAY) == no
    again = deed(EventKind.REJECTION, LAST, number=3)
    assert result_of([no, later, again], until=LAST) == again


def test_what_the_person_put_back_at_a_stage_has_no_result() -> None:
    no = deed(EventKind.REJECTION, FIRST, number=1)
    moved = deed(EventKind.MOVED, LAST, number=2)
    assert result_of([no, moved], until=LAST) is None
    offer = deed(EventKind.OFFER, FIRST, number=1)
    assert result_of([offer, moved], until=LAST) == offer


def test_a_mere_reply_leaves_a_no_that_was_said() -> None:
    reply = deed(EventKind.REPLY, LAST, number=2)
    for kind in (EventKind.REJECTION, EventKind.OFFER_DECLINED, EventKind.WITHDRAWAL):
        no = deed(kind, FIRST, number=1)
        assert result_of([no, reply], until=LAST) == no
        by_hand = replace(reply, is_move=True)
        assert result_of([no, by_hand], until=LAST) == by_hand
    silence = deed(EventKind.SILENCE, FIRST, number=1)
    assert result_of([silence, reply], until=LAST) == reply


def test_an_interview_ahead_is_an_answer_and_no_deed() -> None:
    no = deed(EventKind.REJECTION, FIRST, number=1)
    ahead = deed(EventKind.INTERVIEW, LAST + 9 * DAY, number=2)
    ahead = replace(ahead, told_on=LAST, is_ahead=True)
    assert result_of([no, ahead], until=LAST) == ahead
    assert result_of([no, ahead], until=LAST - DAY) == no
    assert deeds_in([ahead], first=FIRST, last=date.max, parts=tuple(ProofPart)) == []
    assert not ahead.may_be_in(FIRST, date.max)
    later = deed(EventKind.REJECTION, LAST + DAY, number=3)
    assert result_of([ahead, later], until=LAST + DAY) == later


def test_what_a_period_says_of_an_interview_is_the_same_before_and_after_it() -> None:
    no = deed(EventKind.REJECTION, FIRST, number=1)
    held = replace(deed(EventKind.INTERVIEW, LAST, number=2), told_on=FIRST + 3 * DAY)
    reply = deed(EventKind.REPLY, FIRST + 9 * DAY, number=3)
    ahead = replace(held, is_ahead=True)
    for until in (FIRST, FIRST + 3 * DAY, FIRST + 9 * DAY, LAST - DAY):
        before = result_of([no, ahead, reply], until=until)
        after = result_of([no, held, reply], until=until)
        assert (before and before.number) == (after and after.number)
        for one in (ahead, held):
            assert one.is_invitation(until)
    assert result_of([no, held], until=FIRST + 2 * DAY) == no
    assert result_of([no, held], until=FIRST + 3 * DAY) == held
    assert result_of([held, reply], until=LAST - DAY) == reply
    # Once it was held it is the last word, and an interview.
    assert result_of([held, reply], until=LAST) == held
    assert not held.is_invitation(LAST)


def test_a_test_without_a_day_is_asked_for_up_to_its_last_day() -> None:
    test = replace(
        deed(EventKind.ASSESSMENT, FIRST, number=1),
        is_dated=False,
        told_on=FIRST,
        last_on=LAST,
    )
    assert test.is_invitation(LAST - DAY)
    assert not test.is_invitation(LAST)
    assert not deed(EventKind.REPLY, LAST, number=2).is_invitation(FIRST)
