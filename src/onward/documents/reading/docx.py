"""Read Word files: a walk over the XML, tables, headers and text boxes included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from onward.documents.reading.packages import Package, local_name, open_package
from onward.documents.rules.kinds import FileFormat

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What is written twice for older programs, was deleted, or is an instruction.
_UNSEEN = frozenset(
    {"Fallback", "del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sectPr"}
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_HEADERS = re.compile(r"word/header\d*\.xml")
_FOOTERS = re.compile(r"word/footer\d*\.xml")
_LIST_STYLE = re.compile(r"list|aufz|liste|vi.eta", re.IGNORECASE)
_HEADING_STYLE = re.compile(r"heading|berschrift|titre|t.tulo", re.IGNORECASE)


def read_docx(path: Path) -> str:
    """Return the text of a Word file, a line a paragraph: headers, body, footers.

    Raises:
        Unreadable: If the package is damaged, locked, or unpacks to too much.
    """
    with open_package(path, form=FileFormat.DOCX) as package:
        headers = _lines_of(package, _HEADERS)
        body = list(_paragraphs(package.xml("word/document.xml")))
        footers = _lines_of(package, _FOOTERS)
    return "\n".join([*headers, *body, *footers])


def _lines_of(package: Package, pattern: re.Pattern[str]) -> list[str]:
    """Return the lines of headers or footers, each once: first, odd and even repeat."""
    lines = [
        line
        for name in sorted(package.names)
        if pattern.fullmatch(name)
        for line in _paragraphs(package.xml(name))
    ]
    return list(dict.fromkeys(filter(str.strip, lines)))


def _paragraphs(root: Element) -> Iterator[str]:
    """Yield the text of each paragraph in reading order, those in boxes after their own."""
    for paragraph in _outer(root, "p"):
        boxes: list[Element] = []
        text = "".join(_runs(paragraph, boxes))
        if text.strip() and _style(paragraph, _HEADING_STYLE):
            yield ""
        yield f"- {text.strip()}" if text.strip() and _is_item(paragraph) else text
        for box in boxes:
            yield from _paragraphs(box)


def _outer(element: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a name that lie in no other of that name."""
    for child in element:
        kind = local_name(child)
        if kind == name:
            yield child
        elif kind not in _UNSEEN:
            yield from _outer(child, name)


def _runs(element: Element, boxes: list[Element]) -> Iterator[str]:
    """Yield the text in a paragraph; boxes met on the way are put in `boxes`."""
    for child in element:
        kind = local_name(child)
        if kind == "t":
            yield child.text or ""
        elif kind in _SIGNS:
            yield _SIGNS[kind]
        elif kind == "txbxContent":
            boxes.append(child)
        elif kind not in _UNSEEN and not _is_hidden(child):
            yield from _runs(child, boxes)


def _is_hidden(run: Element) -> bool:
    vanish = run.find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val") not in {"0", "false"}


def _is_item(paragraph: Element) -> bool:
    if paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
        return not _style(paragraph, _HEADING_STYLE)
    return _style(paragraph, _LIST_STYLE)


def _style(paragraph: Element, pattern: re.Pattern[str]) -> bool:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style is not None and bool(pattern.search(style.get(f"{_W}val") or ""))
