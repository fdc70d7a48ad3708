"""Which mail servers may be spoken to, and in which way; pure."""

from __future__ import annotations

import ipaddress
import re

from onward.core.reach import is_this_computer
from onward.method.feedback.rules.kinds import Security

_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.IGNORECASE)


def may_be_open(host: str, *, security: Security) -> bool:
    """Return whether a connection may be made: without TLS only to this machine."""
    return security != Security.NONE or is_this_computer(host)


def told_address(host: str) -> str:
    """Return the address that a host's own letters tell; empty where it must be looked up."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return "127.0.0.1" if is_this_computer(host) else ""


def is_host_name(text: str) -> bool:
    """Return whether this can be the name or the number of a server."""
    try:
        ipaddress.ip_address(text)
    except ValueError:
        labels = text.rstrip(".").split(".")
        return len(text) <= 253 and all(map(_LABEL.fullmatch, labels))
    return True
