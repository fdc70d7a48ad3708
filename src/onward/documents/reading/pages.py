"""Read saved web pages: their readable text, and the opening that they describe."""

from __future__ import annotations

import email
import email.message
import re
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from selectolax.lexbor import LexborHTMLParser

from onward.core.dates import in_reach
from onward.documents.reading.result import Unreadable
from onward.documents.rules.job_posting import Posting, find_posting
from onward.documents.rules.kinds import FileFormat, Problem
from onward.mail.charsets import decode_bytes
from onward.mail.html_text import html_to_text

MAX_HTML_CHARS = 4_000_000
_LEAST_CHARS = 250
"""Text shorter than this may be a banner in front of the advert."""

_ITEM = re.compile(r"(<li\b[^>]*>)", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The main page inside an MHTML file.

    Attributes:
        saved_at: When the browser saved it, aware; None where it does not say.
    """

    html: str
    address: str = ""
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A web page as a person reads it."""

    title: str
    text: str
    posting: Posting | None


def unwrap_mhtml(data: bytes) -> SavedPage:
    """Return the page that an MHTML file holds.

    Raises:
        Unreadable: If there is no page of HTML in it.
    """
    message = email.message_from_bytes(data)
    part = _html_part(message)
    if part is None:
        raise Unreadable(Problem.DAMAGED, FileFormat.MHTML)
    payload = part.get_payload(decode=True)
    body = payload if isinstance(payload, bytes) else b""
    address = message.get("Snapshot-Content-Location") or part.get("Content-Location")
    return SavedPage(
        html=decode_bytes(body, charset=part.get_content_charset() or ""),
        address=_web(str(address or "")),
        saved_at=_moment(message.get("Date")),
    )


def _html_part(message: email.message.Message) -> email.message.Message | None:
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            return part
    return None


def _web(address: str) -> str:
    address = "".join(address.split())
    return address if address.startswith(("https://", "http://")) else ""


def _moment(value: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value or "")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return in_reach(moment) if moment.tzinfo is not None else None


def decode_html(data: bytes, *, charset: str = "") -> str:
    """Return the HTML in these bytes: by its declared charset, else by what it looks like."""
    found = _CHARSET.search(data[:4096])
    declared = charset or (found[1].decode("ascii", "replace") if found else "")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return decode_bytes(data, charset=declared)


def plain_html(html: str) -> str:
    """Return the visible words of HTML, a line a block, items of lists begun by "- "."""
    return html_to_text(_ITEM.sub(r"\1- ", html), max_chars=MAX_HTML_CHARS)


def read_page(html: str) -> Page:
    """Return the readable text of a page, and the opening its JSON-LD describes, if any."""
    html = html[:MAX_HTML_CHARS]
    tree = LexborHTMLParser(html)
    scripts = [
        node.text(deep=True) for node in tree.css('script[type*="ld+json" i]')[:50]
    ]
    posting = find_posting(scripts, plain=plain_html)
    title = _title(tree)
    if posting is not None and len(posting.text) >= _LEAST_CHARS:
        return Page(title, posting.text, posting)
    readable = _readable(html)
    if posting is not None and len(posting.text) > len(readable):
        readable = posting.text
    return Page(title, readable, posting)


def _title(tree: LexborHTMLParser) -> str:
    for selector in ("h1", 'meta[property="og:title"]', "title"):
        for node in tree.css(selector)[:3]:
            text = (
                node.attributes.get("content") if selector.startswith("meta") else None
            )
            words = " ".join((text or node.text(deep=True)).split())
            if words:
                return words[:300]
    return ""


def _readable(html: str) -> str:
    """Return the main text of a page; all its words where the main text is hardly any."""
    # Here, since it takes most of the time that a reading's process needs to start.
    import trafilatura

    main: str = (
        trafilatura.extract(
            html,
            output_format="txt",
            include_comments=False,
            include_tables=True,
            favor_recall=True,
        )
        or ""
    )
    if len(main) >= _LEAST_CHARS:
        return main
    everything = plain_html(html)
    return everything if len(everything) > len(main) else main
