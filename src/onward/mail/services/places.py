"""Where mail lies that was left out, by who wrote it: a few bytes each, to be read after all."""

from __future__ import annotations

import os
from array import array
from collections.abc import Collection, Iterator
from datetime import datetime

from onward.mail.rules.types import Message, Source
from onward.mail.scan import message_of
from onward.mail.sources.eml import EmlFile, read_message_file
from onward.mail.sources.maildir import MessageFolder
from onward.mail.sources.mbox import MboxFile, read_message_at
from onward.mail.sources.raw import MailSource, RawMessage

MOST_PLACES = 1_000_000
"""How many of them are noted at most."""

_WHOLE_FILE = -1


class Places:
    """Places of left out mail by its sender's address: own mail, once it is known as such.

    What lies in an archive cannot be read again without all that stands before it, and is
    not noted.
    """

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()
        self._mboxes: set[str] = set()
        self._by_sender: dict[str, dict[str, array[int]]] = {}
        self._count = 0

    def know(self, holder: MailSource) -> None:
        """Know how mail lies in what is read next; it may be noted long after that is read."""
        if isinstance(holder, EmlFile):
            self._files.add(holder.path)
        elif isinstance(holder, MessageFolder):
            self._folders.add(holder.path)
        elif isinstance(holder, MboxFile):
            self._mboxes.add(holder.path)

    def add(self, address: str, source: Source) -> None:
        """Note where a mail lies, if it can be read again from there."""
        is_file = source.path in self._files
        is_file = is_file or os.path.dirname(source.path) in self._folders  # noqa: PTH120 - many thousand
        can_be_read = is_file or (source.path in self._mboxes and source.length > 0)
        if not can_be_read or "@" not in address or self._count >= MOST_PLACES:
            return
        places = self._by_sender.setdefault(address, {})
        length = _WHOLE_FILE if is_file else source.length
        places.setdefault(source.path, array("q")).extend((source.offset, length))
        self._count += 1

    def read(
        self, addresses: Collection[str], *, now: datetime
    ) -> Iterator[tuple[Message, Source]]:
        """Read, once, the mail that these addresses wrote; what is gone meanwhile is left."""
        for address in sorted(self._by_sender.keys() & set(addresses)):
            for path, numbers in self._by_sender.pop(address).items():
                pairs = zip(numbers[::2], numbers[1::2], strict=True)
                self._count -= len(numbers) // 2
                for offset, length in pairs:
                    raw = _raw_at(path, offset=offset, length=length)
                    message = None if raw is None else message_of(raw, now=now)
                    if raw is not None and message is not None:
                        yield message, raw.source


def _raw_at(path: str, *, offset: int, length: int) -> RawMessage | None:
    if length != _WHOLE_FILE:
        return read_message_at(path, offset=offset, length=length)
    found = read_message_file(path, position=0, labels=(), is_sent=False)
    return found if isinstance(found, RawMessage) else None
