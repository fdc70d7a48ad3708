"""The MIME side of a wrapping: leaves in odd charsets, multiparts, header noise."""

from __future__ import annotations

import base64
import quopri
import random
import re
from collections.abc import Mapping, Sequence

_BOUNDARY = "----=_Part_wrapped_{number}"


def leaf(
    kind: str,
    *,
    text: str,
    encoding: str = "quoted-printable",
    charset: str = "utf-8",
    declared: str = "",
    more: str = "",
) -> bytes:
    """Return one part with its headers.

    Args:
        charset: What the bytes are in; a letter that it lacks becomes a question mark.
        declared: What the header says they are in; the same where it is empty.
        more: Further parameters of the type, e.g. "; format=flowed".
    """
    data = text.encode(charset, "replace")
    if encoding == "base64":
        data = base64.encodebytes(data)
    elif encoding == "quoted-printable":
        data = quopri.encodestring(data)
    head = (
        f'Content-Type: {kind}; charset="{declared or charset}"{more}\n'
        f"Content-Transfer-Encoding: {encoding}\n\n"
    )
    return head.encode() + data + b"\n"


def multi(kind: str, parts: Sequence[bytes], *, chance: random.Random) -> bytes:
    """Return a multipart of parts that have their headers."""
    boundary = _BOUNDARY.format(number=chance.getrandbits(40)).encode()
    inside = b"".join(b"--" + boundary + b"\n" + part + b"\n" for part in parts)
    head = f"Content-Type: multipart/{kind};\n boundary=".encode()
    return head + b'"' + boundary + b'"\n\n' + inside + b"--" + boundary + b"--\n"


def picture(chance: random.Random) -> bytes:
    """Return a logo as the part that the HTML beside it shows."""
    return (
        b'Content-Type: image/png; name="image001.png"\nContent-ID: <logo@cid>\n'
        b'Content-Disposition: inline; filename="image001.png"\n'
        b"Content-Transfer-Encoding: base64\n\n"
        + base64.encodebytes(chance.randbytes(240))
    )


def attached(data: bytes) -> bytes:
    """Return a mail as the part that somebody forwards it by."""
    return (
        b'Content-Type: message/rfc822; name="forwarded.eml"\n'
        b"Content-Disposition: inline\n\n" + data
    )


def header_noise(host: str, *, chance: random.Random) -> str:
    """Return the lines that transport adds: Received, ARC, DKIM, results."""
    token = base64.b64encode(chance.randbytes(132)).decode()
    signature = "\n        ".join(token[at : at + 66] for at in range(0, 176, 66))
    date = "Tue, 03 Mar 2026 08:15:02 +0000"
    return (
        f"Delivered-To: robin@person.example\n"
        f"Received: by 2002:a17:906:5a8b:: with SMTP id l11csp{chance.getrandbits(30)};"
        f"\n        {date}\n"
        f"ARC-Seal: i=1; a=rsa-sha256; t=1772525702; cv=none;\n"
        f"        d=mailhost.example; s=arc;\n        b={signature}\n"
        f"ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed;\n"
        f"        h=subject:from:to:date:message-id;\n        b={signature}\n"
        f"Authentication-Results: mx.mailhost.example;\n       dkim=pass;\n"
        f"       spf=pass (mailhost.example: domain of bounce@{host} is allowed)\n"
        f"Received: from out.{host} (out.{host}. [192.0.2.{chance.randrange(250)}])\n"
        f"        by mx.mailhost.example with ESMTPS id z{chance.getrandbits(30)}\n"
        f"        for <robin@person.example>; {date}\n"
        f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={host}; s=key1;\n"
        f"        h=from:to:subject:mime-version; b={signature}\n"
        f"X-Spam-Status: No, score=-2.1\nX-Report-Abuse: abuse@{host}\n"
    )


def header_lines(values: Mapping[str, str]) -> str:
    """Return headers, their words encoded where they are not ASCII."""
    return "".join(
        f"{name}: {encoded(value)}\n" for name, value in values.items() if value
    )


def address_line(name: str, *, address: str, charset: str = "utf-8") -> str:
    """Return a name and an address as From has them."""
    if not name:
        return address
    if name.isascii():
        plain = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{plain}" <{address}>'
    return f"{encoded(name, charset=charset)} <{address}>"


def encoded(text: str, *, charset: str = "utf-8") -> str:
    """Return a header's text in RFC 2047 words of base64 where it is not ASCII."""
    text = re.sub(r"[\r\n]+\s*", " ", text)
    if text.isascii():
        return text
    words = (text[at : at + 18] for at in range(0, len(text), 18))
    return "\n ".join(
        f"=?{charset}?B?{base64.b64encode(word.encode(charset, 'replace')).decode()}?="
        for word in words
    )
