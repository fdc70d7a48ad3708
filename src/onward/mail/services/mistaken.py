"""Stored mail of the person's own that was read as somebody else's: taken back by a run."""

from __future__ import annotations

import json
import uuid
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.core import serializers
from django.db import transaction
from django.db.models import ForeignObjectRel
from django.db.models.functions import Coalesce

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, SourceKind
from onward.applications.services import void_event
from onward.mail.models import MailMessage, MailRun, Review
from onward.mail.rules.types import Address, Message, Source
from onward.mail.services.newer import said_by_person
from onward.mail.services.reviewing import is_told_of, read_names
from onward.people.models import Person

_HEAD = Coalesce("application__merged_into_id", "application_id")
_MISREAD = "misread:"
_UNTOUCHED = sorted(set(Review) - {Review.SETTLED})


@transaction.atomic
def taken_for_others(
    run: MailRun, *, own: Collection[str], now: datetime
) -> list[tuple[Message, Source, uuid.UUID]]:
    """Return, and take out of the database, mail that these addresses of the person's wrote.

    An address may have become known only after it, by a sent folder that came later. What a
    rule said by it is taken back; where the person had a hand in it stays as it is. Until
    the run has ended it keeps the rows itself, and of a run that was killed the next one
    takes them over.

    Returns:
        Each message with its place and the identity of its row.
    """
    person = run.person
    killed = MailRun.objects.for_person(person).filter(finished_at=None)
    killed = killed.exclude(pk=run.pk).exclude(taken_back=[])
    taken = [row for each in killed for row in each.taken_back]
    killed.update(taken_back=[])
    rows = MailMessage.objects.for_person(person).filter(
        is_sent=False, review__in=_UNTOUCHED, sender_address__in=sorted(own)
    )
    found = list(rows)
    kept = _with_a_hand_in(person, found) if found else set()
    found = [row for row in found if row.pk not in kept]
    for row in found:
        _unsay(person, row, now=now)
    rows.filter(pk__in=[row.pk for row in found]).delete()
    taken += _as_json(found)
    if taken:
        run.taken_back = [*run.taken_back, *taken]
        MailRun.objects.filter(pk=run.pk).update(taken_back=run.taken_back)
    return [
        (_message_of(row), Source(row.path, row.offset), row.pk) for row in _rows(taken)
    ]


def _with_a_hand_in(
    person: Person, rows: Sequence[MailMessage]
) -> set[uuid.UUID | None]:
    """Return the messages that the person said something of, or of an application that they tell of."""
    kept = said_by_person(person, [row.pk for row in rows])
    events = Event.objects.for_person(person)
    told = events.filter(source_id__in=[row.pk for row in rows])
    by_hand = set(
        events.exclude(decided_by=DecidedBy.RULE).values_list(_HEAD, flat=True)
    )
    written_of = _written_of(person, Event)
    by_hand |= _written_of(person, Application)
    columns = ("pk", "source_id", "application_id", _HEAD, "decided_by")
    for pk, source, application, head, decided_by in told.values_list(*columns):
        is_theirs = not by_hand.isdisjoint({application, head}) or pk in written_of
        if is_theirs or decided_by != DecidedBy.RULE:
            kept.add(source)
    return kept


def _written_of(
    person: Person, kind: type[Event] | type[Application]
) -> set[uuid.UUID | None]:
    """Return of which events, or applications, the person has written or chosen something.

    The steps of the method keep it, which nothing here knows: their models that hold it say
    by `by_hand` which of their rows the person made.
    """
    found: set[uuid.UUID | None] = set()
    for relation in kind._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ForeignObjectRel):
            continue
        model: Any = relation.related_model
        by_hand = getattr(model, "by_hand", None)
        if by_hand is not None:
            rows = model.objects.for_person(person).filter(by_hand)
            found.update(rows.values_list(relation.field.name, flat=True))
    return found


def _unsay(person: Person, row: MailMessage, *, now: datetime) -> None:
    """Take back what a message said in the story, with the names that only it had told of."""
    said = Event.objects.for_person(person).filter(
        source_kind=SourceKind.MESSAGE, source_id=row.pk
    )
    standing = list(said.filter(voided_by=None).order_by("-number"))
    for event in standing:
        void_event(person, event, now=now, decided_by=DecidedBy.RULE)
    for application in {event.application.head for event in standing}:
        if not is_told_of(person, application):
            for name in read_names(person, application):
                void_event(person, name, now=now, decided_by=DecidedBy.RULE)
    for event in said:
        # The same message says something else now, which is told as new.
        said.filter(pk=event.pk).update(key=f"{_MISREAD}{event.pk}")


def _as_json(rows: Sequence[MailMessage]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(serializers.serialize("json", rows))
    return found


def _rows(taken: Sequence[dict[str, Any]]) -> list[MailMessage]:
    """Return the rows, unsaved, whichever version of Onward took them out."""
    found = serializers.deserialize("python", taken, ignorenonexistent=True)
    rows = (each.object for each in found)
    return [row for row in rows if isinstance(row, MailMessage)]


def _message_of(row: MailMessage) -> Message:
    references = " ".join(f"<{name}>" for name in row.references)
    return Message(
        key=row.key,
        message_id=row.message_id,
        sent_at=row.sent_at if row.is_date_believed else None,
        sender=Address(row.sender_name, row.sender_address),
        subject=row.subject,
        text=row.text,
        to=tuple(Address("", address) for address in row.recipients),
        headers={"references": references, "x-gm-thrid": row.thread},
        attachment_names=tuple(row.attachment_names),
        is_sent=True,
    )
