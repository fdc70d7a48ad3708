"""What each later word on an interview or a test changed, for the story that is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from onward.applications.rules.kinds import ARRANGED_KINDS, EventKind
from onward.applications.rules.past import PastEvent
from onward.applications.rules.payload import (
    ARRANGEMENT,
    Outcome,
    asked_time,
    later_said,
)
from onward.applications.rules.rounds import begins_at
from onward.applications.rules.told import Told


class Change(StrEnum):
    """What one word on an interview or a test did to it."""

    MOVED = "moved"
    PUT_OFF = "put_off"  # to a day that is not known yet
    CANCELLED = "cancelled"
    ON_AGAIN = "on_again"
    HELD = "held"
    TIMED = "timed"  # it had no time before
    ASKED = "asked"  # whether it may be at another time
    WISHED = "wished"  # the same, by the person
    SAID_AGAIN = "said_again"
    DETAILS = "details"


@dataclass(frozen=True, slots=True)
class Arranged:
    """What one ARRANGED event did.

    Attributes:
        kind: What it is about: an interview, a test …
        starts_at: When that begins since; None where nothing is known.
        before: When it was to begin before, where it was moved, put off or called off.
        asked_for: The other time that was asked about, aware; None where none was named.
    """

    change: Change
    kind: EventKind
    starts_at: datetime | None = None
    before: datetime | None = None
    asked_for: datetime | None = None


_BY_OUTCOME = {
    Outcome.CANCELLED: Change.CANCELLED,
    Outcome.MOVED: Change.PUT_OFF,
    Outcome.WENT_AHEAD: Change.HELD,
}


def arranged(history: Iterable[PastEvent]) -> dict[str, Arranged]:
    """Return what the ARRANGED events of one application did, by their identity.

    One that was taken back is told as it changed what was there at first.
    """
    events = list(history)
    told = Told.of(events)
    found = _taken_back(events)
    for event in told.lasting:
        if event.kind not in ARRANGED_KINDS or event.identity in told.bases:
            continue
        before: dict[str, Any] = dict(event.payload)
        for later in told.about(event):
            if later.kind != EventKind.ARRANGED:
                continue
            now = later_said(before, later.payload)
            found[later.identity] = _arranged(event.kind, before=before, now=now)
            before = now
    return found


def _taken_back(events: Sequence[PastEvent]) -> dict[str, Arranged]:
    first = {event.identity: event for event in events if event.kind in ARRANGED_KINDS}
    found: dict[str, Arranged] = {}
    for event in events:
        base = first.get(str(event.payload.get("event")))
        if event.is_void and event.kind == EventKind.ARRANGED and base is not None:
            before = dict(base.payload)
            now = later_said(before, event.payload)
            found[event.identity] = _arranged(base.kind, before=before, now=now)
    return found


def _arranged(
    kind: EventKind, *, before: dict[str, Any], now: dict[str, Any]
) -> Arranged:
    was, begins = begins_at(before), begins_at(now)
    old, new = before.get("outcome") or "", now.get("outcome") or ""
    if new and new != old:
        return Arranged(_BY_OUTCOME[Outcome(new)], kind, before=was)
    if begins != was and begins is not None:
        change = Change.TIMED if was is None else Change.MOVED
        return Arranged(change, kind, starts_at=begins, before=was)
    if "asked_for" in now:
        asked = asked_time(now)
        change = Change.WISHED if "own_wish" in now else Change.ASKED
        return Arranged(change, kind, starts_at=begins, asked_for=asked)
    if old and not new:
        return Arranged(Change.ON_AGAIN, kind, starts_at=begins)
    is_same = _details(before) == _details(now)
    change = Change.SAID_AGAIN if is_same else Change.DETAILS
    return Arranged(change, kind, starts_at=begins)


def _details(said: dict[str, Any]) -> dict[str, Any]:
    return {name: said[name] for name in ARRANGEMENT | {"note"} if said.get(name)}
