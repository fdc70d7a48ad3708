from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.kinds import NO_KINDS, EventKind, Stage
from onward.exchange.rules.lists import ListRow
from onward.exchange.rules.proposals import (
    Happened,
    Known,
    Proposal,
    at_the_end,
    happened,
    is_news,
    propose,
    row_key,
)
from onward.exchange.rules.short_titles import role_likeness

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def row(
    company: str = "Meta Bakery Ltd",
    role: str = "Baker",
    *,
    number: int = 1,
    applied_at: datetime | None = NOW - 10 * DAY,
    status: EventKind | None = None,
    unread: tuple[str, ...] = (),
    **more: datetime | str,
) -> ListRow:
    url = str(more.pop("url", ""))
    facts = {"company": company, "role": role, "url": url}
    return ListRow(
        number=number,
        facts={name: value for name, value in facts.items() if value},
        applied_at=applied_at,
        status=status,
        saved_at=more.get("saved_at"),  # type: ignore[arg-type]
        updated_at=more.get("updated_at"),  # type: ignore[arg-type]
        unread=unread,
    )


def known(company: str, role: str = "Baker", *, days: int = 12, url: str = "") -> Known:
    return Known(uuid.uuid4(), company, role, url, NOW - days * DAY)


def proposal_of(one: ListRow, *there: Known) -> Proposal:
    (found,) = propose([one], known=there)
    return found.proposal


def test_the_same_employer_and_role_near_in_time_is_the_same() -> None:
    assert proposal_of(row(), known("Meta Bakery")) == Proposal.SAME


def test_a_part_of_a_name_is_another_employer() -> None:
    assert proposal_of(row("Meta"), known("Metaverse")) == Proposal.NEW


def test_another_role_or_a_long_time_between_is_new() -> None:
    assert proposal_of(row(), known("Meta Bakery", "Accountant")) == Proposal.NEW
    assert proposal_of(row(), known("Meta Bakery", days=200)) == Proposal.NEW


def test_one_address_of_an_advert_is_one_application() -> None:
    there = known("Something else", "Anything", days=300, url="http://www.a.example/7")
    assert proposal_of(row(url="https://a.example/7#top"), there) == Proposal.SAME


def test_several_that_fit_are_left_to_the_person() -> None:
    one, other = known("Meta Bakery", days=30), known("Meta Bakery", days=12)
    (found,) = propose([row()], known=[one, other])
    assert found.proposal == Proposal.UNCLEAR
    assert found.candidates == (other.id, one.id)


def test_a_row_that_comes_twice_is_taken_once() -> None:
    first, second = propose([row(number=1), row(number=2)], known=[])
    assert (first.proposal, second.proposal) == (Proposal.NEW, Proposal.REPEATED)


def test_a_row_without_company_and_role_is_unusable() -> None:
    assert proposal_of(row("", "")) == Proposal.UNUSABLE


def test_without_an_employer_nothing_is_the_same_by_accident() -> None:
    assert proposal_of(row(""), known("")) == Proposal.NEW


def kinds(one: ListRow) -> list[EventKind]:
    return [each.kind for each in happened(one, now=NOW)]


def test_what_a_row_says_happened_comes_in_order() -> None:
    assert kinds(row()) == [EventKind.APPLIED]
    assert kinds(row(applied_at=None, status=EventKind.SAVED)) == [EventKind.SAVED]
    assert kinds(row(status=EventKind.REJECTION)) == [
        EventKind.APPLIED,
        EventKind.REJECTION,
    ]
    dated = row(status=EventKind.OFFER, updated_at=NOW - DAY)
    assert kinds(dated) == [EventKind.APPLIED, EventKind.OFFER]


@pytest.mark.parametrize(
    ("one", "stage"),
    [
        (row(applied_at=None, status=EventKind.APPLIED), Stage.APPLIED),
        (row(applied_at=None, unread=("applied",)), Stage.APPLIED),
        (row(applied_at=None, status=EventKind.OFFER), Stage.OFFER),
        (row(status=EventKind.INTERVIEW), Stage.INTERVIEW),
    ],
)
def test_what_has_no_day_is_only_put_at_its_stage(one: ListRow, stage: Stage) -> None:
    last = happened(one, now=NOW)[-1]
    assert (last.kind, last.stage) == (EventKind.MOVED, stage)
    assert EventKind.INTERVIEW not in kinds(one)


def test_a_no_of_which_no_day_is_known_is_put_away_and_is_no_no_of_today() -> None:
    one = row(applied_at=None, status=EventKind.REJECTION)
    assert kinds(one) == [EventKind.MOVED, EventKind.ARCHIVED]


def test_a_no_long_past_stays_there_though_its_day_of_applying_is_unreadable() -> None:
    then = NOW - 400 * DAY
    no = row(applied_at=None, status=EventKind.REJECTION, updated_at=then)
    assert happened(no, now=NOW)[-1] == Happened(EventKind.REJECTION, then, True)
    saved = row(applied_at=None, status=EventKind.REJECTION, saved_at=then)
    assert happened(saved, now=NOW)[-1].at == then


def test_a_stage_without_its_day_never_moves_back() -> None:
    there = [EventKind.APPLIED, EventKind.INTERVIEW]
    assert not is_news(EventKind.MOVED, there=there, stage=Stage.APPLIED)
    assert is_news(EventKind.MOVED, there=there, stage=Stage.OFFER)
    assert not is_news(EventKind.MOVED, there=[EventKind.REJECTION], stage=Stage.OFFER)
    assert not is_news(EventKind.ARCHIVED, there=there)


def test_a_no_without_its_day_is_put_on_the_last_known_day() -> None:
    _applied, no = happened(row(status=EventKind.REJECTION), now=NOW)
    assert no.at == NOW - 10 * DAY
    assert not no.is_day_known
    dated = row(status=EventKind.REJECTION, updated_at=NOW - 2 * DAY)
    assert happened(dated, now=NOW)[-1].at == NOW - 2 * DAY


def test_a_list_adds_nothing_to_what_mail_knows_better() -> None:
    assert not is_news(EventKind.APPLIED, there=[EventKind.CONFIRMATION])
    assert not is_news(EventKind.REJECTION, there=[EventKind.POSITION_CLOSED])
    assert not is_news(EventKind.SAVED, there=[EventKind.APPLIED])
    assert is_news(EventKind.INTERVIEW, there=[EventKind.APPLIED])


@given(st.sampled_from(EventKind), st.sets(st.sampled_from(EventKind)))
def test_nothing_is_added_twice(kind: EventKind, there: set[EventKind]) -> None:
    assert not is_news(kind, there={*there, kind})
    if kind in NO_KINDS and there & NO_KINDS.keys():
        assert not is_news(kind, there=there)


roles = st.text(st.sampled_from("abc XYZ-/"), max_size=12)


@given(roles, roles)
def test_likeness_of_roles_is_even_and_within_bounds(one: str, other: str) -> None:
    assert 0.0 <= role_likeness(one, other) <= 1.0
    assert role_likeness(one, other) == role_likeness(other, one)
    assert role_likeness(one, one) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (row("Meta Bakery Ltd"), row("meta bakery")),
        (row(url="https://www.a.example/7/"), row(url="http://a.example/7#x")),
    ],
)
def test_a_row_is_known_again_however_it_is_written(
    one: ListRow, other: ListRow
) -> None:
    assert row_key(one) == row_key(other)


@given(st.integers(0, 400), st.integers(0, 400), st.booleans())
def test_a_no_without_its_day_never_stands_before_what_is_known(
    said: int, moved: int, is_day_known: bool
) -> None:
    no = Happened(EventKind.REJECTION, NOW - said * DAY / 4, is_day_known)
    last = NOW - moved * DAY / 4
    put = at_the_end(no, last_moved_at=last, zone_name="UTC")
    assert put.at in {no.at, last}
    if not is_day_known or put.at.date() == last.date():
        assert put.at >= last
    else:
        assert put.at == no.at
    other = Happened(EventKind.OFFER, no.at, is_day_known)
    assert at_the_end(other, last_moved_at=last, zone_name="UTC") == other
