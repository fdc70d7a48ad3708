"""Questions that the person's own later word has settled: their answer would change nothing."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from django.db.models import Max, Q
from django.db.models.functions import Coalesce

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, NoKind, Stage
from onward.mail.models import MailMessage, Review
from onward.mail.rules.talks.own_mail import OFFER_ANSWERS, SURE
from onward.mail.rules.talks.takes_note import takes_note
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

_OWN_NOES = (EventKind.WITHDRAWAL, EventKind.OFFER_DECLINED)
_OWN_ENDS = (*_OWN_NOES, EventKind.ACCEPTANCE)
_NOTED_WITHIN = timedelta(days=21)
_ANSWERS = sorted(meaning.value for meaning in OFFER_ANSWERS)
_HEAD = Coalesce("application__merged_into_id", "application_id")


def mark_overtaken(person: Person, heads: Mapping[str, uuid.UUID]) -> None:
    """Ask no more about unclear mail to which the person said their last word later.

    That is one by which an application is over, and plain words to an offer that
    wait themselves: of both the second is asked about. After a no of the person's own, what
    merely takes note of it is not asked about either. Where the word is taken back, or
    the application goes on, the mail waits again.

    Args:
        heads: In which application each message stands, by its key.
    """
    unclear = [row for row in _unclear(person) if row.key in heads]
    if not unclear:
        return
    keys = {heads[row.key] for row in unclear}
    ended, declined = _ended(person, keys), _ended(person, keys, said=_OWN_NOES)
    for row in _plain_answers(person):
        head = heads.get(row.key)
        if head is not None:
            ended[head] = max(row.sent_at, ended.get(head, row.sent_at))
    for row in unclear:
        last = ended.get(heads[row.key])
        is_over = last is not None and (
            row.sent_at < last or _takes_note(row, declined.get(heads[row.key]))
        )
        review = Review.OVERTAKEN if is_over else Review.AMBIGUOUS
        if row.review != review:
            # Unless the person has decided in between.
            _unclear(person).filter(pk=row.pk).update(review=review)


def overtaken_mail(person: Person) -> OwnedQuerySet[MailMessage]:
    """Return the mail about which nothing is asked since the person said their last word."""
    return MailMessage.objects.for_person(person).filter(review=Review.OVERTAKEN)


def _takes_note(row: MailMessage, declined: datetime | None) -> bool:
    """Say whether a mail of theirs only takes note of the person's own no, soon after it."""
    if declined is None or row.is_sent:
        return False
    if not declined <= row.sent_at <= declined + _NOTED_WITHIN:
        return False
    return takes_note(row.text, sender=f"{row.sender_name} {row.sender_address}")


def _unclear(person: Person) -> OwnedQuerySet[MailMessage]:
    own = MailMessage.objects.for_person(person)
    rows = own.filter(review__in=[Review.AMBIGUOUS, Review.OVERTAKEN])
    names = ("is_sent", "sender_name", "sender_address")
    # The text is read of the few that came after an own no.
    return rows.only("key", "sent_at", "review", *names)


def _plain_answers(person: Person) -> OwnedQuerySet[MailMessage]:
    """Return own answers to offers that are plain and wait, since no offer is known."""
    own = MailMessage.objects.for_person(person).filter(
        is_sent=True,
        verdict__in=_ANSWERS,
        confidence__gte=SURE,
        review=Review.AMBIGUOUS,
    )
    return own.only("key", "sent_at")


def _ended(
    person: Person,
    heads: Collection[uuid.UUID],
    *,
    said: Collection[EventKind] = _OWN_ENDS,
) -> dict[uuid.UUID, datetime]:
    """Return when the person said the last word on these applications, where it holds."""
    over = Application.objects.for_person(person).filter(
        Q(no_kind=NoKind.I_SAID_NO) | Q(stage=Stage.ACCEPTED), pk__in=heads
    )
    last = (
        Event.objects.for_person(person)
        .filter(
            Q(application__in=over) | Q(application__merged_into__in=over),
            kind__in=said,
            voided_by=None,
        )
        .values_list(_HEAD)
        .annotate(last=Max("at"))
    )
    return dict(last)
