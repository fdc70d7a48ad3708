"""A server that does what Dovecot never does: it refuses one message, hangs up, lists oddly."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from onward.mail.models import ImapAccount
from onward.people.models import Person
from tests.mail.imap.conftest import make_account


class Oddity(Enum):
    """What is done about a message that cannot be given."""

    REFUSES = "NO"
    HANGS_UP = "hangs up"
    SAYS_NIL = "NIL"
    SAYS_NOTHING = '""'


class _HangUp(Exception):  # noqa: N818 -- meant to happen
    pass


@dataclass
class OddServer:
    """Holds folders of messages by number; it is gone with the test's process.

    Attributes:
        listed: Lines of LIST instead of its own.
        damaged: Numbers of messages that cannot be given.
        most: It hangs up after so many messages.
        refused: Folders of which it gives nothing at all.
    """

    folders: Mapping[str, dict[int, bytes]]
    listed: Sequence[bytes] = ()
    damaged: Collection[int] = ()
    oddity: Oddity = Oddity.REFUSES
    most: int | None = None
    refused: Collection[str] = ()
    connections: int = 0
    fetches: int = 0
    _listener: socket.socket = field(init=False)

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._listener.getsockname()[1])

    def account_of(self, person: Person) -> ImapAccount:
        """Return a new account at this server."""
        address = "robin@person.example"
        return make_account(person, address, port=self.port, security="plain")

    def _accept(self) -> None:
        while True:
            with contextlib.suppress(OSError):
                client, _ = self._listener.accept()
                # Many small lines: none is to wait for the one before.
                client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self.connections += 1
                talk = _Talk(self, client)
                threading.Thread(target=talk.serve, daemon=True).start()


class _Talk:
    def __init__(self, server: OddServer, client: socket.socket) -> None:
        self._server = server
        self._client = client
        self._name = ""
        self._given = 0

    def serve(self) -> None:
        with contextlib.suppress(OSError, _HangUp), self._client:
            self._say(b"* OK ready")
            for line in self._client.makefile("rb"):
                tag, _, words = line.strip().partition(b" ")
                self._say(tag + b" " + self._answer(words))
                if words.upper() == b"LOGOUT":
                    return

    def _say(self, line: bytes) -> None:
        self._client.sendall(line + b"\r\n")

    def _answer(self, words: bytes) -> bytes:
        verb = words.upper().removeprefix(b"UID ").partition(b" ")[0]
        if verb == b"CAPABILITY":
            self._say(b"* CAPABILITY IMAP4rev1")
        elif verb == b"LIST":
            plain = [b'() "/" "%s"' % name.encode() for name in self._server.folders]
            for line in self._server.listed or plain:
                self._say(b"* LIST " + line)
        elif verb == b"EXAMINE":
            return self._examine(words)
        elif verb == b"SEARCH":
            numbers = b" ".join(b"%d" % number for number in self._from(words))
            self._say(b"* SEARCH " + numbers)
        elif verb == b"FETCH":
            return self._fetch(words)
        return b"OK done"

    @property
    def _messages(self) -> Mapping[int, bytes]:
        return self._server.folders[self._name]

    def _examine(self, words: bytes) -> bytes:
        name = words.partition(b" ")[2].strip(b'"').decode()
        if name not in self._server.folders:
            return b"NO [NONEXISTENT] Unknown mailbox"
        self._name = name
        self._say(b"* OK [UIDVALIDITY 7] fine")
        return b"OK [READ-ONLY] done"

    def _from(self, words: bytes) -> Iterator[int]:
        found = re.search(rb"UID (\d+):\*", words)
        first = int(found[1]) if found else 0
        return (number for number in self._messages if number >= first)

    def _fetch(self, words: bytes) -> bytes:
        self._server.fetches += 1
        if self._name in self._server.refused:
            return b"NO [SERVERBUG] Internal error"
        _, _, ranges, items = words.split(b" ", 3)
        is_refused = False
        for number in self._numbers(ranges):
            is_refused |= not self._give(number, with_body=b"BODY" in items)
        return b"NO [SERVERBUG] Some are damaged" if is_refused else b"OK done"

    def _numbers(self, ranges: bytes) -> Iterator[int]:
        for part in ranges.split(b","):
            first, _, last = part.partition(b":")
            for number in range(int(first), int(last or first) + 1):
                if number in self._messages:
                    yield number

    def _give(self, number: int, *, with_body: bool) -> bool:
        raw = self._messages[number]
        about = b"* %d FETCH (UID %d RFC822.SIZE %d" % (number, number, len(raw))
        if not with_body:
            self._say(about + b")")
            return True
        oddity = self._server.oddity if number in self._server.damaged else None
        if oddity is Oddity.REFUSES:
            return False
        if oddity is Oddity.HANGS_UP or self._given == self._server.most:
            raise _HangUp
        self._given += 1
        if oddity is None:
            self._say(about + b" BODY[]<0> {%d}\r\n" % len(raw) + raw + b")")
        else:
            self._say(about + b" BODY[]<0> " + oddity.value.encode() + b")")
        return True
