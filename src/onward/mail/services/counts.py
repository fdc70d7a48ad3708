"""What a reading comes to: the counts of the ledger and of what waits."""

from __future__ import annotations

from dataclasses import dataclass

from onward.applications.models import Event
from onward.applications.rules.kinds import NO_KINDS, EventKind
from onward.applications.rules.listing import Wanted
from onward.applications.services.listing import find_applications
from onward.mail.services.waiting import waiting
from onward.people.models import Person


@dataclass(slots=True)
class LedgerCounts:
    """What the ledger and the review page hold now."""

    applications: int = 0
    noes: int = 0
    interviews: int = 0
    offers: int = 0
    unmatched: int = 0
    ambiguous: int = 0
    approaches: int = 0


def ledger_counts(person: Person) -> LedgerCounts:
    """Return what the ledger and the review page of `person` hold now."""
    # What was taken back or put away does not stand in the list either.
    applications = find_applications(person, wanted=Wanted())
    events = Event.objects.for_person(person).filter(voided_by=None)
    left = waiting(person)

    def with_event(kind: EventKind) -> int:
        rows = events.filter(kind=kind)
        return rows.values("application").distinct().count()

    return LedgerCounts(
        applications=applications.count(),
        noes=events.filter(kind__in=list(NO_KINDS)).count(),
        interviews=with_event(EventKind.INTERVIEW),
        offers=with_event(EventKind.OFFER),
        unmatched=left.unplaced,
        ambiguous=left.unclear,
        approaches=left.approaches,
    )
