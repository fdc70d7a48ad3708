"""Reading mail files into the database: hiring messages are kept, the rest is counted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from django.utils import timezone

from onward.core.memory import seldom_collected
from onward.jobs.services import Cancelled, Progress
from onward.mail.models import MailRun
from onward.mail.problems import Problem
from onward.mail.scan import Outcome, read_mail
from onward.mail.services.reader import ImportSummary, Reader
from onward.mail.sources import open_sources
from onward.people.models import Person

_PROGRESS_EVERY = 200


def import_paths(
    person: Person,
    paths: Sequence[Path],
    *,
    progress: Progress,
    with_spam: bool = False,
) -> ImportSummary:
    """Read all mail at `paths` into the ledger and return what came of it.

    Idempotent: a message is known by its key, so a second run, or a run after a crash, adds
    nothing twice and ends with the same ledger. Messages are stored batch by batch; the
    ledger follows from all stored messages in one fold at the end.

    Raises:
        Cancelled: If the person said stop; what was read until then is kept and folded.
    """
    now = timezone.now()
    run = MailRun.objects.create(
        person=person, paths=[str(path) for path in paths], started_at=now
    )
    reader = Reader(person, run, now=now)
    try:
        with seldom_collected():
            _read_all(reader, paths, progress=progress, with_spam=with_spam)
    except (Cancelled, KeyboardInterrupt):
        reader.bring_in()
        raise
    reader.bring_in()
    return reader.summary


def _read_all(
    reader: Reader, paths: Sequence[Path], *, progress: Progress, with_spam: bool
) -> None:
    sources = open_sources(paths)
    total = sources.total_bytes
    stream = read_mail(
        sources, now=reader.now, is_wanted=reader.is_wanted, with_spam=with_spam
    )
    for place, item in enumerate(stream):
        if isinstance(item, Problem):
            reader.take_problem(item)
            continue
        reader.take(item.message, source=item.source)
        reader.summary.junk += item.outcome == Outcome.JUNK
        if place % _PROGRESS_EVERY == 0:
            progress(done=item.position, total=total, message=reader.words())
    progress(done=total, total=total, message=reader.words())
