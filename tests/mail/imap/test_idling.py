"""Waiting until a real server says that mail came."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from onward.core.reach import ANYWHERE
from onward.mail.imap.connection import Connection, connect
from onward.mail.imap.idling import RENEW_SECONDS
from onward.mail.imap.server import Server
from onward.mail.imap.troubles import Trouble, TroubleKind
from onward.outgoing.imap import Heard
from tests.dovecot import PASSWORD, CuttingProxy, Dovecot
from tests.mail.imap.test_syncing import hiring


def opened(dovecot: Dovecot, address: str, *, security: str = "tls") -> Connection:
    port = dovecot.tls_port if security == "tls" else dovecot.port
    where = Server("127.0.0.1", port, security, address, PASSWORD, reach=ANYWHERE)
    connection = connect(where, seconds=10)
    connection.examine("INBOX")
    return connection


@pytest.mark.parametrize("security", ["tls", "starttls", "plain"])
def test_mail_that_comes_is_heard_of_and_can_be_fetched(
    dovecot: Dovecot, address: str, security: str
) -> None:
    with opened(dovecot, address, security=security) as connection:
        assert connection.can_idle
        later = threading.Timer(0.3, dovecot.seed, [hiring(1)], {"user": address})
        later.start()
        began = time.monotonic()
        assert connection.wait_for_mail(seconds=30) is Heard.LINE
        assert time.monotonic() - began < 15
        assert connection.new_numbers(after=0, since=None) == [1]
    assert dovecot.flags(user=address) == [""]


def test_what_came_before_the_wait_began_is_heard_of_too(
    dovecot: Dovecot, address: str
) -> None:
    with opened(dovecot, address) as connection:
        dovecot.seed(hiring(1), user=address)
        assert connection.wait_for_mail(seconds=30) is Heard.LINE


def test_a_quiet_folder_ends_the_wait_in_its_time_and_it_can_be_renewed(
    dovecot: Dovecot, address: str
) -> None:
    dovecot.seed(hiring(1), user=address)
    with opened(dovecot, address) as connection:
        for _ in range(3):
            assert connection.wait_for_mail(seconds=0.2) is Heard.NOTHING
        assert connection.new_numbers(after=0, since=None) == [1]
    assert RENEW_SECONDS < 29 * 60


def test_whoever_waits_can_be_woken(dovecot: Dovecot, address: str) -> None:
    mine, theirs = socket.socketpair()
    with mine, theirs, opened(dovecot, address) as connection:
        threading.Timer(0.2, theirs.send, [b"."]).start()
        began = time.monotonic()
        assert connection.wait_for_mail(seconds=30, wake=mine) is Heard.WAKE
        assert time.monotonic() - began < 10
        assert connection.new_numbers(after=0, since=None) == []


def test_a_connection_that_breaks_while_waiting_is_a_sentence(
    dovecot: Dovecot, address: str
) -> None:
    proxy = CuttingProxy(dovecot.port, cut_after=())
    where = Server("127.0.0.1", proxy.port, "plain", address, PASSWORD, reach=ANYWHERE)
    connection = connect(where, seconds=10)
    connection.examine("INBOX")
    threading.Timer(0.2, proxy.cut).start()
    with pytest.raises(Trouble) as caught:
        connection.wait_for_mail(seconds=30)
    assert caught.value.kind is TroubleKind.DROPPED
    connection.close()
    proxy.close()


def test_nothing_sent_before_protection_counts_after_it() -> None:
    """A man in the middle adds an answer to the last unprotected words."""
    from onward.outgoing.imap import _Reading

    left, right = socket.socketpair()
    other, far = socket.socketpair()
    reading = _Reading()
    with left, right, other, far:
        reading.sock = left
        right.sendall(b"A1 OK begin TLS\r\n* CAPABILITY IMAP4rev1 EVIL\r\n")
        assert reading.readline() == b"A1 OK begin TLS\r\n"
        reading.sock = other
        far.sendall(b"* CAPABILITY IMAP4rev1\r\n")
        assert reading.readline() == b"* CAPABILITY IMAP4rev1\r\n"


def test_pieces_of_lines_and_literals_are_put_together() -> None:
    from onward.outgoing.imap import _Reading, wait_for_line

    left, right = socket.socketpair()
    reading = _Reading()
    with left:
        reading.sock = left
        right.sendall(b"* OK he")
        threading.Timer(0.1, right.sendall, [b"llo\r\n12345ab"]).start()
        assert reading.readline() == b"* OK hello\r\n"
        assert reading.read(5) == b"12345"
        assert wait_for_line([reading], seconds=5, wake=None) == (Heard.LINE, [reading])
        right.close()
        assert reading.read(9) == b"ab"
        assert wait_for_line([reading], seconds=5, wake=None) == (Heard.LINE, [reading])
        assert reading.readline() == b""
