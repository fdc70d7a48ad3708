"""One application open for editing in two windows: neither undoes what the other wrote."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e.accessible import faults
from tests.e2e.conftest import Onward


def test_the_second_window_leaves_what_the_first_one_saved(
    visitor: Page, onward: Onward
) -> None:
    onward.run("add", "Quill Street Press", "--role", "Editor")
    visitor.goto(onward.launch_link())
    visitor.goto(f"{onward.address}/applications/")
    visitor.get_by_role("link", name="Quill Street Press").first.click()
    story = visitor.url
    other = visitor.context.new_page()
    for window in (visitor, other):
        window.goto(f"{story}edit/")
    assert list(faults(visitor)) == []
    visitor.get_by_label("Place").fill("Bergen")
    visitor.locator("#id_deadline").fill("2026-12-20")
    visitor.get_by_role("button", name="Save").click()
    expect(visitor.get_by_text("Saved.")).to_be_visible()
    other.get_by_label("Tags").fill("liked")
    other.get_by_role("button", name="Save").click()
    expect(other.get_by_text("Saved.")).to_be_visible()
    other.goto(f"{story}edit/")
    expect(other.get_by_label("Place")).to_have_value("Bergen")
    expect(other.locator("#id_deadline")).to_have_value("2026-12-20")
    expect(other.get_by_label("Tags")).to_have_value("liked")
