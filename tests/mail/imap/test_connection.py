from __future__ import annotations

import pytest

from onward.core.reach import ANYWHERE, is_this_computer
from onward.mail.imap.connection import _ranges, connect
from onward.mail.imap.server import Server, refused
from onward.mail.imap.troubles import Trouble, TroubleKind
from tests.dovecot import PASSWORD, USER, Dovecot, free_port, make_certificate, trusting


def server(dovecot: Dovecot, **facts: object) -> Server:
    known: dict[str, object] = {
        "host": "127.0.0.1",
        "port": dovecot.tls_port,
        "security": "tls",
        "user": USER,
        "password": PASSWORD,
        "reach": ANYWHERE,
    }
    return Server(**{**known, **facts})  # type: ignore[arg-type]


def trouble(wrong: Server) -> Trouble:
    with pytest.raises(Trouble) as caught:
        connect(wrong, seconds=10)
    return caught.value


@pytest.mark.parametrize("security", ["tls", "starttls", "plain"])
def test_each_protection_opens(dovecot: Dovecot, security: str) -> None:
    port = dovecot.tls_port if security == "tls" else dovecot.port
    with connect(server(dovecot, security=security, port=port)) as connection:
        assert "INBOX" in [folder.name for folder in connection.folders()]


def test_a_wrong_password_is_a_sentence(dovecot: Dovecot) -> None:
    wrong = trouble(server(dovecot, password="nearly"))
    assert wrong.kind is TroubleKind.WRONG_PASSWORD
    assert "does not accept this user name and password" in str(wrong)


def test_words_outside_ascii_are_a_wrong_password_too(dovecot: Dovecot) -> None:
    assert trouble(server(dovecot, password="größe")).kind is TroubleKind.WRONG_PASSWORD


def test_a_certificate_that_nobody_vouches_for_is_refused(
    dovecot: Dovecot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("other")
    make_certificate(folder, name="other", host="127.0.0.1")
    with trusting(folder / "authority.pem"):
        wrong = trouble(server(dovecot))
    assert wrong.kind is TroubleKind.WRONG_CERTIFICATE
    assert "nothing was sent" in str(wrong)


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_for_another_name_is_refused(
    dovecot: Dovecot, security: str
) -> None:
    port = dovecot.tls_port if security == "tls" else dovecot.port
    wrong = trouble(server(dovecot, host="localhost", security=security, port=port))
    assert wrong.kind is TroubleKind.WRONG_CERTIFICATE


def test_a_closed_port_and_an_unknown_host_are_sentences(dovecot: Dovecot) -> None:
    closed = trouble(server(dovecot, port=free_port()))
    assert closed.kind is TroubleKind.CLOSED_PORT
    unknown = trouble(server(dovecot, host="nowhere.invalid"))
    assert unknown.kind is TroubleKind.NO_HOST
    assert "nowhere.invalid" in str(unknown)


def test_a_port_without_tls_is_a_sentence(dovecot: Dovecot) -> None:
    assert trouble(server(dovecot, port=dovecot.port)).kind is TroubleKind.NO_TLS


def test_an_unprotected_password_never_leaves_this_computer(dovecot: Dovecot) -> None:
    far = server(dovecot, host="imap.far.example", security="plain")
    assert trouble(far).kind is TroubleKind.NOT_PROTECTED


@pytest.mark.parametrize(
    ("host", "is_here"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("127.0.0.1.example", False),
        ("localhost.example", False),
        ("10.0.0.1", False),
    ],
)
def test_only_true_loopback_names_count(host: str, is_here: bool) -> None:
    assert is_this_computer(host) is is_here


def test_numbers_are_written_as_ranges() -> None:
    assert _ranges([1, 2, 3, 7, 9, 10]) == "1:3,7,9:10"


@pytest.mark.parametrize(
    ("host", "token", "said", "kind"),
    [
        ("imap.person.example", "", "LOGIN failed.", "wrong_password"),
        ("outlook.office365.com", "", "LOGIN failed.", "sign_in_only"),
        ("outlook.office365.com", "", "[UNAVAILABLE] Temporary failure", "throttled"),
        ("outlook.office365.com", "a-token", "AUTHENTICATE failed.", "revoked"),
        ("imap.gmail.com", "", "[ALERT] Application-specific password", "app_password"),
    ],
)
def test_a_refusal_says_what_the_server_would_take(
    host: str, token: str, said: str, kind: str
) -> None:
    server = Server(host, 993, "tls", "robin", token=token)
    assert refused(server, said) == kind
