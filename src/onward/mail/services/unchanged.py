"""A fold that changed nothing is not done again while all that it reads is the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from django.db import connection, models

from onward.applications.models import Application, Event, KeptApart
from onward.mail.models import MailMessage, RestingFold
from onward.mail.program import whole_digest
from onward.people.models import Person

READS: tuple[type[models.Model], ...] = (MailMessage, Event, Application, KeptApart)
"""All that a fold reads of a person, but for their time zone; a test watches that it is."""

PROGRAM = whole_digest()
"""Taken as this is loaded: one that runs on while newer files come is not of these."""


def state_of(person: Person) -> str:
    """Return a digest of the program and of every row that a fold may look at."""
    return digest_of(person, READS, also=(person.time_zone,))


def digest_of(
    person: Person, tables: Iterable[type[models.Model]], *, also: Sequence[str]
) -> str:
    """Return a digest of the program and of a person's rows, with all of their columns.

    Args:
        also: Of the person themselves what is looked at.
    """
    digest = hashlib.blake2b(repr((PROGRAM, *also)).encode(), digest_size=32)
    for table in tables:
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
    return RestingFold.objects.filter(person=person, state=state).exists()


def note_fold(person: Person, *, before: str) -> bool:
    """Remember a fold that left all as it found it: the next one would do the same. Say whether it did."""
    if state_of(person) != before:
        return False
    RestingFold.objects.update_or_create(person=person, defaults={"state": before})
    return True
