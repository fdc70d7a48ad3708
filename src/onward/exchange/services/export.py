"""Reading the ledger out, a batch at a time."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models.functions import Coalesce

from onward.applications.models import Application, Event
from onward.documents.services import advert_records, document_records
from onward.exchange.rules.export import (
    APPLICATION_FIELDS,
    EVENT_FIELDS,
    Format,
    csv_pieces,
    json_pieces,
)
from onward.mail.services.learning import learned_records
from onward.people.models import Person

BATCH = 200


def export_pieces(
    person: Person, *, form: Format, one_line_an_event: bool = False, now: datetime
) -> Iterator[str]:
    """Yield everything about a person's applications as JSON or CSV, piece by piece.

    An application that is part of another is written with it, under the other's id.
    """
    if form == Format.JSON:
        beside = {
            "documents": document_records(person),
            "adverts": advert_records(person),
            "learned": learned_records(person),
        }
        return json_pieces(application_records(person), exported_at=now, beside=beside)
    if one_line_an_event:
        fields = ("application_id", "company", "role", *EVENT_FIELDS)
        return csv_pieces(_event_rows(person), fields=fields)
    told = (record for record in application_records(person) if _is_told(record))
    return csv_pieces(told, fields=APPLICATION_FIELDS)


def _is_told(record: dict[str, Any]) -> bool:
    """Return whether anything is left of an application, rather than its history alone."""
    is_named = bool(record["company"] or record["role"])
    return is_named or not record["is_archived"] or record["last_moved_at"] is not None


def application_records(person: Person) -> Iterator[dict[str, Any]]:
    """Yield each application with all its events, in the order in which it was made."""
    own = Application.objects.for_person(person).filter(merged_into=None)
    after: uuid.UUID | None = None
    while True:
        batch = own if after is None else own.filter(pk__gt=after)
        applications = list(batch.order_by("pk").defer("search_text")[:BATCH])
        if not applications:
            return
        events = _events(person, applications)
        for application in applications:
            record = {name: getattr(application, name) for name in APPLICATION_FIELDS}
            yield record | {"events": events[application.pk]}
        after = applications[-1].pk


def _events(
    person: Person, applications: list[Application]
) -> dict[uuid.UUID, list[dict[str, Any]]]:
    ids = [application.pk for application in applications]
    parts = Application.objects.for_person(person).filter(merged_into__in=ids)
    together = [*ids, *parts.values_list("pk", flat=True)]
    events = (
        Event.objects.for_person(person)
        .filter(application__in=together)
        .annotate(head=Coalesce("application__merged_into", "application"))
        .order_by("at", "number")
    )
    records: dict[uuid.UUID, list[dict[str, Any]]] = defaultdict(list)
    for event in events:
        records[event.head].append(_event_record(event))
    return records


def _event_record(event: Event) -> dict[str, Any]:
    return {
        "id": event.pk,
        "number": event.number,
        "kind": event.kind,
        "at": event.at,
        "recorded_at": event.recorded_at,
        "decided_by": event.decided_by,
        "source": event.source_kind,
        "source_id": event.source_id,
        "note": event.payload.get("note", ""),
        "words": event.payload.get("words", ""),
        "is_void": event.is_void,
        "payload": event.payload,
    }


def _event_rows(person: Person) -> Iterator[dict[str, Any]]:
    for record in application_records(person):
        for event in record["events"]:
            yield event | {
                "application_id": record["id"],
                "company": record["company"],
                "role": record["role"],
            }
