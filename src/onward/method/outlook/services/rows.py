"""The person's applications as the longer view sees them, read once for each new event."""

from __future__ import annotations

import uuid
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from threading import Lock

from django.db.models.functions import Coalesce

from onward.applications.models import Application, Event, Ledger
from onward.applications.rules.kinds import EventKind, NoKind, Stage
from onward.applications.rules.payload import starts_at
from onward.method.outlook.rules.pictures import ACTIVE_KINDS
from onward.method.outlook.rules.rows import Row
from onward.people.models import Person

_POSITIVE = frozenset(
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
_REFUSED = frozenset({EventKind.REJECTION, EventKind.POSITION_CLOSED})
_SIGNS = {
    **dict.fromkeys(_POSITIVE, "answered_at"),
    **dict.fromkeys(_REFUSED, "refused_at"),
}
_FIELDS = (
    *("id", "company", "role", "reached", "no_kind", "is_open", "is_archived"),
    *("applied_at", "last_moved_at"),
)
_MOST_KEPT = 8
_kept: OrderedDict[uuid.UUID, tuple[int, list[Row]]] = OrderedDict()
_lock = Lock()


def rows_of(person: Person) -> list[Row]:
    """Return a row for each application that was sent, in the order they were made.

    What was only saved is none, nor what came only from them. The rows are kept until the
    person's history has a new event: nothing else changes them.
    """
    number = last_number(person)
    with _lock:
        known = _kept.get(person.pk)
        if known is not None and known[0] == number:
            _kept.move_to_end(person.pk)
            return known[1]
    rows = _read(person)
    with _lock:
        _kept[person.pk] = (number, rows)
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return rows


def last_number(person: Person) -> int:
    """Return the number of the latest event in a person's history."""
    ledger = Ledger.objects.filter(person=person).values_list("last_number", flat=True)
    return ledger.first() or 0


def _read(person: Person) -> list[Row]:
    signs = _signs(person)
    found = Application.objects.for_person(person).filter(merged_into=None)
    rows = []
    for key, company, role, reached, no_kind, is_open, away, applied, moved in (
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
                interview_at=known.get("interview_at"),
                moved_at=moved,
                followed_up_at=known.get("followed_up_at"),
            )
        )
    return rows


def _was_applied_for(known: Mapping[str, datetime]) -> bool:
    """Return whether an answer shows that it was sent, though nothing tells when.

    What they began themselves was not applied for.
    """
    first = known.get("answered_at")
    if first is None:
        return "refused_at" in known
    return known.get("outreach_at") != first


def _signs(person: Person) -> dict[uuid.UUID, dict[str, datetime]]:
    """Return for each application the first of each sign, and the last follow-up."""
    wanted = [*_SIGNS, EventKind.FOLLOW_UP]
    events = (
        Event.objects.for_person(person)
        .filter(kind__in=wanted, voided_by=None)
        .annotate(head=Coalesce("application__merged_into", "application"))
        .order_by("at")
        .values_list("head", "kind", "at")
    )
    signs: dict[uuid.UUID, dict[str, datetime]] = {}
    for head, kind, at in events.iterator(chunk_size=5000):
        known = signs.setdefault(head, {})
        if kind == EventKind.FOLLOW_UP:
            known["followed_up_at"] = at
            continue
        known.setdefault(_SIGNS[EventKind(kind)], at)
        if kind == EventKind.INTERVIEW:
            known.setdefault("interview_at", at)
        if kind == EventKind.OUTREACH:
            known.setdefault("outreach_at", at)
    return signs


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
        begins = starts_at(payload)
        yield begins if begins is not None and begins.tzinfo is not None else at
