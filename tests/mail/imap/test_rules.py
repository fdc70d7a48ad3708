from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.imap.fetched import fetched
from onward.mail.imap.folders import Folder, Use, suggested, use_of
from onward.mail.imap.providers import provider_of
from onward.mail.imap.troubles import (
    NEEDS_PERSON,
    SENTENCES,
    Trouble,
    TroubleKind,
    kind_of_answer,
    kind_of_opening,
    wait_after,
)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("[AUTHENTICATIONFAILED] Invalid credentials (Failure)", "wrong_password"),
        ("[ALERT] Application-specific password required", "app_password"),
        ("[OVERQUOTA] Account exceeded command or bandwidth limits", "throttled"),
        ("[THROTTLED] Too many simultaneous connections", "too_many"),
        ("[ALERT] Too many simultaneous connections. (Failure)", "too_many"),
        (
            "[LIMIT] Maximum number of connections from user+IP exceeded "
            "(mail_max_userip_connections=10)",
            "too_many",
        ),
        ("[LIMIT] Too many keywords", "throttled"),
        ("Too many requests", "throttled"),
        ("[UNAVAILABLE] Temporary authentication failure", "throttled"),
        ("User is authenticated but not connected.", "throttled"),
        ("LOGIN failed.", "wrong_password"),
        ("Mailbox doesn't exist: Jobs", "no_folder"),
        ("[NONEXISTENT] Temporary jobs is gone", "no_folder"),
        ("Login failed: user does not exist", "wrong_password"),
        ("Something else", "refused"),
    ],
)
def test_a_servers_words_are_understood(said: str, kind: str) -> None:
    assert kind_of_answer(said) == kind


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("[NONEXISTENT] Mailbox doesn't exist: Temporary (0.001 secs).", "no_folder"),
        ("Mailbox doesn't exist: Temporary", "no_folder"),
        ("[NOPERM] You are not authorized to open this", "no_folder"),
        ("Cannot open Temporary", "no_folder"),
        ("[UNAVAILABLE] Temporary: come back later", "throttled"),
        ("[AUTHENTICATIONFAILED] Your session is over", "wrong_password"),
    ],
)
def test_why_a_folder_is_not_opened_is_never_read_from_its_name(
    said: str, kind: str
) -> None:
    for name in (
        "Temporary",
        "Authors",
        "Too many logins",
        "Does not exist",
        "A",
        "&AOQ-",
    ):
        spelled = said.replace("Temporary", name)
        assert kind_of_opening(spelled, names=[name]) == kind


@pytest.mark.parametrize("kind", TroubleKind)
def test_every_trouble_has_a_sentence_that_says_what_to_do(kind: TroubleKind) -> None:
    sentence = str(Trouble(kind, host="imap.person.example", port=993, said="a reason"))
    assert kind in SENTENCES
    assert "%" not in sentence
    assert (
        ":" in sentence
        or ";" in sentence
        or "by itself" in sentence
        or "next" in sentence
    )


@given(st.sampled_from(TroubleKind), st.integers(1, 60))
def test_the_pause_grows_and_ends_within_a_day(kind: TroubleKind, times: int) -> None:
    now, later = wait_after(kind, times=times), wait_after(kind, times=times + 1)
    assert timedelta(minutes=2) <= now <= later <= timedelta(days=1)
    if kind in NEEDS_PERSON:
        assert now == timedelta(days=1)


@pytest.mark.parametrize("kind", ["no_host", "closed_port", "dropped", "too_slow"])
def test_whoever_was_offline_for_a_night_is_not_behind_in_the_morning(
    kind: str,
) -> None:
    waits = [wait_after(TroubleKind(kind), times=times) for times in (1, 2, 3, 40)]
    assert [wait.total_seconds() / 60 for wait in waits] == [2, 8, 15, 15]


@pytest.mark.parametrize(
    ("name", "marks", "use"),
    [
        ("INBOX", (), Use.INBOX),
        ("[Gmail]/Gesendet", ("\\HasNoChildren", "\\Sent"), Use.SENT),
        ("INBOX/Gesendete Objekte", (), Use.SENT),
        ("Archiv", (), Use.ARCHIVE),
        ("[Gmail]/Alle Nachrichten", ("\\All",), Use.ALL),
        ("Papierkorb", (), Use.TRASH),
        ("Jobs", (), Use.OTHER),
    ],
)
def test_what_a_folder_is_for(name: str, marks: tuple[str, ...], use: Use) -> None:
    assert use_of(name, delimiter="/", marks=marks) is use


def test_the_folder_with_everything_is_enough() -> None:
    inbox = Folder("INBOX", "/", Use.INBOX)
    spam = Folder("Spam", "/", Use.SPAM)
    everything = Folder("[Gmail]/All Mail", "/", Use.ALL)
    assert suggested([inbox, spam]) == {"INBOX"}
    assert suggested([inbox, spam, everything]) == {"[Gmail]/All Mail"}


def test_what_servers_answer_is_taken_apart_whatever_the_order() -> None:
    answer = [
        (b"1 (UID 7 RFC822.SIZE 900 BODY[]<0> {5}", b"From:"),
        b")",
        (b"2 (BODY[]<0> {4}", b"To: "),
        b" UID 8 RFC822.SIZE 4)",
        b"3 (FLAGS (\\Seen))",
    ]
    assert [(m.uid, m.raw, m.size) for m in fetched(answer)] == [
        (7, b"From:", 900),
        (8, b"To: ", 4),
    ]


def test_gmails_thread_and_labels_become_header_lines_as_in_takeout() -> None:
    about = (
        b'1 (X-GM-THRID 179 X-GM-LABELS ("\\\\Sent" "Job search" Work) UID 7 '
        b"RFC822.SIZE 5 BODY[]<0> {5}"
    )
    (message,) = fetched([(about, b"From:"), b")"])
    assert message.raw == (
        b"X-GM-THRID: 179\r\nX-Gmail-Labels: Sent,Job search,Work\r\nFrom:"
    )


@given(st.lists(st.one_of(st.binary(), st.tuples(st.binary(), st.binary()))))
def test_no_answer_is_too_odd(answer: list[object]) -> None:
    fetched(answer)


def test_large_providers_are_known_by_the_address() -> None:
    gmail = provider_of("robin@GMAIL.com")
    assert gmail is not None
    assert gmail.needs_app_password
    assert provider_of("robin@person.example") is None


@pytest.mark.parametrize(
    ("domain", "host"),
    [
        ("hotmail.de", "outlook.office365.com"),
        ("live.co.uk", "outlook.office365.com"),
        ("outlook.com.br", "outlook.office365.com"),
        ("yahoo.co.in", "imap.mail.yahoo.com"),
        ("yahoo.fr", "imap.mail.yahoo.com"),
        ("gmx.com", "imap.gmx.com"),
    ],
)
def test_they_are_known_in_every_country(domain: str, host: str) -> None:
    known = provider_of(f"robin@{domain}")
    assert known is not None
    assert known.host == host


@pytest.mark.parametrize("domain", ["live.example", "my-outlook.de", "yahoo.a.b.de"])
def test_a_domain_that_looks_alike_is_nobody_known(domain: str) -> None:
    assert provider_of(f"robin@{domain}") is None
