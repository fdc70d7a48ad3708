"""Documents' background work: read files, fetch adverts, look through sent mail."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from django.utils import timezone

from onward.applications.models import Application
from onward.documents.labels import PROBLEM_SENTENCES
from onward.documents.models import SentFile
from onward.documents.rules.kinds import DocumentKind, Problem
from onward.documents.services import (
    keep_sent_file,
    look_through,
    mailboxes_there,
    read_advert,
    read_version,
)
from onward.jobs.models import Job
from onward.jobs.rules import MAX_ATTEMPTS
from onward.jobs.services import CannotGoOn, Progress
from onward.mail.services.on_server import sent_folders

_LOG = logging.getLogger(__name__)


def read_document(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Read a version's file; idempotent, since the same file reads the same.

    Arguments of the job: `version`, its id.
    """
    progress(done=0)
    with _told(job):
        problem = read_version(job.person, uuid.UUID(job.arguments["version"]))
    return {"problem": problem}


def keep_advert(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Fetch an advert where it is an address still, and read it; idempotent.

    Arguments of the job: `advert`, its id.
    """
    progress(done=0)
    with _told(job):
        problem = read_advert(job.person, uuid.UUID(job.arguments["advert"]))
    return {"problem": problem}


@contextmanager
def _told(job: Job) -> Iterator[None]:
    """Let the last try that breaks say so in the words of a page; whoever runs it reads why."""
    try:
        yield
    except Exception as error:
        if job.attempts < MAX_ATTEMPTS:
            raise
        _LOG.exception("%s of %s broke", job.kind, job.person_id)
        words = PROBLEM_SENTENCES[Problem.BROKE_OFF]
        raise CannotGoOn(str(words)) from error


def look_through_sent_mail(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Note which files hang on sent mail, in all mailboxes that are read; idempotent."""
    person = job.person
    looked = look_through(
        person,
        mailboxes_there(person),
        folders=sent_folders(person),
        progress=progress,
    )
    return asdict(looked)


def keep_sent(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Take one file from its mailbox; idempotent, since the same bytes are one version.

    Arguments of the job: `file`, `kind`, and `application`, empty for none.
    """
    own = SentFile.objects.for_person(job.person)
    file = own.filter(pk=uuid.UUID(job.arguments["file"])).first()
    if file is None:
        return {}
    progress(done=0)
    application = None
    if job.arguments["application"]:
        mine = Application.objects.for_person(job.person)
        key = uuid.UUID(job.arguments["application"])
        application = mine.select_related("merged_into").filter(pk=key).first()
    problem = keep_sent_file(
        job.person,
        file,
        kind=DocumentKind(job.arguments["kind"]),
        application=application.head if application else None,
        now=timezone.now(),
    )
    return {"problem": problem}
