"""Mailboxes on servers, opened through the one door; also how to wait for what they say."""

from __future__ import annotations

import imaplib
import select
import socket
import ssl
import time
from collections.abc import Sequence
from enum import StrEnum
from typing import Any, TypeVar

from imap_tools.mailbox import BaseMailBox

from onward.core.reach import Reach
from onward.outgoing.sockets import connected

MAX_LINE_BYTES = 20_000_000
"""One line may hold a whole SEARCH of a mailbox with a million messages."""
_CHUNK_BYTES = 65_536
_PROBES = (("TCP_KEEPIDLE", 120), ("TCP_KEEPINTVL", 30), ("TCP_KEEPCNT", 3))


class Heard(StrEnum):
    """What ended a wait."""

    LINE = "line"
    NOTHING = "nothing"
    WAKE = "wake"


class _Reading:
    """Reads through a buffer of its own, so that waiting for a line is possible.

    imaplib's file hides what it has read ahead: a wait on the socket would sleep while a
    line lies there.
    """

    sock: socket.socket
    _kept: bytearray
    _kept_of: socket.socket | None = None

    def read(self, size: int) -> bytes:
        """Return so many bytes; fewer where the server hung up."""
        kept = self._buffer()
        while len(kept) < size and self._receive(kept):
            pass
        data = bytes(kept[:size])
        del kept[:size]
        return data

    def readline(self) -> bytes:
        """Return one line with its end; without it, where the server hung up."""
        kept = self._buffer()
        start = 0
        while (end := kept.find(b"\n", start)) == -1:
            start = len(kept)
            if start > MAX_LINE_BYTES:
                # What comes after it could not be told from it.
                raise imaplib.IMAP4.abort("a line without an end")
            if not self._receive(kept):
                end = len(kept) - 1
                break
        line = bytes(kept[: end + 1])
        del kept[: end + 1]
        return line

    def has_line(self) -> bool:
        """Return whether reading would not wait; where the server hung up, too."""
        is_there = bool(self._buffer()) or not self._take_what_is_there()
        return is_there or bool(self._buffer())

    def _take_what_is_there(self) -> bool:
        """Read without waiting; return False where the server hung up.

        What lies on a protected connection may be no text at all, but the protection's own.
        """
        patience = self.sock.gettimeout()
        self.sock.settimeout(0)
        try:
            return self._receive(self._buffer())
        except (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
            return True
        finally:
            self.sock.settimeout(patience)

    def _buffer(self) -> bytearray:
        if self._kept_of is not self.sock:
            # What came before STARTTLS, unprotected, does not count after it.
            self._kept, self._kept_of = bytearray(), self.sock
        return self._kept

    def _receive(self, kept: bytearray) -> bool:
        data = self.sock.recv(_CHUNK_BYTES)
        kept += data
        return bool(data)


class _Plain(_Reading, imaplib.IMAP4):
    def __init__(self, host: str, port: int, *, reach: Reach, seconds: float) -> None:
        self._reach = reach
        super().__init__(host, port, seconds)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        bare = connected(
            self.host, self.port, reach=self._reach, timeout_seconds=timeout
        )
        _keep_alive(bare)
        return bare


class _Tls(_Reading, imaplib.IMAP4_SSL):
    def __init__(
        self,
        host: str,
        port: int,
        *,
        reach: Reach,
        seconds: float,
        context: ssl.SSLContext,
    ) -> None:
        self._reach = reach
        super().__init__(host, port, ssl_context=context, timeout=seconds)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        bare = connected(
            self.host, self.port, reach=self._reach, timeout_seconds=timeout
        )
        _keep_alive(bare)
        # The certificate has to prove the name that was asked for, not the address.
        context: ssl.SSLContext = self.ssl_context
        return context.wrap_socket(bare, server_hostname=self.host)


def _keep_alive(bare: socket.socket) -> None:
    """Ask now and then whether the other side is still there, where the system can.

    A computer that slept, or a router that forgot, ends a connection without a word.
    """
    bare.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in _PROBES:
        option = getattr(socket, name, None)
        if option is not None:
            bare.setsockopt(socket.IPPROTO_TCP, option, value)


Client = _Plain | _Tls
ReadingT = TypeVar("ReadingT", bound=_Reading)


def wait_for_line(
    readings: Sequence[ReadingT], *, seconds: float, wake: socket.socket | None
) -> tuple[Heard, list[ReadingT]]:
    """Wait until one of them has something to read, `wake` has something, or time is up.

    Returns:
        What ended the wait, and those that have something to read.
    """
    until = time.monotonic() + seconds
    watched = [reading.sock for reading in readings]
    watched += [wake] if wake else []
    while not (ready := [reading for reading in readings if reading.has_line()]):
        left = until - time.monotonic()
        if left <= 0:
            return Heard.NOTHING, []
        found, _, _ = select.select(watched, [], [], left)
        if wake in found:
            return Heard.WAKE, []
    return Heard.LINE, ready


class Mailbox(BaseMailBox):
    """A mailbox over a client that was opened here."""

    client: Client

    def __init__(self, client: Client) -> None:
        self._opened = client
        super().__init__()

    def _get_mailbox_client(self) -> imaplib.IMAP4:
        return self._opened


def open_plain(host: str, port: int, *, reach: Reach, seconds: float) -> Client:
    """Return a connection without protection.

    Raises:
        NotAllowed, OSError, imaplib.IMAP4.error: If there is none.
    """
    return _Plain(host, port, reach=reach, seconds=seconds)


def open_tls(host: str, port: int, *, reach: Reach, seconds: float) -> Client:
    """Return a connection protected from the first byte; chain and name are checked.

    Raises:
        NotAllowed, OSError, imaplib.IMAP4.error: If there is none.
    """
    context = ssl.create_default_context()
    return _Tls(host, port, reach=reach, seconds=seconds, context=context)


def protect(client: Client) -> Any:
    """Go over to TLS on an open connection (STARTTLS); chain and name are checked.

    Raises:
        OSError, imaplib.IMAP4.error: If the server has none, or cannot prove its name.
    """
    return client.starttls(ssl.create_default_context())
