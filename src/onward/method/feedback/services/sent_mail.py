"""Requests that the person wrote in their own mail program, found in their sent mail."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.mail.models import MailMessage
from onward.mail.rules.facts.contact import is_no_reply
from onward.mail.services.awaiting import stop_awaiting
from onward.mail.services.own_addresses import own_addresses
from onward.method.feedback.models import FeedbackRequest
from onward.method.feedback.rules.kinds import RequestState, Way
from onward.method.feedback.services.answering import own_text
from onward.method.feedback.services.asking import wait_for_answer
from onward.method.feedback.services.drafting import request_to
from onward.method.feedback.services.situation import (
    Story,
    is_after_no,
    story_of,
    together,
)
from onward.people.models import Person


@transaction.atomic
def follow_own_mail(
    person: Person, *, application_ids: Iterable[uuid.UUID], now: datetime
) -> None:
    """Bring requests in line with what these applications' sent mail asked.

    The first question after a no is the one request about it, and its answer is looked for.
    A draft that is there becomes what was really sent, and is a draft again where that
    mail turns out to belong elsewhere. Doing it again changes nothing.
    """
    if not _has_asked_by_mail(person):
        return
    waiting, done = list(application_ids), set[uuid.UUID]()
    while waiting:
        rows = Application.objects.for_person(person).filter(pk=waiting.pop())
        head = rows.select_related("merged_into").get().head
        if head.pk in done:
            continue
        done.add(head.pk)
        keys = together(person, head)
        waiting += _let_go_of_moved(person, keys)
        asked = _asked_by_mail(person, keys)
        if asked:
            _keep_first(story_of(person, head), asked, now=now)


def _has_asked_by_mail(person: Person) -> bool:
    events = Event.objects.for_person(person)
    asked = events.filter(kind=EventKind.FEEDBACK_ASKED, source_id__isnull=False)
    return asked.exists()


def _asked_by_mail(person: Person, keys: list[uuid.UUID]) -> list[Event]:
    events = Event.objects.for_person(person).filter(
        application__in=keys,
        kind=EventKind.FEEDBACK_ASKED,
        voided_by=None,
        source_id__isnull=False,
    )
    return list(events.order_by("at", "number"))


def _let_go_of_moved(person: Person, keys: list[uuid.UUID]) -> list[uuid.UUID]:
    """Forget what a message was kept as where it was taken back, or belongs elsewhere.

    Returns:
        The applications that such messages belong to now.
    """
    moved = []
    rows = FeedbackRequest.objects.for_person(person).filter(
        Q(application__in=keys) | Q(asked_event__application__in=keys),
        way=Way.OWN_MAIL,
        answers=None,
    )
    for row in rows.select_related("asked_event", "application__merged_into"):
        event = row.asked_event
        here = together(person, row.application.head)
        if event is not None and not event.is_void:
            if event.application_id in here:
                continue
            moved.append(event.application_id)
        stop_awaiting(person, record=row.pk)
        if not row.previous_body:
            row.delete()
            continue
        row.body, row.previous_body = row.previous_body, ""
        row.state, row.way, row.message_id = RequestState.DRAFT, "", ""
        row.asked_event = None
        row.save()
    return moved


def _keep_first(story: Story, asked: list[Event], *, now: datetime) -> None:
    """Keep the first question after the no, unless the no was asked about already."""
    origin, request = story.origin, story.request
    if origin is None or (request and request.state != RequestState.DRAFT):
        return
    sent = MailMessage.objects.for_person(story.person).filter(is_sent=True)
    messages = sent.in_bulk([event.source_id for event in asked])
    for event in asked:
        message = messages.get(event.source_id)
        if message is not None and is_after_no(story.person, event, origin):
            _keep(story, event, message=message, now=now)
            return


def _keep(story: Story, event: Event, *, message: MailMessage, now: datetime) -> None:
    drafted = story.request.body if story.request is not None else ""
    address = _addressee(story, message)
    names = {one.address: one.name for one in story.people}
    name = names.get(address.lower(), "")
    request = request_to(story, to_name=name, to_address=address, now=now)
    request.subject = message.subject
    request.body = own_text(message.text)
    request.previous_body = drafted if drafted != request.body else ""
    request.message_id = message.message_id
    request.references = message.references
    request.in_reply_to = message.references[-1] if message.references else ""
    request.state, request.way = RequestState.ASKED, Way.OWN_MAIL
    request.problem = request.problem_said = ""
    request.asked_event = event
    _cut(request)
    request.save()
    wait_for_answer(request)


def _addressee(story: Story, message: MailMessage) -> str:
    """Return whom the question went to: somebody known, else whom an answer may come from."""
    recipients = [str(address) for address in message.recipients]
    known = {one.address for one in story.people}
    for address in recipients:
        if address.lower() in known:
            return address
    own = own_addresses(story.person)
    others = (
        address
        for address in recipients
        if address.lower() not in own and not is_no_reply(address)
    )
    return next(others, "")


def _cut(request: FeedbackRequest) -> None:
    """Keep what comes from headers within what a column holds."""
    for name in ("to_name", "to_address", "subject", "message_id", "in_reply_to"):
        field: Any = request._meta.get_field(name)
        setattr(request, name, getattr(request, name)[: field.max_length])
