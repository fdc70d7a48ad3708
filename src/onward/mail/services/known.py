"""Files that were read before: only what was appended to them is read again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeGuard

from onward.core.text import shown_path
from onward.mail.models import KnownFile, OwnModel
from onward.mail.program import program_digest
from onward.mail.services.clues import LeftOut, packed, told_by, unpacked
from onward.mail.services.own_addresses import wanted_by
from onward.mail.services.settled import note_settled
from onward.mail.sources.archive import Archive
from onward.mail.sources.marks import marks_of, path_digest
from onward.mail.sources.mbox import MboxFile
from onward.mail.sources.raw import MailSource
from onward.mail.wanted import Wanted
from onward.people.models import Person

LEAST_BYTES = 100_000
"""Smaller files are read again: that costs less than remembering them."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """What is known of a source.

    Attributes:
        left: What is still to be read of it; None where that is nothing.
        known: The earlier reading, whose counts stand for the rest.
    """

    left: MailSource | None
    known: KnownFile | None = None


@dataclass(frozen=True, slots=True)
class FileCounts:
    """What one file came to.

    Attributes:
        clues: Of what was left out of the part of it that is not read this time.
    """

    read: int
    hiring: int
    junk: int
    last_offset: int = 0
    clues: frozenset[int] = frozenset()


def reader_mark(wanted: Wanted, *, with_spam: bool) -> str:
    """Return what a reading depends on beside the file: program, wishes, options."""
    awaited = sorted(
        (a.address, *sorted(a.message_ids), a.since.isoformat()) for a in wanted.awaited
    )
    wishes = repr((program_digest(), sorted(wanted.own), awaited, with_spam))
    return hashlib.blake2b(wishes.encode(), digest_size=32).hexdigest()


def recall(
    person: Person,
    source: MailSource,
    *,
    mark: str,
    told: Callable[[], set[int]] = set,
) -> Recalled:
    """Return what is left to read of a source, by its size and marks.

    Args:
        told: Returns what stored mail tells: what waits in a file may be explained by it.
    """
    if not isinstance(source, (MboxFile, Archive)):
        return Recalled(source)
    rows = KnownFile.objects.for_person(person).filter(reader=mark)
    known = rows.filter(path_digest=path_digest(source.path)).first()
    if known is None or known.size > source.size:
        return Recalled(source)
    try:
        if marks_of(Path(source.path), size=known.size) != known.marks:
            return Recalled(source)
    except OSError:
        return Recalled(source)
    clues = unpacked(known.clues)
    if clues and not clues.isdisjoint(told()):
        return Recalled(source)
    if known.size == source.size:
        return Recalled(None, known)
    if isinstance(source, MboxFile):
        # From the last message on: it may have been half written then.
        return Recalled(replace(source, start=known.last_offset), known)
    return Recalled(source)


def remember(
    person: Person,
    counted: Sequence[tuple[MailSource, FileCounts]],
    *,
    mark: str,
    now: datetime,
    left: LeftOut,
) -> None:
    """Keep that these files were read to their end.

    Args:
        left: What was left out of them. What stored mail tells already explains nothing more.
    """
    is_known = [source for source, _ in counted if is_kept(source)]
    told = told_by(person) if is_known else set()
    for source, counts in counted:
        if not is_kept(source):
            continue
        clues = left.of(source.path) | counts.clues
        try:
            marks = marks_of(Path(source.path), size=source.size)
        except OSError:
            continue
        KnownFile.objects.update_or_create(
            person=person,
            path_digest=path_digest(source.path),
            defaults={
                "path": shown_path(source.path)[:4096],
                "size": source.size,
                "marks": marks,
                "reader": mark,
                "read": counts.read,
                "hiring": counts.hiring,
                "junk": counts.junk,
                "last_offset": counts.last_offset,
                "clues": packed(clues - told),
                "read_at": now,
            },
        )


def settle(person: Person) -> None:
    """Note that another reading of known files would do nothing, where that is so."""
    wanted = wanted_by(person)
    plain, with_spam = (reader_mark(wanted, with_spam=each) for each in (False, True))
    files = KnownFile.objects.for_person(person).filter(reader__in=(plain, with_spam))
    clues = [unpacked(each) for each in files.values_list("clues", flat=True)]
    if not clues:
        return
    told = told_by(person)
    asks = OwnModel.objects.filter(person=person, is_on=True, asks_after_reading=True)
    if all(map(told.isdisjoint, clues)) and not asks.exists():
        note_settled(person, reader=plain, reader_with_spam=with_spam)


def is_kept(source: MailSource) -> TypeGuard[MboxFile | Archive]:
    """Say whether a file is worth being known again."""
    return isinstance(source, (MboxFile, Archive)) and source.size >= LEAST_BYTES
