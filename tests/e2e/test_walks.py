from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accessible import violations
from tests.e2e.conftest import Onward, stop_onward


def test_the_main_walk_from_a_mailbox_to_the_next_small_step(
    visitor: Page, onward: Onward, mailbox: Path
) -> None:
    visitor.goto(onward.launch_link())
    visitor.get_by_role("link", name="Read your mailbox").click()
    visitor.get_by_label("A file or folder on this computer").fill(str(mailbox))
    visitor.get_by_role("button", name="Read it").click()
    expect(visitor.get_by_role("heading", name="Done", exact=True)).to_be_visible(
        timeout=60_000
    )
    expect(visitor.get_by_text("Messages read")).to_be_visible()
    visitor.get_by_role("link", name="To Today").click()
    expect(
        visitor.get_by_role("heading", name=re.compile("It is quiet"))
    ).to_be_visible()
    visitor.get_by_text("What is folded away").click()
    visitor.locator("details[open] a[href^='/no/']").first.click()
    no_page = visitor.url

    visitor.get_by_role("link", name="Choose a few words").click()
    visitor.get_by_text("disappointed", exact=True).click()
    visitor.get_by_role("button", name="Keep it").click()
    expect(
        visitor.get_by_text(re.compile("disappointed", re.IGNORECASE))
    ).to_be_visible()

    visitor.goto(no_page)
    visitor.locator("a[href$='/write/']").click()
    visitor.locator("textarea").fill("I had hoped for this one.")
    visitor.get_by_role("button", name="Keep it").click()
    visitor.goto(no_page)
    visitor.get_by_role("button", name="End the quiet time now").click()
    visitor.goto(onward.address)
    visitor.get_by_role("button", name="Look at it").click()
    visitor.get_by_label(re.compile("^When")).fill("I have had breakfast")
    visitor.get_by_label(re.compile("^I will", re.IGNORECASE)).first.fill(
        "read one advert"
    )
    visitor.get_by_role("button", name="Keep this step").click()
    visitor.goto(onward.address)
    expect(visitor.get_by_role("button", name="Look at it")).to_have_count(0)


def test_undo_and_correction_take_one_press(visitor: Page, filled: Onward) -> None:
    visitor.goto(filled.launch_link())
    visitor.goto(filled.address + "/applications/?q=a")
    visitor.locator("a[href^='/applications/0']").first.click()
    visitor.get_by_role("button", name="Undo").first.click()
    expect(visitor.locator("main")).to_contain_text(
        re.compile("taken back|undone", re.IGNORECASE)
    )
    visitor.get_by_role(
        "button", name=re.compile("Bring (it )?back|Undo")
    ).first.click()


def test_keyboard_alone_reaches_help_and_adds_an_application(
    visitor: Page, onward: Onward
) -> None:
    visitor.goto(onward.launch_link())
    visitor.keyboard.press("Tab")
    expect(visitor.get_by_role("link", name="Skip to the content")).to_be_focused()
    visitor.keyboard.press("Tab")
    visitor.keyboard.press("Tab")
    expect(visitor.get_by_role("link", name="Help now")).to_be_focused()
    visitor.keyboard.press("Enter")
    expect(visitor).to_have_url(re.compile("/help/$"))

    visitor.goto(onward.address + "/applications/add/")
    visitor.get_by_label("Company").focus()
    visitor.keyboard.type("Oakmere Foods")
    visitor.keyboard.press("Tab")
    visitor.keyboard.type("Planner")
    visitor.keyboard.press("Enter")
    expect(visitor.get_by_role("heading", name="Oakmere Foods")).to_be_visible()


@pytest.mark.after(("add", "Oakmere Foods", "--role", "Planner"))
def test_one_that_is_there_already_is_added_said_and_undone(
    visitor: Page, onward: Onward
) -> None:
    visitor.goto(onward.launch_link())
    visitor.goto(onward.address + "/applications/add/")
    visitor.get_by_label("Company").fill("OAKMERE FOODS")
    visitor.get_by_label("Role").fill("planner")
    visitor.keyboard.press("Enter")
    said = visitor.get_by_text("Another one of yours has the same employer and title.")
    expect(said).to_be_visible()
    visitor.get_by_role("button", name="Undo").first.click()
    visitor.goto(onward.address + "/applications/")
    expect(visitor.get_by_role("link", name="Oakmere Foods")).to_have_count(1)
    expect(visitor.get_by_role("link", name="OAKMERE FOODS", exact=True)).to_have_count(
        0
    )


def test_the_country_that_was_kept_stands_first_until_it_is_forgotten(
    visitor: Page, onward: Onward
) -> None:
    visitor.goto(onward.launch_link())
    visitor.get_by_role("link", name="Help now").first.click()
    visitor.get_by_label("I am in").select_option(label="Finland")
    visitor.get_by_role("button", name="Show", exact=True).click()
    visitor.get_by_role("button", name="Always show Finland first").click()
    expect(visitor.get_by_text("You chose that Finland stands first")).to_be_visible()
    visitor.goto(onward.address + "/help/")
    here = visitor.locator("main h2").first
    expect(here).to_have_text("Finland")
    assert violations(visitor) == ""
    visitor.get_by_role("button", name="Forget that choice").click()
    visitor.goto(onward.address + "/help/")
    expect(here).not_to_have_text("Finland")


def test_help_opens_with_no_session_and_with_the_program_stopped(
    visitor: Page, onward: Onward
) -> None:
    visitor.goto(onward.address + "/help/")
    expect(visitor.get_by_role("heading", level=1)).to_be_visible()
    visitor.evaluate("navigator.serviceWorker.ready")
    visitor.reload()
    stop_onward(onward)
    visitor.goto(onward.address + "/help/")
    expect(visitor.locator("a[href^='tel:']").first).to_be_attached()


def test_nothing_opens_without_the_link(visitor: Page, filled: Onward) -> None:
    visitor.goto(filled.address + "/applications/")
    expect(visitor).to_have_url(re.compile("/launch/"))
    expect(visitor.get_by_role("link", name="Help now")).to_be_visible()
