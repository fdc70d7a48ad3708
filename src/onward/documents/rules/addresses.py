"""Which web addresses may be fetched: public ones, by http and https alone."""

from __future__ import annotations

import ipaddress
from urllib.parse import SplitResult, urlsplit

MAX_ADDRESS_CHARS = 2_000


def web_address(text: str) -> str:
    """Return a typed web address in full; "https://" is understood.

    Raises:
        ValueError: If it is no http or https address, or names a user or password.
    """
    typed = text.strip()
    if "://" not in typed:
        typed = f"https://{typed}"
    try:
        parts = urlsplit(typed)
        _ = parts.port
    except ValueError as error:
        raise ValueError("not a web address") from error
    if not _is_web(parts) or len(typed) > MAX_ADDRESS_CHARS:
        raise ValueError("not a web address")
    return parts._replace(fragment="").geturl()


def _is_web(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    return (
        parts.scheme in {"http", "https"}
        and bool(host)
        and not any(sign.isspace() or sign in '<>"\\^`{|}' for sign in parts.geturl())
        and parts.username is None
        and ("." in host or ":" in host or host == "localhost")
    )


def is_public(address: str) -> bool:
    """Say whether an IP address is one of the open internet.

    Private, loopback, link-local, shared and reserved ones are not, nor are those
    written inside IPv6 (mapped, 6to4, Teredo, NAT64).
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if inner:
            return is_public(str(inner))
        if ip in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_loopback(address: str) -> bool:
    """Say whether an IP address is this machine's own; tests fetch from there."""
    try:
        return ipaddress.ip_address(address.partition("%")[0]).is_loopback
    except ValueError:
        return False
