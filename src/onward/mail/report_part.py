"""The parts of a report that a mail did not arrive (RFC 3464), whichever parser read them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from onward.mail.body import walk
from onward.mail.certified import receipt_in
from onward.mail.headers import Head
from onward.mail.parts import MimePart
from onward.mail.rules.around.certified import Receipt, told_of_others
from onward.mail.rules.around.returned import reported, says_returned
from onward.mail.rules.types import Returned

_STATUS = frozenset({"message/delivery-status", "message/global-delivery-status"})
_HEADERS = frozenset(
    {"text/rfc822-headers", "message/rfc822-headers", "message/global-headers"}
)
_OF_POST = frozenset({Receipt.GONE, Receipt.LATE})
_READ_BYTES = 100_000
_Fields = dict[str, str]


def may_be_returned(head: Head, *, subject: str, text: Callable[[], str]) -> bool:
    """Say whether a mail is of a server that gave up on another, mostly by its headers alone."""
    if receipt_in(head, subject=subject, text=text) in _OF_POST:
        return True
    return says_returned(
        content_type=head.first(b"content-type").decode("ascii", "replace"),
        failed=head.first(b"x-failed-recipients").decode("ascii", "replace"),
        sender=head.first(b"from").decode("ascii", "replace"),
        subject=lambda: subject,
    )


def returned_of(
    head: Head, root: MimePart, *, subject: str, text: str
) -> Returned | None:
    """Return what a report says of a mail that did not arrive; None for any other mail."""
    if not may_be_returned(head, subject=subject, text=lambda: text):
        return None
    receipt = receipt_in(head, subject=subject, text=lambda: text)
    if receipt in _OF_POST:
        named = head.first(b"x-riferimento-message-id").decode("ascii", "replace")
        told = reported(
            [],
            headers={"message-id": named},
            text=told_of_others(text),
            subject="",
        )
        return replace(told, addresses=()) if receipt is Receipt.LATE else told
    recipients: list[_Fields] = []
    headers: _Fields = {}
    for part in walk(root):
        kind = part.content_type.lower()
        if kind in _STATUS:
            recipients += _groups(part)
        elif kind in _HEADERS and not headers:
            headers = _fields(_decoded(part.content or b""))
        elif part.is_message and part.children and not headers:
            headers = _plain(part.children[0].headers)
    return reported(
        [each for each in recipients if "final-recipient" in each],
        headers=headers,
        text=text,
        subject=subject,
        failed=head.first(b"x-failed-recipients").decode("ascii", "replace"),
    )


def _groups(part: MimePart) -> Iterator[_Fields]:
    """Yield the fields of each group; the standard library reads them as messages."""
    if part.content is None:
        for child in part.children:
            yield _plain(child.headers)
        return
    text = _decoded(part.content)
    for group in text.replace("\r\n", "\n").split("\n\n"):
        yield _fields(group)


def _decoded(content: bytes) -> str:
    return content[:_READ_BYTES].decode("utf-8", "replace")


def _fields(lines: str) -> _Fields:
    """Return header lines as fields, the first of a name; lines that go on are joined."""
    found: _Fields = {}
    name = ""
    for line in lines.replace("\r\n", "\n").strip("\n").split("\n"):
        if line[:1] in {" ", "\t"} and name:
            found[name] += f" {line.strip()}"
            continue
        before, colon, value = line.partition(":")
        name = before.strip().lower() if colon else ""
        if name in found:
            name = ""
        elif name:
            found[name] = value.strip()
    return found


def _plain(headers: dict[str, list[str]]) -> _Fields:
    return {
        name.lower(): " ".join(values[0].split())
        for name, values in headers.items()
        if values
    }
