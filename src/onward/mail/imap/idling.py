"""Wait until a server says that mail came: IDLE (RFC 2177), and NOTIFY (RFC 5465) with it."""

from __future__ import annotations

import imaplib
import re
import socket
import time
from collections.abc import Sequence
from typing import Any

from imap_tools.utils import encode_folder

from onward.outgoing.imap import Client, Heard, wait_for_line

RENEW_SECONDS = 24 * 60.0
"""Servers may hang up on whoever says nothing for 29 minutes (RFC 2177)."""

# imaplib learns of the first in Python 3.14, and of the second never.
imaplib.Commands.setdefault("IDLE", ("SELECTED",))
imaplib.Commands.setdefault("NOTIFY", ("AUTH", "SELECTED"))

_NEW = "(MessageNew MessageExpunge)"
_STATUS = re.compile(rb"(?s)(.*)\(.*\bUIDNEXT (\d+)")


class Ear:
    """One connection that waits: on its open folder, and on others where it was asked to."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.gave_up = False
        self._tag = b""
        self._next_numbers: dict[bytes, bytes] = {}

    def ask_for(self, folders: Sequence[str]) -> bool:
        """Ask to hear of these folders besides the open one; return whether it said yes.

        Names outside of ASCII are not asked for: Dovecot 2.3 takes them unencoded alone,
        says yes to the others, and tells nothing. How each stands now is asked for as well:
        else the first word of a folder would be news, whatever it says.
        """
        if not all(folder.isascii() for folder in folders):
            return False
        names = " ".join(encode_folder(folder).decode("ascii") for folder in folders)
        others = f"(MAILBOXES ({names}) {_NEW})"
        asked = ("SET", "STATUS", f"(SELECTED {_NEW})", others)
        try:
            status, _said = self.client._simple_command("NOTIFY", *asked)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error:
            return False
        for line in self.client.untagged_responses.pop("STATUS", None) or []:
            self._is_new(line)
        return bool(status == "OK")

    def begin(self) -> None:
        """Say that the server may speak from now on."""
        client = self.client
        self._tag = client._command("IDLE")
        # What comes in meanwhile is kept by imaplib, for `has_news`.
        while client._get_response() is not None:
            if client.tagged_commands[self._tag]:
                raise _refusal(client.tagged_commands.pop(self._tag))

    def read(self) -> None:
        """Take in one line.

        Raises:
            imaplib.IMAP4.abort: If it is a goodbye.
        """
        self.client._get_response()
        if bye := self.client.untagged_responses.get("BYE"):
            raise imaplib.IMAP4.abort(_words(bye[-1]))

    def has_news(self) -> bool:
        """Return whether mail came since this was last asked."""
        heard = self.client.untagged_responses
        has_come = heard.pop("EXISTS", None) is not None
        for line in heard.pop("STATUS", None) or []:
            has_come |= self._is_new(line)
        if "NOTIFICATIONOVERFLOW" in heard:
            # It was too much for the server: it tells no more of other folders.
            self.gave_up = has_come = True
        # Flags, expunged mail, "still here": nothing to read.
        heard.clear()
        return has_come

    def end(self) -> None:
        """Take the word back: the connection can be used as before."""
        client, tag = self.client, self._tag
        client.send(b"DONE\r\n")
        while not client.tagged_commands[tag]:
            self.read()
        answer: Any = client.tagged_commands.pop(tag)
        if answer is None or answer[0] != "OK":
            raise _refusal(answer)

    def _is_new(self, line: object) -> bool:
        """Return whether another folder holds mail that it did not hold before."""
        found = _STATUS.match(line) if isinstance(line, bytes) else None
        if found is None:
            return True
        # Servers say it twice, and also where mail was deleted.
        before = self._next_numbers.get(found[1])
        self._next_numbers[found[1]] = found[2]
        return before != found[2]


def wait_for_mail(
    ears: Sequence[Ear],
    *,
    seconds: float = RENEW_SECONDS,
    wake: socket.socket | None = None,
) -> Heard:
    """Return LINE once mail came to a folder that is waited on; NOTHING when time is up.

    The connections can be used as before afterwards, whatever ended the wait.

    Args:
        wake: Ends the wait as soon as something can be read there.

    Raises:
        imaplib.IMAP4.error, OSError: If a server refuses, or a connection breaks.
    """
    for ear in ears:
        ear.begin()
    by_client = {id(ear.client): ear for ear in ears}
    clients = [ear.client for ear in ears]
    until = time.monotonic() + seconds
    heard = Heard.NOTHING
    # It may have come before the server was asked, or while it said yes. Each is asked.
    while True not in [ear.has_news() for ear in ears]:
        left = until - time.monotonic()
        heard, ready = wait_for_line(clients, seconds=left, wake=wake)
        if heard is not Heard.LINE:
            break
        for client in ready:
            by_client[id(client)].read()
    else:
        heard = Heard.LINE
    for ear in ears:
        ear.end()
    return heard


def _refusal(answer: Any) -> imaplib.IMAP4.error:
    return imaplib.IMAP4.error(_words(answer[1][0]) if answer else "?")


def _words(said: object) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
