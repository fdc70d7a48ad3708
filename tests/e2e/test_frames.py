from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import Pages

ADDRESS = "https://jobs.example/" + "x" * 170


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.after(("add", ADDRESS, "--role", "Planner"))
def test_a_name_without_a_gap_breaks_and_no_page_scrolls_sideways(
    visitor: Page, pages: Pages, width: int
) -> None:
    visitor.goto(pages.launch_link())
    visitor.set_viewport_size({"width": width, "height": 800})
    for path in ("", "?q=planner", "table/", "board/", "changes/"):
        visitor.goto(f"{pages.address}/applications/{path}")
        wide = visitor.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, path


def test_each_card_of_a_list_keeps_its_frame(visitor: Page, pages: Pages) -> None:
    visitor.goto(pages.launch_link())
    visitor.goto(pages.address + "/steps/")
    frames = visitor.eval_on_selector_all(
        "li.card", "cards => cards.map(card => getComputedStyle(card).borderTopWidth)"
    )
    assert len(frames) > 1
    assert set(frames) == {"1px"}
