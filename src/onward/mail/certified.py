"""Open certified mail: the mail that the post put into one of its own."""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Callable
from typing import NamedTuple

from onward.mail.headers import Head, decode_header, views_of
from onward.mail.rules.around.certified import Receipt, is_envelope, receipt_of

INSIDE = b"postacert.eml"
"""What the post calls the mail that it carries."""

_MESSAGE = b"message/rfc822"
SIGNS = (b"x-trasporto:", b"x-ricevuta:", b"posta-certificata@")
"""Without any of these in its headers a mail is not the post's: a look that takes no time."""

# Where a part begins: its boundary, and the header lines that stand below it. Each is
# bounded, and blanks behind a boundary are taken with it, so that a made-up line is looked
# at once only.
_PART = re.compile(
    rb"^--([^\r\n]{1,100})\r?\n"
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
_MOST_ENVELOPES = 3


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
    envelope is all there is. Mail that a certified mailbox sent on by itself lies in two.
    """
    mail = Mail(*views_of(raw))
    for _ in range(_MOST_ENVELOPES):
        inside = _inside(bytes(mail.body)) if _holds_mail(mail.head) else None
        if inside is None:
            break
        mail = _joined(mail, inside)
    return mail


def receipt_in(head: Head, *, subject: str, text: Callable[[], str]) -> Receipt:
    """Return what a mail says as a receipt of the post; its text is seldom asked for."""
    if not head.holds(SIGNS):
        return Receipt.NONE
    return receipt_of(
        kind=head.first(b"x-ricevuta").decode("ascii", "replace"),
        sender=head.first(b"from").decode("ascii", "replace"),
        subject=lambda: subject,
        text=text,
    )


def _holds_mail(head: Head) -> bool:
    return head.holds(SIGNS) and is_envelope(
        kind=head.first(b"x-trasporto").decode("ascii", "replace"),
        sender=head.first(b"from").decode("ascii", "replace"),
        subject=lambda: decode_header(head.first(b"subject")),
    )


def _inside(body: bytes) -> tuple[Head, bytes] | None:
    """Return the attached mail, whole as it was written; None where there is none to read."""
    for part in _PART.finditer(body):
        lines = Head(part[2])
        kind = lines.first(b"content-type").lower()
        if not kind.startswith(_MESSAGE) and INSIDE not in part[2].lower():
            continue
        end = _end_of(body, boundary=part[1].rstrip(), start=part.end() - 1)
        content = body[part.end() : end]
        how = lines.first(b"content-transfer-encoding").lower()
        head, inner = views_of(_decoded(content, how=how))
        is_read = head.first(b"from") and bytes(inner).strip()
        return (head, bytes(inner)) if is_read else None
    return None


def _end_of(body: bytes, *, boundary: bytes, start: int) -> int:
    """Return where the next line of a boundary begins; the body's end where none is.

    That of a part inside may begin as the outer one does ("mix", "mix_1").
    """
    line = rb"(?<=\n)--" + re.escape(boundary) + rb"(?:--)?[ \t]*(?:\r?\n|\Z)"
    found = re.compile(line).search(body, start)
    return len(body) if found is None else found.start()


def _decoded(content: bytes, *, how: bytes) -> bytes:
    """Return what was packed for transport, as far as it came."""
    if b"base64" in how:
        plain = _NOT_BASE64.sub(b"", content)
        # A last letter alone holds no byte.
        plain = plain[: len(plain) - (len(plain) % 4 == 1)]
        return binascii.a2b_base64(plain + b"=" * (-len(plain) % 4))
    return quopri.decodestring(content) if b"quoted" in how else content


def _joined(envelope: Mail, inside: tuple[Head, bytes]) -> Mail:
    """Return the mail inside with the lines that its envelope alone has, those first."""
    head, body = inside
    outer = envelope.head.values(wanted=_OF_ENVELOPE | {*_STAND_INS, *_NAMES})
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
    return Mail(Head(raw), body, b" ".join(filter(None, (envelope.also_named, *named))))
