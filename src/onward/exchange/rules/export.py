"""How the ledger is written down for other programs: records, lines, safe cells."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from onward.applications.rules.kinds import FACTS

APPLICATION_FIELDS: tuple[str, ...] = (
    "id",
    *FACTS,
    "stage",
    "reached",
    "no_kind",
    "applied_at",
    "last_moved_at",
    "is_archived",
)
"""The columns of one application, in this order."""

EVENT_FIELDS: tuple[str, ...] = (
    "id",
    "number",
    "kind",
    "at",
    "recorded_at",
    "decided_by",
    "source",
    "source_id",
    "note",
    "words",
    "is_void",
)
"""The columns of one event; JSON has the whole payload besides."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


class Format(StrEnum):
    """What an export can be written as."""

    JSON = "json"
    CSV = "csv"


def json_pieces(
    records: Iterable[Mapping[str, Any]],
    *,
    exported_at: datetime,
    beside: Mapping[str, Iterable[Mapping[str, Any]]] = MappingProxyType({}),
) -> Iterator[str]:
    """Yield one JSON object piece by piece, so that no export has to fit in memory.

    Args:
        records: The applications.
        beside: Further lists by name, written after them.
    """
    yield f'{{"exported_at": {json.dumps(exported_at.isoformat())}'
    for name, rows in {"applications": records, **beside}.items():
        yield f", {json.dumps(name)}: ["
        for place, record in enumerate(rows):
            yield ("," if place else "") + "\n"
            yield json.dumps(record, ensure_ascii=False, default=written)
        yield "\n]"
    yield "}\n"


def csv_pieces(
    rows: Iterable[Mapping[str, Any]], *, fields: Sequence[str]
) -> Iterator[str]:
    """Yield the lines of a CSV table (RFC 4180), its head first."""
    yield _csv_line(fields)
    for row in rows:
        yield _csv_line([safe_cell(written(row[name])) for name in fields])


def safe_cell(value: str) -> str:
    """Return `value` so that no spreadsheet takes it for a formula.

    A company can be called "=HYPERLINK(…)" by whoever sent the mail. Such a cell gets an
    apostrophe in front, which spreadsheets read as "this is text".
    """
    is_formula = value.lstrip(" ").startswith(_FORMULA_STARTS)
    return f"'{value}" if is_formula else value


def written(value: Any) -> str:
    """Return a value as text: ISO 8601 for moments, yes and no, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
