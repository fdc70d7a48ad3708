"""The mail that waits for the person, counted in one place for every page that speaks of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from onward.mail.models import MailMessage, Review
from onward.mail.rules.types import Verdict
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

WAITING = (Review.AMBIGUOUS, Review.UNMATCHED, Review.APPROACH)


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many messages wait, each counted once, by why they do.

    Attributes:
        unclear: Their words do not decide.
        unplaced: No application was found for them.
        approaches: Somebody wrote to the person first.
    """

    unclear: int = 0
    unplaced: int = 0
    approaches: int = 0

    @property
    def messages(self) -> int:
        """Return how many messages the review page shows."""
        return self.unclear + self.unplaced + self.approaches

    def __bool__(self) -> bool:
        return self.messages > 0


def waiting_mail(person: Person) -> OwnedQuerySet[MailMessage]:
    """Return the messages that wait for the person: what the review page shows."""
    return MailMessage.objects.for_person(person).filter(review__in=WAITING)


def waiting(person: Person) -> Waiting:
    """Return how many messages wait for the person now, and why."""
    wrote_first = Q(review=Review.UNMATCHED, verdict=Verdict.OUTREACH)
    counts = waiting_mail(person).aggregate(
        unclear=Count("pk", filter=Q(review=Review.AMBIGUOUS)),
        unplaced=Count("pk", filter=Q(review=Review.UNMATCHED) & ~wrote_first),
        approaches=Count("pk", filter=Q(review=Review.APPROACH) | wrote_first),
    )
    return Waiting(**counts)
