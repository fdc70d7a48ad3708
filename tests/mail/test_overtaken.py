"""Unclear mail is asked about, unless the person had the last word on it later."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, NoKind
from onward.applications.services import void_event
from onward.mail.models import MailMessage, Review
from onward.mail.services.committing import commit_mail
from onward.mail.services.reviewing import settle
from onward.mail.services.waiting import waiting
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.own_story import ME, OFFER, RECEIPT, THEM, answer, import_story, raw

pytestmark = pytest.mark.django_db

WITHDRAWN = "I would like to withdraw my application for Night Porter. Thank you."


def unclear(*, number: int = 2) -> bytes:
    """A mail that says that something changed, and not what."""
    return raw(
        number=number,
        sender=THEM,
        to=ME,
        subject="Your application for Night Porter at Bright Harbour",
        text="There is an update on your application. Please log in to view it.",
        answers=1,
    )


def its_review() -> str:
    return str(MailMessage.objects.get(verdict="ambiguous").review)


@pytest.mark.parametrize("step", [1, -1])
def test_an_unclear_mail_before_an_own_withdrawal_asks_nothing(
    owner: Person, tmp_path: Path, step: int
) -> None:
    own = answer(WITHDRAWN)
    import_story(owner, tmp_path, [RECEIPT, unclear(), own][::step])
    assert Application.objects.get().no_kind == NoKind.I_SAID_NO
    assert its_review() == Review.OVERTAKEN
    assert not waiting(owner)


def test_an_unclear_mail_is_asked_about_while_the_application_stands(
    owner: Person, tmp_path: Path
) -> None:
    chat = answer("Thank you, I shall look at it tonight.")
    import_story(owner, tmp_path, [RECEIPT, unclear(), chat])
    assert its_review() == Review.AMBIGUOUS
    assert waiting(owner).unclear == 1


def test_what_they_write_after_the_own_word_is_asked_about(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [RECEIPT, answer(WITHDRAWN), unclear(number=5)])
    assert its_review() == Review.AMBIGUOUS


def test_a_no_of_theirs_leaves_the_question(owner: Person, tmp_path: Path) -> None:
    no = raw(
        number=3,
        sender=THEM,
        to=ME,
        subject="Your application for Night Porter at Bright Harbour",
        text="Unfortunately we have decided not to move forward with your application.",
    )
    import_story(owner, tmp_path, [RECEIPT, unclear(), no])
    assert its_review() == Review.AMBIGUOUS


def test_with_the_own_word_taken_back_it_is_asked_again(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [RECEIPT, unclear(), answer(WITHDRAWN)])
    assert its_review() == Review.OVERTAKEN
    void_event(owner, Event.objects.get(kind=EventKind.WITHDRAWAL), now=NOW)
    commit_mail(owner, now=NOW)
    assert its_review() == Review.AMBIGUOUS


def test_an_accepted_offer_settles_what_was_unclear_before(
    owner: Person, tmp_path: Path
) -> None:
    own = answer("I am very happy to accept your offer.", number=4)
    import_story(owner, tmp_path, [RECEIPT, OFFER, unclear(number=3), own])
    assert its_review() == Review.OVERTAKEN
    commit_mail(owner, now=NOW)
    assert its_review() == Review.OVERTAKEN


def test_of_an_unclear_mail_and_the_plain_answer_to_it_one_is_asked_about(
    owner: Person, tmp_path: Path
) -> None:
    own = answer("I am very happy to accept your offer.")
    import_story(owner, tmp_path, [RECEIPT, unclear(), own])
    assert its_review() == Review.OVERTAKEN
    said = MailMessage.objects.get(is_sent=True)
    assert said.review == Review.AMBIGUOUS
    application = Application.objects.get()
    kind = EventKind.ACCEPTANCE
    settle(owner, said, kind=kind, application=application, now=NOW)
    commit_mail(owner, now=NOW)
    assert its_review() == Review.OVERTAKEN
    assert not waiting(owner)


def test_an_answer_with_a_reservation_leaves_both_questions(
    owner: Person, tmp_path: Path
) -> None:
    own = answer("I am happy to accept the offer in principle.")
    import_story(owner, tmp_path, [RECEIPT, unclear(), own])
    assert waiting(owner).unclear == 2


def test_it_stays_to_be_found_and_can_be_said_all_the_same(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [RECEIPT, unclear(), answer(WITHDRAWN)])
    message = MailMessage.objects.get(verdict="ambiguous")
    review = owner_client.get(reverse("mail:review")).content.decode()
    assert "Nothing to look at" in review
    assert "Settled by what you wrote later" in review
    letter = reverse("mail:message", args=[message.pk])
    assert letter in review
    page = owner_client.get(letter).content.decode()
    assert "You had the last word on this application later" in page
    url = reverse("mail:settle", args=[message.pk])
    assert owner_client.post(url, {"kind": ""}).status_code == 422
    data = {"kind": "interview", "application": str(Application.objects.get().pk)}
    assert owner_client.post(url, data).status_code == 302
    assert its_review() == Review.SETTLED
    assert Event.objects.filter(kind=EventKind.INTERVIEW).exists()


def test_somebody_elses_last_word_settles_nothing_of_the_owner(
    owner: Person, outsider: Person, tmp_path: Path
) -> None:
    for person, own in ((owner, "Thank you, I shall see."), (outsider, WITHDRAWN)):
        import_story(person, tmp_path, [RECEIPT, unclear(), answer(own)])
    assert waiting(owner).unclear == 1
    assert not waiting(outsider)
