"""The worker: does queued jobs and periodic work, and never outlives its parent."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from onward.core.exit_codes import ExitCode, exit_code_help
from onward.core.expressions import write_compiled
from onward.core.memory import keep_what_is_loaded
from onward.project.home import home

if TYPE_CHECKING:
    from onward.jobs.models import Job
    from onward.jobs.services import JobFunction, Progress
    from onward.mail.services.listening import Listeners

JOBS: dict[str, str] = {
    "mail.import": "onward.mail.jobs:import_mail",
    "mail.sync": "onward.mail.jobs:sync_mail",
    "mail.watch": "onward.mail.jobs:watch_mail",
    "mail.ask": "onward.mail.jobs:ask_model",
    "mail.newer": "onward.mail.jobs:read_stored_again",
    "documents.read": "onward.documents.jobs:read_document",
    "documents.advert": "onward.documents.jobs:keep_advert",
    "documents.look": "onward.documents.jobs:look_through_sent_mail",
    "documents.keep_sent": "onward.documents.jobs:keep_sent",
    "matching.tailoring": "onward.matching.jobs:read_tailoring",
}
"""Kind of job → the function that does it."""

PERIODIC: dict[str, tuple[str, timedelta]] = {
    "plan.catch_up": (
        "onward.project.periodic:catch_up_as_worker",
        timedelta(minutes=10),
    ),
    "wins.friday": (
        "onward.project.periodic:notify_on_friday",
        timedelta(minutes=15),
    ),
    "mail.look": ("onward.mail.periodic:look_for_mail", timedelta(seconds=30)),
    "mail.newer": ("onward.mail.periodic:look_at_stored_mail", timedelta(minutes=10)),
    "mail.tidy": ("onward.mail.periodic:tidy_up", timedelta(hours=6)),
    "sessions.clear": ("onward.project.periodic:clear_sessions", timedelta(days=1)),
}
"""Work that comes back → the function, and how often."""

IDLE_SECONDS = 0.5
TOLD_AGAIN_SECONDS = 60.0
_SECONDS_TO_SAY_GOODBYE = 3


def find(target: str) -> Any:
    """Return the function named `module:attribute`."""
    module, _, name = target.partition(":")
    return getattr(import_module(module), name)


def work_once(worker: str) -> bool:
    """Do one waiting job, if there is one; return whether there was."""
    from django.utils import timezone

    from onward.jobs.services import claim_next, hold, run_job, show_worker
    from onward.people.models import Person

    job = claim_next(worker, now=timezone.now())
    if job is None:
        return False
    function: JobFunction = find(JOBS[job.kind])
    catch_up = find("onward.method.plan.services:catch_up")

    def work(job: Job, progress: Progress) -> Mapping[str, Any]:
        result = function(job, progress)
        # Before it says "done": whoever goes on to Today then finds the quiet time there.
        catch_up(job.person, now=timezone.now(), between=lambda: hold(job))
        return result

    run_job(job, work)
    # A worker that is busy with one job is seen at it; after that it shows itself again.
    show_worker(now=timezone.now())
    if Person.objects.filter(pk=job.person_id).exists():
        catch_up(job.person, now=timezone.now(), between=_show)
    return True


def _show() -> None:
    from django.utils import timezone

    from onward.jobs.services import show_worker

    show_worker(now=timezone.now())


def do_periodic_work() -> None:
    """Run what is on its turn; of many workers one runs it."""
    from django.utils import timezone

    from onward.jobs.services import take_turn

    for kind, (target, every) in PERIODIC.items():
        if take_turn(kind, every=every, now=timezone.now()):
            find(target)()
            _show()


class Troubles:
    """Says an error as it comes, and once a minute as long as it is of the same kind."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._said_at: dict[str, float] = {}

    def met(self, error: Exception) -> None:
        """Say what went wrong, unless the like was said within the last minute."""
        from django.db import OperationalError

        words = " ".join(str(error).split()) or type(error).__name__
        # Not by its words, which may be others from try to try.
        is_away = isinstance(error, OperationalError)
        kind = _AWAY if is_away else type(error).__name__
        now = time.monotonic()
        since = self._said_at.get(kind)
        if since is None or now - since >= TOLD_AGAIN_SECONDS:
            self._said_at[kind] = now
            self._say(words)

    def none_met(self) -> None:
        """Take note that all went well; say so where the database was away before."""
        if _AWAY in self._said_at:
            self._say("the database answers again; work goes on.")
        self._said_at.clear()


_AWAY = "database"


def _say(words: str) -> None:
    # At once, also where it is written to a file.
    print(f"onward worker: {words}", file=sys.stderr, flush=True)  # noqa: T201


def work_until(is_over: Callable[[], bool]) -> None:
    """Work until `is_over`; an error is shown and does not end the worker."""
    from django.db import close_old_connections
    from django.utils import timezone

    from onward.jobs.services import show_worker, worker_name
    from onward.mail.periodic import has_servers

    worker, troubles = worker_name(), Troubles(_say)
    listeners: Listeners | None = None
    try:
        while not is_over():
            close_old_connections()
            try:
                show_worker(now=timezone.now())
                do_periodic_work()
                if listeners is None and has_servers():
                    listeners = find("onward.mail.services.listening:Listeners")(worker)
                if listeners is not None:
                    listeners.tend()
                was_busy = work_once(worker)
                troubles.none_met()
            except Exception as error:
                troubles.met(error)
                was_busy = False
            if not was_busy:
                write_compiled()
                time.sleep(IDLE_SECONDS)
    finally:
        if listeners is not None:
            listeners.stop()


def _die_with_parent(is_over: threading.Event) -> None:
    """End this process when standard input ends, as it does when the parent dies."""
    sys.stdin.buffer.read()
    is_over.set()
    time.sleep(_SECONDS_TO_SAY_GOODBYE)
    # Without clean-up: every job is idempotent and is taken up again.
    os._exit(0)


@click.command(
    "worker",
    epilog="Example: onward worker\n\n" + exit_code_help(ExitCode.DATABASE),
)
def worker_command() -> None:
    """Do background work until stopped; for organisations, on any number of hosts."""
    from onward.project.setup import start

    start()
    keep_what_is_loaded()
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    try:
        _say(f"started, for the data folder {home()}.")
        work_until(lambda: False)
    finally:
        _say("stopped.")


def _stop(_signal: int, _frame: object) -> None:
    raise SystemExit(0)


def child_main() -> None:
    """Run as the child of `onward run`; the parent has brought the database up to date."""
    from onward.project.setup import load

    # Ctrl+C is for the parent, whose end is the end of this one too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    is_over = threading.Event()
    threading.Thread(target=_die_with_parent, args=(is_over,), daemon=True).start()
    load()
    keep_what_is_loaded()
    work_until(is_over.is_set)


if __name__ == "__main__":
    child_main()
