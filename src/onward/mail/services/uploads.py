"""Mailboxes that were uploaded: where they wait in the home, and that they are this home's own.

A database may be brought back into another home, beside the one that it was copied from.
So a job names what waits by its place in the home, and nothing outside is read or deleted.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from django.conf import settings

from onward.jobs.models import Job

FOLDER = "uploads"


def uploads_folder() -> Path:
    """Return where uploads wait in this home."""
    return Path(settings.HOME) / FOLDER


def kept_path(path: Path) -> str:
    """Return how a job names what was uploaded: by its place in the home."""
    return path.relative_to(settings.HOME).as_posix()


def own_upload(name: str) -> Path | None:
    """Return where an upload lies that a job names; None where it is not this home's.

    Older jobs name the whole path.
    """
    path = Path(settings.HOME) / name
    try:
        is_own = uploads_folder().resolve() in path.resolve().parents
    except (OSError, ValueError):
        return None
    return path if is_own else None


def folder_of_upload(job: Job) -> Path | None:
    """Return the folder of what was uploaded for a job; None where nothing is in this home."""
    name = job.arguments.get("uploads")
    return own_upload(name) if name else None


def paths_to_read(job: Job) -> list[Path]:
    """Return what a job is to read: what was uploaded, where it still is, and what was named."""
    uploads = job.arguments.get("uploads")
    paths = map(Path, job.arguments["paths"])
    if not uploads:
        return list(paths)
    own = own_upload(uploads)
    found: list[Path] = []
    for path in paths:
        if not path.is_relative_to(uploads):
            # A person at their own computer may name a file beside.
            found.append(path)
        elif own is not None and own_upload(str(path)):
            found.append(Path(settings.HOME) / path)
    return found


def is_lost(job: Job) -> bool:
    """Return whether a job was to read an upload, and there is nothing left for it to read."""
    if not job.arguments.get("uploads"):
        return False
    return not any(path.exists() for path in paths_to_read(job))


def delete_upload(job: Job) -> None:
    """Delete what was uploaded for a job, if it lies in this home."""
    folder = folder_of_upload(job)
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
