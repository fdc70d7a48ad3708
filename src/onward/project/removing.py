"""Removing a person: every row, file, password and session, in all rooms."""

from __future__ import annotations

import shutil
from pathlib import Path

from django.apps import apps
from django.db import models

from onward.core.expressions import forget_compiled
from onward.documents.blobs import folder_of
from onward.jobs.models import Job
from onward.jobs.services import ask_to_stop
from onward.mail.models import ImapAccount
from onward.mail.services.accounts import remove_account
from onward.mail.services.own_model import own_model, remove_model
from onward.mail.services.uploads import delete_upload
from onward.method.feedback.services.sending import forget_account
from onward.people.alone import alone_for
from onward.people.models import Person
from onward.people.services import close_account
from onward.project.home import home


def kept_of(person: Person) -> dict[str, int]:
    """Return how many rows of each kind a person has; only their sum is for whoever asks."""
    counts = {
        str(model._meta.verbose_name_plural): rows
        for model in apps.get_models()
        if (rows := _rows_of(model, person))
    }
    return dict(sorted(counts.items(), key=lambda count: -count[1]))


def _rows_of(model: type[models.Model], person: Person) -> int:
    owned = [
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and field.related_model is Person
    ]
    return sum(model._base_manager.filter(**{name: person}).count() for name in owned)


def remove_person(person: Person) -> None:
    """Delete a person with everything of theirs; what is running for them ends.

    Repeatable: broken off half-way it is finished by a second call, since the person goes
    last. Copies made before (of the database, of the data folder) are not touched.

    Raises:
        OSError: If a file cannot be deleted; then the person is still there, shut out.
    """
    close_account(person)
    unfinished = Job.objects.for_person(person).filter(finished_at=None)
    for job in unfinished:
        ask_to_stop(job)
    for account in ImapAccount.objects.for_person(person):
        remove_account(account)
    model = own_model(person)
    if model is not None:
        remove_model(model)
    forget_account(person)
    _delete_files(person)
    # What was made of a name in their mail.
    forget_compiled(home())
    folder = folder_of(person)
    # Not between the two halves of a reading that has not noticed yet.
    with alone_for(person):
        person.delete()
    # What a job wrote that was still under way belongs to nobody any more.
    shutil.rmtree(folder, ignore_errors=True)


def _delete_files(person: Person) -> None:
    for job in Job.objects.for_person(person).filter(kind="mail.import"):
        delete_upload(job)
    folder: Path = folder_of(person)
    if folder.exists():
        shutil.rmtree(folder)
