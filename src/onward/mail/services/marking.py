"""Marking: which messages wait for the person after a fold, and why."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db.models import Q

from onward.core.parts import ROWS_AT_ONCE, parts
from onward.mail.models import MailMessage, Review
from onward.mail.rules.around.returned import RETURNED
from onward.mail.rules.folding.fold import Folded
from onward.mail.rules.talks.own_mail import SentMeaning
from onward.mail.rules.types import Verdict
from onward.people.models import Person


def approaches(result: Folded) -> list[str]:
    """Return the messages of those who only wrote to the person first."""
    return [
        key
        for cluster in result.clusters
        if not cluster.makes_application
        for key in cluster.keys
    ]


def mark_for_review(person: Person, result: Folded) -> None:
    """Say of each message whether it waits for the person, and why."""
    _mark(person, result.unmatched, review=Review.UNMATCHED)
    _mark(person, approaches(result), review=Review.APPROACH)


def _mark(person: Person, keys: Sequence[str], *, review: Review) -> None:
    waiting = MailMessage.objects.for_person(person).exclude(verdict=Verdict.AMBIGUOUS)
    # What the person wrote needs no explaining to them, nor that it did not arrive.
    # But whom they applied to, where nothing tells that.
    is_nameless = Q(verdict=SentMeaning.APPLIED.value, company="")
    waiting = waiting.exclude(Q(is_sent=True) & ~is_nameless).exclude(verdict=RETURNED)
    still = waiting.filter(review=review)
    keep: list[uuid.UUID] = []
    for part in parts(list(keys), size=ROWS_AT_ONCE):
        rows = waiting.filter(key__in=part, review__in=[Review.NONE, review])
        keep += rows.values_list("pk", flat=True)
        rows.exclude(review=review).update(review=review)
    # A later mail may have told where an earlier one belongs.
    for settled in parts(
        sorted(set(still.values_list("pk", flat=True)) - set(keep)),
        size=ROWS_AT_ONCE,
    ):
        MailMessage.objects.for_person(person).filter(pk__in=settled).update(
            review=Review.NONE
        )
