"""What stands now of an event that was taken back, brought back or corrected."""

from __future__ import annotations

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind


def told_by(event: Event) -> Event:
    """Return what an event tells of: itself, or what it took back or brought back.

    What was taken back before a step read it, and counts again, was never handed over.
    """
    own = Event.objects.for_person(event.person)
    told = event
    while told.kind == EventKind.VOID:
        told = own.get(pk=told.payload["event"])
    return told
