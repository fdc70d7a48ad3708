"""What is not done yet says so on its page, and is gone from it when it is done."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from onward.applications.models import Application
from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.services import add_event, add_round, settle
from onward.mail.models import MailMessage, Review
from onward.mail.services.committing import commit_mail
from onward.method.plan.services import catch_up
from onward.people.services import local_person
from onward.project.worker import do_periodic_work, work_once
from tests.builders import make_application
from tests.e2e.test_feedback import enter, look
from tests.method.reflection.test_tailoring import FITTING, sent
from tests.project.test_catching_up import BEHIND, backlog

pytestmark = pytest.mark.django_db(transaction=True)
MORE_THAN_A_REQUEST_READS = 22


def test_a_message_that_moves_an_interview_is_told_in_a_quiet_time(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    person, now = local_person(), timezone.now()
    elm = make_application(
        person=person, company="Elm House", contact_address="nia@elm.example"
    )
    add_round(person, elm, details={"starts_at": now + timedelta(days=9)}, now=now)
    MailMessage.objects.create(
        person=person,
        key="unclear",
        message_id="unclear@elm.example",
        sent_at=now,
        sender_name="Nia Moss",
        sender_address="nia@elm.example",
        subject="Re: Your applications",
        text="Kim is away, so we need to move our interview to another day.",
        verdict="interview",
        review=Review.UNMATCHED,
        recorded_at=now,
    )
    oak = make_application(person=person, company="Oak")
    add_event(person, oak, kind=EventKind.REJECTION, at=now, now=now)
    catch_up(person, now=now)
    visitor.goto(address)
    expect(visitor.get_by_text("An interview may be at another time")).to_be_visible()
    look(visitor, "today-unsettled")
    visitor.get_by_role("link", name="The message from Nia Moss").click()
    visitor.get_by_label("What does this message say?").select_option("interview_moved")


def test_an_interview_that_mail_was_read_as_calling_off_stands_by_one_press(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    person, now = local_person(), timezone.now()
    begins = (now + timedelta(days=3)).replace(microsecond=0)
    said = {"person": person, "recorded_at": now, "verdict": "interview"}
    named = {"company": "Larch Optics", "role": "Technician", "path": "a.mbox"}
    entry = {"UID": "u1", "DTSTART": f"{begins:%Y%m%dT%H%M%SZ}"}
    for key, days, method, text in (
        ("invited", 3, "REQUEST", "You are invited to an interview."),
        ("off", 1, "CANCEL", "Cancelled: the second slot, which nobody booked."),
    ):
        MailMessage.objects.create(
            **said,
            **named,
            key=key,
            message_id=f"{key}@larch.example",
            sender_name="Nia Moss",
            subject="Interview",
            text=text,
            sent_at=now - timedelta(days=days),
            calendar=entry | {"METHOD": method},
        )
    commit_mail(person, now=now)
    application = Application.objects.for_person(person).get()
    visitor.goto(f"{address}/applications/{application.pk}/")
    off = visitor.get_by_role("listitem").filter(has_text="Interview called off")
    off.get_by_text("Correct it").click()
    look(visitor, "called-off-timeline")
    off.get_by_role("link", name="The message says something else").click()
    visitor.get_by_text("It means something else").click()
    look(visitor, "called-off-message")
    meaning = visitor.locator("#means").get_by_label("What does this message say?")
    meaning.select_option("The interview stands as it was")
    visitor.get_by_role("button", name="Correct it").click()
    expect(visitor.get_by_text("The interview stands as it was, on")).to_be_visible()
    look(visitor, "called-off-stands")
    visitor.goto(f"{address}/applications/ahead/")
    link = visitor.get_by_role("link", name="Larch Optics", exact=True)
    expect(link).to_be_visible()


def test_an_interview_that_is_being_moved_waits_for_its_new_day(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    now = timezone.now()
    application = make_application(person=local_person(), company="Larch Optics")
    begins = (now + timedelta(days=3)).replace(microsecond=0).isoformat()
    event = add_round(
        local_person(), application, details={"starts_at": begins}, now=now
    )
    settle(local_person(), event, outcome=Outcome.MOVED, now=now)
    visitor.goto(f"{address}/applications/ahead/")
    heading = visitor.get_by_role("heading", name="A new day is still to come")
    expect(heading).to_be_visible()
    look(visitor, "ahead-being-moved")
    visitor.get_by_role("button", name="Cancelled").press("Enter")
    expect(heading).to_have_count(0)
    expect(visitor.get_by_role("list", name="Messages")).to_be_focused()
    visitor.keyboard.press("Tab")
    expect(visitor.get_by_role("button", name="Undo").first).to_be_focused()


def test_a_page_says_that_a_backlog_is_still_taken_in_until_a_worker_did(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    application = backlog(local_person(), events=300)[-1]
    visitor.goto(f"{address}/applications/{application.pk}/")
    told = visitor.get_by_text(BEHIND)
    expect(told).to_be_visible()
    look(visitor, "behind")
    do_periodic_work()
    visitor.reload()
    expect(told).to_have_count(0)


def test_patterns_leave_out_adverts_until_a_worker_has_read_them(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    for number in range(MORE_THAN_A_REQUEST_READS):
        sent(local_person(), f"{FITTING}{number}\n", company=f"Acme {number}")
    visitor.goto(f"{address}/reflection/patterns/")
    told = visitor.get_by_text("still being read beside the résumés")
    expect(told).to_be_visible()
    look(visitor, "patterns-unread")
    while work_once("here"):
        pass
    visitor.reload()
    expect(told).to_have_count(0)


def test_the_hour_of_a_last_day_is_typed_and_told(visitor: Page, address: str) -> None:
    visitor.set_viewport_size({"width": 360, "height": 800})
    enter(visitor, address)
    application = make_application(person=local_person(), company="Larch Optics")
    visitor.goto(f"{address}/applications/{application.pk}/interviews/add/")
    visitor.get_by_text("Place, link, length, last day, note").click()
    visitor.get_by_label("At the latest at").fill("12:00")
    visitor.get_by_role("button", name="Add it").click()
    expect(
        visitor.get_by_text("Choose the day of this time as well.")
    ).not_to_have_count(0)
    look(visitor, "interview-last-hour")
    day = timezone.now() + timedelta(days=3)
    visitor.get_by_label("To be answered or done by").fill(f"{day:%Y-%m-%d}")
    visitor.get_by_role("button", name="Add it").click()
    expect(visitor.get_by_text(f"{day:%Y}, 12:00").first).to_be_visible()
    look(visitor, "story-last-hour")


def test_where_mail_programs_keep_their_mail_is_told_to_who_asks(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    visitor.goto(f"{address}/mail/")
    hidden = visitor.get_by_text("~/Library/Thunderbird/Profiles")
    expect(hidden).to_be_hidden()
    visitor.get_by_text("How do I get my mailbox as a file?").click()
    expect(hidden).to_be_visible()
    look(visitor, "mail-programs")
