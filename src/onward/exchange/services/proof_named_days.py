"""The day of applying that mail names where nothing else tells one: offered, and recorded by a press."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, SourceKind
from onward.applications.services import add_event
from onward.core.dates import day_in, midday_of
from onward.exchange.services.proof_deeds import Told
from onward.mail.models import MailMessage
from onward.mail.rules.talks.applied_on import applied_on
from onward.people.models import Person


def days_named(
    person: Person,
    applications: Iterable[uuid.UUID],
    *,
    histories: Mapping[uuid.UUID, list[Event]],
) -> dict[uuid.UUID, date]:
    """Return the day of applying that the mail of each application names, where it is one."""
    sources = {
        key: [
            event.source_id
            for event in histories.get(key, [])
            if event.source_kind == SourceKind.MESSAGE and event.source_id is not None
        ]
        for key in applications
    }
    ids = {source for each in sources.values() for source in each}
    mails = (
        MailMessage.objects.for_person(person)
        .filter(is_sent=False, is_date_believed=True)
        .only("text", "sent_at")
        .in_bulk(list(ids))
    )
    named = {
        key: {
            _named(mails[source], person=person) for source in each if source in mails
        }
        - {None}
        for key, each in sources.items()
    }
    return {
        key: day for key, days in named.items() if len(days) == 1 for day in days if day
    }


def _named(mail: MailMessage, *, person: Person) -> date | None:
    told_on = day_in(mail.sent_at, zone_name=person.time_zone)
    return applied_on(mail.text, told_on=told_on)


@transaction.atomic
def record_named_day(
    person: Person, application: Application, *, now: datetime
) -> bool:
    """Record that the person applied on the day that mail names; say whether one was recorded.

    Where it is recorded already, or mail names none any more, nothing is.
    """
    told = Told.of(person)
    history = told.histories.get(application.pk, [])
    if any(event.kind == EventKind.APPLIED for event in history):
        return False
    named = days_named(person, [application.pk], histories=told.histories)
    day = named.get(application.pk)
    if day is None:
        return False
    at = midday_of(day, zone_name=person.time_zone)
    add_event(person, application, kind=EventKind.APPLIED, at=at, now=now)
    return True
