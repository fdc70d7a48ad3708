"""A mailbox on a real server: added, read, listened to, and removed again, in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.documents.services.test_sent_mail import letter
from tests.dovecot import PASSWORD, USER, Dovecot, make_dovecot
from tests.e2e.accessible import faults
from tests.e2e.conftest import Onward, start_onward, stop_onward

NO = (
    "Dear Robin,\n\nthank you for your application as {role}. We have decided to go on "
    "with another candidate.\n\nKind regards\n{company}\n"
)


@pytest.fixture
def dovecot() -> Iterator[Dovecot]:
    server = make_dovecot()
    yield server
    server.stop()


@pytest.fixture
def onward(
    tmp_path: Path, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Onward]:
    """The program on a computer without a keyring, trusting the server's authority."""
    monkeypatch.setenv("SSL_CERT_FILE", str(dovecot.authority))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    program = start_onward(tmp_path / "home")
    yield program
    stop_onward(program)


def a_no(company: str, *, role: str, minutes_ago: int = 5) -> bytes:
    name = company.lower().replace(" ", "")
    sent_at = datetime.now(UTC) - timedelta(minutes=minutes_ago)
    head = (
        f"From: {company} <jobs@{name}.example>\nTo: {USER}\n"
        f"Subject: Your application as {role} at {company}\n"
        f"Message-ID: <{name}@{name}.example>\nDate: {format_datetime(sent_at)}\n\n"
    )
    return (head + NO.format(role=role, company=company)).encode()


def test_a_mailbox_is_added_read_listened_to_and_removed(
    visitor: Page, onward: Onward, dovecot: Dovecot
) -> None:
    dovecot.seed(a_no("Quillmoor Press", role="Bookbinder"))
    dovecot.seed(a_no("Never Read", role="Nobody"), folder="Junk")
    dovecot.seed(
        letter(to="jobs@quillmoorpress.example").partition(b"\n")[2], folder="Sent"
    )
    visitor.goto(onward.launch_link())
    visitor.goto(onward.address + "/mail/")
    visitor.get_by_role("link", name="mail servers and watched folders").click()
    assert list(faults(visitor)) == []
    visitor.get_by_role("link", name="With a password").click()
    assert list(faults(visitor)) == []

    visitor.get_by_label("Your e-mail address").fill(USER)
    visitor.get_by_label("Password or app password").fill("nearly")
    visitor.get_by_text("Another server, or newer mail alone").click()
    visitor.get_by_label("Mail server (IMAP)").fill("127.0.0.1")
    visitor.get_by_label("Port").fill(str(dovecot.tls_port))
    visitor.get_by_role("button", name="Open and keep it").click()
    expect(
        visitor.get_by_text("does not accept this user name and password").first
    ).to_be_visible()
    expect(visitor.get_by_label("Your e-mail address")).to_have_value(USER)
    assert list(faults(visitor)) == []

    visitor.get_by_label("Password or app password").fill(PASSWORD)
    visitor.get_by_role("button", name="Open and keep it").click()
    expect(visitor.get_by_role("heading", name="What is read")).to_be_visible()
    expect(visitor.get_by_text("Nothing is read before you say so")).to_be_visible()
    expect(visitor.get_by_label("INBOX")).to_be_checked()
    expect(visitor.get_by_label("Junk")).not_to_be_checked()
    expect(visitor.get_by_text("The file is not encrypted")).to_be_visible()
    assert list(faults(visitor)) == []

    visitor.get_by_role("button", name="Read these").click()
    expect(visitor.get_by_role("heading", name="Done")).to_be_visible(timeout=30_000)
    visitor.goto(onward.address + "/")
    # It says no, so what is found on Today first is quiet.
    expect(visitor.get_by_role("heading", name="It is quiet until")).to_be_visible()
    visitor.get_by_text("What is folded away").click()
    expect(visitor.get_by_text("Quillmoor Press").first).to_be_visible()
    expect(visitor.get_by_text("Never Read")).to_have_count(0)

    # The worker has connected by now, or does within seconds.
    visitor.goto(onward.address + "/mail/accounts/")
    visitor.get_by_role("link", name=USER).click()
    connected = visitor.get_by_text("Onward is connected and waits")
    for _ in range(30):
        if connected.count():
            break
        visitor.wait_for_timeout(500)
        visitor.reload()
    expect(connected).to_be_visible()
    assert list(faults(visitor)) == []
    dovecot.deliver(
        a_no("Ferry Lantern", role="Deckhand", minutes_ago=1), folder="INBOX"
    )
    came_at = datetime.now(UTC)
    visitor.goto(onward.address + "/applications/")
    found = visitor.get_by_text("Ferry Lantern")
    while not found.count() and datetime.now(UTC) - came_at < timedelta(seconds=30):
        visitor.wait_for_timeout(250)
        visitor.reload()
    # What is closed is folded below what is open.
    expect(found.first).to_be_attached()
    assert dovecot.flags() == ["", ""]

    # A résumé on sent mail is found on the server, and fetched when it is kept.
    visitor.goto(onward.address + "/documents/sent-mail/")
    expect(visitor.get_by_text(f"{USER}, folder Sent")).to_be_visible()
    assert list(faults(visitor)) == []
    visitor.get_by_role("button", name="Look through them").click()
    visitor.get_by_role("link", name="Show them").click(timeout=30_000)
    assert list(faults(visitor)) == []
    visitor.get_by_role("button", name="Keep this file").click()
    expect(visitor.get_by_text("It is being taken from your mailbox")).to_be_visible()
    kept = visitor.get_by_role("link", name="CV Robin Vale")
    for _ in range(30):
        if kept.count():
            break
        visitor.wait_for_timeout(500)
        visitor.reload()
    expect(kept.first).to_be_visible()

    visitor.goto(onward.address + "/mail/accounts/")
    visitor.get_by_role("link", name=USER).click()
    visitor.get_by_role("link", name="Remove it").click()
    assert list(faults(visitor)) == []
    visitor.get_by_role("button", name="Remove it").click()
    expect(visitor.get_by_text("Removed, with its password")).to_be_visible()
    assert PASSWORD not in (onward.home / "passwords.json").read_text()
    visitor.goto(onward.address + "/applications/")
    expect(visitor.get_by_text("Quillmoor Press").first).to_be_attached()


def test_a_server_that_went_away_is_said_with_a_way_on(
    visitor: Page, onward: Onward, dovecot: Dovecot
) -> None:
    visitor.goto(onward.launch_link())
    visitor.goto(onward.address + "/mail/accounts/add/")
    visitor.get_by_label("Your e-mail address").fill(USER)
    visitor.get_by_label("Password or app password").fill(PASSWORD)
    visitor.get_by_text("Another server, or newer mail alone").click()
    visitor.get_by_label("Mail server (IMAP)").fill("127.0.0.1")
    visitor.get_by_label("Port").fill(str(dovecot.tls_port))
    visitor.get_by_role("button", name="Open and keep it").click()
    expect(visitor.get_by_role("heading", name="What is read")).to_be_visible()
    account = visitor.url
    dovecot.stop()
    visitor.get_by_role("button", name="Read these").click()
    expect(visitor.get_by_text("Nothing answers at 127.0.0.1").first).to_be_visible(
        timeout=30_000
    )
    assert list(faults(visitor)) == []
    visitor.get_by_role("link", name="To your mailboxes").click()
    visitor.get_by_role("link", name=USER).click()
    expect(visitor).to_have_url(account)
    expect(visitor.get_by_role("heading", name="cannot be read now")).to_be_visible()
    expect(visitor.get_by_text("It is tried again by itself")).to_be_visible()
    assert list(faults(visitor)) == []
    # What does not mend itself is said on Today.
    visitor.goto(onward.address + "/")
    expect(visitor.get_by_text("No mail comes in from")).to_have_count(0)
    (onward.home / "passwords.json").unlink()
    visitor.goto(account)
    visitor.get_by_role("button", name="Look for new mail now").click()
    expect(visitor.get_by_text("password").first).to_be_visible(timeout=30_000)
    visitor.goto(onward.address + "/")
    stopped = visitor.get_by_role("heading", name=f"No mail comes in from {USER}")
    for _ in range(30):
        if stopped.count():
            break
        visitor.wait_for_timeout(500)
        visitor.reload()
    expect(stopped).to_be_visible()
    assert list(faults(visitor)) == []
    visitor.get_by_role("link", name="Open this mailbox").click()
    expect(visitor).to_have_url(account)
    visitor.goto(onward.address + "/mail/accounts/add/sign-in/")
    assert list(faults(visitor)) == []
