"""A real HTTP server that speaks as a language model does: well, or badly on purpose."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

READS = {
    "lives closer": ("rejection", "given the post to somebody who lives closer"),
    "decided to go on with another candidate": (
        "rejection",
        "go on with another candidate",
    ),
    "Thursday at ten": ("interview", "talk with you on Thursday at ten"),
    "our autumn newsletter": ("other", "our autumn newsletter"),
}
"""Words of a mail → what a good model answers about it; of any other mail it is unsure."""

Behaviour = Callable[["ModelServer", BaseHTTPRequestHandler, str], None]


class ModelServer:
    """Answers at `/v1/chat/completions`, by the behaviour that it is given.

    Attributes:
        asked: The body of each request, in order.
        headers: The headers of each request, in order.
        behave: What it does with a request; `well` until a test says otherwise.
    """

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.headers: list[Mapping[str, str]] = []
        self.paths: list[str] = []
        self.behave: Behaviour = well
        self.may_go_on = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                size = int(self.headers.get("Content-Length", 0))
                sent = json.loads(self.rfile.read(size))
                outer.asked.append(sent)
                outer.headers.append(dict(self.headers))
                outer.paths.append(self.path)
                mail = "\n".join(message["content"] for message in sent["messages"][1:])
                outer.behave(outer, self, mail)

            def log_message(self, *_words: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(
            target=self._server.serve_forever, args=(0.01,), daemon=True
        ).start()
        self.port = self._server.server_port
        self.address = f"http://127.0.0.1:{self.port}/v1"

    def close(self) -> None:
        self.may_go_on.set()
        self._server.shutdown()
        self._server.server_close()


def send(
    handler: BaseHTTPRequestHandler,
    body: bytes,
    *,
    status: int = 200,
    more: Mapping[str, str] | None = None,
) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    for name, value in (more or {}).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def say(handler: BaseHTTPRequestHandler, content: object) -> None:
    """Answer as a chat does, with this as what the model wrote."""
    message = {"role": "assistant", "content": content}
    answer = {
        "object": "chat.completion",
        "choices": [{"index": 0, "message": message}],
    }
    send(handler, json.dumps(answer).encode())


def reading(verdict: str, quote: str) -> str:
    return json.dumps({"verdict": verdict, "quote": quote})


def well(_server: ModelServer, handler: BaseHTTPRequestHandler, mail: str) -> None:
    """Read the mail as a good model does."""
    words = " ".join(mail.split())
    found = next((READS[sign] for sign in READS if sign in words), ("unclear", ""))
    say(handler, reading(*found))


def always(content: object) -> Behaviour:
    """Write the same whatever the mail says."""
    return lambda _server, handler, _mail: say(handler, content)


def raw(body: bytes, *, status: int = 200, **headers: str) -> Behaviour:
    """Send this body with this status."""
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _server, handler, _mail: send(handler, body, status=status, more=more)


def obedient(_server: ModelServer, handler: BaseHTTPRequestHandler, mail: str) -> None:
    """Do what the mail says: the first line after "SAY:" is the answer."""
    _before, _sign, order = mail.partition("SAY:")
    say(handler, order.splitlines()[0].strip() if order else reading("unclear", ""))


def hang_up(_server: ModelServer, handler: BaseHTTPRequestHandler, _mail: str) -> None:
    """Close the connection without a word."""
    handler.close_connection = True
    handler.connection.close()


def break_off(
    _server: ModelServer, handler: BaseHTTPRequestHandler, _mail: str
) -> None:
    """Promise more than is sent, then close."""
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.close_connection = True


def stall(server: ModelServer, _handler: BaseHTTPRequestHandler, _mail: str) -> None:
    """Never answer, until the test is over."""
    server.may_go_on.wait()


def pour(_server: ModelServer, handler: BaseHTTPRequestHandler, _mail: str) -> None:
    """Send without end, until nobody reads any more."""
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b" " * 65_536)
    except OSError:
        handler.close_connection = True


def unlike_before(first: Behaviour, then: Behaviour) -> Behaviour:
    """Behave in one way once, in another from then on."""

    def behave(server: ModelServer, handler: BaseHTTPRequestHandler, mail: str) -> None:
        (first if len(server.asked) == 1 else then)(server, handler, mail)

    return behave
