"""Read archives in place, as streams: zip, tar in any packing, and single packed files."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path, PurePosixPath
from typing import IO, Any, cast

from onward.mail.labels import says_sent
from onward.mail.problems import Problem, ProblemKind, problem_of_error
from onward.mail.rules.types import Source
from onward.mail.sources.eml import message_of
from onward.mail.sources.kinds import (
    ARCHIVE_SUFFIXES,
    MBOX_SUFFIXES,
    MESSAGE_SUFFIXES,
    SNIFFED_BYTES,
    STORE_SUFFIXES,
    Kind,
    flag_labels,
    folder_labels,
    is_in_maildir,
    kind_of,
)
from onward.mail.sources.mbox import split_mbox
from onward.mail.sources.outlook import MOST_BYTES, outlook_message
from onward.mail.sources.raw import RawMessage, too_large
from onward.mail.sources.skim import skimmed

_PACKED: dict[bytes, Callable[..., Any]] = {
    b"\x1f\x8b": gzip.open,
    b"BZh": bz2.open,
    b"\xfd7zXZ": lzma.open,
}
MOST_INNER_BYTES = 64_000_000
"""An archive inside another is held in memory: a larger one is left packed."""

_CLOSED_SUFFIXES = (".7z", ".rar")
_TAR_MARK = slice(257, 262)
_DAMAGED = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError),
    *(gzip.BadGzipFile, NotImplementedError, UnicodeDecodeError),
)


@dataclass(frozen=True, slots=True)
class Archive:
    """One archive; its members are read one after the other and never written anywhere."""

    path: str
    size: int
    labels: tuple[str, ...] = ()
    is_sent: bool = False
    is_inner: bool = False

    def read(self, *, position: int) -> Iterator[RawMessage | Problem]:
        """Yield each message of each member; `position` bytes came before."""
        try:
            with Path(self.path).open("rb") as file:
                yield from self._read(file, position=position)
        except OSError as error:
            yield problem_of_error(error, path=self.path)

    def _read(
        self, file: IO[bytes], *, position: int
    ) -> Iterator[RawMessage | Problem]:
        found = False
        try:
            for member in _members(file):
                for item in self._mail(member, file=file, position=position):
                    found = True
                    yield item
        except RuntimeError:
            # zipfile says so of members with a password.
            yield Problem(ProblemKind.LOCKED, self.path)
        except _DAMAGED:
            yield Problem(ProblemKind.DAMAGED_ARCHIVE, self.path)
        else:
            # Papers packed beside the mail need no sentence.
            if not found and not self.is_inner:
                yield Problem(ProblemKind.NO_MAIL_INSIDE, self.path)

    def _mail(
        self, member: _Member, *, file: IO[bytes], position: int
    ) -> Iterator[RawMessage | Problem]:
        path = f"{self.path}/{member.name}" if member.name else self.path
        names = PurePosixPath(member.name).parts
        labels = (*self.labels, *folder_labels(names))
        is_sent = self.is_sent or says_sent(labels)
        stream: BufferedReader[Any] = BufferedReader(
            cast("RawIOBase", member.stream), 1 << 16
        )
        if is_in_maildir(names):
            labels = (*labels, *flag_labels(names[-1]))
        kind = _kind_of_member(stream, names=names or (self.path,))
        if kind is Kind.MBOX:
            for piece in split_mbox(cast("RawIOBase", stream)):
                message = RawMessage(
                    source=Source(path, piece.offset, piece.length),
                    raw=piece.data,
                    size=piece.length,
                    position=position + min(self.size, file.tell()),
                    envelope=piece.envelope,
                    labels=labels,
                    is_sent=is_sent,
                )
                if message.raw and not message.raw.isspace():
                    yield message
                if problem := too_large(message):
                    yield problem
        elif kind in (Kind.MESSAGE, Kind.OUTLOOK):
            is_outlook = kind is Kind.OUTLOOK
            raw, size = _whole(stream) if is_outlook else skimmed(stream)
            read = outlook_message if is_outlook else message_of
            yield read(
                raw,
                source=Source(path, 0, size),
                size=size,
                position=position + min(self.size, file.tell()),
                labels=labels,
                is_sent=is_sent,
            )
        elif kind is Kind.ARCHIVE:
            inner = Archive(path, 0, labels, is_sent, is_inner=True)
            at = position + min(self.size, file.tell())
            yield from self._inside(inner, stream, position=at)
        elif isinstance(kind, ProblemKind):
            yield Problem(kind, path)

    def _inside(
        self, inner: Archive, stream: BufferedReader[Any], *, position: int
    ) -> Iterator[RawMessage | Problem]:
        """Yield the mail of an archive inside this one, but of none inside that."""
        data = b"" if self.is_inner else stream.read(MOST_INNER_BYTES + 1)
        if not data or len(data) > MOST_INNER_BYTES:
            megabytes = {"megabytes": str(MOST_INNER_BYTES // 1_000_000)}
            yield Problem(ProblemKind.PACKED_TWICE, inner.path, details=megabytes)
            return
        yield from inner._read(BytesIO(data), position=position)


def _whole(stream: BufferedReader[Any]) -> tuple[bytes, int]:
    """Return a member and its size; one that is too large, cut just behind the limit."""
    data = stream.read(MOST_BYTES + 1)
    return data, len(data)


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    stream: IO[bytes]


def _members(file: IO[bytes]) -> Iterator[_Member]:
    start = file.read(SNIFFED_BYTES)
    file.seek(0)
    if start.startswith(b"PK"):
        yield from _of_zip(file)
        return
    opener = next((o for mark, o in _PACKED.items() if start.startswith(mark)), None)
    if opener is None:
        yield from _of_tar(file)
        return
    with cast("IO[bytes]", opener(file, "rb")) as inner:
        is_tar = inner.read(SNIFFED_BYTES)[_TAR_MARK] == b"ustar"
    file.seek(0)
    # Not by tarfile itself, which takes a download that broke off for a whole one.
    with cast("IO[bytes]", opener(file, "rb")) as inner:
        if is_tar:
            yield from _of_tar(inner)
        else:
            yield _Member("", inner)


def _of_tar(file: IO[bytes]) -> Iterator[_Member]:
    with tarfile.open(fileobj=file, mode="r|") as archive:
        for info in archive:
            stream = archive.extractfile(info) if info.isfile() else None
            if stream is not None:
                yield _Member(info.name, stream)


def _of_zip(file: IO[bytes]) -> Iterator[_Member]:
    with zipfile.ZipFile(file) as archive:
        for info in sorted(archive.infolist(), key=lambda info: info.header_offset):
            if not info.is_dir():
                with archive.open(info) as stream:
                    yield _Member(info.filename, stream)


def _kind_of_member(
    stream: BufferedReader[Any], *, names: tuple[str, ...]
) -> Kind | ProblemKind | None:
    """Return what a member is by its first bytes; None where it is no mail."""
    low = names[-1].lower()
    if low.endswith((".msf", ".html", ".json", ".csv", ".ics", ".vcf")):
        return None
    kind = kind_of(stream.peek(SNIFFED_BYTES)[:SNIFFED_BYTES])
    if isinstance(kind, ProblemKind):
        is_said = low.endswith((*STORE_SUFFIXES, *_CLOSED_SUFFIXES))
        return kind if is_said and kind is not ProblemKind.EMPTY else None
    if kind is Kind.ARCHIVE and not low.endswith(ARCHIVE_SUFFIXES):
        # A text document is packed in the same way.
        return None
    if kind is Kind.MESSAGE and not low.endswith((*MESSAGE_SUFFIXES, *MBOX_SUFFIXES)):
        # In a Maildir every file is a message; elsewhere any text may look like one.
        is_one = is_in_maildir(names) or ":2," in low or "." not in low
        return kind if is_one else None
    if kind is Kind.OUTLOOK and not low.endswith(".msg"):
        return None
    return kind
