"""Last days in the calendar, waiting in a picture, stones, an advert pasted, in both themes."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from onward.applications.rules.kinds import EventKind
from onward.applications.services import add_application, add_event, add_round
from onward.people.services import local_person
from tests.e2e.accessible import faults
from tests.e2e.test_feedback import enter, look

pytestmark = pytest.mark.django_db(transaction=True)

ADVERT = """Insurance Verification Specialist
Lantern Family Medicine, Sunbury, OH
$21 - $24 an hour
You call insurers, check what is covered, and explain it to people before they come."""


def test_a_last_day_stands_below_its_date_and_says_what_is_due(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    now, person = timezone.now(), local_person()
    facts = {"company": "Lantern Orthopaedics", "role": "Billing Clerk"}
    application = add_application(person, facts=facts, applied_at=now, now=now)
    until = timezone.localdate(now) + timedelta(days=2)
    told = {"until": until}
    add_round(person, application, kind=EventKind.OFFER, details=told, now=now)
    visitor.goto(f"{address}/calendar/")
    line = visitor.get_by_role("listitem").filter(has_text="Last day to answer")
    expect(line).to_contain_text(
        "Last day to answer the offer: Billing Clerk · Lantern Orthopaedics"
    )
    day = line.locator("time").bounding_box()
    whole = line.bounding_box()
    assert day is not None
    assert whole is not None
    assert whole["height"] > 1.8 * day["height"]
    assert list(faults(visitor)) == []
    look(visitor, "last-day-calendar")


def test_the_picture_of_waiting_names_days_to_its_end(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    now, person = timezone.now(), local_person()
    for days in range(5, 40, 5):
        sent = now - timedelta(days=days)
        facts = {"company": f"Lantern Mill {days}", "role": "Billing Clerk"}
        add_application(person, facts=facts, applied_at=sent, now=sent)
    visitor.goto(f"{address}/outlook/pictures/answers/?asked=1")
    for width in (390, 1100):
        visitor.set_viewport_size({"width": width, "height": 900})
        sheet = visitor.locator("svg.chart__sheet:visible")
        end = sheet.get_by_text(re.compile(r"^\d+ days$"))
        expect(end).to_be_visible()
        box = end.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= width
    assert list(faults(visitor)) == []
    look(visitor, "waiting-picture")


def test_from_the_stones_one_comes_to_where_one_is_written(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    now, person = timezone.now(), local_person()
    long_ago = now - timedelta(days=20)
    facts = {"company": "Lantern Orthopaedics", "role": "Billing Clerk"}
    application = add_application(
        person, facts=facts, applied_at=long_ago, now=long_ago
    )
    talk = {"starts_at": long_ago + timedelta(days=2)}
    add_round(person, application, details=talk, now=long_ago)
    at = long_ago + timedelta(days=6)
    add_event(person, application, kind=EventKind.REJECTION, at=at, now=at)
    visitor.goto(f"{address}/outlook/stones/")
    expect(visitor.get_by_text("an interview with them")).to_be_visible()
    expect(visitor.get_by_text("Billing Clerk")).to_be_visible()
    assert list(faults(visitor)) == []
    look(visitor, "stones")
    visitor.get_by_role("link", name="Where a no was said").last.click()
    visitor.get_by_role("link", name="Lantern Orthopaedics").click()
    visitor.get_by_text("Also here, if you want it").click()
    expect(visitor.get_by_role("heading", name="What it left behind")).to_be_visible()


def test_a_pasted_advert_is_read_kept_and_undone(visitor: Page, address: str) -> None:
    enter(visitor, address)
    visitor.goto(f"{address}/exchange/capture/")
    expect(visitor.get_by_text("(optional)")).to_have_count(0)
    visitor.get_by_role("button", name="Look at it").click()
    field = visitor.get_by_label("The advert")
    expect(field).to_be_focused()
    assert field.evaluate("one => one.validity.valueMissing")
    assert list(faults(visitor)) == []
    look(visitor, "capture")
    field.fill(ADVERT)
    visitor.get_by_role("button", name="Look at it").click()
    expect(visitor.get_by_label("Pay")).to_have_value("$21 - $24 an hour")
    visitor.get_by_label("Company").fill("Lantern Family Medicine")
    visitor.get_by_role("button", name="Save it for later").click()
    said = visitor.locator(".messages")
    expect(said).to_contain_text("It is among your applications")
    assert list(faults(visitor)) == []
    look(visitor, "capture-kept")
    said.get_by_role("button", name="Undo").click()
    expect(visitor.get_by_text("Undone.")).to_be_visible()
    visitor.goto(f"{address}/applications/")
    expect(visitor.get_by_text("Lantern Family Medicine")).to_have_count(0)
