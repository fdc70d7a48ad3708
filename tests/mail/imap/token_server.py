"""A real HTTP server that signs in and hands out tokens, as a provider does."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs


class TokenServer:
    """Answers the device flow, the loopback flow, refreshes, and whether a token is good.

    Attributes:
        asked: Every form that was sent, in order.
        is_revoked: Refreshes are refused from now on.
        pending: How often a device code is still waited for.
    """

    def __init__(self, *, user: str = "robin@person.example") -> None:
        self.asked: list[dict[str, str]] = []
        self.is_revoked = False
        self.is_broken = False
        self.pending = 0
        self.user = user
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                size = int(self.headers.get("Content-Length", 0))
                sent = parse_qs(self.rfile.read(size).decode())
                form = {name: values[0] for name, values in sent.items()}
                status, answer = outer.answer(self.path, form)
                body = (
                    answer if isinstance(answer, bytes) else json.dumps(answer).encode()
                )
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_words: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def endpoints(self, *, device: bool) -> dict[str, str]:
        return {
            "token": f"{self.address}/token",
            "scope": "mail",
            "authorize": "" if device else f"{self.address}/authorize",
            "device": f"{self.address}/device" if device else "",
        }

    def answer(self, path: str, form: dict[str, str]) -> tuple[int, Any]:
        self.asked.append(form)
        if self.is_broken:
            return 502, b"<h1>Bad gateway</h1>"
        if path == "/introspect":
            is_good = form.get("token", "").startswith("good-")
            return 200, {"active": "true" if is_good else "false", "user": self.user}
        if path == "/device":
            return 200, {
                "device_code": "device-secret",
                "user_code": "QUIL-MOOR",
                "verification_uri": "https://sign-in.example/device",
                "interval": 1,
            }
        return self._token(form)

    def _token(self, form: dict[str, str]) -> tuple[int, Any]:
        if self.is_revoked:
            gone = {"error": "invalid_grant", "error_description": "Token was revoked."}
            return 400, gone
        if form["grant_type"].endswith("device_code") and self.pending > 0:
            self.pending -= 1
            return 400, {"error": "authorization_pending"}
        answer = {"access_token": f"good-{len(self.asked)}", "token_type": "Bearer"}
        if form["grant_type"] != "refresh_token":
            answer["refresh_token"] = "refresh-secret"
        return 200, answer

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
