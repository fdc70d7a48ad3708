"""The person's calendar: what the ledger and the steps know of the days ahead."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import replace
from datetime import date, datetime

from django.utils.translation import gettext as _

from onward.core.dates import day_in, zone
from onward.exchange.rules.calendar import REMINDED_BEFORE, CalendarEntry, ics, nameless
from onward.exchange.services import ledger_entries
from onward.method.order import STEPS
from onward.method.plan.models import CalendarFeed
from onward.method.plan.today import is_resting
from onward.method.step import HasCalendar
from onward.people.models import Person
from onward.people.zones import is_world_time


def entries(person: Person, *, now: datetime) -> list[CalendarEntry]:
    """Return interviews, tests, last days and what the steps have planned, by day."""
    has_no_clock = is_world_time(person.time_zone)
    planned = [
        replace(entry, is_floating=has_no_clock)
        for step in STEPS
        if isinstance(step, HasCalendar)
        for entry in step.calendar(person, now)
    ]
    found = ledger_entries(person, now=now) + _around_quiet(person, planned, now=now)
    return sorted(found, key=lambda entry: _place(entry, person))


def day_of(entry: CalendarEntry, person: Person) -> date:
    """Return the day on which an entry is, as the person's clock shows it."""
    if entry.is_floating or not isinstance(entry.starts, datetime):
        return entry.day
    return day_in(entry.starts, zone_name=person.time_zone)


def _place(entry: CalendarEntry, person: Person) -> tuple[date, str, str]:
    starts = entry.starts
    if isinstance(starts, datetime):
        by = starts if entry.is_floating else starts.astimezone(zone(person.time_zone))
        starts = by.replace(tzinfo=None)
    return day_of(entry, person), str(starts), entry.uid


def _around_quiet(
    person: Person, planned: list[CalendarEntry], *, now: datetime
) -> list[CalendarEntry]:
    """Return what the steps planned without what falls into a quiet time that is on.

    What begins after it stays, and reminds of itself only where that is after it too.
    """
    if not is_resting(person, now):
        return planned
    kept = []
    for entry in planned:
        starts = entry.starts
        if not isinstance(starts, datetime) or starts <= now:
            kept.append(entry)
        elif not is_resting(person, starts):
            is_quiet = is_resting(person, starts - REMINDED_BEFORE)
            kept.append(replace(entry, reminds=False) if is_quiet else entry)
    return kept


def calendar_file(person: Person, *, now: datetime, hides_names: bool = False) -> bytes:
    """Return the whole calendar as an iCalendar file, with or without names in it."""
    found = entries(person, now=now)
    if hides_names:
        found = [nameless(entry, title=_("Appointment")) for entry in found]
    return ics(found, name="Onward")


def make_address(person: Person, *, hides_names: bool, now: datetime) -> str:
    """Return the secret of a new private address; any earlier address stops working."""
    secret = secrets.token_urlsafe(32)
    CalendarFeed.objects.update_or_create(
        person=person,
        defaults={
            "digest": _digest(secret),
            "created_at": now,
            "hides_names": hides_names,
        },
    )
    return secret


def revoke_address(person: Person) -> None:
    """Let the private address work no more; twice is the same as once."""
    CalendarFeed.objects.for_person(person).delete()


def feed_of(secret: str) -> CalendarFeed | None:
    """Return whose address this is, or None where it never was or was revoked."""
    found = CalendarFeed.objects.filter(digest=_digest(secret), person__is_active=True)
    return found.select_related("person").first()


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
