"""Servers that take mail, reached through the one door."""

from __future__ import annotations

import smtplib
import socket
import ssl
from typing import Any

from onward.core.reach import Reach
from onward.outgoing.sockets import connected


class Smtp(smtplib.SMTP):
    """smtplib's, connecting to an address that was looked at."""

    def __init__(self, host: str, port: int, *, reach: Reach, **options: Any) -> None:
        self._reach = reach
        super().__init__(host, port, **options)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        return connected(host, port, reach=self._reach, timeout_seconds=timeout)


class SmtpTls(smtplib.SMTP_SSL):
    """smtplib's with TLS from the first byte; the certificate has to prove the name."""

    def __init__(
        self,
        host: str,
        port: int,
        *,
        reach: Reach,
        context: ssl.SSLContext,
        **options: Any,
    ) -> None:
        self._reach = reach
        self._checks = context
        super().__init__(host, port, context=context, **options)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        bare = connected(host, port, reach=self._reach, timeout_seconds=timeout)
        return self._checks.wrap_socket(bare, server_hostname=host)
