"""Newer readings taken over into the story, or left; each press undone in one."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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
from onward.core.parts import parts
from onward.mail.models import MailMessage, NewerReading, NewerState, Review
from onward.mail.services.committing import commit_mail
from onward.mail.services.drafting import event_of, further_of, payload_of
from onward.mail.services.read_by import waiting_newer
from onward.mail.services.reviewing import (
    first_and_beside,
    is_told_of,
    standing,
    take_out_of_story,
)
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

AT_ONCE = 20
"""So many messages are decided on in one transaction: nobody else writes meanwhile."""

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
    months ago opens no quiet time today. Each is whole where the press breaks off.
    """
    batch = new_batch()
    taken: list[NewerReading] = []
    for some in parts(list(readings), size=AT_ONCE):
        with transaction.atomic():
            taken += _take_over(person, some, batch=batch, now=now)
    if taken:
        commit_mail(person, now=now)
        _bring_back_events(person, taken, batch=batch, now=now)
    return Press(batch, len(taken))


def _take_over(
    person: Person,
    readings: Sequence[NewerReading],
    *,
    batch: uuid.UUID,
    now: datetime,
) -> list[NewerReading]:
    """Return those of the readings that are taken over now."""
    taken = _decided(person, readings, state=NewerState.TAKEN, batch=batch, now=now)
    for reading in taken:
        message = MailMessage.objects.for_person(person).get(pk=reading.message_id)
        _put(message, reading.after)
        _say(person, message, reading, batch=batch, now=now)
    return taken


def keep(person: Person, readings: Iterable[NewerReading], *, now: datetime) -> Press:
    """Leave these messages as they are; the same difference is not proposed again."""
    batch = new_batch()
    count = 0
    for some in parts(list(readings), size=AT_ONCE):
        with transaction.atomic():
            kept = _decided(person, some, state=NewerState.KEPT, batch=batch, now=now)
        count += len(kept)
    return Press(batch, count)


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
        mine = waiting_newer(person).filter(pk=reading.pk)
        rows = NewerReading.objects.filter(pk__in=mine.values("pk"))
        if rows.update(state=state, batch=batch, decided_at=now):
            found.append(reading)
    return found


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
    proposed again: that is the person's word. What they said of it since then stays, and
    what was taken over with it.
    """
    count = 0
    presses = _Presses(person)
    for some in parts(list(readings), size=AT_ONCE):
        with transaction.atomic():
            count += sum(
                _undo_one(person, reading, presses=presses, now=now) for reading in some
            )
    if count:
        commit_mail(person, now=now)
    return count


def _undo_one(
    person: Person, reading: NewerReading, *, presses: _Presses, now: datetime
) -> bool:
    """Undo what was decided on one reading; return whether anything was."""
    row = NewerReading.objects.for_person(person).filter(pk=reading.pk)
    kept = row.filter(state=NewerState.KEPT)
    if kept.update(state=NewerState.WAITING, batch=None, decided_at=None):
        return True
    taken = row.filter(state=NewerState.TAKEN).select_related("message").first()
    if taken is None or not is_last_word(person, taken):
        return False
    _take_back_said(person, taken, presses=presses, now=now)
    _put_back(person, taken, now=now)
    return True


def is_last_word(person: Person, reading: NewerReading) -> bool:
    """Say whether the person decided nothing on a message since they took its reading over."""
    message = reading.message
    is_open = reading.after.get("review") != Review.SETTLED
    if is_open and message.review == Review.SETTLED:
        return False
    said = standing(person, message)
    if said is None or said.decided_by != DecidedBy.PERSON:
        return True
    return said.batch == reading.batch


def _take_back_said(
    person: Person, reading: NewerReading, *, presses: _Presses, now: datetime
) -> None:
    """Take back what a press did in the story to one message."""
    said = _said_by_press(person, reading)
    if said is not None:
        take_back(person, said, now=now)
    for void in presses.voids(reading):
        void.refresh_from_db()
        if not void.is_void:
            void_event(person, void, now=now)


def _said_by_press(person: Person, reading: NewerReading) -> Event | None:
    done = Event.objects.for_person(person).filter(batch=reading.batch)
    return done.filter(source_id=reading.message_id).order_by("-number").first()


class _Presses:
    """What took events back in presses, each press read from the database once."""

    def __init__(self, person: Person) -> None:
        self._own = Event.objects.for_person(person)
        self._told: dict[uuid.UUID | None, _Voids] = {}

    def voids(self, reading: NewerReading) -> list[Event]:
        """Return what took the events of a message back, with the names that went with them."""
        press = self._told.get(reading.batch)
        if press is None:
            press = self._told[reading.batch] = self._read(reading.batch)
        return press.of(reading.message_id)

    def _read(self, batch: uuid.UUID | None) -> _Voids:
        done = self._own.filter(batch=batch, kind=EventKind.VOID).order_by("number")
        gone = self._own.in_bulk([uuid.UUID(each.payload["event"]) for each in done])
        found = _Voids()
        for void in done:
            event = gone[uuid.UUID(void.payload["event"])]
            if event.source_id is None:
                found.names[event.application_id].append(void)
            else:
                found.said[event.source_id].append(void)
                found.homes[event.source_id].add(event.application_id)
        return found


@dataclass(frozen=True, slots=True)
class _Voids:
    """What took events back in one press.

    Attributes:
        said: By the message that had said them.
        names: Of names, by application.
        homes: The applications that a message had told of.
    """

    said: dict[uuid.UUID, list[Event]] = field(
        default_factory=lambda: defaultdict(list)
    )
    names: dict[uuid.UUID, list[Event]] = field(
        default_factory=lambda: defaultdict(list)
    )
    homes: dict[uuid.UUID, set[uuid.UUID]] = field(
        default_factory=lambda: defaultdict(set)
    )

    def of(self, message: uuid.UUID) -> list[Event]:
        """Return what a message had said, and called applications, the last first."""
        names = [void for home in self.homes[message] for void in self.names[home]]
        found = [*self.said[message], *names]
        return sorted(found, key=lambda void: void.number, reverse=True)


def _put_back(person: Person, reading: NewerReading, *, now: datetime) -> None:
    """Read a message as before, and let the story say so, or nothing where that is open."""
    message = reading.message
    message.refresh_from_db()
    NewerReading.objects.filter(pk=reading.pk).update(state=NewerState.TAKEN_BACK)
    if message.verdict != reading.meaning:
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
    presses = _Presses(person)
    for reading in decided.select_related("message"):
        counts = _counts(person, reading, presses=presses)
        if counts is None or counts == (reading.state == NewerState.TAKEN):
            continue
        message = reading.message
        if message.verdict == (reading.was if counts else reading.meaning):
            _put(message, reading.after if counts else reading.before)
        state = NewerState.TAKEN if counts else NewerState.TAKEN_BACK
        NewerReading.objects.filter(pk=reading.pk).update(state=state)


def _counts(person: Person, reading: NewerReading, *, presses: _Presses) -> bool | None:
    """Return whether what a press did in the story counts; None where it did nothing there."""
    said = _said_by_press(person, reading)
    if said is not None:
        return not said.is_void
    voids = presses.voids(reading)
    return any(not void.is_void for void in voids) if voids else None
