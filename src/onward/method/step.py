"""The protocol that each of the twelve steps speaks."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, runtime_checkable

from onward.applications.labels import Words
from onward.applications.models import Event
from onward.applications.rules.kinds import NoKind, Stage
from onward.exchange.rules.calendar import CalendarEntry
from onward.method.rules import Depth
from onward.people.models import Person

__all__ = ["Card", "CareItem", "Depth", "HasCalendar", "KeepsQuiet", "No", "Step"]


@dataclass(frozen=True, slots=True)
class No:
    """A no as the steps see it.

    Attributes:
        event_id: The event that is the no; its care plan lives at `/no/<event_id>/`.
        origin_id: The first event of this no: a correction makes a new event, and keeps
            this. What a step stores about a no hangs on it.
        reached: The furthest stage the application had before it.
        at: When it was said, aware UTC.
        day: The same as a day of the person's own clock.
        learned_at: When the person learned of it here, aware UTC; a quiet window starts
            then, and noes learned of on one day share it.
        asks: It may ask something of the person. False for what was old when it was
            learned of, was taken back, came to life again, only repeats an earlier no, or
            was folded away; its page still offers everything.
        is_folded: It was folded away, and is a no still.
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
    origin_id: uuid.UUID
    learned_at: datetime
    asks: bool = True
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class CareItem:
    """One thing a step offers after a no.

    Attributes:
        kind: Stable name within the step, e.g. "window".
        when: From when it is offered, aware UTC; None for at any time.
        why: One plain sentence.
        is_now: It is on offer at this moment; others wait folded.
        suits_rest: It may be shown in a quiet window; what looks for the good in a no may not.
        template: A template of the step's own to draw it with; empty for the plain one.
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
    suits_rest: bool = True
    template: str = ""
    context: dict[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One card for Today.

    Attributes:
        weight: Which card is the one small step on offer: the heaviest.
        is_rest: A quiet window is on; only cards with `suits_rest` are shown beside it.
        suits_rest: Asks nothing of the person, so it may be shown in a quiet window.
        is_arrival: An accepted offer ended the search; only cards with `suits_arrival` are
            shown beside it.
        suits_arrival: Does not push the search on, so it may be shown after that.
        is_fixed: Others fixed its day, so that it is offered though a heavier card was put off.
        is_dated: Others fixed a day for it, near or not: put off, it stays in sight.
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
    is_arrival: bool = False
    suits_arrival: bool = False
    is_fixed: bool = False
    is_dated: bool = False
    template: str = ""
    context: dict[str, object] | None = None


@runtime_checkable
class KeepsQuiet(Protocol):
    """A step that knows whether it is quiet, without making its cards."""

    def is_quiet(self, person: Person, now: datetime) -> bool:
        """Return whether nothing may ask, remind or notify."""

    def is_quiet_without(self, no: No, now: datetime) -> bool:
        """Return whether it is quiet when this no is folded away."""

    def kept_quiet(self, person: Person, now: datetime) -> set[uuid.UUID]:
        """Return the origins of the noes that it is quiet for."""


@runtime_checkable
class HasCalendar(Protocol):
    """A step that has days of its own to offer to the person's calendar."""

    def calendar(self, person: Person, now: datetime) -> list[CalendarEntry]:
        """Return what lies ahead, and what was within the last month."""


class Step(Protocol):
    """What each room of the method answers; listed once, in `method/order.py`.

    Attributes:
        number: Its place among the twelve.
        name: Its folder, the name of its URLs, and its name in cards and items.
    """

    number: int
    name: str

    @property
    def title(self) -> Words:
        """What the page of the steps calls it."""

    @property
    def line(self) -> Words:
        """One sentence on what it does."""

    def after_no(self, no: No, now: datetime) -> list[CareItem]:
        """Return what this step offers after this no; may be nothing."""

    def today(self, person: Person, now: datetime) -> list[Card]:
        """Return this step's cards for Today; may be none."""

    def found(self, event: Event, now: datetime) -> None:
        """Read a new event, once and idempotently; void events are never handed over."""

    def no_changed(self, no: No, now: datetime) -> None:
        """Take note of a no that began or ceased to ask (`no.asks`); idempotent."""
