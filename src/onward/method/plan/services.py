"""The care plan's use cases."""

from __future__ import annotations

from datetime import datetime

from onward.people.models import Person


def catch_up(person: Person, *, now: datetime) -> None:
    """Hand each new event of `person` to every step."""
