"""What the person says about a message that the words or the fold left open."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.services import (
    EventDraft,
    commit_events,
    void_event,
)
from onward.mail.models import MailMessage, Review
from onward.mail.rules.types import Verdict
from onward.mail.services.committing import payload_of
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
        payload=payload_of(message, kind=kind),
        key=f"settled:{message.key}:{uuid.uuid4().hex[:8]}",
    )
    event = commit_events(person, [draft], now=now)[0]
    _review(person, message, review=Review.SETTLED)
    return event


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
    is_ambiguous = message.verdict == Verdict.AMBIGUOUS
    back = Review.AMBIGUOUS if is_ambiguous else Review.UNMATCHED
    _review(person, message, review=back)


def _review(person: Person, message: MailMessage, *, review: Review) -> None:
    MailMessage.objects.for_person(person).filter(pk=message.pk).update(review=review)
    message.review = review
