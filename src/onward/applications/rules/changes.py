"""What each later word on an interview or a test changed, for the story that is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from onward.applications.rules.kept import is_kept
from onward.applications.rules.kinds import ARRANGED_KINDS, EventKind
from onward.applications.rules.past import PastEvent
from onward.applications.rules.payload import (
    ARRANGEMENT,
    NOT_HELD,
    Outcome,
    asked_time,
    day_alone,
    later_said,
)
from onward.applications.rules.round import begins_at
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
        on_day: The day on which it is since, where no hour of it is told.
        before: When it was to begin before, where it was moved, put off or called off.
        was_on: The same, where only the day of before was told.
        asked_for: The other time that was asked about, aware; None where none was named.
    """

    change: Change
    kind: EventKind
    starts_at: datetime | None = None
    on_day: date | None = None
    before: datetime | None = None
    was_on: date | None = None
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
        if is_kept(event):
            found[event.identity] = _arranged(
                EventKind.INTERVIEW, before={}, now=dict(event.payload)
            )
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
    was_on, on_day = day_alone(before), day_alone(now)
    old, new = before.get("outcome") or "", now.get("outcome") or ""
    if new and new != old:
        return Arranged(_BY_OUTCOME[Outcome(new)], kind, before=was, was_on=was_on)
    told = Arranged(Change.TIMED, kind, starts_at=begins, on_day=on_day)
    if new in NOT_HELD and (begins, on_day) == (was, was_on):
        # Of what was put off before, the old day is agreed on no more.
        told = replace(told, starts_at=None, on_day=None)
    if begins != was and begins is not None:
        is_that_day = was is None and was_on in {None, begins.date()}
        moved = replace(told, change=Change.MOVED, before=was, was_on=was_on)
        return told if is_that_day else moved
    if on_day != was_on and on_day is not None:
        is_first = was is None and was_on is None
        moved = replace(told, change=Change.MOVED, before=was, was_on=was_on)
        return told if is_first else moved
    if "asked_for" in now:
        asked = asked_time(now)
        change = Change.WISHED if "own_wish" in now else Change.ASKED
        return replace(told, change=change, asked_for=asked)
    if old and not new:
        return replace(told, change=Change.ON_AGAIN)
    is_same = _details(before) == _details(now)
    change = Change.SAID_AGAIN if is_same else Change.DETAILS
    return replace(told, change=change)


def _details(said: dict[str, Any]) -> dict[str, Any]:
    return {name: said[name] for name in ARRANGEMENT | {"note"} if said.get(name)}
