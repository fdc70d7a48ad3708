"""How it stands with many requests at once: each its own answers, no question more for each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from onward.applications.services import merge, take_back
from onward.mail.models import MailMessage
from onward.method.feedback.models import FeedbackRequest
from onward.method.feedback.rules.kinds import Standing, Way
from onward.method.feedback.services.answering import keep_answer, not_the_answer
from onward.method.feedback.services.arrived import answers_to, answers_to_each
from onward.method.feedback.services.asking import mark_asked
from onward.method.feedback.services.drafting import begin_request
from onward.method.feedback.services.overview import requests_of, to_ask
from onward.method.feedback.services.situation import story_of
from onward.method.feedback.step import Feedback
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.method.feedback.letters import make_message, put_on_timeline

DAY = timedelta(days=1)


def asked(
    person: Person, number: int, *, at: datetime = NOW - 2 * DAY
) -> FeedbackRequest:
    """Return a request to somebody of their own about an application of its own."""
    address = f"dana{number}@firm{number}.example"
    application = make_application(person=person, company=f"Firm {number}")
    no = make_message(person=person, sender=("Dana", address), sent_at=at - 2 * DAY)
    put_on_timeline(no, application)
    catch_up(person, now=NOW)
    application.refresh_from_db()
    request = begin_request(
        story_of(person, application), to_name="Dana", to_address=address, now=at
    )
    mark_asked(request, way=Way.BY_HAND, at=at, now=at)
    return request


def answer(request: FeedbackRequest, *, days: int = 1) -> MailMessage:
    assert request.asked_event is not None
    return make_message(
        person=request.person,
        sender=("Dana", request.to_address),
        sent_at=request.asked_event.at + days * DAY,
    )


def found(person: Person) -> dict[str, Sequence[MailMessage]]:
    shown = requests_of(person, now=NOW)
    return {one.request.application.company: list(one.answers) for one in shown}


def count(person: Person, client: Client) -> tuple[int, int]:
    """Return how many questions the page and what Today shows of feedback ask."""
    with CaptureQueriesContext(connection) as page:
        assert client.get("/feedback/").status_code == 200
    with CaptureQueriesContext(connection) as today:
        assert Feedback().today(person, NOW)
    return len(page), len(today)


def test_twelve_requests_ask_no_more_of_the_database_than_one(
    owner: Person, owner_client: Client
) -> None:
    with time_machine.travel(NOW, tick=False):
        answer(asked(owner, 0))
        owner_client.get("/feedback/")
        one = count(owner, owner_client)
        for number in range(1, 12):
            request = asked(owner, number, at=NOW - (2 + 20 * (number % 3)) * DAY)
            answer(request)
        twelve = count(owner, owner_client)
    assert len(found(owner)) == 12
    assert all(len(messages) == 1 for messages in found(owner).values())
    assert twelve == one


def test_each_request_has_its_own_answers_only(owner: Person) -> None:
    first, second = asked(owner, 1), asked(owner, 2, at=NOW - 100 * DAY)
    of_first = [answer(first), answer(first, days=2)]
    late = answer(second, days=91)
    of_second = answer(second, days=89)
    before = answer(second, days=-1)
    assert found(owner) == {"Firm 1": of_first, "Firm 2": [of_second]}
    each = answers_to_each(owner, [first, second])
    assert {before.pk, late.pk}.isdisjoint(m.pk for m in each[second.pk])
    assert each[first.pk] == answers_to(first) == of_first


def test_what_is_no_answer_to_one_may_be_that_of_another(owner: Person) -> None:
    first, second = asked(owner, 1), asked(owner, 2)
    FeedbackRequest.objects.update(to_address=first.to_address)
    message = answer(first)
    assert found(owner) == {"Firm 1": [message], "Firm 2": [message]}
    not_the_answer(second, message)
    assert found(owner) == {"Firm 1": [message], "Firm 2": []}
    keep_answer(first, message, now=NOW)
    standings = {one.request.pk: one.standing for one in requests_of(owner, now=NOW)}
    assert standings == {first.pk: Standing.ANSWERED, second.pk: Standing.WAITING}


@pytest.mark.postgresql
def test_mail_about_a_part_is_about_what_it_was_joined_with(owner: Person) -> None:
    request, other = asked(owner, 1), asked(owner, 2)
    part = make_application(person=owner, company="Firm 1 Ltd")
    colleague = make_message(
        person=owner, sender=("Sam", "sam@else.example"), sent_at=NOW - DAY
    )
    put_on_timeline(colleague, part)
    assert found(owner) == {"Firm 1": [], "Firm 2": []}
    joined = merge(owner, request.application, other=part, now=NOW)
    assert found(owner) == {"Firm 1": [colleague], "Firm 2": []}
    take_back(owner, joined, now=NOW)
    assert found(owner) == {"Firm 1": [], "Firm 2": []}
    assert other.pk in {one.request.pk for one in requests_of(owner, now=NOW)}


def test_only_a_few_are_looked_at_for_each(
    owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onward.method.feedback.services.arrived.MOST_LOOKED_AT", 2)
    first, second = asked(owner, 1), asked(owner, 2)
    for hours in (9, 10, 11):
        make_message(person=owner, sent_at=NOW - 2 * DAY + timedelta(hours=hours))
    answer(first)
    assert found(owner) == {"Firm 1": [], "Firm 2": []}
    assert answers_to(second) == []


def test_about_what_was_asked_already_nothing_is_asked_again(owner: Person) -> None:
    request = asked(owner, 1, at=NOW)
    assert request.asked_event is not None
    assert to_ask(owner, now=NOW + 3 * DAY) == []
    take_back(owner, request.asked_event, now=NOW)
    (story,) = to_ask(owner, now=NOW + 3 * DAY)
    assert story.application == request.application
