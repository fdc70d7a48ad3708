"""What the person's own mail tells: one that came back, an offer taken, a question answered."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from onward.applications.models import Application
from onward.people.services import local_person
from tests.e2e.test_feedback import enter, look, read_mail
from tests.mail.own_story import ME, OFFER, RECEIPT, THEM, answer
from tests.mail.raw_mail import make_mbox
from tests.mail.returned_mail import report
from tests.mail.test_returned import FRESH, applied, mail

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def address(live_server: LiveServer, settings: Settings, tmp_path: Path) -> str:
    """Where the program is, by its number: the tests ask nothing of any name."""
    settings.HOME = tmp_path / "home"
    settings.HOME.mkdir()
    found: str = live_server.url.replace("localhost", "127.0.0.1")
    return found


def written(folder: Path, *messages: bytes) -> Path:
    path = folder / "mail.mbox"
    path.write_bytes(make_mbox(*messages))
    return path


def story_of(page: Page, address: str) -> None:
    application = Application.objects.for_person(local_person()).get()
    page.goto(f"{address}/applications/{application.pk}/")


def test_a_mail_that_came_back_is_told_today_until_the_person_has_seen_to_it(
    visitor: Page, address: str, tmp_path: Path
) -> None:
    enter(visitor, address)
    came_back = report(at=FRESH, of="m1@mail.example")
    read_mail(visitor, address, written(tmp_path, applied(fresh=True), came_back))
    told = "Your application to people@bright-harbour.example did not arrive"
    expect(visitor.get_by_text(told).first).to_be_visible()
    expect(visitor.get_by_text("Look the address up once more").first).to_be_visible()
    look(visitor, "returned-today")
    story_of(visitor, address)
    expect(visitor.get_by_text(told).first).to_be_visible()
    look(visitor, "returned-story")
    visitor.get_by_role("button", name="Done : A reminder").click()
    visitor.goto(f"{address}/")
    expect(visitor.get_by_text(told)).to_have_count(0)


def test_an_offer_that_own_mail_takes_stands_on_its_story_and_can_be_undone(
    visitor: Page, address: str, tmp_path: Path
) -> None:
    enter(visitor, address)
    accepted = answer("Dear Kim, I am very happy to accept your offer.")
    read_mail(visitor, address, written(tmp_path, RECEIPT, OFFER, accepted))
    story_of(visitor, address)
    words = visitor.get_by_text("I am very happy to accept your offer").first
    expect(words).to_be_visible()
    expect(visitor.get_by_text("Accepted").first).to_be_visible()
    look(visitor, "offer-accepted")
    assert Application.objects.get().stage == "accepted"


def test_an_own_mail_that_may_decline_an_offer_asks_in_the_persons_own_words(
    visitor: Page, address: str, tmp_path: Path
) -> None:
    enter(visitor, address)
    declined = answer("I have decided to decline your offer.", answers=1)
    read_mail(visitor, address, written(tmp_path, RECEIPT, declined))
    visitor.goto(f"{address}/mail/review/")
    expect(visitor.get_by_text("did you decline an offer?")).to_be_visible()
    look(visitor, "offer-review")
    visitor.get_by_role("link", name="Look at it").click()
    meaning = visitor.get_by_label("What does this message say?")
    meaning.select_option(label="I declined the offer")
    look(visitor, "offer-letter")
    visitor.get_by_role("button", name="Record it").click()
    assert Application.objects.get().no_kind == "i_said_no"


def test_an_own_mail_that_is_not_of_the_search_is_put_apart_and_taken_back(
    visitor: Page, address: str, tmp_path: Path
) -> None:
    enter(visitor, address)
    joke = answer("I happily accept the position, with all its duties.", answers=1)
    read_mail(visitor, address, written(tmp_path, RECEIPT, joke))
    visitor.goto(f"{address}/mail/review/")
    expect(visitor.get_by_text("did you accept an offer?")).to_be_visible()
    look(visitor, "own-apart")
    visitor.get_by_role("button", name="It is not about my search").click()
    expect(
        visitor.get_by_text("Put aside: it is not about your search.")
    ).to_be_visible()
    expect(visitor.get_by_text("did you accept an offer?")).to_have_count(0)
    look(visitor, "own-apart-done")
    visitor.get_by_role("button", name="Undo").click()
    visitor.goto(f"{address}/mail/review/")
    expect(visitor.get_by_text("did you accept an offer?")).to_be_visible()


def test_a_bare_question_asks_until_the_own_answer_to_it_is_read(
    visitor: Page, address: str, tmp_path: Path
) -> None:
    enter(visitor, address)
    arrived = mail(
        2,
        fresh=True,
        sender=THEM,
        to=ME,
        subject="Re: Application for Night Porter",
        text="Thank you, we received your application as Night Porter.\n\nKim Alder",
        answers=1,
    )
    asked = mail(
        3,
        fresh=True,
        sender=THEM,
        to=ME,
        subject="Re: Application for Night Porter",
        text="When could you start?",
        answers=2,
    )
    path = written(tmp_path, applied(fresh=True), arrived, asked)
    read_mail(visitor, address, path)
    story_of(visitor, address)
    expect(visitor.get_by_text("When could you start").first).to_be_visible()
    open_question = "Done : They asked for something"
    expect(visitor.get_by_role("button", name=open_question)).to_be_visible()
    look(visitor, "question-story")
    replied = mail(
        4,
        fresh=True,
        sender=ME,
        to=THEM,
        subject="Re: Application for Night Porter",
        text="From June.",
        answers=3,
        labels="Sent",
    )
    with path.open("ab") as mailbox:
        mailbox.write(make_mbox(replied))
    read_mail(visitor, address, path)
    story_of(visitor, address)
    expect(visitor.get_by_text("They asked for something").first).to_be_visible()
    expect(visitor.get_by_role("button", name=open_question)).to_have_count(0)
    look(visitor, "question-answered")


def test_a_short_answer_that_names_an_hour_stands_on_the_story_as_an_interview(
    visitor: Page, address: str, tmp_path: Path
) -> None:
    enter(visitor, address)
    meeting = FRESH + timedelta(days=20)
    words = f"Great, I'll call you on {meeting:%-d %B %Y} at 15:30. Kim"
    called = mail(
        2, fresh=True, sender=THEM, to=ME, subject="Re: Hello", text=words, answers=1
    )
    read_mail(visitor, address, written(tmp_path, applied(fresh=True), called))
    story_of(visitor, address)
    expect(visitor.get_by_text("Great, I'll call you on").first).to_be_visible()
    expect(visitor.get_by_text("15:30").first).to_be_visible()
    look(visitor, "short-answer-story")
    assert Application.objects.get().stage == "interview"
