"""Hours told by the person's own clock: they stay as they were told in whichever zone."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Protocol

from django.db import transaction
from django.db.models import F

from onward.applications.models import Event, Ledger
from onward.applications.services.deriving import rederive
from onward.applications.services.rows import update_rows
from onward.core.dates import clock_of, zone
from onward.core.parts import parts
from onward.people.models import Person


class _Told(Protocol):
    """What is told of an event: when it happened, and what it carries."""

    @property
    def at(self) -> datetime: ...

    @property
    def payload(self) -> Mapping[str, Any]: ...


class OwnClock:
    """What new events keep of hours that were told by the clock of the person's zone.

    The zone is read anew: a person may name another while a mailbox is still being read.
    """

    def __init__(self, person: Person, told: Iterable[_Told]) -> None:
        self._read_in = person.time_zone
        self._now = self._read_in
        if any(self._is_own(each) or "own_clock" in each.payload for each in told):
            rows = Person.objects.filter(pk=person.pk)
            self._now = rows.values_list("time_zone", flat=True).get()

    def told(self, each: _Told) -> str:
        """Return what the person's clock showed, or "" for a moment."""
        return each.at.replace(tzinfo=None).isoformat() if self._is_own(each) else ""

    def moment(self, each: _Told) -> datetime:
        """Return when it happened, as aware UTC."""
        if self._is_own(each):
            return each.at.replace(tzinfo=zone(self._now)).astimezone(UTC)
        return each.at.astimezone(UTC)

    def payload(self, each: _Told) -> dict[str, Any]:
        """Return what it carries, an hour of the person's clock in their zone."""
        zone_now = {"time_zone": self._now} if "own_clock" in each.payload else {}
        return {**each.payload, **zone_now}

    def _is_own(self, each: _Told) -> bool:
        return clock_of(each.at) == self._read_in


@transaction.atomic
def keep_hours(person: Person) -> None:
    """Put every hour told by the person's own clock on the clock of the zone that they named.

    What was told stays, so that naming one zone after another loses nothing; moments stay.
    """
    name = person.time_zone
    # What is being committed by the zone before is waited for, and found below.
    Ledger.objects.filter(person=person).update(last_number=F("last_number"))
    own = Event.objects.for_person(person)
    touched: set[uuid.UUID] = set()
    typed = own.exclude(clock="").values_list("clock", "pk", "application_id")
    for part in parts(list(typed)):
        moments = [(_moment(told, name=name), key) for told, key, _ in part]
        update_rows(Event, ("at",), moments)
        touched |= {application for *_, application in part}
    begins = own.filter(payload__own_clock=True)
    rows = begins.values_list("payload", "pk", "application_id")
    for piece in parts(list(rows)):
        payloads = [({**said, "time_zone": name}, key) for said, key, _ in piece]
        update_rows(Event, ("payload",), payloads)
        touched |= {application for *_, application in piece}
    rederive(person, touched)


def _moment(told: str, *, name: str) -> datetime:
    return datetime.fromisoformat(told).replace(tzinfo=zone(name)).astimezone(UTC)
