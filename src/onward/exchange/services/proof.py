"""Proof of search: the report of a period from the ledger's events."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.formats import date_format

from onward.applications.labels import EVENT_LABELS
from onward.applications.models import Application, Event
from onward.applications.rules.kinds import (
    NO_KINDS,
    DecidedBy,
    EventKind,
    SourceKind,
    Stage,
)
from onward.applications.rules.payload import Outcome
from onward.applications.rules.round import Round
from onward.applications.rules.rounds import rounds
from onward.applications.rules.undelivered import TELLS, undelivered
from onward.core.dates import day_in, start_of
from onward.exchange.labels import PROOF_INVITED, PROOF_LABELS, PROOF_WHAT
from onward.exchange.rules.export import csv_pieces
from onward.exchange.rules.proof import (
    ALWAYS,
    OPENING,
    Deed,
    ProofField,
    ProofPart,
    deeds_in,
    kinds_of,
    result_of,
    unsent,
)
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
_HELD = frozenset({EventKind.INTERVIEW, EventKind.ASSESSMENT})
_BESIDE = frozenset({EventKind.ARRANGED, EventKind.DONE})
_GOT_TO = {
    Stage.INTERVIEW: EventKind.INTERVIEW,
    Stage.ASSESSMENT: EventKind.ASSESSMENT,
}
_NOT_HELD = frozenset({Outcome.CANCELLED, Outcome.MOVED})


@dataclass(frozen=True, slots=True)
class Proof:
    """A report: its period, its columns and its lines, each cell a text.

    Attributes:
        undated: Applications with an interview or a test that is no line, as mail told of
            it in the period, or a list of some day up to then, and nobody knows its day.
        unsent: Applications that came to something in the period, of which no day is known
            on which they were sent: none of them counts as one that was.
    """

    first: date
    last: date
    fields: tuple[ProofField, ...]
    lines: tuple[tuple[str, ...], ...]
    undated: tuple[Application, ...] = ()
    unsent: tuple[Application, ...] = ()

    @property
    def heads(self) -> list[str]:
        """The names of the columns."""
        return [str(PROOF_LABELS[field]) for field in self.fields]


def proof(
    person: Person,
    *,
    first: date,
    last: date,
    fields: Collection[ProofField],
    parts: Collection[ProofPart],
    now: datetime,
) -> Proof:
    """Return what the person did between two days, both included; taken back is left out.

    What did not arrive was done only once it was sent again. An interview or a test that lies ahead at `now` was not done yet.
    """
    columns = tuple(field for field in ProofField if field in {*ALWAYS, *fields})
    by_application = _deeds(person, now=now)
    every = [deed for deeds in by_application.values() for deed in deeds]
    chosen = deeds_in(every, first=first, last=last, parts=parts)
    wanted = kinds_of(parts)
    undated = {
        deed.application
        for deed in every
        if not deed.is_dated and deed.kind in wanted and deed.may_be_in(first, last)
    }
    missing = set()
    if ProofPart.APPLICATIONS in parts:
        missing = unsent(every, first=first, last=last)
    rows = Application.objects.for_person(person).in_bulk(
        list(undated | missing | {deed.application for deed in chosen})
    )
    lines = []
    for deed in chosen:
        result = result_of(by_application[deed.application], until=last)
        said = _said(result, until=last)
        cells = _cells(rows[deed.application], deed, result=said)
        lines.append(tuple(cells[field] for field in columns))
    return Proof(
        first,
        last,
        columns,
        tuple(lines),
        _by_name(rows[key] for key in undated),
        _by_name(rows[key] for key in missing),
    )


def _by_name(found: Iterable[Application]) -> tuple[Application, ...]:
    return tuple(sorted(found, key=lambda row: row.company_sort))


def _deeds(person: Person, *, now: datetime) -> dict[uuid.UUID, list[Deed]]:
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
    told = _told(person)
    deeds = {
        head: [
            replace(
                deed,
                is_theirs=_is_theirs(event, kind=deed.kind),
                is_move=bool(event.payload.get("board")),
            )
            for event, deed in _days(
                head, history, told=told, zone_name=person.time_zone, now=now
            )
        ]
        for head, history in histories.items()
    }
    for deed in _got_to(person):
        # What is recorded of its kind is what the list tells of.
        if all(event.kind != deed.kind for event in histories[deed.application]):
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
        if kind not in _HELD:
            on = day_in(event.at, zone_name=zone_name)
            yield event, Deed(head, kind, on, event.number)
            continue
        each = held.get(str(event.pk))
        if each is None or each.outcome in _NOT_HELD:
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
        is_known = bool(begins or on_day) or _is_day_said(event, told=told)
        deed = Deed(
            *(head, kind),
            on_day or day_in(begins or event.at, zone_name=zone_name),
            event.number,
            is_dated=is_known and not each.is_time_asked,
            told_on=day_in(event.at, zone_name=zone_name),
            is_ahead=is_ahead and each.outcome != Outcome.WENT_AHEAD,
            last_on=None if begins or on_day else each.until,
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


def _told(person: Person) -> dict[str, tuple[datetime, str]]:
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


def _said(result: Deed | None, *, until: date) -> str:
    """Return what came of an application up to a day, with its day where that is known."""
    if result is None:
        return ""
    label = EVENT_LABELS[result.kind]
    if result.is_invitation(until):
        label = PROOF_INVITED[result.kind]
        return f"{label}, {_written(result.heard_on(until))}"
    return f"{label}, {_written(result.on)}" if result.is_dated else str(label)


def _cells(
    application: Application, deed: Deed, *, result: str
) -> dict[ProofField, str]:
    contact = (application.contact_name, application.contact_address)
    return {
        ProofField.DAY: _written(deed.on),
        ProofField.COMPANY: application.company,
        ProofField.ROLE: application.role,
        ProofField.WHAT: str(PROOF_WHAT.get(deed.kind, EVENT_LABELS[deed.kind])),
        ProofField.PLACE: application.place,
        ProofField.CHANNEL: application.source or application.system,
        ProofField.REQUISITION: application.requisition,
        ProofField.CONTACT: ", ".join(filter(None, contact)),
        ProofField.URL: application.url,
        ProofField.RESULT: result,
    }


def _written(day: date) -> str:
    return date_format(day, "j F Y")


def proof_csv(report: Proof) -> Iterator[str]:
    """Yield the report as a CSV table (RFC 4180), its head first."""
    heads = report.heads
    rows = (dict(zip(heads, line, strict=True)) for line in report.lines)
    return csv_pieces(rows, fields=heads)
