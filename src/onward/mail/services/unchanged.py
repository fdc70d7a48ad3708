"""A fold that changed nothing is not done again while all that it reads is the same."""

from __future__ import annotations

import hashlib
import uuid

from django.db import connection, models

from onward.applications.models import Application, Event, KeptApart
from onward.mail.models import MailMessage
from onward.people.models import Person

READS: tuple[type[models.Model], ...] = (MailMessage, Event, Application, KeptApart)
"""All that a fold reads of a person, but for their time zone; a test watches that it is."""

# Of this process: another one, or a newer program, folds once to know it too.
_changed_nothing: dict[uuid.UUID, str] = {}


def state_of(person: Person) -> str:
    """Return a digest of every row, with all of its columns, that a fold may look at."""
    digest = hashlib.blake2b(person.time_zone.encode(), digest_size=32)
    for table in READS:
        rows = table._default_manager.filter(person=person).order_by("pk")
        sql, values = rows.query.sql_with_params()
        # As the database has them: turning them into Python's own takes most of the time.
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            while some := cursor.fetchmany(500):
                digest.update(repr(some).encode())
        digest.update(table.__name__.encode())
    return digest.hexdigest()


def is_nothing_to_do(person: Person, *, state: str) -> bool:
    """Return whether a fold found just this and left all of it as it was."""
    return _changed_nothing.get(person.pk) == state


def note_fold(person: Person, *, before: str) -> None:
    """Remember a fold that left all as it found it: the next one would do the same."""
    if state_of(person) == before:
        _changed_nothing[person.pk] = before


def forget_folds() -> None:
    """Fold everybody's mail anew when it is asked for next."""
    _changed_nothing.clear()
