"""Which stored mail another program read, and how far the present one came with it."""

from __future__ import annotations

import uuid
from datetime import datetime

from onward.mail.models import MailMessage, NewerReading, NewerState, ReadingMark
from onward.mail.program import program_digest
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


def see_program(person: Person, *, now: datetime) -> ReadingMark:
    """Return how far the present program came; from now on it is the one that reads.

    What another one proposed and nobody decided on is let go: it is read once more.
    """
    facts = {"program": program_digest(), "since": now, "reached": None}
    mark, is_new = ReadingMark.objects.get_or_create(person=person, defaults=facts)
    if is_new or mark.program == facts["program"]:
        return mark
    older = ReadingMark.objects.for_person(person).filter(program=mark.program)
    if older.update(**facts):
        rows = NewerReading.objects.for_person(person)
        rows.filter(state=NewerState.WAITING).delete()
    mark.refresh_from_db()
    return mark


def to_read_again(person: Person, *, mark: ReadingMark) -> OwnedQuerySet[MailMessage]:
    """Return the stored mail of others that the present program has not read yet, in order."""
    rows = MailMessage.objects.for_person(person).filter(
        is_sent=False, recorded_at__lt=mark.since
    )
    if mark.reached is not None:
        rows = rows.filter(pk__gt=mark.reached)
    return rows.order_by("pk")


def note_reached(mark: ReadingMark, *, reached: uuid.UUID) -> None:
    """Keep how far the reading came, unless a newer program began one of its own meanwhile."""
    same = ReadingMark.objects.filter(pk=mark.pk, program=mark.program)
    same.update(reached=reached)
    mark.reached = reached
