"""Which of the person's applications a stored message may be about."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import timedelta

from django.db.models.functions import Coalesce

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import SourceKind, Stage
from onward.applications.services.listing import BLANK
from onward.mail.models import MailMessage
from onward.mail.rules.folding.fitting import Candidate, Fitting, fitting
from onward.mail.rules.talks.own_mail import OFFER_ANSWERS
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

_NEAR = timedelta(days=2)
"""So far from an application a receipt of it is sent at most."""

_LATER = timedelta(days=60)
"""So long after its receipt the first mail of an employer comes at most."""


def choosable(person: Person) -> OwnedQuerySet[Application]:
    """Return the applications that a message may belong to; what was undone whole is none."""
    mine = Application.objects.for_person(person).filter(merged_into=None)
    return mine.exclude(BLANK, is_archived=True)


def fitting_applications(
    person: Person, message: MailMessage, *, among: Iterable[Application] | None = None
) -> Fitting:
    """Return which applications a message may be about, and the one where that is plain.

    Args:
        among: All that it may belong to, where they are loaded already.
    """
    mine = choosable(person) if among is None else among
    candidates = [
        Candidate(
            id=each.pk,
            company=each.company,
            role=each.role,
            address=each.contact_address,
            has_offer=each.stage == Stage.OFFER,
            is_near=_is_near(each, message),
        )
        for each in sorted(mine, key=_by_movement)
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


def _by_movement(each: Application) -> tuple[bool, bool, float, str]:
    moved = each.last_moved_at.timestamp() if each.last_moved_at else 0.0
    return each.is_archived, not each.is_open, -moved, str(each.pk)


def _is_near(each: Application, message: MailMessage) -> bool:
    if each.applied_at is not None:
        return abs(message.sent_at - each.applied_at) <= _NEAR
    # Nothing told of the day: what tells of it came after the receipt.
    moved = each.last_moved_at
    return moved is not None and -_NEAR <= moved - message.sent_at <= _LATER


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
