"""One interview, test, question, offer or reminder as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import Format, Outcome, starts_at
from onward.core.dates import day_in, zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """An interview round, a test, a question to answer, an offer or a reminder.

    Attributes:
        event: The identity of the event that it is.
        names: That, and those of the events that it stands in place of.
        recorded_at: When it was heard of, aware UTC.
        changed_at: When the last word on it came, aware UTC.
        starts_at: When it begins, aware where a zone is known; None while that is not known.
        on_day: The day on which it is, where no hour of it is told.
        moved_from: When it was to begin before it was last moved; None if it never was.
        left: Each hour at which it was to begin before, and when it was said that it is not.
        was_on: The same, where only the day of before was told.
        time_zone: The zone it is held in, an IANA name; empty for the person's own.
        is_own_hour: Its hour was told without a zone, and is by the person's own clock.
        until: The last day to answer, or of a reminder; None for an interview answered since.
        until_hour: By when on that day, by the clock of whoever asks; None if not told.
        held_on: The day on which it was, by mail that looks back on it and names no hour.
        is_time_asked: Mail asks whether it may be at another time, and nobody said yes yet.
        is_own_wish: That was asked by the person.
        asked_for: That time, aware; None where the mail names none.
        is_done: The person did what it asks for; an offer, that they took or declined it.
        is_read: It stands as mail told it; the person said nothing of it.
        is_overtaken: A no, an offer or the next round came after it, held or not.
    """

    event: str
    names: frozenset[str]
    kind: EventKind
    recorded_at: datetime
    changed_at: datetime
    title: str = ""
    starts_at: datetime | None = None
    on_day: date | None = None
    moved_from: datetime | None = None
    left: tuple[tuple[datetime, datetime], ...] = ()
    was_on: date | None = None
    time_zone: str = ""
    is_own_hour: bool = False
    minutes: int | None = None
    format: Format | None = None
    people: str = ""
    place: str = ""
    link: str = ""
    outcome: Outcome | None = None
    until: date | None = None
    until_hour: time | None = None
    note: str = ""
    held_on: date | None = None
    is_time_asked: bool = False
    is_own_wish: bool = False
    asked_for: datetime | None = None
    is_done: bool = False
    is_read: bool = False
    is_overtaken: bool = False

    def begins(self, *, zone_name: str) -> datetime | None:
        """Return when it begins, aware; a clock time without a zone is on that zone's clock."""
        if self.starts_at is None or self.starts_at.tzinfo is not None:
            return self.starts_at
        return self.starts_at.replace(tzinfo=zone(zone_name))

    def moment(self, *, zone_name: str) -> datetime | None:
        """Return when it begins, aware: noon of its day stands for an hour that is not told."""
        if self.on_day is None:
            return self.begins(zone_name=zone_name)
        return datetime.combine(self.on_day, time(12), tzinfo=zone(zone_name))

    def is_ahead(self, *, now: datetime, zone_name: str) -> bool:
        """Say whether it is known to be still to come, or may be: the whole day where no hour is told."""
        begins = self.begins(zone_name=zone_name)
        if begins is not None:
            return begins > now
        return self.on_day is not None and self.on_day >= day_in(
            now, zone_name=zone_name
        )

    @property
    def first_name(self) -> str:
        """By what it was known first: identities rise, and it has a new one once it is corrected."""
        return min(self.names)

    @property
    def is_bare(self) -> bool:
        """Nothing is known of it but that there will be one."""
        known = (self.title, self.starts_at, self.on_day, self.people, self.until)
        return not any(known) and not (self.outcome or self.is_done)

    @property
    def is_without_day(self) -> bool:
        """An interview is to come, and nobody told its day, or by when to say one, so far."""
        told = (self.starts_at, self.on_day, self.held_on, self.until)
        is_open = not (self.outcome or self.is_settled or self.is_time_asked)
        return self.kind == EventKind.INTERVIEW and is_open and not any(told)

    @property
    def is_settled(self) -> bool:
        """Nothing about it lies ahead: it is done, held, called off, or overtaken."""
        is_over = self.outcome in {Outcome.WENT_AHEAD, Outcome.CANCELLED}
        return self.is_done or is_over or self.is_overtaken


def begins_at(payload: Mapping[str, Any]) -> datetime | None:
    """Return when what a payload arranges begins, on the clock of its own zone if it names one."""
    begins = starts_at(payload)
    time_zone = str(payload.get("time_zone") or "")
    if begins is not None and begins.tzinfo is None and time_zone:
        return begins.replace(tzinfo=zone(time_zone))
    return begins
