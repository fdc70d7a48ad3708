"""Which of the person's applications a stored message may be about."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Q
from django.db.models.functions import Coalesce

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import SourceKind, Stage
from onward.applications.services.listing import BLANK
from onward.mail.models import MailMessage
from onward.mail.rules.folding.fitting import Candidate, Fitting, fitting
from onward.mail.rules.talks.own_mail import OFFER_ANSWERS
from onward.mail.services.talks import is_of_firm
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

_NEAR = timedelta(days=2)
"""So far from an application a receipt of it is sent at most."""

_LONGEST_TALK = 20
"""So many answers back a conversation is followed."""

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
        hosts=_hosts(message, others),
        conversation=_conversation(person, message),
        answers_offer=message.verdict in OFFER_ANSWERS,
    )


def _hosts(message: MailMessage, others: Iterable[str]) -> set[str]:
    """Return the hosts of firms that a person's mail comes from, or goes to."""
    if not (message.is_sent or message.accepts_replies):
        return set()
    hosts = {address.lower().rpartition("@")[2] for address in others}
    return {host for host in hosts if is_of_firm(host)}


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
    """Return the applications in which mail stands of the conversation that a message is part of."""
    talk = conversation(person, message)
    if not talk:
        return set()
    events = Event.objects.for_person(person).filter(
        source_kind=SourceKind.MESSAGE, source_id__in=talk, voided_by=None
    )
    heads = events.annotate(
        head=Coalesce("application__merged_into_id", "application_id")
    )
    return set(heads.values_list("head", flat=True))


def conversation(person: Person, message: MailMessage) -> set[uuid.UUID]:
    """Return the stored mail that a message answers, what that answers, and what answers it."""
    own = MailMessage.objects.for_person(person).exclude(pk=message.pk)
    found: set[uuid.UUID] = set()
    ids, known = set(message.references), {message.message_id}
    for _step in range(_LONGEST_TALK):
        if not (ids := ids - known):
            break
        known |= ids
        rows = list(own.filter(message_id__in=ids).values_list("pk", "references"))
        found.update(pk for pk, _references in rows)
        ids = {each for _pk, references in rows for each in references}
    if message.thread:
        # Providers thread what machines send of one subject, whatever it is about.
        people = own.filter(Q(is_sent=True) | Q(accepts_replies=True))
        there = people.filter(thread=message.thread)
        found.update(there.values_list("pk", flat=True))
    return found
