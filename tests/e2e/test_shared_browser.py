"""Two people in one browser: each page says whose it is, and a page left open says the truth."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from onward.applications.models import Event
from onward.people.models import Person
from onward.people.services import add_person, make_launch_token, set_password
from tests.builders import make_application, make_no
from tests.e2e.accessible import PHONE, SCHEMES, WIDE, faults
from tests.e2e.test_feedback import SHOTS

pytestmark = pytest.mark.django_db(transaction=True)

ROBIN, SASHA = "robin@office.example", "sasha-of-a-long-address@advice-centre.example"
PASSWORD = "seven tall boats"
WORDS = "I had hoped for this one, and the third talk went well."


@pytest.fixture
def robin(address: str) -> Person:
    return person(ROBIN)


@pytest.fixture
def no(robin: Person) -> Event:
    return make_no(application=make_application(person=robin))


def person(email: str) -> Person:
    added = add_person(email=email, time_zone="UTC")
    set_password(added, PASSWORD)
    return added


def enter(page: Page, address: str, *, email: str) -> None:
    page.goto(f"{address}/sign-in/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text(f"Signed in as {email}")).to_be_visible()


def seen(page: Page, name: str) -> list[str]:
    """Return what is wrong with the page; pictures of it where they are asked for."""
    if SHOTS:
        phone = PHONE.copy()
        phone["width"] = 390
        for scheme in SCHEMES:
            for size in (WIDE, phone):
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size(size)
                page.screenshot(path=f"{SHOTS}/{name}-{scheme}-{size['width']}.png")
        page.set_viewport_size(WIDE)
    return list(faults(page))


def test_each_page_says_who_is_signed_in_and_closes_the_session(
    visitor: Page, address: str, robin: Person
) -> None:
    person(SASHA)
    enter(visitor, address, email=SASHA)
    assert seen(visitor, "whose-today") == []
    visitor.goto(f"{address}/help/")
    assert seen(visitor, "whose-help") == []
    link = f"{address}/launch/{make_launch_token(robin)}/"
    visitor.goto(link)
    expect(visitor.get_by_text("Somebody else is signed in")).to_be_visible()
    assert seen(visitor, "whose-link") == []
    visitor.get_by_label("A new password").fill(PASSWORD)
    visitor.get_by_label("The same once more").fill(PASSWORD)
    visitor.get_by_role("button", name="Keep it and open Onward").click()
    expect(visitor.get_by_text(f"Signed in as {ROBIN}")).to_be_visible()
    visitor.get_by_role("button", name="Close the session").click()
    expect(visitor.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(visitor.get_by_text("Signed in as")).to_have_count(0)


@pytest.mark.parametrize("words", [WORDS, "Oh."])
def test_a_page_whose_session_was_closed_in_another_window_says_so(
    visitor: Page, address: str, no: Event, words: str
) -> None:
    enter(visitor, address, email=ROBIN)
    visitor.goto(f"{address}/feelings/no/{no.pk}/write/")
    other = visitor.context.new_page()
    other.goto(f"{address}/")
    other.get_by_role("button", name="Close the session").click()
    expect(other.get_by_role("heading", name="Sign in")).to_be_visible()
    visitor.bring_to_front()
    visitor.get_by_label("Your page").fill(words)
    expect(visitor.get_by_text("this session has ended")).to_be_visible()
    expect(visitor.get_by_text("gave no answer")).to_have_count(0)
    # Whoever typed it can copy it: nobody else is signed in.
    expect(visitor.get_by_label("Your page")).to_have_value(words)
    assert seen(visitor, "closed-page") == []


def test_a_page_is_covered_where_somebody_else_is_signed_in(
    visitor: Page, address: str, no: Event
) -> None:
    person(SASHA)
    enter(visitor, address, email=ROBIN)
    visitor.goto(f"{address}/feelings/no/{no.pk}/write/")
    other = visitor.context.new_page()
    other.goto(f"{address}/")
    other.get_by_role("button", name="Close the session").click()
    enter(other, address, email=SASHA)
    visitor.bring_to_front()
    visitor.get_by_label("Your page").fill(WORDS)
    expect(visitor.get_by_text("somebody else is signed in")).to_be_visible()
    page = visitor.locator("textarea")
    expect(page).to_be_hidden()
    assert seen(visitor, "covered-page") == []
    visitor.get_by_role("button", name="Show the words").click()
    expect(page).to_be_visible()
    expect(page).to_have_value(WORDS)


def test_the_same_person_signed_in_anew_sees_their_words(
    visitor: Page, address: str, no: Event
) -> None:
    enter(visitor, address, email=ROBIN)
    visitor.goto(f"{address}/feelings/no/{no.pk}/write/")
    other = visitor.context.new_page()
    other.goto(f"{address}/")
    other.get_by_role("button", name="Close the session").click()
    enter(other, address, email=ROBIN)
    visitor.bring_to_front()
    visitor.get_by_label("Your page").fill(WORDS)
    expect(visitor.get_by_text("this session has ended")).to_be_visible()
    expect(visitor.get_by_label("Your page")).to_be_visible()


def test_a_note_left_open_comes_back_covered_to_who_signed_in_meanwhile(
    visitor: Page, address: str, robin: Person
) -> None:
    person(SASHA)
    application = make_application(person=robin)
    enter(visitor, address, email=ROBIN)
    visitor.goto(f"{address}/applications/{application.pk}/")
    visitor.locator('form[action$="/record/"] textarea').fill(WORDS)
    other = visitor.context.new_page()
    other.goto(f"{address}/")
    other.get_by_role("button", name="Close the session").click()
    enter(other, address, email=SASHA)
    visitor.bring_to_front()
    visitor.get_by_role("button", name="Record it").click()
    expect(visitor.get_by_text(f"Signed in as {SASHA}")).to_be_visible()
    words = visitor.locator("textarea")
    expect(words).to_be_hidden()
    assert seen(visitor, "covered-note") == []
    visitor.get_by_text("Show the words").click()
    expect(words).to_be_visible()
    expect(words).to_have_value(WORDS)


def test_no_browser_brings_a_note_back_to_who_signed_in_meanwhile(
    visitor: Page, address: str, robin: Person
) -> None:
    person(SASHA)
    enter(visitor, address, email=ROBIN)
    visitor.goto(f"{address}/applications/add/")
    note, company = visitor.get_by_label("Note"), visitor.get_by_label("Company")
    note.fill(WORDS)
    company.fill("Quillmoor")
    visitor.goto(f"{address}/help/")
    other = visitor.context.new_page()
    other.goto(f"{address}/")
    other.get_by_role("button", name="Close the session").click()
    enter(other, address, email=SASHA)
    visitor.bring_to_front()
    visitor.go_back()
    expect(visitor.get_by_text(f"Signed in as {SASHA}")).to_be_visible()
    expect(note).to_have_value("")
    expect(company).to_have_value("")
