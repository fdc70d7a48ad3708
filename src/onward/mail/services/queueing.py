"""Queueing the reading of servers and folders; never twice at once for the same one."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from onward.jobs.models import Job, JobState
from onward.jobs.services import enqueue, is_left
from onward.mail.models import ImapAccount, WatchedFolder
from onward.mail.services.turns import accounts_on_their_turn
from onward.mail.services.watching import folders_with_news
from onward.people.models import Person


def under_way(account: ImapAccount) -> Job | None:
    """Return the job that reads this account now or next; None where there is none."""
    return _unfinished(
        account.person, kind="mail.sync", arguments={"account": str(account.pk)}
    ).first()


def queue_sync(account: ImapAccount) -> Job:
    """Return the job that reads this account: the one that is under way, or a new one."""
    return _queued(
        account.person,
        kind="mail.sync",
        title=_("Reading %(name)s") % {"name": account},
        arguments={"account": str(account.pk)},
    )


def queue_watch(folder: WatchedFolder) -> Job:
    """Return the job that looks into this folder: the one under way, or a new one."""
    return _queued(
        folder.person,
        kind="mail.watch",
        title=_("Looking into %(name)s") % {"name": folder},
        arguments={"folder": str(folder.pk)},
    )


def is_being_read(person: Person) -> bool:
    """Return whether mail of this person is read now or next, wherever it lies."""
    return _readings(person).exists()


def is_reading_left(person: Person, *, now: datetime) -> bool:
    """Return whether mail of this person waits, and no worker is there that reads it."""
    return any(is_left(job, now=now) for job in _readings(person))


def broken_reading(person: Person) -> Job | None:
    """Return the person's newest reading of a file, if it came to no end."""
    jobs = Job.objects.for_person(person).filter(kind="mail.import")
    newest = jobs.order_by("-created_at").first()
    return newest if newest and newest.state == JobState.BROKEN else None


def _readings(person: Person) -> QuerySet[Job]:
    kinds = ("mail.import", "mail.sync", "mail.watch")
    return Job.objects.for_person(person).filter(kind__in=kinds, finished_at=None)


def queue_everything_on_its_turn() -> None:
    """Queue each account whose time has come, and each folder with something new in it."""
    for account in accounts_on_their_turn():
        queue_sync(account)
    for folder in folders_with_news():
        queue_watch(folder)


def _queued(person: Person, *, kind: str, title: str, arguments: dict[str, str]) -> Job:
    unfinished = _unfinished(person, kind=kind, arguments=arguments)
    return unfinished.first() or enqueue(
        person, kind=kind, title=title, arguments=arguments
    )


def _unfinished(
    person: Person, *, kind: str, arguments: dict[str, str]
) -> QuerySet[Job]:
    rows = Job.objects.for_person(person)
    return rows.filter(kind=kind, arguments=arguments, finished_at=None)
