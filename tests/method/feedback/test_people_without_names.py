"""A no of somebody who signs no name, or who only spoke on the telephone, is no machine's."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application
from onward.mail.models import MailMessage
from onward.method.feedback.rules.kinds import Reached, Reason
from onward.method.feedback.services.drafting import begin_request, draft_for
from onward.method.feedback.services.situation import Story, story_of
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.method.feedback.letters import make_message, put_on_timeline

CAMP = ("Willow Camp", "hello@willow-camp.example")
NO = "We are going with somebody who can stay overnight.\n\nBo and Ann"
OWN = "own@robin.example"


def said_no(
    owner: Person, text: str, *, references: tuple[str, ...] = (), signed: str = ""
) -> Story:
    """A no by mail that can be answered, whose mailbox is no one person's."""
    application = make_application(person=owner, company="Willow Camp", role="Cook")
    no = make_message(person=owner, sender=CAMP, text=text, references=references)
    MailMessage.objects.filter(pk=no.pk).update(contact_name=signed, contact_address="")
    no.refresh_from_db()
    put_on_timeline(no, application)
    catch_up(owner, now=NOW)
    return story_of(owner, Application.objects.get(pk=application.pk))


def wrote(owner: Person) -> None:
    own = make_message(person=owner, sender=("Robin", OWN), verdict="sent")
    MailMessage.objects.filter(pk=own.pk).update(
        is_sent=True, message_id="own@x.example"
    )


def test_whoever_answers_what_the_person_wrote_is_a_person(owner: Person) -> None:
    wrote(owner)
    story = said_no(owner, NO, references=("own@x.example",))
    assert story.reason == Reason.PERSON_WROTE
    assert [one.address for one in story.people] == [CAMP[1]]


def test_a_letter_that_answers_nobody_may_be_somebodys_all_the_same(
    owner: Person,
) -> None:
    wrote(owner)
    story = said_no(owner, NO)
    assert story.reason == Reason.MAILBOX_WROTE
    assert story.reached == Reached.APPLICATION
    assert [(one.name, one.address) for one in story.people] == [("", CAMP[1])]


@pytest.mark.parametrize(
    "automatic",
    [{"verdict": "confirmation"}, {"system": "Greenhouse"}, {"accepts_replies": False}],
)
def test_a_receipt_a_system_and_a_closed_mailbox_are_nobodys(
    owner: Person, automatic: dict[str, object]
) -> None:
    application = said_no(owner, NO).application
    MailMessage.objects.update(**automatic)
    story = story_of(owner, application)
    assert story.reason == Reason.ONLY_MACHINES
    assert not story.people


def test_the_page_offers_a_draft_to_the_mailbox_and_says_that_no_name_is_known(
    owner: Person, owner_client: Client
) -> None:
    story = said_no(owner, NO)
    url = reverse("feedback:application", args=[story.application.pk])
    page = owner_client.get(url).content.decode()
    assert "Only automatic mail came" not in page
    assert "You can ask here, if you like" in page
    assert "the mailbox they wrote from" in page
    draft = owner_client.post(url, {"whom": CAMP[1]}).headers["Location"]
    assert CAMP[1] in owner_client.get(draft).content.decode()


def test_thanks_for_a_call_in_the_no_tell_of_an_interview(owner: Person) -> None:
    story = said_no(owner, "Thanks for the chat the other day. " + NO)
    assert story.reason == Reason.INTERVIEWED
    assert story.reached == Reached.INTERVIEW


def test_a_draft_to_somebody_without_a_name_answers_their_mail(owner: Person) -> None:
    wrote(owner)
    story = said_no(owner, NO, references=("own@x.example",))
    request = begin_request(story, to_name="", to_address=CAMP[1], now=NOW)
    assert request.subject == "Re: Your application"
    assert request.in_reply_to


@pytest.mark.parametrize(
    ("lack", "question"),
    [
        (
            "You do not hold the food hygiene certificate that this job requires.",
            "once I meet",
        ),
        ("We missed examples of how you plan a menu for a week.", "work on first"),
    ],
)
def test_the_question_fits_the_reason(owner: Person, lack: str, question: str) -> None:
    story = said_no(owner, f"Thanks for the chat the other day. {lack}\n\nBo and Ann")
    assert question in draft_for(story).body


def test_an_offer_of_feedback_is_taken_up(owner: Person) -> None:
    offer = "If you'd like to talk it through, I am happy to give feedback by phone."
    asked, offered = (
        draft_for(said_no(owner, f"{NO} {more}")).body for more in ("", offer)
    )
    assert "take you up on it" in offered
    assert "no need to reply" not in offered
    assert "no need to reply" in asked


def test_the_page_says_that_there_was_a_talk(
    owner: Person, owner_client: Client
) -> None:
    story = said_no(owner, "Thanks for the chat the other day. " + NO)
    url = reverse("feedback:application", args=[story.application.pk])
    page = owner_client.get(url).content.decode()
    assert "Only automatic mail came" not in page


@pytest.mark.parametrize(
    ("signed", "name"),
    # Nobody knows how to greet who signs one word: it may be a family's name.
    [("Bo Harker", "Bo Harker"), ("Harker", "")],
)
def test_a_signed_letter_of_an_office_can_be_answered_there(
    owner: Person, signed: str, name: str
) -> None:
    story = said_no(owner, f"{NO}\n{signed}", signed=signed)
    assert story.reason == Reason.MAILBOX_WROTE
    assert [(one.name, one.address) for one in story.people] == [(name, CAMP[1])]


def test_a_systems_mailbox_is_nobody_to_ask(owner: Person) -> None:
    application = make_application(person=owner, company="Willow Camp", role="Cook")
    no = make_message(
        person=owner,
        sender=("Willow Camp Careers", "willow@myworkday.example"),
        text=NO,
    )
    MailMessage.objects.filter(pk=no.pk).update(contact_name="", contact_address="")
    no.refresh_from_db()
    put_on_timeline(no, application)
    catch_up(owner, now=NOW)
    story = story_of(owner, Application.objects.get(pk=application.pk))
    assert story.people == ()
