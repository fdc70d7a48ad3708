"""Sending one message through the person's own mail server; every trouble has its name."""

from __future__ import annotations

import smtplib
import socket
import ssl
from dataclasses import dataclass, field
from datetime import datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from typing import Protocol

from onward.core.reach import PUBLIC, Reach
from onward.core.text import one_line
from onward.method.feedback.rules.kinds import Security, SendProblem
from onward.outgoing.smtp import Smtp, SmtpTls
from onward.outgoing.sockets import NotAllowed

TIMEOUT_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server and how to sign in; an empty user does not sign in.

    Attributes:
        security: NONE only for this very machine, which `rules.servers` checks.
        reach: Where it may be.
    """

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = field(default="", repr=False)
    reach: Reach = PUBLIC


class SendTrouble(Exception):  # noqa: N818 -- named as the person would say it
    """Why a message was not sent, or may not have been.

    Attributes:
        problem: Which trouble it is.
        said: The server's own words on one line; empty where it said nothing.
    """

    def __init__(self, problem: SendProblem, said: str = "") -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.said = one_line(said, limit=300)


class Sender(Protocol):
    """Whatever takes a message to its reader."""

    def __call__(self, server: Server, message: EmailMessage) -> None:
        """Send, or raise SendTrouble."""


def compose(
    *,
    sender: tuple[str, str],
    to: tuple[str, str],
    subject: str,
    body: str,
    message_id: str,
    at: datetime,
    in_reply_to: str = "",
    references: tuple[str, ...] = (),
) -> EmailMessage:
    """Return a plain-text message; in answer to another it names the conversation.

    Args:
        sender, to: Name and address.
        message_id, in_reply_to, references: Without angle brackets.

    Raises:
        ValueError: If an address is none, or a line break stands in a header.
    """
    message = EmailMessage()
    message["From"] = _address(*sender)
    message["To"] = _address(*to)
    message["Subject"] = subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{message_id}>"
    if in_reply_to:
        message["In-Reply-To"] = f"<{in_reply_to}>"
    if references:
        message["References"] = " ".join(f"<{name}>" for name in references)
    message.set_content(body)
    return message


def _address(name: str, address: str) -> Address:
    return Address(display_name=name, addr_spec=address)


def new_message_id(address: str) -> str:
    """Return a Message-ID of the sender's own domain; it tells nothing of this machine."""
    domain = address.rpartition("@")[2] or "localhost"
    return make_msgid(domain=domain).strip("<>")


def send(
    server: Server,
    message: EmailMessage,
    *,
    timeout_seconds: float = TIMEOUT_SECONDS,
) -> None:
    """Hand a message to the server; TLS certificates are always verified.

    Raises:
        SendTrouble: If it was not taken. NOT_CONFIRMED means that the text had left when
            the connection broke: it may or may not arrive.
    """
    connection = _connect(server, timeout_seconds=timeout_seconds)
    try:
        _sign_in(connection, server)
        _hand_over(connection, message)
    finally:
        connection.close()


def _connect(server: Server, *, timeout_seconds: float) -> smtplib.SMTP:
    # The machine's own name is nobody's business.
    name = "localhost"
    try:
        if server.security == Security.TLS:
            return SmtpTls(
                server.host,
                server.port,
                reach=server.reach,
                local_hostname=name,
                timeout=timeout_seconds,
                context=ssl.create_default_context(),
            )
        connection = Smtp(
            server.host,
            server.port,
            reach=server.reach,
            local_hostname=name,
            timeout=timeout_seconds,
        )
    except (OSError, smtplib.SMTPException, UnicodeError) as error:
        raise _trouble(error) from error
    if server.security == Security.STARTTLS:
        _secure(connection)
    return connection


def _secure(connection: smtplib.SMTP) -> None:
    try:
        connection.ehlo()
        connection.starttls(context=ssl.create_default_context())
        connection.ehlo()
    except smtplib.SMTPNotSupportedError as error:
        connection.close()
        raise SendTrouble(SendProblem.NO_TLS) from error
    except (OSError, smtplib.SMTPException) as error:
        connection.close()
        raise _trouble(error) from error


def _sign_in(connection: smtplib.SMTP, server: Server) -> None:
    if not server.user:
        return
    try:
        connection.login(server.user, server.password)
    except smtplib.SMTPNotSupportedError as error:
        raise SendTrouble(SendProblem.WRONG_PASSWORD) from error
    except (OSError, smtplib.SMTPException) as error:
        raise _trouble(error) from error


def _hand_over(connection: smtplib.SMTP, message: EmailMessage) -> None:
    sender = message["From"].addresses[0].addr_spec
    to = message["To"].addresses[0].addr_spec
    try:
        connection.ehlo_or_helo_if_needed()
        code, said = connection.mail(sender)
        if code != 250:
            raise SendTrouble(SendProblem.SENDER_REFUSED, _text(said))
        code, said = connection.rcpt(to)
        if code not in {250, 251}:
            raise SendTrouble(SendProblem.RECIPIENT_REFUSED, _text(said))
    except (OSError, smtplib.SMTPException, UnicodeError) as error:
        raise _trouble(error) from error
    try:
        code, said = connection.data(message.as_bytes(policy=policy.SMTP))
    except smtplib.SMTPDataError as error:
        raise SendTrouble(
            SendProblem.MESSAGE_REFUSED, _text(error.smtp_error)
        ) from error
    except (OSError, smtplib.SMTPException) as error:
        raise SendTrouble(SendProblem.NOT_CONFIRMED) from error
    if code != 250:
        raise SendTrouble(SendProblem.MESSAGE_REFUSED, _text(said))


def _trouble(error: Exception) -> SendTrouble:
    said = str(error)
    if isinstance(error.__context__, TimeoutError):  # smtplib hides it in a disconnect
        return SendTrouble(SendProblem.TIMEOUT)
    if isinstance(error, smtplib.SMTPResponseException):
        said = _text(error.smtp_error)
    for kind, problem in _BY_KIND:
        if isinstance(error, kind):
            return SendTrouble(problem, "" if problem in _UNSAID else said)
    return SendTrouble(SendProblem.UNCLEAR, said)


_BY_KIND: tuple[tuple[type[Exception], SendProblem], ...] = (
    (NotAllowed, SendProblem.NOT_ALLOWED),
    (smtplib.SMTPAuthenticationError, SendProblem.WRONG_PASSWORD),
    (smtplib.SMTPException, SendProblem.UNCLEAR),
    (ssl.SSLCertVerificationError, SendProblem.CERTIFICATE),
    (ssl.SSLError, SendProblem.NO_TLS),
    (socket.gaierror, SendProblem.HOST_UNKNOWN),
    (UnicodeError, SendProblem.HOST_UNKNOWN),
    (TimeoutError, SendProblem.TIMEOUT),
    (OSError, SendProblem.NOT_REACHABLE),
)
"""The first that fits; SMTPServerDisconnected is an OSError too, hence the order."""
_UNSAID = frozenset(
    {
        SendProblem.NOT_ALLOWED,
        SendProblem.HOST_UNKNOWN,
        SendProblem.TIMEOUT,
        SendProblem.NOT_REACHABLE,
    }
)
"""No server was there to say anything."""


def _text(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said
