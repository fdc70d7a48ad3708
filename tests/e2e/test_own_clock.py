"""Who names their zone after the import finds the hours of their mail as they are written."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Onward

HERE = "Pacific/Chatham"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A mailbox with one invitation, in words and without a zone."""
    sent = datetime.now(UTC) - timedelta(days=2)
    day = sent + timedelta(days=9)
    mail = EmailMessage()
    mail["From"] = "Maud Fell <maud@quillmoor.example>"
    mail["To"] = "robin@person.example"
    mail["Subject"] = "Invitation to an interview: Archive Assistant"
    mail["Date"] = format_datetime(sent)
    mail["Message-ID"] = "<invited@quillmoor.example>"
    mail.set_content(
        "Dear Robin,\n\nThank you for your application as Archive Assistant at Quillmoor. "
        f"We would like to invite you to an interview on {day:%d %B %Y} at 12:10.\n\n"
        "Kind regards\nMaud Fell\nQuillmoor\n"
    )
    path = tmp_path / "mail.mbox"
    path.write_bytes(b"From x Mon Mar 02 08:00:00 2026\n" + bytes(mail) + b"\n")
    return path


def test_an_hour_of_a_mail_stays_when_the_browsers_clock_is_taken(
    browser: Browser, onward: Onward, written: Path
) -> None:
    onward.run("import", str(written), "--quiet")
    page: Page = browser.new_context(timezone_id=HERE).new_page()
    page.goto(onward.launch_link())
    address = f"{onward.address}/calendar/onward.ics"
    before = page.request.get(address).text()
    assert re.search(r"DTSTART:\d{8}T121000\r?\n", before)
    form = page.get_by_role("form", name="Which clock is yours?")
    form.get_by_role("button", name="Use my browser").click()
    expect(page.get_by_text(re.compile("Pacific / Chatham now"))).to_be_visible()
    page.goto(f"{onward.address}/applications/ahead/")
    expect(page.locator(".round")).to_contain_text(", 12:10")
    expect(page.locator(".round")).not_to_contain_text("UTC")
    assert re.search(
        r"DTSTART;TZID=Pacific/Chatham:\d{8}T121000",
        page.request.get(address).text(),
    )
