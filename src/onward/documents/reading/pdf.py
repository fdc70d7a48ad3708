"""Read the text of PDF files."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2

from onward.documents.reading.result import (
    MAX_PAGES,
    MAX_TEXT_CHARS,
    FileReading,
    Unreadable,
)
from onward.documents.rules.kinds import FileFormat, Problem

LEAST_CHARS = 20
"""Fewer letters than this on all pages together are no text, but a scanner's mark."""

# pdfium writes a hyphen at a line's end as one of these signs.
_BROKEN_WORD = re.compile("[\ufffe\x02]\\s*")


def read_pdf(path: Path) -> FileReading:
    """Return the text of a PDF's first MAX_PAGES pages.

    Raises:
        Unreadable: If it is locked, damaged, or its pages are pictures.
    """
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        is_locked = "password" in str(error).lower()
        problem = Problem.PASSWORD if is_locked else Problem.DAMAGED
        raise Unreadable(problem, FileFormat.PDF) from error
    try:
        pages = len(document)
        text = _text_of(document, pages=min(pages, MAX_PAGES))
    except pypdfium2.PdfiumError as error:
        raise Unreadable(Problem.DAMAGED, FileFormat.PDF) from error
    finally:
        document.close()
    if not pages:
        raise Unreadable(Problem.DAMAGED, FileFormat.PDF)
    if sum(character.isalnum() for character in text) < LEAST_CHARS:
        raise Unreadable(Problem.NO_TEXT, FileFormat.PDF)
    return FileReading(FileFormat.PDF, text, pages)


def _text_of(document: pypdfium2.PdfDocument, *, pages: int) -> str:
    texts: list[str] = []
    for place in range(pages):
        page = document[place]
        textpage = page.get_textpage()
        texts.append(textpage.get_text_range())
        textpage.close()
        page.close()
        if sum(map(len, texts)) > MAX_TEXT_CHARS:
            break
    return _BROKEN_WORD.sub("", "\n\n".join(texts))
