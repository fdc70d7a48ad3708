"""Files as they were given, kept by the digest of their bytes, each person's apart."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from onward.people.models import Person

FOLDER = "blobs"


@dataclass(frozen=True, slots=True)
class Blob:
    """A kept file: the SHA-256 of its bytes, and how many there are."""

    digest: str
    size: int


def folder_of(person: Person) -> Path:
    """Return the folder of all files of a person; it may not be there yet."""
    home: Path = settings.HOME
    return home / FOLDER / person.pk.hex


def blob_path(person: Person, digest: str) -> Path:
    """Return where a person's file of this digest lies, or would lie."""
    return folder_of(person) / digest[:2] / digest


def keep(person: Person, chunks: Iterable[bytes]) -> Blob:
    """Write a file to its place and return its digest and size; the same bytes lie once.

    It is readable by its owner alone, and never seen half: written beside and renamed.

    Raises:
        OSError: If the disk is full or the home cannot be written; nothing stays behind.
    """
    folder = _private(settings.HOME / FOLDER, person.pk.hex)
    handle, name = tempfile.mkstemp(suffix=".part", dir=folder)
    draft = Path(name)
    try:
        digest, size = hashlib.sha256(), 0
        with os.fdopen(handle, "wb") as file:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        path = blob_path(person, digest.hexdigest())
        _private(folder, path.parent.name)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return Blob(digest.hexdigest(), size)


def _private(folder: Path, name: str) -> Path:
    """Return a folder inside a folder, both made if needed, for their owner alone."""
    for place in (folder, folder / name):
        place.mkdir(exist_ok=True, mode=0o700)
    return folder / name


def is_kept(person: Person, digest: str) -> bool:
    """Say whether the file is where it belongs."""
    return bool(digest) and blob_path(person, digest).is_file()


def drop(person: Person, digest: str) -> None:
    """Delete a file that no row names any more; what is gone already is no trouble."""
    if digest:
        blob_path(person, digest).unlink(missing_ok=True)
