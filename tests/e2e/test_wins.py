from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Pages


@pytest.mark.after(("add", "Oakmere Foods", "--role", "Planner"))
def test_a_callback_gets_its_moment_and_stands_on_the_wall(
    visitor: Page, pages: Pages
) -> None:
    visitor.goto(pages.launch_link())
    visitor.goto(pages.address + "/wins/treats/")
    visitor.get_by_label("A small treat").fill("a walk by the river")
    visitor.get_by_role("button", name="Put it on the list").click()

    visitor.goto(pages.address + "/applications/")
    visitor.get_by_role("link", name="Oakmere Foods").click()
    visitor.locator("select[name='kind']").select_option("interview")
    visitor.get_by_role("button", name="Record it").click()
    visitor.goto(pages.address)
    expect(
        visitor.get_by_role("heading", name="They asked to talk to you")
    ).to_be_visible()
    visitor.get_by_role("link", name="Take a moment for it").click()
    visitor.get_by_text("a walk by the river").click()
    visitor.get_by_role("button", name="Keep the moment").click()
    expect(visitor.get_by_text("Marked with: a walk by the river")).to_be_visible()

    visitor.get_by_text("Add one of your own").click()
    visitor.get_by_label("In one line").fill("Rang the agency")
    visitor.get_by_text("A hard thing done").click()
    visitor.get_by_role("button", name="Put it on the wall").click()
    expect(visitor.get_by_role("heading", name="Rang the agency")).to_be_visible()
    visitor.get_by_role("link", name="This week").click()
    expect(visitor.get_by_text(re.compile("You did a hard thing"))).to_be_visible()
    assert "They asked to talk to you" in pages.run("wins")
