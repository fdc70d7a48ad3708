"""Lists from other programs: keep the file, propose, take in what the person agrees to."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from onward.applications.labels import EVENT_LABELS
from onward.applications.models import Application, Event
from onward.applications.rules.kinds import (
    NO_KINDS,
    DecidedBy,
    EventKind,
    SourceKind,
)
from onward.applications.services import FACT_LIMITS, EventDraft, commit_history
from onward.core.ids import uuid7
from onward.core.parts import ROWS_AT_ONCE, parts
from onward.exchange.models import ImportedList
from onward.exchange.rules.list_days import DayOrder
from onward.exchange.rules.list_types import ListFormat, Table
from onward.exchange.rules.list_words import Column
from onward.exchange.rules.lists import (
    USUAL_ORDER,
    ListRow,
    day_order,
    format_of,
    mapping_of,
    read_rows,
)
from onward.exchange.rules.own_export import own_rows
from onward.exchange.rules.proposals import (
    Happened,
    Known,
    Proposal,
    Proposed,
    at_the_end,
    happened,
    is_news,
    is_plan_news,
    propose,
    row_key,
)
from onward.exchange.rules.tables import (
    TableProblem,
    UnreadableTableError,
)
from onward.exchange.services.list_events import ahead_of, said_of
from onward.exchange.sheets import is_workbook, tables_in
from onward.people.alone import alone_for
from onward.people.models import Person

UNDONE_AT_ONCE = 5
NEW, SKIP = "new", "skip"


def keep_lists(
    person: Person, *, name: str, data: bytes, now: datetime
) -> list[ImportedList]:
    """Keep the lists of applications in a file, to be looked at; nothing is recorded yet.

    Of a zip with many tables only those that are such lists are kept; of a workbook the
    first sheet that is one, with those that have the same columns.

    Raises:
        UnreadableTableError: If there is no table, or none that names a job.
    """
    rows = []
    for table in _lists_among(tables_in(name, data), is_workbook=is_workbook(data)):
        form = format_of(table.columns)
        mapping = mapping_of(table.columns)
        order = day_order(table, mapping, usual=USUAL_ORDER.get(form))
        rows.append(
            ImportedList(
                person=person,
                name=table.name[:255],
                format=form.value,
                columns=list(table.columns),
                rows=[list(row) for row in table.rows],
                mapping={column.value: place for column, place in mapping.items()},
                day_order=order.value if order else "",
                created_at=now,
            )
        )
    if not rows:
        raise UnreadableTableError(TableProblem.NOTHING_KNOWN)
    return ImportedList.objects.bulk_create(rows)


def _lists_among(tables: Sequence[Table], *, is_workbook: bool) -> Sequence[Table]:
    if len(tables) < 2:
        return tables
    if not is_workbook:
        return [one for one in tables if format_of(one.columns) != ListFormat.OTHER]
    meanings = [mapping_of(one.columns).keys() for one in tables]
    names_one = (keys & {Column.COMPANY, Column.ROLE} for keys in meanings)
    first = next((at for at, named in enumerate(names_one) if named), 0)
    return [
        one
        for one, keys in zip(tables, meanings, strict=True)
        if one is tables[first] or keys == meanings[first]
    ]


def read_as(
    kept: ImportedList, *, mapping: Mapping[Column, int], order: DayOrder
) -> None:
    """Keep which column is taken for what, and how days are read."""
    kept.mapping = {column.value: place for column, place in mapping.items()}
    kept.day_order = order.value
    kept.save(update_fields=["mapping", "day_order"])


def choose(kept: ImportedList, *, choices: Mapping[int, str]) -> None:
    """Keep what the person said of single rows; "" goes as proposed."""
    changed = dict(kept.choices)
    for number, choice in choices.items():
        changed.pop(str(number), None)
        if choice:
            changed[str(number)] = choice
    kept.choices = changed
    kept.save(update_fields=["choices"])


def choices_of(kept: ImportedList, numbers: Iterable[int]) -> dict[int, str]:
    """Return what the person said of these rows; of what was joined since, the head is named."""
    said = {number: str(kept.choices.get(str(number), "")) for number in numbers}
    named = {choice for choice in said.values() if choice not in {"", NEW, SKIP}}
    heads = _heads_of(kept.person, named)
    now = {choice: str(heads.get(uuid.UUID(choice), "")) for choice in named}
    return {number: now.get(choice, choice) for number, choice in said.items()}


def let_go(kept: ImportedList) -> None:
    """Delete a kept list; what was taken in from it stays in the ledger."""
    kept.delete()


def rows_of(kept: ImportedList) -> list[ListRow]:
    """Return what each row of a kept list says."""
    form, zone = ListFormat(kept.format), kept.person.time_zone
    rows = read_rows(
        kept.table,
        form=form,
        mapping=kept.columns_by_meaning,
        order=DayOrder(kept.day_order or DayOrder.DAY_FIRST),
        zone_name=zone,
        now=kept.created_at,
    )
    if form != ListFormat.ONWARD:
        return rows
    return own_rows(kept.table, rows, zone_name=zone, now=kept.created_at)


def proposals(kept: ImportedList) -> list[Proposed]:
    """Return a proposal for each row, from what the ledger has at this moment."""
    own = Application.objects.for_person(kept.person).filter(merged_into=None)
    known = [
        Known(*row)
        for row in own.values_list("pk", "company", "role", "url", "applied_at")
    ]
    found = propose(rows_of(kept), known=known)
    taken = _taken_before(kept.person)
    return [
        replace(each, proposal=Proposal.SAME, candidates=(taken[row_key(each.row)],))
        if row_key(each.row) in taken and _is_open(each)
        else each
        for each in found
    ]


def _is_open(proposed: Proposed) -> bool:
    """Return whether what an earlier list brought decides, and not what fits by its words."""
    by_key = {Proposal.NEW, Proposal.REPEATED}
    if proposed.row.own_id:
        by_key |= {Proposal.SAME, Proposal.UNCLEAR}
    return proposed.proposal in by_key


def _taken_before(person: Person) -> dict[str, uuid.UUID]:
    """Return the application of each row that an earlier list brought, by the row's key."""
    described = Event.objects.for_person(person).filter(
        kind=EventKind.DESCRIBED, key__startswith="list:", voided_by=None
    )
    heads = described.annotate(head=Coalesce("application__merged_into", "application"))
    return {key.split(":")[1]: head for key, head in heads.values_list("key", "head")}


class GoneListError(Exception):
    """The person forgot the list in another window meanwhile."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a list: new applications, known ones, events added, rows left out.

    Attributes:
        closed: How many of the known ones are ended by what the list says.
    """

    new: int = 0
    same: int = 0
    events: int = 0
    left_out: int = 0
    closed: int = 0


def take_in(kept: ImportedList, *, now: datetime) -> Taken:
    """Record what the rows say, each once: the same list again adds nothing.

    Rows for which several applications fit, and that the person left undecided, are left
    out and stay in the kept list. Not inside a transaction: it waits for `alone_for`.

    Raises:
        GoneListError: If the list was forgotten meanwhile; nothing was recorded.
    """
    with alone_for(kept.person):
        own = ImportedList.objects.for_person(kept.person)
        if not own.filter(pk=kept.pk).exists():
            raise GoneListError
        return take_in_alone(kept, now=now)


def take_in_alone(kept: ImportedList, *, now: datetime) -> Taken:
    """Do as `take_in` does for who holds `alone_for` already."""
    batch = uuid7()
    # What a reading brought that held it until now is known here.
    decided = [(each, _target(each, kept.choices)) for each in proposals(kept)]
    chosen = [(each.row, target) for each, target in decided if target]
    counts = Taken(left_out=len(decided) - len(chosen))
    for part in parts(chosen, size=ROWS_AT_ONCE):
        counts = _plus(counts, _take_part(kept, part, batch=batch, now=now))
    kept.taken_in_at, kept.batch = now, batch
    # It may be forgotten at this very moment: what it brought stands all the same.
    own = ImportedList.objects.for_person(kept.person).filter(pk=kept.pk)
    own.update(taken_in_at=now, batch=batch)
    return counts


def _target(proposed: Proposed, choices: Mapping[str, Any]) -> str:
    """Return "new", the id of an application, or "" to leave the row out."""
    choice = str(choices.get(str(proposed.row.number), ""))
    if choice == SKIP or proposed.proposal == Proposal.UNUSABLE:
        return ""
    if choice:
        return choice
    if proposed.proposal == Proposal.NEW:
        return NEW
    return str(proposed.candidates[0]) if proposed.proposal == Proposal.SAME else ""


def _plus(one: Taken, other: Taken) -> Taken:
    return Taken(
        new=one.new + other.new,
        same=one.same + other.same,
        events=one.events + other.events,
        left_out=one.left_out + other.left_out,
        closed=one.closed + other.closed,
    )


@transaction.atomic
def _take_part(
    kept: ImportedList,
    part: Sequence[tuple[ListRow, str]],
    *,
    batch: uuid.UUID,
    now: datetime,
) -> Taken:
    targets = (target for _one, target in part if target != NEW)
    heads = _heads_of(kept.person, targets)
    there = _there(kept.person, set(heads.values()), now=now)
    before = _before(kept.person, (row for row, _aim in part))
    drafts: list[EventDraft] = []
    new: list[uuid.UUID] = []
    closed = left_out = 0
    for row, target in part:
        earlier = before[row_key(row)]
        if target == NEW and earlier.stands:
            continue
        if target == NEW:
            head, standing = uuid7(), _Standing()
            new.append(head)
        elif uuid.UUID(target) in heads:
            head = heads[uuid.UUID(target)]
            standing = there[head]
        else:
            left_out += 1
            continue
        made = _drafts(kept, row, there=standing, undone=earlier.undone, now=now)
        drafts += [replace(each, application_id=head, batch=batch) for each in made]
        if target != NEW and any(each.kind in NO_KINDS for each in made):
            closed += 1
    events = commit_history(kept.person, drafts, begun=new, now=now)
    same = len(part) - len(new) - left_out
    return Taken(
        new=len(new), same=same, events=events, left_out=left_out, closed=closed
    )


@dataclass(frozen=True, slots=True)
class _Standing:
    """How an application stands before a list: what happened to it, when last, what lies ahead."""

    kinds: set[EventKind] = field(default_factory=set)
    last_moved_at: datetime | None = None
    is_one_ahead: bool = False

    def makes_news(self, said: Happened) -> bool:
        """Return whether what a row says adds anything to it."""
        if said.begins_at is not None:
            return is_plan_news(there=self.kinds, is_one_ahead=self.is_one_ahead)
        return is_news(said.kind, there=self.kinds, stage=said.stage)


def _heads_of(person: Person, targets: Iterable[str]) -> dict[uuid.UUID, uuid.UUID]:
    """Return for each target the person's application that it is, or was joined into."""
    ids = {uuid.UUID(target) for target in targets}
    own = Application.objects.for_person(person).filter(pk__in=ids)
    return dict(own.values_list("pk", Coalesce("merged_into_id", "id")))


def _there(
    person: Person, heads: Iterable[uuid.UUID], *, now: datetime
) -> dict[uuid.UUID, _Standing]:
    """Return how each of these applications of the person's stands."""
    ids = set(heads)
    own = Application.objects.for_person(person).filter(pk__in=ids)
    ahead = ahead_of(person, ids, now=now)
    there = {
        key: _Standing(last_moved_at=at, is_one_ahead=key in ahead)
        for key, at in own.values_list("pk", "last_moved_at")
    }
    events = (
        Event.objects.for_person(person)
        .filter(voided_by=None)
        .annotate(head=Coalesce("application__merged_into", "application"))
        .filter(head__in=list(there))
    )
    for head, kind in events.values_list("head", "kind"):
        there[head].kinds.add(EventKind(kind))
    return there


@dataclass(frozen=True, slots=True)
class _Before:
    """What became of a row in earlier lists: how often it was undone, and whether it stands."""

    undone: int = 0
    stands: bool = False


def _before(person: Person, rows: Iterable[ListRow]) -> dict[str, _Before]:
    """Return for each row's key what earlier lists brought of it."""
    before: dict[str, _Before] = defaultdict(_Before)
    asked, first = {row_key(row) for row in rows}, 0
    while asked:
        found = _brought(person, asked, times=range(first, first + UNDONE_AT_ONCE))
        for row, told in found.items():
            undone = sum(not stands for stands in told)
            before[row] = _Before(
                undone=before[row].undone + undone,
                stands=before[row].stands or undone < len(told),
            )
        asked = {row for row, told in found.items() if len(told) == UNDONE_AT_ONCE}
        first += UNDONE_AT_ONCE
    return before


def _brought(
    person: Person, rows: Iterable[str], *, times: Iterable[int]
) -> dict[str, list[bool]]:
    """Return for each of these rows whether what was brought after so many undos stands."""
    tries = list(times)
    keys = {
        _key(row, undone=undone, kind=EventKind.DESCRIBED): row
        for row in rows
        for undone in tries
    }
    found: dict[str, list[bool]] = defaultdict(list)
    for part in parts(list(keys), size=ROWS_AT_ONCE):
        events = Event.objects.for_person(person).filter(key__in=part)
        for key, voided_by in events.values_list("key", "voided_by"):
            found[keys[key]].append(voided_by is None)
    return found


def _key(row: str, *, undone: int, kind: EventKind, mark: str = "") -> str:
    """Return what an event of a row rests on; after an undo the row can come again."""
    return f"list:{row}:{undone}:{kind.value}" + (f":{mark}" if mark else "")


def _drafts(
    kept: ImportedList,
    row: ListRow,
    *,
    there: _Standing,
    undone: int,
    now: datetime,
) -> list[EventDraft]:
    facts = {
        name: value[: FACT_LIMITS.get(name, len(value))]
        for name, value in row.facts.items()
    }

    def draft(
        kind: EventKind, at: datetime, payload: Mapping[str, Any], mark: str = ""
    ) -> EventDraft:
        return EventDraft(
            application_id=kept.pk,  # the caller knows which application it is
            kind=kind,
            at=at,
            decided_by=DecidedBy.IMPORT,
            source_kind=SourceKind.FILE,
            source_id=kept.pk,
            payload=payload,
            key=_key(row_key(row), undone=undone, kind=kind, mark=mark),
        )

    drafts = [draft(EventKind.DESCRIBED, now, facts)]
    notes = []
    for said_by_row in happened(row, now=now):
        each = at_the_end(
            said_by_row,
            last_moved_at=min(there.last_moved_at, now)
            if there.last_moved_at
            else None,
            zone_name=kept.person.time_zone,
        )
        is_undated_no = each.kind == EventKind.ARCHIVED and not each.is_day_known
        if is_undated_no and row.status is not None:
            said = str(EVENT_LABELS[row.status])
            notes.append(
                _("The list says “%(what)s”, but not on which day.") % {"what": said}
            )
        if there.makes_news(each):
            words = said_of(each, own=kept.person.time_zone)
            drafts.append(draft(each.kind, each.at, words, each.mark))
    notes += [row.note] if row.note else []
    if notes:
        drafts.append(draft(EventKind.NOTE, now, {"note": "\n\n".join(notes)[:20_000]}))
    return drafts
