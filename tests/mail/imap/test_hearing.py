"""Several folders of one mailbox are heard at once, within what the server allows."""

from __future__ import annotations

import imaplib
from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from onward.jobs.models import Job
from onward.mail.imap.ears import Ears, open_ears
from onward.mail.imap.idling import Ear
from onward.mail.imap.oauth import Tokens
from onward.mail.imap.troubles import Trouble, TroubleKind
from onward.mail.models import ImapAccount, MailMessage, SignIn
from onward.mail.services.accounts import (
    choose_folders,
    keep_tokens,
    open_account,
    refresh_folders,
)
from onward.mail.services.hearing import (
    MOST_CONNECTIONS,
    Hearing,
    connections_for,
    folders_to_hear,
)
from onward.mail.services.listening import Listener, Listeners
from onward.mail.services.syncing import sync_account
from onward.outgoing.imap import Heard, wait_for_line
from onward.people.models import Person
from onward.project.worker import work_once
from tests.builders import NOW, quiet
from tests.dovecot import PASSWORD, CuttingProxy, Dovecot, make_dovecot
from tests.mail.imap.conftest import make_account
from tests.mail.imap.test_listening import FAR_AHEAD, until, waiting
from tests.mail.imap.test_syncing import hiring
from tests.mail.imap.token_server import TokenServer

pytestmark = pytest.mark.django_db
_NO_NOTIFY = (b" NOTIFY", b"")


@pytest.fixture(scope="module")
def tight() -> Iterator[Dovecot]:
    """A server that lets one person in three times at once."""
    server = make_dovecot(most_connections=3)
    yield server
    server.stop()


@pytest.fixture
def listeners() -> Iterator[Listeners]:
    mine = Listeners("first", seconds_between_looks=0)
    yield mine
    mine.stop()


@pytest.fixture
def without_notify(dovecot: Dovecot) -> Iterator[CuttingProxy]:
    """The way to a server that tells of the open folder alone."""
    proxy = CuttingProxy(dovecot.port, instead=_NO_NOTIFY)
    yield proxy
    proxy.cut()
    proxy.close()


@pytest.fixture
def through_tight(tight: Dovecot) -> Iterator[CuttingProxy]:
    proxy = CuttingProxy(tight.port, instead=_NO_NOTIFY)
    yield proxy
    proxy.cut()
    proxy.close()


def reading(
    person: Person, server: Dovecot, address: str, *folders: str, port: int
) -> ImapAccount:
    """Return an account of which the inbox and these folders are read as mail comes in."""
    for folder in folders:
        server.seed(folder=folder, user=address)
    server.seed(user=address)
    account = make_account(person, address, port=port, security="plain")
    choose_folders(account, ["INBOX", *folders], now=NOW)
    ImapAccount.objects.update(stays_connected=True, next_at=FAR_AHEAD)
    return ImapAccount.objects.select_related("person").get()


def heard(account: ImapAccount) -> list[str]:
    rows = account.folders.filter(is_heard=True).order_by("name")
    return list(rows.values_list("name", flat=True))


def connections() -> int:
    return ImapAccount.objects.get().connections


def read_what_waits(listeners: Listeners) -> None:
    """Read once for whatever came before anybody listened."""
    until(waiting, tending=listeners)
    assert work_once("first")


def test_one_connection_hears_all_folders_where_the_server_can_tell_of_them(
    owner: Person, dovecot: Dovecot, address: str, listeners: Listeners
) -> None:
    account = reading(owner, dovecot, address, "Jobs", "Zusagen", port=dovecot.port)
    read_what_waits(listeners)
    assert heard(account) == ["INBOX", "Jobs", "Zusagen"]
    assert connections() == 1
    for number, folder in enumerate(["Jobs", "INBOX", "Jobs"], start=1):
        dovecot.deliver(hiring(number), folder=folder, user=address)
        until(waiting, tending=listeners)
        assert work_once("first")
        assert MailMessage.objects.count() == number


def test_a_name_that_the_server_would_not_tell_of_gets_its_own_connection(
    owner: Person, dovecot: Dovecot, address: str
) -> None:
    account = reading(owner, dovecot, address, "B&APw-ro", port=dovecot.port)
    ears = open_ears(lambda: open_account(account), ["INBOX", "Büro"], most=4)
    assert len(ears.connections) == 2
    dovecot.deliver(hiring(1), folder="B&APw-ro", user=address)
    assert ears.wait(seconds=30) is Heard.LINE
    ears.close()


def test_without_it_each_folder_has_a_connection_of_its_own(
    owner: Person,
    dovecot: Dovecot,
    address: str,
    listeners: Listeners,
    without_notify: CuttingProxy,
) -> None:
    folders = ("Jobs", "Noes", "Other", "Zoo")
    account = reading(owner, dovecot, address, *folders, port=without_notify.port)
    read_what_waits(listeners)
    assert heard(account) == ["INBOX", "Jobs", "Noes", "Other"]
    assert connections() == MOST_CONNECTIONS
    dovecot.seed(hiring(1), folder="Noes", user=address)
    read_what_waits(listeners)
    assert MailMessage.objects.count() == 1
    listeners.stop()
    assert heard(account) == []
    assert connections() == 0


def test_one_broken_connection_makes_all_anew_and_looks_once(
    owner: Person,
    dovecot: Dovecot,
    address: str,
    without_notify: CuttingProxy,
) -> None:
    account = reading(owner, dovecot, address, "Jobs", port=without_notify.port)
    listener = Listener(account, folders=["INBOX", "Jobs"], pause=lambda *_about: 0.05)
    listener.start()
    until(lambda: listener.hearing and listener.news == 1)
    without_notify.cut()
    until(lambda: listener.hearing and listener.news == 2)
    assert listener.hearing is not None
    assert listener.hearing.folders == ("INBOX", "Jobs")
    listener.stop()
    listener.join(5)
    assert not listener.is_alive()


def test_one_permission_opens_all_connections_and_one_taken_back_ends_them(
    owner: Person, dovecot: Dovecot, address: str, without_notify: CuttingProxy
) -> None:
    tokens = TokenServer(user=address)
    dovecot.accept_tokens_of(f"{tokens.address}/introspect")
    account = reading(owner, dovecot, address, "Jobs", port=without_notify.port)
    account.sign_in = SignIn.OAUTH
    account.endpoints = tokens.endpoints(device=True)
    keep_tokens(account, Tokens("", "refresh-secret"), now=NOW)
    listener = Listener(account, folders=["INBOX", "Jobs"], pause=lambda *_about: 0.05)
    listener.start()
    until(lambda: listener.hearing)
    assert listener.hearing == Hearing(("INBOX", "Jobs"), 2)
    asked = [form["grant_type"] for form in tokens.asked if "grant_type" in form]
    assert asked == ["refresh_token"]
    tokens.is_revoked = True
    without_notify.cut()
    until(lambda: not listener.is_alive())
    # Once more, so that reading meets it and says so.
    assert listener.news == 2
    tokens.close()


def test_a_server_that_lets_in_fewer_is_heard_by_fewer_and_can_be_read(
    owner: Person,
    tight: Dovecot,
    address: str,
    listeners: Listeners,
    through_tight: CuttingProxy,
    owner_client: Client,
) -> None:
    folders = ("Jobs", "Noes", "Other")
    account = reading(owner, tight, address, *folders, port=through_tight.port)
    read_what_waits(listeners)
    assert heard(account) == ["INBOX", "Jobs"]
    account.refresh_from_db()
    assert (account.connections, account.most_connections) == (2, 2)
    assert account.trouble == ""
    for _ in range(3):
        listeners.tend()
    assert heard(account) == ["INBOX", "Jobs"]
    page = owner_client.get(reverse("mail:account", args=[account.pk]))
    words = page.content.decode()
    assert "as it comes in, in INBOX and Jobs" in words
    assert "Noes and Other every 15 minutes" in words
    assert "no more connections at once" in words


def test_reading_that_finds_no_room_is_told_and_listening_gives_way(
    owner: Person,
    tight: Dovecot,
    address: str,
    listeners: Listeners,
    through_tight: CuttingProxy,
) -> None:
    account = reading(owner, tight, address, "Jobs", port=through_tight.port)
    until(lambda: connections() == 2, tending=listeners)
    tight.seed(hiring(1), user=address)
    with imaplib.IMAP4("127.0.0.1", tight.port) as another_program:
        another_program.login(address, PASSWORD)
        refused = sync_account(account, progress=quiet)
        assert refused.trouble is not None
        assert refused.trouble.kind is TroubleKind.TOO_MANY
        account.refresh_from_db()
        assert "keeps no more connections open at once" in account.trouble_words
        assert account.most_connections == 1
        assert account.next_at is not None
        assert account.next_at < timezone.now() + timedelta(minutes=5)
        until(lambda: not connections(), tending=listeners)
        until(lambda: sync_account(account, progress=quiet).trouble is None)
        until(lambda: connections() == 1, tending=listeners)
        assert heard(account) == ["INBOX"]
        assert sync_account(account, progress=quiet).trouble is None
    assert MailMessage.objects.count() == 1


def test_after_a_day_the_server_is_asked_for_more_again(
    owner: Person,
    dovecot: Dovecot,
    address: str,
    listeners: Listeners,
    without_notify: CuttingProxy,
) -> None:
    account = reading(owner, dovecot, address, "Jobs", port=without_notify.port)
    rows = ImapAccount.objects.filter(pk=account.pk)
    rows.update(most_connections=0, limited_at=timezone.now())
    listeners.tend()
    assert not ImapAccount.objects.get().is_listened_to
    rows.update(most_connections=1)
    until(lambda: heard(account) == ["INBOX"], tending=listeners)
    rows.update(limited_at=timezone.now() - timedelta(days=2))
    until(lambda: heard(account) == ["INBOX", "Jobs"], tending=listeners)
    account.refresh_from_db()
    assert connections_for(account, now=timezone.now()) == MOST_CONNECTIONS


def test_a_server_that_stops_telling_of_other_folders_is_heard_by_connections(
    owner: Person, dovecot: Dovecot, address: str, listeners: Listeners
) -> None:
    overflow = (b"* STATUS Jobs (MESSAGES 1", b"* OK [NOTIFICATIONOVERFLOW]")
    proxy = CuttingProxy(dovecot.port, instead=overflow)
    account = reading(owner, dovecot, address, "Jobs", port=proxy.port)
    read_what_waits(listeners)
    assert connections() == 1
    dovecot.deliver(hiring(1), folder="Jobs", user=address)
    until(lambda: connections() == 2, tending=listeners)
    assert heard(account) == ["INBOX", "Jobs"]
    read_what_waits(listeners)
    assert MailMessage.objects.count() == 1
    listeners.stop()
    proxy.close()


def test_a_folder_that_went_away_is_left_out(account: ImapAccount) -> None:
    def opened(*folders: str) -> Ears:
        ears = open_ears(
            lambda: open_account(account), folders, most=3, asks_for_all=False
        )
        ears.close()
        return ears

    assert opened("A-gone", "INBOX").folders == ["INBOX"]
    with pytest.raises(Trouble) as caught:
        opened("A-gone")
    assert caught.value.kind is TroubleKind.NO_FOLDER


def test_the_folders_in_which_mail_comes_in_are_heard_first(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    for folder in ("Sent", "Archive", "Jobs", "Zoo", "Junk"):
        dovecot.seed(folder=folder, user=account.address)
    refresh_folders(account)
    account.folders.update(is_chosen=True)
    account.folders.filter(name="Zoo").update(hiring=3)
    assert folders_to_hear(account) == [
        "INBOX",
        "Zoo",
        "Sent",
        "Jobs",
        "Archive",
        "Junk",
    ]
    account.folders.exclude(name="Sent").update(is_chosen=False)
    assert folders_to_hear(account) == ["Sent"]


@pytest.mark.parametrize(
    ("lines", "is_news"),
    [
        ({"EXISTS": [b"3"]}, True),
        ({"EXPUNGE": [b"3"], "FLAGS": [b"()"]}, False),
        ({"STATUS": [b"Jobs (MESSAGES 3 UIDNEXT 8 UNSEEN 1)"]}, True),
        ({"STATUS": [b'"To do" (UIDNEXT 7)', b"Jobs (UIDNEXT 7)"]}, True),
        ({"STATUS": [b"Jobs (UIDNEXT 7 MESSAGES 2)"]}, False),
        ({"STATUS": [b"Jobs (MESSAGES 2)"]}, True),
    ],
)
def test_what_was_heard_before_is_no_news(
    lines: dict[str, list[bytes]], is_news: bool
) -> None:
    line: Any = SimpleNamespace(
        untagged_responses={"STATUS": [b"Jobs (MESSAGES 3 UIDNEXT 7 UNSEEN 3)"]}
    )
    ear = Ear(line)
    assert ear.has_news()
    line.untagged_responses = dict(lines)
    assert ear.has_news() is is_news
    assert not ear.has_news()


def test_of_another_folder_the_first_word_is_news_only_where_mail_came(
    owner: Person, dovecot: Dovecot, address: str
) -> None:
    account = reading(owner, dovecot, address, "Jobs", port=dovecot.port)
    dovecot.deliver(hiring(1), folder="Jobs", user=address)
    connection = open_account(account)
    connection.examine("INBOX")
    assert connection.hears_of(["Jobs"])
    ear = connection._ear
    ear.begin()
    assert not ear.has_news()
    with imaplib.IMAP4("127.0.0.1", dovecot.port) as another_program:
        another_program.login(address, PASSWORD)
        another_program.select("Jobs")
        another_program.store("1", "+FLAGS", r"\Deleted")
        another_program.expunge()
    assert wait_for_line([ear.client], seconds=30, wake=None)[0] is Heard.LINE
    ear.read()
    assert "STATUS" in ear.client.untagged_responses
    assert not ear.has_news()
    dovecot.deliver(hiring(2), folder="Jobs", user=address)
    assert wait_for_line([ear.client], seconds=30, wake=None)[0] is Heard.LINE
    ear.read()
    assert ear.has_news()
    ear.end()
    connection.close()


def test_a_quiet_mailbox_adds_no_job(
    owner: Person, dovecot: Dovecot, address: str, listeners: Listeners
) -> None:
    reading(owner, dovecot, address, "Jobs", port=dovecot.port)
    read_what_waits(listeners)
    for _ in range(5):
        listeners.tend()
    assert Job.objects.filter(kind="mail.sync").count() == 1
