"""What Today shows: what rests, one small step, and what moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Coalesce

from onward.applications.labels import (
    Words,
    entry_words,
    event_words,
    told_words,
    when_told,
)
from onward.applications.models import Application, Event
from onward.applications.rules.changes import Arranged, Change
from onward.applications.rules.history import QUIET_KINDS
from onward.applications.rules.kinds import (
    ARRANGED_KINDS,
    CONTACT_KINDS,
    NO_KINDS,
    DecidedBy,
    EventKind,
    NoKind,
)
from onward.applications.services import Ask, Entry, asks, changes_by, timeline
from onward.core.dates import day_in, start_of
from onward.jobs.models import Job
from onward.mail.models import ImapAccount
from onward.mail.services.accounts import stopped_accounts
from onward.mail.services.queueing import (
    broken_reading,
    is_being_read,
    is_reading_left,
)
from onward.mail.services.twins import count_twins
from onward.mail.services.unsettled import Unsettled, unsettled_interviews
from onward.mail.services.waiting import Waiting, waiting
from onward.method.order import STEPS
from onward.method.plan.fixed import (
    Fixed,
    fixed_ahead,
    interviews_ahead,
    next_begins,
    week_ahead,
)
from onward.method.plan.models import CardSnooze, CarePlan
from onward.method.plan.rules import choose
from onward.method.plan.words import several_noes
from onward.method.step import Card, KeepsQuiet, No
from onward.people.models import Person

MOVED_WITHIN = timedelta(days=7)
MOST_MOVED = 5
_LOOKED_AT = 3 * MOST_MOVED
_SETTLES = frozenset({"outcome", "starts_at", "on_day"})
SEVERAL = 2
OF_LATE = timedelta(days=1)
"""So long after they came in, a word is said of several noes at once."""

_CALLED_BY_STORY = frozenset({EventKind.CONFIRMATION, *NO_KINDS})
_OF_OTHERS = (NoKind.THEY_SAID_NO.value, NoKind.JOB_WENT_AWAY.value)
_NOT_SAID = frozenset(
    {Change.CANCELLED, Change.HELD, Change.PUT_OFF, Change.ASKED, Change.WISHED}
)
"""What says of no time that it is one: it is off, or but a question."""


@dataclass(frozen=True, slots=True)
class Move:
    """One event of the past days, with the application it belongs to.

    Attributes:
        entry: What its application's timeline has of it; None where that was not asked.
        begins: When the interview or test that it tells of begins, as that stands now and
            on the person's own clock, or its day alone; None where it tells of none that
            lies ahead.
    """

    event: Event
    application: Application
    arranged: Arranged | None = None
    begins: date | None = None
    entry: Entry | None = None

    @property
    def when(self) -> str:
        """When that begins, in words."""
        return when_told(self.begins, form="l j F") if self.begins else ""

    @property
    def is_no(self) -> bool:
        """It is a no of any kind."""
        return self.event.kind in NO_KINDS

    @property
    def label(self) -> Words:
        """What happened, in the words of the timeline."""
        if self.entry is not None:
            return entry_words(self.entry)
        return told_words(self.event) or event_words(
            EventKind(self.event.kind), self.arranged
        )

    @property
    def tells_of(self) -> tuple[str, str] | None:
        """The application and kind of what it says will take place; None for all else."""
        kind = self.arranged.kind if self.arranged else EventKind(self.event.kind)
        is_off = self.arranged is not None and self.arranged.change in _NOT_SAID
        return (
            None
            if is_off or kind not in ARRANGED_KINDS
            else (str(self.application.pk), kind.value)
        )

    @property
    def asked_for(self) -> datetime | None:
        """The other time that it asks about; None where it asks about none."""
        return self.arranged.asked_for if self.arranged else None


@dataclass(frozen=True, slots=True)
class TodayPage:
    """What Today shows.

    Attributes:
        away: What was answered with "Not now" today and has a day that others fixed.
        fixed: While it is quiet, what others fixed for today or tomorrow.
        ahead: What others fixed for the week from today, but what stands there already.
        unsettled: While it is quiet, the interviews that a waiting message may move.
        is_empty: There is no application yet.
        is_read: Mail is read now or next, which may show the first application.
        is_left: That mail waits, since nothing is running that reads it.
        folded: The noes among what moved that are out of sight: all while it is quiet, and
            those that the person folded away.
        waiting: The mail that waits to be looked at; none is counted while it is quiet.
        twins: How many pairs of applications may be one each; none while it is quiet.
        stopped: The mailboxes of which no mail comes in until the person does something; none
            while it is quiet.
        broken: The reading of a file of these days that came to no end; none while it is quiet.
        beside_noes: A word on several noes of others that came in at once of late, days after
            they were said, so that no quiet time opened for them; else "".
    """

    rest: Card | None
    step: Card | None
    others: tuple[Card, ...]
    away: tuple[Card, ...]
    fixed: list[Fixed]
    ahead: list[Fixed]
    unsettled: list[Unsettled]
    moved: list[Move]
    folded: list[Move]
    is_empty: bool
    is_read: bool
    is_left: bool
    waiting: Waiting
    twins: int
    stopped: list[ImapAccount]
    broken: Job | None
    beside_noes: str


def cards_of(person: Person, *, now: datetime) -> list[Card]:
    """Return the cards of all steps, in the order of the steps."""
    return [card for step in STEPS for card in step.today(person, now)]


def is_resting(person: Person, now: datetime) -> bool:
    """Return whether a quiet window is on: then nothing may ask, remind or notify."""
    quiet = (step for step in STEPS if isinstance(step, KeepsQuiet))
    return any(step.is_quiet(person, now) for step in quiet)


def resting_noes(person: Person, now: datetime) -> set[UUID]:
    """Return the origins of the noes that the quiet windows which are on are for."""
    quiet = (step for step in STEPS if isinstance(step, KeepsQuiet))
    return {origin for step in quiet for origin in step.kept_quiet(person, now)}


def is_resting_without(no: No, now: datetime) -> bool:
    """Return whether a quiet window is on once this no is folded away."""
    quiet = (step for step in STEPS if isinstance(step, KeepsQuiet))
    return any(step.is_quiet_without(no, now) for step in quiet)


def today(person: Person, now: datetime) -> TodayPage:
    """Return what Today shows to this person at this moment."""
    snoozed = CardSnooze.objects.for_person(person).filter(until__gt=now)
    choice = choose(
        cards_of(person, now=now), snoozed=set(snoozed.values_list("step", "kind"))
    )
    moves = what_moved(person, now=now)
    is_quiet = choice.rest is not None
    found = asks(person, now=now)
    begins = next_begins(person, found, now=now)
    moves = list(_told_once(moves, begins=begins))
    folded = _folded(person, moves, is_quiet=is_quiet)
    talks = interviews_ahead(person, found, now=now) if is_quiet else []
    is_empty = not Application.objects.for_person(person).exists()
    return TodayPage(
        rest=choice.rest,
        step=choice.step,
        others=choice.others,
        away=tuple(card for card in choice.away if card.is_dated),
        fixed=fixed_ahead(person, found, now=now) if is_quiet else [],
        ahead=_ahead(person, found, step=choice.step, is_quiet=is_quiet, now=now),
        unsettled=unsettled_interviews(person, talks, now=now),
        moved=[move for move in moves if move not in folded],
        folded=folded,
        is_empty=is_empty,
        is_read=is_empty and is_being_read(person),
        is_left=is_empty and is_reading_left(person, now=now),
        waiting=Waiting() if is_quiet else waiting(person),
        twins=0 if is_quiet else count_twins(person),
        stopped=[] if is_quiet else stopped_accounts(person),
        broken=None if is_quiet else _broken_of_late(person, now=now),
        beside_noes=""
        if is_quiet or not _are_several(person, now=now)
        else several_noes(),
    )


def _broken_of_late(person: Person, *, now: datetime) -> Job | None:
    job = broken_reading(person)
    ended = job.finished_at if job else None
    return job if ended and ended > now - MOVED_WITHIN else None


def _told_once(
    moves: Iterable[Move], *, begins: Mapping[tuple[str, str] | None, date]
) -> Iterator[Move]:
    """Yield each move with when that begins; of two that tell of one, the later one has it."""
    left = dict(begins)
    for move in moves:
        yield replace(move, begins=left.pop(move.tells_of, None))


def _ahead(
    person: Person,
    found: list[Ask],
    *,
    step: Card | None,
    is_quiet: bool,
    now: datetime,
) -> list[Fixed]:
    """Return what lies in the week ahead, but what is told of today or tomorrow beside it.

    Quiet time keeps it in sight: it hides what asks and counts, and moves no appointment.
    """
    told = step.url if step else ""
    return [
        one
        for one in week_ahead(person, found, now=now)
        if one.in_days > 1 or not (is_quiet or str(one.application.pk) in told)
    ]


def _are_several(person: Person, *, now: datetime) -> bool:
    """Say whether noes of others to several applications came in of late, none of which asks."""
    # Of what was joined, the first one alone says how it stands.
    part = "event__application__merged_into"
    plans = CarePlan.objects.for_person(person).filter(
        Q(**{part: None}, event__application__no_kind__in=_OF_OTHERS)
        | Q(**{f"{part}__no_kind__in": _OF_OTHERS}),
        asks=False,
        rested_at=None,
        learned_at__gt=now - OF_LATE,
        event__voided_by=None,
        event__at__gt=now - MOVED_WITHIN,
    )
    heads = plans.annotate(head=Coalesce(part, "event__application"))
    return heads.order_by().values("head").distinct().count() >= SEVERAL


def _folded(person: Person, moves: list[Move], *, is_quiet: bool) -> list[Move]:
    noes = [move for move in moves if move.is_no]
    if is_quiet or not noes:
        return noes
    plans = CarePlan.objects.for_person(person).filter(rested_at__isnull=False)
    rested = set(plans.values_list("event", flat=True))
    return [move for move in noes if move.event.pk in rested]


def what_moved(person: Person, *, now: datetime) -> list[Move]:
    """Return the last few events of the past days, the newest first; bookkeeping is none.

    An accepted offer is among them, however much came after it; a no that only repeats one
    is not, nor is a question about another time that a later one of them settled.
    """
    # What mail rearranged is news; what the person arranged is not.
    is_news = Q(kind=EventKind.ARRANGED, decided_by=DecidedBy.RULE)
    is_news &= ~Q(payload__has_key="own_wish")
    found = (
        Event.objects.for_person(person)
        .filter(voided_by=None, at__gt=now - MOVED_WITHIN, at__lte=now)
        .filter(is_news | ~Q(kind__in=[*QUIET_KINDS, EventKind.SAVED]))
        .filter(
            Q(application__merged_into=None, application__is_archived=False)
            | Q(application__merged_into__is_archived=False)
        )
        .annotate(is_accepting=Q(kind=EventKind.ACCEPTANCE))
        .select_related("application__merged_into")
        .order_by("-is_accepting", "-at", "-number")[:_LOOKED_AT]
    )
    settled = _settled_questions(found)
    news = [e for e in found if e.pk not in settled and not _is_said_again(e)]
    news = news[:MOST_MOVED]
    events = sorted(news, key=lambda event: (event.at, event.number), reverse=True)
    changes = changes_by(person, events)
    told = _entries(person, events)
    return [
        Move(
            event,
            event.application.head,
            changes.get(event.pk),
            entry=told.get(event.pk),
        )
        for event in events
    ]


def _entries(person: Person, events: Iterable[Event]) -> dict[UUID, Entry]:
    """Return what the timelines have of events that what came before calls by another name.

    A receipt after their answer is a reply; a no after their offer takes it back.
    """
    heads = {
        event.application.head.pk: event.application.head
        for event in events
        if event.kind in _CALLED_BY_STORY or event.payload.get("extends")
    }
    if not heads:
        return {}
    # Most were only sent and received: their story has one name for it.
    told = Event.objects.for_person(person).filter(
        Q(application__in=heads) | Q(application__merged_into__in=heads),
        kind__in=CONTACT_KINDS | {EventKind.CONFIRMATION},
    )
    kinds: dict[UUID, list[str]] = {}
    for into, own, kind in told.values_list(
        "application__merged_into", "application", "kind"
    ):
        kinds.setdefault(into or own, []).append(kind)
    return {
        entry.event.pk: entry
        for key, head in heads.items()
        if len(found := kinds.get(key, [])) > 1 or {*found} & CONTACT_KINDS
        for entry in timeline(person, head)
    }


def _is_said_again(event: Event) -> bool:
    """Return whether a no only repeats one, as what moved its application last was before it."""
    moved = event.application.head.last_moved_at
    return event.kind in NO_KINDS and moved is not None and moved < event.at


def _settled_questions(events: Iterable[Event]) -> set[UUID]:
    """Return those that asked about another time of what a later one moved or called off."""
    open_: dict[str, list[UUID]] = {}
    settled: set[UUID] = set()
    for event in sorted(events, key=lambda event: (event.at, event.number)):
        about = str(event.payload.get("event", ""))
        if event.kind != EventKind.ARRANGED or not about:
            continue
        if "asked_for" in event.payload:
            open_.setdefault(about, []).append(event.pk)
        elif _SETTLES & event.payload.keys():
            settled.update(open_.pop(about, ()))
    return settled


def not_now(person: Person, *, step: str, kind: str, now: datetime) -> None:
    """Put a card of Today off until tomorrow, on the person's own clock."""
    today_here = day_in(now, zone_name=person.time_zone)
    tomorrow = start_of(today_here + timedelta(days=1), zone_name=person.time_zone)
    CardSnooze.objects.update_or_create(
        person=person, step=step, kind=kind, defaults={"until": tomorrow}
    )
