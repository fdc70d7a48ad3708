"""What the person says that a message does to an interview which they have already."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, cast

from django.db import transaction

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import (
    PLANNED_KINDS,
    DecidedBy,
    EventKind,
    SourceKind,
)
from onward.applications.rules.payload import (
    BEGINNING,
    Outcome,
    begins_by,
    day_alone,
)
from onward.applications.rules.round import Round, begins_at
from onward.applications.rules.rounds import rounds
from onward.applications.services import (
    EventDraft,
    commit_events,
    timeline_events,
    void_event,
)
from onward.core.dates import day_in, zone
from onward.mail.models import MailMessage, Review
from onward.mail.rules.appointments.new_time import new_time
from onward.mail.rules.appointments.rearranging import Entry, Turn, entry_of, turn_of
from onward.mail.rules.times.named_zones import zone_named
from onward.mail.services.drafting import payload_of
from onward.mail.services.payloads import arrangement_by, day_of_entry
from onward.mail.services.reviewing import first_and_beside, standing
from onward.mail.services.said_mail import SETTLED_KEY
from onward.mail.services.told_hours import hour_told, own_words
from onward.people.models import Person


def held_round(
    person: Person,
    application: Application,
    *,
    at: datetime,
    entry: Entry | None = None,
) -> Round | None:
    """Return the interview or test of an application that mail of a time is about, as it stood then.

    What later mail arranged is none of it. Of what was known, it is the one that its calendar
    entry names; else the next that lies ahead, else one without an hour, else the last that
    began; an interview rather than a test, and none that was called off by then.

    Args:
        entry: The calendar entry of that mail.
    """
    events = list(timeline_events(person, application))
    known = _rounds_on(event for event in events if not _is_later(event, than=at))
    held = known or _rounds_on(event for event in events if event.at < at)
    on = {name for each in _rounds_on(events) for name in each.names}
    held = [each for each in held if not on.isdisjoint(each.names)] or held
    if entry is not None:
        held = _of_entry(held, entry, events=events, zone_name=person.time_zone)
    talks = [each for each in held if each.kind == EventKind.INTERVIEW] or held

    def nearness(each: Round) -> tuple[int, float]:
        begins = each.moment(zone_name=person.time_zone)
        if begins is None:
            return 1, -each.recorded_at.timestamp()
        if begins >= at:
            return 0, begins.timestamp()
        return 2, -begins.timestamp()

    return min(talks, key=nearness, default=None)


def _is_later(event: Event, *, than: datetime) -> bool:
    """Say whether an event was told by mail from a time on, or entered by hand after it."""
    if event.source_kind == SourceKind.MESSAGE:
        return event.at >= than
    return event.at > than


def _rounds_on(events: Iterable[Event]) -> list[Round]:
    told = rounds(event.as_past() for event in events)
    return [
        each
        for each in told
        if each.kind in PLANNED_KINDS and each.outcome != Outcome.CANCELLED
    ]


def _of_entry(
    held: Sequence[Round], entry: Entry, *, events: Sequence[Event], zone_name: str
) -> list[Round]:
    """Return what a calendar entry is about: itself in an earlier version, else what it can call off."""
    entries: dict[str, set[str]] = defaultdict(set)
    for event in events:
        if uid := event.payload.get("invitation"):
            entries[str(event.payload.get("event") or event.pk)].add(uid)

    def own(each: Round) -> set[str]:
        return {uid for name in each.names for uid in entries[name]}

    same = [each for each in held if entry.uid and entry.uid in own(each)]
    if same or not entry.is_cancelled:
        return same or list(held)
    day = _day_of(entry, zone_name=zone_name)

    def is_meant(each: Round) -> bool:
        moment = each.moment(zone_name=zone_name)
        if day is not None and moment is not None:
            return moment.astimezone(zone(zone_name)).date() == day
        return not (entry.uid and own(each))

    return [each for each in held if is_meant(each)]


def _day_of(entry: Entry, *, zone_name: str) -> date | None:
    begins = entry.starts_at
    if begins is None:
        return entry.on_day
    if begins.tzinfo is None and not entry.time_zone:
        return begins.date()
    return cast("datetime", entry.moment).astimezone(zone(zone_name)).date()


def hour_named(
    person: Person, message: MailMessage, *, among: Iterable[Application]
) -> datetime | None:
    """Return when an interview begins by the words of a message, naive on the person's clock or aware.

    Args:
        among: What it may be about: words that move an interview may name its old hour, too.
    """
    payload = payload_of(message, kind=EventKind.INTERVIEW, zone_name=person.time_zone)
    begins = begins_at(payload)
    is_changed = turn_of(subject=message.subject, text=message.text) is not Turn.NONE
    if begins is not None or message.calendar or not is_changed:
        return begins
    words = own_words(message)
    named = zone_named(words)
    clock = named or person.time_zone
    at = message.sent_at
    held = (held_round(person, application, at=at) for application in among)
    known = (each.begins(zone_name=person.time_zone) for each in held if each)
    before = [_on_clock(old, name=clock) for old in known if old is not None]
    told = new_time(words, told_on=day_in(at, zone_name=clock), before=before)
    if told is None or told <= _on_clock(at, name=clock):
        return None
    return begins_at(hour_told(told, named=named, own=person.time_zone))


def day_named(person: Person, message: MailMessage) -> date | None:
    """Return the day of an interview by the words of a message that tells no hour of it."""
    return day_alone(
        payload_of(message, kind=EventKind.INTERVIEW, zone_name=person.time_zone)
    )


def told_when(
    person: Person, message: MailMessage, *, among: Iterable[Application]
) -> dict[str, Any]:
    """Return the day and time of an interview that a message names, on the person's clock.

    Args:
        among: What it may be about.
    """
    begins = hour_named(person, message, among=among)
    if begins is None:
        day = day_named(person, message)
        return {"day": day} if day else {}
    if begins.tzinfo is not None:
        begins = begins.astimezone(zone(person.time_zone))
    return {
        "day": begins.date(),
        "time": begins.time().replace(second=0, microsecond=0),
    }


def _on_clock(moment: datetime, *, name: str) -> datetime:
    return moment.astimezone(zone(name)).replace(tzinfo=None)


def _said_at(
    person: Person, message: MailMessage, application: Application, held: Round | None
) -> datetime:
    """Return when a word of a message on an interview counts: on its own day.

    What was changed by hand since the mail came is overruled by it; what was called off
    since is not put on again.
    """
    if held is None:
        return message.sent_at
    events = list(timeline_events(person, application))
    if all(held.names.isdisjoint(each.names) for each in _rounds_on(events)):
        return message.sent_at
    by_hand = (
        event.at
        for event in events
        if event.kind == EventKind.ARRANGED
        and event.voided_by is None
        and event.source_kind != SourceKind.MESSAGE
        and str(event.payload.get("event")) in held.names
    )
    return max((message.sent_at, *by_hand))


@transaction.atomic
def say_of_round(
    person: Person,
    message: MailMessage,
    *,
    application: Application,
    outcome: Outcome,
    when: date | None = None,
    now: datetime,
) -> Event:
    """Record that a message moves the interview of an application, or calls it off.

    Args:
        when: When it is now, aware, or its day alone; None where that is not known yet.

    Where nothing is arranged there that it can be about, it is kept, and counts once the
    mail is placed that tells of it.
    """
    held = _held_by(person, message, application)
    said = _said(person, message, held, outcome=outcome, when=when)
    event = _record(person, message, application, held=held, said=said, now=now)
    own = MailMessage.objects.for_person(person).filter(pk=message.pk)
    own.update(review=Review.SETTLED)
    message.review = Review.SETTLED
    return event


@transaction.atomic
def correct_to_round(
    person: Person,
    message: MailMessage,
    *,
    outcome: Outcome,
    when: date | None = None,
    now: datetime,
) -> Event | None:
    """Say that a message which stands in the story moves the interview there, or calls it off.

    What was read as a talk of its own moves the one before it to its hour.

    Args:
        when: As `say_of_round` takes it.

    Returns:
        What says so now; None where nothing of the message stands any more, or where it is
        the only talk that is known, which nothing can have moved.
    """
    event = standing(person, message)
    if event is None or _outcome_of(event) == outcome:
        return event
    application = event.application.head
    held = _held_by(person, message, application)
    is_moved, is_talk = outcome is Outcome.MOVED, event.kind in PLANNED_KINDS
    if held is None and is_moved and is_talk:
        return None
    said = _said(person, message, held, outcome=outcome, when=when)
    begins = {k: v for k, v in event.payload.items() if k in BEGINNING}
    if is_moved and is_talk and begins:
        said |= {"starts_at": "", "outcome": ""} | begins
    first, beside = first_and_beside(person, message, event, kind=EventKind.ARRANGED)
    for each in (first, *beside):
        void_event(person, each, now=now)
    said["corrects"] = str(first.pk)
    if beside:
        said["beside"] = [str(each.pk) for each in beside]
    if held is not None and is_talk:
        said["replaces"] = str(first.pk)
    return _record(person, message, application, held=held, said=said, now=now)


def _outcome_of(event: Event) -> Outcome | None:
    """Return what an event does to an interview already."""
    if event.kind != EventKind.ARRANGED:
        return None
    if event.payload.get("outcome") == Outcome.CANCELLED:
        return Outcome.CANCELLED
    is_moved = event.payload.get("outcome") == Outcome.MOVED
    return (
        Outcome.MOVED
        if is_moved or begins_at(event.payload) or day_alone(event.payload)
        else None
    )


def _held_by(
    person: Person, message: MailMessage, application: Application
) -> Round | None:
    entry = entry_of(message.calendar)
    return held_round(person, application, at=message.sent_at, entry=entry)


def _said(
    person: Person,
    message: MailMessage,
    held: Round | None,
    *,
    outcome: Outcome,
    when: date | None,
) -> dict[str, Any]:
    said: dict[str, Any] = {"event": held.event if held else "", "outcome": outcome}
    if held is None:
        entry = entry_of(message.calendar)
        said = arrangement_by(message) | said
        if entry is not None and outcome is Outcome.CANCELLED:
            said |= day_of_entry(entry)
    if when is not None:
        said |= {"starts_at": "", "outcome": ""}
        said |= begins_by(when, own=person.time_zone)
    return said


def _record(
    person: Person,
    message: MailMessage,
    application: Application,
    *,
    held: Round | None,
    said: Mapping[str, Any],
    now: datetime,
) -> Event:
    draft = EventDraft(
        application_id=application.pk,
        kind=EventKind.ARRANGED,
        at=_said_at(person, message, application, held),
        decided_by=DecidedBy.PERSON,
        source_kind=SourceKind.MESSAGE,
        source_id=message.pk,
        payload=said,
        key=f"{SETTLED_KEY}{message.key}:{uuid.uuid4().hex[:8]}",
    )
    return commit_events(person, [draft], now=now)[0]
