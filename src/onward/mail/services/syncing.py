"""Reading a mail server: what is new in each chosen folder, from where it was read to."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import ngettext

from onward.core.memory import seldom_collected
from onward.jobs.services import Cancelled, LeaseLost, Progress, not_to_stop
from onward.mail.imap.connection import BATCH_MESSAGES, Connection
from onward.mail.imap.fetched import Fetched
from onward.mail.imap.folders import LEFT_OUT, Use
from onward.mail.imap.giving import Given, is_refusal
from onward.mail.imap.troubles import (
    RETRIED_AT_ONCE,
    Trouble,
    TroubleKind,
    one_short_line,
)
from onward.mail.models import ImapAccount, ImapFolder, MailMessage, MailRun
from onward.mail.problems import Problem, ProblemKind
from onward.mail.rules.types import NOT_HIRING, Source
from onward.mail.scan import Outcome, read_mail
from onward.mail.services.accounts import open_account
from onward.mail.services.counts import ImportSummary
from onward.mail.services.leftover import MOST_REFUSED, Leftover
from onward.mail.services.on_server import place_of, raw_messages
from onward.mail.services.reader import Reader
from onward.mail.services.turns import leave_alone, note_own_fault, note_run

SECONDS_BETWEEN_TRIES = (1.0, 4.0, 15.0)
"""How long to wait before connecting again within one run; progress starts it anew."""

MOST_LEFT = 3
"""How many messages in a row a server may hang up at before it is the server's own trouble."""

MOST_BROKEN = 100
"""At how many messages of one run the rules may break before that is said of the mailbox."""

_READ_LAST = (Use.ALL, Use.SENT)


@dataclass(frozen=True, slots=True)
class Synced:
    """What one run came to; `trouble` is why it could not come to its end."""

    summary: ImportSummary
    trouble: Trouble | None = None


def sync_account(
    account: ImapAccount,
    *,
    progress: Progress,
    wait: Callable[[float], None] = time.sleep,
) -> Synced:
    """Read what is new in the chosen folders into the ledger.

    Idempotent and resumable: each batch is stored before its place is, what waits for other
    mail is noted beside it, and messages are known by key. A connection that breaks is
    opened again a few times; whatever ends the run for good is kept on the account with the
    time of the next try. An account that is removed meanwhile, or changed so that it is to
    be read anew, is read no further.

    Args:
        wait: Sleeps between two tries.

    Raises:
        Cancelled: If the person said stop; what was read until then is kept and folded.
    """
    run = MailRun.objects.create(
        person=account.person, paths=[str(account)], started_at=timezone.now()
    )
    reader = Reader(account.person, run, now=run.started_at)
    syncing = _Syncing(account, reader, progress=progress)
    try:
        with seldom_collected():
            trouble = _with_patience(syncing, wait=wait)
    except LeaseLost:
        # Whoever has the work now reads and folds the same mail.
        raise
    except (Cancelled, KeyboardInterrupt):
        syncing.bring_in()
        leave_alone(account)
        raise
    except _Changed:
        # When it is its turn again was said as it was changed.
        syncing.bring_in()
        ImapAccount.objects.filter(pk=account.pk).update(tried_at=timezone.now())
        return Synced(reader.summary)
    except Exception as error:
        note_own_fault(account, error)
        raise
    said = syncing.notes if trouble is None else [*syncing.notes, str(trouble)]
    reader.summary.problems += [
        {"path": str(account), "offset": 0, "sentence": sentence} for sentence in said
    ]
    syncing.bring_in()
    note_run(account, trouble, has_new=reader.summary.new > 0)
    return Synced(reader.summary, trouble)


def _with_patience(
    syncing: _Syncing, *, wait: Callable[[float], None]
) -> Trouble | None:
    """Sync, connecting anew after a break; return the trouble that ended it, if one did.

    A server that hangs up before anything came is asked for less at once; a message at which
    it does so each time is left for a later run.
    """
    tries = 0
    while True:
        before = syncing.stored
        try:
            syncing.run()
        except Trouble as trouble:
            if trouble.kind not in RETRIED_AT_ONCE:
                return trouble
            asks_for_less = syncing.asks_for_less(trouble)
            if syncing.stored > before or asks_for_less:
                tries = 0
            elif tries == len(SECONDS_BETWEEN_TRIES) or syncing.is_known(trouble):
                if not syncing.leaves(trouble):
                    return trouble
                tries = 0
            wait(SECONDS_BETWEEN_TRIES[tries])
            tries += 1
        else:
            return None


class _Changed(Exception):  # noqa: N818 -- nothing went wrong
    """A folder is gone, or is to be read anew, while it is read."""


class _Syncing:
    """One run over an account's folders; `run` can be called again after a break.

    Attributes:
        notes: What is wrong with folders since this run, as sentences.
    """

    def __init__(
        self, account: ImapAccount, reader: Reader, *, progress: Progress
    ) -> None:
        self.account = account
        self.reader = reader
        self.stored = 0
        self.notes: list[str] = []
        self._progress = progress
        self._waiting = 0
        self._finished: set[uuid.UUID] = set()
        self._leftovers: dict[uuid.UUID, Leftover] = {}
        self._opened: ImapFolder | None = None
        self._most = BATCH_MESSAGES
        self._refused = self._left = self._stored_when_left = 0

    def run(self) -> None:
        """Read what is left of each chosen folder.

        Raises:
            Trouble: If the connection breaks or the server refuses; go on by calling again.
        """
        self._tell()
        with closing(open_account(self.account)) as connection:
            self.account.can_tell = connection.can_idle
            chosen = self.account.folders.filter(is_chosen=True).order_by("name")
            for folder in sorted(chosen, key=_place_in_line):
                if folder.pk in self._finished:
                    continue
                try:
                    self._folder(connection, folder)
                except Trouble as trouble:
                    if not is_refusal(trouble):
                        raise
                    self._say(folder, one_short_line(str(trouble)))
                self._finished.add(folder.pk)
                self._most = BATCH_MESSAGES

    def asks_for_less(self, trouble: Trouble) -> bool:
        """Ask for half as much at once; return False where it was one message, or none."""
        at_once = min(self._most, len(trouble.asked))
        if at_once < 2:
            return False
        self._most = at_once // 2
        return True

    def is_known(self, trouble: Trouble) -> bool:
        """Return whether an earlier run left the one message that was asked for."""
        if self._opened is None or len(trouble.asked) != 1:
            return False
        return self._leftovers[self._opened.pk].again.issuperset(trouble.asked)

    def leaves(self, trouble: Trouble) -> bool:
        """Leave the one message that was asked for, for a later run.

        Returns:
            False where there is none, or where this is no matter of single messages.
        """
        if self._opened is None or len(trouble.asked) != 1:
            return False
        if self.stored > self._stored_when_left:
            self._left = 0
        leftover = self._leftovers[self._opened.pk]
        if self._left >= MOST_LEFT and self.is_known(trouble):
            leftover.vain.update(trouble.asked)
            leftover.is_given_up = True
            return True
        if self._left >= MOST_LEFT:
            return False
        self._left += 1
        self._stored_when_left = self.stored
        if not self.is_known(trouble):
            # Else the others that are asked for again are likely to be such, too.
            self._most = BATCH_MESSAGES
        leftover.said = one_short_line(str(trouble))
        self._leave(self._opened, trouble.asked)
        return True

    def bring_in(self) -> None:
        """Fold what was read into the ledger; only then does nothing wait any more."""
        self.reader.bring_in(tell=self._tell_on)
        for folder in ImapFolder.objects.filter(pk__in=self._leftovers):
            leftover, broken = self._leftovers[folder.pk], self._broken_in(folder)
            # Where nothing waits any more it was reset meanwhile: the numbers mean nothing.
            row = ImapFolder.objects.filter(pk=folder.pk).exclude(waiting=[])
            row.update(**leftover.kept_for(folder, broken=broken))
        self._count_what_waited()

    def _count_what_waited(self) -> None:
        """Count in each folder the mail about hiring of which only the end of the run told."""
        for folder in self.account.folders.filter(pk__in=self._finished):
            place = place_of(self.account, folder)
            kept = MailMessage.objects.for_person(self.account.person)
            kept = kept.filter(path__startswith=place).exclude(verdict__in=NOT_HIRING)
            found = kept.values("path").distinct().count()
            if found > folder.hiring:
                _keep(folder, hiring=found)

    def _folder(self, connection: Connection, folder: ImapFolder) -> None:
        self._opened, self._refused = None, 0
        validity = connection.examine(folder.name)
        if validity != folder.uid_validity:
            # The server numbers this folder anew: the old numbers mean nothing now.
            _keep(
                folder, uid_validity=validity, last_uid=0, waiting=[], read=0, hiring=0
            )
            self._leftovers.pop(folder.pk, None)
        leftover = self._leftovers.setdefault(folder.pk, Leftover.of(folder))
        leftover.let_rest(folder)
        self._opened = folder
        found = connection.new_numbers(after=folder.last_uid, since=self.account.since)
        new = [number for number in found if number not in leftover.again]
        left = leftover.to_ask_for()
        self._waiting = len(new) + len(left)
        # Last what may be refused again.
        for numbers in (new, left):
            self._all(connection, folder, numbers)
        note = leftover.note_for(folder)
        is_unread = note and not folder.read
        self._say(folder, note, read_at=folder.read_at if is_unread else timezone.now())

    def _say(self, folder: ImapFolder, note: str, **facts: object) -> None:
        if note and note != folder.note:
            self.notes.append(f"{folder}: {note}")
        _keep(folder, note=note, **facts)

    def _all(
        self, connection: Connection, folder: ImapFolder, numbers: Sequence[int]
    ) -> None:
        """Read these messages; after a break by few at once, then by more again."""
        while numbers:
            most, done = self._most, 0
            for batch in connection.batches(numbers, most=most):
                self._batch(connection, folder, batch)
                done += len(batch)
                if self._most > most:
                    break
            numbers = numbers[done:]

    def _batch(
        self, connection: Connection, folder: ImapFolder, batch: Mapping[int, int]
    ) -> None:
        given = connection.fetch(batch)
        self._take(folder, given.messages)
        leftover = self._leftovers[folder.pk]
        folder.read -= len(leftover.again.intersection(batch))
        leftover.again.difference_update(batch)
        if given.withheld:
            refusal = given.refusal or Trouble(
                TroubleKind.REFUSED, host=self.account.host
            )
            leftover.said = one_short_line(str(refusal))
        self._leave(folder, given.withheld, last_uid=max(folder.last_uid, *batch))
        self.stored += len(batch) - len(given.withheld)
        self._waiting -= len(batch)
        if given.messages:
            self._most = min(BATCH_MESSAGES, 2 * self._most)
        self._tell()
        self._stop_where_nothing_comes(given)

    def _leave(
        self, folder: ImapFolder, numbers: Collection[int], *, last_uid: int = 0
    ) -> None:
        """Keep how far a folder is read; these messages, not given, are asked for again."""
        place, leftover = place_of(self.account, folder), self._leftovers[folder.pk]
        for number in sorted(numbers):
            self.reader.take_problem(Problem(ProblemKind.NOT_GIVEN, f"{place}{number}"))
        # What waits is not counted as read until it is.
        known = folder.read + len(folder.waiting) + len(set(numbers) - leftover.again)
        left = self._broken_in(folder).union(numbers)
        leftover.again |= left
        leftover.vain |= left
        waiting = leftover.in_line(leftover.again | self._waiting_in(folder))
        _keep(
            folder,
            last_uid=max(folder.last_uid, last_uid),
            waiting=waiting,
            left_at=None,
            read=max(0, known - len(waiting)),
            hiring=folder.hiring,
        )

    def _stop_where_nothing_comes(self, given: Given) -> None:
        """End a folder, or a run, that comes to nothing; where it was read to is kept."""
        host = self.account.host
        self._refused = 0 if given.messages else self._refused + len(given.withheld)
        if self._refused >= MOST_REFUSED:
            raise given.refusal or Trouble(TroubleKind.REFUSED, host=host)
        broken = len(self.reader.broken)
        if broken > MOST_BROKEN:
            said = ngettext(
                "%(n)s message could not be understood",
                "%(n)s messages could not be understood",
                broken,
            )
            raise Trouble(TroubleKind.OWN_FAULT, host=host, said=said % {"n": broken})

    def _take(self, folder: ImapFolder, messages: Sequence[Fetched]) -> None:
        reader = self.reader
        before = reader.summary.read, reader.summary.hiring
        raws = raw_messages(self.account, folder, messages)
        # Whoever ticks the spam folder wants it read.
        is_ticked = Use(folder.use or Use.OTHER) in LEFT_OUT
        stream = read_mail(
            raws, now=reader.now, is_wanted=reader.wanted, with_spam=is_ticked
        )
        for item in stream:
            if isinstance(item, Problem):
                reader.take_problem(item)
                continue
            reader.take(item.message, source=item.source, note=item.note)
            reader.summary.junk += item.outcome == Outcome.JUNK
        reader.store()
        folder.read += reader.summary.read - before[0]
        folder.hiring += reader.summary.hiring - before[1]

    def _waiting_in(self, folder: ImapFolder) -> set[int]:
        """Return the numbers of a folder's mail that waits in memory for the end of the run."""
        return self._numbers(folder, self.reader.waiting())

    def _broken_in(self, folder: ImapFolder) -> set[int]:
        """Return the numbers of a folder's mail at which the rules broke in this run."""
        return self._numbers(folder, self.reader.broken)

    def _numbers(self, folder: ImapFolder, sources: Iterable[Source]) -> set[int]:
        start = place_of(self.account, folder)
        paths = (source.path for source in sources)
        return {int(path[len(start) :]) for path in paths if path.startswith(start)}

    def _tell(self) -> None:
        self._progress(
            done=self.stored,
            total=self.stored + self._waiting,
            message=self.reader.words(),
        )

    def _tell_on(self) -> None:
        with not_to_stop():
            self._tell()


def _keep(folder: ImapFolder, **facts: object) -> None:
    """Keep facts of a folder that is the same still.

    Raises:
        _Changed: If it is gone, or where it was read to was reset.
    """
    same = ImapFolder.objects.filter(pk=folder.pk, uid_validity=folder.uid_validity)
    if not same.update(**facts):
        raise _Changed
    for name, value in facts.items():
        setattr(folder, name, value)


def _place_in_line(folder: ImapFolder) -> int:
    """Return when a folder's turn is: own mail waits in memory for what it answers."""
    return _READ_LAST.index(folder.use) if folder.use in _READ_LAST else -1
