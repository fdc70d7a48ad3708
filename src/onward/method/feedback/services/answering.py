"""Answers: noticed in mail and confirmed by the person, or told by hand; kept verbatim."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.rules.payload import MAX_TEXT
from onward.applications.services import (
    EventDraft,
    commit_events,
    correct_event,
    timeline_events,
    void_event,
)
from onward.mail.models import MailMessage, Review
from onward.mail.rules.basics.text import strip_quoted
from onward.mail.services.awaiting import stop_awaiting
from onward.method.feedback.models import Feedback, FeedbackRequest, NotTheAnswer
from onward.method.feedback.rules.kinds import Origin
from onward.method.feedback.rules.reasons import reasons_in
from onward.method.feedback.services.following import came_from
from onward.method.feedback.services.situation import together
from onward.people.models import Person


@transaction.atomic
def keep_answer(
    request: FeedbackRequest, message: MailMessage, *, now: datetime
) -> Feedback:
    """Keep a message as the answer, word for word; twice is the same as once."""
    person = request.person
    known = Feedback.objects.for_person(person).filter(
        message=message, came_from=Origin.ANSWER
    )
    before = known.first()
    if before is not None:
        return before
    text = own_text(message.text)
    event = _received(
        person,
        application=Application.objects.get(pk=request.application_id),
        text=text,
        at=message.sent_at,
        source=message,
        now=now,
    )
    _take_back_echo(request, message, now=now)
    stop_awaiting(person, record=request.pk)
    if message.review in {Review.AMBIGUOUS, Review.UNMATCHED, Review.APPROACH}:
        # Here, since every start of Onward would load the rules of reading for it.
        from onward.mail.services.reviewing import set_aside

        set_aside(person, message)
    return Feedback.objects.create(
        person=person,
        application_id=request.application_id,
        request=request,
        message=message,
        event=event,
        came_from=Origin.ANSWER,
        text=text,
        said_by=message.contact_name or message.sender_name or request.to_name,
        said_by_address=message.sender_address,
        said_at=message.sent_at,
        recorded_at=now,
    )


def _take_back_echo(
    request: FeedbackRequest, message: MailMessage, *, now: datetime
) -> None:
    """Take back what a rule read in an answer: a second no, which speaks of the first.

    Or that it is the answer, which the person says now themselves.
    """
    person = request.person
    application = Application.objects.get(pk=request.application_id)
    told = timeline_events(person, application.head).filter(
        source_id=message.pk, decided_by=DecidedBy.RULE, voided_by=None
    )
    for event in told.filter(kind=EventKind.FEEDBACK_RECEIVED):
        void_event(person, event, now=now, decided_by=DecidedBy.RULE)
    said = timeline_events(person, application.head).filter(
        kind=EventKind.REJECTION, voided_by=None
    )
    if not said.filter(at__lt=message.sent_at).exclude(source_id=message.pk).exists():
        return
    for event in said.filter(source_id=message.pk, decided_by=DecidedBy.RULE):
        void_event(person, event, now=now, decided_by=DecidedBy.PERSON)


def own_text(text: str) -> str:
    """Return what the writer of a message wrote, without what is quoted, as it stands."""
    own = "".join(text[start:end] for start, end in strip_quoted(text))
    return own.strip()[:MAX_TEXT] or text.strip()[:MAX_TEXT]


@transaction.atomic
def keep_told(
    person: Person,
    *,
    application: Application,
    request: FeedbackRequest | None,
    text: str,
    said_by: str,
    at: datetime,
    now: datetime,
) -> Feedback:
    """Keep what somebody said on the phone, or what the person pasted, word for word."""
    event = _received(person, application=application, text=text, at=at, now=now)
    is_answer = request is not None and request.is_asked
    if request is not None and is_answer:
        stop_awaiting(person, record=request.pk)
    return Feedback.objects.create(
        person=person,
        application=application,
        request=request if is_answer else None,
        event=event,
        came_from=Origin.TOLD,
        text=text,
        said_by=said_by.strip(),
        said_by_address=request.to_address if request is not None and is_answer else "",
        said_at=at,
        recorded_at=now,
    )


def _received(
    person: Person,
    *,
    application: Application,
    text: str,
    at: datetime,
    now: datetime,
    source: MailMessage | None = None,
) -> Event:
    draft = EventDraft(
        application_id=application.pk,
        kind=EventKind.FEEDBACK_RECEIVED,
        at=at,
        decided_by=DecidedBy.PERSON,
        source_kind=SourceKind.MESSAGE if source else SourceKind.HAND,
        source_id=source.pk if source else None,
        payload={"note": text[:MAX_TEXT]},
    )
    return commit_events(person, [draft], now=now)[0]


@transaction.atomic
def not_the_answer(request: FeedbackRequest, message: MailMessage) -> None:
    """Keep that this message is not the answer; it is not offered again.

    Where it stood as the answer on the timeline, it is again what its words say.
    """
    NotTheAnswer.objects.get_or_create(
        request=request, message=message, defaults={"person": request.person}
    )
    told = Event.objects.for_person(request.person).filter(
        source_id=message.pk,
        kind=EventKind.FEEDBACK_RECEIVED,
        decided_by=DecidedBy.RULE,
        voided_by=None,
    )
    for event in told:
        kind = EventKind(message.verdict)
        correct_event(request.person, event, kind=kind, at=event.at, now=timezone.now())


def see_silence(request: FeedbackRequest, *, now: datetime) -> None:
    """Keep that the person saw that no answer came; it is said once."""
    rows = FeedbackRequest.objects.for_person(request.person).filter(pk=request.pk)
    rows.filter(silence_seen_at=None).update(silence_seen_at=now)


def is_unasked(event: Event) -> bool:
    """Say whether mail gave feedback without a question; the person keeps an answer."""
    is_read = event.decided_by == DecidedBy.RULE
    if event.kind != EventKind.FEEDBACK_RECEIVED or not is_read:
        return False
    asked = Event.objects.for_person(event.person).filter(
        application__in=together(event.person, event.application.head),
        kind=EventKind.FEEDBACK_ASKED,
        voided_by=None,
        at__lt=event.at,
    )
    return not asked.exists()


def read_rejection(person: Person, event: Event, *, now: datetime) -> None:
    """Keep the reasons that the mail of a no, or a note after it, gives; twice adds nothing."""
    if event.source_id is None:
        return
    message = MailMessage.objects.for_person(person).filter(pk=event.source_id).first()
    if message is None:
        return
    origin = came_from(event)
    # Another event told of this mail before, and was taken back.
    said_before = Feedback.objects.for_person(person).filter(
        message=message, start__gte=0, event__voided_by__isnull=False
    )
    said_before.update(event=event, application=event.application_id, came_from=origin)
    Feedback.objects.bulk_create(
        [
            Feedback(
                person=person,
                application_id=event.application_id,
                message=message,
                event=event,
                came_from=origin,
                start=said.start,
                text=said.text,
                said_by=message.contact_name,
                said_by_address=message.contact_address,
                said_at=message.sent_at,
                recorded_at=now,
            )
            for said in reasons_in(message.text, language=message.language)
        ],
        ignore_conflicts=True,
    )
