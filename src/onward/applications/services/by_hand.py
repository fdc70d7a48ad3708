"""What a person does by hand: add, describe, record, shelve."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max

from onward.applications.models import Application, Event, Ledger
from onward.applications.rules.days import is_ahead, when_said
from onward.applications.rules.kinds import (
    FACTS,
    NO_KINDS,
    DecidedBy,
    EventKind,
)
from onward.applications.rules.payload import begins_by
from onward.applications.services.ledger import (
    EventDraft,
    commit_events,
    record,
    timeline_events,
)
from onward.applications.services.tagging import tag
from onward.core.dates import day_in
from onward.core.ids import uuid7
from onward.core.text import search_fold
from onward.people.models import Person

_NAMES = ("company", "role")


@transaction.atomic
def add_application(
    person: Person,
    *,
    facts: Mapping[str, str],
    applied_at: datetime | None,
    now: datetime,
    note: str = "",
    tags: Sequence[str] = (),
    decided_by: DecidedBy = DecidedBy.PERSON,
) -> Application:
    """Create an application by hand; without `applied_at` it is saved for later.

    All of it is one batch: undone in one press, and nothing of it is shown any more.
    """
    application = Application.objects.create(person=person)
    batch = uuid7()
    described = {name: facts[name].strip() for name in FACTS if facts.get(name)}
    first = EventKind.APPLIED if applied_at else EventKind.SAVED
    said = {"note": note.strip()} if note.strip() else {}
    drafts = [
        EventDraft(
            application_id=application.pk,
            kind=kind,
            at=at,
            decided_by=decided_by,
            payload=payload,
            batch=batch,
        )
        for kind, at, payload in (
            (EventKind.DESCRIBED, now, described),
            (first, applied_at or now, said),
        )
    ]
    commit_events(person, drafts, now=now)
    if tags:
        tag(person, [application], add=tags, now=now, batch=batch)
    application.refresh_from_db()
    return application


def has_twin(application: Application) -> bool:
    """Return whether another of the same person's has the same employer and title."""
    others = Application.objects.for_person(application.person).filter(
        company_sort=application.company_sort, merged_into=None
    )
    titles = others.exclude(pk=application.pk).values_list("role", flat=True)
    return search_fold(application.role) in map(search_fold, titles)


def describe(
    person: Person,
    application: Application,
    *,
    facts: Mapping[str, str],
    now: datetime,
    batch: uuid.UUID | None = None,
) -> Event | None:
    """Record what the person changed about an application; None where nothing did.

    A name that they saw and saved is their own word too, so that no mail renames it.
    """
    given = {name: facts[name].strip() for name in FACTS if name in facts}
    changed = {
        name: value
        for name, value in given.items()
        if value != getattr(application, name)
    }
    unsaid = [n for n in _NAMES if given.get(n) and n not in changed]
    if unsaid:
        own = timeline_events(person, application).filter(
            kind=EventKind.DESCRIBED, decided_by=DecidedBy.PERSON, voided_by=None
        )
        said = {name for event in own for name in event.payload}
        changed |= {name: given[name] for name in unsaid if name not in said}
    if not changed:
        return None
    return record(
        person,
        application,
        kind=EventKind.DESCRIBED,
        at=now,
        payload=changed,
        now=now,
        batch=batch,
    )


def add_event(
    person: Person,
    application: Application,
    *,
    kind: EventKind,
    at: datetime,
    now: datetime,
    note: str = "",
    is_timed: bool = False,
    on_day: date | None = None,
) -> Event:
    """Record by hand that something happened, with an optional note.

    An interview or a test that lies ahead is recorded now, with when it begins.

    Args:
        is_timed: The person named the hour too: that of an interview is when it began.
        on_day: The day to come that they named, and no hour, of what has one.
    """
    payload: dict[str, Any] = {"note": note.strip()} if note.strip() else {}
    lies_ahead = is_ahead(kind, at=at, now=now)
    when = when_said(kind, at=at, is_timed=is_timed, on_day=on_day, now=now)
    payload |= begins_by(when, own=person.time_zone) if when else {}
    if lies_ahead:
        at = now
    return record(person, application, kind=kind, at=at, payload=payload, now=now)


def last_number(person: Person, application: Application) -> int:
    """Return the number of the latest event of an application; 0 where there is none."""
    events = timeline_events(person, application)
    return events.aggregate(Max("number"))["number__max"] or 0


@transaction.atomic
def add_no(
    person: Person,
    application: Application,
    *,
    kind: EventKind,
    at: datetime,
    seen: int | None,
    now: datetime,
    note: str = "",
) -> tuple[Event, bool]:
    """Record a no by hand, unless one stands there by now; return it, and whether it is new.

    That is the same one, of the same day, or one that was recorded since the form was opened.

    Args:
        seen: The last number of the application at that time; None where nobody knows it.
    """
    # Whoever records at this moment, in another window, is waited for.
    Ledger.objects.filter(person=person).update(last_number=F("last_number"))
    known = _standing_no(person, application)
    if known is not None:
        days = (day_in(each, zone_name=person.time_zone) for each in (known.at, at))
        is_same = known.kind == kind and len(set(days)) == 1
        if is_same or (seen is not None and known.number > seen):
            return known, False
    event = add_event(person, application, kind=kind, at=at, now=now, note=note)
    return event, True


def _standing_no(person: Person, application: Application) -> Event | None:
    """Return the no that ended an application, the last that was recorded."""
    application.refresh_from_db()
    if not application.no_kind:
        return None
    noes = timeline_events(person, application).filter(
        kind__in=NO_KINDS, voided_by=None
    )
    return noes.order_by("number").last()


def archive(person: Person, application: Application, *, now: datetime) -> Event:
    """Put an application away: out of the list, kept in the archive."""
    return record(person, application, kind=EventKind.ARCHIVED, at=now, now=now)


def restore(person: Person, application: Application, *, now: datetime) -> Event:
    """Take an application out of the archive."""
    return record(person, application, kind=EventKind.RESTORED, at=now, now=now)
