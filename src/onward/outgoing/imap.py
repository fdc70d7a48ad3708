"""Mailboxes on servers, opened through the one door."""

from __future__ import annotations

import imaplib
import socket
import ssl
from typing import Any

from imap_tools.mailbox import BaseMailBox

from onward.core.reach import Reach
from onward.outgoing.sockets import connected


class _Plain(imaplib.IMAP4):
    def __init__(self, host: str, port: int, *, reach: Reach, seconds: float) -> None:
        self._reach = reach
        super().__init__(host, port, seconds)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        return connected(
            self.host, self.port, reach=self._reach, timeout_seconds=timeout
        )


class _Tls(imaplib.IMAP4_SSL):
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
        # The certificate has to prove the name that was asked for, not the address.
        context: ssl.SSLContext = self.ssl_context
        return context.wrap_socket(bare, server_hostname=self.host)


class Mailbox(BaseMailBox):
    """A mailbox over a client that was opened here."""

    def __init__(self, client: imaplib.IMAP4) -> None:
        self._opened = client
        super().__init__()

    def _get_mailbox_client(self) -> imaplib.IMAP4:
        return self._opened


def open_plain(host: str, port: int, *, reach: Reach, seconds: float) -> imaplib.IMAP4:
    """Return a connection without protection.

    Raises:
        NotAllowed, OSError, imaplib.IMAP4.error: If there is none.
    """
    return _Plain(host, port, reach=reach, seconds=seconds)


def open_tls(host: str, port: int, *, reach: Reach, seconds: float) -> imaplib.IMAP4:
    """Return a connection protected from the first byte; chain and name are checked.

    Raises:
        NotAllowed, OSError, imaplib.IMAP4.error: If there is none.
    """
    context = ssl.create_default_context()
    return _Tls(host, port, reach=reach, seconds=seconds, context=context)


def protect(client: imaplib.IMAP4) -> Any:
    """Go over to TLS on an open connection (STARTTLS); chain and name are checked.

    Raises:
        OSError, imaplib.IMAP4.error: If the server has none, or cannot prove its name.
    """
    return client.starttls(ssl.create_default_context())
