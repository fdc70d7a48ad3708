"""The person's applications as the longer view sees them, read once for each new event."""

from __future__ import annotations

import uuid
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from threading import Lock
from typing import TypeVar, cast

from django.db.models import Q
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce

from onward.applications.models import Application, Event, Ledger
from onward.applications.rules.kinds import DecidedBy, EventKind, NoKind, Stage
from onward.applications.rules.receipts import says_looked_at, tells_under_way
from onward.applications.rules.round import begins_at
from onward.core.dates import in_reach, start_of
from onward.method.outlook.rules.pictures import ACTIVE_KINDS
from onward.method.outlook.rules.rows import Row
from onward.method.outlook.services.held import standing_talks
from onward.people.models import Person

POSITIVE = frozenset(
    {
        EventKind.OUTREACH,
        EventKind.REPLY,
        EventKind.INFORMATION_REQUEST,
        EventKind.ASSESSMENT,
        EventKind.INTERVIEW,
        EventKind.OFFER,
        EventKind.ACCEPTANCE,
    }
)
REFUSED = frozenset({EventKind.REJECTION, EventKind.POSITION_CLOSED})
_SIGNS = {
    **dict.fromkeys(POSITIVE, "answered_at"),
    **dict.fromkeys(REFUSED, "refused_at"),
}
_LAST = {
    EventKind.FOLLOW_UP: "followed_up_at",
    EventKind.CONFIRMATION: "received_at",
}
_FIELDS = (
    *("id", "company", "role", "reached", "no_kind", "is_open", "is_archived"),
    *("applied_at", "last_moved_at", "deadline"),
)
_REJOINING = frozenset({EventKind.MERGE, EventKind.SPLIT, EventKind.VOID})
_MOST_RENEWED = 200
_MOST_KEPT = 8
_Made = TypeVar("_Made")


@dataclass(slots=True)
class _Kept:
    """What was read and made of a person's history up to an event, within one hour."""

    mark: tuple[int, datetime]
    rows: list[Row]
    made: dict[Hashable, object] = field(default_factory=dict)


_kept: OrderedDict[uuid.UUID, _Kept] = OrderedDict()
_lock = Lock()


def rows_of(person: Person) -> list[Row]:
    """Return a row for each application that was sent, in the order they were made.

    What was only saved is none, nor what came only from them. The rows are kept until the
    person's history has a new event: nothing else changes them. Not for use inside a
    transaction that may be taken back, since its events' numbers are given again.
    """
    return _of(person, hour=None).rows


def once(
    person: Person, key: Hashable, *, now: datetime, make: Callable[[], _Made]
) -> _Made:
    """Return what `make` makes of the person's rows, once for each event and hour.

    Nothing in the longer view changes faster: its smallest measure is a day.

    Args:
        key: Names what is made, with all that it rests on besides rows and time.
    """
    kept = _of(person, hour=now.replace(minute=0, second=0, microsecond=0))
    if key not in kept.made:
        kept.made[key] = make()
    return cast("_Made", kept.made[key])


def _of(person: Person, *, hour: datetime | None) -> _Kept:
    number = last_number(person)
    with _lock:
        known = _kept.get(person.pk)
    if known is not None and known.mark[0] == number:
        if hour is None or known.mark[1] == hour:
            return known
        rows = known.rows
    else:
        rows = _read(person) if known is None else _renewed(person, known)
    fresh = _Kept((number, hour or datetime.min.replace(tzinfo=UTC)), rows)
    with _lock:
        _kept[person.pk] = fresh
        _kept.move_to_end(person.pk)
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return fresh


def forget_rows() -> None:
    """Let everything that is kept be read anew, as after a start of the program."""
    with _lock:
        _kept.clear()


def last_number(person: Person) -> int:
    """Return the number of the latest event in a person's history."""
    ledger = Ledger.objects.filter(person=person).values_list("last_number", flat=True)
    return ledger.first() or 0


def _renewed(person: Person, known: _Kept) -> list[Row]:
    """Return the rows with those read anew that the events since then are about.

    After what joins, parts or takes back, everything is read anew: it may touch others.
    """
    events = Event.objects.for_person(person).filter(number__gt=known.mark[0])
    new = list(
        events.values_list("kind", "application", "application__merged_into")[
            : _MOST_RENEWED + 1
        ]
    )
    if len(new) > _MOST_RENEWED or any(kind in _REJOINING for kind, *_ in new):
        return _read(person)
    heads = {head or own for _kind, own, head in new}
    rows = [row for row in known.rows if row.id not in heads]
    return sorted([*rows, *_read(person, heads=heads)], key=lambda row: row.id.int)


def _read(person: Person, *, heads: set[uuid.UUID] | None = None) -> list[Row]:
    """Return the rows of all applications, or of these alone."""
    signs = _signs(person, heads=heads)
    interviews = _interviews(person, heads=heads)
    found = Application.objects.for_person(person).filter(merged_into=None)
    if heads is not None:
        found = found.filter(pk__in=heads)
    rows = []
    for key, company, role, reached, no_kind, is_open, away, applied, moved, last in (
        found.exclude(reached=Stage.SAVED).order_by("pk").values_list(*_FIELDS)
    ):
        known = signs.get(key, {})
        if applied is None and not _was_applied_for(known):
            continue
        rows.append(
            Row(
                id=key,
                company=company,
                role=role,
                reached=Stage(reached),
                no_kind=NoKind(no_kind) if no_kind else None,
                is_open=is_open,
                is_archived=away,
                applied_at=applied,
                answered_at=known.get("answered_at"),
                refused_at=known.get("refused_at"),
                interviews=tuple(sorted(interviews.get(key, ()), key=_in_order)),
                moved_at=moved,
                followed_up_at=known.get("followed_up_at"),
                received_at=known.get("received_at"),
                closes_at=_closes_at(last, zone_name=person.time_zone),
                under_way_at=known.get("under_way_at"),
                looked_at=known.get("looked_at"),
            )
        )
    return rows


def _closes_at(last_day: str, *, zone_name: str) -> datetime | None:
    day = in_reach(date.fromisoformat(last_day) if last_day else None)
    return start_of(day, zone_name=zone_name) if day is not None else None


def _was_applied_for(known: Mapping[str, datetime]) -> bool:
    """Return whether an answer shows that it was sent, though nothing tells when.

    What they began themselves was not applied for.
    """
    first = known.get("answered_at")
    if first is None:
        return "refused_at" in known
    return known.get("outreach_at") != first


def _signs(
    person: Person, *, heads: set[uuid.UUID] | None
) -> dict[uuid.UUID, dict[str, datetime]]:
    """Return for each application the first of each sign, the last follow-up and receipt."""
    own = Event.objects.for_person(person).filter(
        kind__in=[*_SIGNS, *_LAST], voided_by=None
    )
    if heads is not None:
        parts = Application.objects.for_person(person).filter(
            Q(pk__in=heads) | Q(merged_into__in=heads)
        )
        own = own.filter(application__in=list(parts.values_list("pk", flat=True)))
    events = (
        own.annotate(head=Coalesce("application__merged_into", "application"))
        .order_by("at")
        .values_list("head", "kind", "at", "decided_by", KT("payload__words"))
    )
    signs: dict[uuid.UUID, dict[str, datetime]] = {}
    for head, kind, at, decided_by, words in events.iterator(chunk_size=5000):
        known = signs.setdefault(head, {})
        if kind in _LAST:
            known[_LAST[EventKind(kind)]] = at
            if kind == EventKind.CONFIRMATION:
                first = known.setdefault("first_received_at", at)
                is_read = decided_by == DecidedBy.RULE
                known |= _told(words or "" if is_read else "", at=at, first=first)
            continue
        known.setdefault(_SIGNS[EventKind(kind)], at)
        if kind == EventKind.OUTREACH:
            known.setdefault("outreach_at", at)
    return signs


def _told(words: str, *, at: datetime, first: datetime) -> dict[str, datetime]:
    """Return what a receipt tells besides that something was received."""
    if says_looked_at(words):
        return {"looked_at": at}
    return {"under_way_at": at} if tells_under_way(words, after=at - first) else {}


def _interviews(
    person: Person, *, heads: set[uuid.UUID] | None
) -> dict[uuid.UUID, list[datetime]]:
    """Return when the interviews of each application are; the day it was heard of, if unknown."""
    found: dict[uuid.UUID, list[datetime]] = {}
    for head, each in standing_talks(person, heads):
        if each.kind == EventKind.INTERVIEW:
            begins = each.starts_at or each.moment(zone_name=person.time_zone)
            found.setdefault(head, []).append(begins or each.recorded_at)
    return found


def _in_order(at: datetime) -> datetime:
    return at.replace(tzinfo=None)


def done_since(person: Person, *, since: datetime) -> list[datetime]:
    """Return when the person did something besides applying, since a moment.

    An interview or a test counts on the day on which it is held, where that is known.
    """
    events = Event.objects.for_person(person).filter(
        kind__in=list(ACTIVE_KINDS),
        voided_by=None,
        at__gte=since - timedelta(days=60),
    )
    return [at for at in _held(events.values_list("at", "payload")) if at >= since]


def _held(events: Iterable[tuple[datetime, dict[str, object]]]) -> Iterable[datetime]:
    for at, payload in events:
        begins = begins_at(payload)
        yield begins if begins is not None and begins.tzinfo is not None else at
