"""A week in sessions: make a plan, hold a session, and be told the one next thing."""

from __future__ import annotations

import os
import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accessible import faults
from tests.e2e.conftest import Pages

SHOTS = os.environ.get("ONWARD_SHOTS", "")


def test_a_plan_is_made_and_a_session_held_by_keyboard(
    visitor: Page, pages: Pages
) -> None:
    visitor.goto(pages.launch_link())
    visitor.goto(f"{pages.address}/applying/")
    visitor.get_by_role("link", name="Make a plan").press("Enter")
    # Today, so that what a day off shows is seen whenever this runs.
    today = datetime.now().astimezone()
    day = visitor.get_by_role("group", name=f"{today:%A}")
    day.get_by_role("radio", name="A session").focus()
    while not day.get_by_role("radio", name="Day off").is_checked():
        visitor.keyboard.press("ArrowRight")
    visitor.get_by_role("button", name="Keep this week").press("Enter")
    days_off = len({5, 6, today.weekday()})
    expect(
        visitor.get_by_role("main").get_by_text("Day off", exact=True)
    ).to_have_count(days_off)
    expect(visitor.get_by_text("Today is a day off")).to_be_visible()
    start = visitor.get_by_role("button", name="Start a session")
    expect(start).not_to_be_visible()
    visitor.get_by_text("I want to anyway").press("Enter")
    assert list(faults(visitor)) == []
    if SHOTS:
        visitor.screenshot(path=f"{SHOTS}/day-off.png", full_page=True)
    start.press("Enter")
    visitor.get_by_label("How many minutes it was").fill("25")
    visitor.get_by_text("Better than before").click()
    visitor.get_by_role("button", name="Keep it").press("Enter")
    expect(visitor.get_by_role("link", name="25 minutes")).to_be_visible()


def _add_interview_tomorrow(visitor: Page, pages: Pages, *, company: str) -> None:
    visitor.goto(pages.launch_link())
    visitor.goto(f"{pages.address}/applications/")
    visitor.get_by_role("link", name=company).click()
    visitor.get_by_role("link", name="Add an interview").click()
    tomorrow = (datetime.now().astimezone() + timedelta(days=1)).date()
    visitor.get_by_label("Day", exact=False).first.fill(tomorrow.isoformat())
    visitor.get_by_label("Time", exact=False).first.fill("10:15")
    visitor.get_by_role("button", name="Add it").click()


@pytest.mark.after(("add", "Bright Harbour", "--role", "Planner"))
def test_today_names_the_one_next_thing_with_its_reason(
    visitor: Page, pages: Pages
) -> None:
    _add_interview_tomorrow(visitor, pages, company="Bright Harbour")
    visitor.get_by_role("link", name="Today").click()
    expect(
        visitor.get_by_role("heading", name="Prepare for Bright Harbour")
    ).to_be_visible()
    expect(visitor.get_by_text("It begins tomorrow at 10:15.")).to_be_visible()
    said = pages.run("next")
    assert "Prepare for Bright Harbour" in said


@pytest.mark.after(
    ("add", "Bright Harbour", "--role", "Planner"),
    ("add", "Quill Street Press", "--role", "Editor"),
)
def test_what_others_fixed_for_tomorrow_stands_on_today_while_it_is_quiet(
    visitor: Page, pages: Pages
) -> None:
    _add_interview_tomorrow(visitor, pages, company="Bright Harbour")
    pages.run("no", "Quill Street Press")
    visitor.goto(pages.address)
    expect(visitor.get_by_role("heading", name=re.compile("quiet"))).to_be_visible()
    fixed = visitor.get_by_role("region", name="Today and tomorrow")
    expect(fixed).to_contain_text("Tomorrow, 10:15")
    fixed.get_by_role("link", name=re.compile("Bright Harbour")).click()
    expect(visitor.get_by_role("heading", name="Bright Harbour")).to_be_visible()
    assert "Tomorrow, 10:15" in pages.run("today")
