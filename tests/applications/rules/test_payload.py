from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import MAX_TEXT, check_payload, starts_at
from onward.core.dates import is_in_reach

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.just("starts_at"), anything))
def test_a_beginning_that_cannot_be_read_is_none(payload: dict[str, Any]) -> None:
    assert starts_at(payload) is None or "starts_at" in payload


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_written_beginning_is_read_again(moment: datetime) -> None:
    assert starts_at({"starts_at": moment.isoformat()}) == (
        moment if is_in_reach(moment) else None
    )


def test_a_calendars_own_way_of_writing_is_read() -> None:
    moment = starts_at({"starts_at": "20261203T100000Z"})
    assert moment == datetime(2026, 12, 3, 10, tzinfo=UTC)


def test_a_clock_time_without_zone_stays_one() -> None:
    moment = starts_at({"starts_at": "20261203T100000"})
    assert moment is not None
    assert moment.tzinfo is None


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        (EventKind.REPLY, {"company": "Acme"}),
        (EventKind.DESCRIBED, {"note": "not a fact"}),
        (EventKind.VOID, {}),
        (EventKind.SPLIT, {"application": "1"}),
        (EventKind.NOTE, {"note": "x" * (MAX_TEXT + 1)}),
        (EventKind.DESCRIBED, {"deadline": "soon"}),
        (EventKind.DESCRIBED, {"company": 7}),
        (EventKind.TAGGED, {"add": "dream"}),
        (EventKind.TAGGED, {"add": ["two, in one"]}),
        (EventKind.TAGGED, {"add": [" spaced "]}),
        (EventKind.MOVED, {"stage": "closed"}),
        (EventKind.MOVED, {}),
        (EventKind.SNOOZED, {"until": "tomorrow"}),
        (EventKind.OFFER, {"until": "2026-12-01", "until_hour": "noon"}),
        (EventKind.OFFER, {"until": "2026-12-01", "until_hour": "12"}),
        (EventKind.INTERVIEW, {"format": "telepathy"}),
        (EventKind.INTERVIEW, {"minutes": True}),
        (EventKind.ARRANGED, {"outcome": "went_ahead"}),
        (EventKind.ARRANGED, {"event": "1", "outcome": "well"}),
    ],
)
def test_a_payload_that_does_not_fit_is_refused(
    kind: EventKind, payload: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        check_payload(kind, payload)


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        (EventKind.REPLY, {"note": "They called.", "words": "call"}),
        (EventKind.DESCRIBED, {"company": "Acme"}),
        (EventKind.MERGE, {"application": "1", "split": "2"}),
        (EventKind.DESCRIBED, {"deadline": "2026-12-01", "salary_min": ""}),
        (EventKind.TAGGED, {"add": ["dream"], "remove": []}),
        (EventKind.MOVED, {"stage": "applied", "custom": "1", "board": True}),
        (EventKind.INTERVIEW, {"format": "panel", "minutes": 45, "people": "Ana"}),
        (EventKind.ARRANGED, {"event": "1", "outcome": "", "until": "2026-12-01"}),
    ],
)
def test_a_payload_that_fits_is_accepted(
    kind: EventKind, payload: dict[str, Any]
) -> None:
    check_payload(kind, payload)
