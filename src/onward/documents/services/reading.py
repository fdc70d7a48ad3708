"""Have files read and pages fetched: heavy work, for jobs and for the command line."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.utils import timezone

from onward.documents import blobs
from onward.documents.models import Advert, KeptFile, Version
from onward.documents.reading.bounded import read_bounded
from onward.documents.rules.kinds import FileFormat, Problem, ReadState
from onward.documents.services.adverts import (
    ADVERT_JOB,
    store_advert,
    store_problem,
)
from onward.documents.services.library import READ_JOB, store_reading
from onward.jobs.models import Job, JobState
from onward.jobs.services import is_left, run_waiting
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

LEAST_FETCHED_CHARS = 250
"""A fetched page with less text than this shows its advert to browsers alone."""


def read_version(person: Person, version_id: uuid.UUID) -> Problem:
    """Read a version's file and keep what it says; idempotent. Return what was wrong."""
    version = Version.objects.for_person(person).filter(pk=version_id).first()
    if version is None:
        return Problem.NONE
    answer = _answer(person, version, is_advert=False)
    store_reading(person, version_id, answer=answer)
    return Problem(answer.get("problem", ""))


def read_advert(person: Person, advert_id: uuid.UUID) -> Problem:
    """Fetch an advert where it is an address still, and read it; idempotent.

    Return what was wrong; then its row says so, and the timeline tells nothing.
    """
    own = Advert.objects.for_person(person)
    advert = own.filter(pk=advert_id).first()
    if advert is None:
        return Problem.NONE
    charset, least = "", 0
    if not advert.digest:
        # Here: what speaks to the web takes as long to load as half of a start.
        from onward.documents.services.fetching import fetch_advert

        charset, refused = fetch_advert(person, advert)
        if refused:
            store_problem(person, advert_id, problem=refused)
            return refused
        advert, least = own.get(pk=advert_id), LEAST_FETCHED_CHARS
    answer = _answer(person, advert, is_advert=True, charset=charset)
    problem = Problem(answer.get("problem", ""))
    if not problem and len(answer["text"]) < least:
        problem = Problem.TOO_LITTLE
    if problem:
        form = FileFormat(answer.get("format", ""))
        store_problem(person, advert_id, problem=problem, form=form)
    else:
        store_advert(person, advert_id, answer=answer, now=timezone.now())
    return problem


def note_broken(person: Person) -> None:
    """Say of what waits to be read, while nothing is under way that reads it, that it broke off.

    So it is where the work broke, was stopped, or went with the worker that had it.
    """
    for model, kind, name in (
        (Version, READ_JOB, "version"),
        (Advert, ADVERT_JOB, "advert"),
    ):
        own: OwnedQuerySet[Any] = model.objects.for_person(person)
        waiting = own.filter(state=ReadState.WAITING)
        keys = set(waiting.values_list("pk", flat=True))
        if not keys:
            continue
        jobs = Job.objects.for_person(person).filter(kind=kind, finished_at=None)
        named = {job.arguments.get(name) for job in jobs}
        left = [key for key in keys if str(key) not in named]
        # Whatever was read or begun anew meanwhile is no such any more.
        waiting.filter(pk__in=left).update(
            state=ReadState.UNREADABLE, problem=Problem.BROKE_OFF
        )


def is_reading_left(person: Person, *, now: datetime) -> bool:
    """Return whether a file of this person waits, and no worker is there that reads it."""
    jobs = Job.objects.for_person(person).filter(
        kind__in=(READ_JOB, ADVERT_JOB), finished_at=None
    )
    return any(is_left(job, now=now) for job in jobs)


def read_waiting(person: Person, row: Version | Advert) -> None:
    """Do the job that waits for this row here, unless a worker has it already."""
    is_advert = isinstance(row, Advert)
    kind, name = (ADVERT_JOB, "advert") if is_advert else (READ_JOB, "version")
    read = read_advert if is_advert else read_version
    jobs = Job.objects.for_person(person).filter(
        kind=kind, state=JobState.WAITING, arguments={name: str(row.pk)}
    )
    for job in jobs:
        run_waiting(job, lambda _job, _progress: {"problem": read(person, row.pk)})
    row.refresh_from_db()


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
