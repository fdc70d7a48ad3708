"""What a server answers to LIST and NAMESPACE, and how folders are spelled there; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from imap_tools.imap_utf7 import utf7_encode

from onward.mail.labels import CONTROL, decoded_name

_LINE = re.compile(
    rb'[^(]*\((?P<marks>[^)]*)\)\s+(?P<delimiter>NIL|"(?:[^"\\]|\\.)*"|\S)\s+(?P<name>.*)',
    re.DOTALL | re.IGNORECASE,
)
_QUOTED = re.compile(rb'"((?:[^"\\]|\\.)*)"', re.DOTALL)
# Nothing else is to be escaped; where a server escapes nothing, `a\b` stays as it is.
_ESCAPED = re.compile(rb'\\(["\\])')
_BARE = re.compile(rb'["\\]')
_PART = re.compile(
    rb'(?P<open>\()|(?P<close>\))|"(?P<text>(?:[^"\\]|\\.)*)"|(?P<atom>[^\s()"]+)'
)
_LITERAL = re.compile(rb"~?\{\d+\+?\}\s*$")
_PERSONAL = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """One folder as the server lists it.

    Attributes:
        name: The whole name, parents included, decoded.
        delimiter: What stands between a parent and its child; "" where there is nothing.
    """

    name: str
    delimiter: str
    marks: tuple[str, ...]

    @property
    def can_hold_mail(self) -> bool:
        """Return whether it is more than a parent of others."""
        return not {"\\noselect", "\\nonexistent"} & {m.lower() for m in self.marks}


@dataclass(frozen=True, slots=True)
class Namespaces:
    """How names begin, and whose folders they are (RFC 2342)."""

    prefixes: tuple[tuple[str, bool], ...] = ()

    def is_of_others(self, name: str) -> bool:
        """Return whether a folder is somebody else's, or shared: the longest beginning says it."""
        if _is_inbox(name):
            return False
        fitting = [
            (len(prefix), not is_others, is_others)
            for prefix, is_others in self.prefixes
            if name.startswith(prefix) or name == prefix[:-1]
        ]
        return max(fitting)[-1] if fitting else False


def listed(found: Iterable[object]) -> list[Listed]:
    """Return the folders of one answer, each once, in the server's order.

    Args:
        found: As imaplib gives it: lines, and pairs of a line with the literal after it.
    """
    folders: dict[str, Listed] = {}
    for folder in _folders(found):
        known = "INBOX" if _is_inbox(folder.name) else folder.name
        before = folders.get(known)
        if before is None or (folder.can_hold_mail and not before.can_hold_mail):
            folders[known] = folder
    return list(folders.values())


def namespaces(found: Iterable[object]) -> Namespaces:
    """Return what a server says of whose folders begin how; nothing where that is no answer."""
    prefixes: list[tuple[str, bool]] = []
    depth = whose = 0
    first: str | None = None
    for sign, text in _parts(found):
        if sign == b"(":
            depth += 1
            first = None if depth == 2 else first
        elif sign == b")":
            depth -= 1
            whose += depth == 0
        elif depth == 0:
            # NIL: there is none of that kind.
            whose += 1
        elif depth == 2 and first is None:
            first = decoded(text)
            prefixes.append((first, whose != _PERSONAL))
    return Namespaces(tuple(prefixes))


def decoded(name: bytes) -> str:
    """Return a folder's name as it is shown; as it stands where it is not what IMAP asks for."""
    if not name.isascii():
        return name.decode("utf-8", errors="replace")
    return decoded_name(name.decode())


def spellings(name: str) -> tuple[bytes, ...]:
    """Return how a folder may have to be named to the server: as IMAP asks, then as it stands."""
    forms = [utf7_encode(name)]
    if not CONTROL.search(name):
        forms.append(name.encode(errors="replace"))
    return tuple(b'"%s"' % _BARE.sub(rb"\\\g<0>", f) for f in dict.fromkeys(forms))


def _is_inbox(name: str) -> bool:
    return name.upper() == "INBOX"


def _folders(found: Iterable[object]) -> Iterator[Listed]:
    for item in found:
        line, literal = item if isinstance(item, tuple) else (item, None)
        match = _LINE.match(line) if isinstance(line, bytes) else None
        if match is None:
            continue
        name = literal if isinstance(literal, bytes) else _text(match["name"])
        if name:
            yield Listed(
                decoded(name),
                _delimiter(match["delimiter"]),
                tuple(match["marks"].decode(errors="replace").split()),
            )


def _text(written: bytes) -> bytes:
    """Return a name out of its quotes; what follows them is not about it."""
    written = written.strip()
    quoted = _QUOTED.match(written)
    if quoted is None:
        return written.strip(b'"')
    rest = written[quoted.end() :]
    if rest and not rest[:1].isspace():
        # Quotes inside that were not escaped.
        return written[1:].removesuffix(b'"')
    return _ESCAPED.sub(rb"\1", quoted[1])


def _delimiter(written: bytes) -> str:
    if written.upper() == b"NIL":
        return ""
    return _ESCAPED.sub(rb"\1", written.strip(b'"')).decode(errors="replace")


def _parts(found: Iterable[object]) -> Iterator[tuple[bytes, bytes]]:
    """Yield parentheses, and texts with an empty sign before them."""
    for item in found:
        line, literal = item if isinstance(item, tuple) else (item, None)
        if not isinstance(line, bytes):
            continue
        for match in _PART.finditer(_LITERAL.sub(b"", line)):
            if match.lastgroup in {"open", "close"}:
                yield match[0], b""
            elif match.lastgroup == "text":
                yield b"", _ESCAPED.sub(rb"\1", match["text"])
            else:
                yield b"", match["atom"]
        if isinstance(literal, bytes):
            yield b"", literal
