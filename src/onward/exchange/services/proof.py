"""Proof of search: the report of a period from the ledger's events."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models.functions import Coalesce
from django.utils.formats import date_format

from onward.applications.labels import EVENT_LABELS
from onward.applications.models import Application, Event
from onward.applications.rules.kinds import NO_KINDS, EventKind, SourceKind
from onward.applications.rules.payload import Outcome
from onward.applications.rules.rounds import rounds
from onward.core.dates import day_in
from onward.exchange.labels import PROOF_LABELS, PROOF_WHAT
from onward.exchange.rules.export import csv_pieces
from onward.exchange.rules.proof import (
    ALWAYS,
    Deed,
    ProofField,
    ProofPart,
    deeds_in,
    kinds_of,
    result_of,
)
from onward.people.models import Person

_READ = frozenset(
    {
        *kinds_of(tuple(ProofPart)),
        *NO_KINDS,
        EventKind.OFFER,
        EventKind.ACCEPTANCE,
        EventKind.REPLY,
    }
)


_ENDS = frozenset(NO_KINDS) - {EventKind.SILENCE}
_NOT_HELD = frozenset({Outcome.CANCELLED, Outcome.MOVED})


@dataclass(frozen=True, slots=True)
class Proof:
    """A report: its period, its columns and its lines, each cell a text."""

    first: date
    last: date
    fields: tuple[ProofField, ...]
    lines: tuple[tuple[str, ...], ...]

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
) -> Proof:
    """Return what the person did between two days, both included; taken back is left out."""
    columns = tuple(field for field in ProofField if field in {*ALWAYS, *fields})
    by_application = _deeds(person)
    every = [deed for deeds in by_application.values() for deed in deeds]
    chosen = deeds_in(every, first=first, last=last, parts=parts)
    rows = Application.objects.for_person(person).in_bulk(
        list({deed.application for deed in chosen})
    )
    lines = []
    for deed in chosen:
        result = result_of(by_application[deed.application], until=last)
        cells = _cells(rows[deed.application], deed, result=result)
        lines.append(tuple(cells[field] for field in columns))
    return Proof(first, last, columns, tuple(lines))


def _deeds(person: Person) -> dict[uuid.UUID, list[Deed]]:
    events = (
        Event.objects.for_person(person)
        .filter(kind__in=[*_READ, EventKind.ARRANGED, EventKind.DONE], voided_by=None)
        .annotate(head=Coalesce("application__merged_into", "application"))
    )
    histories: dict[uuid.UUID, list[Event]] = defaultdict(list)
    for event in events:
        histories[event.head].append(event)
    return {
        head: [
            Deed(head, EventKind(event.kind), day, event.number, is_dated)
            for event, day, is_dated in _days(history, zone_name=person.time_zone)
        ]
        for head, history in histories.items()
    }


def _days(
    history: list[Event], *, zone_name: str
) -> Iterator[tuple[Event, date, bool]]:
    """Yield what was done with its day, and whether that is known: an interview's is that on which it was held.

    A test's is that for which it was set, or on which it was handed in; where mail tells
    neither, nobody knows when it was done. An interview that was called off, or is being moved, was not held, nor was one whose application
    had ended before; one that mail only told of again is no other.
    """
    ended = min((event.at for event in history if event.kind in _ENDS), default=None)
    held = {each.event: each for each in rounds(event.as_past() for event in history)}
    done = _done(history)
    for event in history:
        if event.kind in {EventKind.ARRANGED, EventKind.DONE}:
            continue
        each = held.get(str(event.pk))
        if event.kind == EventKind.ASSESSMENT:
            if each is None or each.outcome in _NOT_HELD:
                continue
            is_told = event.source_kind == SourceKind.MESSAGE
            at = done.get(str(event.pk)) or each.begins(zone_name=zone_name)
            day = day_in(at or event.at, zone_name=zone_name)
            yield event, day, at is not None or not is_told
            continue
        if event.kind != EventKind.INTERVIEW:
            yield event, day_in(event.at, zone_name=zone_name), True
            continue
        if each is not None and each.outcome not in _NOT_HELD:
            begins = each.begins(zone_name=zone_name)
            is_over = ended is not None and event.at <= ended < (begins or event.at)
            if not is_over:
                yield event, day_in(begins or event.at, zone_name=zone_name), True


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


def _cells(
    application: Application, deed: Deed, *, result: Deed | None
) -> dict[ProofField, str]:
    contact = (application.contact_name, application.contact_address)
    said = f"{EVENT_LABELS[result.kind]}, {_written(result.on)}" if result else ""
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
        ProofField.RESULT: said,
    }


def _written(day: date) -> str:
    return date_format(day, "j F Y")


def proof_csv(report: Proof) -> Iterator[str]:
    """Yield the report as a CSV table (RFC 4180), its head first."""
    heads = report.heads
    rows = (dict(zip(heads, line, strict=True)) for line in report.lines)
    return csv_pieces(rows, fields=heads)
