"""One connection to a mail server: read-only by EXAMINE, mail peeked at, never marked."""

from __future__ import annotations

import imaplib
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date

from imap_tools.errors import MailboxLoginError

from onward.core.parts import parts
from onward.core.reach import is_this_computer
from onward.mail.imap.answers import answers, number_of
from onward.mail.imap.by_parts import by_parts
from onward.mail.imap.fetched import LARGE_BYTES, PEEK_BYTES, Fetched, fetched, withheld
from onward.mail.imap.folders import Folder, arranged
from onward.mail.imap.giving import Given, given, is_refusal
from onward.mail.imap.idling import RENEW_SECONDS, Ear, wait_for_mail
from onward.mail.imap.listing import Namespaces, listed, namespaces, spellings
from onward.mail.imap.server import Server, refused, said_by, told, words_of
from onward.mail.imap.troubles import Trouble, TroubleKind, kind_of_answer
from onward.outgoing.imap import Client, Heard, Mailbox, open_plain, open_tls, protect

SECONDS_TO_ANSWER = 60
BATCH_MESSAGES = 200
BATCH_BYTES = 8_000_000
_SIZES_AT_ONCE = 1000


class Connection:
    """An open, signed-in connection; close it, or use it in `with`."""

    def __init__(self, server: Server, mailbox: Mailbox) -> None:
        self._server = server
        self._mailbox = mailbox
        self._ear = Ear(mailbox.client)
        with told(server):
            # Servers may offer more once they know who asks.
            mailbox.client._get_capabilities()
        self._is_gmail = "X-GM-EXT-1" in mailbox.client.capabilities

    def __enter__(self) -> Connection:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Say goodbye; a connection that is gone already is closed too."""
        try:
            self._mailbox.client.logout()
        except (imaplib.IMAP4.error, OSError):
            self._mailbox.client.shutdown()

    @property
    def can_idle(self) -> bool:
        """Return whether the server offers to say when mail comes."""
        return "IDLE" in self._mailbox.client.capabilities

    def hears_of(self, folders: Sequence[str]) -> bool:
        """Ask to be told of these folders besides the open one, where the server can."""
        if "NOTIFY" not in self._mailbox.client.capabilities:
            return False
        with told(self._server):
            return self._ear.ask_for(folders)

    @property
    def gave_up(self) -> bool:
        """Return whether the server has stopped telling of folders besides the open one."""
        return self._ear.gave_up

    def wait_for_mail(
        self,
        *others: Connection,
        seconds: float = RENEW_SECONDS,
        wake: socket.socket | None = None,
    ) -> Heard:
        """Wait on what is open here and in others: LINE once mail came, WAKE, or NOTHING."""
        ears = [self._ear, *(other._ear for other in others)]
        with told(self._server):
            return wait_for_mail(ears, seconds=seconds, wake=wake)

    def folders(self) -> list[Folder]:
        """Return every folder that can hold mail, in the server's order."""
        with told(self._server):
            status, found = self._mailbox.client.list('""', '"*"')
            self._check(status, found)
            return arranged(listed(found), self._namespaces())

    def _namespaces(self) -> Namespaces:
        """Return whose folders begin how, as far as the server tells."""
        if "NAMESPACE" not in self._mailbox.client.capabilities:
            return Namespaces()
        try:
            status, found = self._mailbox.client.namespace()
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error:
            return Namespaces()
        return namespaces(found) if status == "OK" else Namespaces()

    def examine(self, name: str) -> int:
        """Open a folder for reading alone and return its UIDVALIDITY."""
        usual, *others = spellings(name)
        try:
            return self._examine(name, usual)
        except Trouble as trouble:
            if not is_refusal(trouble):
                raise
            for spelling in others:
                with suppress(Trouble):
                    return self._examine(name, spelling)
            raise

    def _examine(self, name: str, spelling: bytes) -> int:
        with told(self._server, folder=name):
            self._mailbox.folder.set(spelling, readonly=True)
            _, found = self._mailbox.client.response("UIDVALIDITY")
            self._mailbox.client.response("EXISTS")
        text = (found or [None])[0]
        return int(text) if isinstance(text, bytes) and text.isdigit() else 0

    def new_numbers(self, *, after: int, since: date | None) -> list[int]:
        """Return the UIDs of the open folder's messages above `after`, ascending.

        Drafts are left out wherever they lie, and what is marked as deleted.

        Args:
            since: Leave out what the server received before that day.
        """
        words = ["UID", f"{after + 1}:*", "UNDELETED", "UNDRAFT"]
        if since is not None:
            words += ["SINCE", f"{since.day}-{_MONTHS[since.month - 1]}-{since.year}"]
        with told(self._server):
            status, found = self._mailbox.client.uid("SEARCH", *words)
            self._check(status, found)
        numbers = b" ".join(part for part in found if part).split()
        # "n:*" always names the last message, even one below n.
        return sorted(number for number in map(int, numbers) if number > after)

    def batches(
        self, numbers: Sequence[int], *, most: int = BATCH_MESSAGES
    ) -> Iterator[dict[int, int]]:
        """Yield UID → size, in pieces small enough to be held in memory.

        Args:
            most: How many messages are asked for at once at most.
        """
        at_once = _SIZES_AT_ONCE if most >= BATCH_MESSAGES else most
        for part in parts(numbers, size=at_once):
            sizes = self._sizes(part)
            batch: dict[int, int] = {}
            room = BATCH_BYTES
            for number in part:
                size = sizes.get(number, 0)
                taken = min(size or PEEK_BYTES, PEEK_BYTES)
                if batch and (taken > room or len(batch) >= most):
                    yield batch
                    batch, room = {}, BATCH_BYTES
                batch[number] = size
                room -= taken
            if batch:
                yield batch

    def fetch(self, batch: Mapping[int, int]) -> Given:
        """Return these messages, every flag left as it is; of large ones only the words.

        Args:
            batch: UID → size, as `batches` gives it.
        """

        def ask(numbers: Sequence[int]) -> Given:
            return self._ask({number: batch[number] for number in numbers})

        return given(ask, list(batch))

    def _ask(self, batch: Mapping[int, int]) -> Given:
        large = [uid for uid, size in batch.items() if size > LARGE_BYTES]
        there = {each.uid: each for each in (self._by_parts(large) if large else [])}
        rest = [uid for uid in batch if uid not in there]
        answer = self._starts(rest) if rest else []
        there |= {each.uid: each for each in fetched(answer)}
        return Given(
            # An answer may tell of others, too.
            tuple(there[uid] for uid in sorted(there) if uid in batch),
            frozenset(withheld(answer)).intersection(rest).difference(there),
        )

    def whole(self, number: int, *, most_bytes: int) -> bytes:
        """Return a message of the open folder with all its files; empty where it is gone."""
        items = f"(UID RFC822.SIZE BODY.PEEK[]<0.{most_bytes}>)"
        return next((each.raw for each in fetched(self._fetched([number], items))), b"")

    def _starts(self, numbers: Sequence[int]) -> list[object]:
        """Return what is answered to the beginnings of messages: all there is of most."""
        items = f"(UID RFC822.SIZE BODY.PEEK[]<0.{PEEK_BYTES}>{self._of_gmail})"
        return self._fetched(numbers, items)

    def _by_parts(self, numbers: Sequence[int]) -> list[Fetched]:
        """Return large messages made of their words, as far as the server can tell them."""
        try:
            return by_parts(self._fetched, numbers, more=self._of_gmail)
        except Trouble as trouble:
            # A server that cannot tell how its messages are built is read as before.
            if not is_refusal(trouble):
                raise
            return []

    @property
    def _of_gmail(self) -> str:
        return " X-GM-THRID X-GM-LABELS" if self._is_gmail else ""

    def _fetched(self, numbers: Sequence[int], items: str) -> list[object]:
        client = self._mailbox.client
        # Of what was refused some may have been given: it is asked for again.
        client.response("FETCH")
        try:
            with told(self._server):
                status, found = client.uid("FETCH", _ranges(numbers), items)
                self._check(status, found)
        except Trouble as trouble:
            trouble.asked = tuple(numbers)
            raise
        return list(found)

    def _sizes(self, numbers: Sequence[int]) -> dict[int, int]:
        """Return UID → size; nothing where the server does not tell."""
        try:
            found = self._fetched(numbers, "(UID RFC822.SIZE)")
        except Trouble as trouble:
            if not is_refusal(trouble):
                raise
            return {}
        return {
            number_of(answer, b"UID"): number_of(answer, b"RFC822.SIZE")
            for answer in answers(found)
        }

    def _check(self, status: str, found: Sequence[object]) -> None:
        if status != "OK":
            said = words_of(found)
            raise self._server.trouble(kind_of_answer(said), said)


def connect(server: Server, *, seconds: float = SECONDS_TO_ANSWER) -> Connection:
    """Return a signed-in connection.

    Args:
        seconds: How long each answer may take.

    Raises:
        Trouble: With a sentence, if that is not possible. Nothing secret was sent unless
            the server had proved its name.
    """
    if server.security == "plain" and not is_this_computer(server.host):
        raise server.trouble(TroubleKind.NOT_PROTECTED)
    with told(server):
        mailbox = _open(server, seconds=seconds)
    try:
        with told(server):
            _sign_in(mailbox, server)
        return Connection(server, mailbox)
    except BaseException:
        with suppress(OSError):
            mailbox.client.shutdown()
        raise


def _open(server: Server, *, seconds: float) -> Mailbox:
    host, port, reach = server.host, server.port, server.reach
    if server.security == "tls":
        return Mailbox(open_tls(host, port, reach=reach, seconds=seconds))
    client = open_plain(host, port, reach=reach, seconds=seconds)
    if server.security == "starttls":
        _protect(server, client)
    return Mailbox(client)


def _protect(server: Server, client: Client) -> None:
    try:
        status, _said = protect(client)
        if status != "OK":
            raise server.trouble(TroubleKind.NO_TLS)
    except BaseException as error:
        with suppress(OSError):
            client.shutdown()
        is_refused = isinstance(error, imaplib.IMAP4.error)
        if is_refused and not isinstance(error, imaplib.IMAP4.abort):
            raise server.trouble(TroubleKind.NO_TLS) from error
        raise


def _sign_in(mailbox: Mailbox, server: Server) -> None:
    try:
        if server.token:
            mailbox.xoauth2(server.user, server.token, initial_folder=None)
        elif f"{server.user}{server.password}".isascii():
            mailbox.login(server.user, server.password, initial_folder=None)
        else:
            mailbox.login_utf8(server.user, server.password, initial_folder=None)
    except imaplib.IMAP4.abort:
        raise
    except (imaplib.IMAP4.error, MailboxLoginError) as error:
        said = said_by(error)
        raise server.trouble(refused(server, said), said) from error


_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


def _ranges(numbers: Sequence[int]) -> str:
    """Return ascending numbers as IMAP writes them: "1:5,7"."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ",".join(str(a) if a == b else f"{a}:{b}" for a, b in ranges)
