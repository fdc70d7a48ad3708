"""When it may be time to ask how an application stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

MOST_DAYS = 90
MOST_FOLLOW_UPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """How long to wait before asking, and how often.

    Attributes:
        first_after_days: Days since the application, or since the last real contact.
        again_after_days: Days since the person asked last.
        most: How often at all without an answer.
    """

    is_on: bool = True
    first_after_days: int = 7
    again_after_days: int = 10
    most: int = 2


DEFAULT_CADENCE = Cadence()
"""A custom, no study measured it: a week, then once more."""


def ripe_at(
    cadence: Cadence, *, waiting_since: datetime | None, follow_ups: int
) -> datetime | None:
    """Return from when a follow-up is on offer; None where none ever is.

    Args:
        waiting_since: Since when it is their turn, as `summarise` says; None where it is
            not, which a no and an accepted offer see to.
        follow_ups: How often the person asked since the last real contact.
    """
    if not cadence.is_on or waiting_since is None or follow_ups >= cadence.most:
        return None
    days = cadence.again_after_days if follow_ups else cadence.first_after_days
    return waiting_since + timedelta(days=days)
