"""The protocol that each of the twelve steps speaks."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from onward.applications.models import Event
from onward.applications.rules.kinds import NoKind, Stage
from onward.people.models import Person


class Depth(StrEnum):
    """How much care a no is offered; the person may always ask for more or less."""

    TAP = "tap"  # an automatic decline: one tap, and it can rest
    SOME = "some"  # somebody read it, or it mattered
    WHOLE = "whole"  # it went far: the whole plan


@dataclass(frozen=True, slots=True)
class No:
    """A no as the steps see it.

    Attributes:
        event_id: The event that is the no; its care plan lives at `/no/<event_id>/`.
        reached: The furthest stage the application had before it.
        at: When it was said, aware UTC.
        day: The same as a day of the person's own clock; noes of one day share a window.
    """

    person: Person
    event_id: uuid.UUID
    application_id: uuid.UUID
    company: str
    role: str
    kind: NoKind
    reached: Stage
    depth: Depth
    at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class CareItem:
    """One thing a step offers after a no.

    Attributes:
        kind: Stable name within the step, e.g. "window".
        when: From when it is offered, aware UTC; None for at any time.
        why: One plain sentence.
        is_now: It is on offer at this moment; others wait folded.
    """

    step: str
    kind: str
    title: str
    why: str
    url: str
    action: str
    when: datetime | None = None
    is_done: bool = False
    is_now: bool = True


@dataclass(frozen=True, slots=True)
class Card:
    """One card for Today.

    Attributes:
        weight: Which card is the one small step on offer: the heaviest.
        is_rest: A quiet window is on; only cards with `suits_rest` are shown beside it.
        suits_rest: Asks nothing of the person, so it may be shown in a quiet window.
        template: A template of the step's own to draw the card with; empty for the plain one.
    """

    step: str
    kind: str
    title: str
    body: str = ""
    url: str = ""
    action: str = ""
    weight: int = 0
    is_rest: bool = False
    suits_rest: bool = False
    template: str = ""
    context: dict[str, object] | None = None


class Step(Protocol):
    """What each room of the method answers; listed once, in `method/order.py`."""

    number: int
    name: str

    def after_no(self, no: No, now: datetime) -> list[CareItem]:
        """Return what this step offers after this no; may be nothing."""

    def today(self, person: Person, now: datetime) -> list[Card]:
        """Return this step's cards for Today; may be none."""

    def found(self, event: Event, now: datetime) -> None:
        """Read a new event, once and idempotently; void events are never handed over."""
