"""Everything of one person in a zip: each room's records, and the files as they were given."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePath, PurePosixPath
from typing import IO, Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from onward.core.parts import ROWS_AT_ONCE
from onward.documents.blobs import blob_path, is_kept
from onward.documents.models import Advert, Version
from onward.exchange.rules.export import Format
from onward.exchange.services.export import export_pieces
from onward.people.models import Person

READ_ME = """Everything that Onward kept of you, as it was on {day}.

applications.json   each application with all that happened, its documents and adverts
you.json            what Settings holds
records/            all else, one file a kind: what you felt and wrote, your mail about
                    applying, feedback, looking back, small wins, plans
files/              your resumes, letters and adverts as they were given

Not in it: passwords, and the secret address of your calendar.
"""

# Doors rather than records: whoever had them could come in.
_DOORS = frozenset({"people.launchtoken", "plan.calendarfeed"})
# Linux takes 255 bytes, of which a sign of Japanese has three.
_MOST_NAME_BYTES, _MOST_ENDING_BYTES = 240, 40
_NOT_TAKEN = frozenset(
    # The owner is the same in each row; places of passwords and files of the server's.
    {"person", "secret_place", "password_place", "arguments", "leased_by"}
)
_SETTINGS = (
    *("name", "email", "time_zone", "week_starts_on", "country", "theme"),
    *("report_language", "created_at"),
)


def write_everything(person: Person, target: IO[bytes], *, now: datetime) -> None:
    """Write a zip of all that is this person's to `target`, without passwords.

    Raises:
        OSError: If the disk is full.
    """
    # A zip knows no days before 1980; a file dated so goes out with the first it knows.
    with zipfile.ZipFile(
        target, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False
    ) as archive:
        archive.writestr("README.txt", READ_ME.format(day=f"{now:%Y-%m-%d}"))
        own = {name: getattr(person, name) for name in _SETTINGS}
        archive.writestr("you.json", _written(own))
        ledger = export_pieces(person, form=Format.JSON, now=now)
        _write(archive, "applications.json", ledger)
        for model in owned_models():
            rows = model._default_manager.filter(person=person)
            if rows.exists():
                _write(archive, f"records/{_name(model)}.json", _pieces(rows))
        for name, digest in _files(person):
            archive.write(blob_path(person, digest), name)


def owned_models() -> list[type[models.Model]]:
    """Return the models whose rows belong to somebody and are records, in every room."""
    return [
        model
        for model in apps.get_models()
        if model._meta.label_lower not in _DOORS
        and any(field.name == "person" for field in model._meta.fields)
    ]


def _name(model: type[models.Model]) -> str:
    kind = str(model._meta.verbose_name_plural).replace(" ", "_")
    return f"{model._meta.app_label}/{kind}"


def _write(archive: zipfile.ZipFile, name: str, pieces: Iterator[str]) -> None:
    with archive.open(name, "w", force_zip64=True) as file:
        for piece in pieces:
            file.write(piece.encode())


def _pieces(rows: models.QuerySet[Any]) -> Iterator[str]:
    """Yield the rows as a list in JSON, one a line."""
    yield "["
    for place, row in enumerate(rows.order_by("pk").iterator(chunk_size=ROWS_AT_ONCE)):
        yield ("," if place else "") + "\n" + _written(_record(row))
    yield "\n]\n"


def _record(row: models.Model) -> dict[str, Any]:
    return {
        field.attname: _told(field.name, getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if field.name not in _NOT_TAKEN
    }


def _told(name: str, value: Any) -> Any:
    """Return a value as it leaves: of a path, not in which folders of the server it lay; bytes in hex."""
    if isinstance(value, bytes | memoryview):
        # PostgreSQL gives what SQLite gives as bytes in its own way.
        return value.hex()
    if name == "paths":
        return [PurePath(path).name for path in value]
    return PurePath(value).name if name == "path" else value


def _written(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, cls=DjangoJSONEncoder)


def _files(person: Person) -> Iterator[tuple[str, str]]:
    """Yield each kept file by its name in the zip and its digest; the same bytes once."""
    taken = set()
    for model in (Version, Advert):
        rows = model._default_manager.filter(person=person).order_by("pk")
        for name, digest in rows.values_list("file_name", "digest"):
            if digest not in taken and is_kept(person, digest):
                taken.add(digest)
                yield (
                    f"files/{_short(f'{digest[:8]}-{PurePosixPath(name).name}')}",
                    digest,
                )


def _short(name: str) -> str:
    """Return a file's name cut to what every disk takes, its ending kept."""
    if len(name.encode()) <= _MOST_NAME_BYTES:
        return name
    ending = PurePosixPath(name).suffix.encode()[:_MOST_ENDING_BYTES]
    stem = name.encode()[: _MOST_NAME_BYTES - len(ending)]
    return stem.decode(errors="ignore") + ending.decode(errors="ignore")
