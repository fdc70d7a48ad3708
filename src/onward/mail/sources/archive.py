"""Read archives in place, as streams: zip, tar in any packing, and single packed files."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path, PurePosixPath
from typing import IO, Any, Self, cast

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
    unpacked_name,
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
_MAIL_SUFFIXES = (
    *(*MESSAGE_SUFFIXES, *MBOX_SUFFIXES, *STORE_SUFFIXES),
    *(*ARCHIVE_SUFFIXES, *_CLOSED_SUFFIXES, ".msg"),
)
_TAR_MARK = slice(257, 262)
_DAMAGED = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError),
    *(gzip.BadGzipFile, NotImplementedError, UnicodeDecodeError),
)


# Not among the names that the module shows, but told apart by it since long.
_END_OF_TAR: type[Exception] = tarfile.EOFHeaderError  # type: ignore[attr-defined]
_NO_MORE: type[Exception] = tarfile.EmptyHeaderError  # type: ignore[attr-defined]
_LOCKED = 0x1
"""The flag of a member of a zip that has a password."""

MOST_LOCKED = 3
"""How many locked members are named one by one."""


class _NoEndError(Exception):
    """A tar ends behind a whole member, as one does that was not closed, or that was cut there."""


class _LockedError(Exception):
    """All that an archive holds has a password."""


@dataclass(frozen=True, slots=True)
class Archive:
    """One archive; its members are read one after the other and never written anywhere.

    Attributes:
        labels_of_one: The names that it lies under, which count where it is one packed file.
    """

    path: str
    size: int
    labels: tuple[str, ...] = ()
    is_sent: bool = False
    is_inner: bool = False
    labels_of_one: tuple[str, ...] = ()

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
                for item in self._of_member(member, file=file, position=position):
                    found = True
                    yield item
        except _NoEndError:
            yield Problem(ProblemKind.NO_END, self.path)
        except _LockedError:
            yield Problem(ProblemKind.LOCKED, self.path)
        except _DAMAGED:
            yield Problem(ProblemKind.DAMAGED_ARCHIVE, self.path)
        else:
            # Papers packed beside the mail need no sentence.
            if not found and not self.is_inner:
                yield Problem(ProblemKind.NO_MAIL_INSIDE, self.path)

    def _of_member(
        self, member: _Member, *, file: IO[bytes], position: int
    ) -> Iterator[RawMessage | Problem]:
        """Yield the mail of a member; what is wrong with one of a zip is said of that one."""
        path = f"{self.path}/{member.name}" if member.name else self.path
        if member.problem is not None:
            yield Problem(member.problem, path)
            return
        try:
            yield from self._mail(member, file=file, position=position)
        except _DAMAGED:
            if not member.is_apart:
                raise
            yield Problem(ProblemKind.DAMAGED_ARCHIVE, path)

    def _mail(
        self, member: _Member, *, file: IO[bytes], position: int
    ) -> Iterator[RawMessage | Problem]:
        path = f"{self.path}/{member.name}" if member.name else self.path
        names = PurePosixPath(member.name).parts
        own = folder_labels(names) if member.name else self.labels_of_one
        labels = (*self.labels, *own)
        is_sent = self.is_sent or says_sent(labels)
        stream: BufferedReader[Any] = BufferedReader(
            cast("RawIOBase", member.stream), 1 << 16
        )
        if is_in_maildir(names):
            labels = (*labels, *flag_labels(names[-1]))
        kind = _kind_of_member(stream, names=names or (unpacked_name(self.path),))
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
    """One file of an archive.

    Attributes:
        name: Its path inside; "" for what is packed alone.
        is_apart: The others can be read though it cannot.
        problem: Why it cannot be opened at all.
    """

    name: str
    stream: IO[bytes]
    is_apart: bool = False
    problem: ProblemKind | None = None


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
    ends: list[type[Exception]] = []

    class Header(tarfile.TarInfo):
        """A header that notes the end of the archive, which tarfile takes a break for."""

        @classmethod
        def fromtarfile(cls, tarfile: tarfile.TarFile) -> Self:
            try:
                return super().fromtarfile(tarfile)
            except (_END_OF_TAR, _NO_MORE) as error:
                ends.append(type(error))
                raise

    with tarfile.open(fileobj=file, mode="r|", tarinfo=Header) as archive:
        for info in archive:
            stream = archive.extractfile(info) if info.isfile() else None
            if stream is not None:
                yield _Member(info.name, stream)
    if not ends:
        raise tarfile.ReadError("the archive breaks off")
    if _END_OF_TAR not in ends:
        raise _NoEndError


def _of_zip(file: IO[bytes]) -> Iterator[_Member]:
    with zipfile.ZipFile(file) as archive:
        members = [info for info in archive.infolist() if not info.is_dir()]
        if members and all(map(_is_locked, members)):
            raise _LockedError
        for info in sorted(members, key=lambda info: info.header_offset):
            if not _is_locked(info):
                yield from _opened(archive, info)
        yield from _locked(filter(_is_locked, members))


def _locked(members: Iterable[zipfile.ZipInfo]) -> Iterator[_Member]:
    """Yield the locked members that can be mail by their names; many of them as one."""
    names = [info.filename for info in members if _can_be_mail(info.filename)]
    if len(names) > MOST_LOCKED:
        yield _Member("", BytesIO(), problem=ProblemKind.SOME_LOCKED)
        return
    for name in names:
        yield _Member(name, BytesIO(), problem=ProblemKind.LOCKED)


def _can_be_mail(name: str) -> bool:
    names = PurePosixPath(name).parts
    low = names[-1].lower()
    return is_in_maildir(names) or "." not in low or low.endswith(_MAIL_SUFFIXES)


def _is_locked(info: zipfile.ZipInfo) -> bool:
    return bool(info.flag_bits & _LOCKED)


def _opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[_Member]:
    try:
        stream = archive.open(info)
    except _DAMAGED:
        yield _Member(info.filename, BytesIO(), problem=ProblemKind.DAMAGED_ARCHIVE)
        return
    with stream:
        yield _Member(info.filename, stream, is_apart=True)


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
