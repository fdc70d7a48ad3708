"""Files that are all known, where nothing changed since: what their reading comes to is told at once.

Whatever a reading of files looks at is in the database and in the program. Where all of that
is as the last reading left it, and the files as well, another one would find nothing and
change nothing, and need not load the rules to find that out.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from stat import S_ISREG

from django.db import models

from onward.applications.models import Application, Event, KeptApart
from onward.mail.models import (
    AwaitedAnswer,
    ImapAccount,
    KnownFile,
    LearnedChange,
    LearnedExample,
    MailMessage,
    MailRun,
    ModelAnswer,
    NewerReading,
    OwnModel,
    ReadingMark,
    SettledReading,
)
from onward.mail.services.counts import ImportSummary, keep_counts, ledger_counts
from onward.mail.services.unchanged import digest_of
from onward.mail.sources.marks import marks_of, path_digest
from onward.people.models import Person

LOOKS_AT: tuple[type[models.Model], ...] = (
    *(MailMessage, Event, Application, KeptApart, KnownFile, ImapAccount),
    *(LearnedExample, LearnedChange, AwaitedAnswer, ReadingMark, NewerReading),
    *(OwnModel, ModelAnswer),
)
"""All that a reading of known files looks at of a person; a test watches that it is."""


def settled_reading(
    person: Person, paths: Sequence[Path], *, with_spam: bool, now: datetime
) -> ImportSummary | None:
    """Return what a reading of these files comes to, its run kept; None where it is to be done."""
    settled = SettledReading.objects.for_person(person).first()
    if settled is None:
        return None
    reader = settled.reader_with_spam if with_spam else settled.reader
    files = _known_files(person, paths, reader=reader)
    # Last, since it looks at every row.
    if not files or settled.state != _state_of(person):
        return None
    summary = ImportSummary(
        read=sum(file.read for file in files),
        hiring=sum(file.hiring for file in files),
        junk=sum(file.junk for file in files),
        with_spam=with_spam,
        ledger=ledger_counts(person),
    )
    named = [os.fsencode(path).decode(errors="replace") for path in paths]
    run = MailRun.objects.create(person=person, paths=named, started_at=now)
    keep_counts(run, summary)
    return summary


def note_settled(person: Person, *, reader: str, reader_with_spam: str) -> None:
    """Remember that another reading of the known files would do nothing, as all is now.

    Args:
        reader: What their reading would depend on beside them, and the same with spam.
    """
    SettledReading.objects.update_or_create(
        person=person,
        defaults={
            "state": _state_of(person),
            "reader": reader,
            "reader_with_spam": reader_with_spam,
        },
    )


def _state_of(person: Person) -> str:
    kept = Person.objects.get(pk=person.pk)
    return digest_of(person, LOOKS_AT, also=(kept.email or "", kept.time_zone))


def _known_files(
    person: Person, paths: Sequence[Path], *, reader: str
) -> list[KnownFile]:
    """Return what is known of each file, once each; none where one of them is not as it was."""
    rows = KnownFile.objects.for_person(person).filter(reader=reader)
    found: dict[tuple[int, int], KnownFile] = {}
    for path in paths:
        row = rows.filter(path_digest=path_digest(path)).first()
        try:
            status = path.stat()
            is_same = (
                row is not None
                and S_ISREG(status.st_mode)
                and row.size == status.st_size
                and row.marks == marks_of(path, size=row.size)
            )
        except (OSError, ValueError):
            return []
        if row is None or not is_same:
            return []
        found.setdefault((status.st_dev, status.st_ino), row)
    return list(found.values())
