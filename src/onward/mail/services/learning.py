"""Learning from the person: each correction becomes an example that later reading goes by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery

from onward.applications.models import Event
from onward.applications.rules.kinds import DecidedBy, SourceKind
from onward.core.dates import day_in
from onward.mail.models import LearnedChange, LearnedExample, MailMessage, Review
from onward.mail.rules.taught.learned import (
    LEAST_WORDS,
    Example,
    Lesson,
    Lessons,
    needles_of,
)
from onward.mail.rules.taught.shapes import Wording, shape_of, shapes_mark
from onward.mail.rules.types import SAYABLE, Meaning, Message, Reading, Source, Verdict
from onward.mail.services.rows import message_row
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

_SHAPE_FIELDS = (
    *("subject", "sender_address", "domain", "system", "shapes", "template"),
    *("kindred", "subject_shape", "kindred_subject", "lines", "words"),
)
_LONGEST_SUBJECT = 2000


def lessons_of(person: Person) -> Lessons:
    """Return all that this person taught, ready for reading mail."""
    learn(person)
    return Lessons(example_of(row, person=person) for row in counting(person))


def learn(person: Person) -> None:
    """Make an example of each correction that is none yet; idempotent, and cheap.

    A correction is an event by the person's own hand on a message, which says otherwise
    than the message was read; on the review page, on its own page, or on a timeline.
    """
    own = MailMessage.objects.for_person(person)
    read = own.filter(pk=OuterRef("source_id"), is_sent=False).values("verdict")
    known = LearnedExample.objects.for_person(person).exclude(event=None)
    corrections = (
        Event.objects.for_person(person)
        .filter(
            kind__in=[meaning.value for meaning in SAYABLE],
            decided_by=DecidedBy.PERSON,
            source_kind=SourceKind.MESSAGE,
            voided_by=None,
        )
        .exclude(pk__in=known.values("event"))
        .annotate(read_as=Subquery(read))
        .exclude(read_as=None)
        .exclude(read_as=F("kind"))
        .order_by("number")
    )
    for event in corrections:
        message = own.get(pk=str(event.source_id))
        meaning = Meaning(event.kind)
        _keep(person, message, meaning=meaning, event=event, said_at=event.recorded_at)


def learn_other(person: Person, message: MailMessage, *, now: datetime) -> None:
    """Make an example of a message that is not about the person's search."""
    _keep(person, message, meaning=Meaning.OTHER, event=None, said_at=now)


def speaks_for_others(person: Person, message: MailMessage) -> bool:
    """Return whether what was said of a message goes for later mail of the same wording.

    It does not where the writer's own words are too few to know another mail by.
    """
    learn(person)
    return _counting(person).filter(message=message, words__gte=LEAST_WORDS).exists()


def _keep(
    person: Person,
    message: MailMessage,
    *,
    meaning: Meaning,
    event: Event | None,
    said_at: datetime,
) -> None:
    defaults = {
        "meaning": meaning.value,
        "message": message,
        "read_as": message.verdict,
        "said_at": said_at,
        "forgotten_at": None,
        **_shape_fields(message),
    }
    # One by event, or by message where there is none: pressing twice is saying it once.
    own = LearnedExample.objects.for_person(person)
    known = (
        own.filter(event=event) if event else own.filter(event=None, message=message)
    )
    if known.update(**defaults):
        return
    # Another process may have been quicker.
    if event is None:
        LearnedExample.objects.get_or_create(
            person=person, event=None, message=message, defaults=defaults
        )
    else:
        LearnedExample.objects.get_or_create(
            person=person, event=event, defaults=defaults
        )


def _shape_fields(message: MailMessage) -> dict[str, Any]:
    wording = wording_of_row(message)
    shape = shape_of(wording)
    fields: dict[str, Any] = {
        "subject": message.subject,
        "sender_address": wording.address,
        "domain": wording.domain,
        "system": wording.system,
        "shapes": shapes_mark(),
    }
    if shape is None:
        return fields | {"template": "", "kindred": "", "lines": [], "words": 0}
    return fields | {
        "template": shape.template,
        "kindred": shape.kindred,
        "subject_shape": shape.subject[:_LONGEST_SUBJECT],
        "kindred_subject": shape.kindred_subject[:_LONGEST_SUBJECT],
        "lines": list(shape.lines),
        "words": shape.words,
    }


def _counting(person: Person) -> OwnedQuerySet[LearnedExample]:
    return LearnedExample.objects.for_person(person).filter(
        Q(event=None) | Q(event__voided_by=None), forgotten_at=None
    )


def counting(person: Person) -> list[LearnedExample]:
    """Return the examples that reading goes by, with their shapes up to date."""
    rows = _counting(person).select_related("message").defer("message__text")
    found = list(rows.order_by("-said_at", "-pk"))
    stale = [row for row in found if row.shapes != shapes_mark()]
    if stale:
        messages = MailMessage.objects.for_person(person).in_bulk(
            [row.message_id for row in stale]
        )
        for row in stale:
            for name, value in _shape_fields(messages[row.message_id]).items():
                setattr(row, name, value)
        LearnedExample.objects.bulk_update(stale, _SHAPE_FIELDS)
    return found


def example_of(row: LearnedExample, *, person: Person) -> Example:
    """Return a stored example as the rules see it."""
    return Example(
        id=str(row.pk),
        meaning=Meaning(row.meaning),
        said_on=said_on(row, person=person),
        address=row.sender_address,
        domain=row.domain,
        system=row.system,
        template=row.template,
        kindred=row.kindred,
        subject=row.subject_shape,
        kindred_subject=row.kindred_subject,
        words=row.words,
        needles=needles_of(row.lines),
        read_as=row.read_as,
        lines=tuple(row.lines),
        sender_name=row.message.sender_name,
        method=_method(row.message),
    )


def said_on(row: LearnedExample, *, person: Person) -> date:
    """Return the person's own day on which they said it."""
    return day_in(row.said_at, zone_name=person.time_zone)


def wording_of_row(row: MailMessage) -> Wording:
    """Return the wording of a stored message, as `shapes.wording_of` has it of a new one."""
    return Wording(
        subject=row.subject,
        text=row.text,
        address=row.sender_address,
        domain=row.sender_address.rpartition("@")[2],
        sender_name=row.sender_name,
        system=row.system,
        names=(
            *(row.company, row.role, row.requisition),
            *(row.contact_name, row.sender_name),
        ),
        language=row.language,
        method=_method(row),
    )


def _method(row: MailMessage) -> str:
    return str(row.calendar.get("METHOD", "")).upper()


def reading_of_row(row: MailMessage) -> Reading:
    """Return how a stored message was read."""
    is_verdict = row.verdict in set(Verdict)
    return Reading(
        verdict=Verdict(row.verdict) if is_verdict else Verdict.AMBIGUOUS,
        confidence=row.confidence,
        language=row.language,
        company=row.company,
        role=row.role,
        requisition=row.requisition,
        system=row.system,
    )


@dataclass(frozen=True, slots=True)
class Taught:
    """A message that is read as an example says, and how it was read before."""

    row: MailMessage
    lesson: Lesson
    before: dict[str, Any]


def taught_row(
    person: Person,
    message: Message,
    *,
    before: Reading,
    lesson: Lesson,
    source: Source,
    now: datetime,
) -> Taught:
    """Return a new message as an example says it is to be read; not saved yet.

    What is not about the search is kept as well, put aside: the person can look at it.
    """
    read = message_row(person, message, before, source=source, now=now)
    row = message_row(person, message, lesson.reading, source=source, now=now)
    earlier = state_of(read)
    put_meaning(row, lesson)
    return Taught(row, lesson, earlier)


def state_of(row: MailMessage) -> dict[str, Any]:
    """Return what an example changes of a message, so that it can be put back."""
    return {
        "verdict": str(row.verdict),
        "confidence": row.confidence,
        "because": row.because,
        "review": str(row.review),
    }


def put_meaning(row: MailMessage, lesson: Lesson) -> None:
    """Let a message mean what its examples say; not saved."""
    row.verdict = lesson.meaning.value
    row.confidence = lesson.reading.confidence
    row.because = [
        {"rule": b.rule, "words": b.words, "where": b.where, "start": 0, "end": 0}
        for b in lesson.reading.because
    ]
    waits = {Meaning.AMBIGUOUS: Review.AMBIGUOUS, Meaning.OTHER: Review.SETTLED}
    row.review = waits.get(lesson.meaning, Review.NONE)


def keep_changes(person: Person, taught: Iterable[Taught], *, now: datetime) -> None:
    """Note which stored messages are read otherwise because of an example."""
    made = {each.row.pk: each for each in taught}
    stored = MailMessage.objects.for_person(person).filter(pk__in=list(made))
    LearnedChange.objects.bulk_create(
        change_of(person, made[pk], now=now)
        for pk in stored.values_list("pk", flat=True)
    )


def change_of(person: Person, taught: Taught, *, now: datetime) -> LearnedChange:
    """Return the note of one changed message; not saved yet."""
    return LearnedChange(
        person=person,
        example_id=taught.lesson.examples[0],
        message=taught.row,
        meaning=taught.lesson.meaning.value,
        is_nearly=taught.lesson.is_nearly,
        before=taught.before,
        changed_at=now,
    )


def changes_of(
    person: Person, examples: Sequence[LearnedExample]
) -> OwnedQuerySet[LearnedChange]:
    """Return what these examples changed and what lasts, the latest first."""
    rows = LearnedChange.objects.for_person(person).filter(
        example__in=examples, undone_at=None
    )
    return rows.select_related("message").defer("message__text").order_by("-changed_at")


def learned_records(person: Person) -> Iterator[dict[str, Any]]:
    """Yield what a person taught, with what it changed, as an export writes it down."""
    rows = LearnedExample.objects.for_person(person).order_by("said_at", "pk")
    for row in rows.prefetch_related("changes__message"):
        yield {
            "id": row.pk,
            "message_id": row.message_id,
            "event": row.event_id,
            "meaning": row.meaning,
            "read_as": row.read_as,
            "said_at": row.said_at,
            "forgotten_at": row.forgotten_at,
            "subject": row.subject,
            "sender": row.sender_address,
            "system": row.system,
            "wording": row.lines,
            "changed": [
                {
                    "message": change.message_id,
                    "subject": change.message.subject,
                    "before": change.before.get("verdict", ""),
                    "now": change.meaning,
                    "nearly_the_same_words": change.is_nearly,
                    "changed_at": change.changed_at,
                    "undone_at": change.undone_at,
                }
                for change in row.changes.all()
            ],
        }
