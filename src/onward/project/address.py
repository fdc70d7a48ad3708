"""Where others open this Onward, as whoever runs it says by ONWARD_ADDRESS."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from onward.core.errors import BadSetting


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


def _parts(text: str) -> SplitResult | None:
    """Return the parts of what can be the address of a host; None where it is none."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    is_address = parts.scheme in {"http", "https"} and parts.hostname
    if not is_address or parts.path.strip("/") or parts.query or parts.username:
        return None
    return parts


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
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return OwnAddress(
        f"{parts.scheme}://{parts.netloc.lower()}", host or "", parts.scheme == "https"
    )
