"""Mail that moves or calls off an interview: a later word on the one that is known."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple

from onward.applications.models import Event
from onward.applications.rules.kinds import ARRANGED_KINDS, DecidedBy, EventKind
from onward.applications.rules.links import LinkKind
from onward.applications.rules.payload import BEGINNING, Outcome, day_alone, starts_at
from onward.applications.rules.round import begins_at
from onward.applications.services import EventDraft, commit_events, void_event
from onward.core.dates import day_in, zone
from onward.core.parts import ROWS_AT_ONCE, parts
from onward.core.text import one_line
from onward.mail.rules.appointments.letter import mail_of
from onward.mail.rules.appointments.new_time import moved_to, new_day, new_time
from onward.mail.rules.appointments.not_there import is_nothing_but_screen
from onward.mail.rules.appointments.rearranging import Entry, Turn, entry_of
from onward.mail.rules.appointments.retelling import may_mean
from onward.mail.rules.appointments.talk import Anew
from onward.mail.rules.appointments.told_later import people_later, place_later
from onward.mail.rules.basics.text import fold
from onward.mail.rules.taught.deciding import deciding_words
from onward.mail.rules.times.named_zones import zone_named
from onward.mail.rules.types import HELD
from onward.mail.services.by_rule import draft_by_rule
from onward.mail.services.retelling import said_by_hand
from onward.mail.services.stored import Mail
from onward.mail.services.told_hours import (
    hour_told,
    on_clock,
    own_words,
    read_texts,
    told_in_words,
    turn_by,
)
from onward.mail.services.undone_talks import ARRANGED_KEY
from onward.people.models import Person

_OUTCOMES = {
    Turn.MOVED: Outcome.MOVED,
    Turn.CANCELLED: Outcome.CANCELLED,
    Turn.DONE: Outcome.WENT_AHEAD,
}
_ASKING = frozenset({Turn.ASKED, Turn.PROPOSED})
_BESIDE = {"place": place_later, "people": people_later}
"""What a later mail may tell otherwise beside the hour."""


def arrange_anew(
    person: Person,
    again: Mapping[str, Anew],
    *,
    rows: Mapping[str, Mail],
    now: datetime,
    batch: uuid.UUID | None = None,
) -> None:
    """Record each later word on an interview as one, whatever order the mail came in.

    Of what sets several talks only the first is looked at: a further one is set or is known.

    What an earlier reading took for an interview of its own, before the first mail on it was
    known, is taken back and said again as the change that it is. What a person took back,
    corrected or moved elsewhere stays as it is.
    """
    again = {key: anew for key, anew in again.items() if key == mail_of(key)}
    known = _events_on(
        person,
        [rows[mail_of(k)] for key, anew in again.items() for k in (key, anew.base)],
    )
    retold: list[_Retold] = []
    for key, anew in sorted(again.items(), key=lambda pair: rows[pair[0]].sent_at):
        row, base_key = rows[key], anew.base
        named_in = rows[anew.named_in] if anew.named_in else row
        base = _event_of(known[rows[mail_of(base_key)].pk], key=f"mail:{base_key}")
        name = f"{ARRANGED_KEY}{key}:{base_key}"
        own = [event for event in known[row.pk] if _tells_first(event)]
        standing = [event for event in own if not event.is_void]
        if base is None or any(event.key == name for event in standing):
            continue
        if any(not _is_together(event, base) for event in standing):
            continue
        if not standing and _is_taken_back(person, own):
            continue
        for event in standing:
            void_event(person, event, now=now, decided_by=DecidedBy.RULE)
        said_before = _event_of(own, key=name)
        if said_before is None:
            retold.append(_Retold(row, base, name, standing, anew, named_in))
        else:
            count_again(person, said_before, now=now)
    read_texts(person, [row for each in retold for row in (each.row, each.named_in)])
    told = [e for events in known.values() for e in events]
    by_hand = said_by_hand(person) if retold else {}
    told += [e for each in retold for e in by_hand.get(each.base.key, ())]
    said = _Said(person, told, bases={each.base.pk for each in retold})
    drafts = [replace(_draft(each, said=said), batch=batch) for each in retold]
    commit_events(person, drafts, now=now)


class _Retold(NamedTuple):
    """A message that tells anew of an interview, and what it was taken for before.

    Attributes:
        anew: What its conversation makes of it.
        named_in: The message that names the new time.
    """

    row: Mail
    base: Event
    name: str
    replaced: Sequence[Event]
    anew: Anew
    named_in: Mail


def _is_taken_back(person: Person, events: Iterable[Event]) -> bool:
    """Return whether the person took one of these events back, and no rule did."""
    numbers = [event.voided_by for event in events if event.voided_by is not None]
    voids = Event.objects.for_person(person).filter(number__in=numbers)
    return voids.exclude(decided_by=DecidedBy.RULE).exists()


def count_again(person: Person, event: Event, *, now: datetime) -> None:
    """Let an event count again that a rule took back; what the person took back stays so."""
    void = Event.objects.for_person(person).get(number=event.voided_by or 0)
    if void.decided_by == DecidedBy.RULE:
        void_event(person, void, now=now, decided_by=DecidedBy.RULE)


def _events_on(person: Person, rows: Sequence[Mail]) -> dict[uuid.UUID, list[Event]]:
    """Return the events that rest on these messages, by message."""
    found: dict[uuid.UUID, list[Event]] = defaultdict(list)
    for part in parts(sorted({row.pk for row in rows}), size=ROWS_AT_ONCE):
        events = Event.objects.for_person(person).filter(source_id__in=part)
        for event in events.select_related("application"):
            if event.source_id is not None:
                found[event.source_id].append(event)
    return found


def _event_of(events: Iterable[Event], *, key: str) -> Event | None:
    return next((event for event in events if event.key == key), None)


def tells(event: Event) -> bool:
    """Return whether it is what a reading of its message made of an interview."""
    is_arranging = event.key.startswith(ARRANGED_KEY)
    return is_arranging or (
        event.key.startswith("mail:") and event.kind in ARRANGED_KINDS
    )


def _tells_first(event: Event) -> bool:
    """Return whether it is that, and no further talk that the message sets."""
    name = event.key.removeprefix("mail:")
    return tells(event) and (name == event.key or name == mail_of(name))


def _is_by_hand(event: Event) -> bool:
    is_arranging = event.kind == EventKind.ARRANGED
    return is_arranging and event.decided_by == DecidedBy.PERSON


def _is_together(one: Event, other: Event) -> bool:
    heads = [e.application.merged_into_id or e.application_id for e in (one, other)]
    return heads[0] == heads[1]


class _Said:
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


def _draft(retold: _Retold, *, said: _Said) -> EventDraft:
    row, base, name, replaced, anew, named_in = retold
    payload = told_by(row) | {"event": str(base.pk)}
    if anew.turn not in _ASKING:
        payload |= change_by(row)
    if anew.turn in _OUTCOMES and not {"starts_at", "on_day"} & payload.keys():
        payload["outcome"] = _OUTCOMES[anew.turn].value
    if anew.turn is Turn.DONE:
        payload |= told_in_words(
            row, kind=EventKind.INTERVIEW, zone_name=said.zone_name
        )
        payload.pop("on_day", None)
    if payload.get("outcome") == Outcome.MOVED:
        payload |= said.new_time(
            named_in, name=str(base.pk), begins=anew.begins
        ) or said.new_day(named_in, name=str(base.pk))
    elif anew.turn in _ASKING:
        payload["asked_for"] = said.asked_time(
            row, name=str(base.pk), begins=anew.begins
        )
        if anew.turn is Turn.ASKED:
            payload["own_wish"] = True
    elif not {"outcome", "starts_at"} & payload.keys():
        payload |= said.time_of(row, name=str(base.pk), begins=anew.begins)
    if _takes_place(payload, base=base, turn=anew.turn):
        told = [each for each in (row, named_in) if not (each.is_sent or each.calendar)]
        payload |= said.beside(told, name=str(base.pk)) if told else {}
    said.take(str(base.pk), said_at=row.sent_at, payload=payload)
    first = [event for event in replaced if event.kind in ARRANGED_KINDS]
    if first:
        payload["replaces"] = str(first[0].pk)
    return draft_by_rule(
        row,
        head=base.application_id,
        kind=EventKind.ARRANGED,
        payload=payload,
        key=name,
    )


def _takes_place(payload: Mapping[str, Any], *, base: Event, turn: Turn | None) -> bool:
    """Say whether what a mail tells anew is a talk that takes place at a known time."""
    if base.kind != EventKind.INTERVIEW or turn in _ASKING:
        return False
    return not payload.get("outcome") and "held_on" not in payload


def told_by(row: Mail) -> dict[str, Any]:
    """Return what an event keeps of its message: the words that decided, their language, how surely."""
    payload: dict[str, Any] = {"confidence": round(row.confidence, 3)}
    words = " … ".join(deciding_words(row.because))
    if words:
        payload["words"] = one_line(words, limit=400)
        if row.language:
            payload["language"] = row.language
    if row.links:
        payload["links"] = row.links
        calls = [link["url"] for link in row.links if link["kind"] == LinkKind.CALL]
        if calls and row.verdict in HELD:
            payload["link"] = calls[0]
    return payload


def arrangement_by(row: Mail) -> dict[str, Any]:
    """Return what the calendar part of a message arranges: time, zone, length, place.

    The place is "" where that is a screen or a call.
    """
    entry = entry_of(row.calendar)
    if entry is None:
        return {}
    payload: dict[str, Any] = {}
    if entry.uid:
        payload |= {"invitation": entry.uid, "sequence": entry.sequence}
    if entry.is_cancelled:
        return payload | {"outcome": Outcome.CANCELLED.value}
    return payload | _time_and_place(entry)


def day_of_entry(entry: Entry) -> dict[str, Any]:
    """Return when a calendar entry begins, as an event keeps it."""
    payload: dict[str, Any] = {}
    if entry.starts_at is not None:
        payload["starts_at"] = entry.starts_at.isoformat()
        # A clock time says in which zone, so that it does not keep an earlier one.
        if entry.starts_at.tzinfo is None:
            payload["time_zone"] = entry.time_zone
    if entry.on_day is not None:
        payload["on_day"] = entry.on_day.isoformat()
    return payload


def _time_and_place(entry: Entry) -> dict[str, Any]:
    payload = day_of_entry(entry)
    if entry.minutes is not None:
        payload["minutes"] = entry.minutes
    if entry.place.startswith(("https://", "http://")):
        payload["link"] = entry.place
    elif entry.place:
        # "Microsoft Teams Meeting" says that it is at no place, not any more either.
        is_screen = is_nothing_but_screen(entry.place)
        payload["place"] = "" if is_screen else entry.place
    return payload


def change_by(row: Mail) -> dict[str, Any]:
    """Return what a later word on an interview says of it.

    A time puts it on again. Words that move it leave it without a day; what new time they
    name is told by `_Said`, which knows the old ones.
    """
    payload = arrangement_by(row)
    if {"starts_at", "on_day"} & payload.keys():
        return payload | {"outcome": ""}
    if "outcome" in payload:
        return payload
    if row.verdict not in HELD:
        return payload
    turn = turn_by(row)
    if turn in _OUTCOMES:
        payload["outcome"] = _OUTCOMES[turn].value
    return payload
