"""Interviews: what each asked, found again before the next."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.rules.payload import NOT_HELD, Outcome
from onward.applications.services import EventDraft, agenda, commit_events, take_back
from onward.core.dates import day_in
from onward.core.ids import uuid7s
from onward.mail.rules.facts.employers.names import company_key
from onward.method.reflection.models import (
    AskedQuestion,
    Debrief,
    Experiment,
    Research,
)
from onward.method.reflection.rules.asking import (
    Asked,
    Theme,
    bank,
    wants_debrief,
    wants_preparing,
)
from onward.method.reflection.rules.same_kind import is_same_kind
from onward.method.reflection.services.research import research_of
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

MOST_BANKED = 60


@dataclass(frozen=True, slots=True)
class Held:
    """One interview with all its names.

    Attributes:
        starts_at: The moment at which it begins, aware; noon where only its day is known.
        on_day: That day, where no hour of it is told.
    """

    application: Application
    event_id: uuid.UUID
    starts_at: datetime
    names: frozenset[str]
    on_day: date | None = None


def interviews_of(person: Person, *, now: datetime) -> list[Held]:
    """Return the interviews that have a time, or a day, and were not called off."""
    found: list[Held] = []
    for each in agenda(person, now=now, kinds={EventKind.INTERVIEW}):
        starts = each.round.moment(zone_name=person.time_zone)
        if starts is not None and each.round.outcome != Outcome.CANCELLED:
            event = uuid.UUID(each.round.event)
            names, on_day = each.round.names, each.round.on_day
            found.append(Held(each.application, event, starts, names, on_day))
    return found


def last_held_on(
    person: Person,
    application: Application,
    *,
    now: datetime,
    interview: Event | None = None,
) -> date | None:
    """Return the day of this interview, or of the application's last one that has begun.

    One that the person recorded without an hour was held on the day that they gave it.
    """
    known = interviews_of(person, now=now) + _without_hour(person, now=now)
    begun = [
        each
        for each in known
        if each.starts_at <= now and each.application.pk == application.head.pk
    ]
    if interview is not None:
        begun = [e for e in begun if str(interview.pk) in e.names] or begun
    last = max((each.starts_at for each in begun), default=None)
    return day_in(last, zone_name=person.time_zone) if last is not None else None


def _without_hour(person: Person, *, now: datetime) -> list[Held]:
    """Return what the person recorded as an interview on a day, at no hour."""
    undated = {
        each.round.event: each
        for each in agenda(person, now=now, kinds={EventKind.INTERVIEW})
        if not (each.round.starts_at or each.round.on_day)
        and each.round.outcome not in NOT_HELD
    }
    own = Event.objects.for_person(person).filter(decided_by=DecidedBy.PERSON)
    # What mail told has the day of the mail, whoever corrected it.
    own = own.filter(pk__in=undated).exclude(source_kind=SourceKind.MESSAGE)
    found = []
    for event in own:
        if event.payload.get("board"):
            continue  # It was moved there on that day, whenever it was held.
        ask = undated[str(event.pk)]
        found.append(Held(ask.application, event.pk, event.at, ask.round.names))
    return found


def to_debrief(
    person: Person, *, now: datetime, known: Sequence[Held] | None = None
) -> Held | None:
    """Return the latest interview that is over and not written down yet, if it is fresh.

    Args:
        known: What `interviews_of` returned, where it was asked for already.
    """
    debriefs = Debrief.objects.for_person(person).exclude(interview=None)
    written = {str(key) for key in debriefs.values_list("interview", flat=True)}
    fresh = [
        each
        for each in (interviews_of(person, now=now) if known is None else known)
        if wants_debrief(starts_at=each.starts_at, on_day=each.on_day, now=now)
        and each.names.isdisjoint(written)
    ]
    return max(fresh, key=lambda each: each.starts_at, default=None)


def to_prepare(
    person: Person, *, now: datetime, known: Sequence[Held] | None = None
) -> Held | None:
    """Return the next interview that is near, of an application that is still open.

    Args:
        known: What `interviews_of` returned, where it was asked for already.
    """
    near = [
        each
        for each in (interviews_of(person, now=now) if known is None else known)
        if each.application.is_open
        and wants_preparing(starts_at=each.starts_at, on_day=each.on_day, now=now)
    ]
    return min(near, key=lambda each: each.starts_at, default=None)


@transaction.atomic
def keep_debrief(
    person: Person,
    application: Application,
    *,
    debrief: Debrief | None = None,
    interview: Event | None,
    held_on: date,
    questions: Sequence[tuple[str, Theme]],
    went_well: str,
    to_practise: str,
    now: datetime,
) -> Debrief:
    """Keep what an interview asked and showed; an earlier debrief given is replaced."""
    row = debrief or Debrief(person=person, application=application.head)
    row.interview = interview or row.interview
    row.held_on = held_on
    row.went_well, row.to_practise = went_well.strip(), to_practise.strip()
    row.written_at = now
    row.save()
    row.questions.all().delete()
    # They are read in the order of their ids, and those of one millisecond have none.
    AskedQuestion.objects.bulk_create(
        AskedQuestion(
            pk=pk,
            person=person,
            debrief=row,
            words=words.strip()[:500],
            theme=theme.value,
        )
        for pk, (words, theme) in zip(
            sorted(uuid7s(len(questions))), questions, strict=True
        )
        if words.strip()
    )
    draft = EventDraft(
        application_id=application.head.pk,
        kind=EventKind.DEBRIEF,
        at=now,
        decided_by=DecidedBy.PERSON,
        payload={"record": str(row.pk)},
        key=f"debrief:{row.pk}",
    )
    commit_events(person, [draft], now=now)
    return row


@transaction.atomic
def delete_debrief(person: Person, debrief: Debrief, *, now: datetime) -> None:
    """Delete a debrief with its questions, and take back the event that tells of it."""
    events = Event.objects.for_person(person).filter(
        key=f"debrief:{debrief.pk}", voided_by=None
    )
    for event in events:
        take_back(person, event, now=now)
    debrief.delete()


def question_bank(person: Person, *, theme: Theme | None = None) -> list[Asked]:
    """Return the questions that the person's own interviews asked, the frequent ones first."""
    own = AskedQuestion.objects.for_person(person).select_related("debrief")
    if theme is not None:
        own = own.filter(theme=theme.value)
    latest = own.order_by("-debrief__held_on")[: 10 * MOST_BANKED]
    found = bank(
        (each.words, Theme(each.theme), each.debrief.written_at) for each in latest
    )
    return found[:MOST_BANKED]


@dataclass(frozen=True, slots=True)
class Preparation:
    """What earlier interviews taught, for the next one.

    Attributes:
        here: Debriefs at the same employer, the latest first.
        alike: Debriefs for roles of the same kind elsewhere.
        to_practise: The latest others that say what to practise.
    """

    here: list[Debrief]
    alike: list[Debrief]
    to_practise: list[Debrief]
    questions: list[Asked]
    research: Research | None
    experiments: list[Experiment]


def preparation(person: Person, application: Application) -> Preparation:
    """Return everything the person has that may help before an interview there."""
    head = application.head
    key = company_key(head.company)
    here, alike, others = [], [], []
    for debrief in _debriefs(person)[:200]:
        there = debrief.application.head
        if there.pk == head.pk or (key and company_key(there.company) == key):
            here.append(debrief)
        elif is_same_kind(there.role, head.role):
            alike.append(debrief)
        elif debrief.to_practise:
            others.append(debrief)
    waiting = Experiment.objects.for_person(person).filter(
        tried_at=None, let_go_at=None
    )
    return Preparation(
        here=here,
        alike=alike[:10],
        to_practise=others[:3],
        questions=question_bank(person)[:12],
        research=research_of(person, head),
        experiments=[e for e in waiting if is_same_kind(e.role, head.role)][:5],
    )


def _debriefs(person: Person) -> OwnedQuerySet[Debrief]:
    own = Debrief.objects.for_person(person).order_by("-held_on", "-written_at")
    return own.select_related("application__merged_into").prefetch_related("questions")
