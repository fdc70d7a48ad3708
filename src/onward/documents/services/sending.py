"""Which version was sent with which application: told by DOCUMENT events alone."""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.services import (
    EventDraft,
    commit_events,
    new_batch,
    take_back,
    timeline_events,
)
from onward.documents.models import Version
from onward.documents.rules.kinds import DocumentKind
from onward.documents.rules.sections import Section
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


@dataclass(frozen=True, slots=True)
class Sent:
    """One version that went out with an application.

    Attributes:
        event_id: The event that says so; voiding it takes that back.
        sent_at: When it was sent, aware UTC.
        text: As read from its file; empty where that is not done or cannot be.
        sections: Recognised parts of it, in order.
    """

    event_id: uuid.UUID
    version_id: uuid.UUID
    document_id: uuid.UUID
    kind: DocumentKind
    title: str
    number: int
    sent_at: datetime
    text: str
    sections: tuple[Section, ...]


def mark_sent(
    person: Person,
    application: Application,
    version: Version,
    *,
    now: datetime,
    at: datetime | None = None,
) -> Event:
    """Record that a version went out with an application; twice is once.

    Args:
        at: When it was sent; the day of the application where not given.
    """
    with transaction.atomic():
        known = _sent_events(person, application).filter(
            payload__record=str(version.pk)
        )
        event = known.first()
        if event is not None:
            return event
        sent_at = at or application.applied_at or now
        draft = EventDraft(
            application_id=application.pk,
            kind=EventKind.DOCUMENT,
            at=min(sent_at, now),
            decided_by=DecidedBy.PERSON,
            payload={"record": str(version.pk), "title": str(version)},
        )
        return commit_events(person, [draft], now=now)[0]


@transaction.atomic
def take_back_sent(person: Person, event: Event, *, now: datetime) -> None:
    """Take back that a version went out, in each part of an application that says so."""
    record = event.payload.get("record", "")
    said = _sent_events(person, event.application).filter(payload__record=record)
    events = list(said)
    batch = new_batch() if len(events) > 1 else None
    for each in events:
        take_back(person, each, now=now, batch=batch)


def sent_with(person: Person, application: Application) -> list[Sent]:
    """Return the versions that went out with an application, résumés first, as sent.

    What was deleted since is left out; its event still names it.
    """
    head = application.head
    return versions_sent(person, application=head).get(head.pk, [])


def versions_sent(
    person: Person, *, application: Application | None = None
) -> dict[uuid.UUID, list[Sent]]:
    """Return what was sent with each application, by the id of the one it shows under.

    Args:
        application: This one alone.
    """
    events = (
        _sent_events(person, application)
        if application is not None
        else _document_events(person)
    )
    named = events.annotate(
        head=Coalesce(F("application__merged_into"), F("application"))
    ).order_by("at", "number")
    rows = [(event.head, event, _record(event)) for event in named]
    own = Version.objects.for_person(person).select_related("document")
    versions = own.in_bulk([key for _head, _event, key in rows if key is not None])
    sent: dict[uuid.UUID, list[Sent]] = defaultdict(list)
    for head, event, key in rows:
        version = versions.get(key) if key else None
        if version is not None and all(s.version_id != key for s in sent[head]):
            sent[head].append(_sent(event, version))
    return {
        head: sorted(many, key=lambda one: one.kind != DocumentKind.RESUME)
        for head, many in sent.items()
        if many
    }


def _sent(event: Event, version: Version) -> Sent:
    return Sent(
        event_id=event.pk,
        version_id=version.pk,
        document_id=version.document_id,
        kind=DocumentKind(version.document.kind),
        title=version.document.name,
        number=version.number,
        sent_at=event.at,
        text=version.text,
        sections=version.found_sections,
    )


def sent_places(person: Person, version: Version) -> list[Application]:
    """Return the applications that a version went out with, newest first."""
    events = _document_events(person).filter(payload__record=str(version.pk))
    heads = events.annotate(
        head=Coalesce(F("application__merged_into"), F("application"))
    ).values_list("head", flat=True)
    own = Application.objects.for_person(person).filter(pk__in=set(heads))
    return list(own.order_by(F("applied_at").desc(nulls_last=True), "pk"))


def sent_counts(person: Person) -> dict[uuid.UUID, int]:
    """Return with how many applications each version went out, by its id."""
    places: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    named = _document_events(person).annotate(
        head=Coalesce(F("application__merged_into"), F("application"))
    )
    for event in named:
        key = _record(event)
        if key is not None:
            places[key].add(event.head)
    return {key: len(heads) for key, heads in places.items()}


def _document_events(person: Person) -> OwnedQuerySet[Event]:
    return Event.objects.for_person(person).filter(
        kind=EventKind.DOCUMENT, voided_by=None
    )


def _sent_events(person: Person, application: Application) -> OwnedQuerySet[Event]:
    own = timeline_events(person, application.head)
    return own.filter(kind=EventKind.DOCUMENT, voided_by=None)


def _record(event: Event) -> uuid.UUID | None:
    try:
        return uuid.UUID(event.payload.get("record", ""))
    except ValueError:
        return None
