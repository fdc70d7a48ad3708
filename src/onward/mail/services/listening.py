"""Staying connected to mail servers, so that new mail is read within seconds.

One thread for each mailbox waits on its folders (IDLE, NOTIFY) and touches no database;
whoever works beside them calls `tend`, which queues the reading of what they heard. A mailbox is
listened to by one worker at a time, by a lease on its row. Whatever goes wrong here costs
seconds only: every mailbox is looked into by the clock besides.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from onward.jobs.models import Job, JobState
from onward.mail.imap.connection import connect
from onward.mail.imap.ears import Ears, open_ears
from onward.mail.imap.idling import RENEW_SECONDS
from onward.mail.imap.troubles import NEEDS_PERSON, Trouble, wait_after
from onward.mail.models import ImapAccount
from onward.mail.services.accounts import server_of
from onward.mail.services.hearing import (
    MOST_CONNECTIONS,
    Hearing,
    connections_for,
    folders_to_hear,
    note_hearing,
    note_silence,
)
from onward.mail.services.queueing import queue_sync
from onward.outgoing.imap import Heard

MOST_AT_ONCE = 200
"""How many mailboxes one worker listens to; the others are read by the clock."""
MOST_WITH_SEVERAL = 50
"""Of so many mailboxes several folders are heard without NOTIFY, of the others one."""
LEASE = timedelta(seconds=90)
SECONDS_BETWEEN_LOOKS = 5.0
_SECONDS_TO_RENEW = 30.0
_SECONDS_TO_STOP = 2.0
_SECONDS_TO_LEAVE_ALONE = 600.0
_STEADY_SECONDS = 300.0


class Listener(threading.Thread):
    """Waits on folders of one mailbox; counts how often there may be something new.

    Attributes:
        news: How often: once for each connecting, and whenever the server says so.
        most: How many connections it may have open.
        hearing: Which folders are heard by now; None while there is no connection.
        is_unable: The server does not offer to tell.
    """

    def __init__(
        self,
        account: ImapAccount,
        *,
        folders: Sequence[str],
        most: int = MOST_CONNECTIONS,
        renew_seconds: float = RENEW_SECONDS,
        pause: Callable[[Trouble, int], float] | None = None,
    ) -> None:
        super().__init__(name=f"listening to {account.pk}", daemon=True)
        self.account = account
        self.folders = folders
        self.news = 0
        self.hearing: Hearing | None = None
        self.is_unable = False
        self.most = most
        self._asks_for_all = True
        self._renew_seconds = renew_seconds
        self._pause = pause or _pause
        self._stopping = threading.Event()
        self._wake, self._waker = socket.socketpair()

    def run(self) -> None:
        """Listen until stopped, until the server cannot tell, or until the person is needed."""
        with contextlib.closing(self._wake), contextlib.closing(self._waker):
            tries = 0
            while not self._stopping.is_set():
                began = time.monotonic()
                try:
                    if not self._stay():
                        return
                except Trouble as trouble:
                    if trouble.kind in NEEDS_PERSON:
                        # Reading meets the same, and says it where the person sees it.
                        self.news += 1
                        return
                    is_steady = time.monotonic() - began > _STEADY_SECONDS
                    tries = 1 if is_steady else tries + 1
                    self._stopping.wait(self._pause(trouble, tries))

    def stop(self) -> None:
        """Ask it to say goodbye to the server and end; returns at once."""
        self._stopping.set()
        with contextlib.suppress(OSError):
            self._waker.send(b".")

    def _stay(self) -> bool:
        """Listen until stopped; return whether to go on in another way."""
        with contextlib.closing(self._open()) as ears:
            if ears.is_unable:
                self.is_unable = True
                return False
            self.hearing = Hearing(
                tuple(ears.folders), len(ears.connections), ears.is_limited
            )
            # What came while nobody listened is found by looking once.
            self.news += 1
            try:
                return self._listen(ears)
            finally:
                self.hearing = None

    def _open(self) -> Ears:
        # One permission is enough for all connections of one moment.
        server = server_of(self.account)
        return open_ears(
            lambda: connect(server),
            self.folders,
            most=self.most,
            asks_for_all=self._asks_for_all,
        )

    def _listen(self, ears: Ears) -> bool:
        while not self._stopping.is_set():
            if ears.wait(seconds=self._renew_seconds, wake=self._wake) is Heard.LINE:
                self.news += 1
            if ears.gave_up:
                self._asks_for_all = False
                return True
        return False


class Listeners:
    """All that one worker listens to; `tend` keeps it in line with what people want."""

    def __init__(
        self, worker: str, *, seconds_between_looks: float = SECONDS_BETWEEN_LOOKS
    ) -> None:
        self._worker = worker
        self._seconds_between_looks = seconds_between_looks
        self._not_before: dict[UUID, float] = {}
        self._running: dict[UUID, Listener] = {}
        self._marks: dict[UUID, tuple[object, ...]] = {}
        self._queued: dict[UUID, int] = {}
        self._noted: dict[UUID, Hearing] = {}
        self._looked_at = self._renewed_at = float("-inf")

    def tend(self) -> None:
        """Queue what was heard; every few seconds begin and end listening as is wanted."""
        self._queue_news()
        self._note_hearing()
        now = time.monotonic()
        if now - self._looked_at < self._seconds_between_looks:
            return
        self._looked_at = now
        wanted = {account.pk: account for account in _wanted()}
        for key in list(self._running):
            self._keep_or_end(key, wanted.get(key))
        if now - self._renewed_at >= _SECONDS_TO_RENEW:
            self._renewed_at = now
            self._mine().update(listened_until=timezone.now() + LEASE)
        for account in wanted.values():
            is_early = now < self._not_before.get(account.pk, now)
            if account.pk not in self._running and not is_early:
                self._begin(account)

    def stop(self) -> None:
        """Say goodbye to every server, and leave the mailboxes to other workers."""
        listeners = list(self._running.values())
        mine = list(self._running)
        self._running = {}
        for listener in listeners:
            listener.stop()
        until = time.monotonic() + _SECONDS_TO_STOP
        for listener in listeners:
            listener.join(max(0.0, until - time.monotonic()))
        note_silence(mine, worker=self._worker)

    def _queue_news(self) -> None:
        for key, listener in self._running.items():
            news = listener.news
            if news > self._queued.get(key, 0) and not _is_being_read(key):
                account = ImapAccount.objects.filter(pk=key).first()
                if account is not None:
                    queue_sync(account)
                self._queued[key] = news

    def _note_hearing(self) -> None:
        for key, listener in self._running.items():
            hearing = listener.hearing or Hearing((), 0)
            if hearing == self._noted.get(key):
                continue
            self._noted[key] = hearing
            note_hearing(key, hearing)
            if hearing.is_limited:
                listener.most = hearing.connections

    def _keep_or_end(self, key: UUID, account: ImapAccount | None) -> None:
        listener = self._running[key]
        is_same = account is not None and _mark(account) == self._marks[key]
        if is_same and listener.is_alive() and not self._may_grow(account):
            return
        if is_same and not listener.is_alive():
            # It ended by itself: a wrong password is not to be tried again and again.
            self._not_before[key] = time.monotonic() + _SECONDS_TO_LEAVE_ALONE
        listener.stop()
        note_silence([key], worker=self._worker)
        if listener.is_unable:
            ImapAccount.objects.filter(pk=key).update(can_tell=False)
        self._queue_news()
        for kept in (self._running, self._marks, self._queued, self._noted):
            kept.pop(key, None)

    def _may_grow(self, account: ImapAccount | None) -> bool:
        """Return whether more connections are allowed than when listening began."""
        if account is None:
            return False
        return self._running[account.pk].most < self._most_for(account)

    def _most_for(self, account: ImapAccount) -> int:
        """Return how many connections this mailbox may have; 0 for none."""
        allowed = connections_for(account, now=timezone.now())
        before = list(self._running)
        place = before.index(account.pk) if account.pk in before else len(before)
        return allowed if place < MOST_WITH_SEVERAL else min(1, allowed)

    def _begin(self, account: ImapAccount) -> None:
        folders, most = folders_to_hear(account), self._most_for(account)
        if not folders or not most or len(self._running) >= MOST_AT_ONCE:
            return
        if not self._take(account, now=timezone.now()):
            return
        listener = Listener(account, folders=folders, most=most)
        self._running[account.pk] = listener
        self._marks[account.pk] = _mark(account)
        listener.start()

    def _take(self, account: ImapAccount, *, now: datetime) -> bool:
        """Return whether this worker has the mailbox now; of several, one has."""
        free = Q(listened_until=None) | Q(listened_until__lt=now)
        rows = ImapAccount.objects.filter(pk=account.pk)
        return (
            rows.filter(free | Q(listened_by=self._worker)).update(
                listened_by=self._worker, listened_until=now + LEASE
            )
            == 1
        )

    def _mine(self) -> QuerySet[ImapAccount]:
        return ImapAccount.objects.filter(
            pk__in=list(self._running), listened_by=self._worker
        )


def _wanted() -> Iterable[ImapAccount]:
    """Return everybody's mailboxes that are to be listened to and can be."""
    rows = ImapAccount.objects.filter(stays_connected=True, trouble="")
    # Not before the person has chosen what is read.
    rows = rows.exclude(next_at=None).filter(person__is_active=True)
    rows = rows.exclude(can_tell=False).order_by("pk")
    return rows.select_related("person").prefetch_related("folders")


def _mark(account: ImapAccount) -> tuple[object, ...]:
    """Return what a connection rests on: when it changes, another one is needed."""
    return (
        *(account.host, account.port, account.security, account.login),
        *(account.sign_in, frozenset(folders_to_hear(account))),
    )


def _is_being_read(key: UUID) -> bool:
    """Return whether a reading has begun that may have looked already."""
    return Job.objects.filter(
        kind="mail.sync", arguments__account=str(key), state=JobState.RUNNING
    ).exists()


def _pause(trouble: Trouble, times: int) -> float:
    """Return for how many seconds to leave a server alone; the first time not for long."""
    if times <= 1:
        return 5.0
    return wait_after(trouble.kind, times=times - 1).total_seconds()
