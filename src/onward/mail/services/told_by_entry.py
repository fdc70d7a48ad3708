"""Unclear mail whose calendar entry is understood: nothing is asked of it while that stands."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from onward.applications.models import Event
from onward.applications.rules.kinds import DecidedBy
from onward.mail.models import MailMessage, Review
from onward.mail.rules.types import Verdict
from onward.mail.services.undone_talks import ARRANGED_KEY
from onward.people.models import Person


def mark_told_by_entry(person: Person) -> None:
    """Ask nothing about unclear mail that moved or called off an interview by its calendar part.

    Where that was taken back, or belongs to another application by now, it waits again.
    """
    said = Event.objects.for_person(person).filter(
        source_id=OuterRef("pk"),
        key__startswith=ARRANGED_KEY,
        decided_by=DecidedBy.RULE,
    )
    unclear = MailMessage.objects.for_person(person).filter(
        Exists(said), verdict=Verdict.AMBIGUOUS, is_sent=False
    )
    stands = Exists(said.filter(voided_by=None))
    unclear.filter(stands, review=Review.AMBIGUOUS).update(review=Review.NONE)
    unclear.filter(~stands, review=Review.NONE).update(review=Review.AMBIGUOUS)
