"""Reading a table out of a file that somebody else's program wrote, whatever its quirks."""

from __future__ import annotations

import csv
import io
import json
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import islice

from onward.core.text import storable
from onward.exchange.rules.export import written
from onward.exchange.rules.list_types import Table
from onward.mail.sources.kinds import SNIFFED_BYTES, is_mail

MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
MOST_TABLES = 60
"""A whole export of a network has some forty."""
_PREAMBLE_LINES = 25
_TELLING_ROWS = 200
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError),
    *(NotImplementedError, RuntimeError, OSError, ValueError),
)
_LEAST_COLUMNS = 2
_ENCODINGS = ("utf-8-sig", "utf-16", "cp1252")
_DELIMITERS = (",", ";", "\t", "|")
_READ_SO_FAR = 8_192
_MOST_NAMES = 200
_OWN_BACKUP = "onward-backup.json"
_OWN_ENTRY = "applications.json"
"""Where the zip of everything that Onward writes has the applications."""
# What begins so is a document or a picture.
_OTHER_KINDS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
# The shell of old office files, and of new ones with a password.
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# Control characters that no list has; a zero byte stands in some encodings of text.
_CONTROLS = frozenset(range(1, 32)) - frozenset(b"\t\n\v\f\r\x1a\x1b")


class TableProblem(StrEnum):
    """Why a file cannot be read as a table."""

    EMPTY = "empty"
    NO_TABLE = "no_table"
    TOO_LARGE = "too_large"
    BROKEN_ZIP = "broken_zip"
    NO_TEXT = "no_text"
    OLD_OFFICE = "old_office"
    NOTHING_KNOWN = "nothing_known"
    OWN_BACKUP = "own_backup"
    MAIL = "mail"


class UnreadableTableError(Exception):
    """A file that is no table; `problem` says why."""

    def __init__(self, problem: TableProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def read_tables(name: str, data: bytes) -> list[Table]:
    """Return the tables of a file: one of a CSV or a list in JSON, all CSVs of a zip.

    A preamble before the head is skipped, a byte order mark dropped, the delimiter found.

    Raises:
        UnreadableTableError: If there is none.
    """
    if not data.strip():
        raise UnreadableTableError(TableProblem.EMPTY)
    if data.startswith(b"PK\x03\x04"):
        return _tables_of_zip(data)
    if is_mail(name, data[:SNIFFED_BYTES]):
        raise UnreadableTableError(TableProblem.MAIL)
    if len(data) > MOST_BYTES:
        raise UnreadableTableError(TableProblem.TOO_LARGE)
    return [_table(name, data)]


def _tables_of_zip(data: bytes) -> list[Table]:
    tables: list[Table] = []
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if _OWN_BACKUP in archive.namelist():
                raise UnreadableTableError(TableProblem.OWN_BACKUP)
            for entry in archive.infolist():
                is_table = entry.filename.lower().endswith(".csv")
                if not is_table and entry.filename != _OWN_ENTRY:
                    continue
                # The size that the archive claims is not believed: reading stops by itself.
                with archive.open(entry) as file:
                    content = file.read(left + 1)
                left -= len(content)
                if left < 0 or len(tables) == MOST_TABLES:
                    raise UnreadableTableError(TableProblem.TOO_LARGE)
                name = entry.filename.rpartition("/")[2]
                try:
                    tables.append(_table(name, content))
                except UnreadableTableError:
                    continue
    except _BROKEN as error:
        raise UnreadableTableError(TableProblem.BROKEN_ZIP) from error
    if not tables:
        raise UnreadableTableError(TableProblem.NO_TABLE)
    return tables


def _is_text(data: bytes) -> bool:
    """Return whether bytes can be a list: no picture, no document, nothing unprintable."""
    if data.startswith(_OTHER_KINDS):
        return False
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    start = data[:_READ_SO_FAR]
    return sum(byte in _CONTROLS for byte in start) * 100 <= len(start)


def _table(name: str, data: bytes) -> Table:
    if data.startswith(_OLD_OFFICE):
        raise UnreadableTableError(TableProblem.OLD_OFFICE)
    if not _is_text(data):
        raise UnreadableTableError(TableProblem.NO_TEXT)
    text = _decoded(data)
    return table_of(name, _rows_of_json(text) or _rows(text))


def _rows_of_json(text: str) -> list[list[str]]:
    """Return the records of a JSON list as rows below their names; none if it is no such list.

    They are the whole, as from other programs, or stand under "applications", as in Onward's.
    """
    if not text.lstrip().startswith(("{", "[")):
        return []
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return []
    found = whole.get("applications") if isinstance(whole, Mapping) else whole
    records = found if isinstance(found, list) else []
    records = [each for each in records[:MOST_ROWS] if isinstance(each, Mapping)]
    named = dict.fromkeys(name for each in records for name in each)
    names = list(named)[:_MOST_NAMES]
    return [
        [_said(name) for name in names],
        *([_said(each.get(name)) for name in names] for each in records),
    ]


def _said(value: object) -> str:
    """Return a value as a cell; what is made of parts, as a history is, has no cell."""
    return "" if isinstance(value, Mapping | list) else storable(written(value))


def table_of(name: str, rows: Sequence[Sequence[str]]) -> Table:
    """Return the table that these rows hold, below whatever stands before its head.

    Raises:
        UnreadableTableError: If none of the first rows names its columns.
    """
    head = _head_at(rows)
    if head is None:
        raise UnreadableTableError(TableProblem.NO_TABLE)
    columns = tuple(cell.strip() for cell in rows[head])
    width = len(columns)
    body = tuple(
        tuple((*row, *[""] * width)[:width])
        for row in rows[head + 1 : head + 1 + MOST_ROWS]
        if any(cell.strip() for cell in row)
    )
    return Table(name, columns, body)


def _decoded(data: bytes) -> str:
    encodings = _ENCODINGS if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig",)
    for encoding in encodings[1:] or encodings:
        try:
            return data.decode(encoding).replace("\x00", "")
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", errors="replace").replace("\x00", "")


def _rows(text: str) -> list[list[str]]:
    delimiter = max(
        _DELIMITERS,
        key=lambda sign: _evenness(_split(text, sign, most=_TELLING_ROWS)),
    )
    # What is below is never looked at: a file may be empty lines alone.
    return _split(text, delimiter, most=_PREAMBLE_LINES + MOST_ROWS)


def _split(text: str, delimiter: str, *, most: int) -> list[list[str]]:
    # A cell may hold a whole advert.
    csv.field_size_limit(MOST_BYTES)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        return list(islice(reader, most))
    except csv.Error:
        return []


def _evenness(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return how many of the first rows have the most usual width above one, and that width."""
    widths = [len(row) for row in rows[:_TELLING_ROWS] if len(row) >= _LEAST_COLUMNS]
    if not widths:
        return (0, 0)
    usual = max(set(widths), key=widths.count)
    return (widths.count(usual), usual)


def _head_at(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the place of the row that names the columns: the first of the usual width."""
    _count, usual = _evenness(rows)
    for place, row in enumerate(rows[:_PREAMBLE_LINES]):
        named = [cell for cell in row if cell.strip()]
        if len(row) == usual and len(named) >= _LEAST_COLUMNS:
            return place
    return None
