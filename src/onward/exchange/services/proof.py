"""Proof of search: the report of a period from the ledger's events."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from onward.applications.models import Application
from onward.applications.rules.kinds import EventKind
from onward.core.languages import Language
from onward.exchange.rules.export import csv_pieces
from onward.exchange.rules.proof import (
    ALWAYS,
    Deed,
    ProofField,
    ProofPart,
    deeds_in,
    kinds_of,
    standing_of,
    unsent,
)
from onward.exchange.rules.proof_ways import Way
from onward.exchange.rules.proof_words import ProofWords, proof_words
from onward.exchange.services.proof_deeds import Told, deeds_of
from onward.exchange.services.proof_named_days import days_named
from onward.exchange.services.proof_ways import ways_of
from onward.people.models import Person


@dataclass(frozen=True, slots=True)
class Proof:
    """A report: its period, its columns and its lines, each cell a text in its language.

    Attributes:
        words: Those of its language, for all that stands around the lines.
        undated: Applications with an interview or a test that is no line, as mail told of
            it in the period, or a list of some day up to then, and nobody knows its day.
        named: Of those that are not told as sent, the day that their mail names.
        unsent: Applications that came to something in the period, of which no day is known
            on which they were sent: none of them counts as one that was.
    """

    first: date
    last: date
    fields: tuple[ProofField, ...]
    lines: tuple[tuple[str, ...], ...]
    words: ProofWords
    undated: tuple[Application, ...] = ()
    unsent: tuple[Application, ...] = ()
    named: Mapping[uuid.UUID, date] = field(default_factory=dict)

    @property
    def heads(self) -> list[str]:
        """The names of the columns."""
        return [self.words.column(each) for each in self.fields]

    @property
    def left_out(self) -> int:
        """How many applications are named beside the report, and not in it."""
        return len({*self.undated, *self.unsent})

    @property
    def unsent_days(self) -> list[tuple[Application, date | None]]:
        """What is not told as sent, each with the day of applying that its mail names."""
        return [(each, self.named.get(each.pk)) for each in self.unsent]

    @property
    def period(self) -> str:
        """From when to when it goes, in its language."""
        return self.words.period(self.first, self.last)

    @property
    def entries(self) -> str:
        """How many lines it has, in its language."""
        return self.words.entries(len(self.lines))


def proof(
    person: Person,
    *,
    first: date,
    last: date,
    fields: Collection[ProofField],
    parts: Collection[ProofPart],
    language: Language = Language.ENGLISH,
    now: datetime,
) -> Proof:
    """Return what the person did between two days, both included; taken back is left out.

    What did not arrive was done only once it was sent again. An interview or a test that lies ahead at `now` was not done yet.
    """
    columns = tuple(each for each in ProofField if each in {*ALWAYS, *fields})
    told = Told.of(person)
    by_application = deeds_of(person, told=told, now=now)
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
    shown = {deed.application for deed in chosen}
    rows = Application.objects.for_person(person).in_bulk(
        list(undated | missing | shown)
    )
    words = proof_words(language)
    ways = ways_of(person, [rows[key] for key in shown], histories=told.histories)
    lines = []
    for deed in chosen:
        said = _said(by_application[deed.application], words, told=told, until=last)
        application = rows[deed.application]
        cells = _cells(
            *(application, deed, words), way=ways[deed.application], result=said
        )
        lines.append(tuple(cells[each] for each in columns))
    return Proof(
        *(first, last, columns, tuple(lines), words),
        undated=_by_name(rows[key] for key in undated),
        unsent=_by_name(rows[key] for key in missing),
        named=days_named(person, missing, histories=told.histories),
    )


def _by_name(found: Iterable[Application]) -> tuple[Application, ...]:
    return tuple(sorted(found, key=lambda row: row.company_sort))


def _said(deeds: list[Deed], words: ProofWords, *, told: Told, until: date) -> str:
    """Return what came of an application up to a day, with its day where that is known."""
    standing = standing_of(deeds, until=until)
    if standing.is_unanswered and told.is_answered(deeds[0].application, until=until):
        return words.answered()
    last, set_for = standing.last, None
    if last is not None and standing.heard_on and last.kind == EventKind.INTERVIEW:
        set_for = told.set_for(last, until=until)
    return words.result(standing, set_for=set_for)


def _cells(
    application: Application, deed: Deed, words: ProofWords, *, way: Way, result: str
) -> dict[ProofField, str]:
    contact = (application.contact_name, application.contact_address)
    return {
        ProofField.DAY: words.day(deed.on),
        ProofField.COMPANY: application.company,
        ProofField.ROLE: application.role,
        ProofField.WHAT: words.what(deed.kind),
        ProofField.PLACE: application.place,
        ProofField.CHANNEL: words.way(way),
        ProofField.REQUISITION: application.requisition,
        ProofField.CONTACT: ", ".join(filter(None, contact)),
        ProofField.URL: application.url,
        ProofField.RESULT: result,
    }


def proof_csv(report: Proof) -> Iterator[str]:
    """Yield the report as a CSV table (RFC 4180), its head first."""
    heads = report.heads
    rows = (dict(zip(heads, line, strict=True)) for line in report.lines)
    return csv_pieces(rows, fields=heads)
