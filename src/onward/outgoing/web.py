"""Web requests whose connections go through the one door."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore
import httpx

from onward.core.reach import Reach
from onward.outgoing.sockets import addresses_of


class Transport(httpx.BaseTransport):
    """httpx over connections to addresses that were looked at; no proxy, nothing kept.

    Raises what httpx raises, and NotAllowed.
    """

    def __init__(
        self, reach: Reach, *, context: ssl.SSLContext | None = None, kept: int = 10
    ) -> None:
        """Make one.

        Args:
            context: Whose certificates count; the system's, where none is given.
            kept: How many connections are kept open for the next request.
        """
        self._pool = httpcore.ConnectionPool(
            ssl_context=context or ssl.create_default_context(),
            max_keepalive_connections=kept,
            network_backend=_LookedAt(reach),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request."""
        asked = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _as_httpx():
            answer = self._pool.handle_request(asked)
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Stream(answer),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    """An answer's body, whose trouble comes as httpx's own."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx():
            yield from self._answer.iter_stream()

    def close(self) -> None:
        with _as_httpx():
            self._answer.close()


class _LookedAt(httpcore.NetworkBackend):
    """Connects to addresses that were looked at, and to no others."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of `host` that answers, all of them allowed."""
        trouble: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._addresses(host, port):
            try:
                return self._backend.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                trouble = error
        raise trouble

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            return addresses_of(host, port, reach=self._reach)
        except socket.gaierror as error:
            raise httpcore.ConnectError(str(error)) from error

    def connect_unix_socket(
        self, *_arguments: Any, **_options: Any
    ) -> httpcore.NetworkStream:
        """Refuse: no address leads to one."""
        raise httpcore.ConnectError("not an address of the network")

    def sleep(self, seconds: float) -> None:
        """Wait between attempts."""
        time.sleep(seconds)


_KINDS = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
)


@contextmanager
def _as_httpx() -> Iterator[None]:
    """Turn a trouble of the layer below into httpx's of the same name."""
    try:
        yield
    except _KINDS as error:
        kind = getattr(httpx, type(error).__name__, httpx.TransportError)
        raise kind(str(error)) from error
