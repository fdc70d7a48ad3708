"""Builders of documents and adverts: keyword-only, only what matters is named."""

from __future__ import annotations

from datetime import datetime

from onward.documents.models import Document, Version
from onward.documents.rules.kinds import DocumentKind
from onward.documents.services import add_file
from onward.people.models import Person
from tests.builders import NOW
from tests.documents import files


def make_version(
    *,
    person: Person,
    name: str = "CV.txt",
    text: str = files.RESUME_TEXT,
    data: bytes | None = None,
    kind: DocumentKind = DocumentKind.RESUME,
    document: Document | None = None,
    now: datetime = NOW,
) -> Version:
    """Return a version of this file, not read yet."""
    return add_file(
        person,
        file_name=name,
        chunks=[text.encode() if data is None else data],
        kind=kind,
        document=document,
        now=now,
    ).version
