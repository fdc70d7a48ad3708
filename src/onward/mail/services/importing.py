"""Reading mail files into the database: hiring messages are kept, the rest is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from django.utils import timezone

from onward.core.memory import seldom_collected
from onward.core.text import shown_path
from onward.jobs.services import Cancelled, LeaseLost, Progress, not_to_stop
from onward.mail.models import MailRun
from onward.mail.parallel import RangeRead, ranges_of, read_in_parallel
from onward.mail.problems import Problem
from onward.mail.scan import Outcome, read_mail
from onward.mail.services.clues import told_by, unpacked
from onward.mail.services.counts import ImportSummary
from onward.mail.services.known import (
    FileCounts,
    is_kept,
    reader_mark,
    recall,
    remember,
    settle,
)
from onward.mail.services.own_addresses import wanted_by
from onward.mail.services.reader import Reader
from onward.mail.sources import MailSource, open_sources
from onward.mail.sources.archive import Archive
from onward.mail.sources.mbox import MboxFile
from onward.people.models import Person

_PROGRESS_EVERY = 200
LEAST_PARALLEL_BYTES = 64 * 1024 * 1024
"""From this size on, a mailbox is worth the start of further processes."""


def import_paths(
    person: Person,
    paths: Sequence[Path],
    *,
    progress: Progress,
    with_spam: bool = False,
    processes: int = 1,
    reads_again: bool = False,
) -> ImportSummary:
    """Read all mail at `paths` into the ledger and return what came of it.

    Idempotent: a message is known by its key, so a second run, or a run after a crash, adds
    nothing twice and ends with the same ledger. Messages are stored batch by batch; the
    ledger follows from all stored messages in one fold at the end. A file that was read
    before to its end, by the same rules, is read only from where it grew.

    Args:
        with_spam: Read what the mailbox keeps as spam or in the bin too.
        processes: How many read large mailboxes at once.
        reads_again: Read known files whole.

    Raises:
        Cancelled: If the person said stop; what was read until then is kept and folded.
    """
    now = timezone.now()
    run = MailRun.objects.create(
        person=person, paths=[shown_path(path) for path in paths], started_at=now
    )
    reader = Reader(person, run, now=now)
    importing = _Importing(
        reader,
        progress=progress,
        with_spam=with_spam,
        processes=processes,
        reads_again=reads_again,
    )
    try:
        with seldom_collected():
            importing.read(paths)
    except LeaseLost:
        # Whoever has the work now reads and folds the same mail.
        raise
    except (Cancelled, KeyboardInterrupt):
        importing.bring_in()
        raise
    importing.bring_in()
    return reader.summary


class _Importing:
    """One run over files: each source by the shortest way, counted when it is at its end."""

    def __init__(
        self,
        reader: Reader,
        *,
        progress: Progress,
        with_spam: bool,
        processes: int,
        reads_again: bool,
    ) -> None:
        self.reader = reader
        reader.summary.with_spam = with_spam
        self._progress = progress
        self._with_spam = with_spam
        self._processes = processes
        self._reads_again = reads_again
        self._mark = reader_mark(reader.wanted, with_spam=with_spam)
        self._counted: list[tuple[MailSource, FileCounts]] = []
        self._whole: list[tuple[MailSource, FileCounts]] = []
        self._told: set[int] | None = None
        self._total = self._position = 0

    def read(self, paths: Sequence[Path]) -> None:
        """Read everything at these paths, in order."""
        sources = open_sources(paths)
        self._total = sources.total_bytes
        for problem in sources.problems:
            self.reader.take_problem(problem)
        known = [each for each in sources.sources if not self._source(each)]
        if known:
            # What the others brought may explain what was left out of those.
            self.reader.store()
            self._told = None
        for source in known:
            self._source(source, is_known=True)
        self._tell(self._total)

    def bring_in(self) -> None:
        """Fold what was read into the ledger; only then are its files known."""
        found, unreadable = self.reader.found, self.reader.summary.unreadable
        rests = self.reader.bring_in(is_press=True, tell=self._tell_on)
        self._count_late(self.reader.found - found)
        if self.reader.summary.unreadable > unreadable:
            # What broke at the end may lie in any of them: all are read again.
            return
        person, now = self.reader.person, self.reader.now
        if any(is_kept(source) for source, _ in (*self._counted, *self._whole)):
            left = self.reader.left_out()
            remember(person, self._counted, mark=self._mark, now=now, left=left)
            remember(person, self._whole, mark=self._mark_after(), now=now, left=left)
        if rests:
            settle(person)

    def _count_late(self, more: int) -> None:
        """Count for the file read last what only the rest of the mail showed to be about hiring.

        Such are own mail and answers that waited: which file each is from is not kept.
        """
        counted = self._whole or self._counted
        if more and counted:
            source, counts = counted[-1]
            counted[-1] = source, replace(counts, hiring=counts.hiring + more)

    def _mark_after(self) -> str:
        """Return the mark of what was read whole: own mail was read again as it became known."""
        known, read_by = wanted_by(self.reader.person), self.reader.wanted
        if known.awaited != read_by.awaited or not known.own <= read_by.own:
            return self._mark
        return reader_mark(known, with_spam=self._with_spam)

    def _told_by_now(self) -> set[int]:
        if self._told is None:
            self._told = told_by(self.reader.person)
        return self._told

    def _source(self, source: MailSource, *, is_known: bool = False) -> bool:
        """Read what is left of a source; return False where that is nothing, for now.

        Args:
            is_known: That was so before: it is counted as it was read, but where by now it
                may tell more.
        """
        reader = self.reader
        before = reader.summary.read, reader.found, reader.summary.junk
        unreadable = reader.summary.unreadable
        reader.own.places.know(source)
        left: MailSource | None = source
        last_offset = 0
        clues: frozenset[int] = frozenset()
        if not self._reads_again:
            recalled = recall(
                reader.person, source, mark=self._mark, told=self._told_by_now
            )
            left, known = recalled.left, recalled.known
            if left is None and not is_known:
                return False
            if known is not None:
                again = 0 if left is None else 1
                reader.take_known(
                    read=max(0, known.read - again),
                    hiring=known.hiring,
                    junk=known.junk,
                )
                last_offset = known.last_offset
                clues = frozenset(unpacked(known.clues))
        if left is None:
            self._position += source.size
            self._tell(self._position)
            return True
        last_offset = max(last_offset, self._read(left))
        if reader.summary.unreadable == unreadable:
            counts = FileCounts(
                read=reader.summary.read - before[0],
                hiring=reader.found - before[1],
                junk=reader.summary.junk - before[2],
                last_offset=last_offset,
                clues=clues,
            )
            is_whole = left is source and not isinstance(source, Archive)
            (self._whole if is_whole else self._counted).append((source, counts))
        self._position += source.size
        return True

    def _read(self, source: MailSource) -> int:
        """Read a source and return where its last message begins."""
        is_large = source.size >= LEAST_PARALLEL_BYTES
        if self._processes > 1 and is_large and isinstance(source, MboxFile):
            return self._read_in_parallel(source)
        last_offset = 0
        stream = read_mail(
            source.read(position=self._position),
            now=self.reader.now,
            is_wanted=self.reader.wanted,
            with_spam=self._with_spam,
        )
        for place, item in enumerate(stream):
            if isinstance(item, Problem):
                self.reader.take_problem(item)
                continue
            self.reader.take(item.message, source=item.source, note=item.note)
            if item.sender:
                self.reader.own.leave_unread(item.sender, source=item.source)
            self.reader.summary.junk += item.outcome == Outcome.JUNK
            last_offset = item.source.offset
            if place % _PROGRESS_EVERY == 0:
                self._tell(item.position)
        return last_offset

    def _read_in_parallel(self, source: MboxFile) -> int:
        last_offset = source.start
        done = source.start
        for part in read_in_parallel(
            ranges_of(source),
            processes=self._processes,
            wanted=self.reader.wanted,
            now=self.reader.now,
            with_spam=self._with_spam,
        ):
            self._take_range(part)
            last_offset = max(last_offset, part.last_offset)
            done += part.size
            self._tell(self._position + done)
        return last_offset

    def _take_range(self, part: RangeRead) -> None:
        reader = self.reader
        reader.summary.read += part.read
        reader.summary.junk += part.junk
        for problem in part.problems:
            reader.take_problem(problem)
        for note in part.notes:
            reader.take_note(note)
        for sender, place in part.left:
            reader.own.leave_unread(sender, source=place)
        for hit in part.hits:
            if hit.reading is None:
                reader.take_unread(hit.message, source=hit.source)
            else:
                reader.take_reading(hit.message, hit.reading, source=hit.source)

    def _tell(self, position: int) -> None:
        self._progress(done=position, total=self._total, message=self.reader.words())

    def _tell_on(self) -> None:
        with not_to_stop():
            self._tell(self._total)
