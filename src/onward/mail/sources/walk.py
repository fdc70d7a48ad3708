"""Find out what the files and folders are that a person chose."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from onward.mail.labels import says_sent
from onward.mail.problems import Problem, ProblemKind, problem_of_error
from onward.mail.sources.eml import EmlFile
from onward.mail.sources.maildir import (
    MESSAGE_SUFFIXES,
    MessageFolder,
    folder_size,
    message_names,
)
from onward.mail.sources.mbox import MboxFile, is_separator
from onward.mail.sources.raw import MailSource

SNIFFED_BYTES = 2048
MBOX_SUFFIXES = (".mbox", ".mbx", ".mbs")

_ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!")
_OUTLOOK = (b"!BDN", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_HEADER_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[ \t\S]")
_MAIL_HEADERS = re.compile(
    rb"(?im)^(?:from|to|date|subject|received|message-id|return-path|mime-version"
    rb"|delivered-to|x-[\w-]+):"
)
_MAIL_FOLDER = re.compile(r"\.(?:sbd|mbox|mbx|mbs|eml|emlx)$", re.IGNORECASE)


class Walk:
    """One walk over what was chosen; remembers what it has seen.

    Links may lead in circles or twice to the same file: a file or folder is taken once.
    """

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()
        self._repeats = 0

    def find(self, path: Path) -> Iterator[MailSource | Problem]:
        """Yield the sources at a chosen path, or the one thing wrong with it."""
        # Whoever points at a folder called Spam wants it read: only "Sent" counts here.
        names = tuple(name for name in folder_labels((path.name,)) if says_sent([name]))
        try:
            if path.is_dir():
                yield from self._chosen_folder(path, names=names)
            else:
                yield from self._file(path, names=names, is_chosen=True)
        except FileNotFoundError:
            yield Problem(ProblemKind.NOT_FOUND, str(path))
        except (OSError, ValueError) as error:
            yield _problem(error, path=path)

    def _chosen_folder(
        self, path: Path, *, names: tuple[str, ...]
    ) -> Iterator[MailSource | Problem]:
        found = False
        repeats = self._repeats
        for item in self._folder(path, names=names):
            found = True
            yield item
        if not found and self._repeats == repeats:
            yield Problem(ProblemKind.NO_MAIL_INSIDE, str(path))

    def _is_new(self, path: Path) -> bool:
        status = path.stat()
        identity = (status.st_dev, status.st_ino)
        if status.st_ino and identity in self._seen:
            self._repeats += 1
            return False
        self._seen.add(identity)
        return True

    def _folder(
        self, path: Path, *, names: tuple[str, ...]
    ) -> Iterator[MailSource | Problem]:
        """Yield the sources of a folder in the order of names, deepest included."""
        if not self._is_new(path):
            return
        children = sorted(path.iterdir())
        folders = [child for child in children if child.is_dir()]
        is_maildir = {"cur", "new"} & {folder.name for folder in folders}
        yield from self._message_files(path, names=names)
        for child in children:
            if child not in folders:
                yield from self._guarded_file(child, names=names)
            elif is_maildir and child.name in ("cur", "new"):
                yield from self._maildir(child, names=names)
            elif not (is_maildir and child.name == "tmp"):
                yield from self._guarded_folder(child, names=(*names, child.name))

    def _guarded_folder(
        self, path: Path, *, names: tuple[str, ...]
    ) -> Iterator[MailSource | Problem]:
        try:
            yield from self._folder(path, names=names)
        except OSError as error:
            yield _problem(error, path=path)

    def _guarded_file(
        self, path: Path, *, names: tuple[str, ...]
    ) -> Iterator[MailSource | Problem]:
        if path.name.lower().endswith(MESSAGE_SUFFIXES):
            return
        try:
            yield from self._file(path, names=names, is_chosen=False)
        except OSError as error:
            if path.is_symlink() and not path.exists():
                return
            yield _problem(error, path=path)

    def _maildir(
        self, path: Path, *, names: tuple[str, ...]
    ) -> Iterator[MailSource | Problem]:
        try:
            if self._is_new(path):
                yield from self._messages(path, names=names, suffixes=())
        except OSError as error:
            yield _problem(error, path=path)

    def _message_files(
        self, path: Path, *, names: tuple[str, ...]
    ) -> Iterator[MailSource]:
        yield from self._messages(path, names=names, suffixes=MESSAGE_SUFFIXES)

    def _messages(
        self, path: Path, *, names: tuple[str, ...], suffixes: tuple[str, ...]
    ) -> Iterator[MailSource]:
        files = message_names(str(path), suffixes=suffixes)
        if files:
            labels = folder_labels(names)
            size = folder_size(str(path), names=files)
            sent = says_sent(labels)
            yield MessageFolder(str(path), size, labels, sent, suffixes)

    def _file(
        self, path: Path, *, names: tuple[str, ...], is_chosen: bool
    ) -> Iterator[MailSource | Problem]:
        """Yield what a file is; a file nobody pointed at may be something else."""
        if not path.is_file():
            if is_chosen:
                path.stat()  # raises where nothing is there
                yield Problem(ProblemKind.NOT_MAIL, str(path))
            return
        with path.open("rb", buffering=0) as file:
            start = file.read(SNIFFED_BYTES)
        is_expected = is_chosen or path.name.lower().endswith(MBOX_SUFFIXES)
        kind = kind_of(start)
        if isinstance(kind, ProblemKind):
            if is_expected:
                yield Problem(kind, str(path))
        elif (kind is MboxFile or is_expected) and self._is_new(path):
            labels = folder_labels(names if is_chosen else (*names, path.name))
            yield kind(str(path), path.stat().st_size, labels, says_sent(labels))


def kind_of(start: bytes) -> type[MboxFile] | type[EmlFile] | ProblemKind:
    """Return what a file is by its first bytes, or what is wrong with it."""
    words = start.lstrip(b"\xef\xbb\xbf\r\n\t ")
    if not words.strip(b"\0"):
        return ProblemKind.NOT_MAIL if words else ProblemKind.EMPTY
    if start.startswith(_ARCHIVES):
        return ProblemKind.ARCHIVE
    if start.startswith(_OUTLOOK):
        return ProblemKind.OUTLOOK
    first_line, _, rest = words.partition(b"\n")
    if words.startswith(b"From ") and (
        is_separator(words, follows_blank=True) or _HEADER_LINE.match(rest)
    ):
        return MboxFile
    if first_line.strip().isdigit():
        words = rest
    if _HEADER_LINE.match(words) and _MAIL_HEADERS.search(words):
        return EmlFile
    return ProblemKind.NOT_MAIL


def folder_labels(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the folder names that file and folder names stand for, endings removed.

    A Maildir writes a path as one name (".Archive.Sent"): its last word counts.
    """
    labels = []
    for name in names:
        bare = _MAIL_FOLDER.sub("", name)
        if bare.startswith("."):
            bare = bare.rpartition(".")[2]
        if bare and bare not in ("cur", "new", "mbox", "messages"):
            labels.append(bare)
    return tuple(labels)


def _problem(error: OSError | ValueError, *, path: Path) -> Problem:
    if isinstance(error, OSError):
        return problem_of_error(error, path=os.fspath(path))
    return Problem(ProblemKind.NOT_MAIL, str(path))
