"""Stepping stones: what a no left behind, and where some of it is found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from onward.applications.rules.kinds import EventKind

MOST_WRITTEN = 2_000


class StoneKind(StrEnum):
    """What can be left behind."""

    PRACTICE = "practice"
    CONTACT = "contact"
    FEEDBACK = "feedback"
    SKILL = "skill"
    OTHER = "other"


FOUND_IN: dict[EventKind, StoneKind] = {
    EventKind.INTERVIEW: StoneKind.PRACTICE,
    EventKind.ASSESSMENT: StoneKind.PRACTICE,
    EventKind.DEBRIEF: StoneKind.PRACTICE,
    EventKind.FEEDBACK_RECEIVED: StoneKind.FEEDBACK,
    EventKind.REFLECTION: StoneKind.SKILL,
}
"""The events that left something behind whatever came after them."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stepping stone that the records show by themselves.

    Attributes:
        event: What it rests on; None for a person known there.
    """

    kind: StoneKind
    at: datetime
    event: EventKind | None
    text: str = ""


def found_in(
    events: Iterable[tuple[EventKind, datetime]],
    *,
    contact: str = "",
    contact_at: datetime | None = None,
) -> list[Found]:
    """Return what an application's lasting events left behind, the oldest first.

    Of several interviews each counts: each was practice. A person whose name is known
    is a contact.
    """
    found = [Found(FOUND_IN[kind], at, kind) for kind, at in events if kind in FOUND_IN]
    if contact and contact_at is not None:
        found.append(Found(StoneKind.CONTACT, contact_at, None, contact))
    return sorted(found, key=lambda stone: stone.at)
