"""Choose and decode the readable text of a message's parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onward.mail.calendar_part import parse_calendar
from onward.mail.charsets import decode_bytes
from onward.mail.headers import decode_header
from onward.mail.html_text import first_words, html_glance, html_to_text, visible
from onward.mail.parse_fallback import MAX_DEPTH
from onward.mail.parts import MimePart

MAX_ATTACHMENT_NAMES = 50
STUB_CHARS = 300
"""Plain text shorter than this may stand in for HTML that says more."""


@dataclass(frozen=True, slots=True)
class Depth:
    """How much of each part is wanted, HTML with its markup."""

    plain_chars: int
    html_chars: int


FIRST = Depth(plain_chars=6_000, html_chars=3_000)
"""What the gate reads first; most ordinary mail has said enough there."""

GLANCE = Depth(plain_chars=6_000, html_chars=60_000)
"""What the gate reads of the rest."""

WHOLE = Depth(plain_chars=60_000, html_chars=200_000)

_READ = {FIRST: first_words, GLANCE: html_glance, WHOLE: html_to_text}
_PLAIN = frozenset({"text/plain", "text"})
_CALENDARS = frozenset({"text/calendar", "application/ics"})
_HTML = "text/html"
_READERS = _PLAIN | {_HTML, "text/enriched"}
_CHARSET = re.compile(
    r"charset\*?\s*=\s*(?:[\w-]*'[\w-]*')?[\"']?([^\s\"';]+)", re.IGNORECASE
)
_LINK = re.compile(r"<?https?://\S+")
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BLANK_LINES = re.compile(r"\n{3,}")
_FLOWED_BREAK = re.compile(r"(?<=\S)(?<!\n--) \r?\n(?!>|-- )")
_HTML_START = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)


def glance_of(root: MimePart, *, depth: Depth = GLANCE) -> str:
    """Return the beginning of the text, good enough to ask the gate, and quick."""
    return _joined(root, depth=depth)


def holds_html(root: MimePart) -> bool:
    """Return whether any part is HTML, of which a first look reads less."""
    return any(part.content_type.lower() == _HTML for part in walk(root))


def text_of(root: MimePart) -> str:
    """Return the text that a person would read, plain parts before HTML ones."""
    text = _ODD.sub(" ", _joined(root, depth=WHOLE).replace("\r\n", "\n"))
    text = text.replace("\r", "\n")
    text = visible(text).replace("\xa0", " ")
    lines = [line.rstrip() for line in text.split("\n")]
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def _joined(root: MimePart, *, depth: Depth) -> str:
    """Return the chosen texts; an attached message is read where nothing else is."""
    text = "\n\n".join(_texts(root, depth=depth))
    if text and not text.isspace():
        return text
    for part in walk(root):
        if part.is_message and part.children:
            inside = part.children[0]
            return "\n\n".join((_block_of(inside), *_texts(inside, depth=depth)))
    return ""


def _block_of(part: MimePart) -> str:
    """Return who wrote an attached message and its subject, as mail sent on shows them."""
    values = {name.lower(): each[0] for name, each in part.headers.items() if each}
    lines = (
        f"{name.capitalize()}: {decode_header(values[name].encode('utf-8', 'replace'))}"
        for name in ("from", "date", "subject")
        if name in values
    )
    return "\n".join(lines)


def walk(part: MimePart, *, level: int = 0) -> Iterator[MimePart]:
    """Yield a part and those beneath it, without the insides of attached messages."""
    yield part
    if level < MAX_DEPTH and not part.is_message:
        for child in part.children:
            yield from walk(child, level=level + 1)


def attachments_of(root: MimePart) -> tuple[str, ...]:
    """Return the names of attached files, in order, as the sender wrote them."""
    names = (
        decode_header(part.filename.encode("utf-8", "replace")) for part in walk(root)
    )
    return tuple(name for name in names if name)[:MAX_ATTACHMENT_NAMES]


def calendar_of(root: MimePart) -> dict[str, str]:
    """Return the properties of the first calendar part; {} where there is none."""
    for part in walk(root):
        if part.content_type.lower() in _CALENDARS:
            text = _decoded(part, content_type=_content_type(part))
            found = parse_calendar(text)
            if found:
                return {name: _ODD.sub(" ", value) for name, value in found.items()}
    return {}


def has_calendar(root: MimePart) -> bool:
    """Return whether any part is one of a calendar; what it holds is not looked at."""
    return any(part.content_type.lower() in _CALENDARS for part in walk(root))


def _texts(part: MimePart, *, depth: Depth, level: int = 0) -> list[str]:
    """Return the chosen texts beneath a part, in the order they are read."""
    kind = part.content_type.lower()
    if kind in _READERS:
        if part.disposition == "attachment":
            return []
        return [_leaf_text(part, kind=kind, depth=depth)]
    if kind in _CALENDARS and depth is not WHOLE:
        return [_decoded(part, content_type=_content_type(part))[: depth.plain_chars]]
    if level > MAX_DEPTH or part.is_message:
        return []
    if kind == "multipart/alternative":
        return [_best_alternative(part, depth=depth, level=level)]
    texts = []
    for child in part.children:
        texts.extend(_texts(child, depth=depth, level=level + 1))
    return texts


def _best_alternative(part: MimePart, *, depth: Depth, level: int) -> str:
    """Return the plain text, unless it is a stub beside HTML that says more."""
    plain = ""
    rich: list[MimePart] = []
    for child in part.children:
        if plain or child.content_type.lower() not in _PLAIN:
            rich.append(child)
        else:
            plain = _leaf_text(child, kind="text/plain", depth=depth)
    words = plain[: 4 * STUB_CHARS].strip()
    if "://" in words:
        words = _LINK.sub("", words).strip()
    if len(words) >= STUB_CHARS or (words and not rich):
        return plain
    texts = []
    for child in rich:
        texts.extend(_texts(child, depth=depth, level=level + 1))
    html = "\n\n".join(texts)
    return html if len(html.strip()) > 2 * len(words) else plain


def _leaf_text(part: MimePart, *, kind: str, depth: Depth) -> str:
    content_type = _content_type(part)
    text = _decoded(part, content_type=content_type)
    if kind == _HTML or _HTML_START.match(text):
        return _READ[depth](text, max_chars=depth.html_chars)
    text = text[: depth.plain_chars]
    if depth is not WHOLE:
        text = visible(text)
    if "flowed" in content_type.lower():
        text = _FLOWED_BREAK.sub(" ", text)
    return text


def _decoded(part: MimePart, *, content_type: str) -> str:
    return decode_bytes(part.content or b"", charset=_charset_of(content_type))


@lru_cache(maxsize=1024)
def _charset_of(content_type: str) -> str:
    match = _CHARSET.search(content_type)
    return match[1] if match else ""


def _content_type(part: MimePart) -> str:
    for name, values in part.headers.items():
        if len(name) == 12 and name.lower() == "content-type":
            return values[0]
    return ""
