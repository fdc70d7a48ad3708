from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Onward, Pages

PHONE = {"width": 390, "height": 780}


TODAY = datetime.now(UTC).date()
THREE_QUIET = tuple(
    ("add", f"Lantern Mill {days}", "--applied", str(TODAY - timedelta(days=days)))
    for days in (40, 41, 42)
)


@pytest.mark.after(*THREE_QUIET)
@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 900}])
def test_numbers_open_by_choice_and_the_slider_answers_in_place(
    visitor: Page, pages: Pages, size: dict[str, int]
) -> None:
    visitor.set_viewport_size({"width": size["width"], "height": size["height"]})
    visitor.goto(pages.launch_link())
    visitor.goto(pages.address + "/outlook/")
    expect(visitor.get_by_text("Too early to say anything")).to_be_hidden()
    visitor.get_by_text("Open your own numbers").click()
    expect(visitor.get_by_text("Too early to say anything")).to_be_visible()
    visitor.get_by_text("Open what further applications usually bring").click()
    visitor.get_by_label(re.compile("Applications a week")).fill("7")
    visitor.get_by_label(re.compile("Applications a week")).dispatch_event("change")
    expect(visitor.get_by_text("7 applications a week:")).to_be_visible()
    expect(visitor.get_by_role("rowheader", name="28", exact=True)).to_be_visible()
    assert visitor.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_the_slider_works_without_javascript(pages: Pages, browser: object) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(pages.launch_link())
    page.goto(pages.address + "/outlook/?weekly=4")
    expect(page.get_by_text("4 applications a week:")).to_be_visible()
    page.get_by_role("button", name="Show this effort").click()
    expect(page).to_have_url(re.compile(r"weekly=4#effort$"))
    context.close()


@pytest.mark.after(*THREE_QUIET)
def test_what_went_quiet_is_closed_in_one_press_and_brought_back_in_another(
    visitor: Page, pages: Pages
) -> None:
    visitor.set_viewport_size({"width": 390, "height": 780})
    visitor.goto(pages.launch_link())
    visitor.goto(pages.address + "/outlook/quiet/")
    visitor.get_by_role("button", name=re.compile("Leave it open")).first.click()
    expect(visitor.get_by_text("Left open.")).to_be_visible()
    visitor.get_by_role("button", name="Close all 2 of these").click()
    expect(visitor.get_by_text("Closed as quiet: 2 applications.")).to_be_visible()
    visitor.get_by_role("button", name=re.compile("^Undo")).click()
    expect(visitor.get_by_text("2 applications are open again.")).to_be_visible()
    expect(visitor.get_by_role("button", name="Close all 2 of these")).to_be_visible()


def test_a_picture_has_its_table_and_leaves_as_a_file_without_names(
    visitor: Page, filled: Onward
) -> None:
    visitor.goto(filled.launch_link())
    visitor.goto(filled.address + "/outlook/pictures/lines/?asked=1&names=hidden")
    expect(
        visitor.get_by_role("img", name="Each application through time")
    ).to_have_count(1)
    visitor.get_by_text("The same as a table").click()
    expect(visitor.get_by_role("table")).to_be_visible()
    with visitor.expect_download() as waiting:
        visitor.get_by_role("link", name="Keep it as SVG").click()
    text = waiting.value.path().read_text("utf-8")
    assert "<svg" in text
    assert "names" not in text


@pytest.mark.after(("add", "Oakmere Foods", "--role", "Planner"))
def test_the_first_thing_is_there_on_the_day_of_a_no(
    visitor: Page, pages: Pages
) -> None:
    visitor.goto(pages.launch_link())
    visitor.goto(pages.address + "/outlook/first-thing/")
    visitor.get_by_label("the first thing I will do is").fill("walk around the pond")
    visitor.get_by_role("button", name="Keep it").click()
    pages.run("no", "Oakmere")
    visitor.goto(pages.address + "/")
    expect(visitor.get_by_text("walk around the pond")).to_be_attached()
    visitor.goto(pages.address + "/outlook/")
    expect(visitor.get_by_role("heading", name="The longer view rests")).to_be_visible()
