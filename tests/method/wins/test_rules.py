from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.history import PastEvent
from onward.applications.rules.kinds import NO_KINDS, DecidedBy, EventKind
from onward.method.wins.labels import OWN_LABELS, WIN_ICONS, WIN_LABELS, line_words
from onward.method.wins.rules import (
    MOST_PER_GROUP,
    OWN_KINDS,
    READ_KINDS,
    RECENT,
    Line,
    WinKind,
    asks_forward,
    is_friday_hour,
    is_moment_ripe,
    lines,
    week_of,
    win_of,
)

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def past(
    kind: EventKind,
    *,
    day: int,
    number: int = 0,
    starts_at: str = "",
    decided_by: DecidedBy = DecidedBy.RULE,
    is_void: bool = False,
) -> PastEvent:
    payload = {"starts_at": starts_at} if starts_at else {}
    return PastEvent(
        number=number or day + 1,
        kind=kind,
        at=NOON + day * DAY,
        decided_by=decided_by,
        payload=payload,
        is_void=is_void,
    )


def win(
    event: PastEvent, *before: PastEvent, is_from_person: bool = True
) -> WinKind | None:
    return win_of(event, history=[*before, event], is_from_person=is_from_person)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (EventKind.REPLY, WinKind.HUMAN_REPLY),
        (EventKind.INFORMATION_REQUEST, WinKind.HUMAN_REPLY),
        (EventKind.ASSESSMENT, WinKind.NEXT_STAGE),
        (EventKind.INTERVIEW, WinKind.CALLBACK),
        (EventKind.OFFER, WinKind.OFFER),
        (EventKind.ACCEPTANCE, WinKind.ACCEPTED),
        (EventKind.FEEDBACK_RECEIVED, WinKind.FEEDBACK),
    ],
)
def test_the_first_of_its_kind_is_a_win(kind: EventKind, expected: WinKind) -> None:
    applied = past(EventKind.APPLIED, day=0)
    assert win(past(kind, day=5), applied) == expected


@pytest.mark.parametrize(
    "kind",
    [
        *NO_KINDS,
        EventKind.APPLIED,
        EventKind.CONFIRMATION,
        EventKind.OUTREACH,
        EventKind.SAVED,
        EventKind.NOTE,
        EventKind.REFLECTION,
        EventKind.DOCUMENT,
    ],
)
def test_what_is_no_win_is_none(kind: EventKind) -> None:
    assert win(past(kind, day=5), past(EventKind.APPLIED, day=0)) is None


def test_a_machine_that_writes_back_is_no_person() -> None:
    reply = past(EventKind.INFORMATION_REQUEST, day=5)
    assert win(reply, is_from_person=False) is None


def test_a_second_reply_is_no_second_win() -> None:
    first = past(EventKind.REPLY, day=2)
    assert win(past(EventKind.REPLY, day=4), first) is None


def test_a_friendly_word_after_a_no_is_no_win() -> None:
    no = past(EventKind.REJECTION, day=3)
    assert win(past(EventKind.REPLY, day=4), no) is None


def test_an_interview_that_is_moved_or_confirmed_is_no_second_win() -> None:
    first = past(EventKind.INTERVIEW, day=2, starts_at="2026-11-12T10:00:00+00:00")
    moved = past(EventKind.INTERVIEW, day=5, starts_at="2026-11-16T10:00:00+00:00")
    reminder = past(EventKind.INTERVIEW, day=9, starts_at="2026-11-16T10:00:00+00:00")
    assert win(moved, first) is None
    assert win(reminder, first, moved) is None


def test_an_invitation_after_the_interview_was_is_the_next_round() -> None:
    first = past(EventKind.INTERVIEW, day=2, starts_at="2026-11-12T10:00:00+00:00")
    second = past(EventKind.INTERVIEW, day=11)
    assert win(second, first) == WinKind.NEXT_STAGE


def test_what_comes_before_a_moved_interview_is_no_next_round() -> None:
    first = replace(
        past(EventKind.INTERVIEW, day=2, starts_at="2026-11-12T10:00:00+00:00"),
        identity="first",
    )
    moved = past(EventKind.ARRANGED, day=5, starts_at="2026-11-20T10:00:00+00:00")
    moved = replace(moved, payload={**moved.payload, "event": "first"})
    assert win(past(EventKind.INTERVIEW, day=12), first, moved) is None
    assert win(past(EventKind.INTERVIEW, day=19), first, moved) == WinKind.NEXT_STAGE


def test_what_comes_in_place_of_one_called_off_is_no_next_round() -> None:
    first = replace(past(EventKind.INTERVIEW, day=2), identity="first")
    off = past(EventKind.ARRANGED, day=5)
    off = replace(off, payload={"event": "first", "outcome": "cancelled"})
    assert win(past(EventKind.INTERVIEW, day=19), first, off) is None


def test_without_a_known_time_a_week_lies_between_two_rounds() -> None:
    first = past(EventKind.INTERVIEW, day=2)
    assert win(past(EventKind.INTERVIEW, day=8), first) is None
    assert win(past(EventKind.INTERVIEW, day=10), first) == WinKind.NEXT_STAGE


def test_a_clock_time_without_a_zone_does_no_harm() -> None:
    first = past(EventKind.INTERVIEW, day=2, starts_at="2026-11-12T10:00:00")
    assert win(past(EventKind.INTERVIEW, day=20), first) == WinKind.NEXT_STAGE


@pytest.mark.parametrize(
    ("minutes", "is_from_person", "expected"),
    [
        (6, False, None),
        (6, True, WinKind.NEXT_STAGE),
        (24 * 60, False, WinKind.NEXT_STAGE),
    ],
)
def test_a_test_that_a_machine_sends_at_once_is_no_further_stage(
    minutes: int, is_from_person: bool, expected: WinKind | None
) -> None:
    applied = past(EventKind.APPLIED, day=2)
    told = past(EventKind.ASSESSMENT, day=2, number=9)
    told = replace(told, at=applied.at + timedelta(minutes=minutes))
    assert win(told, applied, is_from_person=is_from_person) == expected


def test_a_test_after_an_interview_is_no_further_stage() -> None:
    assert win(past(EventKind.ASSESSMENT, day=9), past(EventKind.INTERVIEW, day=2)) is (
        None
    )


@pytest.mark.parametrize("by", [DecidedBy.PERSON, DecidedBy.RULE])
@pytest.mark.parametrize(
    "kind", [EventKind.FEEDBACK_ASKED, EventKind.FOLLOW_UP, EventKind.DEBRIEF]
)
def test_a_hard_thing_counts_by_hand_and_by_mail(
    kind: EventKind, by: DecidedBy
) -> None:
    assert win(past(kind, day=3, decided_by=by)) == WinKind.HARD_THING


events = st.builds(
    past,
    st.sampled_from(EventKind),
    day=st.integers(0, 40),
    number=st.integers(1, 60),
    is_void=st.booleans(),
)


@given(events, st.lists(events, max_size=8), st.booleans())
def test_no_history_can_make_a_win_of_what_is_none(
    event: PastEvent, history: list[PastEvent], is_from_person: bool
) -> None:
    found = win_of(event, history=history, is_from_person=is_from_person)
    assert found is None or (event.kind in READ_KINDS and not event.is_void)


@given(events, st.lists(events, max_size=8))
def test_what_comes_later_changes_nothing(
    event: PastEvent, history: list[PastEvent]
) -> None:
    earlier = [e for e in history if (e.at, e.number) < (event.at, event.number)]
    assert win_of(event, history=history, is_from_person=True) == win_of(
        event, history=earlier, is_from_person=True
    )


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.sampled_from([0, 5, 6]))
def test_a_week_holds_its_day_and_starts_where_the_person_says(
    day: date, starts_on: int
) -> None:
    first, last = week_of(day, starts_on=starts_on)
    assert first <= day <= last
    assert first.weekday() == starts_on
    assert last - first == timedelta(days=6)


@given(st.lists(st.tuples(st.sampled_from(["applied", "own"]), st.text(max_size=5))))
def test_a_week_has_few_lines_that_count_everything(
    things: list[tuple[str, str]],
) -> None:
    found = lines(things)
    assert len(found) <= MOST_PER_GROUP
    assert sum(line.count for line in found) == len(things)
    assert all(line.about == "" for line in found if line.count > 1)


def test_an_accepted_offer_stands_before_whatever_came_more_often() -> None:
    others = [kind.value for kind in WinKind if kind is not WinKind.ACCEPTED]
    found = lines([*((what, "") for what in others * 2), ("accepted", "Osier Works")])
    assert found[0] == Line("accepted", 1, "Osier Works")
    assert found[1].what == "offer"
    assert len(found) == MOST_PER_GROUP


def test_what_happened_once_says_with_whom() -> None:
    (line,) = lines([("feedback_asked", "Acme")])
    assert line_words(line) == "You asked for feedback: Acme"
    assert line_words(Line("applied", 4)) == "You sent 4 applications"


def test_only_what_is_fresh_gets_a_moment() -> None:
    assert is_moment_ripe(at=NOON, learned_at=NOON, now=NOON + RECENT)
    assert not is_moment_ripe(at=NOON, learned_at=NOON, now=NOON + RECENT + DAY)
    assert not is_moment_ripe(at=NOON + DAY, learned_at=NOON, now=NOON)
    old = NOON - 30 * DAY
    assert not is_moment_ripe(at=old, learned_at=NOON, now=NOON)


def test_a_forward_step_is_asked_the_day_after_good_news_and_not_for_long() -> None:
    assert not asks_forward(WinKind.CALLBACK, at=NOON, now=NOON + timedelta(hours=2))
    assert asks_forward(WinKind.CALLBACK, at=NOON, now=NOON + DAY)
    assert not asks_forward(WinKind.CALLBACK, at=NOON, now=NOON + 6 * DAY)
    assert not asks_forward(WinKind.FEEDBACK, at=NOON, now=NOON + DAY)


def test_the_week_is_summed_up_on_friday_afternoon_only() -> None:
    friday = datetime(2026, 11, 20, 15, tzinfo=UTC)
    assert is_friday_hour(friday)
    assert not is_friday_hour(friday.replace(hour=8))
    assert not is_friday_hour(friday.replace(hour=21))
    assert not is_friday_hour(friday - DAY)


def test_each_kind_has_its_words_and_its_icon() -> None:
    assert set(WIN_LABELS) == set(WIN_ICONS) == set(WinKind)
    assert set(OWN_LABELS) == set(OWN_KINDS)
    every = {kind.value for kind in WinKind} | {
        "applied",
        "feedback_asked",
        "follow_up",
        "debrief",
        "reflection",
    }
    for what in every:
        assert line_words(Line(what, 1))
        assert "3" in line_words(Line(what, 3))


@pytest.mark.parametrize("outcome", ["cancelled", "moved"])
def test_a_talk_that_is_only_heard_of_as_off_is_no_win_and_hides_none(
    outcome: str,
) -> None:
    off = replace(past(EventKind.INTERVIEW, day=2), payload={"outcome": outcome})
    assert win(off, past(EventKind.APPLIED, day=0)) is None
    assert win(past(EventKind.INTERVIEW, day=9), off) is WinKind.CALLBACK
