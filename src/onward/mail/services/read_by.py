"""Which stored mail another program read, and how far the present one came with it."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db.models import Exists, F, OuterRef

from onward.applications.models import Event
from onward.applications.rules.kinds import DecidedBy
from onward.mail.models import (
    MailMessage,
    NewerReading,
    NewerState,
    ReadingMark,
    Review,
)
from onward.mail.program import program_digest
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

DECIDED = (Review.SETTLED, Review.OVERTAKEN)
"""Of such mail the person said what it means, or what came later did."""


def see_program(person: Person, *, now: datetime) -> ReadingMark:
    """Return how far the newest program came; from now on that is the present one.

    What another one proposed and nobody decided on is let go: it is read once more. A program
    that another had taken over from, and that still runs beside it, changes nothing.
    """
    program = program_digest()
    facts = {"program": program, "since": now, "reached": None}
    mark, is_new = ReadingMark.objects.get_or_create(person=person, defaults=facts)
    if is_new or mark.program == program or program in mark.superseded:
        return mark
    older = ReadingMark.objects.for_person(person).filter(program=mark.program)
    if older.update(**facts, superseded=[*mark.superseded, mark.program]):
        rows = NewerReading.objects.for_person(person)
        rows.filter(state=NewerState.WAITING).delete()
    mark.refresh_from_db()
    return mark


def to_read_again(person: Person, *, mark: ReadingMark) -> OwnedQuerySet[MailMessage]:
    """Return the stored mail of others that the present program has not read yet, in order.

    There is none where a newer one reads it.
    """
    if mark.program != program_digest():
        return MailMessage.objects.for_person(person).none()
    rows = MailMessage.objects.for_person(person).filter(
        is_sent=False, recorded_at__lt=mark.since
    )
    if mark.reached is not None:
        rows = rows.filter(pk__gt=mark.reached)
    return rows.order_by("pk")


def note_reached(mark: ReadingMark, *, reached: uuid.UUID) -> bool:
    """Keep how far the reading came; False where a newer program began its own meanwhile."""
    same = ReadingMark.objects.filter(pk=mark.pk, program=mark.program)
    if same.update(reached=reached) != 1:
        mark.refresh_from_db()
        return False
    mark.reached = reached
    return True


def waiting_newer(person: Person) -> OwnedQuerySet[NewerReading]:
    """Return the newer readings that wait for the person, of mail that they left as it was read.

    Where they said meanwhile what a message means, or an example of theirs did, none waits.
    """
    rows = NewerReading.objects.for_person(person).filter(
        state=NewerState.WAITING, message__verdict=F("was")
    )
    said = Event.objects.for_person(person).filter(
        source_id=OuterRef("message"), voided_by=None, decided_by=DecidedBy.PERSON
    )
    return rows.exclude(message__review__in=DECIDED).exclude(Exists(said))
