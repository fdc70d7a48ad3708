"""Both walks of step 2, over several days: the server's clock is moved, all else is real."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import keyring
import pytest
import time_machine
from keyring.backends.fail import Keyring as NoKeyring
from playwright.sync_api import Locator, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from onward.people.services import local_person, make_launch_token
from onward.project.worker import work_once
from tests.e2e.accessible import violations
from tests.method.feedback.letters import (
    DANA,
    raw_letter,
    sent_letter,
    write_automatic_decline,
    write_final_round,
)
from tests.method.feedback.mail_server import PASSWORD, TLS, USER, Box, mail_server

pytestmark = pytest.mark.django_db(transaction=True)

FRIDAY = datetime(2026, 11, 20, 13, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 24, 15, tzinfo=UTC)
THURSDAY = datetime(2026, 11, 26, 9, tzinfo=UTC)
SHOTS = os.environ.get("ONWARD_SHOTS", "")

At = Callable[[datetime], None]


@pytest.fixture
def at() -> Iterator[At]:
    """Move the server's clock; it ticks on from there."""
    travels: list[time_machine.travel] = []

    def go(moment: datetime) -> None:
        while travels:
            travels.pop().stop()
        travels.append(time_machine.travel(moment, tick=True))
        travels[-1].start()

    yield go
    while travels:
        travels.pop().stop()


@pytest.fixture(autouse=True)
def own_folder(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    settings.HOME = tmp_path
    monkeypatch.setenv("SSL_CERT_FILE", str(TLS / "authority.pem"))
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(before)


@pytest.fixture
def address(live_server: LiveServer) -> str:
    """Where the program is, by its number: the tests ask nothing of any name."""
    found: str = live_server.url.replace("localhost", "127.0.0.1")
    return found


@pytest.fixture
def server() -> Iterator[Box]:
    with mail_server("starttls", asks=True) as box:
        yield box


def look(page: Page, name: str) -> None:
    """Check this page for everybody, on a wide screen and on a phone."""
    wrong = []
    for scheme in ("light", "dark"):
        page.emulate_media(
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        if found := violations(page):
            wrong.append(f"{name} {scheme}: {found}")
        for width in (1100, 390):
            page.set_viewport_size({"width": width, "height": 900})
            if SHOTS:
                path = f"{SHOTS}/{name}-{scheme}-{width}.png"
                page.screenshot(path=path, full_page=True)
    page.set_viewport_size({"width": 360, "height": 740})
    if page.evaluate("document.documentElement.scrollWidth") > 360:
        wrong.append(f"{name}: too wide for a phone")
    page.set_viewport_size({"width": 1100, "height": 900})
    page.emulate_media(color_scheme="light")
    assert wrong == []


def read_mail(page: Page, address: str, path: Path) -> None:
    """Read a mailbox through the page, with the worker's part done here."""
    page.goto(f"{address}/mail/")
    page.get_by_label("A file or folder on this computer").fill(str(path))
    page.get_by_role("button", name="Read it").click()
    assert work_once("the worker of this test")
    page.goto(f"{address}/")


def enter(page: Page, address: str) -> None:
    person = local_person()
    person.name = "Robin Vale"
    person.time_zone = "UTC"
    person.save()
    page.goto(f"{address}/launch/{make_launch_token(person)}/")


def test_a_final_round_no_is_asked_about_answered_and_learned_from(
    visitor: Page, address: str, server: Box, tmp_path: Path, at: At
) -> None:
    at(FRIDAY)
    enter(visitor, address)
    write_final_round(tmp_path / "in.mbox", said_no_at=FRIDAY.replace(hour=9))
    read_mail(visitor, address, tmp_path / "in.mbox")
    expect(
        visitor.get_by_role("heading", name=re.compile("It is quiet"))
    ).to_be_visible()
    expect(visitor.get_by_text("Ask one question")).to_have_count(0)

    at(TUESDAY)
    visitor.goto(f"{address}/")
    title = re.compile("Ask one question about Operations Coordinator")
    expect(visitor.get_by_role("heading", name=title)).to_be_visible()
    look(visitor, "today-ask")
    visitor.get_by_role("link", name="See a draft").click()
    expect(visitor.get_by_label(re.compile("Dana Whitcombe"))).to_be_checked()
    expect(visitor.locator("blockquote").first).to_be_visible()
    look(visitor, "application-offered")
    visitor.get_by_role("button", name="Write a draft").click()
    letter = visitor.get_by_label("Message", exact=True)
    expect(letter).to_have_value(re.compile("^Hi Dana,"))
    look(visitor, "draft")
    write_anew_and_back(visitor, letter)
    letter.fill(letter.input_value().replace("Best wishes", "All the best"))
    visitor.get_by_role("button", name="Keep it and go on").click()
    expect(visitor.get_by_text("All the best")).to_be_visible()
    look(visitor, "ready-without-server")
    visitor.get_by_role("link", name="Set up sending").click()
    set_up(visitor, server)
    assert server.taken[0]["To"] == "Robin Vale <robin@me.example>"
    look(visitor, "sending")

    visitor.goto(f"{address}/feedback/")
    look(visitor, "home-draft")
    visitor.get_by_role("link", name=re.compile("Operations Coordinator")).first.click()
    visitor.get_by_role("link", name="Open the draft").click()
    visitor.get_by_role("button", name="Keep it and go on").click()
    assert len(server.taken) == 1  # nothing but the test has left
    look(visitor, "ready")
    visitor.get_by_role("button", name="Send it now").click()
    expect(visitor.get_by_text("Sent. If an answer comes")).to_be_visible()
    look(visitor, "application-asked")
    sent = server.taken[1]
    assert server.recipients[1] == DANA[1]
    assert sent["Subject"] == "Re: Operations Coordinator at Bright Harbour"
    assert sent["In-Reply-To"] == "<no@brightharbour.example>"
    assert "All the best" in sent.get_content()

    at(THURSDAY)
    answer = raw_letter(
        sender=DANA,
        subject="Re: Operations Coordinator at Bright Harbour",
        text="Hi Robin,\n\nof course. Your answers were clear; an example of a night "
        "plan with its costs would have helped.\n\nDana\n\n> Could I ask you\n",
        sent_at=THURSDAY.replace(hour=8),
        message_id="answer@brightharbour.example",
        in_reply_to=str(sent["Message-ID"]).strip("<>"),
    )
    (tmp_path / "later.mbox").write_bytes(answer)
    read_mail(visitor, address, tmp_path / "later.mbox")
    name = "This looks like the answer from Dana Whitcombe"
    expect(visitor.get_by_role("heading", name=name)).to_be_visible()
    visitor.get_by_role("link", name="Read it").click()
    look(visitor, "answer")
    visitor.get_by_role("button", name="Yes, keep it word for word").click()
    look(visitor, "said")
    visitor.get_by_text("how it came across", exact=True).click()
    visitor.get_by_text("Yes", exact=True).click()
    visitor.get_by_role("button", name="Keep this").click()
    expect(visitor.get_by_text("and they answered.")).to_be_visible()
    visitor.goto(f"{address}/feedback/")
    expect(visitor.locator("blockquote").first).to_be_visible()
    expect(visitor.get_by_text(re.compile("· how it came across"))).to_be_visible()
    look(visitor, "home-answered")


def write_anew_and_back(page: Page, letter: Locator) -> None:
    """Have a draft written anew over words that were not kept, and take those again."""
    typed = letter.input_value() + "\n\nP.S. The plan you showed me was a fine one."
    letter.fill(typed)
    page.get_by_text("Write it anew: another language").click()
    page.get_by_label("Language").select_option("German")
    page.get_by_role("button", name="Write it anew", exact=True).click()
    expect(letter).to_have_value(re.compile("^Hallo Dana,"))
    page.get_by_text("Earlier words", exact=True).click()
    expect(page.get_by_text("P.S. The plan you showed me")).to_be_visible()
    look(page, "draft-anew")
    page.get_by_role("button", name="Bring these words back").click()
    expect(letter).to_have_value(typed)


def set_up(page: Page, server: Box) -> None:
    """Set up sending; a wrong password first, which the test message tells."""
    page.get_by_label("Your name").fill("Robin Vale")
    page.get_by_label("Your e-mail address").fill("robin@me.example")
    page.get_by_label("Mail server for sending").fill("localhost")
    page.get_by_label("Port").fill(str(server.port))
    page.get_by_label("User name").fill(USER)
    page.get_by_label("Password").fill("not this one")
    page.get_by_role("button", name="Keep these settings").click()
    expect(page.get_by_text("it is not encrypted")).to_be_visible()
    page.get_by_role("button", name="Send a test to myself").click()
    expect(
        page.get_by_text("did not accept the user name and password")
    ).to_be_visible()
    look(page, "sending-wrong")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Keep these settings").click()
    page.get_by_role("button", name="Send a test to myself").click()
    expect(page.get_by_text("A test is on its way")).to_be_visible()


def test_after_an_automatic_no_asking_is_not_offered_and_the_reason_is_said(
    visitor: Page, address: str, tmp_path: Path, at: At
) -> None:
    at(FRIDAY)
    enter(visitor, address)
    write_automatic_decline(tmp_path / "in.mbox", said_no_at=FRIDAY.replace(hour=9))
    read_mail(visitor, address, tmp_path / "in.mbox")
    at(TUESDAY)
    visitor.goto(f"{address}/")
    expect(visitor.get_by_text("Ask one question")).to_have_count(0)
    visitor.goto(f"{address}/no/")
    visitor.get_by_role("link", name="Oakmere Foods").click()
    visitor.get_by_text("Also here, if you want it").click()
    title = "Asking for feedback is not offered here"
    expect(visitor.get_by_role("heading", name=title)).to_be_visible()
    expect(
        visitor.get_by_text("no person wrote, and there was no interview")
    ).to_be_visible()
    look(visitor, "care-not-offered")
    visitor.get_by_role("link", name="Read more, or ask all the same").click()
    expect(visitor.get_by_role("button", name="Write a draft")).to_be_hidden()
    look(visitor, "application-not-offered")
    visitor.get_by_text("I would like to ask all the same").click()
    expect(visitor.get_by_role("button", name="Write a draft")).to_be_visible()


def test_the_copy_button_copies_the_words(
    visitor: Page, address: str, tmp_path: Path, at: At
) -> None:
    at(FRIDAY)
    enter(visitor, address)
    write_final_round(tmp_path / "in.mbox", said_no_at=FRIDAY.replace(hour=9))
    read_mail(visitor, address, tmp_path / "in.mbox")
    visitor.goto(f"{address}/applications/")
    visitor.get_by_role("link", name="Bright Harbour").first.click()
    visitor.get_by_role("link", name="Feedback").click()
    visitor.get_by_role("button", name="Write a draft").click()
    visitor.get_by_role("button", name="Keep it and go on").click()
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.get_by_role("button", name="Copy the words").click()
    expect(visitor.locator("#status")).to_have_text("Copied.")
    copied = visitor.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Hi Dana,\n\n")
    assert copied.endswith("Robin Vale")


def test_what_was_asked_in_own_mail_is_not_offered_again(
    visitor: Page, address: str, tmp_path: Path, at: At
) -> None:
    at(FRIDAY)
    enter(visitor, address)
    path = tmp_path / "in.mbox"
    write_final_round(path, said_no_at=FRIDAY.replace(hour=9))
    path.write_bytes(path.read_bytes() + sent_letter(at=TUESDAY.replace(hour=9)))
    at(TUESDAY)
    read_mail(visitor, address, path)
    visitor.goto(f"{address}/")
    title = re.compile("Ask one question about Operations Coordinator")
    expect(visitor.get_by_role("heading", name=title)).to_have_count(0)
    visitor.goto(f"{address}/feedback/")
    visitor.get_by_role("link", name=re.compile("Operations Coordinator")).first.click()
    expect(
        visitor.get_by_role("heading", name="You asked Dana Whitcombe")
    ).to_be_visible()
    visitor.get_by_text("What you wrote").click()
    expect(visitor.get_by_text("I would be grateful for any feedback")).to_be_visible()
    expect(visitor.get_by_role("button", name="Write a draft")).to_have_count(0)
    look(visitor, "application-asked-in-own-mail")
