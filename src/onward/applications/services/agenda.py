"""What lies ahead over all applications: interviews, questions, reminders, follow-ups."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from onward.applications.models import Application, Event, FollowUpCadence
from onward.applications.rules.awaiting import awaits_word
from onward.applications.rules.cadence import DEFAULT_CADENCE, Cadence, ripe_at
from onward.applications.rules.kinds import (
    ARRANGED_KINDS,
    DecidedBy,
    EventKind,
    SourceKind,
    Stage,
)
from onward.applications.rules.past import PastEvent
from onward.applications.rules.payload import Outcome
from onward.applications.rules.round import Round
from onward.applications.rules.rounds import SETTLING, rounds
from onward.core.dates import day_in, start_of
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

ASKED_WITHIN = timedelta(days=120)
"""How long a question, a test or an invitation is looked for after the last word of it and
after it begins; reminders have no end."""

ASKING_KINDS = ARRANGED_KINDS | {EventKind.REMINDER}
"""What asks something of the person on a day, or by one."""

FOLLOWED_UP_WITHIN = timedelta(days=30)
"""After so long without a word hardly anything comes any more: 4 of 536 that were silent."""

_BEFORE_A_CHOICE = (Stage.APPLIED, Stage.REPLIED)

_EVENT = (
    *("number", "kind", "at", "decided_by", "payload", "voided_by"),
    *("application_id", "person_id"),
)
_ROW = (
    *("company", "role", "is_open", "is_archived", "stage", "person_id"),
    *("no_kind", "last_moved_at"),
)
_HEAD = "application__merged_into__"
_SHOWN = tuple(f"application__{name}" for name in (*_ROW, "merged_into_id"))


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that an application asks of the person, as it stands now."""

    application: Application
    round: Round

    @property
    def wants_word(self) -> bool:
        """An interview is to be answered by a day: whether one comes, or when."""
        is_put_off = self.round.outcome == Outcome.MOVED
        is_dated = self.round.until is not None
        return self.round.kind == EventKind.INTERVIEW and is_dated and not is_put_off

    @property
    def is_moot(self) -> bool:
        """It reminds of a word of theirs that was to come, and the no has come since."""
        head, round_ = self.application, self.round
        if round_.kind != EventKind.REMINDER or round_.is_read or not head.no_kind:
            return False
        ended = head.last_moved_at
        is_before = ended is not None and round_.recorded_at <= ended
        return is_before and awaits_word(round_.note)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """An application whose follow-up is on offer since then."""

    application: Application
    ripe_at: datetime


def agenda(
    person: Person, *, now: datetime, kinds: Collection[EventKind] = ASKING_KINDS
) -> list[Ask]:
    """Return what was asked for or begins of late or ahead, settled or not, in no set order.

    It is the one place where interviews are gathered: what lies ahead, the calendar and what
    prepares for an interview or looks back on it all show what stands here. What belongs to
    an application that has ended is in it too.
    """
    return _gathered(person, now=now, kinds=kinds, keeps=lambda head: True)


def asks(person: Person, *, now: datetime) -> list[Ask]:
    """Return what open applications ask for and what is not settled, in no set order.

    A reminder is in it whatever became of its application, unless mail itself reminds of
    something in the archive: a thank-you, a question after the no, or what ended it, may
    still be to come. A word of theirs that was awaited goes with the no. What they asked
    for after the person had put an application into the archive is news there too.
    """
    found = _gathered(person, now=now, kinds=ASKING_KINDS, keeps=lambda h: h.is_open)
    found = _without_shelved(person, found)
    if _reminders(person).exists():
        asleep = _gathered(
            person,
            now=now,
            kinds=(EventKind.REMINDER,),
            keeps=lambda head: not _is_awake(head),
        )
        found += [
            ask
            for ask in asleep
            if not (ask.round.is_read and ask.application.is_archived)
        ]
    return [ask for ask in found if not (ask.round.is_settled or ask.is_moot)]


def _without_shelved(person: Person, found: Sequence[Ask]) -> list[Ask]:
    """Return what is in no archive, and what came to be known since it went there."""
    shelved = [ask for ask in found if ask.application.is_archived]
    if not shelved:
        return list(found)
    heads = {ask.application.pk for ask in shelved}
    own = Event.objects.for_person(person)
    # By what it was known first: what the person put right since is no news.
    names = {name for ask in shelved for name in ask.round.names}
    stood = own.filter(pk__in=names)
    numbers = {str(pk): number for pk, number in stood.values_list("pk", "number")}
    put_there = own.filter(kind=EventKind.ARCHIVED, voided_by=None).order_by("number")
    head = Coalesce("application__merged_into", "application")
    since = dict(
        put_there.annotate(head=head)
        .filter(head__in=heads)
        .values_list("head", "number")
    )
    return [
        ask
        for ask in found
        if not ask.application.is_archived
        or (
            ask.round.kind != EventKind.REMINDER
            and ask.application.pk in since
            and min(numbers.get(name, 0) for name in ask.round.names)
            > since[ask.application.pk]
        )
    ]


def _reminders(person: Person) -> OwnedQuerySet[Event]:
    own = Event.objects.for_person(person)
    return own.filter(kind=EventKind.REMINDER, voided_by=None)


def _is_awake(head: Application) -> bool:
    return head.is_open and not head.is_archived


def _gathered(
    person: Person,
    *,
    now: datetime,
    kinds: Collection[EventKind],
    keeps: Callable[[Application], bool],
) -> list[Ask]:
    # What was corrected is read too: it names what was arranged before.
    rows = Event.objects.for_person(person)
    late = [kind for kind in kinds if kind != EventKind.REMINDER]
    since = now - ASKED_WITHIN
    spoken_of = _spoken_of(rows, late, since=since) if late else []
    which = Q(kind__in=late, application__in=spoken_of)
    if EventKind.REMINDER in kinds:
        which |= Q(kind=EventKind.REMINDER)
    asking = rows.filter(which).select_related("application__merged_into")
    asking = asking.only(*_EVENT, *_SHOWN, *(_HEAD + name for name in _ROW))
    heads: dict[uuid.UUID, Application] = {}
    histories: dict[uuid.UUID, list[PastEvent]] = defaultdict(list)
    for event in asking:
        head = event.application.head
        if keeps(head):
            heads[event.application_id] = head
            histories[head.pk].append(event.as_past())
    if heads:
        said = rows.filter(voided_by=None, kind__in=list(SETTLING))
        # However long ago: what was done stays done.
        for event in said.filter(application__in=list(heads)).only(*_EVENT):
            histories[heads[event.application_id].pk].append(event.as_past())
    by_head = {head.pk: head for head in heads.values()}
    return [
        Ask(by_head[key], round_)
        for key, history in histories.items()
        for round_ in rounds(history)
        if _is_of_late(round_, since=since)
    ]


def _spoken_of(
    rows: OwnedQuerySet[Event], kinds: Collection[EventKind], *, since: datetime
) -> QuerySet[Event, uuid.UUID]:
    """Return the applications of which something asks, or begins, since then."""
    day = since.date().isoformat()
    told = rows.filter(kind__in=[*kinds, EventKind.ARRANGED]).filter(
        Q(at__gt=since)
        | Q(payload__starts_at__gte=day)
        | Q(payload__on_day__gte=day)
        | Q(payload__until__gte=day)
    )
    return told.order_by().values_list("application", flat=True)


def _is_of_late(round_: Round, *, since: datetime) -> bool:
    """Say whether it was told of or arranged since then, begins since then, or has no end."""
    if round_.kind == EventKind.REMINDER or round_.changed_at > since:
        return True
    begins = round_.starts_at
    days = (begins and begins.date(), round_.on_day, round_.until)
    return any(day is not None and day >= since.date() for day in days)


def has_begun(round_: Round, *, now: datetime) -> bool:
    """Return whether it began by now; a time without a zone is on the clock in use.

    One without an hour may have begun once its day has.
    """
    zone_name = timezone.get_current_timezone_name()
    day = round_.on_day
    if day is not None:
        return day <= day_in(now, zone_name=zone_name)
    begins = round_.begins(zone_name=zone_name)
    return begins is not None and begins <= now


def lies_behind(round_: Round, *, now: datetime) -> bool:
    """Return whether it began by now, or its whole day is over where no hour of it is told."""
    today = day_in(now, zone_name=timezone.get_current_timezone_name())
    return has_begun(round_, now=now) and round_.on_day != today


def cadence_of(person: Person) -> Cadence:
    """Return when the person wants to hear of follow-ups."""
    row = FollowUpCadence.objects.filter(person=person).first()
    return row.as_cadence() if row else DEFAULT_CADENCE


def keep_cadence(person: Person, cadence: Cadence) -> None:
    """Keep when the person wants to hear of follow-ups."""
    FollowUpCadence.objects.update_or_create(
        person=person,
        defaults={
            "is_on": cadence.is_on,
            "first_after_days": cadence.first_after_days,
            "again_after_days": cadence.again_after_days,
            "most": cadence.most,
        },
    )


def follow_ups(
    person: Person, *, now: datetime, today: date, limit: int = 10
) -> list[FollowUp]:
    """Return the follow-ups on offer, the latest to become so first.

    What has been on offer for longer than FOLLOWED_UP_WITHIN is left alone, and so is what came
    through a system that named nobody, or was confirmed by a machine alone: there is no one to
    ask. Nobody decides before their last
    day to apply, so that the wait of what was only sent or answered begins after that. Where the
    person is to be reminded on a later day, that day is waited for.
    """
    cadence = cadence_of(person)
    if not cadence.is_on or not cadence.most:
        return []
    waiting = _awake(person, today=today).filter(follow_ups__lt=cadence.most)
    waiting = waiting.exclude(~Q(system=""), contact_address="")
    machines = _only_confirmed(person)
    waiting = waiting.exclude(contact_address="", pk__in=machines)
    later = _reminders(person).filter(payload__until__gt=today.isoformat())
    waiting = waiting.exclude(pk__in=later.values("application"))
    waiting = waiting.exclude(merged__in=later.values("application"))
    offered = []
    again = timedelta(days=cadence.again_after_days)
    # Never asked yet, and asked before: each has its own wait, and is cut once it is over.
    for asked, days, within in (
        (Q(follow_ups=0), cadence.first_after_days, FOLLOWED_UP_WITHIN),
        (Q(follow_ups__gt=0), cadence.again_after_days, _once_more_within(again)),
    ):
        ripe_since = now - timedelta(days=days)
        latest = today - timedelta(days=days)
        is_early = Q(stage__in=_BEFORE_A_CHOICE, deadline__gt=latest.isoformat())
        earliest = (latest - within).isoformat()
        is_fresh = Q(waiting_since__gt=ripe_since - within)
        is_closed_of_late = Q(stage__in=_BEFORE_A_CHOICE, deadline__gt=earliest)
        ripe = waiting.filter(asked, waiting_since__lte=ripe_since).exclude(is_early)
        by_wait = ripe.filter(is_fresh).order_by("-waiting_since", "id")
        by_closing = ripe.filter(is_closed_of_late).order_by("-deadline", "id")
        # Whichever came later begins the wait: the latest are among the latest of either.
        for application in dict.fromkeys([*by_wait[:limit], *by_closing[:limit]]):
            at = ripe_at(
                cadence,
                waiting_since=_waits_since(application, zone_name=person.time_zone),
                follow_ups=application.follow_ups,
            )
            if at is not None:
                offered.append(FollowUp(application, at))
    return sorted(offered, key=lambda one: one.ripe_at, reverse=True)[:limit]


def _only_confirmed(person: Person) -> QuerySet[Event, uuid.UUID]:
    """Return the applications that mail confirmed and that the person sent by no mail of theirs."""
    of_mail = Event.objects.for_person(person).filter(
        source_kind=SourceKind.MESSAGE, voided_by=None, application__stage=Stage.APPLIED
    )
    sent = of_mail.filter(kind=EventKind.APPLIED, decided_by=DecidedBy.RULE)
    confirmed = of_mail.filter(kind=EventKind.CONFIRMATION, decided_by=DecidedBy.RULE)
    confirmed = confirmed.exclude(application__in=sent.values("application"))
    return confirmed.order_by().values_list("application", flat=True)


def _once_more_within(wait: timedelta) -> timedelta:
    """Return how long asking once more is on offer: not where the last question was silent for FOLLOWED_UP_WITHIN.

    Who waits as long as that by choice hears of it all the same.
    """
    left = FOLLOWED_UP_WITHIN - wait
    return left if left > timedelta() else FOLLOWED_UP_WITHIN


def _waits_since(application: Application, *, zone_name: str) -> datetime | None:
    since, last = application.waiting_since, application.deadline_on
    if since is None or last is None or application.stage not in _BEFORE_A_CHOICE:
        return since
    return max(since, start_of(last, zone_name=zone_name))


def closing(person: Person, *, today: date, until: date) -> list[Application]:
    """Return what is saved and closes from today to that day, the first to close first."""
    saved = _awake(person, today=today).filter(
        stage=Stage.SAVED,
        deadline__gte=today.isoformat(),
        deadline__lte=until.isoformat(),
    )
    return list(saved.order_by("deadline", "id"))


def out_of_sight(person: Person, *, today: date) -> OwnedQuerySet[Application]:
    """Return what is out of sight until later than today, the first to come back first."""
    rows = Application.objects.for_person(person).filter(merged_into=None)
    hidden = rows.filter(snoozed_until__gt=today, is_archived__in=(False,))
    return hidden.order_by("snoozed_until", "id")


def _awake(person: Person, *, today: date) -> OwnedQuerySet[Application]:
    rows = Application.objects.for_person(person).filter(
        merged_into=None, is_archived__in=(False,)
    )
    awake = rows.filter(Q(snoozed_until=None) | Q(snoozed_until__lte=today))
    return awake.defer("search_text")
