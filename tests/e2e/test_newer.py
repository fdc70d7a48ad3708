"""What a newer program reads otherwise, seen, taken over, and undone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from onward.mail.rules.types import Verdict
from onward.people.services import local_person
from tests.e2e.test_feedback import enter, look
from tests.mail.test_learning import ROLES
from tests.mail.test_newer import CAKES, found, stored, story

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_newer_reading_is_taken_over_and_undone(visitor: Page, address: str) -> None:
    enter(visitor, address)
    person = local_person()
    for role in ROLES[:2]:
        stored(person, role)
    stored(
        person,
        ROLES[2],
        verdict=Verdict.OFFER,
        text=CAKES,
        sender_address="maud@street.example",
        sender_name="Maud Ashby",
        subject="The street party",
        company="Ashby",
    )
    found(person)
    visitor.goto(f"{address}/mail/review/")
    expect(
        visitor.get_by_role("heading", name="A newer Onward reads 3 mails otherwise")
    ).to_be_visible()
    look(visitor, "newer-ahead")
    visitor.get_by_role("link", name="Look at what differs").click()
    look(visitor, "newer")

    subject = f"Your application: {ROLES[0]}"
    card = visitor.get_by_role("region", name=subject)
    card.get_by_role("button", name="Take it over").click()
    expect(visitor.get_by_text("Taken over: one mail means")).to_be_visible()
    assert "rejection" in story(person)
    look(visitor, "newer-taken")
    visitor.get_by_role("button", name="Undo", exact=True).first.click()
    expect(visitor.get_by_text("Undone.")).to_be_visible()
    assert "rejection" not in story(person)

    visitor.get_by_role("link", name=f"Your application: {ROLES[1]}").click()
    look(visitor, "newer-message")
    visitor.get_by_role("button", name="Take it over").click()
    expect(visitor.get_by_text("It was read before as: An interview.")).to_be_visible()
    look(visitor, "newer-message-taken")
    visitor.get_by_role("button", name="Read it as before").click()
    expect(visitor.get_by_text("Undone.")).to_be_visible()
    assert "rejection" not in story(person)
