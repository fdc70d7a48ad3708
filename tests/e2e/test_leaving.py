from __future__ import annotations

import json
import re
import zipfile

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accessible import faults
from tests.e2e.conftest import Onward


def test_everything_leaves_as_one_zip(visitor: Page, filled: Onward) -> None:
    visitor.goto(filled.launch_link())
    visitor.goto(filled.address + "/exchange/")
    with visitor.expect_download() as waiting:
        visitor.get_by_role("link", name="Everything, as one zip").click()
    assert waiting.value.suggested_filename.startswith("onward-everything-")
    with zipfile.ZipFile(waiting.value.path()) as archive:
        assert {"README.txt", "you.json"} <= set(archive.namelist())
        ledger = json.loads(archive.read("applications.json"))
        mail = archive.read("records/mail/mail_messages.json").decode()
    assert len(ledger["applications"]) > 20
    assert str(filled.home) not in mail


@pytest.mark.after(("add", "Oakmere Foods", "--role", "Planner"), ("no", "Oakmere"))
def test_what_was_written_when_a_session_ended_is_given_back(
    visitor: Page, onward: Onward
) -> None:
    visitor.goto(onward.launch_link())
    visitor.get_by_text("What is folded away").click()
    visitor.locator("details[open] a[href^='/no/']").first.click()
    page = visitor.locator("a[href$='/write/']").get_attribute("href")
    visitor.goto(f"{onward.address}{page}")
    written = "I had hoped for this one more than for the others."
    visitor.locator("textarea").fill(written)
    visitor.context.clear_cookies(name=re.compile("session"))
    visitor.get_by_role("button", name="Keep it").click()
    heading = visitor.get_by_role("heading", name="Your session has ended")
    expect(heading).to_be_visible()
    given_back = visitor.get_by_role("textbox", name="What you wrote")
    expect(given_back).to_have_value(written)
    assert list(faults(visitor)) == []
    visitor.get_by_role("link", name="Open Onward again").click()
    expect(visitor).to_have_url(re.compile("/launch/"))
