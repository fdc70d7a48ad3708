"""Reading a mail server: what is new in each chosen folder, from where it was read to."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import timedelta

from django.db import DatabaseError
from django.utils import timezone

from onward.core.memory import seldom_collected
from onward.jobs.services import Cancelled, LeaseLost, Progress, not_to_stop
from onward.mail.imap.connection import Connection
from onward.mail.imap.fetched import Fetched
from onward.mail.imap.folders import LEFT_OUT, Use
from onward.mail.imap.troubles import (
    RETRIED_AT_ONCE,
    Trouble,
    TroubleKind,
    one_short_line,
    wait_after,
)
from onward.mail.models import ImapAccount, ImapFolder, MailMessage, MailRun
from onward.mail.problems import Problem
from onward.mail.rules.types import NOT_HIRING
from onward.mail.scan import Outcome, read_mail
from onward.mail.services.accounts import open_account
from onward.mail.services.hearing import make_room
from onward.mail.services.on_server import place_of, raw_messages
from onward.mail.services.reader import ImportSummary, Reader

SECONDS_BETWEEN_TRIES = (1.0, 4.0, 15.0)
"""How long to wait before connecting again within one run; progress starts it anew."""


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
    # What is left out would not be fetched again: a fault of ours ends the run before that.
    reader = Reader(account.person, run, now=run.started_at, may_leave_out=False)
    syncing = _Syncing(account, reader, progress=progress)
    try:
        with seldom_collected():
            trouble = _with_patience(syncing, wait=wait)
    except LeaseLost:
        # Whoever has the work now reads and folds the same mail.
        raise
    except (Cancelled, KeyboardInterrupt):
        syncing.bring_in()
        _leave_alone(account)
        raise
    except _Changed:
        # When it is its turn again was said as it was changed.
        syncing.bring_in()
        ImapAccount.objects.filter(pk=account.pk).update(tried_at=timezone.now())
        return Synced(reader.summary)
    except Exception as error:
        _note_own_fault(account, error)
        raise
    if trouble is not None:
        reader.summary.problems.append(
            {"path": str(account), "offset": 0, "sentence": str(trouble)}
        )
    syncing.bring_in()
    _note(account, trouble, has_new=reader.summary.new > 0)
    return Synced(reader.summary, trouble)


def _with_patience(
    syncing: _Syncing, *, wait: Callable[[float], None]
) -> Trouble | None:
    """Sync, connecting anew after a break; return the trouble that ended it, if one did."""
    tries = 0
    while True:
        before = syncing.stored
        try:
            syncing.run()
        except Trouble as trouble:
            tries = 0 if syncing.stored > before else tries
            if trouble.kind not in RETRIED_AT_ONCE or tries >= len(
                SECONDS_BETWEEN_TRIES
            ):
                return trouble
            wait(SECONDS_BETWEEN_TRIES[tries])
            tries += 1
        else:
            return None


class _Changed(Exception):  # noqa: N818 -- nothing went wrong
    """A folder is gone, or is to be read anew, while it is read."""


class _Syncing:
    """One run over an account's folders; `run` can be called again after a break."""

    def __init__(
        self, account: ImapAccount, reader: Reader, *, progress: Progress
    ) -> None:
        self.account = account
        self.reader = reader
        self.stored = 0
        self._progress = progress
        self._waiting = 0
        self._finished: set[uuid.UUID] = set()
        self._again: dict[uuid.UUID, set[int]] = {}

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
                    if trouble.kind is not TroubleKind.NO_FOLDER:
                        raise
                    _keep(folder, note=one_short_line(str(trouble)))
                self._finished.add(folder.pk)

    def bring_in(self) -> None:
        """Fold what was read into the ledger; only then does nothing wait any more."""
        self.reader.bring_in(tell=self._tell_on)
        for pk, again in self._again.items():
            # Where nothing waits any more it was reset meanwhile: the numbers mean nothing.
            row = ImapFolder.objects.filter(pk=pk).exclude(waiting=[])
            row.update(waiting=sorted(again))
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
        validity = connection.examine(folder.name)
        if validity != folder.uid_validity:
            # The server numbers this folder anew: the old numbers mean nothing now.
            _keep(
                folder, uid_validity=validity, last_uid=0, waiting=[], read=0, hiring=0
            )
            self._again.pop(folder.pk, None)
        # What waited when an earlier run was killed.
        again = self._again.setdefault(folder.pk, set(folder.waiting))
        new = connection.new_numbers(after=folder.last_uid, since=self.account.since)
        numbers = [*sorted(again), *new]
        self._waiting = len(numbers)
        for batch in connection.batches(numbers):
            self._take(folder, connection.fetch(batch))
            self.reader.store()
            read = max(0, folder.read - len(again.intersection(batch)))
            again.difference_update(batch)
            _keep(
                folder,
                last_uid=max(folder.last_uid, *batch),
                waiting=sorted(again | self._waiting_in(folder)),
                read=read,
                hiring=folder.hiring,
            )
            self.stored += len(batch)
            self._waiting -= len(batch)
            self._tell()
        _keep(folder, read_at=timezone.now(), note="")

    def _take(self, folder: ImapFolder, messages: list[Fetched]) -> None:
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
        start = place_of(self.account, folder)
        paths = (source.path for source in self.reader.waiting())
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


def _note(account: ImapAccount, trouble: Trouble | None, *, has_new: bool) -> None:
    """Keep on the account how it went, and when it is on its turn again."""
    now = timezone.now()
    account.tried_at = now
    if trouble is None:
        account.worked_at = now
        account.trouble = account.trouble_words = ""
        account.troubles_in_a_row = 0
        next_at = now + timedelta(minutes=account.every_minutes)
        if has_new:
            account.found_new_at = now
    else:
        account.trouble = trouble.kind.value
        account.trouble_words = str(trouble)[:300]
        account.troubles_in_a_row += 1
        if trouble.kind is TroubleKind.TOO_MANY:
            make_room(account)
        next_at = now + wait_after(trouble.kind, times=account.troubles_in_a_row)
    account.next_at = next_at if account.every_minutes else None
    # Nothing else: the person may have changed the rest while it was read, or removed it.
    facts = {name: getattr(account, name) for name in _NOTED}
    ImapAccount.objects.filter(pk=account.pk).update(**facts)


def _leave_alone(account: ImapAccount) -> None:
    """Read it again at its usual time: whoever says stop does not mean in half a minute."""
    if account.every_minutes:
        later = timezone.now() + timedelta(minutes=account.every_minutes)
        ImapAccount.objects.filter(pk=account.pk).update(next_at=later)


def _note_own_fault(account: ImapAccount, error: Exception) -> None:
    """Say on the account what a log alone would know; the next try comes later."""
    said = type(error).__name__
    trouble = Trouble(TroubleKind.OWN_FAULT, host=account.host, said=said)
    with suppress(DatabaseError):
        _note(account, trouble, has_new=False)


_NOTED = (
    *("tried_at", "worked_at", "found_new_at", "next_at", "can_tell"),
    *("trouble", "trouble_words", "troubles_in_a_row"),
)


def accounts_on_their_turn() -> list[ImapAccount]:
    """Return the accounts of everybody that are to be read now."""
    rows = ImapAccount.objects.filter(next_at__lte=timezone.now())
    return list(rows.filter(person__is_active=True).select_related("person"))
