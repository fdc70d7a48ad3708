from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Pages


@pytest.mark.after(("add", "Oakmere Foods", "--role", "Planner"))
def test_what_an_interview_asked_is_there_before_the_next(
    visitor: Page, pages: Pages
) -> None:
    visitor.goto(pages.launch_link())
    visitor.goto(pages.address + "/applications/")
    visitor.get_by_role("link", name="Oakmere Foods").click()
    visitor.get_by_role("link", name="Look back, interviews, research").click()
    visitor.get_by_role("link", name="Write one down").click()
    today = datetime.now(UTC).date().isoformat()
    visitor.get_by_label("Day of the interview").fill(today)
    visitor.get_by_label("What they asked").fill("Why us?\nTell us about a conflict.")
    visitor.get_by_label("What you would like to practise").fill("Numbers")
    visitor.get_by_role("button", name="Keep it").click()
    group = visitor.get_by_role("group", name="Why us?")
    group.get_by_text("Why this job").click()
    visitor.get_by_role("button", name="Keep it").click()

    visitor.get_by_role("link", name="Prepare for one").click()
    expect(visitor.get_by_text("Tell us about a conflict.").first).to_be_visible()
    expect(visitor.get_by_text("Numbers")).to_be_visible()
    visitor.get_by_role("link", name="Looking back").first.click()

    visitor.get_by_role("link", name=re.compile("^Look back$")).click()
    visitor.get_by_role("group", name=re.compile("yours to change")).get_by_text(
        "A little"
    ).click()
    visitor.get_by_label("Next time, I would try").fill(
        "ask for the second interviewer"
    )
    visitor.get_by_role("button", name="Keep it").click()
    expect(visitor.get_by_text("A little", exact=True)).to_be_visible()
    visitor.goto(pages.address + "/reflection/")
    expect(visitor.get_by_text("ask for the second interviewer").first).to_be_visible()
    visitor.get_by_role("link", name="Patterns").click()
    expect(visitor.get_by_text("Too early to say anything")).to_be_visible()
    assert "Why us?" in pages.run("look-back", "--questions")
