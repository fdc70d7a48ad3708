"""Open certified mail: the mail that the post put into one of its own."""

from __future__ import annotations

import binascii
import quopri
import re
from typing import NamedTuple

from onward.mail.headers import Head, decode_header, views_of
from onward.mail.rules.around.certified import Receipt, is_envelope, receipt_of

INSIDE = b"postacert.eml"
"""What the post calls the mail that it carries."""

_MESSAGE = b"message/rfc822"
# Where a part begins: its boundary, and the header lines that stand below it. Each is
# bounded, so that made-up lines cost no more than they are long.
_PART = re.compile(
    rb"^--([^\r\n]{1,100}?)[ \t]*\r?\n"
    rb"((?:[!-9;-~]{1,80}:[^\n]*\n(?:[ \t][^\n]*\n){0,20}){1,30})\r?\n",
    re.MULTILINE,
)
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
# What the envelope alone knows: where it lies, and the name that answers give it.
_OF_ENVELOPE = frozenset(
    {"message-id", "x-gmail-labels", "x-gm-thrid", "x-gm-msgid", "received"}
)
_STAND_INS = ("date", "to")
_NAMES = ("message-id", "x-riferimento-message-id")


class Mail(NamedTuple):
    """A mail as its writer wrote it.

    Attributes:
        also_named: Message-IDs that it has besides that of the envelope it came in.
    """

    head: Head
    body: bytes | memoryview
    also_named: bytes = b""


def mail_of(raw: bytes) -> Mail:
    """Return a raw mail's headers and body; of certified mail, those of the mail inside.

    That one keeps the envelope's Message-ID and labels. Where it is missing or broken, the
    envelope is all there is.
    """
    head, body = views_of(raw)
    if _holds_mail(head):
        inside = _inside(bytes(body))
        if inside is not None:
            return _joined(head, inside)
    return Mail(head, body)


def receipt_in(head: Head, *, subject: str | None = None) -> Receipt:
    """Return what a mail says as a receipt of the post, by its headers alone."""
    return receipt_of(
        kind=head.first(b"x-ricevuta").decode("ascii", "replace"),
        sender=head.first(b"from").decode("ascii", "replace"),
        subject=lambda: _subject(head) if subject is None else subject,
    )


def _holds_mail(head: Head) -> bool:
    return is_envelope(
        kind=head.first(b"x-trasporto").decode("ascii", "replace"),
        sender=head.first(b"from").decode("ascii", "replace"),
        subject=lambda: _subject(head),
    )


def _subject(head: Head) -> str:
    return decode_header(head.first(b"subject"))


def _inside(body: bytes) -> tuple[Head, bytes] | None:
    """Return the attached mail, whole as it was written; None where there is none to read."""
    for part in _PART.finditer(body):
        lines = Head(part[2])
        kind = lines.first(b"content-type").lower()
        if not kind.startswith(_MESSAGE) and INSIDE not in part[2].lower():
            continue
        end = body.find(b"\n--" + part[1], part.end() - 1)
        content = body[part.end() : len(body) if end == -1 else end + 1]
        how = lines.first(b"content-transfer-encoding").lower()
        head, inner = views_of(_decoded(content, how=how))
        is_read = head.first(b"from") and bytes(inner).strip()
        return (head, bytes(inner)) if is_read else None
    return None


def _decoded(content: bytes, *, how: bytes) -> bytes:
    """Return what was packed for transport, as far as it came."""
    if how == b"base64":
        plain = _NOT_BASE64.sub(b"", content)
        # A last letter alone holds no byte.
        plain = plain[: len(plain) - (len(plain) % 4 == 1)]
        return binascii.a2b_base64(plain + b"=" * (-len(plain) % 4))
    return quopri.decodestring(content) if how == b"quoted-printable" else content


def _joined(envelope: Head, inside: tuple[Head, bytes]) -> Mail:
    """Return the mail inside with the lines that its envelope alone has, those first."""
    head, body = inside
    outer = envelope.values(wanted=_OF_ENVELOPE | {*_STAND_INS, *_NAMES})
    inner = head.values(wanted={*_STAND_INS, *_NAMES})
    missing = {name for name in _STAND_INS if name not in inner}
    lines = [
        name.encode() + b": " + value
        for name, values in outer.items()
        if name in _OF_ENVELOPE or name in missing
        for value in values
    ]
    named = [*outer.get(_NAMES[1], ()), *(v for n in _NAMES for v in inner.get(n, ()))]
    raw = b"\n".join((*lines, head.raw))
    return Mail(Head(raw), body, b" ".join(named))
