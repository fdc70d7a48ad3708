"""What the person's own words leave open: a question to them, and no event till they answer."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db.models import Q

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import on_timeline_of
from onward.mail.models import MailMessage, Review
from onward.mail.rules.talks.own_mail import OFFER_ANSWERS, OWN_WORDS, SURE
from onward.mail.rules.types import Verdict
from onward.mail.services.stored import StoredMail
from onward.people.models import Person

_ANSWERS = sorted(meaning.value for meaning in OFFER_ANSWERS)
_WORDS = sorted(meaning.value for meaning in OWN_WORDS)


def is_unsure(
    person: Person, row: StoredMail, rows: Iterable[StoredMail], *, head: uuid.UUID
) -> bool:
    """Say whether own mail ends it in no plain words, or answers an offer nobody knows of.

    Args:
        rows: All messages of the same application.
    """
    if not row.is_sent or row.verdict not in _WORDS:
        return False
    if row.confidence < SURE:
        return True
    if row.verdict not in _ANSWERS:
        return False
    offers = (each for each in rows if each.verdict == Verdict.OFFER)
    if any(each.sent_at <= row.sent_at for each in offers):
        return False
    known = Event.objects.for_person(person).filter(
        on_timeline_of(head),
        kind=EventKind.OFFER,
        voided_by=None,
        at__lte=row.sent_at,
    )
    return not known.exists()


def is_asked_about(message: MailMessage) -> bool:
    """Say whether own mail is asked about where nothing of it stands."""
    if not message.is_sent:
        return False
    is_unsure_word = message.verdict in _WORDS and message.confidence < SURE
    return message.verdict in _ANSWERS or is_unsure_word


def mark_unsure(
    person: Person, unsure: Iterable[str], *, homeless: Iterable[str]
) -> None:
    """Let these own words wait for the person, and no others that they left open.

    Args:
        unsure: Messages of an application that became no event.
        homeless: Those of none, among which an answer to an offer is asked about.
    """
    of_application = set(unsure)
    waiting = of_application.union(homeless)
    own = MailMessage.objects.for_person(person).filter(is_sent=True)
    asked = Q(verdict__in=_ANSWERS) | Q(verdict__in=_WORDS, confidence__lt=SURE)
    rows = own.filter(asked).exclude(review=Review.SETTLED)
    for message in rows.only("key", "review", "verdict"):
        keys = waiting if message.verdict in _ANSWERS else of_application
        review = Review.AMBIGUOUS if message.key in keys else Review.NONE
        if message.review != review:
            own.filter(pk=message.pk).update(review=review)
