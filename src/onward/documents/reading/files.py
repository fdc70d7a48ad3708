"""Read one file of whatever kind into text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from onward.documents.reading.docx import read_docx
from onward.documents.reading.odt import read_odt
from onward.documents.reading.pages import plain_html, unwrap_mhtml
from onward.documents.reading.pdf import read_pdf
from onward.documents.reading.plain import read_json_resume, read_markdown, read_text
from onward.documents.reading.result import (
    MAX_READ_BYTES,
    MAX_TEXT_CHARS,
    FileReading,
    Unreadable,
)
from onward.documents.reading.sniff import format_of
from onward.documents.rules.kinds import FileFormat, Problem

# Controls, and signs that only say how a line may break.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff\ufffe]"
)
_BLANK_LINES = re.compile(r"\n{3,}")

_BY_BYTES: dict[FileFormat, Callable[[bytes], str]] = {
    FileFormat.MARKDOWN: read_markdown,
    FileFormat.TEXT: read_text,
    FileFormat.JSON_RESUME: read_json_resume,
    FileFormat.HTML: lambda data: plain_html(read_text(data)),
    FileFormat.MHTML: lambda data: plain_html(unwrap_mhtml(data).html),
}
_BY_PATH: dict[FileFormat, Callable[[Path], str]] = {
    FileFormat.DOCX: read_docx,
    FileFormat.ODT: read_odt,
}


def read_file(path: Path, *, name: str) -> FileReading:
    """Return what a file says, at most MAX_TEXT_CHARS of it.

    Args:
        name: As the person called it; `path` may be the name of a blob.

    Raises:
        Unreadable: If it cannot be read, and why.
    """
    if path.stat().st_size > MAX_READ_BYTES:
        raise Unreadable(Problem.TOO_LARGE)
    form = format_of(path, name=name)
    if form == FileFormat.PDF:
        reading = read_pdf(path)
    elif form in _BY_PATH:
        reading = FileReading(form, _BY_PATH[form](path))
    else:
        reading = FileReading(form, _BY_BYTES[form](path.read_bytes()))
    text = tidy(reading.text)
    if not text:
        raise Unreadable(Problem.EMPTY, form)
    return replace(reading, text=text)


def tidy(text: str) -> str:
    """Return text without unseen signs, trailing spaces and more than one blank line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    text = _UNSEEN.sub("", text).replace("\xa0", " ")
    lines = [line.rstrip() for line in text[: 2 * MAX_TEXT_CHARS].split("\n")]
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n")[:MAX_TEXT_CHARS]
