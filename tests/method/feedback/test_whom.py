"""A draft is to whoever wrote the no, else to who met the person, and the page says why."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application
from onward.mail.models import MailMessage
from onward.method.feedback.models import FeedbackRequest
from onward.method.feedback.services.drafting import begin_request, draft_for
from onward.method.feedback.services.situation import Story, story_of
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.method.feedback.conftest import DAY
from tests.method.feedback.letters import make_message, put_on_timeline

TESTER = ("Sam Ito", "sam.ito@brightharbour.example")
MET = ("Noor Haddad", "noor.haddad@brightharbour.example")
WROTE_NO = ("Lea Brandt", "lea.brandt@brightharbour.example")
BOX = ("Bright Harbour", "no-reply@brightharbour.example")


def refused_after_a_task(
    owner: Person, *, no: tuple[str, str], replies: bool = True, name: str = ""
) -> Story:
    """A test by the team, a talk with recruiting, and a no by a third."""
    application = make_application(person=owner, company="Bright Harbour", role="Cook")
    letters = [
        make_message(
            person=owner,
            sender=MET,
            verdict="interview",
            sent_at=NOW - 15 * DAY,
            text="Shall we talk on Monday?\n\nBest regards,\nNoor Haddad\nRecruiter",
        ),
        make_message(
            person=owner,
            sender=TESTER,
            verdict="assessment",
            sent_at=NOW - 9 * DAY,
            text="Here is a task.\n\nBest regards,\nSam Ito\nHead of Kitchens",
        ),
        make_message(
            person=owner,
            sender=no,
            replies=replies,
            text="We decided to go on with somebody else.\n\nBest regards,\n"
            f"{name or no[0]}",
        ),
    ]
    if name:
        MailMessage.objects.filter(pk=letters[-1].pk).update(contact_name=name)
    for letter in letters:
        letter.refresh_from_db()
        put_on_timeline(letter, application)
    catch_up(owner, now=NOW)
    return story_of(owner, Application.objects.get(pk=application.pk))


def test_a_draft_is_to_whoever_wrote_the_no(owner: Person) -> None:
    story = refused_after_a_task(owner, no=WROTE_NO)
    assert [one.name for one in story.people] == [
        "Lea Brandt",
        "Noor Haddad",
        "Sam Ito",
    ]
    assert draft_for(story).to == "Lea Brandt <lea.brandt@brightharbour.example>"


@pytest.mark.parametrize(("name", "to"), [("", MET), ("Sam Ito", TESTER)])
def test_where_the_no_takes_no_replies_it_is_to_who_met_the_person_or_signed(
    owner: Person, name: str, to: tuple[str, str]
) -> None:
    story = refused_after_a_task(owner, no=BOX, replies=False, name=name)
    assert (story.people[0].name, story.people[0].address) == to
    assert BOX[1] not in {one.address for one in story.people}


def test_the_last_mail_before_the_no_changes_nothing(owner: Person) -> None:
    story = refused_after_a_task(owner, no=WROTE_NO)
    last = make_message(person=owner, sender=TESTER, verdict="reply", sent_at=NOW - DAY)
    put_on_timeline(last, story.application)
    assert story_of(owner, story.application).people[0].name == "Lea Brandt"


def test_an_earlier_no_that_came_to_life_again_is_not_the_one_to_ask_about(
    owner: Person,
) -> None:
    story = refused_after_a_task(owner, no=WROTE_NO)
    for sender, verdict, days in ((MET, "interview", 2), (TESTER, "rejection", 9)):
        letter = make_message(
            person=owner, sender=sender, verdict=verdict, sent_at=NOW + days * DAY
        )
        put_on_timeline(letter, story.application)
    assert story_of(owner, story.application).people[0].name == "Sam Ito"


def test_the_page_and_the_draft_say_whom_it_is_to_and_why(
    owner: Person, owner_client: Client
) -> None:
    story = refused_after_a_task(owner, no=WROTE_NO)
    url = reverse("feedback:application", args=[story.application.pk])
    said = "The draft is to Lea Brandt, who wrote the no."
    assert said in owner_client.get(url).content.decode()
    draft = owner_client.post(url, {"whom": WROTE_NO[1]}).headers["Location"]
    assert said in owner_client.get(draft).content.decode()
    FeedbackRequest.objects.update(to_address=TESTER[1])
    page = owner_client.get(draft).content.decode()
    assert "The draft is to Sam Ito, who set you a task." in page
    FeedbackRequest.objects.update(to_address="else@b.example")
    assert "The draft is to" not in owner_client.get(draft).content.decode()


def test_the_page_says_why_it_is_not_to_who_wrote_the_no(
    owner: Person, owner_client: Client
) -> None:
    story = refused_after_a_task(owner, no=BOX, replies=False)
    request = begin_request(story, to_name=MET[0], to_address=MET[1], now=NOW)
    page = owner_client.get(reverse("feedback:draft", args=[request.pk]))
    assert "The mail that said no takes no replies." in page.content.decode()


def test_whom_the_no_names_for_feedback_is_asked_before_all_others(
    owner: Person, owner_client: Client
) -> None:
    application = make_application(person=owner, company="Bright Harbour", role="Cook")
    letters = [
        make_message(
            person=owner, sender=MET, verdict="interview", sent_at=NOW - 15 * DAY
        ),
        make_message(
            person=owner,
            sender=WROTE_NO,
            text="We decided to go on with somebody else.\n\nIf you would like feedback, "
            "please contact the head of kitchens, S. J. Holt, on s.holt@brightharbour.example."
            "\n\nBest regards,\nLea Brandt",
        ),
    ]
    for letter in letters:
        put_on_timeline(letter, application)
    catch_up(owner, now=NOW)
    story = story_of(owner, Application.objects.get(pk=application.pk))
    first, *others = story.people
    assert (first.address, first.name) == ("s.holt@brightharbour.example", "")
    assert {one.address for one in others} == {MET[1], WROTE_NO[1]}
    page = owner_client.get(reverse("feedback:application", args=[application.pk]))
    assert "s.holt@brightharbour.example, where the no says to ask." in str(
        page.content, "utf-8"
    )
