"""Mail that moves or calls off an interview: a later word on the one that is known."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple

from onward.applications.models import Event
from onward.applications.rules.kinds import (
    ARRANGED_KINDS,
    DecidedBy,
    EventKind,
    SourceKind,
)
from onward.applications.rules.links import LinkKind
from onward.applications.rules.payload import Outcome, own_hour, starts_at
from onward.applications.rules.rounds import begins_at
from onward.applications.services import EventDraft, commit_events, void_event
from onward.applications.services.deriving import parts
from onward.core.dates import day_in, zone
from onward.core.text import one_line
from onward.mail.models import MailMessage
from onward.mail.rules.appointments.held import held_on
from onward.mail.rules.appointments.new_time import moved_to, new_time
from onward.mail.rules.appointments.rearranging import (
    Entry,
    Turn,
    entry_of,
    turn_told,
)
from onward.mail.rules.appointments.retelling import may_mean, told_of
from onward.mail.rules.appointments.talk import Anew, mail_of
from onward.mail.rules.basics.text import fold, own_text
from onward.mail.rules.talks.own_mail import own_words as sent_words
from onward.mail.rules.taught.deciding import deciding_words
from onward.mail.rules.times.last_day import LastMoment, last_moment
from onward.mail.rules.times.lasting import minutes_told
from onward.mail.rules.times.more_time import more_time
from onward.mail.rules.times.named_zones import zone_named
from onward.mail.rules.times.several import talks_set
from onward.mail.rules.times.when import appointment
from onward.mail.rules.types import Verdict
from onward.mail.services.retelling import said_by_hand
from onward.mail.services.stored import Mail
from onward.people.models import Person

KEY = "arranged:"
_AT_ONCE = 200
_HELD = (Verdict.INTERVIEW.value, Verdict.ASSESSMENT.value)
_OFFER = EventKind.OFFER
_OUTCOMES = {
    Turn.MOVED: Outcome.MOVED,
    Turn.CANCELLED: Outcome.CANCELLED,
    Turn.DONE: Outcome.WENT_AHEAD,
}
_ASKING = frozenset({Turn.ASKED, Turn.PROPOSED})
_ANSWERED = (Verdict.OFFER.value, Verdict.INFORMATION_REQUEST.value)


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
        name = f"{KEY}{key}:{base_key}"
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
    said = _Said(person, told)
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
    for part in parts(sorted({row.pk for row in rows}), size=_AT_ONCE):
        events = Event.objects.for_person(person).filter(source_id__in=part)
        for event in events.select_related("application"):
            if event.source_id is not None:
                found[event.source_id].append(event)
    return found


def _event_of(events: Iterable[Event], *, key: str) -> Event | None:
    return next((event for event in events if event.key == key), None)


def tells(event: Event) -> bool:
    """Return whether it is what a reading of its message made of an interview."""
    is_arranging = event.key.startswith(KEY)
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

    def __init__(self, person: Person, events: Iterable[Event]) -> None:
        self.zone_name = person.time_zone
        self._begins: dict[str, list[tuple[datetime, datetime]]] = defaultdict(list)
        self._clocks: dict[str, tuple[datetime, datetime]] = {}
        self._zones: dict[str, tuple[datetime, str]] = {}
        for event in events:
            if not event.is_void and (tells(event) or _is_by_hand(event)):
                name = str(event.payload.get("event") or event.pk)
                self.take(name, said_at=event.at, payload=event.payload)

    def take(self, name: str, *, said_at: datetime, payload: Mapping[str, Any]) -> None:
        """Remember when one word on an interview lets it begin."""
        begins = begins_at(payload)
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
        told = new_time(
            words,
            told_on=told_on,
            before=[_on_clock(each, zone_name=clock) for _, each in before],
        )
        if told and begins and may_mean(told.date(), begins.date(), told_on=told_on):
            # "See you on Tuesday" is said of the day on which they had agreed.
            told = begins
        begins = told or begins
        if begins is None or begins <= _on_clock(row.sent_at, zone_name=clock):
            return {}
        return hour_told(begins, named=named, own=self.zone_name) | {"outcome": ""}

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

    def time_of(self, row: Mail, *, name: str) -> dict[str, Any]:
        """Return the time that a mail names which confirms one, or answers a wish for another.

        A time that is known already keeps the zone that its calendar entry has.
        """
        told = told_in_words(row, kind=EventKind.INTERVIEW, zone_name=self.zone_name)
        begins = starts_at(told)
        if begins is None:
            return {}
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
    if anew.turn in _OUTCOMES and "starts_at" not in payload:
        payload["outcome"] = _OUTCOMES[anew.turn].value
    if anew.turn is Turn.DONE:
        payload |= told_in_words(
            row, kind=EventKind.INTERVIEW, zone_name=said.zone_name
        )
    if payload.get("outcome") == Outcome.MOVED:
        payload |= said.new_time(named_in, name=str(base.pk), begins=anew.begins)
    elif anew.turn in _ASKING:
        payload["asked_for"] = said.asked_time(
            row, name=str(base.pk), begins=anew.begins
        )
        if anew.turn is Turn.ASKED:
            payload["own_wish"] = True
    elif not {"outcome", "starts_at"} & payload.keys():
        payload |= said.time_of(row, name=str(base.pk))
    said.take(str(base.pk), said_at=row.sent_at, payload=payload)
    first = [event for event in replaced if event.kind in ARRANGED_KINDS]
    if first:
        payload["replaces"] = str(first[0].pk)
    return EventDraft(
        application_id=base.application_id,
        kind=EventKind.ARRANGED,
        at=row.sent_at,
        decided_by=DecidedBy.RULE,
        source_kind=SourceKind.MESSAGE,
        source_id=row.pk,
        payload=payload,
        key=name,
    )


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
        if calls and row.verdict in _HELD:
            payload["link"] = calls[0]
    return payload


def arrangement_by(row: Mail) -> dict[str, Any]:
    """Return what the calendar part of a message arranges: time, zone, length, place."""
    entry = entry_of(row.calendar)
    if entry is None:
        return {}
    payload: dict[str, Any] = {}
    if entry.uid:
        payload |= {"invitation": entry.uid, "sequence": entry.sequence}
    if entry.is_cancelled:
        return payload | {"outcome": Outcome.CANCELLED.value}
    return payload | _time_and_place(entry)


def _time_and_place(entry: Entry) -> dict[str, Any]:
    payload: dict[str, Any] = {}
    if entry.starts_at is not None:
        payload["starts_at"] = entry.starts_at.isoformat()
        # A clock time says in which zone, so that it does not keep an earlier one.
        if entry.starts_at.tzinfo is None:
            payload["time_zone"] = entry.time_zone
    if entry.minutes is not None:
        payload["minutes"] = entry.minutes
    if entry.place.startswith(("https://", "http://")):
        payload["link"] = entry.place
    elif entry.place:
        payload["place"] = entry.place
    return payload


def load_words(person: Person, rows: Iterable[Mail]) -> None:
    """Read the texts of these messages that may name a day or a pay, in few queries.

    A calendar part says a day better, and what the person wrote arranges nothing.
    """
    read_texts(person, [row for row in rows if not row.is_sent and _has_words(row)])


def read_texts(person: Person, rows: Iterable[Mail]) -> None:
    """Read the texts of these messages, in few queries."""
    wanted = {row.pk: row for row in rows}
    for part in parts(list(wanted), size=_AT_ONCE):
        found = MailMessage.objects.for_person(person).filter(pk__in=part)
        for pk, text in found.values_list("pk", "text"):
            wanted[pk].text = text


def _has_words(row: Mail) -> bool:
    is_dated = row.verdict in _HELD and not row.calendar
    return is_dated or row.verdict in _ANSWERED


def own_words(row: Mail) -> str:
    """Return what the writer of a message wrote, without what they answer to."""
    return fold(sent_words(row.text) if row.is_sent else own_text(row.text))


def further_talks(row: Mail, *, zone_name: str) -> int:
    """Return how many talks a message sets beside the first, as its words say it."""
    is_told = row.verdict == Verdict.INTERVIEW and not (row.calendar or row.is_sent)
    if not is_told or _turn(row) is not Turn.NONE:
        return 0
    words = f"{fold(row.subject)}\n{own_words(row)}"
    clock = zone_named(words) or zone_name
    told_on = day_in(row.sent_at, zone_name=clock)
    return max(0, len(talks_set(words, told_on=told_on)) - 1)


def told_in_words(
    row: Mail, *, kind: EventKind, zone_name: str, number: int = 1
) -> dict[str, Any]:
    """Return when an interview begins, or the last day to answer, as the words say it.

    A clock time is that of the zone named behind it, else of the person's own clock. A mail that moves something may
    name the old day as well as the new one: only what it says to be the new one is taken from it, and nothing of one
    that calls something off.

    Args:
        number: Which of several talks that the words set, 1 for the first.
    """
    is_told = not row.calendar and not row.is_sent
    if is_told and kind in _ANSWERED:
        told_on = day_in(row.sent_at, zone_name=zone_name)
        more = more_time(own_words(row), told_on=told_on) if kind == _OFFER else None
        return _last(more.until, more=True) if more else _until(row, told_on=told_on)
    if not is_told or kind not in _HELD:
        return {}
    turn = _turn(row)
    if turn not in {Turn.NONE, Turn.MOVED}:
        return {}
    words = f"{fold(row.subject)}\n{own_words(row)}"
    named = zone_named(words)
    clock = named or zone_name
    told_on = day_in(row.sent_at, zone_name=clock)
    begins = _begins(words, kind=kind, turn=turn, told_on=told_on, number=number)
    until = None
    if kind == EventKind.ASSESSMENT:
        if more := more_time(own_words(row), told_on=told_on):
            return _last(more.until, more=True)
        until = last_moment(words, told_on=told_on)
        if begins is not None and until is not None and begins.date() == until.day:
            begins = None  # "by Friday at noon" is when to hand it in
    if begins is not None and begins > _on_clock(row.sent_at, zone_name=clock):
        starts = hour_told(begins, named=named, own=zone_name)
        starts |= _length(words, begins=begins)
        # The last day to answer is that of all, and said with the first.
        is_first = number == 1
        by = begins.date()
        return starts | (_until(row, told_on=told_on, by=by) if is_first else {})
    if turn is Turn.MOVED:
        return {}
    if kind == EventKind.ASSESSMENT:
        return _last(until) if until is not None else {}
    return _until(row, told_on=told_on) or _held(row, told_on=told_on)


def _begins(
    words: str, *, kind: EventKind, turn: Turn, told_on: date, number: int
) -> datetime | None:
    """Return when a talk begins by its mail's words: the one that they tell, or one of several."""
    if turn is Turn.MOVED:
        return moved_to(words, told_on=told_on)
    begins = appointment(words, told_on=told_on)
    if begins is not None or kind != EventKind.INTERVIEW:
        return begins
    return next(iter(talks_set(words, told_on=told_on)[number - 1 :]), None)


def _length(words: str, *, begins: datetime) -> dict[str, Any]:
    minutes = minutes_told(words, begins=begins.time())
    return {"minutes": minutes} if minutes else {}


def _held(row: Mail, *, told_on: date) -> dict[str, Any]:
    """Return that an interview took place, and when, where a mail only looks back on it."""
    told = told_of(subject=row.subject, text=row.text, told_on=told_on)
    day = held_on(own_words(row), told=told, told_on=told_on)
    if day is None:
        return {}
    return {"held_on": day.isoformat(), "outcome": Outcome.WENT_AHEAD.value}


def _on_clock(moment: datetime, *, zone_name: str) -> datetime:
    """Return what the clock of a zone shows, naive; a naive one is what it shows already."""
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(zone(zone_name)).replace(tzinfo=None)


def hour_told(begins: datetime, *, named: str, own: str) -> dict[str, Any]:
    """Return what an event keeps of an hour that words tell.

    Without a zone beside it, it is an hour of the person's own clock, whatever zone they name
    later. With one it is a moment; the own zone is kept for it where that shows the same.
    """
    if not named:
        return own_hour(begins, own=own)
    there, here = (begins.replace(tzinfo=zone(name)) for name in (named, own))
    is_same = there.utcoffset() == here.utcoffset()
    return {"starts_at": begins.isoformat(), "time_zone": own if is_same else named}


def _until(row: Mail, *, told_on: date, by: date | None = None) -> dict[str, Any]:
    """Return the last day to say whether a time suits, or which, if a mail asks for that.

    Args:
        by: The day of the interview itself: what comes later is asked for something else.
    """
    until = last_moment(own_words(row), told_on=told_on, kind="to_answer")
    if until is None or (by is not None and until.day > by):
        return {}
    return _last(until)


def _last(until: LastMoment, *, more: bool = False) -> dict[str, Any]:
    said: dict[str, Any] = {"until": until.day.isoformat()}
    if more:
        said["extends"] = True
    if until.hour is not None:
        said["until_hour"] = until.hour.isoformat("minutes")
    return said


def _turn(row: Mail) -> Turn:
    return turn_told(verdict=row.verdict, subject=row.subject, text=row.text)


def change_by(row: Mail) -> dict[str, Any]:
    """Return what a later word on an interview says of it.

    A time puts it on again. Words that move it leave it without a day; what new time they
    name is told by `_Said`, which knows the old ones.
    """
    payload = arrangement_by(row)
    if "starts_at" in payload:
        return payload | {"outcome": ""}
    if "outcome" in payload:
        return payload
    if row.verdict not in _HELD:
        return payload
    turn = _turn(row)
    if turn in _OUTCOMES:
        payload["outcome"] = _OUTCOMES[turn].value
    return payload
