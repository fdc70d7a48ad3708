"""Today after an accepted offer: what rests, what is still open beside it, and going on."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from onward.applications.rules.kinds import EventKind
from onward.mail.models import MailMessage, Review
from onward.people.services import local_person
from tests.builders import make_application
from tests.e2e.test_feedback import enter, look

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


def test_after_a_yes_the_search_rests_and_goes_on_when_one_says_so(
    visitor: Page, live_server: LiveServer
) -> None:
    address = live_server.url.replace("localhost", "127.0.0.1")
    enter(visitor, address)
    now = timezone.now()
    person = local_person()
    steps = ((EventKind.OFFER, now - 2 * DAY), (EventKind.ACCEPTANCE, now - DAY))
    make_application(
        person=person, company="Quill Press", applied_at=now - 30 * DAY, events=steps
    )
    talked = ((EventKind.INTERVIEW, now - 4 * DAY),)
    make_application(
        person=person,
        company="Bright Harbour",
        applied_at=now - 20 * DAY,
        events=talked,
    )
    visitor.goto(f"{address}/")
    said = visitor.get_by_role("main")
    expect(
        said.get_by_role("link", name="You accepted the offer of Quill Press")
    ).to_be_visible()
    visitor.get_by_text("Still open beside it").click()
    expect(said.get_by_text("I have accepted another offer")).to_be_visible()
    look(visitor, "after-a-yes")
    visitor.get_by_role("link", name=re.compile("Withdraw.*Bright Harbour")).click()
    expect(visitor.get_by_text("Bright Harbour").first).to_be_visible()
    visitor.goto(f"{address}/")
    visitor.get_by_role("button", name="My search goes on").click()
    visitor.goto(f"{address}/applying/")
    expect(visitor.get_by_text("You said that the search goes on.")).to_be_visible()
    look(visitor, "search-goes-on")
    visitor.get_by_role("button", name="Let the search rest").click()
    visitor.goto(f"{address}/applying/")
    expect(visitor.get_by_text("So nothing is suggested here.")).to_be_visible()


def test_a_message_since_the_yes_is_read_before_anything_rests(
    visitor: Page, live_server: LiveServer
) -> None:
    address = live_server.url.replace("localhost", "127.0.0.1")
    enter(visitor, address)
    now = timezone.now()
    person = local_person()
    make_application(
        person=person,
        company="Quill Press",
        contact_address="nia@quill.example",
        applied_at=now - 30 * DAY,
        events=((EventKind.ACCEPTANCE, now - 5 * DAY),),
    )
    MailMessage.objects.create(
        person=person,
        key="unclear",
        message_id="unclear@quill.example",
        sent_at=now - DAY,
        sender_name="Nia Moss",
        sender_address="nia@quill.example",
        subject="Re: Your start",
        text="The owner has sold up, so the 7th is off. I am so sorry.",
        company="Quill Press",
        verdict="ambiguous",
        review=Review.AMBIGUOUS,
        recorded_at=now,
    )
    visitor.goto(f"{address}/")
    said = visitor.get_by_role("main")
    title = "They wrote since you accepted: Quill Press"
    expect(said.get_by_role("heading", name=title)).to_be_visible()
    expect(said.get_by_text("Congratulations")).to_have_count(0)
    look(visitor, "message-since-the-yes")
    said.get_by_role("link", name="Read the message").click()
    expect(visitor.get_by_text("so the 7th is off")).to_be_visible()
