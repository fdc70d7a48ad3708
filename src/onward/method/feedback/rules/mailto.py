"""The `mailto:` address that opens a draft in the person's own mail program; pure."""

from __future__ import annotations

from urllib.parse import quote

SHORT_ENOUGH = 1_800
"""Some systems cut a longer link; then copying is the surer way."""


def mailto(address: str, *, subject: str, body: str, in_reply_to: str = "") -> str:
    """Return the link; line breaks are CRLF and everything else is percent-encoded.

    Args:
        in_reply_to: Message-ID without angle brackets; programs may ignore it.

    Source: RFC 6068.
    """
    crlf = body.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    fields = [("subject", subject), ("body", crlf)]
    if in_reply_to:
        fields.append(("in-reply-to", f"<{in_reply_to}>"))
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields)
    return f"mailto:{quote(address, safe='@')}?{query}"
