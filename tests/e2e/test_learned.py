"""What a person says of one mail, and how it is seen, offered, put back and forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from onward.people.services import local_person
from tests.builders import make_application
from tests.e2e.test_feedback import enter, look
from tests.mail.test_corrected_to_moved import misread
from tests.mail.test_learning import (
    RECEIPT,
    ROLES,
    about,
    event_about,
    read,
    receipt,
    waiting,
)

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_correction_is_learned_shown_put_back_and_forgotten(
    visitor: Page, address: str, tmp_path: Path
) -> None:
    enter(visitor, address)
    person = local_person()
    read(person, tmp_path, receipt(ROLES[0]))
    visitor.goto(f"{address}/mail/messages/{about(person, ROLES[0]).pk}/")
    visitor.get_by_text("It means something else").click()
    visitor.get_by_label("What does this message say?").select_option("assessment")
    look(visitor, "learned-correct")
    visitor.get_by_role("button", name="Correct it").click()
    expect(visitor.get_by_text("Mail like it is read so from now on")).to_be_visible()

    read(person, tmp_path, receipt(ROLES[1]), name="later")
    visitor.goto(f"{address}/mail/messages/{about(person, ROLES[1]).pk}/")
    expect(visitor.get_by_text("you said so of a mail like this on")).to_be_visible()
    look(visitor, "learned-message")
    visitor.get_by_role("link", name="See that mail").click()
    expect(visitor.get_by_text("now: A test or task")).to_be_visible()
    look(visitor, "learned-example")
    visitor.get_by_role("button", name="Read it as before").click()
    expect(visitor.get_by_text("It is read as before.")).to_be_visible()

    visitor.goto(f"{address}/mail/")
    visitor.get_by_role("link", name="What Onward learned from you").click()
    look(visitor, "learned-list")
    visitor.get_by_role("link", name=f"Your application: {ROLES[0]}").click()
    visitor.get_by_text("Forget it").first.click()
    visitor.get_by_role("button", name="Forget it").click()
    expect(visitor.get_by_text("Later mail is read without it.")).to_be_visible()
    visitor.get_by_role("button", name="Undo").click()
    expect(
        visitor.get_by_text("Later mail like it is read as you said.")
    ).to_be_visible()


def test_mail_that_waits_is_offered_taken_in_one_press_and_undone(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    person = local_person()
    for role in ROLES:
        waiting(person, role)
    visitor.goto(f"{address}/mail/messages/{about(person, ROLES[0]).pk}/")
    visitor.get_by_label("What does this message say?").select_option("assessment")
    visitor.get_by_role("button", name="Record it").click()

    visitor.goto(f"{address}/mail/review/")
    heading = visitor.get_by_role("heading", name="3 messages that wait")
    expect(heading).to_be_visible()
    look(visitor, "learned-review")
    visitor.get_by_role("button", name="Read them the same way").click()
    expect(visitor.get_by_text("3 messages are read the same way now.")).to_be_visible()
    look(visitor, "learned-taken")
    visitor.get_by_role("button", name="Undo").click()
    expect(visitor.get_by_text("They wait for you as before.")).to_be_visible()
    visitor.goto(f"{address}/mail/review/")
    expect(visitor.get_by_text(f"Your application: {ROLES[1]}")).to_be_visible()
    expect(heading).not_to_be_visible()


def test_of_several_that_fit_one_is_chosen_and_all_of_it_is_undone(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    person = local_person()
    for _number in range(2):
        make_application(person=person, company="Quillmoor", role=ROLES[0])
    make_application(person=person, company="Aardvark Cafe")
    message = waiting(person, ROLES[0])
    page = f"{address}/mail/messages/{message.pk}/"
    visitor.goto(page)
    visitor.get_by_label("What does this message say?").select_option("interview")
    expect(visitor.get_by_label("Which application?")).to_have_value("")
    look(visitor, "decide-several")
    visitor.get_by_role("button", name="Record it").click()
    expect(visitor.get_by_text("Choose an application, or").first).to_be_visible()
    visitor.get_by_label("Which application?").select_option("new")
    visitor.get_by_role("button", name="Record it").click()
    expect(visitor.get_by_text("A new application was begun for it")).to_be_visible()
    look(visitor, "decide-recorded")
    visitor.get_by_role("button", name="Undo", exact=True).click()
    expect(visitor.get_by_text("that was begun for it is gone")).to_be_visible()
    look(visitor, "decide-undone")

    visitor.get_by_label("What does this message say?").select_option("withdrawal")
    likely = visitor.get_by_label("Which application?").locator("optgroup option")
    first = likely.first.get_attribute("value")
    visitor.get_by_label("Which application?").select_option(first)
    visitor.get_by_role("button", name="Record it").click()
    expect(visitor.get_by_text("Recorded: You withdrew")).to_be_visible()
    look(visitor, "decide-withdrew")
    visitor.goto(page)
    look(visitor, "decide-settled")
    visitor.get_by_text("It means something else").click()
    visitor.get_by_label("What does this message say?").select_option("rejection")
    visitor.get_by_role("button", name="Correct it").click()
    expect(visitor.get_by_text("Corrected: They said no")).to_be_visible()
    look(visitor, "decide-corrected-no")
    visitor.get_by_role("button", name="Undo", exact=True).click()
    expect(visitor.get_by_text("It means something else")).to_be_visible()
    visitor.get_by_role("button", name="Take my decision back").click()
    expect(visitor.get_by_text("Taken back.")).to_be_visible()


def test_forgetting_takes_back_the_application_that_was_begun(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    message = waiting(local_person(), ROLES[0])
    visitor.goto(f"{address}/mail/messages/{message.pk}/")
    visitor.get_by_label("What does this message say?").select_option("interview")
    visitor.get_by_role("button", name="Record it").click()
    visitor.goto(f"{address}/mail/learned/")
    visitor.get_by_role("link", name=f"Your application: {ROLES[0]}").click()
    visitor.get_by_text("Forget it").first.click()
    visitor.get_by_text("Take it back").click()
    look(visitor, "forget-asked")
    visitor.get_by_role("button", name="Forget it").click()
    expect(visitor.get_by_text("that was begun for it is gone")).to_be_visible()
    look(visitor, "forget-done")
    visitor.get_by_role("button", name="Undo", exact=True).click()
    visitor.goto(f"{address}/applications/")
    expect(visitor.get_by_text(ROLES[0]).first).to_be_visible()


def test_the_walk_works_without_javascript(
    address: str, tmp_path: Path, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    enter(page, address)
    person = local_person()
    read(person, tmp_path, receipt(ROLES[0]))
    page.goto(f"{address}/mail/messages/{about(person, ROLES[0]).pk}/")
    page.get_by_text("It means something else").click()
    page.get_by_label("What does this message say?").select_option("other")
    page.get_by_role("button", name="Correct it").click()
    expect(
        page.get_by_text("Put aside. Mail of the same wording will be, too.")
    ).to_be_visible()
    page.get_by_role("button", name="Take my decision back").click()
    expect(page.get_by_text("It means something else")).to_be_visible()
    context.close()


def test_a_card_quotes_the_line_that_tells_and_its_one_application_is_chosen(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    person = local_person()
    make_application(person=person, company="Quillmoor", role=ROLES[0])
    message = waiting(
        person,
        ROLES[0],
        because=[
            {
                "rule": "x",
                "words": "We have received your",
                "where": "body",
                "start": RECEIPT.format(role=ROLES[0]).index("We have"),
                "end": RECEIPT.format(role=ROLES[0]).index("We have") + 21,
            }
        ],
    )
    visitor.goto(f"{address}/mail/review/")
    card = visitor.get_by_role("listitem").filter(has_text=message.subject)
    expect(card.locator("mark")).to_have_text("We have received your")
    look(visitor, "review-quoted")
    card.get_by_role("link", name="Look at it").click()
    chosen = visitor.get_by_label("Which application?").locator("option:checked")
    expect(chosen).to_contain_text("Quillmoor")
    look(visitor, "review-chosen")


@pytest.mark.parametrize("with_scripts", [True, False])
def test_decided_mail_is_put_aside_from_the_timeline(
    address: str, tmp_path: Path, browser: Browser, with_scripts: bool
) -> None:
    context = browser.new_context(java_script_enabled=with_scripts)
    page = context.new_page()
    enter(page, address)
    person = local_person()
    read(person, tmp_path, receipt(ROLES[0]))
    event = event_about(person, ROLES[0])
    timeline = f"{address}/applications/{event.application_id}/"
    page.goto(timeline)
    entry = page.locator(f"#event-{event.pk}")
    entry.get_by_text("The message", exact=True).click()
    if with_scripts:
        expect(entry.locator("article.message")).to_be_visible()
    expect(entry.get_by_role("link", name="Open the message")).to_be_visible()
    entry.get_by_text("Correct it", exact=True).first.click()
    if with_scripts:
        expect(entry.locator("form.form")).to_be_visible()
        look(page, "timeline-not-about")
    entry.get_by_role("button", name="It is not about my search").click()
    expect(
        page.get_by_text("Put aside. Mail of the same wording will be, too.")
    ).to_be_visible()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_text("It means something else")).to_be_visible()
    page.goto(timeline)
    expect(entry.get_by_text("Correct it", exact=True).first).to_be_visible()
    context.close()


def test_a_mail_read_as_a_no_moved_the_interview_in_truth(
    visitor: Page, address: str, tmp_path: Path
) -> None:
    enter(visitor, address)
    message = misread(local_person(), tmp_path)
    visitor.goto(f"{address}/mail/messages/{message.pk}/")
    visitor.get_by_text("It means something else").click()
    meaning = visitor.get_by_label("What does this message say?")
    meaning.select_option("interview_off")
    expect(visitor.get_by_label("On which day?")).to_be_hidden()
    meaning.select_option("interview_moved")
    visitor.get_by_label("On which day?").fill("2026-12-04")
    visitor.get_by_label("At what time").fill("14:30")
    look(visitor, "learned-moved")
    visitor.get_by_role("button", name="Correct it").click()
    expect(visitor.get_by_text("Corrected: the interview is moved")).to_be_visible()
    look(visitor, "learned-moved-said")
    visitor.get_by_role("link", name="Night Porter").first.click()
    expect(visitor.get_by_text("to “Interview moved”")).to_be_visible()
    look(visitor, "learned-moved-timeline")
    moved = visitor.locator("li.event").filter(has_text="Friday 4 December")
    moved.get_by_role("button", name="Undo").click()
    expect(visitor.get_by_text("They said no").first).to_be_visible()
