"""The words that every source of mail shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from onward.mail.headers import split_message
from onward.mail.problems import Problem, ProblemKind
from onward.mail.rules.types import Source

KEPT_MESSAGE_BYTES = 8 * 1024 * 1024
"""A larger message is not kept whole: of each of its parts the beginning is."""

LARGE_MESSAGE_BYTES = 50_000_000
"""From this size on, a person is told that not all of it was read."""

_BOUNDARY = re.compile(rb"boundary\s*=\s*\"?([^\";]+)", re.IGNORECASE)


class RawMessage(NamedTuple):
    """One message as it lies in its file, not yet parsed.

    Attributes:
        raw: Its bytes without the mbox separator, at most KEPT_MESSAGE_BYTES.
        size: All its bytes in the file, more than len(raw) where it was cut.
        position: Bytes of all sources read so far, this message included.
        envelope: The mbox separator line; empty elsewhere.
        labels: Names of the folders it lies in.
        is_sent: A folder's name says that the person wrote it.
    """

    source: Source
    raw: bytes
    size: int
    position: int
    envelope: bytes = b""
    labels: tuple[str, ...] = ()
    is_sent: bool = False

    @property
    def is_cut(self) -> bool:
        """Return whether not all of the message was kept."""
        return self.size > len(self.raw) + len(self.envelope)


class MailSource(Protocol):
    """One file or folder of mail."""

    @property
    def path(self) -> str:
        """Return the file or folder it stands for."""
        ...

    @property
    def size(self) -> int:
        """Return its bytes, for a progress bar."""
        ...

    def read(self, *, position: int) -> Iterator[RawMessage | Problem]:
        """Yield every message; `position` bytes of other sources came before."""
        ...


def too_large(message: RawMessage) -> Problem | None:
    """Return a problem for a message so large that a person wants to know."""
    if not message.is_cut or message.size < LARGE_MESSAGE_BYTES:
        return None
    return cut_problem(message)


def cut_problem(message: RawMessage) -> Problem:
    """Return the problem that not all of a message was read."""
    return Problem(
        ProblemKind.TOO_LARGE,
        message.source.path,
        message.source.offset,
        {"megabytes": str(round(message.size / 1_000_000))},
    )


def looks_truncated(message: RawMessage) -> bool:
    """Return whether a file's last message breaks off: no body, or no last boundary."""
    if message.is_cut:
        return False
    head, body = split_message(message.raw)
    if not body:
        return not message.raw.endswith(b"\n")
    boundary = _BOUNDARY.search(head.first(b"content-type"))
    return boundary is not None and b"--" + boundary[1] + b"--" not in body
