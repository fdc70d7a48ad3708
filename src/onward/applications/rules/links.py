"""The links of a message that lead somewhere useful: what they are for, and which are safe."""

from __future__ import annotations

from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

LONGEST_ADDRESS = 2_000
MOST_LINKS = 6
# Nor what is no letter at all, which a database may not be able to keep.
_NEVER_IN_ADDRESS = frozenset(' <>"\\')


class LinkKind(StrEnum):
    """What a link of a message leads to."""

    TEST = "test"
    BOOKING = "booking"
    ANSWER = "answer"
    CALL = "call"
    FORM = "form"
    SIGN = "sign"
    POSTING = "posting"
    PORTAL = "portal"


def web_host(address: str) -> str:
    """Return the host of a web address as it would be reached; "" where it is none.

    Only http and https count, with a plain host: "https://bank.example@evil.example"
    shows another host than it leads to, and letters of other scripts can look alike, so
    that they are shown as the name system writes them.
    """
    is_plain = address.isprintable() and not _NEVER_IN_ADDRESS.intersection(address)
    if len(address) > LONGEST_ADDRESS or not is_plain:
        return ""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        _ = parts.port
    except ValueError:
        return ""
    is_web = parts.scheme in {"http", "https"} and "@" not in parts.netloc
    return host if is_web and "." in host else ""


def are_links(value: Any) -> bool:
    """Return whether this is a list of a few links, each a kind and a web address."""
    return (
        isinstance(value, list)
        and len(value) <= MOST_LINKS
        and all(
            isinstance(link, dict)
            and set(link) == {"kind", "url"}
            and link["kind"] in set(LinkKind)
            and isinstance(link["url"], str)
            and bool(web_host(link["url"]))
            for link in value
        )
    )
