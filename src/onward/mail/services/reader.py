"""One run over mail: counts, keeps what matters, stores it batch by batch."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import ngettext

from onward.core.text import shown_path
from onward.mail.models import MailMessage, MailRun, Review
from onward.mail.problems import Problem
from onward.mail.rules.digests.parts import Part
from onward.mail.rules.talks.awaited import is_awaited, read_as_awaited
from onward.mail.rules.talks.own_mail import SentMeaning
from onward.mail.rules.types import NOT_HIRING, Message, Reading, Source, Verdict
from onward.mail.services.asked_mail import AskedMail
from onward.mail.services.asking import after_reading
from onward.mail.services.broken_off import known_mail, whole_only
from onward.mail.services.clues import LeftOut
from onward.mail.services.committing import commit_mail
from onward.mail.services.counts import ImportSummary, keep_counts, ledger_counts
from onward.mail.services.doubted import DoubtedMail
from onward.mail.services.entries import WaitingEntry, is_entry, kept_of_entries
from onward.mail.services.learning import (
    Taught,
    keep_changes,
    lessons_of,
    taught_row,
)
from onward.mail.services.letter_writers import applicant_in
from onward.mail.services.mistaken import taken_for_others
from onward.mail.services.own_addresses import wanted_by, written_to
from onward.mail.services.own_mail import OwnMail
from onward.mail.services.read_by import see_program
from onward.mail.services.returned import kept_of_returned
from onward.mail.services.rows import message_row, references_of, row_as_read
from onward.mail.services.short_mail import ShortMail
from onward.mail.sources.raw import RawMessage
from onward.mail.understanding import listed, understood
from onward.people.alone import alone_for
from onward.people.models import Person

BATCH = 200
MAX_PROBLEMS = 500
MOST_WAITING = 2_000
"""How many messages wait at most to be known as a contact's entry."""

MOST_FOLDS = 4
"""How often a ledger is folded at most: what one fold puts right may let the next put right more."""

MOST_ROUNDS = 8
"""How often what waits is looked at again at most; each time more mail has to be known."""


class Reader:
    """One run over the sources: counts, keeps what matters, stores it batch by batch.

    Mail that the person wrote waits for `settle`: what it is about is known only once
    the mail that it answers is read.

    Attributes:
        broken: Where the mail lies at which the rules broke: it is named and left out, and
            read again with its file, or fetched again.
    """

    def __init__(self, person: Person, run: MailRun, *, now: datetime) -> None:
        self.person = person
        self.run = run
        self.now = now
        self.summary = ImportSummary()
        self.broken: list[Source] = []
        self._batch: dict[str, MailMessage] = {}
        self._seen: set[str] = set()
        self._verdicts: Counter[str] = Counter()
        see_program(person, now=now)
        self.wanted = wanted_by(person)
        self._lessons = lessons_of(person)
        self._taught: list[Taught] = []
        self._known_hiring = 0
        self.own = OwnMail()
        self._returned: list[tuple[Message, Source]] = []
        self._entries: list[WaitingEntry] = []
        self._short = ShortMail()
        self._doubted = DoubtedMail()
        self._asked = AskedMail()
        self._left = LeftOut()
        self._taken_back: dict[str, uuid.UUID] = {}

    def _is_awaited(self, message: Message) -> bool:
        """Return whether the person waits for this message."""
        return is_awaited(
            message, references=references_of(message), awaited=self.wanted.awaited
        )

    def take_problem(self, problem: Problem) -> None:
        """Note what could not be read; the reading goes on."""
        self.summary.unreadable += 1
        if len(self.summary.problems) < MAX_PROBLEMS:
            self.summary.problems.append(
                {
                    "path": shown_path(problem.path),
                    "offset": problem.offset,
                    "sentence": problem.sentence,
                }
            )

    def take(
        self,
        message: Message | None,
        *,
        source: Source,
        note: RawMessage | None = None,
    ) -> None:
        """Count one message, and keep it if it is about hiring."""
        self.summary.read += 1
        if note is not None:
            self.take_note(note)
        if message is None:
            return
        if self.wanted.is_read_later(message):
            self.take_unread(message, source=source)
        elif message.key not in self._seen:
            self._understand(message, source=source)

    def _understand(self, message: Message, *, source: Source) -> None:
        reading = understood(message, source=source)
        if isinstance(reading, Problem):
            self.broken.append(source)
            self.take_problem(reading)
        else:
            self.take_reading(message, reading, source=source)

    def take_note(self, note: RawMessage) -> None:
        """Let a person's short answer wait that no word of hiring let in."""
        self._doubted.hold_note(note)

    def take_known(self, *, read: int, hiring: int, junk: int) -> None:
        """Count what was read at an earlier time and is not read again."""
        self.summary.read += read
        self.summary.junk += junk
        self._known_hiring += hiring

    @property
    def found(self) -> int:
        """How many different messages about hiring were found so far."""
        return len(self._seen) + self._known_hiring

    def waiting(self) -> Iterator[Source]:
        """Yield where the mail was read from that waits in memory: it is lost with this run."""
        yield from (source for _, source in self._returned)
        yield from (entry.source for entry in self._entries)
        for held in (self.own, self._short, self._doubted, self._asked):
            yield from held.sources

    def left_out(self) -> LeftOut:
        """Return the clues to all that this run could not place."""
        left, own = self._left, self.wanted.own
        for note in self._doubted.notes:
            left.add_note(note, own=own)
        entries = [(each.message, each.source) for each in self._entries]
        for message, source in (*self._returned, *entries):
            left.add(message, source=source, own=own)
        for held in (self.own, self._short, self._doubted):
            for message, source in held.waiting:
                if message.key not in self._seen:
                    left.add(message, source=source, own=own)
        return left

    def take_unread(self, message: Message, *, source: Source) -> None:
        """Let a message wait that the person wrote, or that tells of one, until all is read."""
        if message.returned is not None:
            self._returned.append((message, source))
        else:
            self._take_sent(message, source=source)

    def _take_sent(self, message: Message, *, source: Source) -> None:
        if message.is_sent:
            self.learn_own(message.sender.address)
        self.own.take(message, source=source)
        if self.own.is_full:
            self.settle()
            self._make_room()

    def learn_own(self, address: str) -> None:
        """Know mail from an address that stands in the sent folder for the person's own."""
        if "@" in address and address not in self.wanted.own:
            self.wanted = replace(self.wanted, own=self.wanted.own | {address})

    def take_reading(
        self, message: Message, reading: Reading, *, source: Source
    ) -> None:
        """Keep a message that was counted and read already, if it is about hiring.

        A list of applications is kept as a message for each of them.
        """
        if message.key in self._seen:
            return
        parts = listed(message, reading, source=source)
        if parts and not self._is_kept_whole(message):
            self._take_listed(parts, source=source)
            return
        is_awaited = self._is_awaited(message)
        if is_awaited:
            reading = read_as_awaited(reading)
        if self._take_taught(message, reading, source=source):
            return
        if not is_awaited and self._short.holds(message, reading, source=source):
            self._doubted.hold_plain(message, reading, source=source)
            return
        if not is_awaited and self._asked.holds(message, reading, source=source):
            return
        if reading.verdict in NOT_HIRING and not is_awaited:
            self._leave_out(message, reading, source=source)
            return
        self._seen.add(message.key)
        if reading.verdict not in NOT_HIRING:
            self._verdicts[reading.verdict] += 1
        self._add(self._row(message, reading, source=source))

    def _leave_out(self, message: Message, reading: Reading, *, source: Source) -> None:
        """Leave ordinary mail, but what a later message may show to belong to the search."""
        self._doubted.hold(message, reading, source=source)
        if is_entry(message, reading):
            if len(self._entries) < MOST_WAITING:
                self._entries.append(WaitingEntry(message, reading, source))
        elif reading.verdict == Verdict.JOB_ALERT:
            self._verdicts[reading.verdict] += 1
        else:
            self.own.leave_out(message, source=source)

    def _row(
        self, message: Message, reading: Reading, *, source: Source
    ) -> MailMessage:
        return row_as_read(self.person, message, reading, source=source, now=self.now)

    def _is_kept_whole(self, message: Message) -> bool:
        """Return whether earlier rules kept a list as one message: it says nothing twice."""
        own = MailMessage.objects.for_person(self.person)
        return own.filter(key=message.key).exists()

    def _take_listed(self, listed: Sequence[Part], *, source: Source) -> None:
        """Keep what a list says of each application; what only waits is no event."""
        for part in listed:
            if part.message.key in self._seen:
                continue
            self._seen.add(part.message.key)
            row = message_row(
                self.person, part.message, part.reading, source=source, now=self.now
            )
            # Whose of the many a link of the list is, nothing says.
            row.links, row.place = [], ""
            if not part.is_news:
                row.verdict, row.review = SentMeaning.THREAD.value, Review.NONE
            self._verdicts[row.verdict] += 1
            self._add(row)

    def _take_taught(
        self, message: Message, reading: Reading, *, source: Source
    ) -> bool:
        """Keep a message as the person's own examples say; return whether they speak of it."""
        lesson = self._lessons.lesson(message, reading)
        if lesson is None:
            return False
        taught = taught_row(
            self.person,
            message,
            before=reading,
            lesson=lesson,
            source=source,
            now=self.now,
        )
        self._seen.add(message.key)
        self._verdicts[lesson.meaning] += 1
        self._taught.append(taught)
        self._add(taught.row)
        return True

    def _add(self, row: MailMessage) -> None:
        # What its story said before, and takes back, stays said by this message.
        row.pk = self._taken_back.pop(row.key, row.pk)
        self._batch[row.key] = row
        if len(self._batch) >= BATCH:
            self.store()

    def store(self) -> None:
        """Write the waiting batch; messages known from before stay as they are."""
        if self._batch:
            with alone_for(self.person), transaction.atomic():
                rows = list(self._batch.values())
                self.summary.new += store_messages(self.person, rows)
                keep_changes(self.person, self._taught, now=self.now)
            self._batch.clear()
            self._taught.clear()
        self.summary.hiring = self.found
        self.summary.verdicts = dict(self._verdicts)

    def settle(self) -> None:
        """Store what waits, and of the person's own mail what belongs to an application."""
        self.store()
        self._take_back_own()
        self._settle_own()
        self._keep(kept_of_entries(self.person, self._entries, now=self.now))
        self._entries = [e for e in self._entries if e.message.key not in self._seen]

    def _settle_own(self) -> None:
        self._open_forwarded()
        self.store()
        self._keep(self.own.known(self.person, now=self.now))

    def _read_own_again(self) -> None:
        """Read own mail from its place that was left before its sender, or more, was known."""
        for message, source in self.own.places.read(self.wanted.own, now=self.now):
            self.own.take(message, source=source)
            if self.own.is_full:
                self._settle_own()
                self._make_room(for_good=True)
        self._settle_own()

    def _make_room(self, *, for_good: bool = False) -> None:
        for message, source in self.own.waiting:
            self._left.add(message, source=source, own=self.wanted.own)
        self.own.make_room(for_good=for_good)

    def _keep(self, rows: Iterable[MailMessage]) -> int:
        """Store rows that waited for others, each once; return how many those were."""
        before = len(self._seen)
        for row in rows:
            if row.key not in self._seen:
                self._seen.add(row.key)
                self._verdicts[row.verdict] += 1
                self._add(row)
        self.store()
        return len(self._seen) - before

    def _settle_returned(self) -> int:
        """Store what tells that own mail about hiring did not arrive."""
        kept = self._keep(kept_of_returned(self.person, self._returned, now=self.now))
        self._returned = [p for p in self._returned if p[0].key not in self._seen]
        return kept

    def _take_back_own(self) -> None:
        """Read again as own mail what was stored before its sender was known as the person."""
        for address in written_to(self.person):
            self.learn_own(address)
        letters = self._asked.letters
        for address in applicant_in(self.person, letters, known=self.wanted.own):
            self.learn_own(address)
        taken = taken_for_others(self.run, own=self.wanted.own, now=self.now)
        for message, source, identity in taken:
            self.summary.new -= message.key in self._seen
            self._seen.discard(message.key)
            self._taken_back[message.key] = identity
            self.own.take(message, source=source)
        for held in (self._short, self._asked):
            for message, source in held.of_own(self.wanted):
                self.own.take(message, source=source)
        self.own.take_perhaps_own(self.wanted)

    def _open_forwarded(self) -> None:
        """Read what the person forwarded to themselves as the mail that it had been."""
        opened = list(self.own.forwarded(self.wanted))
        known = known_mail(self.person, opened)
        for inner, source in opened:
            if inner.key in known:
                self.own.let_go(inner.key)
            else:
                self._understand(inner, source=source)
        for key in self._seen.intersection(self.own.keys):
            self.own.let_go(key)

    def bring_in(self, *, tell: Callable[[], None], is_press: bool = False) -> bool:
        """Store what waits, fold all mail into the ledger, and say how the run went.

        What a person asked for is folded until that changes nothing more; return whether it came to rest.

        Args:
            tell: Called between the parts of the work, so that it is known to go on.
            is_press: The person asked for this run, and can undo it as one.
        """
        for _ in range(MOST_ROUNDS):
            tell()
            if not self._bring_in_waiting(tell):
                break
        batch = self.run.pk if is_press else None
        rests = False
        for _ in range(MOST_FOLDS if is_press else 1):
            rests = commit_mail(self.person, now=self.now, batch=batch, tell=tell)
            tell()
            if rests:
                break
        self.finish()
        after_reading(self.person)
        return rests

    def _bring_in_waiting(self, tell: Callable[[], None]) -> bool:
        """Store what is known by now to be about hiring; say whether that may show more."""
        # Once before the person's own mail, which may answer it, and once after.
        self.store()
        self._keep(self._short.known(self.person, now=self.now))
        tell()
        self.settle()
        tell()
        self._read_own_again()
        tell()
        more = self._keep(self._short.known(self.person, now=self.now))
        more += self._keep([*self._alone(), *self._settle_asked()])
        doubted = self._doubted.known(self.person, now=self.now, own=self.wanted.own)
        more += self._keep(doubted)
        more += self._settle_returned()
        return more > 0

    def _alone(self) -> Iterator[MailMessage]:
        """Yield the rows of short mail that no conversation explains, as it was read by itself."""
        for message, reading, source in self._short.alone():
            if reading.verdict in NOT_HIRING:
                self._left.add(message, source=source, own=self.wanted.own)
                self._leave_out(message, reading, source=source)
            elif not self._asked.holds(message, reading, source=source):
                yield self._row(message, reading, source=source)

    def _settle_asked(self) -> Iterator[MailMessage]:
        """Yield the rows of mail that waited to be asked about, as it reads by now."""
        held = self._asked.settled(self.person, now=self.now, own=self.wanted.own)
        for message, reading, source in held:
            yield self._row(message, reading, source=source)

    def finish(self) -> None:
        """Write what the run came to."""
        self.summary.ledger = ledger_counts(self.person)
        keep_counts(self.run, self.summary)

    def words(self) -> str:
        """Return how far the reading is, for a progress bar."""
        read = self.summary.read
        said = ngettext(
            "%(n)s message read, %(found)s about hiring",
            "%(n)s messages read, %(found)s about hiring",
            read,
        )
        return said % {"n": f"{read:,}", "found": f"{self.found:,}"}


@transaction.atomic
def store_messages(person: Person, rows: Sequence[MailMessage]) -> int:
    """Store the messages that are new for this person; return how many were.

    Of a known one only that counts which took it out of spam or the bin.
    """
    stored = MailMessage.objects.for_person(person)
    stored = stored.filter(key__in=[row.key for row in rows])
    known = set(stored.values_list("key", flat=True))
    taken_out = [row.key for row in rows if row.key in known and not row.kept_in]
    stored.filter(key__in=taken_out).exclude(kept_in="").update(kept_in="")
    fresh = whole_only(person, [row for row in rows if row.key not in known])
    MailMessage.objects.bulk_create(fresh, batch_size=BATCH)
    return len(fresh)
