"""Tables out of a file of any kind that is taken: text, a zip of texts, or a workbook."""

from __future__ import annotations

import io
import json
import zipfile

from onward.core.text import storable
from onward.documents.reading.bounded import Limits, ask_child
from onward.documents.rules.kinds import Problem
from onward.exchange.rules.list_types import Table
from onward.exchange.rules.tables import (
    MOST_BYTES,
    MOST_ROWS,
    TableProblem,
    UnreadableTableError,
    read_tables,
    table_of,
)

MOST_SHEETS = 12
MOST_UNPACKED = 100_000_000
_LIMITS = Limits(processor_seconds=20, wall_seconds=40.0)
_WORKBOOK = "xl/workbook.xml"
_SHEET_KIND = b"application/vnd.oasis.opendocument.spreadsheet"


def tables_in(name: str, data: bytes) -> list[Table]:
    """Return the tables of a file: of an Excel or OpenDocument workbook each sheet that has one.

    Raises:
        UnreadableTableError: If there is none.
    """
    if not is_workbook(data):
        return read_tables(name, data)
    if len(data) > MOST_BYTES:
        raise UnreadableTableError(TableProblem.TOO_LARGE)
    return _of_workbook(name, data)


def is_workbook(data: bytes) -> bool:
    """Return whether a file is a workbook of Excel (.xlsx) or OpenDocument (.ods)."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" not in names:
                return _WORKBOOK in names
            with archive.open("mimetype") as file:
                return file.read(200).startswith(_SHEET_KIND)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
        return False


def _of_workbook(name: str, data: bytes) -> list[Table]:
    limits = {
        "memory_bytes": _LIMITS.memory_bytes,
        "processor_seconds": _LIMITS.processor_seconds,
        "unpacked_bytes": MOST_UNPACKED,
        "sheets": MOST_SHEETS,
        "rows": MOST_ROWS,
    }
    said = ask_child(
        "onward.exchange.sheet_child",
        json.dumps(limits).encode() + b"\n" + data,
        limits=_LIMITS,
    )
    if said == Problem.TOO_SLOW:
        raise UnreadableTableError(TableProblem.TOO_LARGE)
    if isinstance(said, Problem):
        raise UnreadableTableError(TableProblem.BROKEN_ZIP)
    sheets = json.loads(said)["sheets"]
    tables = []
    for sheet, cells in sheets:
        # Excel spells a NUL as "_x0000_", and half a character likewise.
        rows = [[storable(cell) for cell in row] for row in cells]
        try:
            table = table_of(
                name if len(sheets) == 1 else f"{name}, {storable(sheet)}", rows
            )
        except UnreadableTableError:
            continue
        tables.append(table)
    if not tables:
        raise UnreadableTableError(TableProblem.NO_TABLE)
    return tables
