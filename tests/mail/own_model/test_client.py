from __future__ import annotations

import gzip
import itertools
import json
import os
import ssl
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from onward.core.reach import ANYWHERE
from onward.mail.own_model.client import MAX_ANSWER_BYTES, Model
from onward.mail.own_model.server import ModelServer
from onward.mail.own_model.troubles import (
    OF_ONE_MESSAGE,
    SENTENCES,
    ModelTrouble,
    ModelTroubleKind,
)
from onward.mail.rules.own_model.address import model_address
from onward.mail.rules.own_model.asking import Question
from tests.dovecot import free_port
from tests.mail.own_model import model_server as behave
from tests.mail.own_model.model_server import Behaviour
from tests.mail.own_model.model_server import ModelServer as Server

QUESTION = Question(system="Sort it.", data="Thursday at ten")


def model_at(address: str, *, key: str = "", seconds: float = 20.0) -> Model:
    server = ModelServer(model_address(address), "small", key, ANYWHERE)
    return Model(server, seconds=seconds)


def trouble_of(server: Server, behaviour: Behaviour, *, key: str = "") -> ModelTrouble:
    server.behave = behaviour
    with (
        model_at(server.address, key=key) as model,
        pytest.raises(ModelTrouble) as told,
    ):
        model.ask(QUESTION)
    return told.value


def test_a_question_is_asked_as_a_chat_and_its_answer_returned(server: Server) -> None:
    with model_at(server.address, key="sesame") as model:
        answer = model.ask(QUESTION)
    assert json.loads(answer)["verdict"] == "interview"
    (sent,) = server.asked
    assert server.paths == ["/v1/chat/completions"]
    assert sent["model"] == "small"
    assert [part["role"] for part in sent["messages"]] == ["system", "user"]
    assert sent["messages"][1]["content"] == QUESTION.data
    assert (sent["temperature"], sent["stream"]) == (0, False)
    assert sent["response_format"]["type"] == "json_schema"
    assert server.headers[0]["Authorization"] == "Bearer sesame"


def test_without_a_key_none_is_sent(server: Server) -> None:
    with model_at(server.address) as model:
        model.ask(QUESTION)
    assert "Authorization" not in server.headers[0]
    assert "Cookie" not in server.headers[0]


def test_a_server_that_knows_no_shapes_is_asked_without(server: Server) -> None:
    refusal = behave.raw(b'{"error": "unknown field response_format"}', status=400)
    server.behave = behave.unlike_before(refusal, behave.well)
    with model_at(server.address) as model:
        assert "interview" in model.ask(QUESTION)
        assert "interview" in model.ask(QUESTION)
    assert ["response_format" in sent for sent in server.asked] == [True, False, False]


@pytest.mark.parametrize(
    ("behaviour", "kind"),
    [
        (behave.raw(b"\x00\xff\x13garbage"), ModelTroubleKind.NOT_AN_ANSWER),
        (behave.raw(b"<html><h1>Router</h1></html>"), ModelTroubleKind.NOT_AN_ANSWER),
        (behave.raw(b""), ModelTroubleKind.NOT_AN_ANSWER),
        (behave.raw(b"[" * 100_000), ModelTroubleKind.NOT_AN_ANSWER),
        (behave.raw(b'{"choices": []}'), ModelTroubleKind.NOT_AN_ANSWER),
        (behave.raw(b'{"choices": [{"message": 7}]}'), ModelTroubleKind.NOT_AN_ANSWER),
        (behave.always(None), ModelTroubleKind.NOT_AN_ANSWER),
        (behave.always(["rejection"]), ModelTroubleKind.NOT_AN_ANSWER),
        (behave.raw(b"{}", status=401), ModelTroubleKind.WRONG_KEY),
        (behave.raw(b"{}", status=403), ModelTroubleKind.WRONG_KEY),
        (behave.raw(b"{}", status=404), ModelTroubleKind.NO_MODEL),
        (behave.raw(b"{}", status=429), ModelTroubleKind.BUSY),
        (behave.raw(b"{}", status=400), ModelTroubleKind.REFUSED),
        (behave.raw(b"oh", status=500), ModelTroubleKind.BROKEN),
        (behave.raw(b"<h1>Bad gateway</h1>", status=502), ModelTroubleKind.BROKEN),
        (behave.hang_up, ModelTroubleKind.DROPPED),
        (behave.break_off, ModelTroubleKind.DROPPED),
        (behave.pour, ModelTroubleKind.TOO_MUCH),
        (behave.raw(b" " * (MAX_ANSWER_BYTES + 1)), ModelTroubleKind.TOO_MUCH),
    ],
)
def test_each_bad_answer_is_one_plain_sentence(
    server: Server, behaviour: Behaviour, kind: ModelTroubleKind
) -> None:
    trouble = trouble_of(server, behaviour)
    assert trouble.kind is kind
    assert "127.0.0.1" in str(trouble)
    assert "%(" not in str(trouble)


def test_a_packed_body_is_not_unpacked(server: Server) -> None:
    bomb = gzip.compress(b" " * 50_000_000)
    assert len(bomb) < MAX_ANSWER_BYTES
    trouble = trouble_of(server, behave.raw(bomb, Content_Encoding="gzip"))
    assert trouble.kind is ModelTroubleKind.NOT_AN_ANSWER


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(server: Server, status: int) -> None:
    other = Server()
    try:
        elsewhere = behave.raw(b"", status=status, Location=f"{other.address}/chat")
        trouble = trouble_of(server, elsewhere, key="sesame")
        assert trouble.kind is ModelTroubleKind.REDIRECT
        assert (len(server.asked), other.asked) == (1, [])
    finally:
        other.close()


def test_no_proxy_of_the_surroundings_sees_the_mail(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = Server()
    try:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        with model_at(server.address) as model:
            model.ask(QUESTION)
        assert (len(server.asked), proxy.asked) == (1, [])
    finally:
        proxy.close()


def test_a_server_that_never_answers_is_given_up(server: Server) -> None:
    server.behave = behave.stall
    with (
        model_at(server.address, seconds=0.05) as model,
        pytest.raises(ModelTrouble) as told,
    ):
        model.ask(QUESTION)
    assert told.value.kind is ModelTroubleKind.TOO_SLOW


def test_a_server_that_drips_is_given_up_after_the_whole_time(server: Server) -> None:
    server.behave = behave.raw(b" " * 100_000)
    hours = itertools.count(step=3600.0)
    place = ModelServer(model_address(server.address), "small", reach=ANYWHERE)
    with (
        Model(place, clock=lambda: next(hours)) as model,
        pytest.raises(ModelTrouble) as told,
    ):
        model.ask(QUESTION)
    assert told.value.kind is ModelTroubleKind.TOO_SLOW


def test_a_closed_port_is_told(server: Server) -> None:
    port = free_port()
    with (
        model_at(f"http://127.0.0.1:{port}/v1") as model,
        pytest.raises(ModelTrouble) as told,
    ):
        model.ask(QUESTION)
    assert told.value.kind is ModelTroubleKind.CLOSED_PORT
    assert f"port {port}" in str(told.value)


def test_a_server_without_a_trusted_certificate_gets_nothing(tmp_path: Path) -> None:
    pair = tmp_path / "pair.pem"
    words = "req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost"
    subprocess.run(
        ["openssl", *words.split(), "-keyout", pair, "-out", tmp_path / "cert.pem"],
        check=True,
        capture_output=True,
        env={**os.environ},
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", pair)
    web = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    web.socket = context.wrap_socket(web.socket, server_side=True)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    try:
        with (
            model_at(f"https://127.0.0.1:{web.server_port}/v1") as model,
            pytest.raises(ModelTrouble) as told,
        ):
            model.ask(QUESTION)
    finally:
        web.shutdown()
        web.server_close()
    assert told.value.kind is ModelTroubleKind.WRONG_CERTIFICATE
    assert "self-signed" in str(told.value)


def test_what_a_server_says_is_told_short_and_without_the_key(server: Server) -> None:
    said = json.dumps({"error": {"message": "no sesame-key here\n" + "x" * 900}})
    trouble = trouble_of(
        server, behave.raw(said.encode(), status=500), key="sesame-key"
    )
    assert "sesame-key" not in str(trouble)
    assert "500 no … here xxx" in str(trouble)
    assert len(str(trouble)) < 400


def test_odd_words_of_a_server_do_no_harm(server: Server) -> None:
    for body in (b'{"error": {"message": ["%(host)s"]}}', b'{"error": "%(x)s %d"}'):
        assert str(trouble_of(server, behave.raw(body, status=500)))


def test_the_key_is_not_in_what_is_printed_of_a_server() -> None:
    server = ModelServer(model_address("localhost:1"), "small", "sesame")
    assert "sesame" not in repr(server)


def test_every_trouble_has_a_sentence() -> None:
    assert set(SENTENCES) == set(ModelTroubleKind)
    assert set(ModelTroubleKind) > OF_ONE_MESSAGE
