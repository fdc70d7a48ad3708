"""What opens an application again that a no had closed; pure."""

from __future__ import annotations

from datetime import datetime, timedelta

from onward.applications.rules.kinds import (
    REOPENING,
    DecidedBy,
    EventKind,
    NoKind,
)
from onward.applications.rules.past import PastEvent
from onward.applications.rules.payload import Outcome

LATE_RECEIPT = timedelta(days=14)
"""A receipt that comes longer after a no than this is for something sent since."""


def reopens(event: PastEvent, *, no: NoKind | None) -> bool:
    """Return whether an event opens an application again that a no has closed.

    A reply that decides nothing ends a silence. After a no that was said it is a kind word,
    unless the person put the application back with it.

    Args:
        no: The kind of the last no; None where there is none.
    """
    if is_rearranged(event):
        return event.payload.get("outcome") != Outcome.CANCELLED
    if event.kind == EventKind.REPLY and not event.payload.get("board"):
        return no in {None, NoKind.WENT_QUIET}
    return event.kind in REOPENING


def applies_again(event: PastEvent, *, after: datetime) -> bool:
    """Return whether an event tells that the person applied once more after a no."""
    if event.kind == EventKind.APPLIED:
        return event.at.date() > after.date()
    return event.kind == EventKind.CONFIRMATION and event.at - after > LATE_RECEIPT


def is_rearranged(event: PastEvent) -> bool:
    """Return whether mail moved or called off an interview: real contact, as it was.

    A wish of the person's own is none.
    """
    is_read = event.kind == EventKind.ARRANGED and event.decided_by == DecidedBy.RULE
    return is_read and "own_wish" not in event.payload
