"""Signing in at a mail provider from the command line: by a code, or by its page and back."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

from django.utils.translation import gettext as _

from onward.mail.imap import oauth
from onward.mail.imap.oauth import Client, Tokens
from onward.mail.imap.troubles import Trouble, TroubleKind

SECONDS_BETWEEN_QUESTIONS = 5.0
SECONDS_TO_COME_BACK = 600.0

Say = Callable[[str], object]


def sign_in(client: Client, *, say: Say, wait: Callable[[float], object]) -> Tokens:
    """Return what the provider gives once the person has said yes there.

    Args:
        say: Tells the person what to do.
        wait: Sleeps between two questions whether they have.

    Raises:
        Trouble: If they said no, took too long, or the provider refuses.
    """
    if client.place.device:
        return _by_code(client, say=say, wait=wait)
    return _by_page(client, say=say)


def _by_code(client: Client, *, say: Say, wait: Callable[[float], object]) -> Tokens:
    code = oauth.begin_device(client)
    say(
        _("Open %(address)s and enter this code there: %(code)s")
        % {"address": code.address, "code": code.shown}
    )
    # The provider ends it: the code runs out.
    while (tokens := oauth.finish_device(client, code)) is None:
        wait(SECONDS_BETWEEN_QUESTIONS)
    return tokens


def _by_page(client: Client, *, say: Say) -> Tokens:
    state, verifier = secrets.token_urlsafe(24), oauth.new_verifier()
    with _Back(("127.0.0.1", 0), _Answer) as back:
        back.state = state
        back.timeout = SECONDS_TO_COME_BACK
        here = f"http://127.0.0.1:{back.server_port}/"
        page = oauth.page_address(client, back=here, state=state, verifier=verifier)
        say(_("Open this in a browser on this computer: %(page)s") % {"page": page})
        while not back.is_over:
            back.handle_request()
    if not back.code:
        raise Trouble(TroubleKind.REVOKED, host=client.host)
    return oauth.finish_page(client, code=back.code, back=here, verifier=verifier)


class _Back(HTTPServer):
    """Waits on this computer alone for the browser that comes back from the provider."""

    state = ""
    code = ""
    is_over = False

    def handle_timeout(self) -> None:
        self.is_over = True


class _Answer(BaseHTTPRequestHandler):
    server: _Back
    timeout = 10

    def do_GET(self) -> None:
        found = parse_qs(urlsplit(self.path).query)
        is_ours = secrets.compare_digest(
            found.get("state", [""])[0].encode(), self.server.state.encode()
        )
        if is_ours:
            self.server.code = found.get("code", [""])[0]
            self.server.is_over = True
        words = (
            _("You can close this page.") if is_ours else _("This is not a sign-in.")
        )
        body = words.encode()
        self.send_response(200 if is_ours else 404)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Say nothing: the address holds a secret."""
