"""Sending through a real server: with TLS or without, and everything that goes wrong."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

import pytest

from onward.core.reach import ANYWHERE, PUBLIC
from onward.method.feedback.rules.kinds import Security, SendProblem
from onward.method.feedback.sources.smtp import (
    SendTrouble,
    Server,
    compose,
    new_message_id,
    send,
)
from tests.builders import NOW
from tests.method.feedback.mail_server import PASSWORD, TLS, USER, Kind, mail_server

# The servers of these tests ask for a password without STARTTLS, on this machine alone.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
KINDS: list[tuple[Kind, Security]] = [
    ("plain", Security.NONE),
    ("starttls", Security.STARTTLS),
    ("tls", Security.TLS),
]


@pytest.fixture
def trust(monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine trusts the authority of the tests."""
    monkeypatch.setenv("SSL_CERT_FILE", str(TLS / "authority.pem"))


def letter(
    *,
    to: str = "dana@bright.example",
    sender: str = "robin@me.example",
    body: str = "Grüße\n",
) -> EmailMessage:
    return compose(
        sender=("Robin Vale", sender),
        to=("Dana Whitcombe", to),
        subject="Re: Die Stelle als Bürokraft",
        body=body,
        message_id="one@me.example",
        at=NOW,
        in_reply_to="two@bright.example",
        references=("three@bright.example", "two@bright.example"),
    )


def server(port: int, security: Security, **changes: str) -> Server:
    return Server("127.0.0.1", port, security, reach=ANYWHERE, **changes)


def trouble(where: Server, message: EmailMessage, **options: float) -> SendTrouble:
    with pytest.raises(SendTrouble) as caught:
        send(where, message, **options)
    return caught.value


@pytest.mark.usefixtures("trust")
@pytest.mark.parametrize(("kind", "security"), KINDS)
def test_a_message_arrives_as_it_was_written(kind: Kind, security: Security) -> None:
    with mail_server(kind, asks=True) as box:
        send(server(box.port, security, user=USER, password=PASSWORD), letter())
    (came,) = box.taken
    assert box.recipients == ["dana@bright.example"]
    assert came["From"] == "Robin Vale <robin@me.example>"
    assert came["Subject"] == "Re: Die Stelle als Bürokraft"
    assert came["Message-ID"] == "<one@me.example>"
    assert came["In-Reply-To"] == "<two@bright.example>"
    assert came["References"] == "<three@bright.example> <two@bright.example>"
    assert came.get_content().replace("\r\n", "\n") == "Grüße\n"


@pytest.mark.parametrize(("kind", "security"), KINDS[1:])
def test_a_certificate_that_nobody_vouches_for_is_refused(
    kind: Kind, security: Security
) -> None:
    with mail_server(kind, certificate="self_signed.pem") as box:
        found = trouble(server(box.port, security), letter())
    assert found.problem == SendProblem.CERTIFICATE
    assert box.taken == []


@pytest.mark.usefixtures("trust")
@pytest.mark.parametrize(("kind", "security"), KINDS)
def test_a_wrong_password_is_named(kind: Kind, security: Security) -> None:
    with mail_server(kind, asks=True) as box:
        found = trouble(
            server(box.port, security, user=USER, password="wrong"), letter()
        )
    assert found.problem == SendProblem.WRONG_PASSWORD
    assert box.taken == []


def test_a_refused_recipient_sender_and_text_are_told_apart() -> None:
    with mail_server() as box:
        where = server(box.port, Security.NONE)
        recipient = trouble(where, letter(to="nobody@bright.example"))
        sender = trouble(where, letter(sender="stranger@me.example"))
        text = trouble(where, letter(body="refuse this\n"))
    assert (recipient.problem, recipient.said) == (
        SendProblem.RECIPIENT_REFUSED,
        "no such user here",
    )
    assert sender.problem == SendProblem.SENDER_REFUSED
    assert (text.problem, text.said) == (
        SendProblem.MESSAGE_REFUSED,
        "looks like spam to us",
    )
    assert box.taken == []


def test_a_server_without_starttls_gets_nothing() -> None:
    with mail_server() as box:
        found = trouble(server(box.port, Security.STARTTLS), letter())
        other = trouble(server(box.port, Security.TLS), letter(), timeout_seconds=2)
    assert found.problem == SendProblem.NO_TLS
    assert other.problem == SendProblem.NO_TLS
    assert box.taken == []


def test_a_name_that_no_server_has() -> None:
    where = Server("no-such-label-" + "x" * 60 + ".example", 25, Security.NONE)
    assert trouble(where, letter()).problem == SendProblem.HOST_UNKNOWN


def test_a_name_that_does_not_resolve(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_words: object, **_options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    where = Server("smtp.nowhere.example", 25, Security.NONE)
    assert trouble(where, letter()).problem == SendProblem.HOST_UNKNOWN


def test_nobody_listens_at_this_port() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    found = trouble(server(port, Security.NONE), letter())
    assert found.problem == SendProblem.NOT_REACHABLE


@contextmanager
def odd_server(*answers: bytes) -> Iterator[int]:
    """A server that says these lines, one after each of ours, and then goes quiet."""
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            with listening.accept()[0] as talk:
                for answer in answers:
                    talk.sendall(answer)
                    talk.recv(65536)
                done.wait(10)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            done.set()
            thread.join(10)


def test_a_server_that_says_nothing_is_not_waited_for_long() -> None:
    with odd_server() as port:
        found = trouble(server(port, Security.NONE), letter(), timeout_seconds=0.2)
    assert found.problem == SendProblem.TIMEOUT


def test_where_the_text_left_and_no_word_came_back_it_is_said_that_nobody_knows() -> (
    None
):
    ok = b"250 fine\r\n"
    with odd_server(b"220 hello\r\n", ok, ok, ok, b"354 go on\r\n") as port:
        found = trouble(server(port, Security.NONE), letter(), timeout_seconds=0.5)
    assert found.problem == SendProblem.NOT_CONFIRMED


def test_a_message_id_tells_nothing_of_this_machine() -> None:
    name = new_message_id("robin@me.example")
    assert name.endswith("@me.example")
    assert socket.gethostname() not in name
    assert name != new_message_id("robin@me.example")


def test_no_line_break_gets_into_a_header() -> None:
    with pytest.raises(ValueError, match=r"newline|linefeed"):
        compose(
            sender=("Robin", "robin@me.example"),
            to=("Dana", "dana@b.example"),
            subject="Hello\nBcc: x@y.example",
            body="",
            message_id="a@b",
            at=NOW,
        )


def test_a_server_that_is_not_allowed_is_never_spoken_to() -> None:
    with socket.create_server(("127.0.0.1", 0)) as box:
        where = Server("localhost", box.getsockname()[1], Security.NONE, reach=PUBLIC)
        with pytest.raises(SendTrouble) as caught:
            send(where, letter())
        assert caught.value.problem == SendProblem.NOT_ALLOWED
        assert not caught.value.said
        box.settimeout(0.2)
        with pytest.raises(TimeoutError):
            box.accept()
