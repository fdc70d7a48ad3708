"""One at a time for a person: of two processes that read, think and write, the second waits.

A fold looks at what is stored, decides, and writes; two of them at once, by two workers or by
a worker and a command, would each begin the same applications. A unique constraint cannot
say so, since what they write is new to both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

from onward.people.models import Person

LOCK_FILE = "alone.lock"


@contextmanager
def alone_for(person: Person) -> Iterator[None]:
    """Hold what is this person's meanwhile, on whatever host; outside any transaction.

    It is no lock on rows: only those who ask for it wait. Not to be asked for twice by the
    same process. Ends with the connection, or the process, that held it.
    """
    if connection.vendor == "sqlite":
        with _held_file():
            yield
        return
    digest = hashlib.sha256(person.pk.bytes).digest()
    with held_in_database(int.from_bytes(digest[:8], "big", signed=True)):
        yield


@contextmanager
def held_in_database(number: int) -> Iterator[None]:
    """Hold PostgreSQL's own lock of this number, 64 bits, meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [number])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [number])


@contextmanager
def _held_file() -> Iterator[None]:
    """Hold a file of the home meanwhile: SQLite is used on one machine alone."""
    try:
        import fcntl
    except ImportError:  # pragma: no cover -- Windows has no such locks
        yield
        return
    with (settings.HOME / LOCK_FILE).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
