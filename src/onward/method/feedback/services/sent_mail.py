"""Requests that the person wrote in their own mail program, found in their sent mail."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from onward.applications.models import Application, Event
from onward.mail.models import MailMessage
from onward.method.feedback.models import FeedbackRequest
from onward.method.feedback.rules.kinds import RequestState, Way
from onward.method.feedback.services.answering import own_text
from onward.method.feedback.services.asking import request_to, wait_for_answer
from onward.method.feedback.services.situation import Story, story_of

_MOST_SUBJECT = 300


@transaction.atomic
def note_sent(event: Event, *, now: datetime) -> FeedbackRequest | None:
    """Keep what a sent message asked as the one request about its no; look for the answer.

    A draft that is there becomes what was really sent; its words can be brought back. None
    where the event is of no sent message, where no no stood then, or where that one was
    asked about already.
    """
    person = event.person
    sent = MailMessage.objects.for_person(person).filter(is_sent=True)
    message = sent.filter(pk=event.source_id).first() if event.source_id else None
    if message is None:
        return None
    application = Application.objects.for_person(person).get(pk=event.application_id)
    story = story_of(person, application)
    no, request = story.no, story.request
    if no is None or story.origin is None or event.at < no.at:
        return None
    if request is not None and request.state != RequestState.DRAFT:
        return None
    _forget_moved(event, message)
    return _asked(story, event, message=message, now=now)


def _forget_moved(event: Event, message: MailMessage) -> None:
    """Forget what this message was kept as where it was thought to belong before."""
    rows = FeedbackRequest.objects.for_person(event.person)
    rows.filter(
        way=Way.OWN_MAIL, message_id=message.message_id, state=RequestState.DRAFT
    ).exclude(asked_event=event).delete()


def _asked(
    story: Story, event: Event, *, message: MailMessage, now: datetime
) -> FeedbackRequest:
    address = message.recipients[0] if message.recipients else ""
    names = {one.address: one.name for one in story.people}
    drafted = story.request.body if story.request is not None else ""
    request = request_to(
        story, to_name=names.get(address.lower(), ""), to_address=address, now=now
    )
    request.subject = message.subject[:_MOST_SUBJECT]
    request.body = own_text(message.text)
    request.previous_body = drafted if drafted != request.body else ""
    request.message_id = message.message_id
    request.references = message.references
    request.in_reply_to = message.references[-1] if message.references else ""
    request.state, request.way = RequestState.ASKED, Way.OWN_MAIL
    request.asked_event = event
    request.save()
    wait_for_answer(request)
    return request
