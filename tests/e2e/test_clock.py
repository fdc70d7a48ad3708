from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from onward.people.zones import is_world_time
from tests.e2e.accessible import violations
from tests.e2e.conftest import Pages


@pytest.fixture(params=["light", "dark"])
def elsewhere(request: pytest.FixtureRequest, browser: Browser, pages: Pages) -> Page:
    """A browser whose clock is hours from that of any machine that runs tests."""
    context = browser.new_context(
        timezone_id="Pacific/Chatham", color_scheme=request.param
    )
    page = context.new_page()
    page.goto(pages.launch_link())
    return page


ASKED = "Which clock is yours?"


def test_a_browser_of_another_clock_is_asked_and_may_keep_what_is_set(
    elsewhere: Page,
) -> None:
    form = elsewhere.get_by_role("form", name=ASKED)
    expect(form).to_contain_text("Pacific / Chatham")
    assert violations(elsewhere) == ""
    form.get_by_role("button", name="Keep it as it is").click()
    expect(elsewhere.get_by_role("heading", name="Welcome")).to_be_visible()
    expect(form).to_be_hidden()


def test_the_browsers_clock_is_taken_and_not_asked_again(elsewhere: Page) -> None:
    form = elsewhere.get_by_role("form", name=ASKED)
    form.get_by_role("button", name="Use my browser").click()
    expect(
        elsewhere.get_by_text(re.compile("by the clock of Pacific / Chatham now"))
    ).to_be_visible()
    expect(form).to_be_hidden()


def test_the_clock_of_the_machine_itself_is_no_question(
    visitor: Page, pages: Pages
) -> None:
    visitor.goto(pages.launch_link())
    expect(visitor.get_by_role("heading", name="Welcome")).to_be_visible()
    expect(visitor.get_by_role("form", name=ASKED)).to_be_hidden()


def test_a_clock_that_differs_in_summer_alone_is_asked_about_in_winter(
    browser: Browser, pages: Pages
) -> None:
    page = browser.new_context(timezone_id="Europe/London").new_page()
    page.clock.set_fixed_time(datetime(2026, 11, 15, 12, tzinfo=UTC))
    page.goto(pages.launch_link())
    form = page.locator("[data-clock]")
    if not is_world_time(form.get_attribute("data-clock") or ""):
        pytest.skip("The machine's own clock is not UTC.")
    expect(page.get_by_role("form", name=ASKED)).to_contain_text("Europe / London")
