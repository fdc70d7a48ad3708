"""What an export says of documents and adverts; their files are in a backup."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from onward.documents.models import Advert, Version
from onward.documents.services.sending import versions_sent
from onward.people.models import Person

_FILE = ("file_name", "digest", "size", "format", "state", "problem", "text")
_ADVERT = (
    *("title", "company", "place", "salary", "requirements", "posted_on"),
    *("valid_until", "source", "address", "taken_at"),
)


def document_records(person: Person) -> Iterator[dict[str, Any]]:
    """Yield each version of each document, with its text and where it was sent."""
    sent: dict[uuid.UUID, list[uuid.UUID]] = defaultdict(list)
    for application_id, versions in versions_sent(person).items():
        for version in versions:
            sent[version.version_id].append(application_id)
    own = Version.objects.for_person(person).select_related("document")
    for row in own.order_by("document_id", "number").iterator(chunk_size=100):
        yield {
            "id": row.pk,
            "document_id": row.document_id,
            "name": row.document.name,
            "kind": row.document.kind,
            "number": row.number,
            "added_at": row.added_at,
            **{name: getattr(row, name) for name in _FILE},
            "sent_with": [str(application_id) for application_id in sent[row.pk]],
        }


def advert_records(person: Person) -> Iterator[dict[str, Any]]:
    """Yield each snapshot of an advert, with its text and its application."""
    own = Advert.objects.for_person(person).select_related("application")
    for row in own.order_by("pk").iterator(chunk_size=100):
        yield {
            "id": row.pk,
            "application_id": row.application.merged_into_id or row.application_id,
            **{name: getattr(row, name) for name in _ADVERT},
            **{name: getattr(row, name) for name in _FILE},
        }
