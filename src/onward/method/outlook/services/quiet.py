"""Closing what went quiet: proposed in one list, pressed by the person, taken back by them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Count, Exists, Max, OuterRef, Q

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind, Stage
from onward.applications.services import EventDraft, commit_events, take_back
from onward.core.dates import day_in
from onward.core.ids import uuid7
from onward.mail.models import MailMessage
from onward.mail.services.unsettled import most_news, news_that_waits
from onward.method.outlook.models import LeftOpen
from onward.method.outlook.rules.rows import QUIET_AFTER, Row
from onward.method.outlook.rules.silence import is_probably_closed, went_quiet_later
from onward.method.outlook.services.rows import POSITIVE, REFUSED, rows_of
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

MOST_AT_ONCE = 500
"""How many one press closes; the rest is on offer again afterwards."""

LEFT_FOR = timedelta(days=30)
CAN_BE_UNDONE_FOR = timedelta(days=30)
MOST_PRESSES = 20


@dataclass(frozen=True, slots=True)
class Proposals:
    """What is probably closed: no answer but receipts, and quiet after there was one.

    Attributes:
        waiting: What is quiet but for mail that waits to be looked at, each with the newest.
    """

    unanswered: list[Row]
    later: list[Row]
    waiting: list[tuple[Row, MailMessage]]


def proposals(person: Person, *, now: datetime) -> Proposals:
    """Return the applications that have been quiet for 30 days, the longest first.

    What the person left open is not proposed until that time is over.
    """
    left = set(
        LeftOpen.objects.for_person(person)
        .filter(until__gt=now)
        .values_list("application_id", flat=True)
    )
    rows = [row for row in rows_of(person) if row.id not in left]
    unanswered = [row for row in rows if is_probably_closed(row, now=now)]
    later = [row for row in rows if went_quiet_later(row, now=now)]
    news = news_that_waits(person, {row.id for row in (*unanswered, *later)})
    return Proposals(
        unanswered=_by_age((r for r in unanswered if r.id not in news), now=now),
        later=_by_age((r for r in later if r.id not in news), now=now),
        waiting=[
            (row, news[row.id])
            for row in _by_age((*unanswered, *later), now=now)
            if row.id in news
        ],
    )


def _by_age(rows: Iterable[Row], *, now: datetime) -> list[Row]:
    return sorted(rows, key=lambda row: row.moved_at or row.applied_at or now)


def has_unanswered(person: Person, *, now: datetime) -> bool:
    """Return whether unanswered ones are proposed; asked on every page, so by query."""
    since = now - QUIET_AFTER
    told = Event.objects.for_person(person).filter(
        Q(application=OuterRef("pk")) | Q(application__merged_into=OuterRef("pk")),
        Q(kind=EventKind.FOLLOW_UP, at__gt=since) | Q(kind__in=[*POSITIVE, *REFUSED]),
        voided_by=None,
    )
    left = LeftOpen.objects.filter(application=OuterRef("pk"), until__gt=now)
    # `in`, since Django writes `is_open = true` so that no index serves it.
    found = Application.objects.for_person(person).filter(
        merged_into=None,
        is_archived__in=(False,),
        is_open__in=(True,),
        last_moved_at__lte=since,
        reached=Stage.APPLIED,
        applied_at__isnull=False,
        # "" sorts before each day: of most none is known.
        deadline__lte=day_in(since, zone_name=person.time_zone).isoformat(),
    )
    found = found.exclude(Exists(told)).exclude(Exists(left))
    # Each mail is news of one application: most often counting them tells enough.
    count = most_news(person)
    ids = set(found.values_list("pk", flat=True)[: count + 1])
    return len(ids) > count or bool(ids - news_that_waits(person, ids).keys())


@transaction.atomic
def close_quiet(
    person: Person, application_ids: Sequence[uuid.UUID], *, now: datetime
) -> int:
    """Close these applications as quiet in one press; return how many that were.

    Only open ones of the person's are closed. The events of a press share its identity,
    so that one press takes them all back.
    """
    press = uuid7()
    own = Application.objects.for_person(person).filter(
        pk__in=list(application_ids)[:MOST_AT_ONCE], is_open=True, merged_into=None
    )
    drafts = [
        EventDraft(
            application_id=key,
            kind=EventKind.SILENCE,
            at=now,
            decided_by=DecidedBy.PERSON,
            source_id=press,
        )
        for key in own.order_by("pk").values_list("pk", flat=True)
    ]
    return len(commit_events(person, drafts, now=now))


def leave_open(person: Person, application: Application, *, now: datetime) -> None:
    """Propose nothing about an application for another 30 days."""
    LeftOpen.objects.update_or_create(
        application=application, defaults={"person": person, "until": now + LEFT_FOR}
    )


@dataclass(frozen=True, slots=True)
class Press:
    """One press that closed something, and the first company among what it closed."""

    id: uuid.UUID
    at: datetime
    count: int
    name: str


def presses(person: Person, *, now: datetime) -> list[Press]:
    """Return the presses of the last 30 days that can be taken back, the newest first."""
    found = (
        _closings(person)
        .filter(at__gt=now - CAN_BE_UNDONE_FOR)
        .values("source_id")
        .annotate(
            count=Count("pk"),
            when=Max("recorded_at"),
            latest=Max("number"),
            first=Max("application__company"),
        )
        .order_by("-latest")[:MOST_PRESSES]
    )
    return [
        Press(entry["source_id"], entry["when"], entry["count"], entry["first"])
        for entry in found
        if entry["source_id"] is not None
    ]


@transaction.atomic
def take_back_press(person: Person, press_id: uuid.UUID, *, now: datetime) -> int:
    """Take back all that one press closed; return how many that were."""
    events = list(_closings(person).filter(source_id=press_id).order_by("number"))
    for event in events:
        take_back(person, event, now=now)
    return len(events)


def _closings(person: Person) -> OwnedQuerySet[Event]:
    return Event.objects.for_person(person).filter(
        kind=EventKind.SILENCE,
        decided_by=DecidedBy.PERSON,
        source_kind=SourceKind.HAND,
        source_id__isnull=False,
        voided_by=None,
    )
