"""Staying connected: mail that comes in is queued for reading at once, by one worker."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from django.conf import settings

from onward.core.passwords import keep_password
from onward.jobs.models import Job
from onward.mail.models import ImapAccount, MailMessage
from onward.mail.services.accounts import remove_account
from onward.mail.services.listening import Listener, Listeners
from onward.people.models import Person
from onward.project.worker import work_once
from tests.dovecot import CuttingProxy, Dovecot, free_port
from tests.mail.imap.conftest import make_account
from tests.mail.imap.test_syncing import hiring

FAR_AHEAD = datetime(2200, 1, 1, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def connected(account: ImapAccount) -> ImapAccount:
    ImapAccount.objects.update(stays_connected=True, next_at=FAR_AHEAD)
    account.refresh_from_db()
    return account


@pytest.fixture
def listeners() -> Iterator[Listeners]:
    mine = Listeners("first", seconds_between_looks=0)
    yield mine
    mine.stop()


def until(is_so: Callable[[], object], *, tending: Listeners | None = None) -> None:
    """Wait for something that a server on this machine brings about."""
    for _ in range(300):
        if tending is not None:
            tending.tend()
        if is_so():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen")


def waiting() -> bool:
    return Job.objects.filter(kind="mail.sync", finished_at=None).exists()


def threads() -> list[threading.Thread]:
    return [t for t in threading.enumerate() if t.name.startswith("listening")]


def test_mail_that_comes_in_is_read_at_once(
    connected: ImapAccount, dovecot: Dovecot, listeners: Listeners
) -> None:
    # Once for whatever came before anybody listened.
    until(waiting, tending=listeners)
    assert work_once("first")
    connected.refresh_from_db()
    assert connected.is_listened_to
    assert connected.can_tell
    for _ in range(5):
        listeners.tend()
    assert not waiting()
    dovecot.seed(hiring(1), user=connected.address)
    until(waiting, tending=listeners)
    assert work_once("first")
    assert MailMessage.objects.count() == 1
    assert dovecot.flags(user=connected.address) == [""]
    listeners.stop()
    connected.refresh_from_db()
    assert not connected.is_listened_to
    assert threads() == []


def test_one_worker_listens_to_a_mailbox_and_another_takes_over(
    connected: ImapAccount, listeners: Listeners
) -> None:
    listeners.tend()
    second = Listeners("second", seconds_between_looks=0)
    second.tend()
    assert len(threads()) == 1
    listeners.stop()
    second.tend()
    connected.refresh_from_db()
    assert connected.listened_by == "second"
    second.stop()


@pytest.mark.parametrize("change", ["removed", "by the clock", "in trouble"])
def test_listening_ends_when_it_is_not_wanted_any_more(
    connected: ImapAccount, listeners: Listeners, change: str
) -> None:
    listeners.tend()
    assert len(threads()) == 1
    if change == "removed":
        remove_account(connected)
    elif change == "by the clock":
        ImapAccount.objects.update(stays_connected=False)
    else:
        ImapAccount.objects.update(trouble="wrong_password")
    until(lambda: threads() == [], tending=listeners)
    assert not ImapAccount.objects.exclude(listened_by="").exists()


def test_another_folder_or_server_is_another_connection(
    connected: ImapAccount, dovecot: Dovecot, listeners: Listeners
) -> None:
    listeners.tend()
    (before,) = threads()
    ImapAccount.objects.update(host="localhost", security="plain", port=dovecot.port)
    until(lambda: threads() and before not in threads(), tending=listeners)


def test_a_server_that_cannot_tell_is_read_by_the_clock(
    owner: Person, dovecot: Dovecot, address: str, listeners: Listeners
) -> None:
    proxy = CuttingProxy(dovecot.port, instead=(b" IDLE", b""))
    make_account(owner, address, port=proxy.port, security="plain")
    ImapAccount.objects.update(stays_connected=True, next_at=FAR_AHEAD)
    until(
        lambda: ImapAccount.objects.filter(can_tell=False).exists(), tending=listeners
    )
    until(lambda: threads() == [], tending=listeners)
    account = ImapAccount.objects.get()
    assert account.next_at is not None
    assert not account.is_listened_to
    proxy.close()


def test_a_connection_that_breaks_is_made_anew_and_looks_once(
    owner: Person, dovecot: Dovecot, address: str
) -> None:
    proxy = CuttingProxy(dovecot.port)
    account = make_account(owner, address, port=proxy.port, security="plain")
    before = proxy.connections
    pauses: list[int] = []

    def pause(_trouble: object, times: int) -> float:
        pauses.append(times)
        return 0.05

    listener = Listener(account, folders=["INBOX"], renew_seconds=0.2, pause=pause)
    listener.start()
    until(lambda: listener.news == 1)
    time.sleep(0.7)  # renewed a few times over the same connection
    assert proxy.connections == before + 1
    proxy.cut()
    until(lambda: listener.news == 2)
    assert pauses == [1]
    dovecot.seed(hiring(1), user=address)
    until(lambda: listener.news == 3)
    listener.stop()
    listener.join(5)
    assert not listener.is_alive()
    proxy.close()


def test_a_wrong_password_is_not_tried_again_and_again(
    connected: ImapAccount, listeners: Listeners
) -> None:
    name = f"imap:{settings.HOME_MARK}:{connected.pk}:password"
    keep_password(name, "nearly", folder=settings.HOME)
    until(waiting, tending=listeners)
    until(lambda: threads() == [], tending=listeners)
    listeners.tend()
    assert threads() == []
    work_once("first")
    connected.refresh_from_db()
    assert connected.trouble == "wrong_password"
    assert "does not accept" in connected.trouble_words


def test_whoever_waits_before_the_next_try_ends_at_once(account: ImapAccount) -> None:
    account.port = free_port()
    listener = Listener(account, folders=["INBOX"], pause=lambda *_about: 60.0)
    listener.start()
    time.sleep(0.3)
    listener.stop()
    listener.join(5)
    assert not listener.is_alive()
    assert listener.news == 0
