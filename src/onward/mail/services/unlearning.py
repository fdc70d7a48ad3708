"""What was learned, applied to stored mail at one press, and taken back again."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from onward.applications.models import Event
from onward.applications.rules.kinds import PLANNED_KINDS, DecidedBy, EventKind
from onward.applications.services import (
    archive,
    bring_back,
    bring_back_batch,
    correct_event,
    new_batch,
    restore,
    void_event,
)
from onward.mail.models import LearnedChange, LearnedExample, MailMessage, Review
from onward.mail.rules.taught.learned import Lesson, Lessons, taught
from onward.mail.rules.types import NOT_HIRING, Meaning
from onward.mail.services.committing import commit_mail
from onward.mail.services.drafting import event_of, further_of
from onward.mail.services.learning import (
    counting,
    example_of,
    learn,
    put_meaning,
    reading_of_row,
    state_of,
    wording_of_row,
)
from onward.mail.services.reviewing import (
    TakenBack,
    is_told_of,
    reopen,
    set_apart,
    set_aside,
    standing,
)
from onward.people.models import Person

MOST_LOOKED_AT = 500
"""So many waiting messages, the latest, are compared with the examples for a page."""

_WAITING = (Review.AMBIGUOUS, Review.UNMATCHED)
_STATE = ("verdict", "confidence", "because", "review")


@dataclass(frozen=True, slots=True)
class Offer:
    """Stored messages that an example speaks for, and that still wait for the person."""

    example: LearnedExample
    messages: Sequence[MailMessage]


def offers(person: Person, *, for_example: LearnedExample | None = None) -> list[Offer]:
    """Return what examples could settle of the mail that waits; nothing is changed.

    A message is offered once, by the latest example that it is like. What the person put
    back before is not offered by the same example again, nor is what examples contradict
    each other about.
    """
    learn(person)
    rows = counting(person)
    if not rows:
        return []
    by_id = {str(row.pk): row for row in rows}
    found: dict[str, list[MailMessage]] = {}
    for message, lesson in _spoken_for(person, rows):
        found.setdefault(lesson.examples[0], []).append(message)
    made = [Offer(by_id[key], messages) for key, messages in found.items()]
    if for_example is not None:
        made = [offer for offer in made if offer.example.pk == for_example.pk]
    return sorted(made, key=lambda offer: offer.example.said_at, reverse=True)


def _spoken_for(
    person: Person,
    rows: Iterable[LearnedExample],
    *,
    among: Iterable[MailMessage] | None = None,
) -> list[tuple[MailMessage, Lesson]]:
    """Return which messages examples speak for, of those that wait or of these."""
    lessons = Lessons(example_of(row, person=person) for row in rows)
    put_back = set(
        LearnedChange.objects.for_person(person)
        .exclude(undone_at=None)
        .values_list("example_id", "message_id")
    )
    if among is None:
        waiting = MailMessage.objects.for_person(person).filter(
            review__in=_WAITING, is_sent=False
        )
        among = waiting.order_by("-sent_at")[:MOST_LOOKED_AT]
    found = []
    for message in among:
        wording = wording_of_row(message)
        alike = lessons.like(wording, read_as=message.verdict)
        lesson = taught(reading_of_row(message), alike, wording=wording)
        if lesson is None or lesson.meaning is Meaning.AMBIGUOUS:
            continue
        if (uuid.UUID(lesson.examples[0]), message.pk) not in put_back:
            found.append((message, lesson))
    return found


def take_offer(
    person: Person, example: LearnedExample, *, now: datetime
) -> tuple[uuid.UUID, int]:
    """Read the waiting messages that an example speaks for as it says; idempotent.

    Returns:
        The identity of this press, for `take_back_press`, and how many messages it changed.
    """
    batch = new_batch()
    rows = [row for row in counting(person) if row.pk == example.pk]
    count = 0
    with transaction.atomic():
        for message, lesson in _spoken_for(person, counting(person) if rows else []):
            if lesson.examples[0] != str(example.pk):
                continue
            _change(person, message, lesson=lesson, batch=batch, now=now)
            count += 1
    if count:
        commit_mail(person, now=now)
        _bring_back_events(person, batch, now=now)
    return batch, count


def _change(
    person: Person,
    message: MailMessage,
    *,
    lesson: Lesson,
    batch: uuid.UUID,
    now: datetime,
) -> None:
    before = state_of(message)
    put_meaning(message, lesson)
    message.save(update_fields=_STATE)
    LearnedChange.objects.update_or_create(
        person=person,
        example_id=uuid.UUID(lesson.examples[0]),
        message=message,
        defaults={
            "meaning": lesson.meaning.value,
            "is_nearly": lesson.is_nearly,
            "before": before,
            "batch": batch,
            "changed_at": now,
            "undone_at": None,
        },
    )


def _bring_back_events(person: Person, batch: uuid.UUID, *, now: datetime) -> None:
    """Let events count again that an earlier undo of the same reading had taken back."""
    changes = LearnedChange.objects.for_person(person).filter(
        batch=batch, meaning__in=[kind.value for kind in EventKind]
    )
    for change in changes.select_related("message").defer("message__text"):
        event = event_of(person, change.message)
        if event is None or not event.is_void:
            continue
        bring_back(person, event, now=now)
        application = event.application.head
        if application.is_archived:
            restore(person, application, now=now)
        for further in further_of(person, change.message):
            bring_back(person, further, now=now)
        if event.kind != change.meaning:
            kind = EventKind(change.meaning)
            correct_event(person, event, kind=kind, at=event.at, now=now)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What forgetting an example took back.

    Attributes:
        messages: How many messages are read as before.
        is_said: What the person had said of the mail itself is taken back, too.
        made: What became of the application that they had begun by saying it.
    """

    messages: int = 0
    is_said: bool = False
    made: TakenBack | None = None


def forget(
    person: Person, example: LearnedExample, *, with_changes: bool, now: datetime
) -> Forgotten:
    """Let reading go by an example no more, and say what that took back.

    Args:
        with_changes: Also read what it changed as before, and take back what was said of
            its own mail with what that had made. Without it all of that stays.
    """
    own = LearnedExample.objects.for_person(person).filter(pk=example.pk)
    own.filter(forgotten_at=None).update(forgotten_at=now)
    if not with_changes:
        return Forgotten()
    changes = LearnedChange.objects.for_person(person).filter(example=example)
    count = _put_all_back(person, changes.filter(undone_at=None), now=now)
    if not _still_says(person, example):
        return Forgotten(count)
    made = reopen(person, example.message, now=now)
    return Forgotten(count, is_said=True, made=made)


def _still_says(person: Person, example: LearnedExample) -> bool:
    """Say whether its own mail still says what the person said of it then."""
    if example.event_id is None:
        return example.message.review == Review.SETTLED
    said = standing(person, example.message)
    return said is not None and said.pk == example.event_id


def remember(person: Person, example: LearnedExample, *, now: datetime) -> None:
    """Let reading go by an example again, and bring back what forgetting it took back."""
    own = LearnedExample.objects.for_person(person).filter(pk=example.pk)
    forgotten_at = own.values_list("forgotten_at", flat=True).get()
    own.update(forgotten_at=None)
    if forgotten_at is None:
        return
    _say_again(person, example, taken_back_at=forgotten_at, now=now)
    undone = LearnedChange.objects.for_person(person).filter(
        example=example, undone_at=forgotten_at
    )
    messages = MailMessage.objects.for_person(person).filter(
        pk__in=list(undone.values_list("message", flat=True))
    )
    batch = new_batch()
    row = own.select_related("message").get()
    with transaction.atomic():
        undone.update(undone_at=None)
        for message, lesson in _spoken_for(person, [row], among=messages):
            _change(person, message, lesson=lesson, batch=batch, now=now)
    if messages:
        commit_mail(person, now=now)
        _bring_back_events(person, batch, now=now)


@transaction.atomic
def _say_again(
    person: Person, example: LearnedExample, *, taken_back_at: datetime, now: datetime
) -> None:
    message, event = example.message, example.event
    if event is None:
        if message.review != Review.SETTLED:
            set_apart(person, message, now=now)
        return
    void = Event.objects.for_person(person).filter(number=event.voided_by or 0).first()
    if void is None or void.recorded_at != taken_back_at:
        return
    if event.batch is None:
        bring_back(person, event, now=now)
    else:
        bring_back_batch(person, event.batch, now=now)
    application = event.application.head
    application.refresh_from_db()
    if application.is_archived:
        restore(person, application, now=now)
    if not event.payload.get("corrects"):
        set_aside(person, message)


def take_back_press(person: Person, batch: uuid.UUID, *, now: datetime) -> int:
    """Undo one press of `take_offer`; return how many messages were put back."""
    changes = LearnedChange.objects.for_person(person).filter(batch=batch)
    return _put_all_back(person, changes.filter(undone_at=None), now=now)


def take_back_change(person: Person, change: LearnedChange, *, now: datetime) -> int:
    """Read one message as before the example; return whether that changed it, as a count."""
    changes = LearnedChange.objects.for_person(person).filter(pk=change.pk)
    return _put_all_back(person, changes.filter(undone_at=None), now=now)


def _put_all_back(
    person: Person, changes: Iterable[LearnedChange], *, now: datetime
) -> int:
    count = 0
    with transaction.atomic():
        for change in list(changes):
            _put_back(person, change, now=now)
            count += 1
    if count:
        # What is read as before may belong to an application that mail made since.
        commit_mail(person, now=now)
    return count


def _put_back(person: Person, change: LearnedChange, *, now: datetime) -> None:
    message = change.message
    LearnedChange.objects.filter(pk=change.pk).update(undone_at=now)
    said = standing(person, message)
    is_said = said is not None and said.decided_by == DecidedBy.PERSON
    if message.verdict != change.meaning or is_said:
        # Another example has spoken since, or the person has.
        return
    for name, value in change.before.items():
        setattr(message, name, value)
    if message.verdict in NOT_HIRING:
        message.review = Review.SETTLED
    message.save(update_fields=_STATE)
    _put_event_back(person, message, now=now)


def _put_event_back(person: Person, message: MailMessage, *, now: datetime) -> None:
    """Let the story say of a message what it says now, or nothing where that is open."""
    event = event_of(person, message)
    if event is None or event.is_void or event.kind == message.verdict:
        return
    further = [each for each in further_of(person, message) if not each.is_void]
    if message.verdict in set(EventKind):
        kind = EventKind(message.verdict)
        beside = [] if kind in PLANNED_KINDS else further
        correct_event(person, event, kind=kind, at=event.at, beside=beside, now=now)
        return
    for each in (event, *further):
        void_event(person, each, now=now)
    application = event.application.head
    if not is_told_of(person, application):
        archive(person, application, now=now)
