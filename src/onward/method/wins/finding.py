"""Finding wins in events: each once, read anew where what came before is learned later."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, SourceKind
from onward.applications.services import on_timeline_of, standing_version
from onward.mail.models import MailMessage
from onward.method.versions import left_behind, told_by
from onward.method.wins.models import Win
from onward.method.wins.rules import READ_KINDS, WinKind, win_of
from onward.people.models import Person

_JOINING = frozenset({EventKind.MERGE, EventKind.SPLIT})


def find_wins(event: Event) -> None:
    """Keep the win that a new event is, and read what came after it anew.

    Mail is read in any order: what was the first call becomes the next round when an earlier
    one is read. What the person said something of stays as it is, and goes on with its event
    when that is corrected.
    """
    told = told_by(event)
    if told.kind in _JOINING:
        other = uuid.UUID(told.payload["application"])
        for head in _heads(event.person, [told.application_id, other]):
            _read(event.person, head)
        return
    if event.kind == EventKind.VOID or event.payload.get("corrects"):
        _follow_versions(event, told)
    if told.kind in READ_KINDS:
        for head in _heads(event.person, [told.application_id]):
            _read(event.person, head, since=(told.at, told.number))


def _heads(person: Person, applications: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    rows = Application.objects.for_person(person).filter(pk__in=list(applications))
    return {row.merged_into_id or row.pk for row in rows.only("merged_into")}


def _together(person: Person, head: uuid.UUID) -> list[Event]:
    told = Event.objects.for_person(person).filter(on_timeline_of(head))
    return list(told.order_by("at", "number"))


def _read(
    person: Person, head: uuid.UUID, *, since: tuple[datetime, int] | None = None
) -> None:
    """Bring the wins of an application in line with what its events are, from one on."""
    events = _together(person, head)
    read = [
        event
        for event in events
        if event.kind in READ_KINDS
        and not event.is_void
        and (since is None or (event.at, event.number) >= since)
    ]
    own = Win.objects.for_person(person).filter(event__in=read)
    known = {win.event_id: win for win in own.select_related("forward")}
    new = []
    for event, kind in _kinds(person, read, history=events):
        win = known.get(event.pk)
        if win is None and kind is not None:
            new.append(_win_of(event, kind))
        elif win is not None and win.kind != kind and not win.is_spoken_of:
            _change(win, kind)
    Win.objects.bulk_create(new, ignore_conflicts=True)


def _kinds(
    person: Person, read: Sequence[Event], *, history: Sequence[Event]
) -> list[tuple[Event, WinKind | None]]:
    past = [event.as_past() for event in history]
    written = _written_by_people(person, read)
    return [
        (
            event,
            win_of(event.as_past(), history=past, is_from_person=event.pk in written),
        )
        for event in read
    ]


def _win_of(event: Event, kind: WinKind) -> Win:
    return Win(
        person_id=event.person_id,
        event=event,
        kind=kind.value,
        at=event.at,
        learned_at=event.recorded_at,
    )


def _change(win: Win, kind: WinKind | None) -> None:
    if kind is None:
        win.delete()
    else:
        win.kind = kind.value
        win.save(update_fields=["kind"])


def _written_by_people(person: Person, events: Sequence[Event]) -> set[uuid.UUID]:
    """Return what a person wrote: their own word for it, or a sender who takes answers."""
    by_mail = {
        event.source_id
        for event in events
        if event.source_kind == SourceKind.MESSAGE and event.source_id
    }
    messages = MailMessage.objects.for_person(person).filter(
        pk__in=by_mail, accepts_replies=True
    )
    signed = set(messages.exclude(contact_address="").values_list("pk", flat=True))
    return {
        event.pk
        for event in events
        if event.source_kind != SourceKind.MESSAGE or event.source_id in signed
    }


def _follow_versions(event: Event, told: Event) -> None:
    """Let wins stand on what stands now in place of their events."""
    person = event.person
    own = Win.objects.for_person(person).select_related("forward")
    left = left_behind(own, by="event", event=event, told=told)
    for win in sorted(left, key=lambda win: not win.is_spoken_of):
        assert win.event is not None  # noqa: S101 -- the query asked for it
        standing = standing_version(person, win.event)
        if standing is not None and not Win.objects.filter(event=standing).exists():
            _move(win, win.event, to=standing)


def _move(win: Win, event: Event, *, to: Event) -> None:
    person = to.person
    (head,) = _heads(person, [to.application_id])
    ((_to, kind),) = _kinds(person, [to], history=_together(person, head))
    if kind is None and win.is_spoken_of and to.kind == event.kind:
        # Another day makes no less of what the person said of it.
        kind = WinKind(win.kind)
    if kind is not None:
        win.event, win.kind, win.at = to, kind.value, to.at
        win.save(update_fields=["event", "kind", "at"])
