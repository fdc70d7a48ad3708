from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.history import PastEvent
from onward.applications.rules.kinds import (
    NO_KINDS,
    REOPENING,
    STAGE_ORDER,
    DecidedBy,
    EventKind,
    NoKind,
    Stage,
)
from onward.method.plan.rules import (
    RECENT,
    Mattered,
    choose,
    depth_of,
    is_recent,
    read_no,
)
from onward.method.rules import Depth

DEPTHS = list(Depth)
DAY_ZERO = datetime(2026, 11, 1, 12, tzinfo=UTC)
kinds = st.sampled_from(NoKind)
stages = st.sampled_from(STAGE_ORDER)
answers = st.sampled_from([None, *Mattered])


@dataclass(frozen=True)
class Offer:
    step: str = "feelings"
    kind: str = "one"
    weight: int = 0
    is_rest: bool = False
    suits_rest: bool = False
    is_arrival: bool = False
    suits_arrival: bool = False
    is_fixed: bool = False


offers = st.builds(
    Offer,
    kind=st.sampled_from(["one", "two", "three", "four"]),
    weight=st.integers(0, 5),
    suits_rest=st.booleans(),
    suits_arrival=st.booleans(),
    is_fixed=st.booleans(),
)
offer_lists = st.lists(offers, unique_by=lambda offer: offer.kind)
REST = Offer(kind="rest", is_rest=True, suits_rest=True)
ARRIVAL = Offer(kind="yes", weight=9, is_arrival=True, suits_arrival=True)


def past(number: int, kind: EventKind, *, day: int, is_void: bool = False) -> PastEvent:
    at = DAY_ZERO + timedelta(days=day)
    return PastEvent(number, kind, at, DecidedBy.PERSON, is_void=is_void)


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[PastEvent], int]:
    """Return a history and the number of a no in it."""
    drawn = draw(
        st.lists(
            st.tuples(st.sampled_from(EventKind), st.integers(0, 30), st.booleans()),
            max_size=12,
        )
    )
    no = (draw(st.sampled_from(sorted(NO_KINDS))), draw(st.integers(0, 30)), False)
    place = draw(st.integers(0, len(drawn)))
    drawn.insert(place, no)
    events = [
        past(number, kind, day=day, is_void=is_void)
        for number, (kind, day, is_void) in enumerate(drawn, start=1)
    ]
    return events, place + 1


@pytest.mark.parametrize(
    ("reached", "depth"),
    [
        (Stage.APPLIED, Depth.TAP),
        (Stage.REPLIED, Depth.SOME),
        (Stage.ASSESSMENT, Depth.SOME),
        (Stage.INTERVIEW, Depth.WHOLE),
        (Stage.OFFER, Depth.WHOLE),
    ],
)
def test_depth_follows_how_far_it_went(reached: Stage, depth: Depth) -> None:
    assert depth_of(kind=NoKind.THEY_SAID_NO, reached=reached) == depth


@given(kinds, stages, stages, answers)
def test_going_further_never_means_less_care(
    kind: NoKind, one: Stage, other: Stage, mattered: Mattered | None
) -> None:
    nearer, further = sorted((one, other), key=STAGE_ORDER.index)
    less = depth_of(kind=kind, reached=nearer, mattered=mattered)
    more = depth_of(kind=kind, reached=further, mattered=mattered)
    assert DEPTHS.index(less) <= DEPTHS.index(more)


@given(kinds, stages)
def test_mattering_more_never_means_less_care(kind: NoKind, reached: Stage) -> None:
    levels = [
        DEPTHS.index(depth_of(kind=kind, reached=reached, mattered=mattered))
        for mattered in Mattered
    ]
    unsaid = DEPTHS.index(depth_of(kind=kind, reached=reached))
    assert levels == sorted(levels)
    assert levels[0] <= unsaid <= levels[-1]


@given(st.sampled_from([NoKind.I_SAID_NO, NoKind.JOB_WENT_AWAY]), stages)
def test_the_other_two_kinds_get_lighter_care_unless_it_mattered(
    kind: NoKind, reached: Stage
) -> None:
    theirs = depth_of(kind=NoKind.THEY_SAID_NO, reached=reached)
    assert DEPTHS.index(depth_of(kind=kind, reached=reached)) <= DEPTHS.index(theirs)
    assert depth_of(kind=kind, reached=reached, mattered=Mattered.LOT) == Depth.WHOLE


def test_a_no_knows_how_far_it_went_before_it() -> None:
    history = [
        past(1, EventKind.APPLIED, day=0),
        past(2, EventKind.INTERVIEW, day=5),
        past(3, EventKind.REJECTION, day=8),
        past(4, EventKind.OFFER, day=12),
    ]
    reading = read_no(history, number=3)
    assert reading.reached == Stage.INTERVIEW
    assert reading.reopened_at == DAY_ZERO + timedelta(days=12)
    assert not reading.is_echo


def test_a_second_no_without_life_between_is_an_echo() -> None:
    history = [
        past(1, EventKind.REJECTION, day=3),
        past(2, EventKind.POSITION_CLOSED, day=9),
    ]
    assert not read_no(history, number=1).is_echo
    assert read_no(history, number=2).is_echo


def test_that_they_decided_is_news_after_the_job_went_away() -> None:
    history = [
        past(1, EventKind.POSITION_CLOSED, day=3),
        past(2, EventKind.REJECTION, day=9),
        past(3, EventKind.REJECTION, day=10),
    ]
    assert not read_no(history, number=2).is_echo
    assert read_no(history, number=3).is_echo


def test_a_no_found_later_but_said_earlier_is_the_echo() -> None:
    history = [
        past(1, EventKind.REJECTION, day=9),
        past(2, EventKind.REJECTION, day=8),
    ]
    assert not read_no(history, number=1).is_echo
    assert read_no(history, number=2).is_echo


def test_after_new_life_a_second_no_is_a_no_of_its_own() -> None:
    history = [
        past(1, EventKind.REJECTION, day=3),
        past(2, EventKind.INTERVIEW, day=5),
        past(3, EventKind.REJECTION, day=9),
    ]
    assert not read_no(history, number=3).is_echo


def test_a_word_after_a_silence_is_news_and_a_silence_after_a_word_is_not() -> None:
    history = [
        past(1, EventKind.SILENCE, day=3),
        past(2, EventKind.REJECTION, day=5),
        past(3, EventKind.SILENCE, day=9),
    ]
    assert not read_no(history, number=2).is_echo
    assert read_no(history, number=3).is_echo
    assert read_no([history[0], past(4, EventKind.SILENCE, day=4)], number=4).is_echo


def test_a_no_that_is_not_in_the_history_is_an_error() -> None:
    with pytest.raises(ValueError, match="no event 7"):
        read_no([past(1, EventKind.REJECTION, day=0)], number=7)


@pytest.mark.parametrize("again", [EventKind.APPLIED, EventKind.CONFIRMATION])
@pytest.mark.parametrize("found_first", [1, 2])
def test_two_noes_with_another_application_between_are_two(
    again: EventKind, found_first: int
) -> None:
    history = [
        past(found_first, EventKind.REJECTION, day=3),
        past(3, again, day=20),
        past(3 - found_first, EventKind.REJECTION, day=29),
    ]
    assert not read_no(history, number=1).is_echo
    assert not read_no(history, number=2).is_echo


def test_a_late_receipt_between_two_noes_makes_them_no_two() -> None:
    history = [
        past(1, EventKind.REJECTION, day=3),
        past(2, EventKind.CONFIRMATION, day=5),
        past(3, EventKind.APPLIED, day=3),
        past(4, EventKind.REJECTION, day=9),
    ]
    assert read_no(history, number=4).is_echo


@given(histories())
def test_of_the_noes_between_two_signs_of_life_exactly_one_is_no_echo(
    drawn: tuple[list[PastEvent], int],
) -> None:
    history, _number = drawn
    # What a reply opens again hangs on the no before it.
    again = {EventKind.APPLIED, EventKind.CONFIRMATION, EventKind.REPLY}
    living = [e for e in history if not e.is_void and e.kind not in again]
    history = [e for e in history if e.kind not in again]
    stretches: dict[int, list[bool]] = {}
    for event in living:
        if event.kind in NO_KINDS.keys() - {EventKind.SILENCE}:
            before = sum(
                (other.at, other.number) < (event.at, event.number)
                and other.kind in REOPENING
                for other in living
            )
            reading = read_no(history, number=event.number)
            stretches.setdefault(before, []).append(not reading.is_echo)
    assert all(sum(first) == 1 for first in stretches.values())


@given(histories(), st.integers(0, 99))
def test_the_order_of_telling_changes_nothing(
    drawn: tuple[list[PastEvent], int], seed: int
) -> None:
    history, number = drawn
    shuffled = sorted(history, key=lambda event: hash((seed, event.number)))
    assert read_no(shuffled, number=number) == read_no(history, number=number)


@given(st.timedeltas(timedelta(days=-2), timedelta(days=30)))
def test_only_what_was_said_within_three_days_is_recent(age: timedelta) -> None:
    said_at = DAY_ZERO
    assert is_recent(said_at=said_at, learned_at=said_at + age) == (age <= RECENT)


@given(offer_lists)
def test_in_quiet_time_only_what_suits_it_is_shown(cards: list[Offer]) -> None:
    choice = choose([REST, *cards])
    assert choice.rest == REST
    shown = [*filter(None, [choice.step]), *choice.others]
    assert all(card.suits_rest for card in shown)


@given(offer_lists, st.booleans())
def test_after_an_accepted_offer_only_what_suits_it_is_shown(
    cards: list[Offer], is_put_off: bool
) -> None:
    snoozed = {("feelings", "yes")} if is_put_off else set()
    choice = choose([*cards, ARRIVAL], snoozed=snoozed)
    shown = [*filter(None, [choice.step]), *choice.others]
    assert all(card.suits_arrival for card in shown)
    assert (choice.step == ARRIVAL) is not is_put_off


def test_quiet_time_comes_before_an_accepted_offer() -> None:
    choice = choose([ARRIVAL, REST])
    assert (choice.rest, choice.step) == (REST, None)


@given(offer_lists)
def test_the_one_small_step_is_the_heaviest_and_nothing_is_lost(
    cards: list[Offer],
) -> None:
    choice = choose(cards)
    shown = [*filter(None, [choice.step]), *choice.others]
    assert sorted(shown, key=repr) == sorted(cards, key=repr)
    if choice.step is not None:
        assert choice.step.weight == max(card.weight for card in cards)


@given(offer_lists, st.sets(st.sampled_from(["one", "two", "three", "four"])))
def test_not_now_is_answered_with_a_lighter_card_only_where_others_fixed_it(
    cards: list[Offer], kinds: set[str]
) -> None:
    choice = choose(cards, snoozed={("feelings", kind) for kind in kinds})
    away = [card.weight for card in cards if card.kind in kinds]
    shown = [*filter(None, [choice.step]), *choice.others]
    assert not any(card.kind in kinds for card in shown)
    if choice.step is not None and away:
        assert choice.step.weight > max(away) or choice.step.is_fixed
    if choice.step is None:
        assert not any(card.is_fixed for card in shown)
