"""Onward's own export, taken in as a list: it says more than other lists do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from onward.applications.rules.facts import is_well_formed
from onward.applications.rules.kinds import (
    FACTS,
    HAND_KINDS,
    STAGE_ORDER,
    EventKind,
    NoKind,
    Stage,
)
from onward.exchange.rules.export import safe_cell
from onward.exchange.rules.list_days import DayOrder, moment
from onward.exchange.rules.list_types import Table
from onward.exchange.rules.lists import ListRow

_NOES = {
    NoKind.THEY_SAID_NO: EventKind.REJECTION,
    NoKind.I_SAID_NO: EventKind.WITHDRAWAL,
    NoKind.JOB_WENT_AWAY: EventKind.POSITION_CLOSED,
    NoKind.WENT_QUIET: EventKind.SILENCE,
}
_OFFERED = frozenset({Stage.OFFER, Stage.ACCEPTED})


def own_rows(
    table: Table, rows: Sequence[ListRow], *, zone_name: str, now: datetime
) -> list[ListRow]:
    """Return the rows of an export of Onward's with all that it says of each application.

    Args:
        rows: What each row of the table says to whoever reads it as any list.
    """
    return [
        _own(row, dict(zip(table.columns, cells, strict=True)), zone=zone_name, now=now)
        for row, cells in zip(rows, table.rows, strict=True)
    ]


def _own(
    row: ListRow, cells: Mapping[str, str], *, zone: str, now: datetime
) -> ListRow:
    facts = {
        name: value
        for name in FACTS
        if (value := _plain(cells.get(name, ""))) and is_well_formed(name, value)
    }
    row = replace(
        row,
        facts={**facts, **{name: _plain(value) for name, value in row.facts.items()}},
        is_archived=cells["is_archived"] == "yes",
        own_id=cells.get("id", "").strip().lower(),
    )
    try:
        stage, reached = Stage(cells["stage"]), Stage(cells["reached"])
        kind = _kind(stage, reached, no_kind=cells["no_kind"])
    except (ValueError, KeyError):
        return row
    last = moment(cells["last_moved_at"], order=DayOrder.DAY_FIRST, zone_name=zone)
    last = min(last, now) if last else None
    if kind == EventKind.SAVED:
        return replace(row, status=kind, saved_at=last)
    far = reached if stage == Stage.CLOSED else stage
    is_further = STAGE_ORDER.index(far) > STAGE_ORDER.index(Stage.APPLIED)
    is_told = is_further or row.applied_at is None
    return replace(row, status=kind, updated_at=last, stage=far if is_told else None)


def _kind(stage: Stage, reached: Stage, *, no_kind: str) -> EventKind:
    if stage != Stage.CLOSED:
        return HAND_KINDS[stage]
    kind = _NOES[NoKind(no_kind)]
    is_declined = kind == EventKind.WITHDRAWAL and reached in _OFFERED
    return EventKind.OFFER_DECLINED if is_declined else kind


def _plain(cell: str) -> str:
    """Return a cell without the apostrophe that kept a spreadsheet from reckoning with it."""
    return cell[1:] if cell == safe_cell(cell[1:]) else cell
