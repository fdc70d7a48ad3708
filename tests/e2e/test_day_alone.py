"""An interview of which only the day is told, in a browser; and a wrong no whose mail names a day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from onward.applications.models import Application
from onward.mail.models import MailMessage
from onward.mail.services.committing import commit_mail
from onward.people.services import local_person
from tests.e2e.test_feedback import enter, look

pytestmark = pytest.mark.django_db(transaction=True)


def told(*, verdict: str, words: str) -> Application:
    """Read one mail that names a day of the week ahead, and no hour."""
    now = timezone.now()
    day = timezone.localdate(now) + timedelta(days=5)
    MailMessage.objects.create(
        person=local_person(),
        key="told",
        message_id="told@larch.example",
        company="Larch Optics",
        role="Technician",
        path="a.mbox",
        sender_name="Nia Moss",
        subject="Larch Optics",
        text=f"Hi Robin,\n\n{words} on {day:%A} {day.day} {day:%B}.\n\nNia",
        verdict=verdict,
        sent_at=now - timedelta(hours=2),
        recorded_at=now,
    )
    commit_mail(local_person(), now=now)
    return Application.objects.get()


def test_its_day_stands_everywhere_and_the_hour_is_filled_in_by_hand(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    words = "We would like to invite you to an interview"
    application = told(verdict="interview", words=words)
    visitor.goto(address)
    expect(visitor.get_by_text("hour not told").first).to_be_visible()
    look(visitor, "day-alone-today")
    visitor.goto(f"{address}/applications/ahead/")
    expect(visitor.get_by_text("hour not told")).to_be_visible()
    expect(visitor.get_by_role("button", name="It went ahead")).to_have_count(0)
    look(visitor, "day-alone-ahead")
    visitor.goto(f"{address}/applications/{application.pk}/")
    expect(visitor.get_by_text("hour not told").first).to_be_visible()
    look(visitor, "day-alone-application")
    visitor.locator(".round").get_by_role("link", name="Change").first.click()
    day = visitor.get_by_label("Day", exact=False).first
    expect(day).not_to_have_value("")
    hour = visitor.get_by_label("Time", exact=False).first
    expect(hour).to_have_value("")
    look(visitor, "day-alone-change")
    hour.fill("09:30")
    visitor.get_by_role("button", name="Save").click()
    expect(visitor.get_by_text("09:30").first).to_be_visible()


def test_a_wrong_no_is_corrected_with_the_day_that_its_mail_names(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    application = told(verdict="rejection", words="Please come to the interview")
    visitor.goto(f"{address}/applications/{application.pk}/")
    no = visitor.get_by_role("listitem").filter(has_text="They said no")
    no.get_by_text("Correct it").click()
    day = no.get_by_label("On which day is it?")
    expect(day).to_be_hidden()
    no.get_by_label("What happened").select_option("interview")
    expect(day).to_be_visible()
    expect(day).not_to_have_value("")
    look(visitor, "day-alone-correction")
    no.get_by_role("button", name="Save").click()
    expect(visitor.get_by_text("hour not told").first).to_be_visible()
