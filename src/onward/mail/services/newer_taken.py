"""Newer readings taken over into the story, or left; each press undone in one."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from onward.applications.models import Event
from onward.applications.rules.kinds import (
    DecidedBy,
    EventKind,
    SourceKind,
)
from onward.applications.services import (
    EventDraft,
    archive,
    commit_events,
    new_batch,
    take_back,
    void_event,
)
from onward.mail.models import MailMessage, NewerReading, NewerState
from onward.mail.services.committing import commit_mail
from onward.mail.services.drafting import event_of, further_of, payload_of
from onward.mail.services.newer import waiting_newer
from onward.mail.services.reviewing import (
    first_and_beside,
    is_told_of,
    standing,
    take_out_of_story,
)
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

_KINDS = frozenset(kind.value for kind in EventKind)


@dataclass(frozen=True, slots=True)
class Press:
    """What one press did: its identity, for undoing it, and of how many messages."""

    batch: uuid.UUID
    count: int


def take_over(
    person: Person, readings: Iterable[NewerReading], *, now: datetime
) -> Press:
    """Let these messages mean what the present program reads; idempotent.

    In the story it stands as a correction by the person, at the message's own time: a no of
    months ago opens no quiet time today.
    """
    batch = new_batch()
    taken: list[NewerReading] = []
    with transaction.atomic():
        for reading in _decided(
            person, readings, state=NewerState.TAKEN, batch=batch, now=now
        ):
            message = MailMessage.objects.for_person(person).get(pk=reading.message_id)
            _put(message, reading.after)
            _say(person, message, reading, batch=batch, now=now)
            taken.append(reading)
    if taken:
        commit_mail(person, now=now)
        _bring_back_events(person, taken, batch=batch, now=now)
    return Press(batch, len(taken))


def keep(person: Person, readings: Iterable[NewerReading], *, now: datetime) -> Press:
    """Leave these messages as they are; the same difference is not proposed again."""
    batch = new_batch()
    with transaction.atomic():
        kept = _decided(person, readings, state=NewerState.KEPT, batch=batch, now=now)
    return Press(batch, len(kept))


def _decided(
    person: Person,
    readings: Iterable[NewerReading],
    *,
    state: NewerState,
    batch: uuid.UUID,
    now: datetime,
) -> list[NewerReading]:
    """Return those of the readings that waited until now, and still differ from what stands."""
    found = []
    for reading in readings:
        mine = waiting_newer(person).filter(pk=reading.pk, message__verdict=reading.was)
        rows = NewerReading.objects.filter(pk__in=mine.values("pk"))
        if not _is_said(person, reading) and rows.update(
            state=state, batch=batch, decided_at=now
        ):
            found.append(reading)
    return found


def _is_said(person: Person, reading: NewerReading) -> bool:
    """Say whether the person said meanwhile what the message means."""
    said = Event.objects.for_person(person).filter(
        source_id=reading.message_id, voided_by=None, decided_by=DecidedBy.PERSON
    )
    return said.exists()


def _put(message: MailMessage, columns: Mapping[str, Any]) -> None:
    for name, value in columns.items():
        setattr(message, name, value)
    message.save(update_fields=list(columns))


def _say(
    person: Person,
    message: MailMessage,
    reading: NewerReading,
    *,
    batch: uuid.UUID,
    now: datetime,
) -> None:
    """Let the story say what a message is read as, where it says anything of it."""
    event = standing(person, message)
    if event is None:
        return
    if reading.meaning not in _KINDS:
        take_out_of_story(person, message, now=now, press=batch)
        return
    kind = EventKind(reading.meaning)
    event, beside = first_and_beside(person, message, event, kind=kind)
    for each in (event, *beside):
        void_event(person, each, now=now)
    payload = payload_of(message, kind=kind, zone_name=person.time_zone)
    payload["corrects"] = str(event.pk)
    if beside:
        payload["beside"] = [str(each.pk) for each in beside]
    draft = EventDraft(
        application_id=event.application_id,
        kind=kind,
        at=message.sent_at,
        decided_by=DecidedBy.PERSON,
        source_kind=SourceKind.MESSAGE,
        source_id=message.pk,
        payload=payload,
        batch=batch,
    )
    commit_events(person, [draft], now=now)


def _bring_back_events(
    person: Person,
    taken: Sequence[NewerReading],
    *,
    batch: uuid.UUID,
    now: datetime,
) -> None:
    """Let the story say what an earlier fold had laid aside, as it is read now."""
    for reading in taken:
        message = MailMessage.objects.for_person(person).get(pk=reading.message_id)
        event = standing(person, message)
        is_rule = event is not None and event.decided_by == DecidedBy.RULE
        if event is None or not is_rule or event.kind != reading.was:
            continue
        with transaction.atomic():
            _say(person, message, reading, batch=batch, now=now)


def decided_by_press(person: Person, batch: uuid.UUID) -> OwnedQuerySet[NewerReading]:
    """Return the newer readings that one press decided on."""
    return NewerReading.objects.for_person(person).filter(batch=batch)


def undo_press(person: Person, batch: uuid.UUID, *, now: datetime) -> int:
    """Undo all that one press decided; return of how many messages that was."""
    return undo(person, decided_by_press(person, batch), now=now)


def undo(person: Person, readings: Iterable[NewerReading], *, now: datetime) -> int:
    """Undo what was decided on these readings; return of how many messages that was.

    What was left as it is waits again. What was taken over reads as before, and is not
    proposed again: that is the person's word.
    """
    count = 0
    with transaction.atomic():
        for reading in list(readings):
            row = NewerReading.objects.for_person(person).filter(pk=reading.pk)
            kept = row.filter(state=NewerState.KEPT)
            count += kept.update(state=NewerState.WAITING, batch=None, decided_at=None)
            for taken in row.filter(state=NewerState.TAKEN).select_related("message"):
                _take_back_said(person, taken, now=now)
                _put_back(person, taken, now=now)
                count += 1
    if count:
        commit_mail(person, now=now)
    return count


def _take_back_said(person: Person, reading: NewerReading, *, now: datetime) -> None:
    """Take back what a press did in the story to one message."""
    said = _said_by_press(person, reading)
    if said is not None:
        take_back(person, said, now=now)
    for void in _voids_by_press(person, reading):
        if not void.is_void:
            void_event(person, void, now=now)


def _said_by_press(person: Person, reading: NewerReading) -> Event | None:
    done = Event.objects.for_person(person).filter(batch=reading.batch)
    return done.filter(source_id=reading.message_id).order_by("-number").first()


def _voids_by_press(person: Person, reading: NewerReading) -> list[Event]:
    """Return what took the events of a message back in a press, with the names that went with them."""
    own = Event.objects.for_person(person)
    done = own.filter(batch=reading.batch, kind=EventKind.VOID).order_by("-number")
    gone = own.in_bulk([uuid.UUID(void.payload["event"]) for void in done])
    told = {
        event.application_id
        for event in gone.values()
        if event.source_id == reading.message_id
    }
    found = []
    for void in done:
        event = gone[uuid.UUID(void.payload["event"])]
        is_name = event.source_id is None and event.application_id in told
        if is_name or event.source_id == reading.message_id:
            found.append(void)
    return found


def _put_back(person: Person, reading: NewerReading, *, now: datetime) -> None:
    """Read a message as before, and let the story say so, or nothing where that is open."""
    message = reading.message
    message.refresh_from_db()
    NewerReading.objects.filter(pk=reading.pk).update(state=NewerState.TAKEN_BACK)
    if message.verdict != reading.meaning:
        return
    said = standing(person, message)
    if said is not None and said.decided_by == DecidedBy.PERSON:
        # The person has spoken since.
        return
    _put(message, reading.before)
    event = event_of(person, message)
    if event is None or event.is_void or event.kind != reading.meaning:
        return
    # The fold told of it once it was read so, and nothing had before.
    further = [each for each in further_of(person, message) if not each.is_void]
    for each in (event, *further):
        void_event(person, each, now=now)
    application = event.application.head
    if not is_told_of(person, application):
        archive(person, application, now=now)


def follow_undoing_elsewhere(person: Person, messages: Collection[uuid.UUID]) -> None:
    """Read messages as the story has it, where taking over was undone, or redone, elsewhere."""
    rows = NewerReading.objects.for_person(person).filter(message__in=messages)
    decided = rows.filter(state__in=[NewerState.TAKEN, NewerState.TAKEN_BACK])
    for reading in decided.select_related("message"):
        counts = _counts(person, reading)
        if counts is None or counts == (reading.state == NewerState.TAKEN):
            continue
        message = reading.message
        if message.verdict == (reading.was if counts else reading.meaning):
            _put(message, reading.after if counts else reading.before)
        state = NewerState.TAKEN if counts else NewerState.TAKEN_BACK
        NewerReading.objects.filter(pk=reading.pk).update(state=state)


def _counts(person: Person, reading: NewerReading) -> bool | None:
    """Return whether what a press did in the story counts; None where it did nothing there."""
    said = _said_by_press(person, reading)
    if said is not None:
        return not said.is_void
    voids = _voids_by_press(person, reading)
    return any(not void.is_void for void in voids) if voids else None
