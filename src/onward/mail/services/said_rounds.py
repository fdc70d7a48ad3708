"""What the person says that a message does to an interview which they have already."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.rules.payload import Outcome, begins_by, day_alone
from onward.applications.rules.round import Round, begins_at
from onward.applications.rules.rounds import rounds
from onward.applications.services import (
    EventDraft,
    commit_events,
    rounds_of,
    timeline_events,
)
from onward.core.dates import day_in, zone
from onward.mail.models import MailMessage, Review
from onward.mail.rules.appointments.new_time import new_time
from onward.mail.rules.appointments.rearranging import Turn, turn_of
from onward.mail.rules.times.named_zones import zone_named
from onward.mail.services.drafting import payload_of
from onward.mail.services.said_mail import SETTLED_KEY
from onward.mail.services.told_hours import hour_told, own_words
from onward.people.models import Person

_TALKS = frozenset({EventKind.INTERVIEW, EventKind.ASSESSMENT})


def held_round(
    person: Person, application: Application, *, at: datetime
) -> Round | None:
    """Return the interview or test of an application that mail of a time is about.

    That is the next that lies ahead of it, else one without an hour, else the last that
    began; an interview rather than a test, and none that was called off by then.
    """
    every = rounds_of(person, application)
    held = [each for each in every if _is_on(each)]
    if not held:
        on_then = _on_at(person, application, at=at)
        held = [each for each in every if not on_then.isdisjoint(each.names)]
    talks = [each for each in held if each.kind == EventKind.INTERVIEW] or held

    def nearness(each: Round) -> tuple[int, float]:
        begins = each.moment(zone_name=person.time_zone)
        if begins is None:
            return 1, -each.recorded_at.timestamp()
        if begins >= at:
            return 0, begins.timestamp()
        return 2, -begins.timestamp()

    return min(talks, key=nearness, default=None)


def _is_on(each: Round) -> bool:
    return each.kind in _TALKS and each.outcome != Outcome.CANCELLED


def _on_at(person: Person, application: Application, *, at: datetime) -> set[str]:
    """Return the events that an interview or a test was which stood at a moment."""
    history = [event.as_past() for event in timeline_events(person, application)]
    then = rounds(event for event in history if event.at < at)
    return {name for each in then if _is_on(each) for name in each.names}


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

    Raises:
        LookupError: If nothing is arranged there.
    """
    held = held_round(person, application, at=message.sent_at)
    if held is None:
        raise LookupError("Nothing is arranged there.")
    # What later mail called off, an earlier one does not put on again.
    is_off = held.outcome == Outcome.CANCELLED
    said: dict[str, Any] = {"event": held.event, "outcome": outcome}
    if when is not None:
        said |= {"starts_at": "", "outcome": ""}
        said |= begins_by(when, own=person.time_zone)
    draft = EventDraft(
        application_id=application.pk,
        kind=EventKind.ARRANGED,
        # What was changed by hand since the mail came is overruled by this word.
        at=message.sent_at if is_off else max(message.sent_at, held.changed_at),
        decided_by=DecidedBy.PERSON,
        source_kind=SourceKind.MESSAGE,
        source_id=message.pk,
        payload=said,
        key=f"{SETTLED_KEY}{message.key}:{uuid.uuid4().hex[:8]}",
    )
    event = commit_events(person, [draft], now=now)[0]
    own = MailMessage.objects.for_person(person).filter(pk=message.pk)
    own.update(review=Review.SETTLED)
    message.review = Review.SETTLED
    return event
