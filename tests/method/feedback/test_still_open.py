"""Whoever is asked about a no may have something else open with the person: the pages say so."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application
from onward.applications.rules.kinds import EventKind
from onward.applications.services import add_event
from onward.method.feedback.services.drafting import begin_request
from onward.method.feedback.services.situation import Story
from onward.method.feedback.services.still_open import still_open_with
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.method.feedback.letters import DANA, make_message, put_on_timeline

pytestmark = pytest.mark.django_db


def other(
    owner: Person, *, replies: bool = True, company: str = "Quay Nine"
) -> Application:
    """Another application in which Dana wrote."""
    application = make_application(person=owner, company=company, role="Yard Planner")
    message = make_message(
        person=owner,
        verdict="interview",
        sent_at=NOW - timedelta(days=3),
        replies=replies,
    )
    put_on_timeline(message, application)
    return application


def found(story: Story, address: str = DANA[1]) -> list[Application]:
    return still_open_with(story.person, address, beside=story.application)


def test_the_pages_name_whom_and_what_and_what_is_still_open(
    owner: Person, owner_client: Client, story: Story
) -> None:
    also = other(owner)
    page = reverse("feedback:application", args=[story.application.pk])
    draft = begin_request(story, to_name=DANA[0], to_address=DANA[1], now=NOW)
    written = owner_client.get(reverse("feedback:draft", args=[draft.pk]))
    draft.delete()
    offered = owner_client.get(page).content.decode()
    assert f"The draft is to {DANA[0]}," in offered
    assert f"The draft is to {DANA[0]}," in written.content.decode()
    assert f"It is about {story.application}." in written.content.decode()
    words = f"With {DANA[0]} another application is still open:"
    link = reverse("applications:detail", args=[also.pk])
    for html in (offered, written.content.decode()):
        assert words in html
        assert link in html


def test_without_another_nothing_is_said(
    owner_client: Client, story: Story, outsider: Person
) -> None:
    other(outsider)
    page = reverse("feedback:application", args=[story.application.pk])
    assert "still open" not in owner_client.get(page).content.decode()
    assert found(story) == []


def test_only_what_is_open_with_this_person_counts(owner: Person, story: Story) -> None:
    also = other(owner)
    assert found(story) == [also]
    assert found(story, DANA[1].upper()) == [also]
    assert found(story, "kim@larkfield.example") == []
    assert found(story, "") == []
    add_event(owner, also, kind=EventKind.REJECTION, at=NOW, now=NOW)
    assert found(story) == []


def test_a_machine_that_writes_for_many_is_nobody(owner: Person, story: Story) -> None:
    other(owner, replies=False)
    assert found(story) == []


def test_two_are_named_both(owner: Person, owner_client: Client, story: Story) -> None:
    for company in ("Quay Nine", "Moor Mills"):
        other(owner, company=company)
    page = reverse("feedback:application", args=[story.application.pk])
    html = owner_client.get(page).content.decode()
    assert f"With {DANA[0]} other applications are still open:" in html
    assert [each.company for each in found(story)] == ["Moor Mills", "Quay Nine"]
