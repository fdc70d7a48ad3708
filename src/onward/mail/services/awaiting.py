"""Answers that a person waits for: reading mail keeps them, whatever they are about."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime

from onward.mail.models import AwaitedAnswer
from onward.mail.rules.talks.awaited import Awaited
from onward.people.models import Person


def await_answer(
    person: Person,
    *,
    record: uuid.UUID,
    address: str,
    message_ids: Iterable[str],
    since: datetime,
) -> None:
    """Keep mail that answers `record`, from this address or in these threads, from now on."""
    AwaitedAnswer.objects.update_or_create(
        person=person,
        record=record,
        defaults={
            "address": address.lower(),
            "message_ids": [name for name in message_ids if name],
            "since": since,
        },
    )


def stop_awaiting(person: Person, *, record: uuid.UUID) -> None:
    """Let mail about `record` pass again like any other; what is kept stays."""
    AwaitedAnswer.objects.for_person(person).filter(record=record).delete()


def awaited_by(person: Person) -> tuple[Awaited, ...]:
    """Return what this person waits for."""
    return tuple(
        Awaited(row.address, frozenset(row.message_ids), row.since)
        for row in AwaitedAnswer.objects.for_person(person)
    )
