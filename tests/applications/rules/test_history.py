from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.history import (
    PastEvent,
    Summary,
    ended_at,
    further,
    is_quiet,
    noes_said_again,
    summarise,
)
from onward.applications.rules.kinds import (
    FACTS,
    NO_KINDS,
    STAGE_ORDER,
    DecidedBy,
    EventKind,
    NoKind,
    Stage,
)
from tests.applications.rules.strategies import events, histories

START = datetime(2026, 3, 1, 9, tzinfo=UTC)


def story(*kinds: EventKind) -> list[PastEvent]:
    """Return a history in which these happened on successive days."""
    return [
        PastEvent(
            number=day,
            kind=kind,
            at=START + timedelta(days=day),
            decided_by=DecidedBy.RULE,
        )
        for day, kind in enumerate(kinds, start=1)
    ]


def described(number: int, by: DecidedBy, **facts: str) -> PastEvent:
    return PastEvent(
        number=number,
        kind=EventKind.DESCRIBED,
        at=START,
        decided_by=by,
        payload=facts,
    )


@given(histories(), st.randoms())
def test_the_order_in_which_events_are_read_changes_nothing(history, random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(history)
    random.shuffle(shuffled)
    assert summarise(shuffled) == summarise(history)


@given(histories())
def test_what_was_taken_back_leaves_no_trace(history: list[PastEvent]) -> None:
    lasting = [event for event in history if not event.is_void]
    assert _shown(history) == _shown(lasting)


def _shown(history: Sequence[PastEvent]) -> Summary:
    """Return a summary without whether it is put away, as what was taken back as a whole is."""
    return replace(summarise(history), is_archived=False)


@given(histories(max_size=8), st.data())
def test_taking_back_and_bringing_back_an_event_restores_the_summary(
    history: list[PastEvent], data: st.DataObject
) -> None:
    extra = replace(data.draw(events(number=len(history) + 1)), is_void=False)
    once = summarise([*history, extra])
    assert _shown([*history, replace(extra, is_void=True)]) == _shown(history)
    assert summarise([*history, replace(extra, is_void=False)]) == once


@given(histories(max_size=8), st.data())
def test_what_was_reached_is_never_lost_by_what_happens_later(
    history: list[PastEvent], data: st.DataObject
) -> None:
    before = summarise(history).reached
    extra = replace(data.draw(events(number=len(history) + 1)), is_void=False)
    after = summarise([*history, extra]).reached
    if any(not is_quiet(e) and not e.is_void for e in history):
        assert STAGE_ORDER.index(after) >= STAGE_ORDER.index(before)


@given(histories())
def test_a_summary_never_contradicts_itself(history: list[PastEvent]) -> None:
    summary = summarise(history)
    assert (summary.stage == Stage.CLOSED) == (summary.no_kind is not None)
    assert summary.reached != Stage.CLOSED
    assert set(summary.facts) == set(FACTS)
    if summary.is_open:
        assert summary.no_kind is None


@pytest.mark.parametrize(("kind", "no_kind"), NO_KINDS.items())
def test_each_no_closes_in_its_own_words(kind: EventKind, no_kind: NoKind) -> None:
    summary = summarise(story(EventKind.APPLIED, EventKind.INTERVIEW, kind))
    assert (summary.stage, summary.no_kind) == (Stage.CLOSED, no_kind)
    assert summary.reached == Stage.INTERVIEW


def test_more_than_a_kind_word_after_a_no_opens_again() -> None:
    closed = story(EventKind.APPLIED, EventKind.REJECTION)
    assert summarise([*closed, *later(EventKind.INFORMATION_REQUEST)]).is_open
    assert summarise([*closed, *later(EventKind.REOPENED)]).is_open
    assert not summarise([*closed, *later(EventKind.CONFIRMATION)]).is_open


@pytest.mark.parametrize("no", [kind for kind in NO_KINDS if kind != EventKind.SILENCE])
def test_a_reply_that_decides_nothing_leaves_what_was_said(no: EventKind) -> None:
    closed = story(EventKind.APPLIED, EventKind.OFFER, no)
    summary = summarise([*closed, *later(EventKind.REPLY)])
    assert (summary.stage, summary.no_kind) == (Stage.CLOSED, NO_KINDS[no])
    assert ended_at([*closed, *later(EventKind.REPLY)]) == closed[-1].at
    by_hand = [replace(e, payload={"board": True}) for e in later(EventKind.REPLY)]
    assert summarise([*closed, *by_hand]).stage == Stage.REPLIED


def test_a_reply_ends_a_silence() -> None:
    closed = story(EventKind.APPLIED, EventKind.SILENCE)
    assert summarise([*closed, *later(EventKind.REPLY)]).stage == Stage.REPLIED


def later(kind: EventKind) -> list[PastEvent]:
    return [
        replace(event, number=9, at=START + timedelta(days=30)) for event in story(kind)
    ]


@pytest.mark.parametrize("kind", NO_KINDS)
def test_a_no_said_again_keeps_its_first_day(kind: EventKind) -> None:
    history = story(EventKind.APPLIED, kind, EventKind.NOTE, kind)
    assert summarise(history).last_moved_at == history[1].at
    assert noes_said_again(history) == {4}
    assert summarise(history[:1] + history[2:]).last_moved_at == history[3].at


@pytest.mark.parametrize(
    "between",
    [EventKind.INFORMATION_REQUEST, EventKind.APPLIED, EventKind.POSITION_CLOSED],
)
def test_a_no_after_a_sign_of_life_or_of_another_kind_is_a_new_one(
    between: EventKind,
) -> None:
    no = EventKind.REJECTION
    history = story(EventKind.APPLIED, no, between, no)
    assert summarise(history).last_moved_at == history[3].at
    assert noes_said_again(history) == set()


def test_a_no_after_a_kind_word_only_repeats_it() -> None:
    no = EventKind.REJECTION
    history = story(EventKind.APPLIED, no, EventKind.REPLY, no)
    assert noes_said_again(history) == {4}


def test_an_offer_accepted_is_no_longer_open_and_no_no() -> None:
    summary = summarise(story(EventKind.APPLIED, EventKind.OFFER, EventKind.ACCEPTANCE))
    assert summary.stage == Stage.ACCEPTED
    assert not summary.is_open
    assert summary.no_kind is None


def test_what_was_only_saved_is_not_applied_for() -> None:
    summary = summarise(story(EventKind.SAVED))
    assert (summary.stage, summary.applied_at) == (Stage.SAVED, None)


def test_a_note_moves_nothing() -> None:
    summary = summarise(story(EventKind.APPLIED, EventKind.NOTE))
    assert summary.last_moved_at == START + timedelta(days=1)


def test_the_persons_words_win_over_mail_and_mail_over_a_guess() -> None:
    history = [
        described(1, DecidedBy.PERSON, company="Acme Robotics"),
        described(2, DecidedBy.RULE, company="ACME", role="Driver"),
        described(3, DecidedBy.IMPORT, company="acme", role="driver", place="Leeds"),
    ]
    facts = summarise(history).facts
    assert facts["company"] == "Acme Robotics"
    assert facts["role"] == "Driver"
    assert facts["place"] == "Leeds"


def test_what_became_part_fills_gaps_and_renames_nothing() -> None:
    own = described(1, DecidedBy.PERSON, company="Acme")
    joined = described(2, DecidedBy.PERSON, company="Acme GmbH", role="Driver")
    facts = summarise([own, replace(joined, is_own=False)]).facts
    assert (facts["company"], facts["role"]) == ("Acme", "Driver")


def test_the_last_of_archiving_and_restoring_counts() -> None:
    assert summarise(story(EventKind.APPLIED, EventKind.ARCHIVED)).is_archived
    back = story(EventKind.APPLIED, EventKind.ARCHIVED, EventKind.RESTORED)
    assert not summarise(back).is_archived


@given(st.sampled_from(Stage), st.sampled_from(Stage))
def test_closed_is_no_distance(one: Stage, other: Stage) -> None:
    assert further(one, Stage.CLOSED) == one
    if Stage.CLOSED not in {one, other}:
        assert further(one, other) == further(other, one)


def moved(number: int, stage: Stage, **payload: str) -> PastEvent:
    return PastEvent(
        number=number,
        kind=EventKind.MOVED,
        at=START + timedelta(days=number),
        decided_by=DecidedBy.PERSON,
        payload={"stage": stage, **payload},
    )


def test_putting_it_back_a_stage_keeps_how_far_it_had_been() -> None:
    history = [*story(EventKind.APPLIED, EventKind.INTERVIEW), moved(5, Stage.APPLIED)]
    summary = summarise(history)
    assert (summary.stage, summary.reached) == (Stage.APPLIED, Stage.INTERVIEW)


@given(histories(max_size=8), st.sampled_from(STAGE_ORDER))
def test_what_is_moved_last_is_where_it_was_put(
    history: list[PastEvent], stage: Stage
) -> None:
    last = max((event.at for event in history), default=START)
    put = replace(moved(len(history) + 1, stage, custom="own"), at=last)
    summary = summarise([*history, put])
    assert (summary.stage, summary.no_kind) == (stage, None)
    assert summary.custom_stage == "own"


def test_an_own_stage_lasts_until_the_stage_changes() -> None:
    history = [
        *story(EventKind.APPLIED, EventKind.INTERVIEW),
        moved(3, Stage.INTERVIEW, custom="own"),
        *later(EventKind.INTERVIEW),
    ]
    assert summarise(history).custom_stage == "own"
    offer = replace(story(EventKind.OFFER)[0], number=10, at=START + timedelta(40))
    assert summarise([*history, offer]).custom_stage == ""


def tagged(number: int, *, add: tuple[str, ...] = (), remove: tuple[str, ...] = ()):  # type: ignore[no-untyped-def]
    return PastEvent(
        number=number,
        kind=EventKind.TAGGED,
        at=START,
        decided_by=DecidedBy.PERSON,
        payload={"add": list(add), "remove": list(remove)},
    )


def test_tags_are_what_was_put_on_and_not_taken_off() -> None:
    history = [tagged(1, add=("dream", "near")), tagged(2, remove=("dream",))]
    assert summarise(history).tags == ("near",)


def test_undoing_one_tag_leaves_the_others_alone() -> None:
    first, second = tagged(1, add=("dream",)), tagged(2, add=("near",))
    undone = [replace(first, is_void=True), second]
    assert summarise(undone).tags == ("near",)


def snoozed(number: int, until: str) -> PastEvent:
    return PastEvent(
        number=number,
        kind=EventKind.SNOOZED,
        at=START,
        decided_by=DecidedBy.PERSON,
        payload={"until": until},
    )


def test_it_is_out_of_sight_until_the_day_or_until_they_write() -> None:
    history = [*story(EventKind.APPLIED), snoozed(2, "2026-04-01")]
    assert summarise(history).snoozed_until == date(2026, 4, 1)
    assert summarise([*history, snoozed(3, "")]).snoozed_until is None
    assert summarise([*history, *later(EventKind.REPLY)]).snoozed_until is None
    assert summarise([*history, *later(EventKind.NOTE)]).snoozed_until


def test_what_was_taken_back_as_a_whole_is_put_away() -> None:
    history = story(EventKind.APPLIED)
    assert not summarise(history).is_archived
    assert summarise([replace(e, is_void=True) for e in history]).is_archived


def test_what_is_only_described_after_all_was_taken_back_is_put_away() -> None:
    described = story(EventKind.DESCRIBED)
    told = [*described, *later(EventKind.REJECTION)]
    undone = [*described, *(replace(e, is_void=True) for e in later(EventKind.REPLY))]
    assert not summarise(told).is_archived
    assert not summarise(described).is_archived
    assert summarise(undone).is_archived
    for kind in (EventKind.NOTE, EventKind.REMINDER, EventKind.RESTORED):
        kept = [*undone, *later(kind)]
        assert not summarise(kept).is_archived


def test_an_advert_alone_keeps_nothing_on_the_list_that_was_taken_back() -> None:
    saved, advert = story(EventKind.SAVED), later(EventKind.ADVERT)
    undone = [replace(event, is_void=True) for event in saved]
    assert summarise([*undone, *advert]).is_archived
    assert not summarise([*saved, *advert]).is_archived
    assert not summarise(story(EventKind.ADVERT)).is_archived
    for kind in (EventKind.NOTE, EventKind.DOCUMENT, EventKind.REPLY):
        assert not summarise([*undone, *advert, *later(kind)]).is_archived
