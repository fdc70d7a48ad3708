"""Read the header lines of a raw message, however odd they are."""

from __future__ import annotations

import email.errors
import email.header
import re
from collections.abc import Collection
from datetime import UTC, datetime
from email.utils import mktime_tz, parsedate_tz

from onward.mail.charsets import decode_bytes
from onward.mail.rules.types import Address

_HEAD_END = re.compile(rb"\n\r?\n")
_FOLD = re.compile(rb"[\r\n]+[ \t]+")
_WORD_GAP = re.compile(r"(=\?[^?\s]+\?[bBqQ]\?[^?]*\?=)(?==\?|\S)")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_ADDRESS = re.compile(
    r'(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<name>[^<>",;:]*))\s*'
    r"<\s*(?P<angled>[^<>\s]+)\s*>|(?P<bare>[^\s,;:<>\"()]+@[^\s,;:<>\"()]+)"
)


def head_of(raw: bytes) -> bytes:
    """Return the header lines of a raw message, up to its first blank line."""
    end = _HEAD_END.search(raw)
    return raw if end is None else raw[: end.start() + 1]


def header_bytes(head: bytes, *, name: bytes) -> bytes:
    """Return one header's first raw value, unfolded; empty where there is none.

    Args:
        name: As most mail programs write it, e.g. b"Subject"; other cases are
            found too, more slowly.
    """
    mark = b"\n" + name + b":"
    at = -1 if head.startswith(mark[1:]) else head.find(mark)
    if at == -1 and not head.startswith(mark[1:]):
        at = head.lower().find(mark.lower())
        if at == -1 and not head[: len(mark)].lower().startswith(mark[1:].lower()):
            return b""
    start = at + len(mark)
    end = head.find(b"\n", start)
    while end != -1 and head[end + 1 : end + 2] in (b" ", b"\t"):
        end = head.find(b"\n", end + 1)
    value = head[start:] if end == -1 else head[start:end]
    return _FOLD.sub(b" ", value).strip()


def headers_of(head: bytes, *, wanted: Collection[str]) -> dict[str, list[bytes]]:
    """Return raw unfolded values of the wanted headers, by lower-case name.

    Args:
        wanted: Lower-case names; one that ends in "-*" stands for all that start so.
    """
    prefixes = tuple(name[:-1] for name in wanted if name.endswith("-*"))
    found: dict[str, list[bytes]] = {}
    for line in _FOLD.sub(b" ", head).splitlines():
        raw_name, colon, value = line.partition(b":")
        name = raw_name.strip().decode("latin-1").lower()
        if colon and (name in wanted or (prefixes and name.startswith(prefixes))):
            found.setdefault(name, []).append(value.strip())
    return found


def decode_header(value: bytes) -> str:
    """Return a header value as one line of text: RFC 2047 words, or bare 8-bit bytes."""
    text = decode_bytes(value, charset="")
    if "=?" in text:
        text = _decode_words(text)
    return " ".join(_CONTROLS.sub(" ", text).split())


def _decode_words(text: str) -> str:
    # Words glued to their neighbours are common, and Python reads only spaced ones.
    spaced = _WORD_GAP.sub(r"\1 ", text)
    try:
        pieces = email.header.decode_header(spaced)
    except (email.errors.HeaderParseError, ValueError):
        return text
    return "".join(
        piece if isinstance(piece, str) else decode_bytes(piece, charset=charset or "")
        for piece, charset in pieces
    )


def addresses_of(value: bytes) -> tuple[Address, ...]:
    """Return the addresses of a From, To or Reply-To value, in order.

    Commas inside a name that nobody quoted ("Talnova, Inc. <…>") stay in the name
    when the value is a single address.
    """
    text = decode_bytes(value, charset="")
    if text.count("<") == 1 and text.count("@") <= 1:
        name, _, rest = text.partition("<")
        angled = rest.partition(">")[0].strip()
        if "@" in angled:
            return (_address(name.strip().strip('"'), angled),)
    found = [
        _address(
            match["quoted"] or (match["name"] or "").strip(),
            match["angled"] or match["bare"],
        )
        for match in _ADDRESS.finditer(text)
    ]
    if not found and "=?" in text:
        decoded = decode_header(value)
        return addresses_of(decoded.encode()) if "=?" not in decoded else ()
    return tuple(found)


def _address(name: str, address: str) -> Address:
    unquoted = name.replace('\\"', '"').replace("\\\\", "\\")
    return Address(
        name=decode_header(unquoted.encode("utf-8", "replace")).strip("'\" "),
        address=address.strip("'\"").lower(),
    )


def moment_of(value: str) -> datetime | None:
    """Return a header date as an aware UTC moment, or None where it is none."""
    try:
        parts = parsedate_tz(value)
        if parts is None:
            return None
        return datetime.fromtimestamp(mktime_tz(parts), tz=UTC)
    except (ValueError, OverflowError, OSError, IndexError, TypeError):
        return None
