"""Background work's use cases: queue, claim, progress, cancel, finish."""

from __future__ import annotations

import os
import secrets
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import Any, Protocol

from django.db import DatabaseError
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from onward.jobs.models import BEGUN_AGAIN, Job, JobState, Schedule
from onward.jobs.rules import MAX_ATTEMPTS, retry_after, without_paths
from onward.people.models import Person

LEASE = timedelta(seconds=60)
SAVE_EVERY_SECONDS = 0.5
SEEN_EVERY = timedelta(seconds=15)
SOON = timedelta(seconds=5)
"""Within this, work that waits is taken up where a worker is free."""
AWAY_AFTER = timedelta(seconds=60)
"""So long after a worker was to show itself again, it is taken for gone."""
_SEEN = "worker.seen"
STOPPED_WORDS = "Stopped. What was read is kept."


class Cancelled(Exception):  # noqa: N818 -- it is no error that the person said stop
    """The person asked the job to stop."""


class LeaseLost(Cancelled):
    """Another worker took the job over; what lies ready for it is that worker's now."""


class CannotGoOn(Exception):  # noqa: N818 -- what it says is for the person
    """No further try would come to another end; says in a sentence why, and what to do."""


class Progress(Protocol):
    """What a job tells while it works."""

    def __call__(self, *, done: int, total: int = 0, message: str = "") -> None:
        """Say how far the job is; raises Cancelled when the person said stop."""


JobFunction = Callable[[Job, Progress], Mapping[str, Any]]
"""Does the work of one job and returns its result; must be idempotent: after a crash the
same job runs again from the start."""


def enqueue(
    person: Person, *, kind: str, title: str, arguments: Mapping[str, Any]
) -> Job:
    """Put work in the queue; a worker takes it up within a second."""
    now = timezone.now()
    return Job.objects.create(
        person=person,
        kind=kind,
        title=title[:300],
        arguments=dict(arguments),
        created_at=now,
        run_after=now,
    )


def worker_name() -> str:
    """Return a name that no other worker has."""
    return f"{socket.gethostname()[:30]}:{os.getpid()}:{secrets.token_hex(3)}"


def claim_next(worker: str, *, now: datetime) -> Job | None:
    """Return the next job that is ready, claimed for `worker`; None where there is none.

    Two workers may see the same row: the compare-and-set lets one of them have it. A row
    whose lease ran out is taken up again, up to MAX_ATTEMPTS times. Whoever has work under
    way comes after those who have none: ten mailboxes of one person hold up nobody else.
    What waits for somebody who is shut out goes on when they are let in again.
    """
    ready = Q(state=JobState.WAITING, run_after__lte=now)
    abandoned = Q(state=JobState.RUNNING, leased_until__lt=now)
    under_way = Job.objects.filter(
        person=OuterRef("person"), state=JobState.RUNNING, leased_until__gte=now
    )
    waiting = Job.objects.filter(ready | abandoned, person__is_active=True)
    for job in waiting.order_by(Exists(under_way), "run_after", "id")[:5]:
        if job.attempts >= MAX_ATTEMPTS:
            _wait_or_give_up(job, now=now)
        elif _take(job, worker=worker, now=now):
            job.refresh_from_db()
            return job
    return None


def show_worker(*, now: datetime) -> None:
    """Let others know that a worker is here; called between its jobs, it writes seldom."""
    take_turn(_SEEN, every=SEEN_EVERY, now=now)


def worker_seen_at() -> datetime | None:
    """Return when a worker showed itself last; None where none ever did."""
    row = Schedule.objects.filter(kind=_SEEN).first()
    return row.next_run_at - SEEN_EVERY if row else None


def is_worker_here(*, now: datetime) -> bool:
    """Return whether a worker showed itself lately, or is at a job now, whoever's it is."""
    seen = worker_seen_at()
    if seen is not None and seen > now - SEEN_EVERY - AWAY_AFTER:
        return True
    return is_any_at_work(now=now)


def is_any_at_work(*, now: datetime) -> bool:
    """Return whether a worker is at a job now, whoever's it is."""
    return Job.objects.filter(state=JobState.RUNNING, leased_until__gte=now).exists()


def is_in_line(job: Job, *, now: datetime) -> bool:
    """Return whether a job waits longer than a moment, since a worker is at another one."""
    waits = job.state == JobState.WAITING and job.run_after <= now - SOON
    return waits and is_any_at_work(now=now)


def is_overdue(job: Job, *, now: datetime) -> bool:
    """Return whether a worker should have taken a job up by now."""
    since = job.leased_until if job.state == JobState.RUNNING else job.run_after
    return not job.is_finished and since is not None and since <= now - SEEN_EVERY


def is_left(job: Job, *, now: datetime) -> bool:
    """Return whether a job waits, or stands half done, because no worker is there."""
    return is_overdue(job, now=now) and not is_worker_here(now=now)


def _take(job: Job, *, worker: str, now: datetime) -> bool:
    same = Job.objects.filter(pk=job.pk, state=job.state, leased_by=job.leased_by)
    # The lease as it was seen: whoever renewed it meanwhile has it still.
    same = same.filter(attempts=job.attempts, leased_until=job.leased_until)
    return (
        same.update(
            state=JobState.RUNNING,
            leased_by=worker,
            leased_until=now + LEASE,
            attempts=F("attempts") + 1,
            started_at=job.started_at or now,
        )
        == 1
    )


def _wait_or_give_up(job: Job, *, now: datetime) -> None:
    """Give work up whose lease ran out twice since it was last renewed.

    Where the whole machine slept, whoever is at it renews the lease in a moment.
    """
    if job.state != JobState.RUNNING or job.attempts > MAX_ATTEMPTS:
        _give_up(job, now=now)
        return
    same = Job.objects.filter(pk=job.pk, attempts=job.attempts)
    same.filter(leased_until=job.leased_until).update(
        attempts=MAX_ATTEMPTS + 1, leased_until=now + LEASE
    )


def _give_up(job: Job, *, now: datetime) -> None:
    message = "It stopped several times without an end. Start it again to retry."
    same = Job.objects.filter(pk=job.pk, attempts=job.attempts)
    same.filter(leased_until=job.leased_until).update(
        state=JobState.BROKEN, message=message, finished_at=now, leased_until=None
    )


def run_job(job: Job, function: JobFunction) -> Job:
    """Do a claimed job to its end, whatever the end; its row tells how it went.

    Raises:
        SystemExit: Where the worker is told to stop; the job waits for the next one.
    """
    try:
        result = function(job, _progress_of(job))
    except Cancelled:
        _finish(job, state=JobState.STOPPED, message=STOPPED_WORDS)
    except SystemExit:
        # Where the database was cut off as well, the lease runs out by itself.
        with suppress(DatabaseError):
            _give_back(job)
        raise
    except CannotGoOn as error:
        _finish(job, state=JobState.BROKEN, message=_sentence(error))
    except Exception as error:
        _retry_or_break(job, error)
        if job.attempts >= MAX_ATTEMPTS:
            raise
    else:
        _finish(job, state=JobState.DONE, result=dict(result))
    # Whoever was removed meanwhile has taken the row along.
    with suppress(Job.DoesNotExist):
        job.refresh_from_db()
    return job


def run_waiting(job: Job, function: JobFunction) -> Job:
    """Do a waiting job in this process, as the command line does, and return its row.

    Where a worker has taken it meanwhile, it is left to that worker.
    """
    if _take(job, worker=worker_name(), now=timezone.now()):
        job.refresh_from_db()
        return run_job(job, function)
    job.refresh_from_db()
    return job


def run_here(
    person: Person,
    function: JobFunction,
    *,
    kind: str,
    title: str,
    arguments: Mapping[str, Any],
    watch: Progress | None = None,
) -> Job:
    """Do work in this process, as the command line does, with a row that tells of it.

    The row is never waiting, so no worker takes it up beside us.

    Raises:
        Exception: Whatever the work raised; its row says so as well.
    """
    now = timezone.now()
    job = Job.objects.create(
        person=person,
        kind=kind,
        title=title[:300],
        arguments=dict(arguments),
        state=JobState.RUNNING,
        leased_by=worker_name(),
        leased_until=now + LEASE,
        attempts=MAX_ATTEMPTS,
        created_at=now,
        run_after=now,
        started_at=now,
    )
    try:
        result = function(job, _progress_of(job, watch=watch))
    except (Cancelled, KeyboardInterrupt):
        _finish(job, state=JobState.STOPPED, message=STOPPED_WORDS)
        raise
    except Exception as error:
        _finish(job, state=JobState.BROKEN, message=_sentence(error))
        raise
    _finish(job, state=JobState.DONE, result=dict(result))
    job.refresh_from_db()
    return job


def _progress_of(job: Job, *, watch: Progress | None = None) -> Progress:
    last_saved = 0.0

    def progress(*, done: int, total: int = 0, message: str = "") -> None:
        nonlocal last_saved
        if watch is not None:
            watch(done=done, total=total, message=message)
        if time.monotonic() - last_saved < SAVE_EVERY_SECONDS:
            return
        last_saved = time.monotonic()
        _save_progress(job, done=done, total=total, message=message)

    return progress


def _save_progress(job: Job, *, done: int, total: int, message: str) -> None:
    # Renewed even where it is to stop: what was read until then is brought in first.
    is_held = hold(job, done=done, total=total, message=message)
    mine = Job.objects.filter(pk=job.pk, leased_by=job.leased_by)
    # Whoever is shut out meanwhile is read no further.
    goes_on = mine.filter(is_cancel_asked=False, person__is_active=True)
    if not is_held or not goes_on.exists():
        raise Cancelled


def hold(job: Job, **facts: object) -> bool:
    """Renew the lease on a job at once; return whether there was anything to renew.

    Raises:
        LeaseLost: Where another worker has the job now.
    """
    mine = Job.objects.filter(pk=job.pk, leased_by=job.leased_by)
    renewed = mine.filter(state=JobState.RUNNING).update(
        leased_until=timezone.now() + LEASE, attempts=job.attempts, **facts
    )
    if renewed:
        return True
    if Job.objects.filter(pk=job.pk).exclude(leased_by=job.leased_by).exists():
        raise LeaseLost
    return False


@contextmanager
def not_to_stop() -> Iterator[None]:
    """Let a stop pass that is asked for where work is at its end; a lost lease ends it."""
    try:
        yield
    except LeaseLost:
        raise
    except Cancelled:
        return


def _finish(
    job: Job, *, state: JobState, message: str = "", result: Any = None
) -> None:
    mine = Job.objects.filter(pk=job.pk, leased_by=job.leased_by)
    fields: dict[str, Any] = {
        "state": state,
        "message": message,
        "finished_at": timezone.now(),
        "leased_until": None,
    }
    if result is not None:
        fields["result"] = result
    mine.update(**fields)


def _retry_or_break(job: Job, error: Exception) -> None:
    if job.attempts >= MAX_ATTEMPTS:
        _finish(job, state=JobState.BROKEN, message=_sentence(error))
        return
    Job.objects.filter(pk=job.pk, leased_by=job.leased_by).update(
        state=JobState.WAITING,
        message=_sentence(error),
        run_after=timezone.now() + retry_after(job.attempts),
        leased_until=None,
        leased_by="",
    )


def _give_back(job: Job) -> None:
    """Let the next worker begin at once with what this one was told to leave.

    It counts as no attempt: updates stop workers, and a long work may see several.
    """
    Job.objects.filter(pk=job.pk, leased_by=job.leased_by).update(
        state=JobState.WAITING,
        result={BEGUN_AGAIN: True},
        attempts=F("attempts") - 1,
        run_after=timezone.now(),
        leased_until=None,
        leased_by="",
    )


def _sentence(error: Exception) -> str:
    """Return what broke in words that name no place of the machine that it broke on.

    Whoever reads them may sit elsewhere; the worker's own output has the whole of it.
    """
    if isinstance(error, CannotGoOn):
        return str(error)
    words = str(error).strip()
    if isinstance(error, OSError) and error.strerror:
        words = error.strerror
    return without_paths(words) or type(error).__name__


def ask_to_stop(job: Job) -> None:
    """Ask a job to stop: a waiting one never starts, a running one ends between batches."""
    now = timezone.now()
    waiting = Job.objects.filter(pk=job.pk, state=JobState.WAITING)
    if waiting.update(state=JobState.STOPPED, finished_at=now, message="Stopped."):
        return
    Job.objects.filter(pk=job.pk, state=JobState.RUNNING).update(is_cancel_asked=True)


def take_turn(kind: str, *, every: timedelta, now: datetime) -> bool:
    """Return whether this worker is to run the periodic `kind` now; only one worker is."""
    schedule, is_new = Schedule.objects.get_or_create(
        kind=kind, defaults={"next_run_at": now + every}
    )
    if is_new:
        return True
    ready = Schedule.objects.filter(kind=kind, next_run_at=schedule.next_run_at)
    return ready.filter(next_run_at__lte=now).update(next_run_at=now + every) == 1


def bring_forward(kind: str, *, now: datetime) -> None:
    """Let the periodic `kind` run at a worker's next turn."""
    Schedule.objects.filter(kind=kind, next_run_at__gt=now).update(next_run_at=now)
