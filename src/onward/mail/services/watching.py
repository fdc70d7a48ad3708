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
from onward.mail.services.counts import ImportSummary
from onward.mail.services.importing import import_paths
from onward.people.models import Person

SETTLED_SECONDS = 5
"""A file that changed less than this ago may still be written to: it waits."""

MOST_WAIT_SECONDS = 300
"""What is new is read by then, whatever beside it is still written to."""


MOST_LINKED = 2000
"""How many folders, and how many files, behind links are looked at each time."""


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
    folder.trouble = _trouble_of(Path(folder.path))
    folder.read = summary.read
    folder.hiring = summary.hiring
    # Not `save`: the person may have stopped it meanwhile, and it stays stopped.
    names = ("looked_at", "trouble", "read", "hiring")
    facts = {name: getattr(folder, name) for name in names}
    WatchedFolder.objects.filter(pk=folder.pk).update(**facts)
    return summary


def _trouble_of(path: Path) -> str:
    """Return in a sentence why a folder cannot be looked into; "" where it can."""
    try:
        with os.scandir(path):
            return ""
    except PermissionError:
        return _(
            "The folder is closed to Onward: make it readable for the account that "
            "runs Onward, or stop."
        )
    except NotADirectoryError:
        return _("There is a file now where the folder was: move it, or stop.")
    except FileNotFoundError:
        return _("The folder is not there any more: make it again, or stop.")
    except OSError:
        return _(
            "The folder cannot be reached at the moment: see to its disk, or stop."
        )


def folders_with_news() -> Iterator[WatchedFolder]:
    """Yield everybody's watched folders in which something changed since the last look."""
    rows = WatchedFolder.objects.filter(person__is_active=True)
    for folder in rows.select_related("person"):
        if _trouble_of(Path(folder.path)):
            if not folder.trouble:
                yield folder
        elif _has_news(folder):
            yield folder


def _has_news(folder: WatchedFolder) -> bool:
    now = timezone.now().timestamp()
    if folder.looked_at is None or folder.trouble:
        seen = 0.0
    else:
        # Files that were still settling at the last look count as new.
        seen = folder.looked_at.astimezone(UTC).timestamp() - SETTLED_SECONDS
    # What a clock that was put back calls later has settled long ago.
    changes = [at for at in _changes(folder.path) if seen < at <= now]
    is_busy = any(at > now - SETTLED_SECONDS for at in changes)
    # A file that is written to all day keeps the mail beside it waiting so long at most.
    waited = now - min(changes, default=now)
    return bool(changes) and (not is_busy or waited > MOST_WAIT_SECONDS)


def _changes(path: str) -> Iterator[float]:
    """Yield when each file and folder below was last changed, or moved here."""
    for place, files in _folders_below(path):
        for name in (".", *files):
            try:
                # Not the modification time: a file moved here may be old.
                yield Path(place, name).stat().st_ctime
            except OSError:
                continue


def _folders_below(path: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each folder and its files, through links too, as a reading goes.

    A link may lead to a whole disk: behind links not all of that is looked at. Those that
    lead in a circle are left.
    """
    seen: set[tuple[int, int]] = set()
    links: list[str] = []
    _is_new(Path(path), seen)
    yield from _walked(path, seen, links)
    more_folders = more_files = MOST_LINKED
    for link in links:
        # The list grows: behind a link there may be others.
        for place, files in _walked(link, seen, links):
            yield place, files[:more_files]
            more_folders -= 1
            more_files = max(0, more_files - len(files))
            if not more_folders:
                return


def _walked(
    path: str, seen: set[tuple[int, int]], links: list[str]
) -> Iterator[tuple[str, list[str]]]:
    """Yield the folders below and their files; add the links to folders to `links`."""
    for place, folders, files in os.walk(path):
        new = [name for name in folders if _is_new(Path(place, name), seen)]
        linked = {name for name in new if Path(place, name).is_symlink()}
        links += sorted(str(Path(place, name)) for name in linked)
        folders[:] = [name for name in new if name not in linked]
        yield place, files


def _is_new(path: Path, seen: set[tuple[int, int]]) -> bool:
    try:
        status = path.stat()
    except OSError:
        return False
    known = (status.st_dev, status.st_ino)
    is_new = known not in seen
    seen.add(known)
    return is_new
