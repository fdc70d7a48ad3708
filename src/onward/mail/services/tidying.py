"""Forgetting what tells nothing: readings that looked, found no message, and went well."""

from __future__ import annotations

from datetime import datetime, timedelta

from onward.jobs.models import Job, JobState
from onward.mail.models import MailRun

KEPT_FOR = timedelta(days=1)
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
