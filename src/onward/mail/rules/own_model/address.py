"""Where a language model of the person's own may live, and whether that is this computer."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import SplitResult, urlsplit

from onward.core.reach import is_this_computer

MAX_ADDRESS_CHARS = 500
_TAIL = "/chat/completions"
_PORTS = {"http": 80, "https": 443}
_HOME = tuple(
    ipaddress.ip_network(network)
    for network in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
)
_NEAR = (".local", ".lan", ".home.arpa", ".internal")


class AddressProblem(StrEnum):
    """What is wrong with an address that was typed."""

    NOT_AN_ADDRESS = "not_an_address"
    HOLDS_PASSWORD = "holds_password"  # noqa: S105 -- a kind of problem
    NOT_PROTECTED = "not_protected"


class BadAddress(ValueError):  # noqa: N818 -- it is told to a person as a sentence
    """An address that cannot be used; `problem` says why."""

    def __init__(self, problem: AddressProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class ModelAddress:
    """An address in the one form in which it is kept.

    Attributes:
        base: Everything before `/chat/completions`.
        origin: Scheme, host and port: who receives what is sent.
        host: The host alone, as it is shown to people.
        is_here: It can only mean this computer.
        is_protected: By TLS, or since nothing leaves this computer.
    """

    base: str
    origin: str
    host: str
    is_here: bool
    is_protected: bool

    @property
    def questions(self) -> str:
        """Return where questions are sent to."""
        return f"{self.base}{_TAIL}"


def model_address(text: str) -> ModelAddress:
    """Return a typed address in full; without a path, `/v1` is meant, as usual.

    A name that does not look up to this computer by its very letters is not this
    computer, whatever a name server would say.

    Raises:
        BadAddress: With what is wrong with it.
    """
    parts = _parts(text.strip())
    host = (parts.hostname or "").rstrip(".")
    is_here = is_this_computer(host)
    if parts.scheme == "http" and not is_here and not _is_near(host):
        raise BadAddress(AddressProblem.NOT_PROTECTED)
    shown = f"[{host}]" if ":" in host else host
    port = parts.port or _PORTS[parts.scheme]
    origin = f"{parts.scheme}://{shown}:{port}"
    path = parts.path.rstrip("/").removesuffix(_TAIL) or "/v1"
    return ModelAddress(
        base=f"{origin}{path}",
        origin=origin,
        host=shown,
        is_here=is_here,
        is_protected=is_here or parts.scheme == "https",
    )


def _parts(typed: str) -> SplitResult:
    wrong = BadAddress(AddressProblem.NOT_AN_ADDRESS)
    if not typed or len(typed) > MAX_ADDRESS_CHARS:
        raise wrong
    if "://" not in typed:
        typed = f"http://{typed}"
    try:
        parts = urlsplit(typed)
        port = parts.port
    except ValueError as error:
        raise wrong from error
    if parts.username is not None or parts.password is not None:
        raise BadAddress(AddressProblem.HOLDS_PASSWORD)
    is_odd = any(not "!" <= sign <= "~" or sign in '<>"\\^`{|}' for sign in typed)
    host = (parts.hostname or "").rstrip(".")
    is_web = parts.scheme in _PORTS and bool(host)
    if is_odd or not is_web or port == 0 or parts.query or parts.fragment:
        raise wrong
    return parts


def _is_near(host: str) -> bool:
    """Say whether a host is one of the person's own network, such as a machine at home."""
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or host.lower().endswith(_NEAR)
    return any(ip in network for network in _HOME if network.version == ip.version)
