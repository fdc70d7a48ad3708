"""Read the sheets of a workbook in a process of its own, which its parent can bound and end.

Run: python -m onward.exchange.sheet_child, with the limits as one line of JSON on standard
input and the workbook after it; the answer is one JSON object on standard output.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime, time

from onward.documents.reading.child import OUT_OF_MEMORY, bound

_AT_ONCE = 1_000_000


def main() -> int:
    """Answer the question on standard input; return the exit code."""
    limits = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    bound(
        memory_bytes=limits["memory_bytes"],
        processor_seconds=limits["processor_seconds"],
    )
    try:
        if _unpacks_to_more(data, limits["unpacked_bytes"]):
            return OUT_OF_MEMORY
        sheets = list(_sheets(data, most=limits["sheets"], rows=limits["rows"]))
        said = json.dumps({"sheets": sheets})
    except MemoryError:
        return OUT_OF_MEMORY
    if len(said) > limits["unpacked_bytes"]:
        return OUT_OF_MEMORY
    sys.stdout.write(said)
    return 0


def _unpacks_to_more(data: bytes, most: int) -> bool:
    """Return whether a zip holds more than `most` bytes; the size it claims is not believed."""
    seen = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            with archive.open(entry) as file:
                while part := file.read(_AT_ONCE):
                    seen += len(part)
                    if seen > most:
                        return True
    return False


def _sheets(
    data: bytes, *, most: int, rows: int
) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the name and the rows of each sheet that is shown and not empty, `most` at most."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    left = most
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        for sheet in book.sheets_metadata:
            is_shown = sheet.visible == SheetVisibleEnum.Visible
            if not (left and is_shown and sheet.typ == SheetTypeEnum.WorkSheet):
                continue
            cells = book.get_sheet_by_name(sheet.name).to_python(nrows=rows)
            found = _even(map(_texts, cells))
            if found:
                left -= 1
                yield sheet.name, found


def _texts(cells: Iterable[object]) -> list[str]:
    texts = [_text(cell) for cell in cells]
    while texts and not texts[-1].strip():
        texts.pop()
    return texts


def _even(rows: Iterable[list[str]]) -> list[list[str]]:
    """Return the rows that say something, all as long as the longest."""
    found = [row for row in rows if row]
    width = max(map(len, found), default=0)
    return [row + [""] * (width - len(row)) for row in found]


def _text(cell: object) -> str:
    """Return a cell as a table of text has it; days and times as ISO writes them."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        is_day = cell.time() == time()
        return cell.date().isoformat() if is_day else cell.isoformat(" ", "seconds")
    return str(cell)


if __name__ == "__main__":
    sys.exit(main())
