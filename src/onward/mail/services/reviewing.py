"""What the person says about a message that the words or the fold left open."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from onward.applications.models import Application, Event
from onward.applications.rules.history import QUIET_KINDS
from onward.applications.rules.kinds import (
    PLANNED_KINDS,
    DecidedBy,
    EventKind,
    SourceKind,
)
from onward.applications.rules.payload import (
    ARRANGEMENT,
    BEGINNING,
    Outcome,
    begins_by,
    later_said,
)
from onward.applications.services import (
    EventDraft,
    archive,
    bring_back,
    commit_events,
    correct_event,
    new_batch,
    take_back,
    take_back_batch,
    take_back_one,
    timeline_events,
    void_event,
)
from onward.mail.models import (
    LearnedExample,
    MailMessage,
    NewerReading,
    NewerState,
    Review,
)
from onward.mail.rules.talks.own_mail import OWN_WORDS, SentMeaning
from onward.mail.rules.types import SAYABLE, Verdict
from onward.mail.services.describing import FACTS_KEY
from onward.mail.services.drafting import event_of, further_of, payload_of
from onward.mail.services.learning import learn_other
from onward.mail.services.said_mail import SETTLED_KEY
from onward.mail.services.unsure_words import is_asked_about
from onward.mail.services.waiting import WAITING
from onward.people.models import Person

_STANDING = frozenset(meaning.value for meaning in (*SAYABLE, *OWN_WORDS))
_STANDING |= {EventKind.SAVED.value}
_STANDING_OWN = frozenset({EventKind.FOLLOW_UP.value})
_REARRANGED = EventKind.ARRANGED.value


_HOUR = frozenset({"starts_at", "on_day", "time_zone", "own_clock", "minutes"})


@transaction.atomic
def settle(
    person: Person,
    message: MailMessage,
    *,
    kind: EventKind,
    application: Application | None,
    company: str = "",
    role: str = "",
    when: date | None = None,
    keeps_hour: bool = True,
    now: datetime,
) -> Event:
    """Record what a message means, on `application` or on a new one for `company`.

    A new one and its event are one batch, taken back together.

    Args:
        when: When an interview or a test begins, aware, or its day alone, where the person
            says so.
        keeps_hour: Else the hour that the message names counts.
    """
    batch = new_batch() if application is None else None
    target = application or _new_application(
        person, message, company=company, role=role, batch=batch, now=now
    )
    payload = _payload(person, message, kind=kind, when=when, keeps_hour=keeps_hour)
    draft = EventDraft(
        application_id=target.pk,
        kind=kind,
        at=message.sent_at,
        decided_by=DecidedBy.PERSON,
        source_kind=SourceKind.MESSAGE,
        source_id=message.pk,
        payload=payload,
        key=f"{SETTLED_KEY}{message.key}:{uuid.uuid4().hex[:8]}",
        batch=batch,
    )
    event = commit_events(person, [draft], now=now)[0]
    _review(person, message, review=Review.SETTLED)
    return event


def _payload(
    person: Person,
    message: MailMessage,
    *,
    kind: EventKind,
    when: date | None,
    keeps_hour: bool,
) -> dict[str, Any]:
    """Return what an event keeps of a message, with when it begins, or its day, as the person says it."""
    payload = payload_of(message, kind=kind, zone_name=person.time_zone)
    if isinstance(when, datetime):
        return later_said(payload, begins_by(when, own=person.time_zone))
    if when is not None or not keeps_hour:
        payload = {k: v for k, v in payload.items() if k not in _HOUR}
    return payload | (begins_by(when, own=person.time_zone) if when else {})


def _new_application(
    person: Person,
    message: MailMessage,
    *,
    company: str,
    role: str,
    batch: uuid.UUID | None,
    now: datetime,
) -> Application:
    facts = {"company": company or message.company, "role": role or message.role}
    application = Application.objects.create(person=person)
    draft = EventDraft(
        application_id=application.pk,
        kind=EventKind.DESCRIBED,
        at=now,
        decided_by=DecidedBy.PERSON,
        payload={name: value for name, value in facts.items() if value},
        batch=batch,
    )
    commit_events(person, [draft], now=now)
    return application


@transaction.atomic
def correct(
    person: Person,
    message: MailMessage,
    *,
    kind: EventKind,
    when: date | None = None,
    keeps_hour: bool = True,
    now: datetime,
) -> Event | None:
    """Say that a message which stands in the story means something else.

    Args:
        when: When an interview or a test begins, or its day alone, where the person says so.
        keeps_hour: Else the hour that the message names counts.

    Returns:
        The event that now says so, or None where nothing of it stands there any more.
    """
    event = standing(person, message)
    if event is None:
        return None
    if event.kind == kind:
        return event
    event, beside = first_and_beside(person, message, event, kind=kind)
    told: Mapping[str, Any] = {}
    if kind in PLANNED_KINDS and event.kind not in PLANNED_KINDS:
        told = arranged_by(person, message, kind=kind, when=when, keeps_hour=keeps_hour)
    return correct_event(
        person, event, kind=kind, at=event.at, told=told, beside=beside, now=now
    )


def arranged_by(
    person: Person,
    message: MailMessage,
    *,
    kind: EventKind,
    when: date | None,
    keeps_hour: bool = True,
) -> dict[str, Any]:
    """Return what a message arranges of an interview or a test, at the time that the person says.

    Of one that the person says it is nothing is off or without a day, whatever the words.
    """
    said = _payload(person, message, kind=kind, when=when, keeps_hour=keeps_hour)
    told = {k: v for k, v in said.items() if k in ARRANGEMENT | BEGINNING}
    if told.get("outcome") != Outcome.WENT_AHEAD:
        told.pop("outcome", None)
    return told


def first_and_beside(
    person: Person, message: MailMessage, event: Event, *, kind: EventKind
) -> tuple[Event, list[Event]]:
    """Return the event to correct of a message that set several talks, and those that go with it."""
    further = [each for each in further_of(person, message) if not each.is_void]
    if event in further:
        first = event_of(person, message)
        event = event if first is None or first.is_void else first
    return event, [
        each for each in further if each != event and kind not in PLANNED_KINDS
    ]


def standing(person: Person, message: MailMessage) -> Event | None:
    """Return what a message says in the story now: its latest event that counts.

    What it changed about an interview comes last, after what it says by itself.
    """
    return next(reversed(_all_standing(person, message)), None)


def _all_standing(person: Person, message: MailMessage) -> list[Event]:
    events = (
        Event.objects.for_person(person)
        .filter(
            source_kind=SourceKind.MESSAGE,
            source_id=message.pk,
            voided_by=None,
            kind__in=_STANDING
            | {_REARRANGED}
            | (_STANDING_OWN if message.is_sent else frozenset()),
        )
        .select_related("application")
    )
    return sorted(events, key=lambda each: (each.kind != _REARRANGED, each.number))


def let_stand(person: Person, message: MailMessage, *, now: datetime) -> Event | None:
    """Say that a message neither moved an interview nor called it off.

    Returns:
        The event that said so and counts no more, or None where none does.
    """
    event = standing(person, message)
    if event is None or event.kind != EventKind.ARRANGED:
        return None
    take_back_one(person, event, now=now)
    return event


@transaction.atomic
def set_apart(person: Person, message: MailMessage, *, now: datetime) -> None:
    """Say that a message is not about the person's search, whatever it was read as.

    What it said in the story is taken back in one press, with what an application was called
    of which nothing is left; mail like it is put aside from now on, unless the person wrote
    it themselves.
    """
    take_out_of_story(person, message, now=now, press=new_batch())
    if not message.is_sent:
        learn_other(person, message, now=now)
    _review(person, message, review=Review.SETTLED)


def take_out_of_story(
    person: Person, message: MailMessage, *, now: datetime, press: uuid.UUID
) -> None:
    """Take back what a message said in the story, with the names that only it had told of."""
    said = _all_standing(person, message)
    told_of = {event.application for event in said}
    names = [
        name
        for application in told_of
        if not is_told_of(person, application, without=said)
        for name in read_names(person, application)
    ]
    # The first that it said comes last: by that one the press is named.
    for event in (*names, *reversed(said)):
        void_event(person, event, now=now, batch=press)


def read_names(person: Person, application: Application) -> Iterator[Event]:
    """Return what reading says that an application is called, and what else it is."""
    own = Event.objects.for_person(person).filter(application=application)
    yield from own.filter(key__startswith=FACTS_KEY, voided_by=None)


def set_aside(person: Person, message: MailMessage) -> None:
    """Say that a message needs nothing more; it stays readable and can be taken back."""
    _review(person, message, review=Review.SETTLED)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What became of the application that a decision on a message had begun, by its name.

    Attributes:
        gone: Nothing is left of it, and it is put away.
        kept: It stays, since more is told of it than that message.
    """

    gone: str = ""
    kept: str = ""


@transaction.atomic
def reopen(person: Person, message: MailMessage, *, now: datetime) -> TakenBack:
    """Take a decision on a message back, with what it had made.

    What reading had made of the message stands again; where that was nothing, it waits.
    """
    is_apart = message.review == Review.SETTLED and standing(person, message) is None
    is_unlearned = _unlearn_other(person, message, now=now)
    found = TakenBack()
    for event in _decisions(person, message):
        made = _take_back(person, event, now=now)
        found = made if made != TakenBack() else found
    if is_unlearned or (is_apart and message.is_sent):
        read = event_of(person, message)
        if read is not None:
            bring_back(person, read, now=now)
        for further in further_of(person, message):
            bring_back(person, further, now=now)
    is_said = standing(person, message) is not None
    _review(person, message, review=Review.NONE if is_said else _asked(message))
    return found


def _asked(message: MailMessage) -> Review:
    """Return why a message waits of which nothing is said; of own mail as a fold has it."""
    if message.is_sent and message.verdict == SentMeaning.THREAD:
        return Review.NONE
    if is_asked_about(message):
        return Review.AMBIGUOUS
    is_open = message.verdict == Verdict.AMBIGUOUS
    return Review.AMBIGUOUS if is_open else Review.UNMATCHED


def follow_words(person: Person, messages: Collection[uuid.UUID]) -> None:
    """Ask again about messages of which a person's word was undone elsewhere, or no more."""
    for message in MailMessage.objects.for_person(person).filter(pk__in=messages):
        event = standing(person, message)
        is_open = message.verdict == Verdict.AMBIGUOUS and not message.is_sent
        if event is None and (
            message.review == Review.SETTLED or (is_open and not message.review)
        ):
            _review(person, message, review=_asked(message))
        elif _is_told_by_rule(event) and is_open:
            _review(person, message, review=Review.NONE)
        elif event is not None and message.review in WAITING:
            _review(person, message, review=Review.SETTLED)


def _is_told_by_rule(event: Event | None) -> bool:
    is_arranging = event is not None and event.kind == EventKind.ARRANGED
    return is_arranging and event is not None and event.decided_by == DecidedBy.RULE


def take_in_again(
    person: Person, messages: Collection[uuid.UUID], *, now: datetime
) -> None:
    """Let mail be about the search again of which anything counts again, undone elsewhere."""
    said = LearnedExample.objects.for_person(person).filter(
        event=None, forgotten_at=None
    )
    for example in said.select_related("message"):
        message = example.message
        if message.pk in messages and standing(person, message) is not None:
            _unlearn_other(person, message, now=now)
            _review(person, message, review=Review.NONE)


def _decisions(person: Person, message: MailMessage) -> Iterator[Event]:
    """Yield what the person decided on a message while anything of it counts.

    A newer reading that they took over before that stays: it is undone by itself.
    """
    taken = NewerReading.objects.for_person(person).filter(
        message=message, state=NewerState.TAKEN
    )
    events = (
        Event.objects.for_person(person)
        .filter(source_id=message.pk, voided_by=None, decided_by=DecidedBy.PERSON)
        .exclude(batch__in=[reading.batch for reading in taken])
    )
    while (event := events.order_by("number").last()) is not None:
        yield event


def _take_back(person: Person, event: Event, *, now: datetime) -> TakenBack:
    application = event.application
    name = str(application.head)
    if event.batch is None:
        take_back(person, event, now=now)
        return TakenBack()
    if _is_built_on(person, event):
        take_back(person, event, now=now)
        return TakenBack(kept=name)
    take_back_batch(person, event.batch, now=now)
    application.refresh_from_db()
    is_shown = not application.is_archived and application.merged_into_id is None
    if is_shown and not is_told_of(person, application):
        archive(person, application, now=now)
    return TakenBack(gone=name)


def _is_built_on(person: Person, event: Event) -> bool:
    """Say whether an application holds more than the press that began it."""
    lasting = timeline_events(person, event.application).filter(voided_by=None)
    others = lasting.exclude(batch=event.batch).exclude(kind=EventKind.VOID)
    is_by_hand = Q(decided_by=DecidedBy.PERSON)
    return others.filter(is_by_hand | ~Q(kind__in=QUIET_KINDS)).exists()


def is_told_of(
    person: Person, application: Application, *, without: Collection[Event] = ()
) -> bool:
    """Say whether anything is left in an application, or a person's hand was in it.

    Args:
        without: What is not counted, nor when it was arranged for, be that by hand.
    """
    lasting = timeline_events(person, application).filter(voided_by=None)
    lasting = lasting.exclude(pk__in=[event.pk for event in without])
    lasting = lasting.exclude(
        kind=EventKind.ARRANGED, payload__event__in=[str(event.pk) for event in without]
    )
    by_hand = lasting.filter(decided_by=DecidedBy.PERSON).exclude(kind=EventKind.VOID)
    return lasting.exclude(kind__in=QUIET_KINDS).exists() or by_hand.exists()


def _unlearn_other(person: Person, message: MailMessage, *, now: datetime) -> bool:
    """Forget that a message is not about the search; return whether that was said of it."""
    learned = LearnedExample.objects.for_person(person).filter(message=message)
    said = learned.filter(event=None, forgotten_at=None)
    return said.update(forgotten_at=now) > 0


def _review(person: Person, message: MailMessage, *, review: Review) -> None:
    MailMessage.objects.for_person(person).filter(pk=message.pk).update(review=review)
    message.review = review
