"""What the person answered to an offer: an event where there is one, else a question to them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db.models import Q

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.mail.models import MailMessage, Review
from onward.mail.rules.talks.own_mail import OFFER_ANSWERS, SURE
from onward.mail.rules.types import Verdict
from onward.mail.services.stored import StoredMail
from onward.people.models import Person

_ANSWERS = sorted(meaning.value for meaning in OFFER_ANSWERS)


def is_unsure(
    person: Person, row: StoredMail, rows: Iterable[StoredMail], *, head: uuid.UUID
) -> bool:
    """Say whether own mail answers an offer that nobody knows of, or not in plain words.

    Args:
        rows: All messages of the same application.
    """
    if not row.is_sent or row.verdict not in _ANSWERS:
        return False
    if row.confidence < SURE:
        return True
    offers = (each for each in rows if each.verdict == Verdict.OFFER)
    if any(each.sent_at <= row.sent_at for each in offers):
        return False
    known = Event.objects.for_person(person).filter(
        Q(application=head) | Q(application__merged_into=head),
        kind=EventKind.OFFER,
        voided_by=None,
        at__lte=row.sent_at,
    )
    return not known.exists()


def mark_unsure(person: Person, keys: Iterable[str]) -> None:
    """Let these answers to offers wait for the person, and no others that they left open.

    Args:
        keys: Messages of any kind that became no event.
    """
    waiting = set(keys)
    own = MailMessage.objects.for_person(person).filter(
        is_sent=True, verdict__in=_ANSWERS
    )
    for message in own.exclude(review=Review.SETTLED).only("key", "review"):
        review = Review.AMBIGUOUS if message.key in waiting else Review.NONE
        if message.review != review:
            own.filter(pk=message.pk).update(review=review)
