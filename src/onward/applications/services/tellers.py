"""Who knows what the source of an event tells beyond its kind: rooms above the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from onward.applications.models import Event
from onward.applications.rules.kinds import PLANNED_KINDS, EventKind, SourceKind
from onward.people.models import Person


class Teller(Protocol):
    """What can say when an interview or a test is that an event was not taken for."""

    def told_when(self, person: Person, event: Event) -> Mapping[str, Any]:
        """Return the `day` and the `time` that its source names, as far as it does."""

    def arranged(
        self, person: Person, event: Event, *, kind: EventKind, when: date | None
    ) -> Mapping[str, Any]:
        """Return what its source arranges, at the time or on the day that the person says."""

    def contact(self, person: Person, events: Sequence[Event]) -> Mapping[str, str]:
        """Return the `contact_name` and `contact_address` that their sources name last."""


_TELLERS: list[Teller] = []


def tell_by(teller: Teller) -> None:
    """Ask `teller` what the message of an event tells."""
    if teller not in _TELLERS:
        _TELLERS.append(teller)


def told_when(person: Person, event: Event) -> Mapping[str, Any]:
    """Return the `day` and the `time` of an interview that the message of an event names.

    Of what is an interview or a test already it is known by itself.
    """
    if event.source_kind != SourceKind.MESSAGE or event.kind in PLANNED_KINDS:
        return {}
    return next(filter(None, (t.told_when(person, event) for t in _TELLERS)), {})


def arranged_by(
    person: Person, event: Event, *, kind: EventKind, when: date | None
) -> Mapping[str, Any]:
    """Return what the message of an event arranges, at the time or on the day that the person says."""
    found = (t.arranged(person, event, kind=kind, when=when) for t in _TELLERS)
    return next(filter(None, found), {})


def contact_in(person: Person, events: Sequence[Event]) -> Mapping[str, str]:
    """Return the `contact_name` and `contact_address` that the messages of events name last."""
    told = (teller.contact(person, events) for teller in _TELLERS)
    return next(filter(None, told), {})
