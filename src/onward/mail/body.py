"""Choose and decode the readable text of a message's parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onward.mail.calendar_part import parse_calendar
from onward.mail.charsets import decode_bytes
from onward.mail.html_text import html_to_text
from onward.mail.parse_fallback import MAX_DEPTH
from onward.mail.parts import MimePart

MAX_PLAIN_CHARS = 60_000
MAX_ATTACHMENT_NAMES = 50
STUB_CHARS = 300
"""Plain text shorter than this may stand in for HTML that says more."""

_CHARSET = re.compile(
    r"charset\*?\s*=\s*(?:[\w-]*'[\w-]*')?[\"']?([^\s\"';]+)", re.IGNORECASE
)
_LINK = re.compile(r"<?https?://\S+")
_LINE_END = re.compile(r"[ \t\xa0]*(?:\r\n?|\n)")
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_FLOWED_BREAK = re.compile(r"(?<=\S) \r?\n(?!>|-- )")
_HTML_START = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)


def text_of(root: MimePart, *, with_links: bool = False) -> str:
    """Return the text that a person would read, plain parts before HTML ones.

    A message that is attached whole is read only where nothing else is.
    """
    text = _tidy("\n\n".join(_texts(root, with_links=with_links)))
    if text:
        return text
    for part in walk(root, with_messages=True):
        if part.is_message and part.children:
            return _tidy("\n\n".join(_texts(part.children[0], with_links=with_links)))
    return ""


def walk(
    part: MimePart, *, depth: int = 0, with_messages: bool = False
) -> Iterator[MimePart]:
    """Yield a part and those beneath it, without the insides of attached messages."""
    yield part
    if depth < MAX_DEPTH and not part.is_message:
        for child in part.children:
            yield from walk(child, depth=depth + 1, with_messages=with_messages)


def attachments_of(root: MimePart) -> tuple[str, ...]:
    """Return the names of attached files, in order, as the sender wrote them."""
    names = (" ".join(_ODD.sub(" ", part.filename).split()) for part in walk(root))
    return tuple(name for name in names if name)[:MAX_ATTACHMENT_NAMES]


def calendar_of(root: MimePart) -> dict[str, str]:
    """Return the properties of the first calendar part; {} where there is none."""
    for part in walk(root):
        if part.content_type.lower() in ("text/calendar", "application/ics"):
            found = parse_calendar(_decoded(part))
            if found:
                return {name: _ODD.sub(" ", value) for name, value in found.items()}
    return {}


def _texts(part: MimePart, *, with_links: bool, depth: int = 0) -> Iterator[str]:
    """Yield the chosen texts beneath a part, in the order they are read."""
    kind = part.content_type.lower()
    if depth > MAX_DEPTH or part.is_message:
        return
    if kind == "multipart/alternative":
        yield _best_alternative(part, with_links=with_links, depth=depth)
    elif part.children:
        for child in part.children:
            yield from _texts(child, with_links=with_links, depth=depth + 1)
    elif part.disposition != "attachment" and kind in _READERS:
        yield _leaf_text(part, kind=kind, with_links=with_links)


def _best_alternative(part: MimePart, *, with_links: bool, depth: int) -> str:
    """Return the plain text, unless it is a stub beside HTML that says more."""
    plain = ""
    rich: list[MimePart] = []
    for child in part.children:
        if child.content_type.lower() in ("text/plain", "text"):
            plain = plain or _leaf_text(child, kind="text/plain", with_links=with_links)
        else:
            rich.append(child)
    words = _LINK.sub("", plain[:4_000]).strip()
    if len(words) >= STUB_CHARS or (words and not rich):
        return plain
    html = "\n\n".join(
        text
        for child in rich
        for text in _texts(child, with_links=with_links, depth=depth + 1)
    )
    return html if len(html.strip()) > 2 * len(words) else plain


def _leaf_text(part: MimePart, *, kind: str, with_links: bool) -> str:
    text = _decoded(part)
    if kind == "text/html" or _HTML_START.match(text):
        return html_to_text(text, with_links=with_links)
    text = text[:MAX_PLAIN_CHARS]
    if "format=flowed" in _content_type(part).lower():
        text = _FLOWED_BREAK.sub(" ", text)
    return text


_READERS = frozenset({"text/plain", "text", "text/html", "text/enriched"})


def _decoded(part: MimePart) -> str:
    content = part.content or b""
    match = _CHARSET.search(_content_type(part))
    return decode_bytes(content, charset=match[1] if match else "")


def _content_type(part: MimePart) -> str:
    for name, values in part.headers.items():
        if len(name) == 12 and name.lower() == "content-type":
            return values[0]
    return ""


def _tidy(text: str) -> str:
    """Return text with plain line ends, and without invisible or control signs."""
    text = _ODD.sub(" ", _LINE_END.sub("\n", text))
    if not text.isascii():
        text = _INVISIBLE.sub("", text).replace("\xa0", " ")
    return _BLANK_LINES.sub("\n\n", text).strip()
