"""Watched folders: mail that is dropped there is read, and nothing there is changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from onward.jobs.services import Progress
from onward.mail.models import WatchedFolder
from onward.mail.services.importing import import_paths
from onward.mail.services.reader import ImportSummary
from onward.people.models import Person

SETTLED_SECONDS = 5
"""A file that changed less than this ago may still be written to: it waits."""


def watch(person: Person, path: str, *, now: datetime) -> WatchedFolder:
    """Watch a folder from now on; one that is watched already stays as it is."""
    folder, _is_new = WatchedFolder.objects.get_or_create(
        person=person, path=path, defaults={"created_at": now}
    )
    return folder


def stop_watching(folder: WatchedFolder) -> None:
    """Look there no more; the folder, its files and what was read stay."""
    folder.delete()


def look_into(folder: WatchedFolder, *, progress: Progress) -> ImportSummary:
    """Read the new mail of a watched folder; idempotent, since messages are known by key."""
    begun = timezone.now()
    summary = import_paths(folder.person, [Path(folder.path)], progress=progress)
    folder.looked_at = begun
    folder.trouble = ""
    if Path(folder.path).is_file():
        folder.trouble = _(
            "There is a file now where the folder was: move it, or stop."
        )
    elif not Path(folder.path).is_dir():
        folder.trouble = _("The folder is not there any more: make it again, or stop.")
    folder.read = summary.read
    folder.hiring = summary.hiring
    # Not `save`: the person may have stopped it meanwhile, and it stays stopped.
    names = ("looked_at", "trouble", "read", "hiring")
    facts = {name: getattr(folder, name) for name in names}
    WatchedFolder.objects.filter(pk=folder.pk).update(**facts)
    return summary


def folders_with_news() -> Iterator[WatchedFolder]:
    """Yield everybody's watched folders in which something changed since the last look."""
    rows = WatchedFolder.objects.filter(person__is_active=True)
    for folder in rows.select_related("person"):
        if not Path(folder.path).is_dir():
            if not folder.trouble:
                yield folder
        elif _has_news(folder):
            yield folder


def _has_news(folder: WatchedFolder) -> bool:
    newest = max(_changes(folder.path), default=0.0)
    is_settled = newest <= timezone.now().timestamp() - SETTLED_SECONDS
    if not is_settled:
        return False
    if folder.looked_at is None or folder.trouble:
        return True
    # Files that were still settling at the last look count as new.
    seen = folder.looked_at.astimezone(UTC).timestamp() - SETTLED_SECONDS
    return newest > seen


def _changes(path: str) -> Iterator[float]:
    """Yield when each file and folder below was last changed, or moved here."""
    for place, _folders, files in os.walk(path):
        for name in (".", *files):
            try:
                # Not the modification time: a file moved here may be old.
                yield (Path(place) / name).stat().st_ctime
            except OSError:
                continue
