"""What was done and what came of it, read from the ledger's events, for the proof of search."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Q
from django.db.models.functions import Coalesce

from onward.applications.models import Event
from onward.applications.rules.kinds import (
    NO_KINDS,
    PLANNED_KINDS,
    DecidedBy,
    EventKind,
    SourceKind,
    Stage,
)
from onward.applications.rules.payload import NOT_HELD, Outcome
from onward.applications.rules.round import Round
from onward.applications.rules.rounds import round_known_as, rounds
from onward.applications.rules.undelivered import TELLS, undelivered
from onward.core.dates import day_in, start_of
from onward.exchange.rules.proof import ANSWERING, OPENING, Deed, ProofPart, kinds_of
from onward.mail.rules.verdicts.only_seen import is_only_seen
from onward.people.models import Person

_READ = frozenset(
    {
        *kinds_of(tuple(ProofPart)),
        *NO_KINDS,
        *OPENING,
        EventKind.OFFER,
        EventKind.ACCEPTANCE,
        EventKind.REPLY,
    }
)


_ENDS = frozenset(NO_KINDS) - {EventKind.SILENCE}
_BESIDE = frozenset({EventKind.ARRANGED, EventKind.DONE})
_GOT_TO = {
    Stage.INTERVIEW: EventKind.INTERVIEW,
    Stage.ASSESSMENT: EventKind.ASSESSMENT,
}


@dataclass(frozen=True, slots=True)
class Told:
    """What the ledger tells that a report reads, by application, on one person's clock."""

    histories: Mapping[uuid.UUID, list[Event]]
    zone_name: str

    @classmethod
    def of(cls, person: Person) -> Told:
        """Return the events of a person that stand, those of joined applications in one."""
        return cls(_histories(person), person.time_zone)

    def is_answered(self, application: uuid.UUID, *, until: date) -> bool:
        """Return whether an answer had come by a day, if only a talk that was called off since."""
        return any(
            event.kind in ANSWERING
            and day_in(event.at, zone_name=self.zone_name) <= until
            for event in self.histories.get(application, [])
        )

    def set_for(self, deed: Deed, *, until: date) -> date | None:
        """Return for when an interview was set, by what was known on a day; None if it was not."""
        history = self.histories[deed.application]
        known = [
            event.as_past()
            for event in history
            if day_in(event.at, zone_name=self.zone_name) <= until
        ]
        events = [str(each.pk) for each in history if each.number == deed.number]
        each = round_known_as(known, event=events[0]) if events else None
        if each is None or each.is_time_asked:
            return None
        begins = each.begins(zone_name=self.zone_name)
        return day_in(begins, zone_name=self.zone_name) if begins else each.on_day


def _histories(person: Person) -> dict[uuid.UUID, list[Event]]:
    is_read = Q(kind__in=_READ | _BESIDE)
    is_read |= Q(kind__in=TELLS, payload__has_key="undelivered")
    events = (
        Event.objects.for_person(person)
        .filter(is_read, voided_by=None)
        .annotate(head=Coalesce("application__merged_into", "application"))
    )
    histories: dict[uuid.UUID, list[Event]] = defaultdict(list)
    for event in events:
        histories[event.head].append(event)
    return histories


def deeds_of(
    person: Person, *, told: Told, now: datetime
) -> dict[uuid.UUID, list[Deed]]:
    """Return what was done and what came of it, by application; taken back is left out."""
    corrected = _corrected(person)
    deeds = {
        head: [
            replace(
                deed,
                is_theirs=_is_theirs(event, kind=deed.kind),
                is_move=bool(event.payload.get("board")),
            )
            for event, deed in _days(
                head, history, told=corrected, zone_name=person.time_zone, now=now
            )
        ]
        for head, history in told.histories.items()
    }
    for deed in _got_to(person):
        # What is recorded of its kind is what the list tells of.
        history = told.histories.get(deed.application, [])
        if all(event.kind != deed.kind for event in history):
            deeds.setdefault(deed.application, []).append(deed)
    return deeds


def _is_theirs(event: Event, *, kind: EventKind) -> bool:
    """Return whether it is a receipt by which mail tells only that they looked at it."""
    if kind != EventKind.CONFIRMATION or event.decided_by == DecidedBy.PERSON:
        return False
    language = str(event.payload.get("language", ""))
    return is_only_seen(str(event.payload.get("words", "")), language=language)


def _got_to(person: Person) -> Iterator[Deed]:
    """Yield the interviews and tests of which a list tells that they were, and not when.

    Each was between the last day that the list knows and that on which it was read.
    """
    moves = Event.objects.for_person(person).filter(
        kind=EventKind.MOVED, decided_by=DecidedBy.IMPORT, voided_by=None
    )
    for event in moves.annotate(
        head=Coalesce("application__merged_into", "application")
    ):
        kind = _GOT_TO.get(event.payload["stage"])
        if kind is not None:
            days = (
                day_in(at, zone_name=person.time_zone)
                for at in (event.at, event.recorded_at)
            )
            on, until = sorted(days)
            yield Deed(event.head, kind, on, event.number, is_dated=False, until=until)


def _days(
    head: uuid.UUID,
    history: list[Event],
    *,
    told: Mapping[str, tuple[datetime, str]],
    zone_name: str,
    now: datetime,
) -> Iterator[tuple[Event, Deed]]:
    """Yield what was done as what, with its day, whether that is known, and when it was told of.

    An interview's is that on which it was held, a test's also that on which it was handed
    in. Mail and lists tell when they were written, so where they name no such day, or
    somebody asked for another one since, nobody knows it. What was called off, is being moved or lies ahead was not held, nor was an
    interview whose application had ended before; one that mail only told of again is no other.
    """
    ended = min((event.at for event in history if event.kind in _ENDS), default=None)
    past = [event.as_past() for event in history]
    held = {each.event: each for each in rounds(past)}
    lost, again = undelivered(past)
    done = _done(history)
    for event in history:
        kind = again.get(str(event.pk), EventKind(event.kind))
        if kind in _BESIDE | TELLS or str(event.pk) in lost:
            continue
        if kind not in PLANNED_KINDS:
            on = day_in(event.at, zone_name=zone_name)
            yield event, Deed(head, kind, on, event.number)
            continue
        each = held.get(str(event.pk))
        if each is None or each.outcome in NOT_HELD:
            continue
        begins = each.begins(zone_name=zone_name)
        if kind == EventKind.ASSESSMENT:
            begins = done.get(str(event.pk)) or begins
        elif ended is not None and event.at <= ended < (
            _moment(each, zone_name=zone_name) or event.at
        ):
            continue
        on_day = each.held_on or (each.on_day if begins is None else None)
        is_ahead = _is_ahead(each, begins=begins, now=now, zone_name=zone_name)
        is_day_said = _is_day_said(event, told=told)
        is_known = bool(begins or on_day) or is_day_said
        is_told_held = (
            each.outcome == Outcome.WENT_AHEAD
            or each.held_on is not None
            or (is_day_said and not (begins or on_day))
        )
        deed = Deed(
            *(head, kind),
            on_day or day_in(begins or event.at, zone_name=zone_name),
            event.number,
            is_dated=is_known and not each.is_time_asked,
            told_on=day_in(event.at, zone_name=zone_name),
            is_ahead=is_ahead and each.outcome != Outcome.WENT_AHEAD,
            last_on=None if begins or on_day else each.until,
            is_told_held=is_told_held,
        )
        yield event, deed


def _is_ahead(
    each: Round, *, begins: datetime | None, now: datetime, zone_name: str
) -> bool:
    if begins is not None:
        return begins > now
    last = each.on_day or each.until
    return last is not None and last >= day_in(now, zone_name=zone_name)


def _moment(each: Round, *, zone_name: str) -> datetime | None:
    """Return when a talk begins: with its day, where no hour of it is told."""
    begins = each.begins(zone_name=zone_name)
    if begins is None and each.on_day is not None:
        return start_of(each.on_day, zone_name=zone_name)
    return begins


def _is_day_said(event: Event, *, told: Mapping[str, tuple[datetime, str]]) -> bool:
    """Return whether the person said themselves on which day it was."""
    if event.source_kind == SourceKind.HAND:
        return True
    at, name = event.at, str(event.payload.get("corrects", ""))
    if event.decided_by != DecidedBy.PERSON:
        return False
    while name in told:
        at, name = told[name]
    return at != event.at


def _corrected(person: Person) -> dict[str, tuple[datetime, str]]:
    """Return when each event that was corrected had happened, and what that one corrected."""
    corrections = Event.objects.for_person(person).filter(
        decided_by=DecidedBy.PERSON, payload__has_key="corrects"
    )
    names = {
        str(name) for name in corrections.values_list("payload__corrects", flat=True)
    }
    corrected = Event.objects.for_person(person).in_bulk(list(names))
    return {
        str(key): (event.at, str(event.payload.get("corrects", "")))
        for key, event in corrected.items()
    }


def _done(history: list[Event]) -> dict[str, datetime]:
    """Return when what was asked for was done, as the person or a mail says."""
    return {
        str(event.payload.get("event")): event.at
        for event in history
        if event.kind == EventKind.DONE
        or (
            event.kind == EventKind.ARRANGED
            and event.payload.get("outcome") == Outcome.WENT_AHEAD
        )
    }
