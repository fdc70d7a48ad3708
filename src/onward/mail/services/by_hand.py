"""What the person recorded by hand: the mail that tells of it too says nothing new."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Q

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, NoKind, Stage
from onward.applications.services import on_timeline_of
from onward.mail.services.stored import StoredMail
from onward.people.models import Person

# What Onward records where the person asks through it, and what their mail tells again.
_TOLD_BY_HAND = frozenset(
    {
        EventKind.FOLLOW_UP.value,
        EventKind.FEEDBACK_ASKED.value,
        EventKind.WITHDRAWAL.value,
        EventKind.ACCEPTANCE.value,
        EventKind.OFFER_DECLINED.value,
    }
)
_SAME_ASKING = timedelta(days=3)


def ended_by_hand(
    person: Person, heads: Sequence[uuid.UUID]
) -> dict[uuid.UUID, tuple[datetime, str, str]]:
    """Return when the person ended these applications, no key, and by which word."""
    ended = Application.objects.for_person(person).filter(
        Q(no_kind=NoKind.I_SAID_NO) | Q(stage=Stage.ACCEPTED), pk__in=heads
    )
    words = {Stage.ACCEPTED.value: EventKind.ACCEPTANCE.value}
    return {
        head: (at, "", words.get(stage, EventKind.WITHDRAWAL.value))
        for head, at, stage in ended.values_list("pk", "last_moved_at", "stage")
        if at is not None
    }


def is_told_by_hand(person: Person, row: StoredMail, *, head: uuid.UUID) -> bool:
    """Return whether the person recorded by themselves what they wrote in this mail."""
    if not row.is_sent or row.verdict not in _TOLD_BY_HAND:
        return False
    around = (row.sent_at - _SAME_ASKING, row.sent_at + _SAME_ASKING)
    own = Event.objects.for_person(person).filter(
        on_timeline_of(head),
        kind=row.verdict,
        decided_by=DecidedBy.PERSON,
        voided_by=None,
        at__range=around,
    )
    return own.exists()
