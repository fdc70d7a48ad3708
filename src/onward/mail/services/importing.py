"""Reading mail into the database: hiring messages are kept, the rest is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from onward.core.memory import seldom_collected
from onward.jobs.services import Cancelled, Progress
from onward.mail.models import MailMessage, MailRun, Review
from onward.mail.parse import Opened
from onward.mail.problems import Problem
from onward.mail.rules.awaited import is_awaited, names_awaited
from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Message, Reading, Source, Verdict
from onward.mail.scan import Outcome, read_mail
from onward.mail.services.awaiting import awaited_by
from onward.mail.services.committing import LedgerCounts, commit_mail, ledger_counts
from onward.mail.sources import open_sources
from onward.people.models import Person

BATCH = 200
MAX_PROBLEMS = 500
_PROGRESS_EVERY = 200
_NAMING = (b"from", b"in-reply-to", b"references")


@dataclass(slots=True)
class ImportSummary:
    """What one reading of mail came to.

    Attributes:
        read: Messages looked at, whatever they were.
        hiring: Different messages about hiring among them.
        new: How many of those were not known before.
        ledger: What the ledger holds now, over all readings.
        problems: What could not be read, as sentences with their place.
    """

    read: int = 0
    hiring: int = 0
    new: int = 0
    junk: int = 0
    verdicts: dict[str, int] = field(default_factory=dict)
    ledger: LedgerCounts = field(default_factory=LedgerCounts)
    problems: list[dict[str, Any]] = field(default_factory=list)
    unreadable: int = 0


class _Reader:
    """One run over the sources: counts, keeps what matters, stores it batch by batch."""

    def __init__(self, person: Person, run: MailRun, *, now: datetime) -> None:
        self.person = person
        self.run = run
        self.now = now
        self.summary = ImportSummary()
        self._batch: dict[str, MailMessage] = {}
        self._seen: set[str] = set()
        self._verdicts: Counter[str] = Counter()
        self._awaited = awaited_by(person)

    def may_be_awaited(self, opened: Opened) -> bool:
        """Return whether the head of a message names what the person waits for."""
        if not self._awaited:
            return False
        names = b"\n".join(map(opened.head.first, _NAMING)).decode("ascii", "replace")
        return names_awaited(names, awaited=self._awaited)

    def is_awaited(self, message: Message) -> bool:
        """Return whether the person waits for this message."""
        return is_awaited(
            message, references=references_of(message), awaited=self._awaited
        )

    def take_problem(self, problem: Problem) -> None:
        """Note what could not be read; the reading goes on."""
        self.summary.unreadable += 1
        if len(self.summary.problems) < MAX_PROBLEMS:
            self.summary.problems.append(
                {
                    "path": str(problem.path),
                    "offset": problem.offset,
                    "sentence": problem.sentence,
                }
            )

    def take(self, message: Message | None, *, source: Source) -> None:
        """Count one message, and keep it if it is about hiring."""
        self.summary.read += 1
        if message is None or message.key in self._seen:
            return
        reading = read_message(message)
        if reading.verdict in NOT_HIRING and not self.is_awaited(message):
            if reading.verdict == Verdict.JOB_ALERT:
                self._verdicts[reading.verdict] += 1
            return
        self._seen.add(message.key)
        if reading.verdict not in NOT_HIRING:
            self._verdicts[reading.verdict] += 1
        self._batch[message.key] = message_row(
            self.person, message, reading, source=source, now=self.now
        )
        if len(self._batch) >= BATCH:
            self.store()

    def store(self) -> None:
        """Write the waiting batch; messages known from before stay as they are."""
        if self._batch:
            self.summary.new += store_messages(self.person, list(self._batch.values()))
            self._batch.clear()
        self.summary.hiring = len(self._seen)
        self.summary.verdicts = dict(self._verdicts)


def import_paths(
    person: Person, paths: Sequence[Path], *, progress: Progress
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
    reader = _Reader(person, run, now=now)
    try:
        with seldom_collected():
            _read_all(reader, paths, progress=progress)
    except (Cancelled, KeyboardInterrupt):
        _bring_in(reader)
        raise
    _bring_in(reader)
    return reader.summary


def _bring_in(reader: _Reader) -> None:
    reader.store()
    commit_mail(reader.person, now=reader.now)
    _finish_run(reader)


def _read_all(reader: _Reader, paths: Sequence[Path], *, progress: Progress) -> None:
    sources = open_sources(paths)
    total = sources.total_bytes
    stream = read_mail(sources, now=reader.now, is_wanted=reader.may_be_awaited)
    for place, item in enumerate(stream):
        if isinstance(item, Problem):
            reader.take_problem(item)
            continue
        reader.take(item.message, source=item.source)
        reader.summary.junk += item.outcome == Outcome.JUNK
        if place % _PROGRESS_EVERY == 0:
            progress(done=item.position, total=total, message=_words(reader.summary))
    progress(done=total, total=total, message=_words(reader.summary))


def _words(summary: ImportSummary) -> str:
    return f"{summary.read:,} messages read, {summary.hiring:,} about hiring"


def _finish_run(reader: _Reader) -> None:
    summary = reader.summary
    summary.ledger = ledger_counts(reader.person)
    counts = asdict(summary)
    problems = counts.pop("problems")
    MailRun.objects.filter(pk=reader.run.pk).update(
        finished_at=timezone.now(), counts=counts, problems=problems
    )


@transaction.atomic
def store_messages(person: Person, rows: Sequence[MailMessage]) -> int:
    """Store the messages whose key is new for this person; return how many were."""
    known = set(
        MailMessage.objects.for_person(person)
        .filter(key__in=[row.key for row in rows])
        .values_list("key", flat=True)
    )
    fresh = [row for row in rows if row.key not in known]
    MailMessage.objects.bulk_create(fresh, batch_size=BATCH)
    return len(fresh)


def message_row(
    person: Person, message: Message, reading: Reading, *, source: Source, now: datetime
) -> MailMessage:
    """Return the row that keeps `message` as it was understood; not saved yet."""
    is_ambiguous = reading.verdict == Verdict.AMBIGUOUS
    row = MailMessage(
        person=person,
        key=message.key,
        message_id=message.message_id,
        thread=message.headers.get("x-gm-thrid", ""),
        references=references_of(message),
        calendar=dict(message.calendar),
        sent_at=message.sent_at or now,
        is_date_believed=message.sent_at is not None,
        sender_name=message.sender.name,
        sender_address=message.sender.address,
        subject=message.subject,
        text=message.text,
        path=source.path,
        offset=source.offset,
        verdict=reading.verdict,
        confidence=reading.confidence,
        because=[asdict(because) for because in reading.because],
        language=reading.language,
        company=reading.company,
        role=reading.role,
        requisition=reading.requisition,
        system=reading.system,
        contact_name=reading.contact.name,
        contact_address=reading.contact.address,
        accepts_replies=reading.accepts_replies,
        review=Review.AMBIGUOUS if is_ambiguous else Review.NONE,
        recorded_at=now,
    )
    return _cut(row)


def references_of(message: Message) -> list[str]:
    """Return the Message-IDs that this message answers, oldest first, each once."""
    named = f"{message.headers.get('references', '')} {message.headers.get('in-reply-to', '')}"
    ids: Iterable[str] = (part.strip("<>,") for part in named.split())
    return list(dict.fromkeys(filter(None, ids)))[-50:]


_LIMITS = {
    column.name: column.max_length
    for column in MailMessage._meta.concrete_fields
    if column.max_length
}


def _cut(row: MailMessage) -> MailMessage:
    """Cut what is longer than its column, and drop NULs, which PostgreSQL cannot keep."""
    for name, limit in _LIMITS.items():
        value = getattr(row, name)
        if isinstance(value, str):
            setattr(row, name, value.replace("\0", "")[:limit])
    row.text = row.text.replace("\0", "")
    return row
