"""Turn text into mail bytes in the tidy and the odd forms that real mailboxes hold."""

from __future__ import annotations

import base64
import quopri
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.header import Header
from html import escape

from onward.demo.invite import Invite

Headers = dict[str, str]
WIDTH = 74
PAGE = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>{title}</title>
<style>body {{ font-family: sans-serif; color: #333 }} .foot {{ font-size: 11px }}</style>
</head><body>
<div style="display:none;max-height:0">{title}</div>
<table role="presentation" width="600"><tr><td>
{paragraphs}
</td></tr></table>
<img src="https://pixel.counted.example/open.gif?m={key}" width="1" height="1" alt="">
</body></html>
"""
STUB = "This message is best read in a program that can show HTML."


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What is written, before a form turns it into bytes."""

    key: str
    title: str
    text: str
    attachment: str = ""
    invite: Invite | None = None

    @property
    def boundary(self) -> str:
        """The line between two parts, the same for the same mail."""
        return f"=_part_{self.key.replace('-', '_')}"


@dataclass(frozen=True, slots=True)
class Part:
    """One MIME entity: its own headers and its encoded body."""

    headers: Headers
    body: bytes

    def as_bytes(self) -> bytes:
        """Return the entity as it stands between two boundaries."""
        lines = [f"{name}: {value}" for name, value in self.headers.items()]
        return "\n".join(lines).encode("ascii") + b"\n\n" + self.body


def encode_words(text: str, *, charset: str = "utf-8", name: str = "") -> str:
    """Return a header value with everything beyond ASCII as RFC 2047 encoded words."""
    if text.isascii():
        return text
    return Header(text, charset, header_name=name or None).encode()


def wrapped(text: str, *, ending: str = "") -> str:
    """Return the text in lines of at most `WIDTH` characters; quoted lines stay."""
    lines = text.split("\n")
    return "\n".join(_wrapped_line(line, ending=ending) for line in lines)


def _wrapped_line(line: str, *, ending: str) -> str:
    if len(line) <= WIDTH or line.startswith((">", " ", "http")):
        return line
    pieces = textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False)
    return f"{ending}\n".join(pieces)


def text_part(
    text: str,
    *,
    kind: str = "plain",
    charset: str = "utf-8",
    by: str = "",
    more: str = "",
) -> Part:
    """Return a text entity.

    Args:
        text: The words, without a transfer encoding.
        kind: Subtype: "plain", "html" or "calendar".
        charset: The character set as declared; "unknown-8bit" is written in windows-1252.
        by: Content-Transfer-Encoding; "" takes 7bit where that is enough.
        more: Further parameters of the Content-Type.
    """
    codec = "cp1252" if charset == "unknown-8bit" else charset
    raw = text.encode(codec, errors="xmlcharrefreplace")
    by = by or ("7bit" if raw.isascii() and kind != "html" else "quoted-printable")
    if by == "quoted-printable":
        body = quopri.encodestring(raw)
    elif by == "base64":
        body = base64.encodebytes(raw)
    else:
        body = raw
    declared = f"text/{kind}; charset={charset}{more}"
    return Part({"Content-Type": declared, "Content-Transfer-Encoding": by}, body)


def html_page(letter: Letter, *, charset: str) -> str:
    """Return the letter as the kind of page that mailing systems send."""
    paragraphs = "\n".join(
        f"<p>{escape(paragraph, quote=False)}</p>".replace("\n", "<br>\n")
        for paragraph in letter.text.strip().split("\n\n")
    )
    return PAGE.format(
        charset=charset,
        title=escape(letter.title),
        paragraphs=paragraphs,
        key=letter.key,
    )


def html_part(letter: Letter, *, charset: str = "utf-8", by: str = "") -> Part:
    """Return the letter as an HTML entity."""
    page = html_page(letter, charset=charset)
    return text_part(page, kind="html", charset=charset, by=by)


def multipart(letter: Letter, *parts: Part, kind: str, closes: bool = True) -> Part:
    """Return a multipart entity; one that never closes is what a cut-off mail has."""
    mark = letter.boundary.encode("ascii")
    body = b"".join(b"--%b\n%b\n" % (mark, part.as_bytes()) for part in parts)
    if closes:
        body += b"--%b--\n" % mark
    return Part(
        {"Content-Type": f'multipart/{kind}; boundary="{letter.boundary}"'}, body
    )


def _both(letter: Letter) -> Part:
    plain = text_part(wrapped(letter.text))
    return multipart(letter, plain, html_part(letter), kind="alternative")


def _stub(letter: Letter) -> Part:
    return multipart(letter, text_part(STUB), html_part(letter), kind="alternative")


def _broken(letter: Letter) -> Part:
    """Write a multipart whose parts are fine but whose end was never written."""
    plain = text_part(wrapped(letter.text))
    return multipart(letter, plain, kind="mixed", closes=False)


def _attached(letter: Letter) -> Part:
    name = encode_words(letter.attachment)
    headers = {
        "Content-Type": f'application/pdf; name="{name}"',
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Transfer-Encoding": "base64",
    }
    paper = Part(headers, base64.encodebytes(b"%PDF-1.4\n% an invented page\n%%EOF\n"))
    plain = text_part(wrapped(letter.text), by="quoted-printable")
    return multipart(letter, plain, paper, kind="mixed")


def _calendar(letter: Letter) -> Part:
    if letter.invite is None:
        raise ValueError(f"{letter.key} is written as an invitation without a calendar")
    plain = text_part(wrapped(letter.text))
    entry = text_part(
        letter.invite.as_text(),
        kind="calendar",
        by="base64",
        more=f"; method={letter.invite.method}",
    )
    return multipart(letter, plain, entry, kind="alternative")


def _flowed(letter: Letter) -> Part:
    # RFC 3676: a space at the end of a line says that the paragraph goes on.
    text = wrapped(letter.text, ending=" ")
    return text_part(text, more="; format=flowed")


def _plain(charset: str, by: str = "") -> Callable[[Letter], Part]:
    return lambda letter: text_part(wrapped(letter.text), charset=charset, by=by)


FORMS: Mapping[str, Callable[[Letter], Part]] = {
    "plain": _plain("utf-8"),
    "8bit": _plain("utf-8", "8bit"),
    "base64": _plain("utf-8", "base64"),
    "latin1": _plain("iso-8859-1", "quoted-printable"),
    "raw-latin1": _plain("iso-8859-1", "8bit"),
    "windows": _plain("windows-1252", "quoted-printable"),
    "jis": _plain("iso-2022-jp", "7bit"),
    "unknown": _plain("unknown-8bit", "8bit"),
    "flowed": _flowed,
    "html": html_part,
    "html-base64": lambda letter: html_part(letter, by="base64"),
    "html-latin1": lambda letter: html_part(letter, charset="iso-8859-1"),
    "both": _both,
    "stub": _stub,
    "broken": _broken,
    "attached": _attached,
    "calendar": _calendar,
}
SUBJECT_CHARSETS = {
    "latin1": "iso-8859-1",
    "raw-latin1": "iso-8859-1",
    "html-latin1": "iso-8859-1",
    "windows": "windows-1252",
    "jis": "iso-2022-jp",
}


def encode(letter: Letter, *, form: str) -> Part:
    """Return the whole body of a mail with the headers that explain it."""
    part = FORMS[form](letter)
    return Part({"MIME-Version": "1.0"} | part.headers, part.body)
