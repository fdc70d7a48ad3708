"""Tell what a file is by its content; its name decides only between kinds of text."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

from onward.documents.reading.result import Unreadable
from onward.documents.rules.kinds import FileFormat, Problem
from onward.documents.rules.names import ENDINGS, ending

_START_BYTES = 4_096
_PDF_WITHIN = 1_024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MHTML = re.compile(
    rb"(?im)^(?:mime-version|snapshot-content-location|content-type)\s*:"
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ODD_SHARE = 0.01
_NO_TEXT = (FileFormat.PDF, FileFormat.DOCX, FileFormat.ODT)
_RESUME_KEYS = frozenset(
    {"basics", "work", "education", "skills", "projects", "languages", "volunteer"}
)


def format_of(path: Path, *, name: str) -> FileFormat:
    """Return what the file is.

    Raises:
        Unreadable: If it is empty, locked, holds macros, or is nothing that is read here.
    """
    with path.open("rb") as file:
        start = file.read(_START_BYTES)
    if not start.strip(b"\0\r\n\t "):
        raise Unreadable(Problem.EMPTY)
    if b"%PDF-" in start[:_PDF_WITHIN]:
        return FileFormat.PDF
    if start.startswith(_OLE):
        raise Unreadable(_problem_of_ole(path.read_bytes()))
    if start.startswith(b"PK"):
        return _format_of_zip(path, name=name)
    return _format_of_text(path, start, name=name)


def _problem_of_ole(data: bytes) -> Problem:
    """Say what one of Microsoft's compound files is: a locked new one, or an old one."""
    if _ENCRYPTED in data:
        return Problem.PASSWORD
    return Problem.OLD_WORD if _OLD_WORD in data else Problem.UNKNOWN_KIND


def _format_of_zip(path: Path, *, name: str) -> FileFormat:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            kind = b""
            if "mimetype" in names:
                kind = archive.open("mimetype").read(200)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError) as error:
        named = [form for form, ends in ENDINGS.items() if ending(name) in ends]
        raise Unreadable(
            Problem.DAMAGED, named[0] if named else FileFormat.UNKNOWN
        ) from error
    if any(one.endswith("vbaProject.bin") for one in names):
        raise Unreadable(Problem.MACROS, FileFormat.DOCX)
    if "word/document.xml" in names:
        return FileFormat.DOCX
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        if any(one.startswith(("Basic/", "Scripts/")) for one in names):
            raise Unreadable(Problem.MACROS, FileFormat.ODT)
        return FileFormat.ODT
    raise Unreadable(Problem.UNKNOWN_KIND)


def _format_of_text(path: Path, start: bytes, *, name: str) -> FileFormat:
    written = ending(name)
    if not start.startswith(_UTF16):
        if len(_CONTROLS.findall(start)) > _ODD_SHARE * len(start):
            raise Unreadable(Problem.UNKNOWN_KIND)
        if start.lstrip().startswith(b"{\\rtf"):
            raise Unreadable(Problem.UNKNOWN_KIND)
    _refuse_renamed(written)
    head = start.partition(b"\n\n")[0].partition(b"\r\n\r\n")[0]
    if written in ENDINGS[FileFormat.MHTML] or len(_MHTML.findall(head)) >= 2:
        return FileFormat.MHTML
    if _HTML.match(start.decode("utf-8", "replace")):
        return FileFormat.HTML
    if start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and _is_resume(path):
        return FileFormat.JSON_RESUME
    if written in ENDINGS[FileFormat.MARKDOWN]:
        return FileFormat.MARKDOWN
    if written in ENDINGS[FileFormat.HTML]:
        return FileFormat.HTML
    return FileFormat.TEXT


def _refuse_renamed(written: str) -> None:
    """Refuse text that is called a Word file and is none: cut off, or only renamed."""
    for form in _NO_TEXT:
        if written in ENDINGS[form]:
            raise Unreadable(Problem.DAMAGED, form)


def _is_resume(path: Path) -> bool:
    """Say whether a file of JSON is a résumé by the JSON Resume schema."""
    try:
        value = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and bool(_RESUME_KEYS & value.keys())
