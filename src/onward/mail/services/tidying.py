"""Forgetting what tells nothing: readings that looked, found no message, and went well."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta

from onward.jobs.models import Job, JobState
from onward.mail.models import MailRun
from onward.mail.services.uploads import folder_of_upload, uploads_folder

KEPT_FOR = timedelta(days=1)
LEFT_FOR = timedelta(hours=6)
_KINDS = ("mail.sync", "mail.watch")


def forget_quiet_readings(*, now: datetime) -> int:
    """Delete everybody's readings of a day ago and before in which nothing was read.

    A mailbox that is looked into every quarter of an hour leaves a hundred of them a day.
    Whatever read a message, or met a problem, stays. Return how many rows went.
    """
    before = now - KEPT_FOR
    runs = MailRun.objects.filter(
        finished_at__lt=before, counts__read=0, problems=[]
    ).delete()[0]
    jobs = Job.objects.filter(
        kind__in=_KINDS,
        state=JobState.DONE,
        finished_at__lt=before,
        result__read=0,
        result__problems=[],
    ).delete()[0]
    return runs + jobs


def forget_left_uploads(*, now: datetime) -> int:
    """Delete uploaded mailboxes whose reading has ended without them; return how many.

    A reading deletes its own. One that was stopped before it began, or broke, leaves
    somebody's whole mail behind.
    """
    waiting = Job.objects.filter(kind="mail.import", finished_at=None)
    in_use = {folder.name for job in waiting if (folder := folder_of_upload(job))}
    folders = uploads_folder()
    count = 0
    for folder in folders.iterdir() if folders.is_dir() else ():
        # A large one arrives for some time before its reading is asked for.
        is_fresh = folder.stat().st_mtime > (now - LEFT_FOR).timestamp()
        if folder.name not in in_use and not is_fresh:
            shutil.rmtree(folder, ignore_errors=True)
            count += 1
    return count
