"""Which of the person's applications a stored message may be about."""

from __future__ import annotations

import uuid

from django.db.models.functions import Coalesce

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import SourceKind, Stage
from onward.mail.models import MailMessage
from onward.mail.rules.folding.fitting import Candidate, Fitting, fitting
from onward.mail.rules.talks.own_mail import OFFER_ANSWERS
from onward.people.models import Person


def fitting_applications(person: Person, message: MailMessage) -> Fitting:
    """Return which applications a message may be about, and the one where that is plain."""
    mine = Application.objects.for_person(person).filter(merged_into=None)
    own = mine.only("pk", "company", "role", "contact_address", "stage")
    candidates = [
        Candidate(
            id=each.pk,
            company=each.company,
            role=each.role,
            address=each.contact_address,
            has_offer=each.stage == Stage.OFFER,
        )
        for each in own.order_by("is_archived", "-is_open", "-last_moved_at", "pk")
    ]
    others = message.recipients if message.is_sent else [message.sender_address]
    return fitting(
        candidates,
        company=message.company,
        role=message.role,
        addresses={address.lower() for address in others if address},
        conversation=_conversation(person, message),
        answers_offer=message.verdict in OFFER_ANSWERS,
    )


def _conversation(person: Person, message: MailMessage) -> set[uuid.UUID]:
    """Return the applications in which mail stands that a message answers."""
    if not message.references:
        return set()
    answered = MailMessage.objects.for_person(person).filter(
        message_id__in=message.references
    )
    events = Event.objects.for_person(person).filter(
        source_kind=SourceKind.MESSAGE,
        source_id__in=list(answered.values_list("pk", flat=True)),
        voided_by=None,
    )
    heads = events.annotate(
        head=Coalesce("application__merged_into_id", "application_id")
    )
    return set(heads.values_list("head", flat=True))
