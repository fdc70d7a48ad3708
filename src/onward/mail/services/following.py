"""What the person says of one mail, followed for the others of its conversation."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from onward.applications.models import Event
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.services import void_event
from onward.mail.models import MailMessage
from onward.mail.rules.facts.employers.names import company_key
from onward.mail.services.committing import commit_mail
from onward.mail.services.fitting import conversation
from onward.people.models import Person


def follow_conversation(person: Person, message: MailMessage, *, now: datetime) -> None:
    """Read the other mail of a conversation anew once the person put one of it somewhere."""
    if _talk(person, message):
        commit_mail(person, now=now)


def unfollow_conversation(
    person: Person, message: MailMessage, *, put: Event | None, now: datetime
) -> None:
    """Take back what went with a message, once the person took back where they had put it.

    Mail that names the employer itself did not go with it, and stays.

    Args:
        put: What the person had said of the message, as it stood.
    """
    if put is None or put.decided_by != DecidedBy.PERSON:
        return
    talk = _talk(person, message)
    went = Event.objects.for_person(person).filter(
        source_id__in=talk,
        application_id=put.application_id,
        decided_by=DecidedBy.RULE,
        recorded_at__gte=put.recorded_at,
        number__gt=put.number,
        voided_by=None,
    )
    own = MailMessage.objects.for_person(person).exclude(company="")
    named: dict[uuid.UUID | None, str] = dict(
        own.filter(pk__in=talk).values_list("pk", "company")
    )
    employer = company_key(put.application.head.company)
    with transaction.atomic():
        for event in went.order_by("-number"):
            if company_key(named.get(event.source_id, "")) != employer or not employer:
                void_event(person, event, now=now, decided_by=DecidedBy.RULE)
    commit_mail(person, now=now)


def _talk(person: Person, message: MailMessage) -> set[uuid.UUID]:
    """Return the other mail of a conversation: what is answered, and what answers it."""
    found = conversation(person, message)
    own = MailMessage.objects.for_person(person).exclude(pk=message.pk)
    later = own.filter(sent_at__gte=message.sent_at).order_by("sent_at")
    ids = {message.message_id}
    for pk, message_id, references in later.values_list(
        "pk", "message_id", "references"
    ).iterator():
        if not ids.isdisjoint(references):
            ids.add(message_id)
            found.add(pk)
    return found


def stepped_back_before(person: Person, message: MailMessage) -> bool:
    """Say whether the person withdrew earlier in a message's conversation: no "no" is theirs."""
    talk = MailMessage.objects.for_person(person).filter(
        pk__in=conversation(person, message)
    )
    return talk.filter(
        is_sent=True,
        verdict=EventKind.WITHDRAWAL.value,
        sent_at__lt=message.sent_at,
    ).exists()
