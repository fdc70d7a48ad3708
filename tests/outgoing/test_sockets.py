from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from onward.core.reach import ANYWHERE, PUBLIC, reach_besides
from onward.outgoing.imap import open_plain, open_tls
from onward.outgoing.smtp import Smtp
from onward.outgoing.sockets import NotAllowed, addresses_of, connected
from onward.outgoing.web import Transport


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A server that nobody may reach; it never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        yield server


def _port(listener: socket.socket) -> int:
    return int(listener.getsockname()[1])


def _is_untouched(listener: socket.socket) -> bool:
    try:
        listener.accept()
    except TimeoutError:
        return True
    return False


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f.1", "2130706433"])
def test_nothing_is_sent_to_this_computer_however_it_is_written(
    listener: socket.socket, host: str
) -> None:
    port = _port(listener)
    with pytest.raises(NotAllowed):
        connected(host, port, reach=PUBLIC, timeout_seconds=2)
    with pytest.raises(NotAllowed):
        open_plain(host, port, reach=PUBLIC, seconds=2)
    with pytest.raises(NotAllowed):
        open_tls(host, port, reach=PUBLIC, seconds=2)
    with pytest.raises(NotAllowed):
        Smtp(host, port, reach=PUBLIC, timeout=2)
    with httpx.Client(transport=Transport(PUBLIC)) as web, pytest.raises(NotAllowed):
        web.get(f"http://{host}:{port}/latest/meta-data/")
    assert _is_untouched(listener)


def test_what_is_allowed_is_connected_to(listener: socket.socket) -> None:
    port = _port(listener)
    here, _odd = reach_besides([f"localhost:{port}"])
    for reach in (ANYWHERE, here):
        with connected("localhost", port, reach=reach, timeout_seconds=2) as client:
            assert client.getpeername()[1] == port


def test_a_name_that_changes_its_mind_after_it_was_looked_at_gains_nothing(
    listener: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name server answers an allowed address first and another one ever after."""
    answers = ["127.0.0.1"]
    looked_up: list[str] = []
    real = socket.getaddrinfo

    def answering(host: Any, *rest: Any, **options: Any) -> Any:
        if host != "rebinding.example":
            return real(host, *rest, **options)
        looked_up.append("rebinding.example")
        address = answers.pop() if answers else "127.66.66.66"
        return real(address, *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", answering)
    reach, _odd = reach_besides(["127.0.0.1"])
    port = _port(listener)
    with connected("rebinding.example", port, reach=reach, timeout_seconds=2) as client:
        assert client.getpeername() == ("127.0.0.1", port)
    assert looked_up == ["rebinding.example"]
    with pytest.raises(NotAllowed):
        connected("rebinding.example", port, reach=reach, timeout_seconds=2)


def test_one_address_that_is_not_allowed_spoils_the_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def both(_host: object, port: object, **_options: object) -> list[object]:
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
            for address in ("93.184.215.14", "10.0.0.5")
        ]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with pytest.raises(NotAllowed):
        addresses_of("both.example", 443, reach=PUBLIC)


@pytest.mark.parametrize("host", ["a..b", "x" * 70 + ".example", "nowhere.invalid"])
def test_a_name_that_cannot_be_one_is_no_host(host: str) -> None:
    with pytest.raises(socket.gaierror):
        addresses_of(host, 993, reach=PUBLIC)
