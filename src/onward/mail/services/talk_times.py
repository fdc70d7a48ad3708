"""When and where each interview was to be, by what mail said of it so far."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from onward.applications.models import Event
from onward.applications.rules.kinds import ARRANGED_KINDS, DecidedBy, EventKind
from onward.applications.rules.payload import BEGINNING, day_alone, starts_at
from onward.applications.rules.round import begins_at
from onward.core.dates import day_in, zone
from onward.mail.rules.appointments.new_time import moved_to, new_day, new_time
from onward.mail.rules.appointments.retelling import may_mean
from onward.mail.rules.appointments.told_later import people_later, place_later
from onward.mail.rules.basics.text import fold
from onward.mail.rules.times.named_zones import zone_named
from onward.mail.services.stored import Mail
from onward.mail.services.told_hours import (
    hour_told,
    on_clock,
    own_words,
    told_in_words,
)
from onward.mail.services.undone_talks import ARRANGED_KEY
from onward.people.models import Person

_BESIDE = {"place": place_later, "people": people_later}
"""What a later mail may tell otherwise beside the hour."""


def tells(event: Event) -> bool:
    """Return whether it is what a reading of its message made of an interview."""
    is_arranging = event.key.startswith(ARRANGED_KEY)
    return is_arranging or (
        event.key.startswith("mail:") and event.kind in ARRANGED_KINDS
    )


def _is_by_hand(event: Event) -> bool:
    is_arranging = event.kind == EventKind.ARRANGED
    return is_arranging and event.decided_by == DecidedBy.PERSON


class Said:
    """When each interview was to begin, by what mail said of it so far."""

    def __init__(
        self, person: Person, events: Iterable[Event], *, bases: Container[uuid.UUID]
    ) -> None:
        self.zone_name = person.time_zone
        self._begins: dict[str, list[tuple[datetime, datetime]]] = defaultdict(list)
        self._days: dict[str, list[tuple[datetime, date]]] = defaultdict(list)
        self._clocks: dict[str, tuple[datetime, datetime]] = {}
        self._zones: dict[str, tuple[datetime, str]] = {}
        self._beside: dict[str, list[tuple[datetime, str, str]]] = defaultdict(list)
        for event in events:
            # What was put right is void, and still what later words speak of.
            counts = not event.is_void or event.pk in bases
            if counts and (tells(event) or _is_by_hand(event)):
                name = str(event.payload.get("event") or event.pk)
                self.take(name, said_at=event.at, payload=event.payload)
                if tells(event):
                    self._take_beside(name, said_at=event.at, payload=event.payload)

    def take(self, name: str, *, said_at: datetime, payload: Mapping[str, Any]) -> None:
        """Remember when one word on an interview lets it begin."""
        begins = begins_at(payload)
        if day := day_alone(payload):
            self._days[name].append((said_at, day))
        if begins is not None:
            self._begins[name].append((said_at, begins))
            if "invitation" not in payload:
                is_own = bool(payload.get("own_clock"))
                named = "" if is_own else str(payload.get("time_zone") or "")
                said = (said_at, named)
                self._zones[name] = max(said, self._zones.get(name, said))
        if (clock := starts_at(payload)) is not None:
            last = (said_at, clock.replace(tzinfo=None))
            self._clocks[name] = max(last, self._clocks.get(name, last))

    def _take_beside(
        self, name: str, *, said_at: datetime, payload: Mapping[str, Any]
    ) -> None:
        self._beside[name] += [
            (said_at, key, str(payload[key])) for key in _BESIDE if key in payload
        ]

    def beside(self, rows: Sequence[Mail], *, name: str) -> dict[str, str]:
        """Return the place of a talk and whom one meets, where a later mail tells others.

        Args:
            rows: That mail, and the one that names the new time.
        """
        told: dict[str, str] = {}
        at = rows[0].sent_at
        for key, later in _BESIDE.items():
            said = (each for each in self._beside[name] if each[:2] < (at, ""))
            known = max((each for each in said if each[1] == key), default=None)
            before = known[2] if known else ""
            anew = (later(own_words(row), known=before) for row in rows)
            found = next((each for each in anew if each is not None), None)
            if found is not None:
                told[key] = found
        self._take_beside(name, said_at=at, payload=told)
        return told

    def new_time(
        self, row: Mail, *, name: str, begins: datetime | None = None
    ) -> dict[str, Any]:
        """Return the time to which a mail in words moves an interview, if it names one.

        Args:
            begins: What its conversation tells of that, for words that name it in part.
        """
        words = own_words(row)
        # Who moves an interview speaks of the clock by which it was told of.
        named = zone_named(words) or self._zones.get(name, ("", ""))[1]
        clock = named or self.zone_name
        before = [pair for pair in self._begins[name] if pair[0] < row.sent_at]
        before.sort(key=lambda pair: pair[0])
        told_on = day_in(row.sent_at, zone_name=clock)
        days = [day for at, day in self._days[name] if at < row.sent_at]
        told = (
            new_time(
                words,
                told_on=told_on,
                before=[on_clock(each, zone_name=clock) for _, each in before],
                days=days,
            )
            if before or days
            # Of one whose time nobody told, a word for the new one has to stand there.
            else moved_to(f"{fold(row.subject)}\n{words}", told_on=told_on)
        )
        if told and begins and may_mean(told.date(), begins.date(), told_on=told_on):
            # "See you on Tuesday" is said of the day on which they had agreed.
            told = begins
        begins = told or begins
        if begins is None or begins <= on_clock(row.sent_at, zone_name=clock):
            return {}
        return hour_told(begins, named=named, own=self.zone_name) | {"outcome": ""}

    def new_day(self, row: Mail, *, name: str) -> dict[str, Any]:
        """Return the day to which a mail in words moves an interview, if it names one and no hour."""
        told_on = day_in(row.sent_at, zone_name=self.zone_name)
        known = [day for at, day in self._days[name] if at < row.sent_at]
        known += [
            on_clock(begins, zone_name=self.zone_name).date()
            for at, begins in self._begins[name]
            if at < row.sent_at
        ]
        day = new_day(own_words(row), told_on=told_on, before=known)
        return {"on_day": day.isoformat(), "outcome": ""} if day else {}

    def asked_time(
        self, row: Mail, *, name: str, begins: datetime | None = None
    ) -> str:
        """Return the other time that a mail asks about, ISO with its zone; "" for none.

        Args:
            begins: What its conversation tells of that.
        """
        begins = begins_at(self.new_time(row, name=name, begins=begins))
        if begins is None:
            return ""
        own = begins.tzinfo or zone(self.zone_name)
        return begins.replace(tzinfo=own).isoformat()

    def time_of(
        self, row: Mail, *, name: str, begins: datetime | None = None
    ) -> dict[str, Any]:
        """Return the time that a mail names which confirms one, or answers a wish for another.

        A time that is known already keeps the zone that its calendar entry has.

        Args:
            begins: What its conversation tells of that.
        """
        told = told_in_words(row, kind=EventKind.INTERVIEW, zone_name=self.zone_name)
        day = told.pop("on_day", None)
        if begins is not None:
            told = {k: v for k, v in told.items() if k not in BEGINNING}
            named = zone_named(own_words(row))
            return told | hour_told(begins, named=named, own=self.zone_name)
        begins = starts_at(told)
        if begins is None:
            is_known = self._begins[name] or self._days[name] or "outcome" in told
            return {} if is_known or not day else {"on_day": day, "outcome": ""}
        told_on = day_in(row.sent_at, zone_name=self.zone_name)
        _, known = self._clocks.get(name, (None, None))
        is_known = known is not None and (
            known == begins
            or (
                known.time() == begins.time()
                and may_mean(begins.date(), known.date(), told_on=told_on)
            )
        )
        return {"outcome": ""} if is_known else told | {"outcome": ""}
