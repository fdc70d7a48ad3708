"""What a reading comes to: its own counts, those of the ledger and of what waits."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils import timezone

from onward.applications.models import Event
from onward.applications.rules.kinds import NO_KINDS, EventKind
from onward.applications.rules.listing import Wanted
from onward.applications.services.listing import find_applications
from onward.mail.models import MailRun
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


@dataclass(slots=True)
class ImportSummary:
    """What one reading of mail came to.

    Attributes:
        read: Messages looked at, whatever they were.
        hiring: Different messages about hiring among them.
        new: How many of those were not known before.
        junk: Those that were left out: drafts, and spam and the bin but `with_spam`.
        ledger: What the ledger holds now, over all readings.
        problems: What could not be read, as sentences with their place.
    """

    read: int = 0
    hiring: int = 0
    new: int = 0
    junk: int = 0
    with_spam: bool = False
    verdicts: dict[str, int] = field(default_factory=dict)
    ledger: LedgerCounts = field(default_factory=LedgerCounts)
    problems: list[dict[str, Any]] = field(default_factory=list)
    unreadable: int = 0


def keep_counts(run: MailRun, summary: ImportSummary) -> None:
    """Write what a run came to."""
    counts = asdict(summary)
    problems = counts.pop("problems")
    MailRun.objects.filter(pk=run.pk).update(
        finished_at=timezone.now(),
        counts=counts,
        problems=problems,
        taken_back=[],
    )


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
