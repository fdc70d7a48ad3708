"""Tables of applications in a mail: a row of column names, and a row an application."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onward.mail.rules.basics.text import lower
from onward.mail.rules.digests.names import Named, names_in, number_in, side_by_side
from onward.mail.rules.digests.standings import standing_within
from onward.mail.rules.digests.words import (
    Column,
    Entry,
    Standing,
    column_of,
    digest_words,
    standing_of,
)

_MOST_COLUMNS = 8
_CELL = re.compile(r"\s*\t\s*|\s*\|\s*|\s{2,}")
_DATE = re.compile(
    r"\b\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}\.? [^\W\d_]{3,9}\.? \d{4}\b"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text; `start` is its first character there."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Return one past its last character."""
        return self.start + len(self.text)


def rows_of(lines: Sequence[Line]) -> Iterator[Entry]:
    """Yield the rows of a table that names its columns; most mail has none.

    The cells stand on one line, with marks or spaces between them, or on a line each.
    """
    for place, line in enumerate(lines):
        columns = _columns(line.text)
        if columns:
            yield from _rows(lines[place + 1 :], columns=columns)
            return
        columns = _columns_below(lines[place : place + _MOST_COLUMNS])
        if columns:
            below = lines[place + len(columns) :]
            yield from _stacked(below, columns=columns)
            return


def _is_table(columns: Sequence[Column]) -> bool:
    names = {Column.COMPANY, Column.OPENING}
    return columns.count(Column.STATUS) == 1 and not names.isdisjoint(columns)


def _columns(text: str) -> tuple[Column, ...]:
    """Return the columns that a line names and nothing else, or none."""
    cells = [cell for cell in _CELL.split(text.strip(" |\t")) if cell]
    found = tuple(column for cell in cells if (column := column_of(cell)))
    if len(found) != len(cells) or len(found) < 2:
        found = _run_together(text)
    return found if _is_table(found) else ()


def _run_together(text: str) -> tuple[Column, ...]:
    """Return the columns of a line whose cells have lost what stood between them."""
    words = text.split()
    found: list[Column] = []
    while words and len(found) < _MOST_COLUMNS:
        for count in (3, 2, 1):
            column = column_of(" ".join(words[:count]))
            if column and len(words) >= count:
                found.append(column)
                del words[:count]
                break
        else:
            return ()
    return tuple(found) if not words else ()


def _columns_below(lines: Sequence[Line]) -> tuple[Column, ...]:
    """Return the columns that lines below one another name, a line each."""
    found: list[Column] = []
    for line in lines:
        column = column_of(line.text)
        if column is None or (column in found and column is not Column.OTHER):
            break
        found.append(column)
    return tuple(found) if _is_table(found) else ()


def _rows(lines: Sequence[Line], *, columns: Sequence[Column]) -> Iterator[Entry]:
    for line in lines:
        if not line.text.strip(" |\t-+=_"):
            continue
        entry = _row(line, columns=columns)
        if entry is not None:
            yield entry


def _row(line: Line, *, columns: Sequence[Column]) -> Entry | None:
    cells = [cell for cell in _CELL.split(line.text.strip(" |\t")) if cell]
    if len(cells) == len(columns):
        return _entry(line, cells=cells, columns=columns)
    return _loose_row(line, columns=columns) if len(cells) == 1 else None


def _entry(
    line: Line, *, cells: Sequence[str], columns: Sequence[Column]
) -> Entry | None:
    """Return what the cells of a row tell; a status of several words is read later."""
    by_column = dict(zip(columns, cells, strict=True))
    status = by_column[Column.STATUS]
    standing = standing_of(status)
    opening = by_column.get(Column.OPENING, "")
    named = names_in([f"Position: {opening}"])
    company = by_column.get(Column.COMPANY, named.company)
    if not (named.role or company):
        return None
    if standing is None and " " not in status and not (company and opening):
        return None
    at = line.start + line.text.rfind(status)
    return Entry(
        company=company,
        role=named.role or opening.strip(),
        standing=standing or Standing.TOLD,
        start=line.start,
        end=line.end,
        requisition=named.requisition,
        told=(at, at + len(status)),
        hint=standing_within(status) if standing is None else None,
    )


def _loose_row(line: Line, *, columns: Sequence[Column]) -> Entry | None:
    """Read a row whose cells have lost what stood between them: its ends tell it apart."""
    text = _DATE.sub(lambda found: " " * len(found[0]), line.text).rstrip()
    is_last = columns[0] is not Column.STATUS
    low = lower(text)
    fitting = [
        phrase
        for phrase in digest_words().standings
        if (low.endswith(f" {phrase}") if is_last else low.startswith(f"{phrase} "))
    ]
    if not fitting:
        return None
    phrase = max(fitting, key=len)
    head = text[: -len(phrase)] if is_last else text[len(phrase) :]
    named = _parted(head.strip(), columns=columns)
    if not (named.company or named.role):
        return None
    at = line.start + (len(text) - len(phrase) if is_last else 0)
    return Entry(
        company=named.company,
        role=named.role,
        standing=digest_words().standings[phrase],
        start=line.start,
        end=line.end,
        requisition=named.requisition,
        told=(at, at + len(phrase)),
    )


def _parted(head: str, *, columns: Sequence[Column]) -> Named:
    names = [x for x in columns if x in {Column.COMPANY, Column.OPENING}]
    if names == [Column.OPENING]:
        found = names_in([f"Position: {head}"])
        return Named("", found.role or head, number_in(head, role=found.role))
    if names == [Column.COMPANY]:
        return Named(head, "")
    is_first = names[0] is Column.COMPANY
    parts = side_by_side(head, is_company_first=is_first).split(" | ")
    if len(parts) != 2:
        return names_in(parts)
    company, title = parts if is_first else reversed(parts)
    found = names_in([f"Position: {title}"])
    return Named(company, found.role or title, found.requisition)


def _stacked(lines: Sequence[Line], *, columns: Sequence[Column]) -> Iterator[Entry]:
    """Yield the rows of a table each of whose cells stands on a line of its own."""
    filled = [line for line in lines if line.text.strip()]
    size = len(columns)
    for place in range(0, len(filled) - size + 1, size):
        row = filled[place : place + size]
        cells = [line.text.strip() for line in row]
        entry = _entry(row[0], cells=cells, columns=columns)
        status = row[list(columns).index(Column.STATUS)]
        if entry is None or standing_of(status.text) is None:
            return
        yield replace(entry, end=row[-1].end, told=(status.start, status.end))
