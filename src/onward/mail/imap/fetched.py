"""What a server answers to FETCH, taken apart; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

PEEK_BYTES = 2 * 1024 * 1024
"""How much of one message is fetched: words come first, large files after them."""

_UID = re.compile(rb"\bUID (\d+)")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d+)")
_THREAD = re.compile(rb"X-GM-THRID (\d+)")
_LABELS = re.compile(rb"X-GM-LABELS \(((?:\"(?:[^\"\\]|\\.)*\"|[^()\"])*)\)")
_LABEL = re.compile(rb'"((?:[^"\\]|\\.)*)"|([^\s"]+)')
_ESCAPED = re.compile(rb"\\(.)")


@dataclass(frozen=True, slots=True)
class Fetched:
    """The start of one message of a server.

    Attributes:
        raw: At most PEEK_BYTES, with Gmail's thread and labels as header lines before it,
            as a Takeout file has them.
        size: All its bytes.
    """

    uid: int
    raw: bytes
    size: int


def fetched(answer: Iterable[object]) -> list[Fetched]:
    """Return the messages of one answer; parts that name no message are left out."""
    return list(_messages(answer))


def _messages(answer: Iterable[object]) -> Iterator[Fetched]:
    parts = list(answer)
    for place, part in enumerate(parts):
        if not isinstance(part, tuple) or len(part) < 2:
            continue
        after = parts[place + 1] if place + 1 < len(parts) else b""
        # Servers write what they were asked for before the body or after it.
        about = bytes(part[0]) + b" " + (after if isinstance(after, bytes) else b"")
        uid = _UID.search(about)
        raw = bytes(part[1])
        if uid and raw:
            size = _SIZE.search(about)
            whole = max(len(raw), int(size[1]) if size else 0)
            before = _gmail_lines(about)
            yield Fetched(int(uid[1]), before + raw, whole + len(before))


def _gmail_lines(about: bytes) -> bytes:
    lines = b""
    if thread := _THREAD.search(about):
        lines += b"X-GM-THRID: " + thread[1] + b"\r\n"
    if labels := _LABELS.search(about):
        names = [
            _ESCAPED.sub(rb"\1", quoted or bare).lstrip(b"\\")
            for quoted, bare in _LABEL.findall(labels[1])
        ]
        if names:
            lines += b"X-Gmail-Labels: " + b",".join(names) + b"\r\n"
    return lines
