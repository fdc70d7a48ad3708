"""Own mail that thanks for a no of which no mail tells: the person is asked, and nothing is assumed."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping

from django.db.models.functions import Coalesce

from onward.applications.models import Event
from onward.applications.rules.kinds import NO_KINDS
from onward.mail.models import MailMessage, Review
from onward.mail.rules.talks.own_mail import SentMeaning
from onward.mail.rules.talks.told_no import TOLD_NO
from onward.people.models import Person

_HEAD = Coalesce("application__merged_into_id", "application_id")


def mark_told_no(person: Person, heads: Mapping[str, uuid.UUID]) -> None:
    """Let such mail wait while its application has no end, and no longer.

    Args:
        heads: In which application each message stands, by its key.
    """
    thanks = MailMessage.objects.for_person(person).filter(
        is_sent=True,
        verdict=SentMeaning.THREAD.value,
        because__0__rule=TOLD_NO,
    )
    rows = list(thanks.exclude(review=Review.SETTLED).only("pk", "key", "review"))
    over = _over(person, {heads[row.key] for row in rows if row.key in heads})
    for row in rows:
        is_open = row.key in heads and heads[row.key] not in over
        review = Review.AMBIGUOUS if is_open else Review.NONE
        if row.review != review:
            thanks.filter(pk=row.pk).update(review=review)


def _over(person: Person, heads: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """Return which of these applications have an end that stands."""
    if not heads:
        return set()
    ends = Event.objects.for_person(person).filter(kind__in=NO_KINDS, voided_by=None)
    told = ends.annotate(head=_HEAD).filter(head__in=heads)
    return set(told.values_list("head", flat=True))
