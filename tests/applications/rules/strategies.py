"""Histories for Hypothesis: any events, in any order, by anybody."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from onward.applications.rules.kinds import (
    ARRANGED_KINDS,
    FACTS,
    STAGE_ORDER,
    STAGE_REACHED,
    DecidedBy,
    EventKind,
)
from onward.applications.rules.past import PastEvent
from onward.applications.rules.payload import Format, Outcome

moments = st.datetimes(
    min_value=datetime(1990, 1, 1),  # noqa: DTZ001 -- Hypothesis adds the zone
    max_value=datetime(2090, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
facts = st.dictionaries(st.sampled_from(FACTS), st.text(max_size=20), max_size=4)
days = st.dates(date(1990, 1, 1), date(2090, 1, 1)).map(date.isoformat)
tags = st.lists(st.sampled_from(("dream", "near", "remote", "public")), max_size=3)
# Events of a history are named by their numbers, so that one can speak of another.
_others = st.integers(1, 12).map(str)
# Two times of one day, so that what begins together or is moved within it comes up.
_one_day = st.sampled_from(
    (datetime(2026, 3, 9, 9, tzinfo=UTC), datetime(2026, 3, 9, 14, tzinfo=UTC))
)
_begins = (moments | _one_day).map(datetime.isoformat)
_arrangement = st.fixed_dictionaries(
    {},
    optional={
        "starts_at": _begins,
        "time_zone": st.sampled_from(("Europe/Berlin", "Nowhere/None", "")),
        "minutes": st.integers(1, 1440),
        "format": st.sampled_from(Format).map(str),
        "outcome": st.sampled_from(Outcome).map(str) | st.just(""),
        "until": days | st.just(""),
        "until_hour": st.sampled_from(["12:00", "09:30", ""]),
        "invitation": st.sampled_from(("u1", "u2")),
        "sequence": st.integers(0, 3),
    },
)
_custom = st.fixed_dictionaries({}, optional={"custom": st.sampled_from(("a", "b"))})
_PAYLOADS: dict[EventKind, st.SearchStrategy[dict[str, Any]]] = {
    **dict.fromkeys(STAGE_REACHED, _custom),
    **dict.fromkeys(ARRANGED_KINDS, _arrangement),
    EventKind.DESCRIBED: facts,
    EventKind.MOVED: st.fixed_dictionaries(
        {"stage": st.sampled_from(STAGE_ORDER).map(str)},
        optional={"custom": st.sampled_from(("a", "b"))},
    ),
    EventKind.TAGGED: st.fixed_dictionaries({"add": tags, "remove": tags}),
    EventKind.SNOOZED: st.fixed_dictionaries({"until": days | st.just("")}),
    EventKind.REMINDER: st.fixed_dictionaries({"until": days}),
    EventKind.DONE: st.fixed_dictionaries({"event": _others}),
    EventKind.ARRANGED: st.builds(
        lambda said, event, replaced: {**said, **replaced, "event": event},
        _arrangement,
        _others,
        st.fixed_dictionaries({}, optional={"replaces": _others}),
    ),
}
"""What the kinds carry that say more than that they happened."""


@st.composite
def histories(draw: st.DrawFn, *, max_size: int = 12) -> list[PastEvent]:
    """Return a history whose events have numbers of their own."""
    size = draw(st.integers(min_value=0, max_value=max_size))
    return [draw(events(number=number)) for number in range(1, size + 1)]


@st.composite
def events(draw: st.DrawFn, *, number: int) -> PastEvent:
    """Return one event of any kind, taken back or not."""
    kind = draw(st.sampled_from(EventKind))
    payload = draw(_PAYLOADS[kind]) if kind in _PAYLOADS else {}
    return PastEvent(
        number=number,
        kind=kind,
        at=draw(moments),
        decided_by=draw(st.sampled_from(DecidedBy)),
        payload=payload,
        is_void=draw(st.booleans()),
        is_own=draw(st.booleans()),
        identity=str(number),
    )
