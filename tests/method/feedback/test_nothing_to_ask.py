"""Where a no had nothing to do with the person, nothing about them is asked, and the page says so."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application
from onward.applications.services import add_round
from onward.method.feedback.rules.kinds import Focus, Reason
from onward.method.feedback.services.drafting import draft_for
from onward.method.feedback.services.overview import to_ask
from onward.method.feedback.services.situation import Story, story_of
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.method.feedback.conftest import ASKING, DAY
from tests.method.feedback.letters import SIGNED, make_message, put_on_timeline


def refused(owner: Person, words: str) -> Story:
    """An interview, and then a no in these words."""
    application = make_application(person=owner, role="Operations Coordinator")
    invitation = make_message(person=owner, verdict="interview", sent_at=NOW - 9 * DAY)
    no = make_message(person=owner, text=f"Hi Robin,\n\n{words}{SIGNED}")
    for message in (invitation, no):
        put_on_timeline(message, application)
    catch_up(owner, now=NOW)
    return story_of(owner, Application.objects.get(pk=application.pk))


def test_a_funding_that_was_cut_is_answered_with_no_question_on_skill(
    owner: Person, owner_client: Client
) -> None:
    story = refused(
        owner,
        "we cannot give you the job, I am sorry. It had nothing to do with you: the "
        "funding was cut.",
    )
    assert story.reason == Reason.NOT_ABOUT_THEM
    assert to_ask(owner, now=ASKING) == []
    body = draft_for(story).body
    assert "such a job comes up" in body
    assert "which skill" not in body
    assert "prepared better" not in body
    url = reverse("feedback:application", args=[story.application.pk])
    page = owner_client.get(url).content.decode()
    assert "nothing about your application is left to ask" in page
    draft = owner_client.post(url, {"whom": story.people[0].address})
    page = owner_client.get(draft.headers["Location"]).content.decode()
    assert "They said that it had nothing to do with you" in page
    assert 'value="next" selected' in page


def test_money_that_went_is_told_as_what_they_said(
    owner: Person, owner_client: Client
) -> None:
    story = refused(owner, "we cannot give you the job: our funding was cut.")
    assert story.reason == Reason.MONEY_WENT
    url = reverse("feedback:application", args=[story.application.pk])
    page = owner_client.get(url).content.decode()
    assert "the money for the job went" in page
    assert "nothing to do with you" not in page
    draft = owner_client.post(url, {"whom": story.people[0].address})
    page = owner_client.get(draft.headers["Location"]).content.decode()
    assert "They said that the money for the job went" in page
    assert "nothing to do with you" not in page


def test_whoever_offers_feedback_all_the_same_is_taken_up_on_it(owner: Person) -> None:
    story = refused(
        owner,
        "we cannot give you the job: our funding was cut. I am happy to give feedback.",
    )
    assert story.reason == Reason.THEY_OFFER
    assert "take you up on it" in draft_for(story).body


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("you have no driving licence, and the job is on the road.", "once I meet"),
        ("we could not take you on as you have no car of your own.", "once I meet"),
        ("we are sorry, but you live too far away for the early shift.", "such a job"),
    ],
)
def test_a_reason_that_was_told_is_thanked_for_and_not_asked_for(
    owner: Person, words: str, question: str
) -> None:
    body = draft_for(refused(owner, words)).body
    assert question in body
    assert "Thanks as well for what you told me" in body
    assert "which skill" not in body
    assert "in my place" not in body


def test_a_skill_can_be_asked_for_all_the_same(owner: Person) -> None:
    story = refused(owner, "it had nothing to do with you: the funding was cut.")
    assert "which skill" in draft_for(story, focus=Focus.SKILL).body


def test_a_place_that_is_none_after_all_is_asked_about_no_more(
    owner: Person, owner_client: Client
) -> None:
    story = refused(owner, "our chef isn't retiring after all, so it's off. Sorry.")
    assert story.reason == Reason.NO_PLACE
    assert to_ask(owner, now=ASKING) == []
    assert "such a job comes up" in draft_for(story).body
    url = reverse("feedback:application", args=[story.application.pk])
    page = owner_client.get(url).content.decode()
    assert "there is no place for anybody there after all" in page
    draft = owner_client.post(url, {"whom": story.people[0].address})
    page = owner_client.get(draft.headers["Location"]).content.decode()
    assert "They said that there is no place for anybody there after all" in page


def test_one_talk_is_thanked_for_as_one(owner: Person) -> None:
    application = make_application(person=owner, role="Cook")
    asked = make_message(person=owner, verdict="interview", sent_at=NOW - 30 * DAY)
    put_on_timeline(asked, application)
    add_round(owner, application, details={"starts_at": NOW - 20 * DAY}, now=NOW)
    put_on_timeline(
        make_message(person=owner, text=f"We chose another.{SIGNED}"), application
    )
    body = draft_for(story_of(owner, application)).body
    assert "conversations" not in body
    assert "conversation on" in body or "interview on" in body
