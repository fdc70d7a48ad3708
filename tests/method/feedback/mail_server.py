"""A real mail server on this machine, with or without TLS, that keeps what it is handed."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Literal

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

TLS = Path(__file__).parents[2] / "fixtures" / "feedback" / "tls"
USER, PASSWORD = "robin", "correct horse"
Kind = Literal["plain", "starttls", "tls"]


@dataclass
class Box:
    """What the server took, and where it listens."""

    port: int = 0
    taken: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)


class Handler:
    def __init__(self, box: Box) -> None:
        self.box = box

    async def handle_RCPT(  # noqa: N802 -- the name that aiosmtpd calls
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        address: str,
        options: list[str],
    ) -> str:
        if address.startswith("nobody@"):
            return "550 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_MAIL(  # noqa: N802 -- the name that aiosmtpd calls
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        address: str,
        options: list[str],
    ) -> str:
        if address.startswith("stranger@"):
            return "553 not your address"
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(  # noqa: N802 -- the name that aiosmtpd calls
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        content = envelope.content
        assert isinstance(content, bytes)
        if b"refuse this" in content:
            return "554 looks like spam to us"
        message = message_from_bytes(content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.box.taken.append(message)
        self.box.recipients += envelope.rcpt_tos
        return "250 taken"


def _allow(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
) -> AuthResult:
    is_right = isinstance(data, LoginPassword) and data == LoginPassword(
        USER.encode(), PASSWORD.encode()
    )
    return AuthResult(success=is_right, handled=is_right)


def _context(certificate: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / certificate)
    return context


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port


@contextmanager
def mail_server(
    kind: Kind = "plain", *, certificate: str = "trusted.pem", asks: bool = False
) -> Iterator[Box]:
    """Run a server on a free port of this machine.

    Args:
        asks: It takes mail only after USER and PASSWORD.
    """
    box = Box()
    options: dict[str, Any] = {}
    if kind == "tls":
        options["ssl_context"] = _context(certificate)
    if kind == "starttls":
        options |= {"tls_context": _context(certificate), "require_starttls": True}
    if asks:
        options |= {
            "authenticator": _allow,
            "auth_required": True,
            "auth_require_tls": kind == "starttls",
        }
    controller = Controller(
        Handler(box), hostname="127.0.0.1", port=_free_port(), **options
    )
    controller.start()
    box.port = controller.port
    try:
        yield box
    finally:
        controller.stop()
