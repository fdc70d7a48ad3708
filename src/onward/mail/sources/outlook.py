"""Read Outlook's .msg files: one message each, in a format of its own."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import Header
from email.utils import format_datetime
from pathlib import Path

from oxmsg import Message as OutlookMessage

from onward.mail.problems import Problem, ProblemKind, problem_of_error
from onward.mail.rules.types import Source
from onward.mail.sources.raw import KEPT_MESSAGE_BYTES, RawMessage

MOST_BYTES = 60_000_000
"""A .msg has to be whole to be understood, and lies in memory for that."""
_BOUNDARY = "=_onward_msg"
_ERRORS = (
    *(OSError, ValueError, KeyError, IndexError, TypeError, AttributeError),
    *(AssertionError, LookupError, struct.error, RecursionError),
)


@dataclass(frozen=True, slots=True)
class OutlookFile:
    """A .msg file: one message."""

    path: str
    size: int
    labels: tuple[str, ...] = ()
    is_sent: bool = False

    def read(self, *, position: int) -> Iterator[RawMessage | Problem]:
        """Yield the one message; `position` bytes of other sources came before."""
        try:
            with Path(self.path).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            yield problem_of_error(error, path=self.path)
            return
        yield outlook_message(
            data,
            source=Source(self.path, 0, len(data)),
            size=len(data),
            position=position + len(data),
            labels=self.labels,
            is_sent=self.is_sent,
        )


def outlook_message(
    data: bytes,
    *,
    source: Source,
    size: int,
    position: int,
    labels: tuple[str, ...],
    is_sent: bool,
) -> RawMessage | Problem:
    """Return a .msg's words as the mail they once were; its files by name alone."""
    if len(data) > MOST_BYTES:
        return Problem(ProblemKind.UNREADABLE_MESSAGE, source.path)
    try:
        raw = _as_mail(OutlookMessage.load(data))
    except _ERRORS:
        return Problem(ProblemKind.UNREADABLE_MESSAGE, source.path)
    return RawMessage(
        source=source,
        raw=raw[:KEPT_MESSAGE_BYTES],
        size=len(raw),
        position=position,
        labels=labels,
        is_sent=is_sent,
    )


def _as_mail(message: OutlookMessage) -> bytes:
    lines = _head(message)
    lines += ["MIME-Version: 1.0"]
    lines += [f'Content-Type: multipart/mixed; boundary="{_BOUNDARY}"', ""]
    parts = [("plain", message.body or "")]
    if not parts[0][1].strip() and message.html_body:
        parts = [("html", message.html_body)]
    for kind, text in parts:
        lines += [f"--{_BOUNDARY}", f"Content-Type: text/{kind}; charset=utf-8"]
        lines += ["", text.replace("\r\n", "\n"), ""]
    for attachment in message.attachments:
        name = _encoded((attachment.file_name or "").replace('"', "'"))
        if attachment.file_name:
            lines += [f"--{_BOUNDARY}", "Content-Type: application/octet-stream"]
            lines += [f'Content-Disposition: attachment; filename="{name}"', "", ""]
    lines += [f"--{_BOUNDARY}--", ""]
    return "\n".join(lines).encode("utf-8", "replace")


def _head(message: OutlookMessage) -> list[str]:
    """Return the headers as they were sent, completed by what Outlook itself knows."""
    sent = {
        name.lower(): (name, " ".join(value.split()))
        for name, value in message.message_headers.items()
        if not name.lower().startswith(("content-", "mime-version"))
    }
    known = {
        "From": message.sender or "",
        "To": ", ".join(r.email_address for r in message.recipients if r.email_address),
        "Subject": message.subject,
        "Date": format_datetime(message.sent_date) if message.sent_date else "",
    }
    for name, value in known.items():
        if value and name.lower() not in sent:
            one_line = " ".join(value.split())
            encoded = (
                one_line if one_line.isascii() else Header(one_line, "utf-8").encode()
            )
            sent[name.lower()] = (name, encoded)
    return [f"{name}: {value}" for name, value in sent.values()]


def _encoded(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8").encode()
