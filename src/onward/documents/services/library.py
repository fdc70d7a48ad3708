"""Keeping documents: add a file, read it, name it, delete it, find it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max, Prefetch
from django.utils.translation import gettext as _

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.core.text import search_fold
from onward.documents import blobs
from onward.documents.models import Advert, Document, KeptFile, Version
from onward.documents.reading.result import MAX_READ_BYTES
from onward.documents.rules.kinds import (
    DocumentKind,
    FileFormat,
    Problem,
    ReadState,
)
from onward.documents.rules.names import file_name as safe_name
from onward.documents.rules.names import title_of
from onward.jobs.services import enqueue
from onward.people.models import Person

READ_JOB = "documents.read"


@dataclass(frozen=True, slots=True)
class Added:
    """A file that was added; `is_new` is False where its very bytes were known."""

    version: Version
    is_new: bool


def add_file(
    person: Person,
    *,
    file_name: str,
    chunks: Iterable[bytes],
    kind: DocumentKind,
    document: Document | None = None,
    name: str = "",
    now: datetime,
) -> Added:
    """Keep a file as the next version of a document and have it read in the background.

    Without `document` it joins the one of this kind and name, or begins a new one. Bytes
    that are known already stay the version that they are.

    Args:
        name: What to call a new document; its file's name where empty.

    Raises:
        OSError: If the disk is full; nothing was added.
    """
    shown_name = safe_name(file_name)
    blob = blobs.keep(person, chunks)
    known = _known(person, blob.digest)
    if known is not None:
        return Added(known, is_new=False)
    try:
        with transaction.atomic():
            owner = document or _named(
                person, kind=kind, name=name or title_of(shown_name), now=now
            )
            version = Version.objects.create(
                person=person,
                document=owner,
                number=_next_number(owner),
                file_name=shown_name,
                digest=blob.digest,
                size=blob.size,
                added_at=now,
                **first_state(blob.size),
            )
            if version.is_waiting:
                enqueue_reading(version)
    except IntegrityError:
        # The same file came twice at one moment: the other press has added it.
        known = _known(person, blob.digest)
        if known is None:
            raise
        return Added(known, is_new=False)
    return Added(version, is_new=True)


def _known(person: Person, digest: str) -> Version | None:
    own = Version.objects.for_person(person).select_related("document")
    return own.filter(digest=digest).first()


def first_state(size: int) -> dict[str, str]:
    """Return the state of a file that was given: waiting, or what can be said at once."""
    problem = Problem.NONE
    if size == 0:
        problem = Problem.EMPTY
    elif size > MAX_READ_BYTES:
        problem = Problem.TOO_LARGE
    state = ReadState.UNREADABLE if problem else ReadState.WAITING
    return {"state": state.value, "problem": problem.value}


def _named(person: Person, *, kind: DocumentKind, name: str, now: datetime) -> Document:
    """Return the document of this kind and name, whatever its case, or a new one."""
    kept_name = name.strip()[:200]
    wanted = search_fold(kept_name)
    for document in Document.objects.for_person(person).filter(kind=kind):
        if search_fold(document.name) == wanted:
            return document
    return Document.objects.create(
        person=person, kind=kind, name=kept_name, created_at=now
    )


def _next_number(document: Document) -> int:
    """Return a number that no version has, nor had when it was sent: the story names it by that."""
    last = document.versions.aggregate(last=Max("number"))["last"]
    told = Event.objects.for_person(document.person).filter(kind=EventKind.DOCUMENT)
    named = str(Version(document=document, number=0)).removesuffix("0")
    numbers = (
        title.removeprefix(named)
        for title in told.values_list("payload__title", flat=True)
        if title and title.startswith(named)
    )
    return max([last or 0, *(int(each) for each in numbers if each.isdecimal())]) + 1


def enqueue_reading(version: Version) -> None:
    """Put the reading of a version in the queue."""
    enqueue(
        version.person,
        kind=READ_JOB,
        title=_("Reading %(name)s") % {"name": version.file_name},
        arguments={"version": str(version.pk)},
    )


def store_reading(
    person: Person, version_id: uuid.UUID, *, answer: Mapping[str, Any]
) -> None:
    """Keep what was read of a version; of one deleted meanwhile nothing is kept."""
    rows = Version.objects.for_person(person).filter(pk=version_id)
    problem = Problem(answer.get("problem", ""))
    rows.update(
        state=ReadState.UNREADABLE if problem else ReadState.READ,
        problem=problem,
        format=FileFormat(answer.get("format", "")),
        text=clean(answer.get("text", "")),
        pages=answer.get("pages", 0),
        sections=[
            one | {"heading": clean(one["heading"]), "text": clean(one["text"])}
            for one in answer.get("sections", [])
        ],
    )


def clean(text: str) -> str:
    """Return text without what PostgreSQL cannot keep: NULs and halves of signs."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def read_again(person: Person, version: Version) -> None:
    """Have a version's file read once more, as after an update that reads better."""
    rows = Version.objects.for_person(person).filter(pk=version.pk)
    waiting = rows.exclude(state=ReadState.WAITING)
    with transaction.atomic():
        if waiting.update(state=ReadState.WAITING, problem=Problem.NONE):
            enqueue_reading(version)


def rename(
    person: Person, document: Document, *, name: str, kind: DocumentKind
) -> None:
    """Call a document something else, or say that it is of the other kind."""
    own = Document.objects.for_person(person).filter(pk=document.pk)
    own.update(name=name.strip()[:200], kind=kind)


def delete_version(person: Person, version: Version) -> None:
    """Delete a version, its text and its file; a document without versions goes too.

    The events that say where it was sent stay, and name it.
    """
    with transaction.atomic():
        document = version.document
        Version.objects.for_person(person).filter(pk=version.pk).delete()
        if not document.versions.exists():
            Document.objects.for_person(person).filter(pk=document.pk).delete()
    drop_unused(person, version)


def drop_unused(person: Person, file: KeptFile) -> None:
    """Delete a file's bytes unless another row of the person names them."""
    used = any(
        rows.filter(digest=file.digest).exists()
        for rows in (
            Version.objects.for_person(person),
            Advert.objects.for_person(person),
        )
    )
    if not used:
        blobs.drop(person, file.digest)


def library(person: Person) -> list[Document]:
    """Return a person's documents by kind and name, each with its versions, newest first."""
    newest = Version.objects.for_person(person).order_by("-number").defer("sections")
    documents = Document.objects.for_person(person).order_by("-kind", "name", "pk")
    return list(documents.prefetch_related(Prefetch("versions", queryset=newest)))


def missing_files(person: Person) -> list[KeptFile]:
    """Return the versions and adverts whose file is not in its place any more."""
    versions = Version.objects.for_person(person).select_related("document")
    rows: list[KeptFile] = list(versions.defer("text", "sections"))
    rows += Advert.objects.for_person(person).exclude(digest="").defer("text")
    return [row for row in rows if not blobs.is_kept(person, row.digest)]
