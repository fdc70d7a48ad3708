"""Read a message by the standard library, in the shape of the fast parser's parts."""

from __future__ import annotations

import email
import email.message
import email.policy
import re
from collections.abc import Sequence

from onward.mail.parts import MimePart

MAX_DEPTH = 60

_BOUNDARY_LINE = re.compile(
    rb"^--([^\s-][^\r\n]{0,80}?)[ \t]*\r?\n(?=content-)", re.MULTILINE | re.IGNORECASE
)


class StandardPart:
    """A part read by `email` (compat32): slower, and lenient about broken encodings."""

    def __init__(self, part: email.message.Message, *, depth: int = 0) -> None:
        self._part = part
        self._depth = depth
        self.content_type = part.get_content_type()
        self.is_message = self.content_type == "message/rfc822"

    @property
    def disposition(self) -> str | None:
        """Return "inline", "attachment", or None where the part says nothing."""
        return self._part.get_content_disposition()

    @property
    def filename(self) -> str:
        """Return the decoded file name; empty where there is none."""
        try:
            return self._part.get_filename() or ""
        except (ValueError, LookupError, TypeError):
            return ""

    @property
    def headers(self) -> dict[str, list[str]]:
        """Return every header's values, names as written."""
        found: dict[str, list[str]] = {}
        for name, value in self._part.items():
            found.setdefault(name, []).append(str(value))
        return found

    @property
    def content(self) -> bytes | None:
        """Return a leaf's transfer-decoded bytes; None for a container."""
        if self._part.is_multipart():
            return None
        payload = self._part.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b""

    @property
    def children(self) -> list[StandardPart]:
        """Return the parts directly inside, down to MAX_DEPTH."""
        # A leaf's text is never asked for here: it may be in a charset that Python
        # cannot even look up.
        if self._depth >= MAX_DEPTH or not self._part.is_multipart():
            return []
        payload = self._part.get_payload()
        return [
            StandardPart(part, depth=self._depth + 1)
            for part in payload
            if isinstance(part, email.message.Message)
        ]


class PlainPart:
    """A message without structure: all that follows the headers is its text."""

    content_type = "text/plain"
    disposition = None
    filename = ""
    is_message = False
    children: Sequence[MimePart] = ()

    def __init__(self, content: bytes) -> None:
        self.content: bytes | None = content
        self.headers: dict[str, list[str]] = {}


def mended(body: bytes) -> bytes:
    """Return a multipart body under the boundary it really uses, or as plain text.

    For messages that declare none, or another: parsers find no part in them.
    """
    found = _BOUNDARY_LINE.search(body)
    if found is None:
        return b"Content-Type: text/plain\n" + body
    boundary = found[1].replace(b'"', b"")
    return b'Content-Type: multipart/mixed; boundary="' + boundary + b'"\n' + body


def parse_standard(raw: bytes) -> MimePart:
    """Return the MIME tree of a raw message; never raises."""
    try:
        return StandardPart(email.message_from_bytes(raw, policy=email.policy.compat32))
    except (ValueError, LookupError, TypeError, RecursionError, AttributeError):
        return PlainPart(raw.partition(b"\n\n")[2])
