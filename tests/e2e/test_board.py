"""The board by keyboard alone and by mouse, the keys of every page, a day on a phone."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.accessible import SCHEMES, faults
from tests.e2e.conftest import Pages

TWO = (
    ("add", "Bright Harbour", "--role", "Planner"),
    ("add", "Acorn Mill", "--role", "Clerk", "--saved"),
)


FILL = """board => {
    const card = board.querySelector(".board__card")
    const empty = [...board.querySelectorAll(".board__column:not(:has(.board__card))")]
    for (const each of empty.slice(0, -1))
        each.querySelector("ol").append(card.cloneNode(true))
    document.querySelector("#main").style.paddingInlineEnd = "calc(var(--gutter) + 15px)"
}"""


def column(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


def card(place: Locator, name: str) -> Locator:
    return place.get_by_role("link", name=name, exact=True)


def open_board(page: Page, pages: Pages) -> None:
    page.goto(pages.launch_link())
    page.goto(f"{pages.address}/applications/board/")


@pytest.mark.after(*TWO)
def test_a_card_goes_from_column_to_column_by_keyboard_and_keeps_the_focus(
    visitor: Page, pages: Pages
) -> None:
    open_board(visitor, pages)
    card(column(visitor, "Saved for later"), "Acorn Mill").focus()
    visitor.keyboard.press("ArrowRight")
    moved = card(column(visitor, "Applied"), "Bright Harbour")
    expect(moved).to_be_focused()
    visitor.keyboard.press("Shift+ArrowRight")
    moved = card(column(visitor, "In touch"), "Bright Harbour")
    expect(moved).to_be_focused()
    expect(visitor.locator("#status")).to_have_text(
        "Moved to “In touch”: Planner · Bright Harbour."
    )
    visitor.keyboard.press("Shift+ArrowRight")
    expect(card(column(visitor, "Test or task"), "Bright Harbour")).to_be_focused()
    visitor.get_by_role("button", name="Undo").press("Enter")
    expect(card(column(visitor, "In touch"), "Bright Harbour")).to_be_visible()
    visitor.goto(f"{pages.address}/applications/changes/")
    undo = visitor.get_by_role("button", name=re.compile("Undo ?: They replied"))
    expect(undo).to_be_visible()


@pytest.mark.after(*TWO)
def test_the_end_is_said_in_words_after_a_key(visitor: Page, pages: Pages) -> None:
    open_board(visitor, pages)
    card(column(visitor, "Applied"), "Bright Harbour").focus()
    for name in ("In touch", "Test or task", "Interview", "Offer", "Accepted"):
        visitor.keyboard.press("Shift+ArrowRight")
        expect(card(column(visitor, name), "Bright Harbour")).to_be_focused()
    visitor.keyboard.press("Shift+ArrowRight")
    expect(visitor.get_by_role("heading", name="How it ended")).to_be_visible()


@pytest.mark.after(*TWO)
def test_a_long_name_stays_in_its_column(visitor: Page, pages: Pages) -> None:
    visitor.set_viewport_size({"width": 1280, "height": 800})
    pages.run("add", "Donaudampfschiffahrtsgesellschaft" * 3)
    open_board(visitor, pages)
    place = column(visitor, "Applied")
    name = place.locator(".board__name", has_text="Donau")
    assert name.evaluate("it => it.scrollWidth <= it.clientWidth")
    assert place.evaluate("it => it.scrollWidth <= it.clientWidth")


@pytest.mark.after(
    *TWO, ("add", "Rehaklinik", "--role", "Patientenadministratorin Stationssekretärin")
)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [1280, 1366, 1920])
def test_on_a_desk_every_column_is_in_sight(
    visitor: Page, pages: Pages, scheme: Literal["dark", "light"], width: int
) -> None:
    visitor.set_viewport_size({"width": width, "height": 800})
    visitor.emulate_media(color_scheme=scheme)
    open_board(visitor, pages)
    for name in ("Saved for later", "Applied", "Offer", "Accepted", "Closed"):
        expect(column(visitor, name)).to_be_in_viewport(ratio=0.99)
    board = visitor.locator("[data-board]")
    # With a card in each of them, too, and the bar of a long page beside them.
    board.evaluate(FILL)
    assert board.evaluate("it => it.scrollWidth <= it.clientWidth")
    expect(board).to_have_attribute("data-more", "")
    expect(visitor.get_by_role("navigation", name="Columns")).to_be_hidden()


@pytest.mark.after(*TWO)
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1024, "dark")])
def test_where_the_board_is_wider_than_the_window_each_column_can_be_gone_to(
    visitor: Page, pages: Pages, width: int, scheme: Literal["dark", "light"]
) -> None:
    visitor.set_viewport_size({"width": width, "height": 800})
    visitor.emulate_media(color_scheme=scheme)
    for number in range(6):
        pages.run("add", f"Firm {number}")
    open_board(visitor, pages)
    board = visitor.locator("[data-board]")
    expect(board).to_have_attribute("data-more", re.compile("after"))
    ways = visitor.get_by_role("navigation", name="Columns")
    expect(ways.get_by_role("link")).to_have_count(8)
    ways.get_by_role("link", name="Closed").click()
    expect(column(visitor, "Closed")).to_be_in_viewport(ratio=0.9)
    expect(board).to_have_attribute("data-more", "before")
    assert list(faults(visitor)) == []


@pytest.mark.after(
    ("add", "Vorstellungsgesprächszentrum", "--role", "Stationssekretärin")
)
def test_a_long_word_parts_with_a_hyphen(visitor: Page, pages: Pages) -> None:
    visitor.set_viewport_size({"width": 1280, "height": 800})
    open_board(visitor, pages)
    name = column(visitor, "Applied").locator(".board__name")
    assert "\u00ad" in name.inner_text()
    assert name.evaluate("it => it.getClientRects().length && it.clientHeight") > 30
    link = name.get_attribute("href") or ""
    visitor.goto(f"{pages.address}{link}")
    expect(visitor.get_by_text("Vorstellungsgesprächszentrum").first).to_be_visible()


@pytest.mark.after(*TWO)
def test_a_card_is_dragged(visitor: Page, pages: Pages) -> None:
    open_board(visitor, pages)
    source = column(visitor, "Applied").locator("[data-card]")
    source.drag_to(column(visitor, "Interview"))
    expect(card(column(visitor, "Interview"), "Bright Harbour")).to_be_visible()
    # What was drawn anew can be dragged again, and back without a trace.
    column(visitor, "Interview").locator("[data-card]").drag_to(
        column(visitor, "Applied")
    )
    expect(card(column(visitor, "Applied"), "Bright Harbour")).to_be_visible()


@pytest.mark.after(("add", "Bright Harbour", "--role", "Planner"))
def test_a_card_is_moved_without_javascript(page: Page, pages: Pages) -> None:
    assert page.context.browser
    bare = page.context.browser.new_context(java_script_enabled=False).new_page()
    bare.goto(pages.launch_link())
    bare.goto(f"{pages.address}/applications/board/")
    bare.get_by_role("link", name="Move Planner · Bright Harbour").click()
    bare.get_by_label("Offer").check()
    bare.get_by_role("button", name="Move it").click()
    expect(card(column(bare, "Offer"), "Bright Harbour")).to_be_visible()
    bare.get_by_role("button", name="Undo").click()
    expect(card(column(bare, "Applied"), "Bright Harbour")).to_be_visible()


def test_keys_lead_from_anywhere_and_the_single_one_can_be_switched_off(
    visitor: Page, pages: Pages
) -> None:
    pages.run("add", "Bright Harbour")
    visitor.goto(pages.launch_link())
    visitor.wait_for_load_state("networkidle")
    visitor.keyboard.press("Alt+Shift+KeyA")
    expect(visitor.get_by_role("heading", name="Add an application")).to_be_visible()
    visitor.get_by_label("Company").press_sequentially("Who?")
    expect(visitor.get_by_label("Company")).to_have_value("Who?")
    visitor.goto(f"{pages.address}/settings/")
    visitor.wait_for_load_state("networkidle")
    visitor.keyboard.press("?")
    expect(visitor.get_by_role("heading", name="Keys")).to_be_visible()
    visitor.get_by_role("button", name="Switch “?” off").click()
    expect(visitor.get_by_role("button", name="Switch “?” on")).to_be_visible()
    visitor.goto(f"{pages.address}/settings/")
    visitor.wait_for_load_state("networkidle")
    visitor.keyboard.press("?")
    visitor.wait_for_timeout(200)
    expect(visitor).to_have_url(f"{pages.address}/settings/")


def test_all_rows_of_a_page_are_ticked_by_one_box(visitor: Page, pages: Pages) -> None:
    for name in ("Acorn Mill", "Bright Harbour"):
        pages.run("add", name)
    visitor.goto(pages.launch_link())
    visitor.goto(f"{pages.address}/applications/table/")
    visitor.get_by_role("checkbox", name="Tick all on this page").check()
    visitor.locator("summary", has_text="Tags").click()
    visitor.get_by_label("Put on").fill("dream")
    visitor.get_by_role("button", name="Change the tags").click()
    expect(visitor.get_by_text("Done for 2 applications.")).to_be_visible()
    expect(visitor.locator(".records .tag")).to_have_count(2)
    visitor.get_by_role("button", name="Undo").click()
    expect(visitor.locator(".records .tag")).to_have_count(0)


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.after(("add", "Bright Harbour", "--role", "Planner"))
def test_on_a_phone_the_board_opens_where_something_is(
    browser: Browser, pages: Pages, *, javascript: bool
) -> None:
    context = browser.new_context(
        java_script_enabled=javascript, viewport={"width": 360, "height": 740}
    )
    page = context.new_page()
    page.goto(pages.launch_link())
    page.goto(f"{pages.address}/applications/board/")
    expect(column(page, "Applied")).to_be_in_viewport(ratio=0.9)
    expect(column(page, "Saved for later")).not_to_be_in_viewport(ratio=0.5)
    context.close()


@pytest.mark.after(*TWO)
def test_a_finger_is_told_what_a_finger_can_do(browser: Browser, pages: Pages) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, is_mobile=True, has_touch=True
    )
    page = context.new_page()
    open_board(page, pages)
    expect(page.get_by_text("Open “Move” on a card")).to_be_visible()
    expect(page.get_by_text("Drag a card")).to_be_hidden()
    context.close()


@pytest.mark.after(("add", "Bright Harbour", "--role", "Planner"))
def test_on_a_desk_the_board_opens_at_its_beginning(
    visitor: Page, pages: Pages
) -> None:
    visitor.goto(pages.launch_link())
    visitor.goto(f"{pages.address}/applications/board/")
    expect(column(visitor, "Saved for later")).to_be_in_viewport(ratio=0.9)


def test_a_day_on_a_phone(visitor: Page, pages: Pages) -> None:
    visitor.set_viewport_size({"width": 360, "height": 740})
    visitor.goto(pages.launch_link())
    visitor.get_by_role("link", name="Add", exact=True).click()
    visitor.get_by_label("Company").fill("Oakrise Hotels")
    visitor.get_by_role("button", name="Add it").click()
    visitor.get_by_role("link", name="Add an interview").click()
    visitor.get_by_label("What it is").fill("First call")
    visitor.get_by_label("Day").fill("2031-03-05")
    visitor.get_by_label("Time", exact=False).first.fill("14:30")
    visitor.get_by_role("button", name="Add it").click()
    visitor.get_by_role("link", name="Applications").first.click()
    visitor.get_by_role("link", name="What lies ahead").click()
    expect(visitor.get_by_text("Wednesday 5 March 2031, 14:30")).to_be_visible()
    visitor.get_by_role("link", name="Board").click()
    expect(card(column(visitor, "Interview"), "Oakrise Hotels")).to_be_visible()
    for path in ("ahead", "board", "table", "changes", "stages", "shortcuts"):
        visitor.goto(f"{pages.address}/applications/{path}/")
        wide = visitor.evaluate("document.documentElement.scrollWidth")
        assert wide <= 360, path
