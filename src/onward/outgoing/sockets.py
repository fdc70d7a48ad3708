"""Connect to an address that was looked at, never to a name: names can change their mind."""

from __future__ import annotations

import socket

from onward.core.reach import Reach


class NotAllowed(OSError):  # noqa: N818 -- told to a person as a sentence
    """A name leads to an address that may not be connected to; nothing was sent."""

    def __init__(self, host: str) -> None:
        super().__init__(f"{host} is not allowed")
        self.host = host


def addresses_of(host: str, port: int, *, reach: Reach) -> list[str]:
    """Return the addresses of a host, looked up once, all of them allowed.

    Raises:
        NotAllowed: If one of them is not; then the others do not count either.
        socket.gaierror: If there is no such host.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise socket.gaierror(socket.EAI_NONAME, str(error)) from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not reach.allows(host, port=port, address=address):
            raise NotAllowed(host)
    return addresses


def connected(
    host: str, port: int, *, reach: Reach, timeout_seconds: float | None
) -> socket.socket:
    """Return a connection to the first address of `host` that answers.

    Raises:
        NotAllowed: If the host leads where this reach does not go.
        OSError: If it has no address, or none of them answers.
    """
    trouble = OSError(f"{host} has no address")
    for address in addresses_of(host, port, reach=reach):
        try:
            return socket.create_connection((address, port), timeout_seconds)
        except OSError as error:
            trouble = error
    raise trouble
