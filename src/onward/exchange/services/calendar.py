"""What the ledger knows of the days ahead: interviews, tests, last days."""

from __future__ import annotations

import uuid
from collections import defaultdict
from datetime import date, datetime, timedelta

from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from onward.applications.labels import EVENT_LABELS
from onward.applications.models import Application, Event
from onward.applications.rules.kinds import ARRANGED_KINDS, EventKind, Stage
from onward.applications.rules.past import PastEvent
from onward.applications.rules.payload import Outcome
from onward.applications.rules.rounds import Round, rounds
from onward.core.dates import zone
from onward.exchange.rules.calendar import USUAL_MINUTES, CalendarEntry
from onward.people.models import Person

KEPT_AFTER = timedelta(days=30)
_ASKING = ARRANGED_KINDS | {EventKind.REMINDER}


def ledger_entries(person: Person, *, now: datetime) -> list[CalendarEntry]:
    """Return interviews, tests, reminders and last days, from a month ago on.

    What belongs to an application that has ended since is called off where it lay ahead.
    """
    histories = _histories(person)
    rows = Application.objects.for_person(person).in_bulk(list(histories))
    entries = []
    for key, history in histories.items():
        for each in rounds(history):
            entry = _entry(person, rows[key], each, now=now)
            if entry is not None:
                entries.append(entry)
    return entries + _deadlines(person, now=now)


def _histories(person: Person) -> dict[uuid.UUID, list[PastEvent]]:
    events = Event.objects.for_person(person).annotate(
        head=Coalesce("application__merged_into", "application")
    )
    asking = events.filter(kind__in=list(_ASKING), voided_by=None)
    heads = list(asking.values_list("head", flat=True).distinct())
    told = events.filter(
        head__in=heads, kind__in=[*_ASKING, EventKind.ARRANGED, EventKind.DONE]
    )
    histories: dict[uuid.UUID, list[PastEvent]] = defaultdict(list)
    for event in told:
        histories[event.head].append(event.as_past(of=event.head))
    return histories


def _entry(
    person: Person, application: Application, each: Round, *, now: datetime
) -> CalendarEntry | None:
    starts = _starts(person, each)
    if starts is None or each.outcome == Outcome.MOVED:
        return None
    day = starts.date() if isinstance(starts, datetime) else starts
    if day < (now - KEPT_AFTER).date():
        return None
    is_over = not application.is_open and day >= now.date()
    return CalendarEntry(
        uid=each.event,
        title=_title(application, each),
        starts=starts,
        minutes=each.minutes or USUAL_MINUTES,
        changed_at=each.recorded_at,
        place=each.place or each.link,
        url=each.link,
        description="\n".join(filter(None, (each.people, each.note))),
        is_cancelled=is_over or each.outcome == Outcome.CANCELLED,
    )


def _starts(person: Person, each: Round) -> datetime | date | None:
    if each.starts_at is None:
        return each.until
    if each.starts_at.tzinfo is None:
        return each.starts_at.replace(tzinfo=zone(person.time_zone))
    # An offset alone has no name that a calendar could keep: the person's own zone has.
    return each.starts_at.astimezone(zone(each.time_zone or person.time_zone))


def _title(application: Application, each: Round) -> str:
    what = each.title or str(EVENT_LABELS[each.kind])
    return f"{what}: {application.company or application.role or _('a company')}"


def _deadlines(person: Person, *, now: datetime) -> list[CalendarEntry]:
    saved = Application.objects.for_person(person).filter(
        merged_into=None,
        stage=Stage.SAVED.value,
        is_archived=False,
        deadline__gte=(now - KEPT_AFTER).date().isoformat(),
    )
    return [
        CalendarEntry(
            uid=f"deadline-{row.pk}",
            title=_("Last day to apply: %(what)s") % {"what": row},
            starts=date.fromisoformat(row.deadline),
            changed_at=row.created_at,
            url=row.url,
        )
        for row in saved
    ]
