from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.accessible import faults
from tests.e2e.conftest import Onward

EMAIL, PASSWORD = "sasha@office.example", "seven tall boats"


def test_somebody_who_was_added_chooses_a_password_leaves_and_comes_back(
    page: Page, onward: Onward
) -> None:
    said = onward.run("people", "add", EMAIL, "--name", "Sasha")
    link = re.search(r"/launch/\S+", said)
    assert link is not None
    page.goto(onward.address + link[0])
    assert list(faults(page)) == []
    page.get_by_label("A new password").fill(PASSWORD)
    page.get_by_label("The same once more").fill(PASSWORD)
    page.get_by_role("button", name="Keep it and open Onward").click()
    page.get_by_role("link", name="Settings").first.click()
    expect(page.get_by_role("main")).to_contain_text(EMAIL)
    page.get_by_role("link", name="Choose another password").click()
    assert list(faults(page)) == []
    page.get_by_role("link", name="Not now").click()
    page.get_by_role("button", name="Close the session").first.click()

    page.goto(f"{onward.address}/mail/")
    assert list(faults(page)) == []
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill("not this one")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("main")).to_contain_text("do not go together")
    assert list(faults(page)) == []
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(f"{onward.address}/mail/")
    # At the computer itself the local person still comes in by a link, unseen by Sasha.
    page.context.clear_cookies()
    page.goto(onward.launch_link())
    assert EMAIL not in page.content()
