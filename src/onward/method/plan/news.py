"""Whether there are events that the steps have not seen; asked without loading a step."""

from __future__ import annotations

from django.db.models.functions import Coalesce

from onward.applications.models import Event
from onward.method.plan.models import Cursor
from onward.people.models import Person


def has_news(person: Person) -> bool:
    """Return whether events of a person wait to be handed to the steps."""
    read = Cursor.objects.filter(person=person).values("last_number")[:1]
    events = Event.objects.for_person(person)
    return events.filter(number__gt=Coalesce(read, 0)).exists()


def has_news_of_anyone() -> bool:
    """Return whether events of anybody wait to be handed to the steps."""
    return any(map(has_news, Person.objects.filter(is_active=True).iterator()))
