"""Where others open this Onward, as whoever runs it says by ONWARD_ADDRESS."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from onward.core.errors import BadSetting

# As the header of a request names a host, in which no other letters are let through.
_HOST = re.compile(
    r"\.?[a-z0-9-]+(\.[a-z0-9-]+)*\.?|\[[a-f0-9:.]*:[a-f0-9:.]+\]", re.ASCII
)


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """The address of this Onward, as others type it.

    Attributes:
        origin: Scheme, host and port, with no slash at the end.
        host: The host alone, as the header of a request names it.
    """

    origin: str
    host: str
    is_https: bool


def listed(text: str) -> list[str]:
    """Return what a setting lists with commas between."""
    return [entry for each in text.split(",") if (entry := each.strip())]


def is_host(text: str) -> bool:
    """Say whether a request could name this as its host; “.a.example” is all hosts under it."""
    return bool(_HOST.fullmatch(text.lower()))


def _parts(text: str) -> SplitResult | None:
    """Return the parts of what can be the address of a host; None where it is none."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return None
    besides = parts.path.strip("/") or parts.query or parts.fragment or parts.username
    if parts.scheme not in {"http", "https"} or besides:
        return None
    return parts if is_host(_as_named(parts)) else None


def _as_named(parts: SplitResult) -> str:
    host = parts.hostname or ""
    return f"[{host}]" if ":" in host else host


def own_address(text: str) -> OwnAddress | None:
    """Return the address that is meant; None where none is set.

    Raises:
        BadSetting: Where it is no address that Onward could be at.
    """
    if not text.strip():
        return None
    parts = _parts(text.strip())
    if parts is None:
        raise BadSetting(
            "ONWARD_ADDRESS is a scheme and a host alone, such as "
            f"https://onward.office.example; it says {text.strip()} now."
        )
    return OwnAddress(
        f"{parts.scheme}://{parts.netloc.lower()}",
        _as_named(parts),
        parts.scheme == "https",
    )
