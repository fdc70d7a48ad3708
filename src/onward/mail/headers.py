"""Read the header lines of a raw message, however odd they are."""

from __future__ import annotations

import email.errors
import email.header
import re
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from functools import cache

from onward.mail.charsets import decode_bytes
from onward.mail.rules.types import Address

_HEAD_END = re.compile(rb"\n\r?\n")
_OTHER_MARK = {b"\n\n": b"\n\r\n", b"\n\r\n": b"\n\n"}
_FOLD = re.compile(rb"[\r\n]+[ \t]+")
_FOLD_SIGNS = (b" ", b"\t")
_NEWLINE = 10
_HEADER_LINE = re.compile(rb">?From |[!-9;-~]+[ \t]*:")
_SNIFFED_BYTES = 512
_LONG_HEAD_BYTES = 16_384
_WORD_GAP = re.compile(r"(=\?[^?\s]+\?[bBqQ]\?[^?]*\?=)(?==\?|\S)")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_ADDRESS = re.compile(
    r'(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<name>[^<>",;:]*))\s*'
    r"<\s*(?P<angled>[^<>\s]+)\s*>|(?P<bare>[^\s,;:<>\"()]+@[^\s,;:<>\"()]+)"
)


MAX_VALUE_BYTES = 4_000
"""Of one header; also bounds what a made-up header can cost."""


class Head:
    """The header lines of a raw message; names are found in any case."""

    __slots__ = ("_low", "raw")

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self._low = raw.lower()

    def first(self, name: bytes) -> bytes:
        """Return a header's first raw value, unfolded; empty where there is none.

        Args:
            name: Lower-case.
        """
        mark = name + b":"
        if self._low.startswith(mark):
            at = 0
        elif (at := self._low.find(b"\n" + mark) + 1) == 0:
            return b""
        value = self.raw[at + len(mark) : self._end_of(at)][:MAX_VALUE_BYTES]
        return (_FOLD.sub(b" ", value) if b"\n" in value else value).strip()

    def holds(self, signs: Sequence[bytes]) -> bool:
        """Say whether any of some letters, in lower case, stand anywhere in the headers."""
        low = self._low
        for sign in signs:  # noqa: SIM110 -- asked of every mail, twice
            if sign in low:
                return True
        return False

    def mime_lines(self) -> bytes:
        """Return the Content-… lines as they stand: all that a body's parser needs."""
        lines = []
        at = self._low.find(b"content-")
        while at != -1:
            end = self._end_of(at)
            if at == 0 or self._low[at - 1] == _NEWLINE:
                lines.append(self.raw[at:end])
            at = self._low.find(b"content-", end)
        return b"\n".join(lines) + b"\n" if lines else b""

    def values(self, *, wanted: Collection[str]) -> dict[str, list[bytes]]:
        """Return all raw unfolded values of the wanted headers, by lower-case name.

        Args:
            wanted: Lower-case names; "x-some-*" stands for all that begin so.
        """
        found: dict[str, list[bytes]] = {}
        for name in _names(frozenset(wanted)).finditer(self._low):
            value = self.raw[name.end() : self._end_of(name.start())][:MAX_VALUE_BYTES]
            known = found.setdefault(name[1].decode("latin-1"), [])
            known.append(_FOLD.sub(b" ", value).strip())
        return found

    def _end_of(self, at: int) -> int:
        """Return where the header that begins there ends, folded lines included."""
        end = self.raw.find(b"\n", at)
        while end != -1 and self.raw[end + 1 : end + 2] in _FOLD_SIGNS:
            end = self.raw.find(b"\n", end + 1)
        return len(self.raw) if end == -1 else end


@cache
def _names(wanted: frozenset[str]) -> re.Pattern[bytes]:
    """Return an expression for the beginning of any wanted header, lower case."""
    plain = "|".join(
        rf"{re.escape(name[:-1])}[^:\s]*" if name.endswith("-*") else re.escape(name)
        for name in sorted(wanted)
    )
    return re.compile(rf"^({plain})[ \t]*:".encode(), re.MULTILINE)


def split_message(raw: bytes) -> tuple[Head, bytes]:
    """Return the headers and what follows them, the blank line between included."""
    head, body = views_of(raw)
    return head, bytes(body)


def message_ids(named: str) -> list[str]:
    """Return the Message-IDs in the words of a header, in their order, without brackets."""
    return [name for part in named.split() if (name := part.strip("<>,"))]


def views_of(raw: bytes) -> tuple[Head, memoryview]:
    """Return what `split_message` does, without a copy of a body that may be large."""
    if b"\n" not in raw and b"\r" in raw:
        raw = raw.replace(b"\r", b"\n")
    start = raw[:_SNIFFED_BYTES].lstrip(b"\xef\xbb\xbf\r\n")
    if not _HEADER_LINE.match(start):
        return Head(b""), memoryview(b"\n" + raw)
    start_at = min(len(raw), _SNIFFED_BYTES) - len(start)
    end = _end_of_head(raw, start=start_at)
    return Head(raw[start_at:end]), memoryview(raw)[end:]


def _end_of_head(raw: bytes, *, start: int) -> int:
    """Return where the first empty line begins; the message's end where none is."""
    newline = raw.find(b"\n", start)
    mark = b"\n\r\n" if raw[newline - 1 : newline] == b"\r" else b"\n\n"
    end = raw.find(mark, start, _LONG_HEAD_BYTES)
    other = _OTHER_MARK[mark]
    if end != -1 and raw.find(other, start, end) == -1:
        return end + 1
    found = _HEAD_END.search(raw, start)
    return len(raw) if found is None else found.start() + 1


def decode_header(value: bytes) -> str:
    """Return a header value as one line of text: RFC 2047 words, or bare 8-bit bytes."""
    if value.isascii() and b"=?" not in value:
        plain = value.decode("ascii")
        if plain.isprintable():
            return " ".join(plain.split())
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
            return (_address(_unquoted(name.strip()), angled),)
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
    plain = name.replace('\\"', '"').replace("\\\\", "\\")
    return Address(
        name=_unquoted(decode_header(plain.encode("utf-8", "replace"))),
        address=address.strip("'\"").lower(),
    )


def _unquoted(name: str) -> str:
    if len(name) > 1 and name[0] == name[-1] and name[0] in "'\"":
        return name[1:-1].strip()
    return name


def moment_of(value: str) -> datetime | None:
    """Return a header date as an aware UTC moment, or None where it is none."""
    try:
        parts = parsedate_tz(value)
        if parts is None:
            return None
        year, month, day, hour, minute, second, *_, offset = parts
        zone = timezone(timedelta(seconds=offset or 0))
        moment = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=zone)
        return moment.astimezone(UTC)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
