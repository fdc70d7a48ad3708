"""An interview that mail moved: one interview, its story, undo, and the calendar file."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.accessible import faults
from tests.e2e.conftest import Onward

MOVED = re.compile(r"Now .*, 10:30, and not .*, 14:00")


def open_story(visitor: Page, filled: Onward) -> None:
    visitor.goto(filled.launch_link())
    visitor.goto(f"{filled.address}/applications/?q=juniper")
    visitor.get_by_role("link", name=re.compile("Juniper Road")).first.click()


def test_a_moved_interview_is_undone_and_brought_back(
    visitor: Page, filled: Onward
) -> None:
    open_story(visitor, filled)
    entry = visitor.locator(".event", has_text="Interview moved")
    expect(entry).to_contain_text(MOVED)
    asked = visitor.locator(".round", has_text="Juniper Road hall")
    expect(asked).to_have_count(1)
    expect(asked).to_contain_text("10:30")
    visitor.get_by_role("button", name="Undo : Interview moved").click()
    expect(asked).to_contain_text("14:00")
    expect(asked).not_to_contain_text("10:30")
    expect(entry).to_contain_text("Undone by you")
    visitor.get_by_role("button", name=re.compile("Bring it back")).click()
    expect(asked).to_contain_text("Moved: it was to begin")
    expect(asked).to_contain_text("10:30")


def test_its_pages_are_for_everybody(visitor: Page, filled: Onward) -> None:
    visitor.set_viewport_size({"width": 360, "height": 800})
    open_story(visitor, filled)
    for address in (visitor.url, f"{filled.address}/applications/ahead/"):
        visitor.goto(address)
        assert list(faults(visitor)) == []


def test_the_calendar_file_has_it_once_at_its_new_time(
    visitor: Page, filled: Onward
) -> None:
    visitor.goto(filled.launch_link())
    answer = visitor.request.get(f"{filled.address}/calendar/onward.ics")
    entries = answer.text().split("BEGIN:VEVENT")[1:]
    (interview,) = [entry for entry in entries if "Juniper Road hall" in entry]
    assert re.search(r"DTSTART;TZID=Europe/London:\d{8}T103000", interview)
    assert int(re.findall(r"SEQUENCE:(\d+)", interview)[0]) > 1
    assert "Moved: it was to begin" in interview
