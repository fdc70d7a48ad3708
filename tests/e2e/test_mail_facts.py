"""What mail tells beside its verdict: links on the timeline, and a list of several applications."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from onward.applications.models import Application
from onward.mail.services.importing import import_paths
from onward.people.services import local_person
from tests.builders import quiet
from tests.e2e.test_feedback import enter, look
from tests.mail.own_story import ME, THEM, raw
from tests.mail.raw_mail import make_mbox, make_raw
from tests.mail.test_asked_to_move import BEFORE, talk
from tests.mail.test_doubted import APPLIED, DOUBTED, NOTES, RECEIPT
from tests.mail.test_links import TEXT
from tests.mail.test_listed import LISTED, RECEIPTS, weekly_list
from tests.mail.test_moved_in_talk import PLAIN, PROPOSED

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_link_stands_on_the_timeline_and_a_list_asks_where_it_is_unsure(
    visitor: Page, address: str, tmp_path: Path
) -> None:
    enter(visitor, address)
    person = local_person()
    path = tmp_path / "mail.mbox"
    test = make_raw(TEXT, subject="Your assessment for Baker at Quillmoor")
    path.write_bytes(make_mbox(*RECEIPTS, test, weekly_list(LISTED, day=9, number=4)))
    import_paths(person, [path], progress=quiet)

    baker = Application.objects.for_person(person).get(company="Quillmoor")
    visitor.goto(f"{address}/applications/{baker.pk}/")
    link = visitor.get_by_role("link", name="To the test")
    expect(link).to_have_attribute("href", "https://tests.quillmoor.example/t/42?key=7")
    expect(visitor.get_by_text("tests.quillmoor.example")).to_be_visible()
    look(visitor, "facts-timeline")

    visitor.goto(f"{address}/mail/review/")
    expect(
        visitor.get_by_text("Cheese Maker at Rebhof Dairy - Interview")
    ).to_be_visible()
    look(visitor, "facts-review")
    visitor.get_by_role("link", name="Look at it").click()
    visitor.get_by_label("What does this message say?").select_option("interview")
    visitor.get_by_role("button", name="Record it").click()
    expect(visitor.get_by_role("heading", name="Rebhof Dairy")).to_be_visible()
    expect(visitor.get_by_role("heading", name="Interview", exact=True)).to_be_visible()


def test_two_that_may_be_one_are_asked_about_and_joined(
    visitor: Page, address: str, tmp_path: Path
) -> None:
    enter(visitor, address)
    path = tmp_path / "mail.mbox"
    received = make_raw(
        "Hi Kim,\n\nyour application for Dispatcher was sent to Rebhof Lifts. Good luck.",
        subject="Your application for Dispatcher at Rebhof Lifts",
    )
    invited = make_raw(
        "Dear Kim,\n\nthank you for your application. We invite you to an interview for the post of Dispatcher on "
        "Wednesday 11 March at 9:30.\n\nIda Roe\nRebhof Gate Repairs Ltd",
        subject="Interview for Dispatcher",
        message_id="<two@rebhof.example>",
    ).replace(b"Quillmoor <jobs@quillmoor.example>", b"Ida Roe <ida@rebhof.example>")
    path.write_bytes(make_mbox(received, invited))
    import_paths(local_person(), [path], progress=quiet)
    visitor.goto(f"{address}/mail/")
    look(visitor, "twins-home")
    visitor.get_by_role("link", name="Look at what may be one").click()
    expect(visitor.get_by_text("Are these two one application?")).to_be_visible()
    look(visitor, "twins")
    visitor.get_by_role("button", name="Join them").click()
    expect(visitor.get_by_text("The two are one application now.")).to_be_visible()
    visitor.get_by_role("button", name="Undo").click()
    visitor.goto(f"{address}/mail/review/")
    visitor.get_by_role("button", name="They are two").click()
    expect(visitor.get_by_text("They stay two")).to_be_visible()
    expect(visitor.get_by_text("Nothing to look at")).to_be_visible()


INVITED = (
    "Dear Kim,\n\nyour letter of 24 February pleased us. We invite you to an interview for the post of Baker on "
    "Wednesday 11 March. Please come to the side door, we begin at 9:30.\n\n"
    "Please confirm by Friday at https://jobs.quillmoor.example/confirm/12\n\nIda Roe\nBakery Manager\nQuillmoor"
)


def test_an_hour_of_the_next_sentence_and_a_last_day_stand_beside_the_link_to_answer(
    visitor: Page, address: str, tmp_path: Path
) -> None:
    enter(visitor, address)
    path = tmp_path / "mail.mbox"
    mail = make_raw(INVITED, subject="Interview for Baker at Quillmoor")
    path.write_bytes(make_mbox(mail))
    import_paths(local_person(), [path], progress=quiet)
    visitor.goto(address)
    visitor.get_by_role("link", name="Applications", exact=True).first.click()
    visitor.get_by_role("link", name="Quillmoor").first.click()
    expect(visitor.get_by_text("Wednesday 11 March 2026, 09:30").first).to_be_visible()
    expect(visitor.get_by_text("To be answered by Friday 6 March 2026")).to_be_visible()
    link = visitor.get_by_role("link", name="To say yes or no")
    expect(link).to_have_attribute("href", "https://jobs.quillmoor.example/confirm/12")
    look(visitor, "facts-invitation")


@pytest.mark.parametrize(
    ("subject", "text"), [DOUBTED[-1], ("Re: hej", NOTES[1])], ids=["doubted", "note"]
)
def test_a_no_in_own_words_of_a_known_firm_can_be_settled_or_stands_on_its_story(
    visitor: Page, address: str, tmp_path: Path, subject: str, text: str
) -> None:
    enter(visitor, address)
    doubted = raw(number=9, sender=THEM, to=ME, subject=subject, text=text, answers=2)
    path = tmp_path / "mail.mbox"
    path.write_bytes(make_mbox(APPLIED, RECEIPT, doubted))
    import_paths(local_person(), [path], progress=quiet)
    application = Application.objects.get()
    if not application.no_kind:
        visitor.goto(f"{address}/mail/review/")
        expect(visitor.get_by_text(subject)).to_be_visible()
        look(visitor, "doubted-review")
        visitor.get_by_role("link", name="Look at it").click()
        look(visitor, "doubted-letter")
        meaning = visitor.get_by_label("What does this message say?")
        meaning.select_option("rejection")
        visitor.get_by_role("button", name="Record it").click()
    visitor.goto(f"{address}/applications/{application.pk}/")
    expect(visitor.get_by_role("heading", name="They said no")).to_be_visible()
    look(visitor, "doubted-story")


def test_an_interview_that_the_person_settles_is_asked_for_its_day_and_can_be_moved(
    visitor: Page, address: str, tmp_path: Path
) -> None:
    enter(visitor, address)
    path = tmp_path / "mail.mbox"
    subject, text = DOUBTED[-1]
    first, second = (
        raw(
            number=n, sender=THEM, to=ME, subject=subject, text=f"{text} {n}", answers=2
        )
        for n in (9, 10)
    )
    path.write_bytes(make_mbox(APPLIED, RECEIPT, first, second))
    import_paths(local_person(), [path], progress=quiet)
    application = Application.objects.get()
    for number, kind in enumerate(("interview", "interview_moved")):
        visitor.goto(f"{address}/mail/review/")
        visitor.get_by_role("link", name="Look at it").last.click()
        day = visitor.get_by_label("On which day?")
        expect(day).to_be_hidden()
        meaning = visitor.get_by_label("What does this message say?")
        meaning.select_option(kind)
        expect(day).to_be_visible()
        day.fill(f"2030-05-0{number + 2}")
        look(visitor, f"settle-{kind}")
        if number:
            visitor.get_by_label("At what time, on your clock?").fill("14:30")
        visitor.get_by_label("Which application?").select_option(str(application.pk))
        visitor.get_by_role("button", name="Record it").click()
        said = "the interview is moved" if number else "Recorded: Interview"
        expect(visitor.get_by_text(said).first).to_be_visible()
        when = "3 May 2030, 14:30" if number else "2 May 2030, hour not told"
        stands = visitor.get_by_text(when).first
        expect(stands).to_be_visible()
    look(visitor, "settle-moved-story")


def test_another_time_that_they_ask_about_stands_beside_the_agreed_one(
    visitor: Page, address: str, tmp_path: Path
) -> None:
    enter(visitor, address)
    path = tmp_path / "mail.mbox"
    mail = [*BEFORE, *talk((PLAIN, "Yes, that is fine.", PROPOSED))]
    path.write_bytes(make_mbox(*mail))
    import_paths(local_person(), [path], progress=quiet)
    visitor.goto(f"{address}/applications/{Application.objects.get().pk}/")
    asked = "They ask whether it can be Thursday 19 March 2026, 16:00 instead."
    expect(visitor.get_by_text(asked)).to_be_visible()
    heading = "Another time for the interview, asked about"
    expect(visitor.get_by_role("heading", name=heading)).to_be_visible()
    look(visitor, "time-asked-about")
