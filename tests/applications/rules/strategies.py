"""Histories for Hypothesis: any events, in any order, by anybody."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from onward.applications.rules.history import PastEvent
from onward.applications.rules.kinds import FACTS, DecidedBy, EventKind

moments = st.datetimes(
    min_value=datetime(1990, 1, 1),  # noqa: DTZ001 -- Hypothesis adds the zone
    max_value=datetime(2090, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
facts = st.dictionaries(st.sampled_from(FACTS), st.text(max_size=20), max_size=4)


@st.composite
def histories(draw: st.DrawFn, *, max_size: int = 12) -> list[PastEvent]:
    """Return a history whose events have numbers of their own."""
    size = draw(st.integers(min_value=0, max_value=max_size))
    return [draw(events(number=number)) for number in range(1, size + 1)]


@st.composite
def events(draw: st.DrawFn, *, number: int) -> PastEvent:
    """Return one event of any kind, taken back or not."""
    kind = draw(st.sampled_from(EventKind))
    return PastEvent(
        number=number,
        kind=kind,
        at=draw(moments),
        decided_by=draw(st.sampled_from(DecidedBy)),
        payload=draw(facts) if kind == EventKind.DESCRIBED else {},
        is_void=draw(st.booleans()),
        is_own=draw(st.booleans()),
    )
