"""The care plan's use cases: hand events to the steps, and care for each no."""

from __future__ import annotations

import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from onward.applications.models import Application, Event
from onward.applications.rules.history import PastEvent
from onward.applications.rules.kinds import NO_KINDS, DecidedBy, EventKind
from onward.core.dates import day_in
from onward.core.text import search_fold
from onward.method.noes import no_event
from onward.method.order import STEPS
from onward.method.plan.models import CarePlan, Cursor
from onward.method.plan.news import has_news
from onward.method.plan.rules import (
    Mattered,
    Reading,
    depth_of,
    is_recent,
    read_no,
)
from onward.method.plan.today import is_resting, resting_noes
from onward.method.step import CareItem, No
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

BATCH = 25
"""So many events are handed over while somebody waits: a fraction of a second."""
LONG_BATCH = 100
"""So many in one transaction where nobody does, who else writes can wait for."""
MOST_AHEAD = 100
"""So many may go before what waited; more than that waits its turn."""
_LET_WRITE_SECONDS = 0.05


def catch_up(
    person: Person, *, now: datetime, between: Callable[[], object] = lambda: None
) -> None:
    """Hand each new event of `person` to every step.

    Each event is handed over once: the cursor moves in the same transaction as what the
    steps make of the events, and only if nobody else moved it meanwhile.

    Args:
        between: Called after each batch, outside its transaction: whoever works for long
            shows there that they are at work.
    """
    # Where somebody else moved it, the rest is still to be handed over.
    is_more = has_news(person)
    while is_more:
        _take_batch(person, count=LONG_BATCH, now=now)
        between()
        is_more = has_news(person)
        if is_more:
            # Of those who wait to write to SQLite none comes in between without it.
            time.sleep(_LET_WRITE_SECONDS)


def catch_up_briefly(person: Person, *, since: datetime, now: datetime) -> bool:
    """Hand over what the person did since a moment, then one batch; return whether all is.

    What they did goes before what waited only together with all that waits of the same
    applications, in its order; where that is too much, it waits its turn.
    """
    if not has_news(person):
        return True
    if _unread(person, after=_cursor(person))[BATCH:].exists():
        _hand_ahead(person, since=since, now=now)
    _take_batch(person, count=BATCH, now=now)
    return not has_news(person)


@transaction.atomic
def _take_batch(person: Person, *, count: int, now: datetime) -> None:
    cursor = _cursor(person)
    events = list(_unread(person, after=cursor)[:count])
    if not events:
        return
    last = events[-1].number
    left = [number for number in cursor.ahead if number > last]
    if _move(cursor, last_number=last, ahead=left):
        new = [event for event in events if event.number not in cursor.ahead]
        _hand_over(person, new, now=now)


@transaction.atomic
def _hand_ahead(person: Person, *, since: datetime, now: datetime) -> None:
    cursor = _cursor(person)
    new = _unread(person, after=cursor).exclude(number__in=cursor.ahead)
    done = list(
        new.filter(decided_by=DecidedBy.PERSON, recorded_at__gte=since)[
            : MOST_AHEAD + 1
        ]
    )
    together = _heads_of_parts(person, _heads(person, _touched(person, done)))
    events = list(new.filter(application__in=list(together))[: MOST_AHEAD + 1])
    if not done or len(events) > MOST_AHEAD:
        return
    ahead = [*cursor.ahead, *(event.number for event in events)]
    if _move(cursor, last_number=cursor.last_number, ahead=ahead):
        _hand_over(person, events, now=now)


def _cursor(person: Person) -> Cursor:
    return Cursor.objects.get_or_create(person=person)[0]


def _unread(person: Person, *, after: Cursor) -> OwnedQuerySet[Event]:
    own = Event.objects.for_person(person).filter(number__gt=after.last_number)
    return own.order_by("number")


def _move(cursor: Cursor, *, last_number: int, ahead: Sequence[int]) -> bool:
    """Move the cursor from where it was read; False where somebody else moved it."""
    same = Cursor.objects.filter(
        pk=cursor.pk, last_number=cursor.last_number, ahead=cursor.ahead
    )
    return same.update(last_number=last_number, ahead=ahead) == 1


def _hand_over(person: Person, events: Sequence[Event], *, now: datetime) -> None:
    for event in events:
        if not event.is_void:
            for step in STEPS:
                step.found(event, now)
    _make_care_plans(person, events)
    _tell_changes(person, _touched(person, events), now=now)


def _make_care_plans(person: Person, events: Sequence[Event]) -> None:
    new = [event for event in events if event.kind in NO_KINDS]
    plain = [event for event in new if not event.payload.get("corrects")]
    CarePlan.objects.bulk_create(
        (
            CarePlan(
                person=person, event=event, origin=event, learned_at=event.recorded_at
            )
            for event in plain
        ),
        ignore_conflicts=True,
    )
    for event in new:
        if event.payload.get("corrects"):
            _care_plan(person, event)


def _care_plan(person: Person, event: Event) -> CarePlan:
    """Return the care plan of a no; a correction goes on with what was said before it."""
    plan = CarePlan.objects.filter(event=event).first()
    if plan is not None:
        return plan
    before = CarePlan.objects.for_person(person).filter(
        event=event.payload.get("corrects")
    )
    first = before.select_related("origin").first()
    plan, _made = CarePlan.objects.get_or_create(
        event=event,
        defaults={
            "person": person,
            "origin": first.origin if first else event,
            "learned_at": first.learned_at if first else event.recorded_at,
            "mattered": first.mattered if first else "",
            "rested_at": first.rested_at if first else None,
        },
    )
    return plan


def _touched(person: Person, events: Iterable[Event]) -> set[uuid.UUID]:
    """Return the applications whose noes may read differently after these events."""
    touched: set[uuid.UUID] = set()
    taken_back = []
    for event in events:
        touched.update(_named_in(event))
        if event.kind == EventKind.VOID:
            taken_back.append(event.payload["event"])
    while taken_back:
        inner = list(Event.objects.for_person(person).filter(pk__in=taken_back))
        for event in inner:
            touched.update(_named_in(event))
        taken_back = [e.payload["event"] for e in inner if e.kind == EventKind.VOID]
    return touched


def _named_in(event: Event) -> set[uuid.UUID]:
    other = event.payload.get("application")
    return {event.application_id} | ({uuid.UUID(other)} if other else set())


def _tell_changes(
    person: Person, applications: Iterable[uuid.UUID], *, now: datetime
) -> None:
    """Tell every step about each no of these applications that began or ceased to ask."""
    heads = _heads(person, applications)
    plans = _with_events(CarePlan.objects.for_person(person)).filter(
        event__application__in=list(_heads_of_parts(person, heads))
    )
    _tell(person, list(plans.order_by("event__number")), now=now)


def _heads(person: Person, applications: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    own = Application.objects.for_person(person)
    rows = own.filter(pk__in=list(applications)).only("merged_into")
    return {row.merged_into_id or row.pk for row in rows}


def _tell(person: Person, plans: Sequence[CarePlan], *, now: datetime) -> None:
    histories = _histories(person, {_head_id(plan) for plan in plans})
    standing = _standing(person, plans)
    changed = []
    for plan in plans:
        reading = read_no(histories[_head_id(plan)], number=plan.event.number)
        may_ask = _may_ask(plan, reading)
        asks = may_ask and plan.rested_at is None
        # What is no no any more keeps nothing quiet, though it asked nothing before either;
        # what it was corrected to goes on in its place.
        is_void = plan.event.is_void and plan.origin_id not in standing
        is_gone = is_void or (
            plan.rested_at is not None and not may_ask and not plan.event.is_void
        )
        if asks == plan.asks and not is_gone:
            continue
        plan.asks = asks
        plan.person = person
        plan.save(update_fields=["asks"])
        changed.append(_no(plan, reading))
    # A corrected no ceases before its correction begins: they share what hangs on the no.
    for no in sorted(changed, key=lambda no: no.asks):
        for step in STEPS:
            step.no_changed(no, now)


def _standing(person: Person, plans: Sequence[CarePlan]) -> set[uuid.UUID]:
    """Return the origins of noes taken back that something stands for all the same."""
    void = {plan.origin_id for plan in plans if plan.event.is_void}
    if not void:
        return set()
    own = CarePlan.objects.for_person(person).filter(event__voided_by=None)
    return set(own.filter(origin__in=void).values_list("origin", flat=True))


def _may_ask(plan: CarePlan, reading: Reading) -> bool:
    """Say whether a no asks something of the person unless they fold it away."""
    is_new = is_recent(said_at=plan.event.at, learned_at=plan.learned_at)
    return _stands(plan, reading) and is_new


def _stands(plan: CarePlan, reading: Reading) -> bool:
    """Say whether a no is one still, and its own."""
    return (
        not plan.event.is_void and reading.reopened_at is None and not reading.is_echo
    )


def _with_events(plans: OwnedQuerySet[CarePlan]) -> OwnedQuerySet[CarePlan]:
    return plans.select_related("event__application__merged_into")


def _head_id(plan: CarePlan) -> uuid.UUID:
    application = plan.event.application
    return application.merged_into_id or application.pk


def _histories(
    person: Person, heads: Iterable[uuid.UUID]
) -> dict[uuid.UUID, list[PastEvent]]:
    parts = _heads_of_parts(person, heads)
    histories: dict[uuid.UUID, list[PastEvent]] = defaultdict(list)
    for event in Event.objects.for_person(person).filter(application__in=list(parts)):
        head = parts[event.application_id]
        histories[head].append(event.as_past(of=head))
    return histories


def _no(plan: CarePlan, reading: Reading) -> No:
    event = plan.event
    application = event.application.merged_into or event.application
    kind = NO_KINDS[EventKind(event.kind)]
    mattered = Mattered(plan.mattered) if plan.mattered else None
    return No(
        person=plan.person,
        event_id=event.pk,
        origin_id=plan.origin_id,
        application_id=application.pk,
        company=application.company,
        role=application.role,
        kind=kind,
        reached=reading.reached,
        depth=depth_of(kind=kind, reached=reading.reached, mattered=mattered),
        at=event.at,
        day=day_in(event.at, zone_name=plan.person.time_zone),
        learned_at=plan.learned_at,
        asks=plan.asks,
        is_folded=plan.rested_at is not None and _stands(plan, reading),
    )


def _heads_of_parts(
    person: Person, heads: Iterable[uuid.UUID]
) -> dict[uuid.UUID, uuid.UUID]:
    """Return for these applications and those merged into them which head each belongs to."""
    parts = {head: head for head in heads}
    merged = Application.objects.for_person(person).filter(merged_into__in=list(parts))
    parts.update(merged.values_list("pk", "merged_into_id"))
    return parts


@dataclass(frozen=True, slots=True)
class CarePage:
    """The care plan of one no as its page shows it.

    Attributes:
        is_taken_back: The no was taken back; then there is nothing else on the page.
        now, later, done: What the steps offer now, later by date, and what was done.
        more: What is there too, folded: nothing of it is needed.
    """

    plan: CarePlan
    no: No
    reading: Reading
    is_taken_back: bool
    now: list[CareItem]
    later: list[CareItem]
    done: list[CareItem]
    more: list[CareItem]


def care_plan_of(person: Person, event_id: uuid.UUID) -> CarePlan:
    """Return the care plan of a no, or of what it was corrected to.

    Raises:
        Event.DoesNotExist: If the person has no such no.
    """
    event = no_event(person, event_id)
    _care_plan(person, event)
    return _with_events(CarePlan.objects.for_person(person)).get(event=event)


def care_page(plan: CarePlan, *, now: datetime) -> CarePage:
    """Return what the page of a no shows: every step's items, in the order of their dates."""
    histories = _histories(plan.person, {_head_id(plan)})
    reading = read_no(histories[_head_id(plan)], number=plan.event.number)
    no = _no(plan, reading)
    items = [] if plan.event.is_void else _items(no, now)
    later = [item for item in items if item.when is not None and item.when > now]
    rest = [item for item in items if item not in later]
    return CarePage(
        plan=plan,
        no=no,
        reading=reading,
        is_taken_back=plan.event.is_void,
        now=[item for item in rest if item.is_now],
        later=later,
        done=[item for item in rest if item.is_done and not item.is_now],
        more=[item for item in rest if not item.is_now and not item.is_done],
    )


def _items(no: No, now: datetime) -> list[CareItem]:
    items = [item for step in STEPS for item in step.after_no(no, now)]
    if is_resting(no.person, now):
        items = [item for item in items if item.suits_rest]
    return sorted(items, key=lambda item: item.when or no.learned_at)


def say_mattered(plan: CarePlan, *, mattered: Mattered | None) -> None:
    """Keep how much a no mattered, or that the person would rather not say."""
    plan.mattered = mattered.value if mattered else ""
    plan.save(update_fields=["mattered"])


@transaction.atomic
def fold_away(plan: CarePlan, *, now: datetime) -> None:
    """Let a no rest: it asks nothing any more, and everything about it stays readable."""
    plan.rested_at = now
    plan.save(update_fields=["rested_at"])
    _tell(plan.person, [plan], now=now)


@transaction.atomic
def unfold(plan: CarePlan, *, now: datetime) -> None:
    """Take a no out again that was folded away."""
    plan.rested_at = None
    plan.save(update_fields=["rested_at"])
    _tell(plan.person, [plan], now=now)


def noes(
    person: Person, *, words: str = "", resting_at: datetime | None = None
) -> OwnedQuerySet[Event]:
    """Return the noes that were not taken back, the newest first, found by these words.

    Args:
        resting_at: Only those that the quiet time of this moment is for.
    """
    found = Event.objects.for_person(person).filter(
        kind__in=list(NO_KINDS), voided_by=None
    )
    if resting_at is not None:
        plans = CarePlan.objects.for_person(person).filter(
            origin__in=resting_noes(person, resting_at)
        )
        found = found.filter(pk__in=plans.values("event"))
    for word in search_fold(words).split():
        found = found.filter(
            Q(application__search_text__contains=word)
            | Q(application__merged_into__search_text__contains=word)
        )
    return found.select_related("application__merged_into").order_by("-at", "-number")
