"""Documents' background work: read files, fetch adverts, look through sent mail."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.utils import timezone

from onward.applications.models import Application
from onward.documents import blobs
from onward.documents.models import Advert, KeptFile, SentFile, Version
from onward.documents.reading.bounded import read_bounded
from onward.documents.rules.addresses import is_loopback, is_public
from onward.documents.rules.kinds import DocumentKind, FileFormat, Problem
from onward.documents.services.adverts import (
    store_advert,
    store_fetched,
    store_problem,
)
from onward.documents.services.library import store_reading
from onward.documents.services.sent_mail import (
    keep_sent_file,
    look_through,
    mailboxes_there,
)
from onward.documents.sources.web import Refused, fetch
from onward.jobs.models import Job
from onward.jobs.services import Progress
from onward.people.models import Person

LEAST_FETCHED_CHARS = 250
"""A fetched page with less text than this shows its advert to browsers alone."""


def read_document(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Read a version's file; idempotent, since the same file reads the same.

    Arguments of the job: `version`, its id.
    """
    key = uuid.UUID(job.arguments["version"])
    version = Version.objects.for_person(job.person).filter(pk=key).first()
    if version is None:
        return {}
    progress(done=0)
    answer = _answer(job.person, version, is_advert=False)
    store_reading(job.person, key, answer=answer)
    return {"problem": answer.get("problem", "")}


def keep_advert(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Fetch an advert where it is an address still, and read it; idempotent.

    Arguments of the job: `advert`, its id.
    """
    key = uuid.UUID(job.arguments["advert"])
    own = Advert.objects.for_person(job.person)
    advert = own.filter(pk=key).first()
    if advert is None:
        return {}
    progress(done=0)
    charset, is_fetched = "", False
    if not advert.digest:
        try:
            charset = _fetch(job.person, advert)
        except Refused as refused:
            store_problem(job.person, key, problem=refused.problem)
            return {"problem": refused.problem}
        advert = own.get(pk=key)
        is_fetched = True
    answer = _answer(job.person, advert, is_advert=True, charset=charset)
    problem = Problem(answer.get("problem", ""))
    if not problem and is_fetched and len(answer["text"]) < LEAST_FETCHED_CHARS:
        problem = Problem.TOO_LITTLE
    if problem:
        form = FileFormat(answer.get("format", ""))
        store_problem(job.person, key, problem=problem, form=form)
    else:
        store_advert(job.person, key, answer=answer, now=timezone.now())
    return {"problem": problem}


def look_through_sent_mail(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Note which files hang on sent mail, in all mailboxes that were read; idempotent."""
    paths = mailboxes_there(job.person)
    return asdict(look_through(job.person, paths, progress=progress))


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


def _fetch(person: Person, advert: Advert) -> str:
    """Fetch an advert's page into a blob; return the charset that its server declared."""
    page = fetch(advert.address, allows=_may_fetch)
    if not page.data.strip():
        raise Refused(Problem.TOO_LITTLE)
    blob = blobs.keep(person, [page.data])
    store_fetched(
        person,
        advert.pk,
        blob=blob,
        address=page.address,
        file_name=page.name,
        now=timezone.now(),
    )
    return page.charset


def _may_fetch(address: str) -> bool:
    # Tests fetch from a server of their own on this machine; nothing else sets this.
    return is_public(address) or (
        settings.FETCH_ALLOWS_LOOPBACK and is_loopback(address)
    )


def _answer(
    person: Person, file: KeptFile, *, is_advert: bool, charset: str = ""
) -> dict[str, Any]:
    if not blobs.is_kept(person, file.digest):
        return {"problem": Problem.GONE_FROM_DISK}
    return read_bounded(
        blobs.blob_path(person, file.digest),
        name=file.file_name,
        is_advert=is_advert,
        charset=charset,
    )
