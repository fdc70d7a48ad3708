"""Finding the event of a no, through the corrections it had."""

from __future__ import annotations

import uuid

from onward.applications.models import Event
from onward.applications.rules.kinds import NO_KINDS
from onward.people.models import Person

MAX_CORRECTIONS = 50


def no_event(person: Person, event_id: uuid.UUID) -> Event:
    """Return this event of a no, or the one that it was corrected to, or itself taken back.

    Raises:
        Event.DoesNotExist: If the person has no such event, or it is not a no.
    """
    events = (
        Event.objects.for_person(person)
        .filter(kind__in=list(NO_KINDS))
        .select_related("application__merged_into")
    )
    first = events.get(pk=event_id)
    latest = first
    for _ in range(MAX_CORRECTIONS):
        if not latest.is_void:
            return latest
        corrected = events.filter(payload__corrects=str(latest.pk))
        following = corrected.order_by("-number").first()
        if following is None:
            break
        latest = following
    return first


def origin_of(person: Person, event: Event) -> Event:
    """Return the first event of a no: what it corrects, as far back as that goes."""
    origin = event
    for _ in range(MAX_CORRECTIONS):
        before = Event.objects.for_person(person).filter(
            pk=origin.payload.get("corrects"), kind__in=list(NO_KINDS)
        )
        earlier = before.first()
        if earlier is None:
            break
        origin = earlier
    return origin
