"""Parse raw mail into a `Message`: the fast parser first, the standard library behind."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Literal, TypeVar

from onward.mail.body import (
    FIRST,
    GLANCE,
    Depth,
    attachments_of,
    calendar_of,
    glance_of,
    holds_html,
    text_of,
)
from onward.mail.certified import mail_of, receipt_in
from onward.mail.headers import (
    Head,
    addresses_of,
    decode_header,
    message_ids,
    moment_of,
)
from onward.mail.labels import gmail_labels, says_sent
from onward.mail.parse_fallback import mended, parse_standard
from onward.mail.parts import MimePart
from onward.mail.report_part import returned_of
from onward.mail.rules.around.certified import Receipt
from onward.mail.rules.types import Address, Message

try:
    from fast_mail_parser import ParseError, parse_email_tree
except ImportError:  # no wheel for this platform: slower, the same result
    HAS_FAST_PARSER = False
    _NOT_DECODED: tuple[type[Exception], ...] = (ValueError,)
else:
    HAS_FAST_PARSER = True
    _NOT_DECODED = (ParseError, ValueError)

Parser = Literal["fast", "stdlib"]
_Read = TypeVar("_Read")

MAX_TEXT_CHARS = 20_000
MAX_SUBJECT_CHARS = 1_000
KEPT_PART_BYTES = 1_000_000
"""How much of one part is looked at; attachments are longer, words are not."""

KEPT_HEADERS = frozenset(
    {"return-path", "reply-to", "list-id", "list-unsubscribe", "precedence"}
    | {"auto-submitted", "references", "in-reply-to", "x-gm-thrid", "x-gmail-labels"}
    | {
        "x-ricevuta",
        "x-mailer",
        "x-workday-*",
        "x-icims-*",
        "x-linkedin-*",
        "x-indeed-*",
    }
)
"""Headers that a Message carries; besides them, "dkim-domains" and "labels"."""

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
LATEST_AHEAD = timedelta(days=2)

_READ_HEADERS = KEPT_HEADERS | {
    *("from", "sender", "to", "subject", "date", "message-id", "received"),
    "dkim-signature",
}
_FIRST_BYTES = 6_000
_IS_HTML = re.compile(rb"^content-type:\s*text/html", re.IGNORECASE | re.MULTILINE)
_DKIM_DOMAIN = re.compile(rb"(?:^|[;\s])d=\s*([^;\s]+)")
_FROM_HOST = re.compile(rb"@([A-Za-z0-9.-]+)")
# Looked for only where one can begin: else a long word without "@" is read from each letter.
_FROM_ADDRESS = re.compile(rb"(?<![^\s<>\"'(),:;@])[^\s<>\"'(),:;@]+@[A-Za-z0-9.-]+")
_MESSAGE_ID = re.compile(r"<\s*([^<>\s][^<>]*?)\s*>")
_ENVELOPE_DATE = re.compile(rb"((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b.*)")
_FROM_QUOTE = re.compile(r"^>(>*From )", re.MULTILINE)
_NO_HEADER: Sequence[bytes] = (b"",)


class Opened:
    """A message read far enough for the gate; what more is asked for is read then.

    Of certified mail, the message is the one inside.

    Attributes:
        also_named: Message-IDs that it has besides its first, as a header has them.
        mime: What a MIME parser needs of it: the Content-… headers and the body.
        beginning: The first words of its text, those of HTML from few lines of markup.
    """

    __slots__ = (
        *("_body_at", "_parser", "_root", "_text"),
        *("also_named", "beginning", "head", "mime", "subject"),
    )

    def __init__(self, raw: bytes, *, parser: Parser) -> None:
        self.head, body, self.also_named = mail_of(raw)
        # The other headers would cost the parser more than the body does.
        lines = self.head.mime_lines()
        self.mime = b"".join((lines, body))
        self._body_at = len(lines)
        self.subject = decode_header(self.head.first(b"subject"))[:MAX_SUBJECT_CHARS]
        self._parser = parser
        self._root: MimePart | None = None
        self._text: str | None = None
        self.beginning = self._first_words()

    @property
    def root(self) -> MimePart:
        """The parts of the message."""
        if self._root is None:
            self._root = _root(self.mime, parser=self._parser)
            if _is_hollow(self._root):
                self.mime = mended(self.mime[self._body_at :])
                self._root = _root(self.mime, parser=self._parser)
        return self._root

    @property
    def text(self) -> str:
        """The beginning of the text, as it stands: as much as the gate ever asks for."""
        if self._text is None:
            is_all = not holds_html(self.root)
            self._text = self.beginning if is_all else self._glance(GLANCE)
        return self._text

    @property
    def sender_host(self) -> str:
        """Host of the address that it says it is from; "" where it says none."""
        return sender_host(self.head)

    @property
    def receipt(self) -> Receipt:
        """What it says as a receipt of certified mail; NONE for any other mail."""
        return receipt_in(self.head, subject=self.subject, text=lambda: self.beginning)

    def _first_words(self) -> str:
        start, end = self._body_at, self._body_at + _FIRST_BYTES
        if len(self.mime) > end and _IS_HTML.search(self.mime, 0, start):
            # Decoding all of it costs more than the words that are looked at.
            cut = self.mime[: self.mime.rfind(b"\n", start, end)]
            try:
                return glance_of(_root(cut, parser=self._parser), depth=FIRST)
            except _NOT_DECODED:
                pass
        return self._glance(FIRST)

    def _glance(self, depth: Depth) -> str:
        return self.read(partial(glance_of, depth=depth))

    def read(self, of: Callable[[MimePart], _Read]) -> _Read:
        """Return what is read of its parts, by the lenient parser where the fast one ends."""
        try:
            return of(self.root)
        except _NOT_DECODED:
            self._root = parse_standard(self.mime)
            return of(self._root)


def parse_message(
    raw: bytes,
    *,
    is_sent: bool = False,
    parser: Parser = "fast",
    labels: Sequence[str] = (),
    envelope: bytes = b"",
    now: datetime | None = None,
) -> Message:
    """Return a raw message decoded; never raises, whatever the bytes are.

    Args:
        is_sent: The file or folder says that the person wrote it.
        parser: "stdlib" leaves the fast parser out; the result is the same.
        labels: Names of the folders that the message lies in.
        envelope: The mbox separator line, whose date stands in for a missing one.
        now: Aware moment against which dates in the future are judged.
    """
    return complete(
        open_message(raw, parser=parser),
        is_sent=is_sent,
        labels=labels,
        envelope=envelope,
        now=now,
    )


def sender_host(head: Head) -> str:
    """Return the host of the address that a mail says it is from; "" where it says none."""
    hosts = _FROM_HOST.findall(head.first(b"from"))
    return hosts[-1].decode().lower() if hosts else ""


def sender_address(head: Head) -> str:
    """Return the address that a mail says it is from, lower case; "" where it says none."""
    found = _FROM_ADDRESS.findall(head.first(b"from"))
    return found[-1].decode("ascii", "replace").lower() if found else ""


def open_message(raw: bytes, *, parser: Parser = "fast") -> Opened:
    """Return subject and first words of a raw message: what the gate needs, no more."""
    if len(raw) > KEPT_PART_BYTES:
        raw = shortened(raw)
    return Opened(raw, parser=parser)


def complete(
    opened: Opened,
    *,
    is_sent: bool = False,
    labels: Sequence[str] = (),
    envelope: bytes = b"",
    now: datetime | None = None,
) -> Message:
    """Return the whole `Message` of an opened one; done for gated mail alone."""
    found = opened.head.values(wanted=_READ_HEADERS)
    text, calendar = _contents(opened)
    sender = _sender(found)
    date = decode_header(_first(found, "date"))
    identity = _identity(found, date=date, sender=sender, subject=opened.subject)
    key = hashlib.sha256(f"{identity}\n{folded_text(text)}".encode()).hexdigest()
    all_labels = (*gmail_labels(_first(found, "x-gmail-labels")), *labels)
    reply_to = addresses_of(_first(found, "reply-to"))
    return Message(
        key=key,
        message_id=identity if "\n" not in identity else f"{key[:32]}@no-id.invalid",
        sent_at=_sent_at(date, found=found, envelope=envelope, now=now),
        sender=sender,
        subject=opened.subject,
        text=text,
        reply_to=reply_to[0] if reply_to else Address(),
        to=addresses_of(b", ".join(found.get("to", ()))),
        headers=_kept(found, labels=all_labels, also_named=opened.also_named),
        calendar=calendar,
        attachment_names=attachments_of(opened.root),
        is_sent=is_sent or says_sent(all_labels),
        returned=opened.read(
            partial(returned_of, opened.head, subject=opened.subject, text=text)
        ),
    )


def shortened(raw: bytes) -> bytes:
    """Return a large message with each part cut to its first KEPT_PART_BYTES.

    Parts are told by lines that begin with "--"; the cut falls on a line's end, so
    that base64 and quoted-printable still decode.
    """
    kept = []
    start = 0
    while start < len(raw):
        end = raw.find(b"\n--", start + 1)
        end = len(raw) if end == -1 else end
        if end - start > KEPT_PART_BYTES:
            cut = raw.rfind(b"\n", start, start + KEPT_PART_BYTES)
            kept.append(raw[start : cut if cut > start else start + KEPT_PART_BYTES])
        else:
            kept.append(raw[start:end])
        start = end
    return b"".join(kept)


def _root(mime: bytes, *, parser: Parser) -> MimePart:
    """Return the MIME tree by the parser that was asked for, or by the lenient one."""
    if parser == "fast" and HAS_FAST_PARSER:
        try:
            return parse_email_tree(mime, mode="lazy")
        except _NOT_DECODED:
            pass
    return parse_standard(mime)


def _is_hollow(root: MimePart) -> bool:
    """Return whether parts are declared and none is there: the boundary is wrong."""
    return root.content_type.lower().startswith("multipart/") and not root.children


def _contents(opened: Opened) -> tuple[str, dict[str, str]]:
    """Return text and calendar."""
    text, calendar = opened.read(lambda root: (text_of(root), calendar_of(root)))
    return _cut(text) or calendar.get("DESCRIPTION", ""), calendar


def _cut(text: str) -> str:
    """Return readable text: line ends, quoted "From " and odd signs put right."""
    if ">From " in text:
        text = _FROM_QUOTE.sub(r"\1", text)
    return text[:MAX_TEXT_CHARS].strip()


def folded_text(text: str) -> str:
    """Return text without what transport and re-encoding change: white space, case."""
    return "".join(text.split()).casefold()


def _first(found: Mapping[str, Sequence[bytes]], name: str) -> bytes:
    return found.get(name, _NO_HEADER)[0]


def _sender(found: Mapping[str, Sequence[bytes]]) -> Address:
    senders = addresses_of(_first(found, "from")) or addresses_of(
        _first(found, "sender")
    )
    return senders[0] if senders else Address()


def _identity(
    found: Mapping[str, Sequence[bytes]], *, date: str, sender: Address, subject: str
) -> str:
    """Return the Message-ID, or date, sender and subject on lines of their own."""
    written = decode_header(_first(found, "message-id"))
    match = _MESSAGE_ID.search(written)
    message_id = match[1] if match else written.strip("<> ")
    return message_id or f"{date}\n{sender.address}\n{subject}"


def _kept(
    found: Mapping[str, Sequence[bytes]], *, labels: Sequence[str], also_named: bytes
) -> dict[str, str]:
    headers = {
        name: decode_header(values[0])
        for name, values in found.items()
        if name in KEPT_HEADERS or name.startswith("x-")
    }
    domains = [
        match[1].decode("latin-1").lower()
        for value in found.get("dkim-signature", ())
        if (match := _DKIM_DOMAIN.search(value))
    ]
    if domains:
        headers["dkim-domains"] = " ".join(dict.fromkeys(domains))
    if also_named:
        # Later mail of the same writer names it so.
        named = f"{headers.get('references', '')} {decode_header(also_named)}"
        headers["references"] = " ".join(f"<{name}>" for name in message_ids(named))
    if labels:
        headers["labels"] = ", ".join(dict.fromkeys(labels))
    return headers


def _sent_at(
    date: str,
    *,
    found: Mapping[str, Sequence[bytes]],
    envelope: bytes,
    now: datetime | None,
) -> datetime | None:
    """Return the first believable moment: Date, then Received, then the separator."""
    latest = (now or datetime.now(tz=UTC)) + LATEST_AHEAD
    for value in _dates(date, found=found, envelope=envelope):
        moment = moment_of(value)
        if moment is not None and EARLIEST <= moment <= latest:
            return moment
    return None


def _dates(
    date: str, *, found: Mapping[str, Sequence[bytes]], envelope: bytes
) -> Iterator[str]:
    yield date
    for value in found.get("received", ()):
        yield decode_header(value.rpartition(b";")[2])
    if match := _ENVELOPE_DATE.search(envelope):
        yield decode_header(match[1])
