"""The mail that waits for the person, counted in one place for every page that speaks of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.mail.models import MailMessage, MailRun, Review
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
    """Return the messages that wait for the person: what the review page shows.

    Of a reading that was undone whole nothing is asked, as long as it is.
    """
    waits = MailMessage.objects.for_person(person).filter(review__in=WAITING)
    undone = undone_readings(person)
    return waits.exclude(recorded_at__in=undone) if undone else waits


def undone_readings(person: Person) -> list[datetime]:
    """Return when those readings began of which the person undid all: their mail was stored as of then."""
    told = Event.objects.for_person(person).filter(batch=OuterRef("pk"))
    told = told.exclude(kind=EventKind.VOID)
    runs = MailRun.objects.for_person(person).filter(
        Exists(told), ~Exists(told.filter(voided_by=None))
    )
    found = dict(runs.values_list("pk", "started_at"))
    if not found:
        return []
    # Where each mail was taken back by itself, that is said of each mail alone.
    whole = Event.objects.for_person(person).filter(
        kind=EventKind.VOID,
        voided_by=None,
        payload__undone__in=[str(each) for each in found],
    )
    named = set(whole.values_list("payload__undone", flat=True))
    return [at for each, at in found.items() if str(each) in named]


def waiting(person: Person) -> Waiting:
    """Return how many messages wait for the person now, and why."""
    wrote_first = Q(review=Review.UNMATCHED, verdict=Verdict.OUTREACH)
    counts = waiting_mail(person).aggregate(
        unclear=Count("pk", filter=Q(review=Review.AMBIGUOUS)),
        unplaced=Count("pk", filter=Q(review=Review.UNMATCHED) & ~wrote_first),
        approaches=Count("pk", filter=Q(review=Review.APPROACH) | wrote_first),
    )
    return Waiting(**counts)
