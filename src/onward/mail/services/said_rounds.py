"""What the person says that a message does to an interview which they have already."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.db import transaction

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.rules.payload import Outcome, begins_by
from onward.applications.rules.rounds import Round
from onward.applications.services import EventDraft, commit_events, rounds_of
from onward.mail.models import MailMessage, Review
from onward.mail.services.said_mail import SETTLED_KEY
from onward.people.models import Person

_TALKS = frozenset({EventKind.INTERVIEW, EventKind.ASSESSMENT})


def held_round(
    person: Person, application: Application, *, at: datetime
) -> Round | None:
    """Return the interview or test of an application that mail of a time is about.

    That is the next that lies ahead of it, else one without an hour, else the last that
    began; an interview rather than a test, and none that was called off.
    """
    held = [
        each
        for each in rounds_of(person, application)
        if each.kind in _TALKS and each.outcome != Outcome.CANCELLED
    ]
    talks = [each for each in held if each.kind == EventKind.INTERVIEW] or held

    def nearness(each: Round) -> tuple[int, float]:
        begins = each.begins(zone_name=person.time_zone)
        if begins is None:
            return 1, -each.recorded_at.timestamp()
        if begins >= at:
            return 0, begins.timestamp()
        return 2, -begins.timestamp()

    return min(talks, key=nearness, default=None)


@transaction.atomic
def say_of_round(
    person: Person,
    message: MailMessage,
    *,
    application: Application,
    outcome: Outcome,
    begins: datetime | None = None,
    now: datetime,
) -> Event:
    """Record that a message moves the interview of an application, or calls it off.

    Args:
        begins: When it is now, aware; None where that is not known yet.

    Raises:
        LookupError: If nothing is arranged there.
    """
    held = held_round(person, application, at=message.sent_at)
    if held is None:
        raise LookupError("Nothing is arranged there.")
    said: dict[str, Any] = {"event": held.event, "outcome": outcome}
    if begins is not None:
        said |= begins_by(begins, own=person.time_zone) | {"outcome": ""}
    draft = EventDraft(
        application_id=application.pk,
        kind=EventKind.ARRANGED,
        # What was changed by hand since the mail came is overruled by this word.
        at=max(message.sent_at, held.changed_at),
        decided_by=DecidedBy.PERSON,
        source_kind=SourceKind.MESSAGE,
        source_id=message.pk,
        payload=said,
        key=f"{SETTLED_KEY}{message.key}:{uuid.uuid4().hex[:8]}",
    )
    event = commit_events(person, [draft], now=now)[0]
    own = MailMessage.objects.for_person(person).filter(pk=message.pk)
    own.update(review=Review.SETTLED)
    message.review = Review.SETTLED
    return event
