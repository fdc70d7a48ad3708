"""A page for oneself, or a draft, that is left by a link, or without scripts: what is said of it is true."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from onward.applications.models import Event
from onward.method.feedback.models import FeedbackRequest
from onward.people.services import local_person
from tests.builders import make_application, make_no
from tests.e2e.test_feedback import enter, look

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "I had hoped for this one."


@pytest.fixture
def no(address: str) -> Event:
    return make_no(application=make_application(person=local_person()))


def test_a_page_left_by_a_link_is_there_again(
    visitor: Page, address: str, no: Event
) -> None:
    enter(visitor, address)
    path = f"{address}/feelings/no/{no.pk}/write/"
    visitor.goto(path)
    expect(visitor.get_by_text("kept as you type it")).to_be_visible()
    visitor.get_by_label("Your page").fill(WORDS)
    visitor.get_by_role("link", name="Today").first.click()
    expect(visitor).to_have_url(f"{address}/")
    visitor.goto(path)
    expect(visitor.get_by_label("Your page")).to_have_value(WORDS)
    look(visitor, "page-again")
    visitor.get_by_role("button", name="Delete what is on this page").click()
    visitor.goto(path)
    expect(visitor.get_by_label("Your page")).to_have_value("")


def test_what_is_typed_is_kept_before_anybody_leaves(
    visitor: Page, address: str, no: Event
) -> None:
    enter(visitor, address)
    path = f"{address}/feelings/no/{no.pk}/write/"
    visitor.goto(path)
    with visitor.expect_response("**/typed/") as kept:
        visitor.get_by_label("Your page").fill(WORDS)
    assert kept.value.status == 204
    other = visitor.context.new_page()
    other.goto(path)
    expect(other.get_by_label("Your page")).to_have_value(WORDS)


def test_a_page_that_gets_no_answer_says_so_and_tries_again(
    visitor: Page, address: str, no: Event
) -> None:
    enter(visitor, address)
    visitor.goto(f"{address}/feelings/no/{no.pk}/write/")
    visitor.route("**/typed/", lambda route: route.abort())
    visitor.get_by_label("Your page").fill("I had hoped")
    expect(visitor.get_by_text("Onward gave no answer")).to_be_visible()
    visitor.unroute("**/typed/")
    visitor.get_by_label("Your page").fill(WORDS)
    expect(visitor.get_by_text("kept as you type it")).to_be_visible()
    visitor.get_by_role("button", name="Keep it").click()
    expect(visitor.get_by_text("Kept. Nobody else reads it.")).to_be_visible()
    visitor.get_by_role("link", name="Today").first.click()
    visitor.goto(f"{address}/feelings/no/{no.pk}/write/")
    expect(visitor.get_by_label("Your page")).to_have_value("")


def test_without_scripts_nothing_more_is_promised(
    browser: Browser, address: str, no: Event
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    enter(page, address)
    page.goto(f"{address}/feelings/no/{no.pk}/write/")
    expect(page.get_by_text("Both buttons above keep what you typed.")).to_be_visible()
    expect(page.get_by_text("kept as you type it")).to_have_count(0)
    context.close()


@pytest.fixture
def draft(no: Event) -> FeedbackRequest:
    row = no.application
    return FeedbackRequest.objects.create(
        person=row.person,
        application=row,
        origin=no,
        made_at=no.at,
        to_name="Dana",
        to_address="dana@bright-harbour.example",
        subject="Operations Coordinator",
        body="Hi Dana,",
        drafted_subject="Operations Coordinator",
        drafted_body="Hi Dana,",
    )


def test_a_draft_left_by_a_link_is_there_again(
    visitor: Page, address: str, draft: FeedbackRequest
) -> None:
    enter(visitor, address)
    path = f"{address}/feedback/draft/{draft.pk}/"
    visitor.goto(path)
    expect(visitor.get_by_text("kept as you type it")).to_be_visible()
    letter = visitor.get_by_label("Message", exact=True)
    for words in ("Hi Dana,\n\nthank", "Hi Dana,\n\nthank you"):
        with visitor.expect_response("**/typed/") as kept:
            letter.fill(words)
        assert kept.value.status == 200
        kept.value.finished()
    letter.fill("Hi Dana,\n\nthank you for the talk.")
    visitor.get_by_role("link", name="Today").first.click()
    expect(visitor).to_have_url(f"{address}/")
    visitor.goto(path)
    expect(letter).to_have_value("Hi Dana,\n\nthank you for the talk.")
    # One window typed all of it: none of it was put by as another's.
    expect(visitor.get_by_text("In another window")).to_have_count(0)
    expect(visitor.get_by_text("Earlier words", exact=True)).to_have_count(0)
    look(visitor, "draft-again")


HIDDEN = """() => {
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_words_that_follow_others_on_their_way_are_no_other_window(
    visitor: Page, address: str, draft: FeedbackRequest
) -> None:
    enter(visitor, address)
    path = f"{address}/feedback/draft/{draft.pk}/"
    visitor.goto(path)
    held: list[Route] = []
    visitor.route("**/typed/", lambda route: held.append(route))
    letter = visitor.get_by_label("Message", exact=True)

    def types(words: str) -> None:
        letter.fill(words)
        visitor.wait_for_timeout(1600)

    types("Hi Dana, one")
    letter.fill("Hi Dana, two")
    visitor.evaluate(HIDDEN)
    visitor.wait_for_timeout(300)
    # Who looks at another tab waits for the answer.
    assert len(held) == 1
    with visitor.expect_response("**/typed/"):
        held[0].continue_()
    visitor.wait_for_timeout(300)
    assert len(held) == 2
    letter.fill("Hi Dana, three")
    visitor.evaluate("() => dispatchEvent(new Event('pagehide'))")
    visitor.wait_for_timeout(300)
    assert len(held) == 3
    for each in held[1:]:
        with visitor.expect_response("**/typed/"):
            each.continue_()
    visitor.unroute("**/typed/")
    visitor.goto(path)
    expect(letter).to_have_value("Hi Dana, three")
    expect(visitor.get_by_text("In another window")).to_have_count(0)
    expect(visitor.get_by_text("Earlier words", exact=True)).to_have_count(0)


def test_half_an_address_is_not_called_kept(
    visitor: Page, address: str, draft: FeedbackRequest
) -> None:
    enter(visitor, address)
    visitor.goto(f"{address}/feedback/draft/{draft.pk}/")
    visitor.get_by_label("To (e-mail address)").fill("dana@")
    visitor.get_by_label("To (name)").fill("Dana W.")
    expect(visitor.get_by_text("an address that is not whole yet")).to_be_visible()
    draft.refresh_from_db()
    assert (draft.to_name, draft.to_address) == (
        "Dana W.",
        "dana@bright-harbour.example",
    )


def test_a_draft_that_is_deleted_stays_gone(
    visitor: Page, address: str, draft: FeedbackRequest
) -> None:
    enter(visitor, address)
    visitor.goto(f"{address}/feedback/draft/{draft.pk}/")
    visitor.get_by_label("Message", exact=True).fill("Words to be deleted.")
    visitor.get_by_role("button", name="Delete the draft").click()
    expect(visitor.get_by_text("The draft is deleted.")).to_be_visible()
    assert not FeedbackRequest.objects.exists()


def test_a_draft_without_scripts_promises_nothing_more(
    browser: Browser, address: str, draft: FeedbackRequest
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    enter(page, address)
    page.goto(f"{address}/feedback/draft/{draft.pk}/")
    expect(page.get_by_text("Both buttons above keep what you typed.")).to_be_visible()
    expect(page.get_by_text("kept as you type it")).to_have_count(0)
    context.close()
