"""Find out what the files and folders are that a person chose."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from onward.mail.labels import says_sent
from onward.mail.problems import Problem, ProblemKind, problem_of_error
from onward.mail.sources.archive import Archive
from onward.mail.sources.eml import EmlFile
from onward.mail.sources.kinds import (
    ARCHIVE_SUFFIXES,
    MBOX_SUFFIXES,
    MESSAGE_SUFFIXES,
    SNIFFED_BYTES,
    STORE_SUFFIXES,
    TABLE_SUFFIXES,
    Kind,
    folder_labels,
    kind_of,
    kind_of_chosen,
)
from onward.mail.sources.maildir import (
    MessageFolder,
    folder_size,
    message_names,
)
from onward.mail.sources.mbox import MboxFile
from onward.mail.sources.outlook import OutlookFile
from onward.mail.sources.raw import MailSource

_READERS: dict[Kind, Callable[..., MailSource]] = {
    Kind.MBOX: MboxFile,
    Kind.MESSAGE: EmlFile,
    Kind.OUTLOOK: OutlookFile,
}
_TAKEN = frozenset({Kind.MBOX, Kind.OUTLOOK})
_LEFT_OUT_SUFFIXES = (".msf", ".emlxpart")


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
        if path.name.lower().endswith((*MESSAGE_SUFFIXES, *_LEFT_OUT_SUFFIXES)):
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
        low = path.name.lower()
        is_expected = is_chosen or low.endswith(
            (*MBOX_SUFFIXES, *ARCHIVE_SUFFIXES, *STORE_SUFFIXES)
        )
        kind = kind_of_chosen(low, start) if is_chosen else kind_of(start)
        if kind is Kind.OUTLOOK and not low.endswith(".msg"):
            # Old Office files begin in the same way.
            kind = ProblemKind.OUTLOOK
        if low.endswith(TABLE_SUFFIXES) and kind not in {*_TAKEN, ProblemKind.EMPTY}:
            kind = ProblemKind.TABLE
        if isinstance(kind, ProblemKind):
            if is_expected:
                yield Problem(kind, str(path))
        elif (kind in _TAKEN or is_expected) and self._is_new(path):
            labels = folder_labels(names if is_chosen else (*names, path.name))
            size = path.stat().st_size
            if kind is Kind.ARCHIVE:
                # What is packed in it has names of its own, unless it is one packed file.
                yield Archive(str(path), size, labels_of_one=labels)
                return
            reader = _READERS[kind]
            yield reader(str(path), size, labels, says_sent(labels))


def _problem(error: OSError | ValueError, *, path: Path) -> Problem:
    if isinstance(error, OSError):
        return problem_of_error(error, path=os.fspath(path))
    return Problem(ProblemKind.NOT_MAIL, str(path))
