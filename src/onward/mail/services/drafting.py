"""What a message becomes: the draft of its event."""

from __future__ import annotations

import uuid
from collections.abc import Container
from typing import Any

from django.db.models import Q

from onward.applications.models import Event
from onward.applications.rules.kinds import ARRANGED_KINDS, EventKind
from onward.applications.services import EventDraft
from onward.mail.rules.appointments.letter import of_talk
from onward.mail.services import told_hours
from onward.mail.services.by_rule import draft_by_rule
from onward.mail.services.payloads import arrangement_by, told_by
from onward.mail.services.stored import Mail
from onward.mail.services.undone_talks import ARRANGED_KEY
from onward.people.models import Person

KEY = "mail:"
EVENT_VERDICTS = frozenset(kind.value for kind in EventKind)
"""The verdicts that are events; what else is stored only joins an application."""


def event_draft(
    row: Mail,
    *,
    head: uuid.UUID,
    zone_name: str,
    batch: uuid.UUID | None = None,
    number: int = 1,
    kind: EventKind | None = None,
) -> EventDraft:
    """Return the event that a message is, by its verdict.

    Args:
        number: Which of several talks that it sets, 1 for the first.
        kind: What that one is, where not what the verdict says: a test beside a talk.
    """
    kind = kind or EventKind(row.verdict)
    return draft_by_rule(
        row,
        head=head,
        kind=kind,
        payload=payload_of(row, kind=kind, zone_name=zone_name, number=number),
        key=f"{KEY}{of_talk(row.key, number=number)}",
        batch=batch,
    )


def event_drafts(
    row: Mail,
    *,
    head: uuid.UUID,
    zone_name: str,
    known: Container[str] = (),
    batch: uuid.UUID | None = None,
) -> list[EventDraft]:
    """Return the event that a message is, and one for each further talk that it sets.

    Args:
        known: The talks, as `of_talk` names them, that an earlier message told of.
    """
    more = told_hours.further_talks(row, zone_name=zone_name)
    return [
        event_draft(
            row, head=head, zone_name=zone_name, batch=batch, number=number, kind=kind
        )
        for number, kind in enumerate((None, *more), start=1)
        if of_talk(row.key, number=number) not in known
    ]


def done_draft(
    event: Event, *, by: Mail, key: str, batch: uuid.UUID | None = None
) -> EventDraft:
    """Return that what an event asks for is done by a mail that the person sent.

    Args:
        key: Makes it happen once, also where the person took it back.
    """
    return draft_by_rule(
        by,
        head=event.application_id,
        kind=EventKind.DONE,
        payload={"event": str(event.pk)},
        key=key,
        batch=batch,
    )


def payload_of(
    row: Mail, *, kind: EventKind, zone_name: str, number: int = 1
) -> dict[str, Any]:
    """Return what an event keeps of its message: what decided, and what it arranges.

    Args:
        zone_name: The person's time zone, in which words name a clock time.
        number: Which of several talks that it sets, 1 for the first.
    """
    payload = told_by(row)
    if kind in ARRANGED_KINDS:
        payload |= told_hours.told_in_words(
            row, kind=kind, zone_name=zone_name, number=number
        )
        payload |= arrangement_by(row)
    elif kind == EventKind.CONFIRMATION:
        payload |= told_hours.takes_days(row)
    return payload


def further_of(person: Person, row: Mail) -> list[Event]:
    """Return the events of the talks that a message sets beside the first, whether they count or not."""
    own = Event.objects.for_person(person).filter(key__startswith=f"{KEY}{row.key}:")
    return list(own.select_related("application__merged_into").order_by("number"))


def event_of(person: Person, row: Mail) -> Event | None:
    """Return the event that reading a message made, whether it counts or not."""
    own = Event.objects.for_person(person).filter(
        Q(key=f"{KEY}{row.key}") | Q(key__startswith=f"{ARRANGED_KEY}{row.key}:")
    )
    events = own.select_related("application__merged_into").order_by("number")
    # A later word on an interview stands in place of an event of its own.
    return events.filter(voided_by=None).first() or events.last()
