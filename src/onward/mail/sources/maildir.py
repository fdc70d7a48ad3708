"""Read folders with a file for each message: Maildirs, and folders of .eml files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from onward.mail.problems import Problem, ProblemKind, problem_of_error
from onward.mail.sources.eml import read_message_file
from onward.mail.sources.kinds import flag_labels
from onward.mail.sources.raw import RawMessage, looks_truncated, too_large


@dataclass(frozen=True, slots=True)
class MessageFolder:
    """A folder whose files are one message each.

    Attributes:
        suffixes: Endings of the files that count; () for every file (a Maildir).
    """

    path: str
    size: int
    labels: tuple[str, ...] = ()
    is_sent: bool = False
    suffixes: tuple[str, ...] = ()

    def read(self, *, position: int) -> Iterator[RawMessage | Problem]:
        """Yield each message in the order of names; one bad file stops nothing."""
        try:
            names = message_names(self.path, suffixes=self.suffixes)
        except OSError as error:
            yield problem_of_error(error, path=self.path)
            return
        for name in names:
            marks = () if self.suffixes else flag_labels(name)
            found = read_message_file(
                os.path.join(self.path, name),  # noqa: PTH118 - many thousand names
                position=position,
                labels=(*self.labels, *marks),
                is_sent=self.is_sent,
            )
            yield found
            if isinstance(found, RawMessage):
                position = found.position
                yield from self._doubts(found)

    def _doubts(self, message: RawMessage) -> Iterator[Problem]:
        if problem := too_large(message):
            yield problem
        elif self.suffixes and looks_truncated(message):
            yield Problem(ProblemKind.TRUNCATED, message.source.path)


def message_names(path: str, *, suffixes: tuple[str, ...] = ()) -> list[str]:
    """Return the sorted names of a folder's message files; () takes every file."""
    with os.scandir(path) as entries:
        return sorted(
            entry.name
            for entry in entries
            if not entry.name.startswith(".")
            and (not suffixes or entry.name.lower().endswith(suffixes))
            and _is_file(entry)
        )


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Say whether an entry is a file; a link that leads to itself is none."""
    try:
        return entry.is_file()
    except OSError:
        return False


def folder_size(path: str, *, names: list[str]) -> int:
    """Return the bytes of these files together; what is gone counts nothing."""
    total = 0
    for name in names:
        try:
            total += os.stat(os.path.join(path, name)).st_size  # noqa: PTH116, PTH118
        except OSError:
            continue
    return total
