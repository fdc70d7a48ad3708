"""Which parts of a large message are worth fetching, and a message made of those; pure.

A server tells how a message is built without sending it (BODYSTRUCTURE). Words and
invitations are fetched wherever they stand, behind a large file too; of every file only
the lines that name it.

Source: RFC 3501, sections 6.4.5 and 7.4.2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onward.mail.imap.answers import Value

PART_BYTES = 1_000_000
"""How much of one part is fetched; the parser looks at no more."""
ATTACHED_MESSAGE_BYTES = 300_000
_MOST_PARTS = 200
_MOST_BYTES = 4_000_000
_MOST_DEEP = 50
_WORDS = frozenset({"text/plain", "text/html", "text/enriched"})
_CALENDARS = frozenset({"text/calendar", "application/ics"})
_ATTACHED = "message/rfc822"
# What tells that a mail did not arrive, and which.
_REPORTS = frozenset({"message/delivery-status", "text/rfc822-headers"})


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a message, as its server describes it.

    Attributes:
        number: As IMAP counts: "2.1"; empty for a message that has parts.
        kind: Media type, in small letters.
        boundary: What stands between its parts; empty where it has none.
    """

    number: str
    kind: str
    size: int = 0
    boundary: bytes = b""
    is_file: bool = False
    parts: tuple[Part, ...] = ()

    @property
    def most(self) -> int:
        """Return how many bytes of it are worth fetching; 0 for a file."""
        if self.kind in _CALENDARS | _REPORTS or (
            self.kind in _WORDS and not self.is_file
        ):
            return PART_BYTES
        return ATTACHED_MESSAGE_BYTES if self.kind == _ATTACHED else 0


def structure(value: Value) -> Part | None:
    """Return how a message is built; None where that is not to be understood."""
    try:
        root = _part(value, number="", level=0)
    except (_Odd, IndexError, ValueError):
        return None
    every = list(_all(root))
    wanted = sum(min(part.size, part.most) for part in every)
    if len(every) > _MOST_PARTS or wanted > _MOST_BYTES:
        return None
    return root


def sections(root: Part) -> tuple[str, ...]:
    """Return what has to be fetched of a message, as FETCH names it."""
    names = ["BODY.PEEK[HEADER]"]
    for part in _all(root):
        if part is not root and part.number:
            names.append(f"BODY.PEEK[{part.number}.MIME]")
        if not part.parts and part.most and part.size:
            names.append(f"BODY.PEEK[{part.number}]<0.{part.most}>")
    return tuple(names)


def assembled(root: Part, answer: Mapping[bytes, Value]) -> bytes | None:
    """Return a message of what was fetched, each file of it empty.

    None where something is missing, or where the server reads the message otherwise
    than we would.
    """
    try:
        header = _ended(_text(answer, b"BODY[HEADER]"))
        if root.boundary not in header:
            return None
        return header + _body(root, answer)
    except _Odd:
        return None


class _Odd(Exception):  # noqa: N818 -- never leaves this module
    """An answer that is not to be understood."""


def _body(part: Part, answer: Mapping[bytes, Value]) -> bytes:
    if not part.parts:
        if not part.most or not part.size:
            return b""
        content = _text(answer, f"BODY[{part.number}]<0>".encode())
        if part.size > part.most:
            # Whole lines: base64 and quoted-printable then still decode.
            content = content[: content.rfind(b"\n") + 1] or content
        return content
    pieces = []
    for child in part.parts:
        mime = _ended(_text(answer, f"BODY[{child.number}.MIME]".encode()))
        if child.boundary not in mime:
            raise _Odd
        pieces += [b"--", part.boundary, b"\r\n", mime, _body(child, answer), b"\r\n"]
    return b"".join((*pieces, b"--", part.boundary, b"--\r\n"))


def _text(answer: Mapping[bytes, Value], name: bytes) -> bytes:
    value = answer.get(name)
    if not isinstance(value, bytes):
        raise _Odd
    return value


def _ended(header: bytes) -> bytes:
    """Return header lines with the empty line that ends them."""
    return header.rstrip(b"\r\n") + b"\r\n\r\n" if header.strip() else b"\r\n"


def _all(part: Part) -> Iterator[Part]:
    yield part
    for child in part.parts:
        yield from _all(child)


def _part(value: Value, *, number: str, level: int) -> Part:
    if not isinstance(value, list) or not value or level > _MOST_DEEP:
        raise _Odd
    if isinstance(value[0], list):
        return _of_many(value, number=number, level=level)
    kind = f"{_word(value[0])}/{_word(value[1])}"
    size = value[6]
    if not isinstance(size, bytes) or not size.isdigit():
        raise _Odd
    return Part(
        number=number or "1",
        kind=kind,
        size=int(size[:20]),
        is_file=_is_file(value[7:]),
    )


def _of_many(values: Sequence[Value], *, number: str, level: int) -> Part:
    children = []
    for place, value in enumerate(values, start=1):
        if not isinstance(value, list):
            break
        inner = f"{number}.{place}" if number else str(place)
        children.append(_part(value, number=inner, level=level + 1))
    rest = values[len(children) :]
    boundary = _parameter(rest[1], b"boundary") if len(rest) > 1 else b""
    if not boundary:
        raise _Odd
    kind = f"multipart/{_word(rest[0])}"
    return Part(number, kind, boundary=boundary, parts=tuple(children))


def _parameter(value: Value, name: bytes) -> bytes:
    if not isinstance(value, list):
        return b""
    for key, text in zip(value[::2], value[1::2], strict=False):
        if isinstance(key, bytes) and isinstance(text, bytes) and key.lower() == name:
            return text
    return b""


def _is_file(extensions: Sequence[Value]) -> bool:
    """Return whether a part says of itself that it is an attachment."""
    for value in extensions:
        is_pair = isinstance(value, list) and len(value) == 2
        if is_pair and isinstance(value, list) and isinstance(value[0], bytes):
            return value[0].lower() == b"attachment"
    return False


def _word(value: Value) -> str:
    if not isinstance(value, bytes):
        raise _Odd
    return value.decode("ascii", "replace").lower()
