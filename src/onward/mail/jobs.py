"""Mail's background work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from onward.jobs.models import Job
from onward.jobs.services import Cancelled, CannotGoOn, LeaseLost, Progress, hold
from onward.mail.models import ImapAccount, WatchedFolder
from onward.mail.services.asking import (
    MOST_IN_ONE_JOB,
    ask_about_ambiguous,
    queue_the_rest,
)
from onward.mail.services.importing import import_paths
from onward.mail.services.newer import find_newer
from onward.mail.services.own_again import read_own_again
from onward.mail.services.syncing import sync_account
from onward.mail.services.uploads import delete_upload, is_lost, paths_to_read
from onward.mail.services.watching import look_into


def import_mail(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Read the job's paths into the ledger; idempotent, since messages are known by key.

    Arguments of the job: `paths`; `with_spam`; `uploads`, a folder that is deleted
    afterwards, and by whose place in the home the paths in it are named.

    Raises:
        CannotGoOn: If what was uploaded is gone.
    """
    with_spam = bool(job.arguments.get("with_spam"))
    if is_lost(job):
        raise CannotGoOn(_lost_words(job))
    try:
        summary = import_paths(
            job.person, paths_to_read(job), progress=progress, with_spam=with_spam
        )
    except LeaseLost:
        # The worker that has it now reads the same files.
        raise
    except Cancelled:
        _leave_no_trace(job)
        raise
    _leave_no_trace(job)
    return asdict(summary)


def _lost_words(job: Job) -> str:
    if job.person.is_local:
        return _("Your file is not in the data folder any more. Choose it again.")
    return _("The server no longer has your file. Choose it again.")


def _leave_no_trace(job: Job) -> None:
    """Delete an uploaded mailbox: only hiring mail is kept.

    Raises:
        LeaseLost: Where another worker reads it by now.
    """
    if job.arguments.get("uploads"):
        hold(job)
        delete_upload(job)


def sync_mail(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Read what is new on a server; idempotent and resumable.

    Arguments of the job: `account`, its id alone. What went wrong is in the result as a
    sentence; the next try is the account's own matter, with a pause that grows.
    """
    rows = ImapAccount.objects.for_person(job.person)
    account = rows.filter(pk=job.arguments["account"]).first()
    if account is None:
        return {}
    synced = sync_account(account, progress=progress)
    trouble = str(synced.trouble) if synced.trouble else ""
    return {**asdict(synced.summary), "trouble": trouble}


def watch_mail(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Read what is new in a watched folder; idempotent. Argument: `folder`, its id."""
    rows = WatchedFolder.objects.for_person(job.person)
    folder = rows.filter(pk=job.arguments["folder"]).first()
    if folder is None:
        return {}
    return asdict(look_into(folder, progress=progress))


def ask_model(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Ask the person's own model about ambiguous messages; idempotent and resumable.

    No arguments. What went wrong is in the result as a sentence.
    """
    asked = ask_about_ambiguous(job.person, progress=progress, most=MOST_IN_ONE_JOB)
    if asked.goes_on:
        queue_the_rest(job.person)
    return asdict(asked)


def read_stored_again(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Read what another program stored by the present rules; idempotent and resumable.

    No arguments. What differs is proposed to the person, and nothing else is changed, but
    that mail of their own is read as such.
    """
    read_own_again(job.person, progress=progress, now=timezone.now())
    return {"waiting": find_newer(job.person, progress=progress, now=timezone.now())}
