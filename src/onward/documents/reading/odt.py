"""Read OpenDocument texts: paragraphs, headings, lists, tables and boxes in order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from onward.core.text import counted
from onward.documents.reading.packages import Package, local_name, open_package
from onward.documents.reading.result import Unreadable
from onward.documents.rules.kinds import FileFormat, Problem

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_UNSEEN = frozenset(
    {"annotation", "tracked-changes", "note-citation", "sequence-decls"}
)
_BOX = "text-box"
_MOST_SPACES = 100


def read_odt(path: Path) -> str:
    """Return the text of an OpenDocument text, a line a paragraph: header, body, footer.

    Raises:
        Unreadable: If the package is damaged, locked, or unpacks to too much.
    """
    with open_package(path, form=FileFormat.ODT) as package:
        if _is_locked(package):
            raise Unreadable(Problem.PASSWORD, FileFormat.ODT)
        body = list(_paragraphs(package.xml("content.xml")))
        headers = footers = list[str]()
        if "styles.xml" in package.names:
            styles = package.xml("styles.xml")
            headers = _lines_under(styles, "header")
            footers = _lines_under(styles, "footer")
    return "\n".join([*headers, *body, *footers])


def _is_locked(package: Package) -> bool:
    if "META-INF/manifest.xml" not in package.names:
        return False
    manifest = package.xml("META-INF/manifest.xml")
    return any(local_name(part) == "encryption-data" for part in manifest.iter())


def _lines_under(root: Element, name: str) -> list[str]:
    parts = [part for part in root.iter() if local_name(part) == name]
    lines = [line for part in parts for line in _paragraphs(part)]
    return list(dict.fromkeys(filter(str.strip, lines)))


def _paragraphs(element: Element, *, mark: str = "") -> Iterator[str]:
    """Yield each paragraph's text; the first one of a list's item begins with "- "."""
    for child in element:
        kind = local_name(child)
        if kind in {"p", "h"}:
            boxes: list[Element] = []
            text = "".join(_inside(child, boxes))
            if kind == "h":
                yield ""
            yield mark + text if text.strip() else ""
            mark = ""
            for box in boxes:
                yield from _paragraphs(box)
        elif kind == "list-item":
            yield from _paragraphs(child, mark="- ")
        elif kind not in _UNSEEN:
            yield from _paragraphs(child, mark=mark)


def _inside(element: Element, boxes: list[Element]) -> Iterator[str]:
    """Yield the text in a paragraph; boxes met on the way are put in `boxes`."""
    yield element.text or ""
    for child in element:
        kind = local_name(child)
        if kind == _BOX:
            boxes.append(child)
        elif kind == "s":
            spaces = counted(child.get(f"{_TEXT}c") or "1")
            yield " " * min(1 if spaces is None else spaces, _MOST_SPACES)
        elif kind == "tab":
            yield "\t"
        elif kind == "line-break":
            yield "\n"
        elif kind not in _UNSEEN:
            yield from _inside(child, boxes)
        yield child.tail or ""
