"""A page open in two windows: neither undoes what the other wrote."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from onward.method.feedback.services.drafting import begin_request
from onward.method.feedback.services.situation import story_of
from onward.people.services import local_person
from tests.builders import NOW, make_application, make_no
from tests.e2e.accessible import faults
from tests.e2e.conftest import Pages
from tests.e2e.test_feedback import enter, look
from tests.method.feedback.letters import DANA


def open_twice(page: Page, path: str) -> tuple[Page, Page]:
    """Return two windows of one browser with the same page."""
    windows = page, page.context.new_page()
    for window in windows:
        window.goto(path)
    return windows


def test_the_second_window_leaves_what_the_first_one_saved(
    visitor: Page, pages: Pages
) -> None:
    pages.run("add", "Quill Street Press", "--role", "Editor")
    visitor.goto(pages.launch_link())
    visitor.goto(f"{pages.address}/applications/")
    visitor.get_by_role("link", name="Quill Street Press").first.click()
    story = visitor.url
    other = visitor.context.new_page()
    for window in (visitor, other):
        window.goto(f"{story}edit/")
    assert list(faults(visitor)) == []
    visitor.get_by_label("Place").fill("Bergen")
    visitor.locator("#id_deadline").fill("2026-12-20")
    visitor.get_by_role("button", name="Save").click()
    expect(visitor.get_by_text("Saved.")).to_be_visible()
    other.get_by_label("Tags").fill("liked")
    other.get_by_role("button", name="Save").click()
    expect(other.get_by_text("Saved.")).to_be_visible()
    other.goto(f"{story}edit/")
    expect(other.get_by_label("Place")).to_have_value("Bergen")
    expect(other.locator("#id_deadline")).to_have_value("2026-12-20")
    expect(other.get_by_label("Tags")).to_have_value("liked")


@pytest.mark.django_db(transaction=True)
def test_a_correction_that_came_second_says_what_stands(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    application = make_application(person=local_person())
    no = make_no(application=application)
    first, second = open_twice(
        visitor, f"{address}/applications/events/{no.pk}/correct/"
    )
    first.get_by_label("Note").fill("They froze it.")
    first.get_by_role("button", name="Save").click()
    expect(first.get_by_text("Recorded.")).to_be_visible()
    second.get_by_label("Note").fill("They rang me about it.")
    second.get_by_role("button", name="Save").click()
    expect(second.get_by_text("The note there now: They froze it.")).to_be_visible()
    expect(second.get_by_label("Note")).to_have_value("They rang me about it.")
    look(second, "two-windows-correction")
    second.get_by_role("button", name="Save").click()
    expect(second.get_by_text("Recorded.")).to_be_visible()
    standing = application.events.get(kind="rejection", voided_by=None)
    assert standing.payload["note"] == "They rang me about it."


@pytest.mark.django_db(transaction=True)
def test_a_draft_keeps_the_words_of_both_and_gives_them_back_once_it_is_deleted(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    person = local_person()
    application = make_application(person=person)
    make_no(application=application)
    story = story_of(person, application)
    row = begin_request(story, to_name=DANA[0], to_address=DANA[1], now=NOW)
    path = f"{address}/feedback/draft/{row.pk}/"
    first, second = open_twice(visitor, path)
    for window, words in ((first, "What I wrote first."), (second, "What came later.")):
        window.get_by_label("Message").fill(words)
        window.get_by_role("button", name="Keep it and go on").click()
    expect(second.get_by_text("kept in another window meanwhile")).to_be_visible()
    second.goto(path)
    expect(second.get_by_label("Message")).to_have_value("What came later.")
    second.get_by_text("Earlier words", exact=True).click()
    expect(second.get_by_text("What I wrote first.").first).to_be_visible()
    look(second, "two-windows-draft")

    first.goto(path)
    first.get_by_role("button", name="Delete the draft").click()
    expect(first.get_by_text("The draft is deleted.")).to_be_visible()
    second.get_by_label("Message").fill("Written after it was deleted.")
    second.get_by_role("button", name="Keep it and go on").click()
    given_back = second.get_by_role("textbox", name="What you wrote").last
    expect(given_back).to_have_value("Written after it was deleted.")
    look(second, "two-windows-deleted")


@pytest.mark.django_db(transaction=True)
def test_a_page_that_came_second_shows_both_and_takes_the_place_by_one_press(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    application = make_application(person=local_person())
    path = f"{address}/reflection/application/{application.pk}"
    first, second = open_twice(visitor, f"{path}/research/")
    first.get_by_label("Why me").fill("I ran such sheets\nfor two years.")
    first.get_by_label("News").fill("They moved to the harbour.")
    first.get_by_role("button", name="Keep it").click()
    expect(first.get_by_text("Kept. It is there")).to_be_visible()
    second.get_by_label("Why me").fill("I can wait.")
    second.get_by_role("button", name="Keep it").click()
    expect(second.get_by_role("blockquote")).to_have_text(
        "I ran such sheets\nfor two years."
    )
    expect(second.get_by_label("Why me")).to_have_value("I can wait.")
    look(second, "two-windows-research")
    second.get_by_role("button", name="Keep it").click()
    expect(second.get_by_text("Kept. It is there")).to_be_visible()
    second.goto(f"{path}/research/")
    expect(second.get_by_label("Why me")).to_have_value("I can wait.")
    # What one window alone wrote stays.
    expect(second.get_by_label("News")).to_have_value("They moved to the harbour.")

    first, second = open_twice(visitor, f"{path}/look-back/")
    for window, answer in ((first, "Yes"), (second, "Partly")):
        window.locator("#id_tailored").get_by_text(answer, exact=True).click()
        window.get_by_role("button", name="Keep it").click()
    expect(second.get_by_role("blockquote")).to_have_text("Yes")
    look(second, "two-windows-look-back")
    second.get_by_role("button", name="Keep it").click()
    expect(second.get_by_text("Kept, for you alone.")).to_be_visible()


def test_a_no_told_in_two_windows_stands_once_and_no_words_are_lost(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    story = make_application(person=local_person(), company="Quill Street Press")
    first, second = open_twice(visitor, f"{address}/applications/{story.pk}/close/")
    for window in (first, second):
        window.get_by_label("They said no").check()
        window.get_by_label("Note").fill("They want somebody who speaks Finnish.")
    first.get_by_role("button", name="Record it").click()
    expect(first.get_by_text("Recorded.")).to_be_visible()
    second.get_by_label("The job went away").check()
    second.get_by_label("Note").fill("Nobody is hired before spring.")
    second.get_by_role("button", name="Record it").click()
    expect(second.get_by_text("Meanwhile “They said no”")).to_be_visible()
    expect(second.get_by_label("Note")).to_have_value("Nobody is hired before spring.")
    look(second, "no-in-two-windows")
    second.go_back()
    second.get_by_label("They said no").check()
    second.get_by_role("button", name="Record it").click()
    expect(second.get_by_text("kept beside it, as a note")).to_be_visible()
