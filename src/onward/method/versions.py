"""What stands now of an event that was taken back, brought back or corrected."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, Q

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.people.access import OwnedQuerySet

_Row = TypeVar("_Row", bound=Model)


def told_by(event: Event) -> Event:
    """Return what an event tells of: itself, or what it took back or brought back.

    What was taken back before a step read it, and counts again, was never handed over.
    """
    own = Event.objects.for_person(event.person)
    told = event
    while told.kind == EventKind.VOID:
        told = own.get(pk=told.payload["event"])
    return told


def left_behind(
    rows: OwnedQuerySet[_Row], *, by: str, event: Event, told: Event
) -> OwnedQuerySet[_Row]:
    """Return the rows that stand on what was taken back where an event, or what it tells of, is.

    Args:
        by: The field by which a row stands on an event; it is fetched with it.
        told: What `told_by` says of the event.
    """
    here = {event.application_id, told.application_id}
    is_near = Q(**{f"{by}__application__in": here})
    is_near |= Q(**{by: event.payload.get("corrects")})
    is_void = Q(**{f"{by}__voided_by__isnull": False})
    return rows.filter(is_near, is_void).select_related(by)
