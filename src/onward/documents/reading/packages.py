"""Open the zip packages that DOCX and ODT are, however much they claim to hold."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from onward.documents.reading.result import Unreadable
from onward.documents.rules.kinds import FileFormat, Problem

MAX_PART_BYTES = 30_000_000
"""Of one part unpacked; the text of a long résumé takes less than one million."""

MAX_PARTS = 5_000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError)


class Package:
    """An open package, whose parts are read one at a time and to a bound."""

    def __init__(self, archive: zipfile.ZipFile, *, form: FileFormat) -> None:
        self._archive = archive
        self._form = form
        self.names = archive.namelist()
        if len(self.names) > MAX_PARTS:
            raise Unreadable(Problem.TOO_MUCH_INSIDE, form)

    def xml(self, name: str) -> Element:
        """Return the root of a part.

        Raises:
            Unreadable: If it is missing, damaged, locked, or unpacks to too much.
        """
        try:
            if self._archive.getinfo(name).flag_bits & 0x1:
                raise Unreadable(Problem.PASSWORD, self._form)
            with self._archive.open(name) as part:
                data = part.read(MAX_PART_BYTES + 1)
        except (KeyError, *_BROKEN) as error:
            raise Unreadable(Problem.DAMAGED, self._form) from error
        if len(data) > MAX_PART_BYTES:
            raise Unreadable(Problem.TOO_MUCH_INSIDE, self._form)
        try:
            root: Element = fromstring(data)
        except DefusedXmlException as error:
            raise Unreadable(Problem.TOO_MUCH_INSIDE, self._form) from error
        except (ParseError, ValueError) as error:
            raise Unreadable(Problem.DAMAGED, self._form) from error
        return root


@contextmanager
def open_package(path: Path, *, form: FileFormat) -> Iterator[Package]:
    """Open a package for as long as it is read.

    Raises:
        Unreadable: If it is damaged.
    """
    try:
        archive = zipfile.ZipFile(path)
    except (*_BROKEN, ValueError) as error:
        raise Unreadable(Problem.DAMAGED, form) from error
    with archive:
        yield Package(archive, form=form)


def local_name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]
