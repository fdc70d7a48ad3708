"""Wait on an open folder until the server says that mail came (IDLE, RFC 2177)."""

from __future__ import annotations

import imaplib
import socket
import time
from typing import Any

from onward.outgoing.imap import Client, Heard

RENEW_SECONDS = 24 * 60.0
"""Servers may hang up on whoever says nothing for 29 minutes (RFC 2177)."""

# imaplib learns of the command in Python 3.14.
imaplib.Commands.setdefault("IDLE", ("SELECTED",))


def wait_for_mail(
    client: Client, *, seconds: float = RENEW_SECONDS, wake: socket.socket | None = None
) -> Heard:
    """Return LINE once mail came to the open folder; NOTHING when the time is up.

    The connection can be used as before afterwards, whatever ended the wait.

    Args:
        wake: Ends the wait as soon as something can be read there.

    Raises:
        imaplib.IMAP4.error, OSError: If the server refuses, or the connection breaks.
    """
    tag = _begin(client)
    until = time.monotonic() + seconds
    heard = Heard.NOTHING
    # It may have come before the server was asked, or while it said yes.
    while not _has_come(client):
        heard = client.wait_for_line(seconds=until - time.monotonic(), wake=wake)
        if heard is not Heard.LINE:
            break
        _read(client)
    else:
        heard = Heard.LINE
    _end(client, tag)
    return heard


def _has_come(client: Client) -> bool:
    """Return whether mail came since this was last asked."""
    has_come = client.untagged_responses.pop("EXISTS", None) is not None
    # Flags, expunged mail, "still here": nothing to read.
    client.untagged_responses.clear()
    return has_come


def _begin(client: Client) -> bytes:
    tag: bytes = client._command("IDLE")
    # What comes in meanwhile is kept by imaplib, for `_has_come`.
    while client._get_response() is not None:
        if client.tagged_commands[tag]:
            raise _refusal(client.tagged_commands.pop(tag))
    return tag


def _read(client: Client) -> None:
    client._get_response()
    if bye := client.untagged_responses.get("BYE"):
        raise imaplib.IMAP4.abort(_words(bye[-1]))


def _end(client: Client, tag: bytes) -> None:
    client.send(b"DONE\r\n")
    while not client.tagged_commands[tag]:
        _read(client)
    answer: Any = client.tagged_commands.pop(tag)
    if answer is None or answer[0] != "OK":
        raise _refusal(answer)


def _refusal(answer: Any) -> imaplib.IMAP4.error:
    return imaplib.IMAP4.error(_words(answer[1][0]) if answer else "?")


def _words(said: object) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
