"""Split mbox files in chunks: memory stays flat, and a shrinking file is no danger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import RawIOBase
from pathlib import Path
from typing import NamedTuple

import ahocorasick_rs

from onward.mail.parse import KEPT_PART_BYTES
from onward.mail.problems import Problem, ProblemKind, problem_of_error
from onward.mail.rules.types import Source
from onward.mail.sources.raw import (
    KEPT_MESSAGE_BYTES,
    RawMessage,
    looks_truncated,
    too_large,
)
from onward.mail.sources.skim import Skim

CHUNK_BYTES = 4 * 1024 * 1024
WINDOW_BYTES = 512
"""How far past its start a line is looked at to tell a separator from a sentence."""

_LOOK_BACK_BYTES = 4
# "From <token> <asctime>", a zone before or after the year (Gmail Takeout), or
# Thunderbird's bare "From " before a header line.
_DATED = re.compile(
    rb"From (?:[^\r\n]{1,300}?[ \t])??(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +"
    rb"(?:[A-Z][a-z]{2} +\d{1,2}|\d{1,2} +[A-Z][a-z]{2})(?: +\d{4})? +"
    rb"\d{1,2}:\d\d(?::\d\d)?(?: +(?:[+-]?\d{4}|[A-Z]{1,5})){0,3}"
    rb"(?: +remote from [^\r\n]*)?[ \t]*(?:\r|\n|$)"
)
_BARE = re.compile(rb"From -? ?\r?\n[A-Za-z][A-Za-z0-9-]*:")
_FINDER = ahocorasick_rs.BytesAhoCorasick([b"\nFrom "])


class Piece(NamedTuple):
    """One message of an mbox: bytes offset to offset + length, separator included.

    `data` holds what follows the separator, all of it but in a huge message.
    """

    offset: int
    length: int
    envelope: bytes
    data: bytes


def is_separator(line: bytes, *, follows_blank: bool) -> bool:
    """Return whether a line that begins with "From " parts two messages.

    Args:
        line: The line and what follows it, WINDOW_BYTES or to the end of the file.
        follows_blank: The line before it is empty; a bare "From " counts only then.
    """
    if _DATED.match(line):
        return True
    return follows_blank and _BARE.match(line) is not None


def split_mbox(
    file: RawIOBase,
    *,
    chunk_bytes: int = CHUNK_BYTES,
    kept_bytes: int = KEPT_MESSAGE_BYTES,
    part_bytes: int | None = KEPT_PART_BYTES,
) -> Iterator[Piece]:
    """Yield the pieces of an mbox in order; joined, they are the file again.

    The pieces are the same for every chunk size, down to four windows.

    Args:
        kept_bytes: A larger message is huge: not all of it is kept.
        part_bytes: How much is kept of each of its parts; None for its first bytes alone.
    """
    buffer = _Buffer(max(chunk_bytes, 4 * WINDOW_BYTES))

    start = 0
    skim: Skim | None = None
    is_end = False

    def piece(end: int) -> Piece:
        if skim is None and end - start <= kept_bytes:
            return buffer.piece(start, end=end)
        whole = skim or Skim(kept_bytes=kept_bytes, part_bytes=part_bytes)
        return buffer.huge_piece(start, end=end, skim=whole)

    while not is_end:
        is_end = not buffer.fill(file)
        for end in buffer.separators(is_end=is_end):
            if end > start:
                yield piece(end)
            start, skim = end, None
        lost = buffer.lost_of(start)
        if lost:
            skim = skim or Skim(kept_bytes=kept_bytes, part_bytes=part_bytes)
            skim.add(buffer.beginning(lost))
        buffer.make_room(start, lost=lost)
    if buffer.end > start:
        yield piece(buffer.end)


class _Buffer:
    """The part of a file in memory; all places count from the file's first byte."""

    def __init__(self, size: int) -> None:
        self._view = memoryview(bytearray(size))
        self._base = self._filled = self._searched = 0

    @property
    def end(self) -> int:
        return self._base + self._filled

    def fill(self, file: RawIOBase) -> int:
        """Read on. Return how many bytes came, 0 at the end of the file."""
        count = file.readinto(self._view[self._filled :]) or 0
        self._filled += count
        return count

    def separators(self, *, is_end: bool) -> Iterator[int]:
        """Yield where separator lines begin that were not looked at before."""
        view = self._view[: self._filled]
        # Nearer to the end a line's window is not whole yet: decide it next time.
        near = max(self._searched, self._filled - WINDOW_BYTES - 1)
        limit = self._filled if is_end else near
        hits = _FINDER.find_matches_as_indexes(view[self._searched :])
        for at in (self._searched + found for _, found, _ in hits):
            if at >= limit:
                break
            before = bytes(view[max(0, at - 2) : at])
            line = bytes(view[at + 1 : at + 1 + WINDOW_BYTES])
            if is_separator(line, follows_blank=before.endswith((b"\n", b"\n\r"))):
                yield self._base + at + 1
        self._searched = limit

    def lost_of(self, start: int) -> int:
        """Return how many bytes a message loses that fills the buffer; 0 where none does."""
        is_filled = self._filled == len(self._view) and start <= self._base
        return self._searched - _LOOK_BACK_BYTES if is_filled else 0

    def beginning(self, count: int) -> memoryview:
        """Return so many bytes from the start; good until the next call."""
        return self._view[:count]

    def make_room(self, start: int, *, lost: int) -> None:
        """Drop what lies before `start`, and what is lost of a message."""
        if self._filled < len(self._view):
            return
        keep = lost or start - self._base
        rest = self._filled - keep
        self._view[:rest] = self._view[keep : self._filled]
        self._base += keep
        self._filled, self._searched = rest, self._searched - keep

    def piece(self, start: int, *, end: int) -> Piece:
        """Return the piece between two places, all of it in the buffer."""
        view = self._view[: end - self._base]
        at = start - self._base
        envelope = _envelope(bytes(view[at : at + WINDOW_BYTES]))
        return Piece(start, end - start, envelope, bytes(view[at + len(envelope) :]))

    def huge_piece(self, start: int, *, end: int, skim: Skim) -> Piece:
        """Return the piece between two places; `skim` has what was dropped of it."""
        skim.add(self._view[max(0, start - self._base) : end - self._base])
        data = skim.end()
        envelope = _envelope(data)
        return Piece(start, end - start, envelope, data[len(envelope) :])


def _envelope(start: bytes) -> bytes:
    """Return the separator line of a piece; empty where it begins without one."""
    if not start.startswith(b"From "):
        return b""
    return start[: start.find(b"\n", 0, WINDOW_BYTES) + 1] or start[:WINDOW_BYTES]


def read_message_at(path: str, *, offset: int, length: int) -> RawMessage | None:
    """Return one message of an mbox by its place; None where it cannot be read there."""
    try:
        with Path(path).open("rb") as file:
            file.seek(offset)
            data = file.read(min(length, KEPT_MESSAGE_BYTES))
    except OSError:
        return None
    envelope = _envelope(data[:WINDOW_BYTES])
    source = Source(path, offset, length)
    raw = data[len(envelope) :]
    return RawMessage(source, raw, size=length, position=0, envelope=envelope)


@dataclass(frozen=True, slots=True)
class MboxFile:
    """A file of messages with "From " lines between them.

    Attributes:
        labels: Names of the folders it stands for.
        start: The first message begins here or later.
        end: The last message begins before it; None for the file's end.
    """

    path: str
    size: int
    labels: tuple[str, ...] = ()
    is_sent: bool = False
    start: int = 0
    end: int | None = None

    def read(self, *, position: int) -> Iterator[RawMessage | Problem]:
        """Yield each message; `position` bytes of other sources came before."""
        offset = self.start
        last = None
        try:
            with Path(self.path).open("rb", buffering=0) as file:
                for piece in self._pieces(file):
                    offset = piece.offset + piece.length
                    last = self._message(piece, position=position + offset)
                    if last.raw and not last.raw.isspace():
                        yield last
                    if problem := too_large(last):
                        yield problem
        except OSError as error:
            yield problem_of_error(error, path=self.path, offset=offset)
            return
        if self.end is not None and self.end < self.size:
            return
        # A last range may lie whole within the message of the one before it.
        is_inside = last is None and self.start > 0
        if offset < self.size and not is_inside:
            yield Problem(ProblemKind.CHANGED, self.path, offset)
        elif last is not None and looks_truncated(last):
            yield Problem(ProblemKind.TRUNCATED, self.path, last.source.offset)

    def _pieces(self, file: RawIOBase) -> Iterator[Piece]:
        """Yield the pieces that begin in this source's range, at their true places."""
        # A little before, so that a separator right at the start is seen as one.
        begin = max(0, self.start - _LOOK_BACK_BYTES)
        file.seek(begin)
        for piece in split_mbox(file):
            at = begin + piece.offset
            if self.end is not None and at >= self.end:
                return
            if at >= self.start:
                yield piece._replace(offset=at)

    def _message(self, piece: Piece, *, position: int) -> RawMessage:
        return RawMessage(
            source=Source(self.path, piece.offset, piece.length),
            raw=piece.data,
            size=piece.length,
            position=position,
            envelope=piece.envelope,
            labels=self.labels,
            is_sent=self.is_sent,
        )
