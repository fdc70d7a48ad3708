"""What the person says about a message that the words or the fold left open."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind, Stage
from onward.applications.services import (
    EventDraft,
    bring_back,
    commit_events,
    correct_event,
    void_event,
)
from onward.mail.models import LearnedExample, MailMessage, Review
from onward.mail.rules.facts.employers.names import company_key
from onward.mail.rules.facts.titles.role import role_key
from onward.mail.rules.talks.own_mail import OFFER_ANSWERS
from onward.mail.rules.types import SAYABLE, Verdict
from onward.mail.services.drafting import event_of, payload_of
from onward.mail.services.learning import learn_other
from onward.people.models import Person


@transaction.atomic
def settle(
    person: Person,
    message: MailMessage,
    *,
    kind: EventKind,
    application: Application | None,
    company: str = "",
    role: str = "",
    now: datetime,
) -> Event:
    """Record what a message means, on `application` or on a new one for `company`."""
    target = application or _new_application(
        person, message, company=company, role=role, now=now
    )
    draft = EventDraft(
        application_id=target.pk,
        kind=kind,
        at=message.sent_at,
        decided_by=DecidedBy.PERSON,
        source_kind=SourceKind.MESSAGE,
        source_id=message.pk,
        payload=payload_of(message, kind=kind, zone_name=person.time_zone),
        key=f"settled:{message.key}:{uuid.uuid4().hex[:8]}",
    )
    event = commit_events(person, [draft], now=now)[0]
    _review(person, message, review=Review.SETTLED)
    return event


def suggested_application(person: Person, message: MailMessage) -> Application | None:
    """Return the one application whose employer and role a message names, if it is one.

    What answers an offer is about the one that has an offer, where several fit.
    """
    company, role = company_key(message.company), role_key(message.role)
    if not company:
        return None
    mine = Application.objects.for_person(person).filter(merged_into=None)
    fitting = [
        application
        for application in mine.only("pk", "company", "role", "stage")
        if company_key(application.company) == company
        and (not role or role_key(application.role) in {"", role})
    ]
    if message.verdict in OFFER_ANSWERS and len(fitting) > 1:
        fitting = [each for each in fitting if each.stage == Stage.OFFER]
    return fitting[0] if len(fitting) == 1 else None


def _new_application(
    person: Person,
    message: MailMessage,
    *,
    company: str,
    role: str,
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
    )
    commit_events(person, [draft], now=now)
    return application


@transaction.atomic
def correct(
    person: Person, message: MailMessage, *, kind: EventKind, now: datetime
) -> Event | None:
    """Say that a message which stands in the story means something else.

    Returns:
        The event that now says so, or None where nothing of it stands there any more.
    """
    event = standing(person, message)
    if event is None:
        return None
    if event.kind == kind:
        return event
    return correct_event(person, event, kind=kind, at=event.at, now=now)


def standing(person: Person, message: MailMessage) -> Event | None:
    """Return what a message says in the story now: its latest event that counts."""
    events = Event.objects.for_person(person).filter(
        source_kind=SourceKind.MESSAGE,
        source_id=message.pk,
        voided_by=None,
        kind__in=[meaning.value for meaning in SAYABLE],
    )
    return events.select_related("application").order_by("number").last()


@transaction.atomic
def set_apart(person: Person, message: MailMessage, *, now: datetime) -> None:
    """Say that a message is not about the person's search, whatever it was read as.

    What it said in the story is taken back; mail like it is put aside from now on.
    """
    event = standing(person, message)
    while event is not None:
        void_event(person, event, now=now)
        event = standing(person, message)
    learn_other(person, message, now=now)
    _review(person, message, review=Review.SETTLED)


def set_aside(person: Person, message: MailMessage) -> None:
    """Say that a message needs nothing more; it stays readable and can be taken back."""
    _review(person, message, review=Review.SETTLED)


@transaction.atomic
def reopen(person: Person, message: MailMessage, *, now: datetime) -> None:
    """Take a decision on a message back: its events are voided and it waits again."""
    events = Event.objects.for_person(person).filter(
        source_id=message.pk, voided_by=None, decided_by=DecidedBy.PERSON
    )
    for event in events:
        void_event(person, event, now=now)
    back = Review.AMBIGUOUS
    if message.verdict != Verdict.AMBIGUOUS:
        back = Review.UNMATCHED
    if _unlearn_other(person, message, now=now):
        read = event_of(person, message)
        if read is not None:
            bring_back(person, read, now=now)
            back = Review.NONE
    _review(person, message, review=back)


def _unlearn_other(person: Person, message: MailMessage, *, now: datetime) -> bool:
    """Forget that a message is not about the search; return whether that was said of it."""
    learned = LearnedExample.objects.for_person(person).filter(message=message)
    said = learned.filter(event=None, forgotten_at=None)
    return said.update(forgotten_at=now) > 0


def _review(person: Person, message: MailMessage, *, review: Review) -> None:
    MailMessage.objects.for_person(person).filter(pk=message.pk).update(review=review)
    message.review = review
