"""What a person keeps for the longer view: the first thing after a no, stepping stones."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F
from django.db.models.functions import Coalesce

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import PLANNED_KINDS, EventKind, NoKind, Stage
from onward.applications.rules.payload import Outcome
from onward.applications.rules.round import Round
from onward.applications.services import on_timeline_of
from onward.core.dates import day_in
from onward.method.outlook.models import FirstThing, NoToday, Stone
from onward.method.outlook.rules.stones import FOUND_IN, Found, StoneKind, found_in
from onward.method.outlook.services.held import standing_talks
from onward.people.models import Person

_TOLD = frozenset({NoKind.THEY_SAID_NO, NoKind.JOB_WENT_AWAY})
"""The noes on whose day the first thing is shown: not one's own, nor a silence closed."""


def first_thing(person: Person) -> FirstThing | None:
    """Return what the person means to do first when the next no comes."""
    return FirstThing.objects.for_person(person).first()


def keep_first_thing(person: Person, *, will_text: str, now: datetime) -> None:
    """Keep it, in the place of what was there before; nothing at all forgets it."""
    if not will_text.strip():
        FirstThing.objects.for_person(person).delete()
        return
    FirstThing.objects.update_or_create(
        person=person, defaults={"will_text": will_text.strip(), "made_at": now}
    )


def note_no(
    person: Person,
    *,
    origin_id: uuid.UUID,
    kind: NoKind,
    learned_at: datetime,
    asks: bool,
) -> None:
    """Take note of a no that asks, or forget one that does not any more; idempotent."""
    if not asks or kind not in _TOLD:
        NoToday.objects.for_person(person).filter(origin=origin_id).delete()
        return
    NoToday.objects.update_or_create(
        origin_id=origin_id, defaults={"person": person, "learned_at": learned_at}
    )


def has_no_today(person: Person, *, now: datetime) -> bool:
    """Return whether a no was learned of on this day of the person's own clock."""
    recent = NoToday.objects.for_person(person).filter(
        learned_at__gt=now - timedelta(days=2), learned_at__lte=now
    )
    here = day_in(now, zone_name=person.time_zone)
    return any(
        day_in(at, zone_name=person.time_zone) == here
        for at in recent.values_list("learned_at", flat=True)
    )


@dataclass(frozen=True, slots=True)
class Stones:
    """What one no left behind: as the person wrote it, and as the records show."""

    written: list[Stone]
    found: list[Found]


def stones_of(
    person: Person, *, origin_id: uuid.UUID, application_id: uuid.UUID
) -> Stones:
    """Return what a no of this application left behind, the oldest first."""
    written = Stone.objects.for_person(person).filter(origin=origin_id).order_by("at")
    application = Application.objects.for_person(person).filter(pk=application_id)
    events = (
        Event.objects.for_person(person)
        .filter(kind__in=list(FOUND_IN), voided_by=None)
        .filter(on_timeline_of(application_id))
    )
    contact, since = application.values_list("contact_name", "applied_at").first() or (
        "",
        None,
    )
    found = _with_moments(person, events.select_related("application__merged_into"))
    kinds = [(EventKind(event.kind), at) for event, at in found]
    return Stones(list(written), found_in(kinds, contact=contact, contact_at=since))


def _with_moments(
    person: Person, events: Iterable[Event]
) -> list[tuple[Event, datetime]]:
    """Return events with when they happened: an interview when it was held.

    One that was called off, or lay ahead when the application ended, was none; so was an
    invitation that nothing more is known of than that the person stepped back, or the job
    went away, after it; to a test, also that it went quiet. What mail told of again is no other.
    """
    known = list(events)
    heads = {
        event.application.head.pk: event.application.head
        for event in known
        if event.kind in PLANNED_KINDS
    }
    held = _held(person, heads)
    found = []
    for event in known:
        at = held.get(str(event.pk)) if event.kind in PLANNED_KINDS else event.at
        ended = event.application.head.last_moved_at
        if at is not None and (ended is None or at <= max(ended, event.at)):
            found.append((event, at))
    return found


def _held(
    person: Person, heads: Mapping[uuid.UUID, Application]
) -> dict[str, datetime]:
    """Return when the interviews and tests of these applications were, by event."""
    talks = list(standing_talks(person, heads.keys()))
    last: dict[uuid.UUID, datetime] = {}
    for head, each in talks:
        last[head] = max(each.recorded_at, last.get(head, each.recorded_at))
    return {
        each.event: each.moment(zone_name=person.time_zone) or each.recorded_at
        for head, each in talks
        if each.recorded_at < last[head] or not _may_not_have_been(heads[head], each)
    }


def _may_not_have_been(head: Application, last: Round) -> bool:
    """Say whether of the last invitation nothing tells that the person went."""
    is_dated = last.starts_at or last.on_day or last.held_on
    if is_dated or last.outcome == Outcome.WENT_AHEAD:
        return False
    is_left = head.no_kind in {NoKind.I_SAID_NO, NoKind.JOB_WENT_AWAY}
    if last.kind == EventKind.INTERVIEW:
        return is_left and head.reached == Stage.INTERVIEW
    is_unheard = is_left or head.no_kind == NoKind.WENT_QUIET
    return is_unheard and not last.is_done and head.reached == Stage.ASSESSMENT


def keep_stone(
    person: Person, *, origin: Event, kind: StoneKind, text: str, now: datetime
) -> Stone:
    """Keep what a no left behind, in the person's own words."""
    return Stone.objects.create(
        person=person, origin=origin, kind=kind.value, text=text.strip(), at=now
    )


@dataclass(frozen=True, slots=True)
class Laid:
    """One stepping stone on the page of all of them."""

    at: datetime
    kind: StoneKind
    text: str
    event: EventKind | None
    application: Application
    stone: Stone | None


MOST_SHOWN = 200


def all_stones(person: Person, *, only_written: bool = False) -> list[Laid]:
    """Return what all noes left behind, written and found, the newest first.

    Only the newest 200 of each are shown: the page of a no has all of its own.
    """
    written = (
        Stone.objects.for_person(person)
        .select_related("origin__application__merged_into")
        .order_by("-at")[:MOST_SHOWN]
    )
    laid = [
        Laid(
            at=stone.at,
            kind=StoneKind(stone.kind),
            text=stone.text,
            event=None,
            application=stone.origin.application.head,
            stone=stone,
        )
        for stone in written
    ]
    found = [] if only_written else _found_stones(person)
    return sorted([*laid, *found], key=lambda s: s.at, reverse=True)


def _found_stones(person: Person) -> list[Laid]:
    events = (
        Event.objects.for_person(person)
        .filter(kind__in=list(FOUND_IN), voided_by=None)
        .annotate(
            no_kind=Coalesce(
                F("application__merged_into__no_kind"), F("application__no_kind")
            )
        )
        .exclude(no_kind="")
        .select_related("application__merged_into")
        .order_by("-at", "-number")[:MOST_SHOWN]
    )
    return [
        Laid(
            at=at,
            kind=FOUND_IN[EventKind(event.kind)],
            text="",
            event=EventKind(event.kind),
            application=event.application.head,
            stone=None,
        )
        for event, at in _with_moments(person, events)
    ]
