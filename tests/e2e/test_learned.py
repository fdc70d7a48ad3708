"""What a person says of one mail, and how it is seen, offered, put back and forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from onward.people.services import local_person
from tests.e2e.test_feedback import enter, look
from tests.mail.test_learning import ROLES, about, read, receipt, waiting

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def address(live_server: LiveServer, settings: Settings, tmp_path: Path) -> str:
    """Where the program is, by its number: the tests ask nothing of any name."""
    settings.HOME = tmp_path
    found: str = live_server.url.replace("localhost", "127.0.0.1")
    return found


def test_a_correction_is_learned_shown_put_back_and_forgotten(
    visitor: Page, address: str, tmp_path: Path
) -> None:
    enter(visitor, address)
    person = local_person()
    read(person, tmp_path, receipt(ROLES[0]))
    visitor.goto(f"{address}/mail/messages/{about(person, ROLES[0]).pk}/")
    visitor.get_by_text("It means something else").click()
    visitor.get_by_label("What does this message say?").select_option("assessment")
    look(visitor, "learned-correct")
    visitor.get_by_role("button", name="Correct it").click()
    expect(visitor.get_by_text("mail like it is read so from now on")).to_be_visible()

    read(person, tmp_path, receipt(ROLES[1]), name="later")
    visitor.goto(f"{address}/mail/messages/{about(person, ROLES[1]).pk}/")
    expect(visitor.get_by_text("you said so of a mail like this on")).to_be_visible()
    look(visitor, "learned-message")
    visitor.get_by_role("link", name="See that mail").click()
    expect(visitor.get_by_text("now: A test or task")).to_be_visible()
    look(visitor, "learned-example")
    visitor.get_by_role("button", name="Read it as before").click()
    expect(visitor.get_by_text("It is read as before.")).to_be_visible()

    visitor.goto(f"{address}/mail/")
    visitor.get_by_role("link", name="What Onward learned from you").click()
    look(visitor, "learned-list")
    visitor.get_by_role("link", name=f"Your application: {ROLES[0]}").click()
    visitor.get_by_text("Forget it").first.click()
    visitor.get_by_role("button", name="Forget it").click()
    expect(visitor.get_by_text("Later mail is read without it.")).to_be_visible()
    visitor.get_by_role("button", name="Undo").click()
    expect(
        visitor.get_by_text("Later mail like it is read as you said.")
    ).to_be_visible()


def test_mail_that_waits_is_offered_taken_in_one_press_and_undone(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    person = local_person()
    for role in ROLES:
        waiting(person, role)
    visitor.goto(f"{address}/mail/messages/{about(person, ROLES[0]).pk}/")
    visitor.get_by_label("What does this message say?").select_option("assessment")
    visitor.get_by_role("button", name="Record it").click()

    visitor.goto(f"{address}/mail/review/")
    heading = visitor.get_by_role("heading", name="3 messages that wait")
    expect(heading).to_be_visible()
    look(visitor, "learned-review")
    visitor.get_by_role("button", name="Read them the same way").click()
    expect(visitor.get_by_text("3 messages are read the same way now.")).to_be_visible()
    look(visitor, "learned-taken")
    visitor.get_by_role("button", name="Undo").click()
    expect(visitor.get_by_text("They wait for you as before.")).to_be_visible()
    visitor.goto(f"{address}/mail/review/")
    expect(visitor.get_by_text(f"Your application: {ROLES[1]}")).to_be_visible()
    expect(heading).not_to_be_visible()


def test_the_walk_works_without_javascript(
    address: str, tmp_path: Path, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    enter(page, address)
    person = local_person()
    read(person, tmp_path, receipt(ROLES[0]))
    page.goto(f"{address}/mail/messages/{about(person, ROLES[0]).pk}/")
    page.get_by_text("It means something else").click()
    page.get_by_label("What does this message say?").select_option("other")
    page.get_by_role("button", name="Correct it").click()
    expect(page.get_by_text("Put aside. Mail like it will be, too.")).to_be_visible()
    page.get_by_role("button", name="Take my decision back").click()
    expect(page.get_by_text("It means something else")).to_be_visible()
    context.close()
