"""A mail server to read from, and each way in which it can refuse or break off, as a trouble."""

from __future__ import annotations

import imaplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from imap_tools.errors import MailboxFolderSelectError, UnexpectedCommandStatusError
from imap_tools.imap_utf7 import utf7_encode

from onward.core.reach import PUBLIC, Reach
from onward.mail.imap.providers import takes_passwords
from onward.mail.imap.troubles import (
    Trouble,
    TroubleKind,
    kind_of_answer,
    kind_of_opening,
)
from onward.outgoing.sockets import NotAllowed


@dataclass(frozen=True, slots=True)
class Server:
    """Where a mailbox is and how to get in.

    Attributes:
        security: "tls", "starttls", or "plain" (loopback addresses only).
        token: An OAuth 2 access token, used instead of the password where it is there.
        reach: Where the server may be.
    """

    host: str
    port: int
    security: str
    user: str
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)
    reach: Reach = PUBLIC

    def trouble(self, kind: TroubleKind, said: str = "") -> Trouble:
        """Return a trouble with this server's name in it."""
        return Trouble(kind, host=self.host, port=self.port, said=said)


def refused(server: Server, said: str) -> TroubleKind:
    """Return why a server does not let somebody in, by its own words."""
    kind = kind_of_answer(said, otherwise=TroubleKind.WRONG_PASSWORD)
    if kind is not TroubleKind.WRONG_PASSWORD:
        return kind
    if server.token:
        return TroubleKind.REVOKED
    return kind if takes_passwords(server.host) else TroubleKind.SIGN_IN_ONLY


_ERRORS = (
    OSError,
    imaplib.IMAP4.error,
    MailboxFolderSelectError,
    UnexpectedCommandStatusError,
)


@contextmanager
def told(server: Server, *, folder: str = "") -> Iterator[None]:
    """Turn every way in which a connection can go wrong into a Trouble."""
    try:
        yield
    except _ERRORS as error:
        raise _trouble_of(server, error, folder=folder) from error


def _trouble_of(server: Server, error: Exception, *, folder: str = "") -> Trouble:
    """Return the trouble that an error of the system, of TLS or of the server stands for."""
    if isinstance(error, ssl.SSLCertVerificationError):
        said = error.verify_message or str(error)
        return server.trouble(TroubleKind.WRONG_CERTIFICATE, said)
    for kind_of_error, kind in _KINDS:
        if isinstance(error, kind_of_error):
            return server.trouble(kind)
    if isinstance(error, (imaplib.IMAP4.abort, ConnectionError)):
        return _of_abort(server, str(error))
    if isinstance(error, OSError):
        return server.trouble(TroubleKind.CLOSED_PORT, error.strerror or str(error))
    said = said_by(error)
    if isinstance(error, MailboxFolderSelectError):
        names = (folder, utf7_encode(folder).decode())
        return server.trouble(kind_of_opening(said, names=names), said)
    return server.trouble(kind_of_answer(said), said)


_KINDS: tuple[tuple[type[Exception], TroubleKind], ...] = (
    (NotAllowed, TroubleKind.NOT_ALLOWED),
    (ssl.SSLEOFError, TroubleKind.DROPPED),
    (ssl.SSLError, TroubleKind.NO_TLS),
    (socket.gaierror, TroubleKind.NO_HOST),
    (ConnectionRefusedError, TroubleKind.CLOSED_PORT),
    (TimeoutError, TroubleKind.TOO_SLOW),
)


def _of_abort(server: Server, said: str) -> Trouble:
    """Return why a server hung up: a pause it asked for in its last words, or a break."""
    kind = kind_of_answer(said, otherwise=TroubleKind.DROPPED)
    if kind not in {TroubleKind.THROTTLED, TroubleKind.TOO_MANY}:
        kind = TroubleKind.DROPPED
    return server.trouble(kind, said)


def said_by(error: Exception) -> str:
    """Return what a server said when it refused."""
    if isinstance(error, UnexpectedCommandStatusError):
        return words_of(error.command_result[1])
    argument = error.args[0] if error.args else ""
    return (
        argument.decode(errors="replace")
        if isinstance(argument, bytes)
        else str(argument)
    )


def words_of(found: object) -> str:
    """Return the lines of an answer as one text."""
    parts = found if isinstance(found, (list, tuple)) else [found]
    texts = [
        p.decode(errors="replace") if isinstance(p, bytes) else str(p) for p in parts
    ]
    return " ".join(texts)
