"""Read single messages: .eml files, and Apple Mail's .emlx."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onward.mail.problems import Problem, ProblemKind, problem_of_error
from onward.mail.rules.types import Source
from onward.mail.sources.kinds import UTF_16_MARKS
from onward.mail.sources.raw import (
    RawMessage,
    looks_truncated,
    too_large,
)
from onward.mail.sources.skim import skimmed

_PACKED = re.compile(r"(?im)^content-transfer-encoding:\s*(?:base64|quoted-printable)")
_UTF_16 = re.compile(r"(?i)(charset\s*=\s*\"?)(?:utf-?16(?:le|be)?|unicode)\b")
_EMLX_COUNT = re.compile(rb"(\d{1,12})[ \t]*\r?\n")


@dataclass(frozen=True, slots=True)
class EmlFile:
    """A file that is one message."""

    path: str
    size: int
    labels: tuple[str, ...] = ()
    is_sent: bool = False

    def read(self, *, position: int) -> Iterator[RawMessage | Problem]:
        """Yield the one message; `position` bytes of other sources came before."""
        found = read_message_file(
            self.path,
            position=position,
            labels=self.labels,
            is_sent=self.is_sent,
        )
        yield found
        if isinstance(found, RawMessage):
            if problem := too_large(found):
                yield problem
            elif looks_truncated(found):
                yield Problem(ProblemKind.TRUNCATED, self.path)


def read_message_file(
    path: str, *, position: int, labels: tuple[str, ...], is_sent: bool
) -> RawMessage | Problem:
    """Return the message of a file, its words where it is huge, or what is wrong.

    Args:
        position: Bytes of all sources read before this file.
    """
    try:
        with Path(path).open("rb", buffering=0) as file:
            raw, size = skimmed(file)
    except OSError as error:
        return problem_of_error(error, path=path)
    return message_of(
        raw,
        source=Source(path, 0, size),
        size=size,
        position=position + size,
        labels=labels,
        is_sent=is_sent,
    )


def message_of(
    raw: bytes,
    *,
    source: Source,
    size: int,
    position: int,
    labels: tuple[str, ...],
    is_sent: bool,
) -> RawMessage | Problem:
    """Return the message that a file's first bytes are; EMPTY where there is none.

    Args:
        size: All bytes of the file.
        position: Bytes of all sources read so far, this file included.
    """
    if not raw.strip():
        return Problem(ProblemKind.EMPTY, source.path)
    if raw.startswith(UTF_16_MARKS):
        raw, is_whole = _as_utf_8(raw), len(raw) == size
        size = len(raw) if is_whole else size
    if source.path.endswith(".emlx") and (counted := _EMLX_COUNT.match(raw)):
        # Apple Mail: the message's length, the message, then a list of properties.
        size = min(size, int(counted[1]))
        raw = raw[counted.end() :][:size]
    envelope = raw[: raw.find(b"\n") + 1] if raw.startswith(b"From ") else b""
    return RawMessage(
        source=source,
        raw=raw[len(envelope) :],
        size=size,
        position=position,
        envelope=envelope,
        labels=labels,
        is_sent=is_sent,
    )


def _as_utf_8(raw: bytes) -> bytes:
    """Return a message that a Windows program saved in UTF-16, in UTF-8.

    What its parts say of their letters is about these, unless they are packed.
    """
    text = raw.decode("utf-16", "ignore").lstrip("\ufeff")
    if not _PACKED.search(text):
        text = _UTF_16.sub(r"\1utf-8", text)
    return text.encode("utf-8", "ignore")
