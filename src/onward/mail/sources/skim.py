"""Keep the words of a message of any size: of a huge one, the beginning of each part.

Parts come in any order: a no may stand behind a file of many megabytes. Where one ends and
the next begins is told by lines that begin with "--", as `parse.shortened` tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from typing import Any

import ahocorasick_rs

from onward.mail.parse import KEPT_PART_BYTES
from onward.mail.sources.raw import KEPT_MESSAGE_BYTES

FILE_BYTES = 64 * 1024
"""How much of a part is kept that holds a picture or the like: its name stands there."""

CHUNK_BYTES = 1024 * 1024
_MARK = b"\n--"
_REST = len(_MARK) - 1
_FINDER = ahocorasick_rs.BytesAhoCorasick([_MARK])
_HEAD_BYTES = 4 * 1024
# Not application/ics: that is an invitation.
_FILE = re.compile(
    rb"(?im)^content-type:\s*(?:image|audio|video|font|application(?!/ics\b))/"
)
_HEAD_END = re.compile(rb"\r?\n\r?\n")


class Skim:
    """Takes in a message piece by piece; what is kept is the same however it was cut.

    A message of at most `kept_bytes` is kept whole. Of a larger one, `part_bytes` of each
    part, in all no more than `kept_bytes`; without `part_bytes`, its first bytes.
    """

    def __init__(
        self,
        *,
        kept_bytes: int = KEPT_MESSAGE_BYTES,
        part_bytes: int | None = KEPT_PART_BYTES,
        file_bytes: int = FILE_BYTES,
    ) -> None:
        self._kept = bytearray()
        self._kept_bytes = kept_bytes
        self._part_bytes = part_bytes
        self._file_bytes = file_bytes
        self._is_huge = False
        # Of the part that comes in now: where it begins, and how much may be kept of it.
        self._start = 0
        self._most = file_bytes
        self._is_closed = False
        self._held = b""

    def add(self, data: bytes | memoryview) -> None:
        """Take in the next bytes of the message."""
        if not self._is_huge:
            room = self._kept_bytes - len(self._kept)
            if len(data) <= room or self._part_bytes is None:
                self._kept += data[: max(0, room)]
                return
            self._is_huge = True
            whole, self._kept = self._kept, bytearray()
            self._skim(memoryview(whole))
        self._skim(memoryview(data))

    def end(self) -> bytes:
        """Return what is kept of the message, which is at its end."""
        self._keep(memoryview(self._held))
        self._held = b""
        return bytes(self._kept)

    def _skim(self, data: memoryview) -> None:
        # The beginning of a mark may be the end of what came: that is held back.
        if len(data) < 2 * _REST:
            data, self._held = memoryview(self._held + bytes(data)), b""
        elif self._held:
            seam = self._held + bytes(data[:_REST])
            self._part(memoryview(seam), end=len(self._held))
        end = max(0, len(data) - _REST)
        self._part(data, end=end)
        self._held = bytes(data[end:])

    def _part(self, data: memoryview, *, end: int) -> None:
        """Keep what there is before `end`, and see where parts begin in it."""
        at = 0
        for _, mark, _ in _FINDER.find_matches_as_indexes(data):
            if mark >= end:
                break
            self._keep(data[at:mark])
            self._start, self._most = len(self._kept), self._file_bytes
            self._is_closed = False
            at = mark
        self._keep(data[at:end])

    def _keep(self, data: memoryview) -> None:
        """Keep of the part what there is room for; a cut falls on a line's end."""
        while len(data) and not self._is_closed:
            room = self._room()
            taken, data = data[:room], data[room:]
            self._kept += taken
            if len(data) and not self._grows():
                self._is_closed = True
                cut = self._kept.rfind(b"\n", self._start + 1)
                if cut > self._start:
                    del self._kept[cut:]

    def _room(self) -> int:
        part = self._most - (len(self._kept) - self._start)
        return max(0, min(part, self._kept_bytes - len(self._kept)))

    def _grows(self) -> bool:
        """Let a part with words in it have more room; return whether it got any."""
        if self._part_bytes is None or self._most >= self._part_bytes:
            return False
        head = bytes(self._kept[self._start : self._start + _HEAD_BYTES])
        end = _HEAD_END.search(head)
        if _FILE.search(head, 0, end.start() if end else len(head)):
            return False
        self._most = self._part_bytes
        return self._room() > 0


def skimmed(file: RawIOBase | BufferedReader[Any]) -> tuple[bytes, int]:
    """Return what is kept of a file that is one message, and its size.

    Reads of pipes and networks may come up short; only an empty one is the end.

    Raises:
        OSError: If it cannot be read.
    """
    skim = Skim()
    size = 0
    for chunk in _chunks(file):
        size += len(chunk)
        skim.add(chunk)
    return skim.end(), size


def _chunks(file: RawIOBase | BufferedReader[Any]) -> Iterator[bytes]:
    while chunk := file.read(CHUNK_BYTES):
        yield chunk
