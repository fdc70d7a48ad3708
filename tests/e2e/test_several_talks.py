"""An invitation that sets two rounds: both stand in the story and ahead, and are moved alone."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from onward.mail.services.importing import import_paths
from onward.people.services import local_person, make_launch_token
from tests.builders import quiet
from tests.e2e.accessible import faults
from tests.e2e.test_feedback import look
from tests.mail.raw_mail import make_mbox

pytestmark = pytest.mark.django_db(transaction=True)


def letter(number: int, at: datetime, text: str) -> bytes:
    return (
        f"From: Kim Alder <kim@bright-harbour.example>\nTo: robin@person.example\n"
        f"Subject: Your application for Night Porter\nMessage-ID: <m{number}@mail.example>\n"
        f"Date: {at:%a, %d %b %Y %H:%M:%S} +0000\n\n{text}\n\nKim Alder\nBright Harbour\n"
    ).encode()


def test_both_rounds_of_one_invitation_stand(
    visitor: Page, live_server: LiveServer, settings: Settings, tmp_path: Path
) -> None:
    settings.HOME = tmp_path
    now = timezone.now()
    first, second = (now + timedelta(days=days) for days in (9, 12))
    day = "%A, %d %B %Y"
    mailbox = tmp_path / "all.mbox"
    mailbox.write_bytes(
        make_mbox(
            letter(
                1,
                now - timedelta(days=9),
                "Thank you for your application for Night Porter at Bright Harbour.",
            ),
            letter(
                2,
                now - timedelta(days=1),
                "Dear Robin, we would like to invite you to two interviews:\n\n"
                f"Round 1: {first:{day}}, 10:00, by video\n"
                f"Round 2: {second:{day}}, 09:00 - 15:30, at the hotel\n\nPlease confirm both.",
            ),
        )
    )
    person = local_person()
    import_paths(person, [mailbox], progress=quiet)
    address = live_server.url.replace("localhost", "127.0.0.1")
    visitor.goto(f"{address}/launch/{make_launch_token(person)}/")
    visitor.goto(f"{address}/applications/?q=harbour")
    visitor.get_by_role("link", name="Bright Harbour").first.click()
    story, rounds = visitor.url, visitor.locator(".round")
    expect(rounds).to_have_count(2)
    expect(rounds.first).to_contain_text("10:00")
    expect(rounds.last).to_contain_text("6 hours 30 minutes")
    look(visitor, "two-rounds")
    assert list(faults(visitor)) == []
    visitor.goto(f"{address}/applications/ahead/")
    expect(visitor.get_by_text(f"{first:%A} {first.day} {first:%B}")).to_be_visible()
    expect(visitor.get_by_text(f"{second:%A} {second.day} {second:%B}")).to_be_visible()
    look(visitor, "two-rounds-ahead")
    visitor.goto(story)
    rounds.last.get_by_role("link", name="Change").click()
    visitor.locator("[name=time]").fill("11:15")
    visitor.get_by_role("button", name="Save").click()
    expect(rounds.first).to_contain_text("10:00")
    expect(rounds.last).to_contain_text("11:15")
