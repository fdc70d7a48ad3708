"""A person who names their time zone, and what the rooms above do with their hours then."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from onward.people.models import Person

_MOVERS: list[Callable[[Person], None]] = []


def on_new_zone(move: Callable[[Person], None]) -> None:
    """Let a room that keeps hours hear of each person who named another time zone."""
    if move not in _MOVERS:
        _MOVERS.append(move)


@transaction.atomic
def name_zone(person: Person, zone_name: str) -> None:
    """Keep the time zone that a person named, and put their hours on its clock."""
    person.time_zone = zone_name
    person.save(update_fields=["time_zone"])
    for move in _MOVERS:
        move(person)
