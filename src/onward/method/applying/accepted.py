"""After an accepted offer: which one it was, what is still open beside it, and going on."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q

from onward.applications.labels import when_told
from onward.applications.models import Application, Event
from onward.applications.rules.kinds import ARRANGED_KINDS, EventKind, Stage
from onward.applications.services import agenda, on_timeline_of
from onward.core.dates import day_in, start_of, zone
from onward.method.applying.models import Rhythm, Session
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

WAITING_WITHIN = timedelta(days=30)
"""Whoever has been silent for longer does not wait for a word either."""

MOST_SHOWN = 6

_ACCEPTING = (EventKind.ACCEPTANCE, EventKind.MOVED)
_DEEDS = (EventKind.APPLIED, EventKind.FOLLOW_UP)
_MOST_CORRECTIONS = 50


@dataclass(frozen=True, slots=True)
class StillOpen:
    """An application that is open beside the accepted one, and its interview ahead.

    Attributes:
        begins: When that begins, or its day where no hour of it is told.
    """

    application: Application
    begins: date | None = None

    @property
    def when(self) -> str:
        """When that begins, in words."""
        return when_told(self.begins, form="l j F") if self.begins else ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is open beside the accepted one: those to write to first, and how many others."""

    shown: list[StillOpen]
    others: int


def accepted_offer(rhythm: Rhythm, *, now: datetime) -> Application | None:
    """Return the application whose accepted offer ended the search; None while it goes on.

    What the person does for their search on a later day says that it goes on, and so may they.
    """
    person = rhythm.person
    taken = latest_accepted(person, now=now)
    if taken is None:
        return None
    # Said of an acceptance that was known, it stays said, whatever day that is put on later.
    known_at = min(taken.at, taken.said_at)
    if rhythm.goes_on_at is not None and rhythm.goes_on_at >= known_at:
        return None
    is_over = not _searched_since(person, taken, now=now)
    return taken.application if is_over else None


@dataclass(frozen=True, slots=True)
class Taken:
    """An accepted offer: when it was accepted, and when that was first recorded."""

    application: Application
    at: datetime
    said_at: datetime


def latest_accepted(person: Person, *, now: datetime) -> Taken | None:
    """Return the application whose offer was accepted last, and when."""
    taken = list(_shelf(person).filter(stage=Stage.ACCEPTED))
    if not taken:
        return None
    by_head = {application.pk: application for application in taken}
    # Put at the stage by hand is accepted, too.
    moved = Q(kind=EventKind.MOVED, payload__stage=Stage.ACCEPTED.value)
    said = Event.objects.for_person(person).filter(
        Q(application__in=by_head) | Q(application__merged_into__in=by_head),
        Q(kind=EventKind.ACCEPTANCE) | moved,
        at__lte=now,
        voided_by=None,
    )
    last = said.select_related("application").order_by("-at", "-number").first()
    if last is None:
        return None
    key = last.application.merged_into_id or last.application_id
    return Taken(by_head[key], last.at, _first_said(person, last))


def _first_said(person: Person, event: Event) -> datetime:
    """Return when an acceptance was first recorded, however often its day was corrected."""
    first = event
    for _ in range(_MOST_CORRECTIONS):
        own = Event.objects.for_person(person).filter(kind__in=_ACCEPTING)
        before = own.filter(pk=first.payload.get("corrects")).first()
        if before is None:
            break
        first = before
    return first.recorded_at


def _searched_since(person: Person, taken: Taken, *, now: datetime) -> bool:
    """Say whether the person went on with their search on a day after they accepted.

    What they have put away since was sent all the same; an advert put away is none.
    """
    # A day without a time sorts first in its day: nothing of that day came after it.
    zone_name = person.time_zone
    next_day = day_in(taken.at, zone_name=zone_name) + timedelta(days=1)
    after = start_of(next_day, zone_name=zone_name)
    own = Application.objects.for_person(person).filter(merged_into=None)
    sent = Q(applied_at__gte=after, applied_at__lte=now)
    kept = Q(stage=Stage.SAVED, is_archived__in=(False,), last_moved_at__gte=after)
    if own.exclude(pk=taken.application.pk).filter(sent | kept).exists():
        return True
    deeds = Event.objects.for_person(person).filter(
        kind__in=_DEEDS, at__gte=after, at__lte=now, voided_by=None
    )
    same = on_timeline_of(taken.application.pk)
    sessions = Session.objects.for_person(person).filter(left_out_at=None)
    return (
        deeds.exclude(same).exists()
        or sessions.filter(started_at__gte=after, started_at__lte=now).exists()
    )


def still_open(person: Person, *, now: datetime) -> Beside:
    """Return what is open: first what has a day, then whoever had been in touch."""
    open_ones = _shelf(person).filter(is_open__in=(True,)).exclude(stage=Stage.SAVED)
    ahead = _ahead(person, now=now)
    waiting = open_ones.filter(
        Q(last_moved_at__gt=now - WAITING_WITHIN) | Q(pk__in=ahead)
    )
    found = [StillOpen(one, ahead.get(one.pk)) for one in waiting]
    # An interview first, the nearest before others; then the furthest, the latest of them.
    found.sort(key=lambda one: _moved(one.application), reverse=True)
    found.sort(key=lambda one: one.application.stage == Stage.APPLIED)
    found.sort(key=lambda one: (one.begins is None, _in_order(one.begins)))
    shown = found[:MOST_SHOWN]
    return Beside(shown, open_ones.count() - len(shown))


def _in_order(begins: date | None) -> str:
    return begins.isoformat() if begins else ""


def _moved(application: Application) -> float:
    moved = application.last_moved_at
    return moved.timestamp() if moved else 0.0


def _ahead(person: Person, *, now: datetime) -> dict[uuid.UUID, date]:
    """Return when the next interview or test of each application begins, where one lies ahead."""
    ahead: dict[uuid.UUID, date] = {}
    for ask in agenda(person, now=now, kinds=ARRANGED_KINDS):
        begins = ask.round.begins(zone_name=person.time_zone)
        is_ahead = ask.round.is_ahead(now=now, zone_name=person.time_zone)
        if not is_ahead or ask.round.is_settled:
            continue
        own = begins.astimezone(zone(person.time_zone)) if begins else ask.round.on_day
        key = ask.application.pk
        if own is not None:
            ahead[key] = min(own, ahead.get(key, own), key=_in_order)
    return ahead


def _shelf(person: Person) -> OwnedQuerySet[Application]:
    return Application.objects.for_person(person).filter(
        merged_into=None, is_archived__in=(False,)
    )


def go_on(person: Person, *, now: datetime | None) -> None:
    """Keep that the search goes on whatever was accepted by now; None lets it rest again."""
    Rhythm.objects.update_or_create(person=person, defaults={"goes_on_at": now})
