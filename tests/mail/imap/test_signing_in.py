"""Signing in at a provider on the command line, against a real server that gives tokens."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from typing import cast
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from click.testing import CliRunner, Result

from onward.core.exit_codes import ExitCode
from onward.core.reach import ANYWHERE
from onward.mail.account_commands import sign_in_command
from onward.mail.imap.oauth import Client
from onward.mail.imap.providers import KEEPERS, Provider, SignInPlace
from onward.mail.imap.troubles import Trouble, TroubleKind
from onward.mail.models import ImapAccount, SignIn
from onward.mail.services.accounts import (
    AccountFacts,
    add_account,
    is_signed_in,
    oauth_client,
)
from onward.mail.services.signing_in import SECONDS_BETWEEN_QUESTIONS, sign_in
from onward.people.services import local_person
from tests.builders import NOW
from tests.dovecot import Dovecot
from tests.mail.imap.token_server import TokenServer

pytestmark = pytest.mark.django_db


@pytest.fixture
def tokens(address: str) -> Iterator[TokenServer]:
    server = TokenServer(user=address)
    yield server
    server.close()


def client(tokens: TokenServer, *, device: bool) -> Client:
    place = SignInPlace(**tokens.endpoints(device=device))
    return Client(place, client_id="my-own-client", reach=ANYWHERE)


def never(_seconds: float) -> None:
    raise AssertionError("nobody has to wait here")


class Browser:
    """Goes where a person is sent, and comes back with an answer."""

    def __init__(self, **answer: str) -> None:
        self.answer = answer
        self.seen: list[int] = []

    def open(self, words: str) -> None:
        page = words.rpartition(" ")[2]
        query = {k: v[0] for k, v in parse_qs(urlsplit(page).query).items()}
        threading.Thread(target=self._come_back, args=(query,)).start()

    def _come_back(self, query: dict[str, str]) -> None:
        back = query["redirect_uri"]
        assert back.startswith("http://127.0.0.1:")
        for state in ("of-somebody-else", query["state"]):
            sent = urlencode({"state": state, **self.answer})
            try:
                with urllib.request.urlopen(f"{back}?{sent}", timeout=10) as answer:
                    self.seen.append(answer.status)
            except urllib.error.HTTPError as error:
                self.seen.append(error.code)


def test_a_code_is_asked_about_until_it_was_entered(tokens: TokenServer) -> None:
    tokens.pending = 2
    said: list[str] = []
    waits: list[float] = []
    found = sign_in(client(tokens, device=True), say=said.append, wait=waits.append)
    assert found.refresh == "refresh-secret"
    assert waits == [SECONDS_BETWEEN_QUESTIONS] * 2
    (words,) = said
    assert "https://sign-in.example/device" in words
    assert "QUIL-MOOR" in words


def test_the_browser_comes_back_with_proof(tokens: TokenServer) -> None:
    browser = Browser(code="the-code")
    found = sign_in(client(tokens, device=False), say=browser.open, wait=never)
    assert found.refresh == "refresh-secret"
    assert tokens.asked[0]["code"] == "the-code"
    assert len(tokens.asked[0]["code_verifier"]) >= 43
    assert browser.seen[0] == 404


def test_whoever_says_no_there_changes_nothing(tokens: TokenServer) -> None:
    browser = Browser(error="access_denied")
    with pytest.raises(Trouble) as caught:
        sign_in(client(tokens, device=False), say=browser.open, wait=never)
    assert caught.value.kind is TroubleKind.REVOKED
    assert tokens.asked == []


def run(*words: str) -> Result:
    # Without its group, which would open the person's own home.
    return CliRunner().invoke(sign_in_command, [*words])


def kept_mailbox(dovecot: Dovecot, tokens: TokenServer) -> ImapAccount:
    """A mailbox of which the sign-in is to be done again."""
    dovecot.accept_tokens_of(f"{tokens.address}/introspect")
    facts = AccountFacts(
        address=tokens.user,
        host="127.0.0.1",
        port=dovecot.tls_port,
        security="tls",
        sign_in=SignIn.OAUTH,
        client_id="my-own-client",
        endpoints=tokens.endpoints(device=True),
    )
    return add_account(local_person(), facts, client_secret="its-secret", now=NOW)


def test_a_mailbox_is_signed_in_to_again(dovecot: Dovecot, tokens: TokenServer) -> None:
    account = kept_mailbox(dovecot, tokens)
    done = run(tokens.user)
    assert done.exit_code == 0, done.output
    assert "QUIL-MOOR" in done.output
    assert "Signed in. Folders that are read: INBOX." in done.output
    assert "secret" not in done.output
    account.refresh_from_db()
    assert is_signed_in(account)
    assert account.next_at is not None
    tokens.is_broken = True
    failed = run(tokens.user)
    assert failed.exit_code == ExitCode.UNREADABLE
    assert "did not work" in failed.output
    assert ImapAccount.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "client_id", "secret"),
    [
        ((), "my-own-client", "its-secret"),
        (("--client-id", "new"), "new", ""),
        (("--client-id", "new", "--client-secret", "s3"), "new", "s3"),
        (("--client-secret", "s3"), "my-own-client", "s3"),
        (("--client-id", "my-own-client"), "my-own-client", "its-secret"),
    ],
)
def test_another_registration_is_used_and_kept_where_one_is_given(
    dovecot: Dovecot,
    tokens: TokenServer,
    words: tuple[str, ...],
    client_id: str,
    secret: str,
) -> None:
    account = kept_mailbox(dovecot, tokens)
    done = run(tokens.user, *words)
    assert done.exit_code == 0, done.output
    named = {asked["client_id"] for asked in tokens.asked if "client_id" in asked}
    assert named == {client_id}
    account.refresh_from_db()
    kept = oauth_client(account)
    assert (kept.client_id, kept.client_secret) == (client_id, secret)


def test_a_registration_with_which_nobody_gets_in_is_not_kept(
    dovecot: Dovecot, tokens: TokenServer
) -> None:
    account = kept_mailbox(dovecot, tokens)
    tokens.is_broken = True
    failed = run(tokens.user, "--client-id", "new", "--client-secret", "s3")
    assert failed.exit_code == ExitCode.UNREADABLE
    account.refresh_from_db()
    kept = oauth_client(account)
    assert (kept.client_id, kept.client_secret) == ("my-own-client", "its-secret")


def test_a_sign_in_that_comes_to_nothing_leaves_no_mailbox(
    monkeypatch: pytest.MonkeyPatch, tokens: TokenServer
) -> None:
    tokens.is_broken = True
    google = KEEPERS["google"]
    place = SignInPlace(**tokens.endpoints(device=True))
    monkeypatch.setitem(
        cast("dict[str, Provider]", KEEPERS), "google", replace(google, sign_in=place)
    )
    failed = run("robin@firm.example", "--client-id", "x", "--at", "google")
    assert failed.exit_code == ExitCode.UNREADABLE
    assert not ImapAccount.objects.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("robin@outlook.com",), "--client-id ID"),
        (("robin@firm.example", "--client-id", "x"), "choose which of them keeps"),
    ],
)
def test_what_is_missing_for_a_sign_in_is_said(
    words: tuple[str, ...], said: str
) -> None:
    failed = run(*words)
    assert said in failed.output
    assert failed.exit_code == ExitCode.TROUBLE
    assert not ImapAccount.objects.exists()
