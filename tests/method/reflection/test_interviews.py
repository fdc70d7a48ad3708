"""Before and after an interview: what stands on the ledger's agenda, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.services import (
    add_round,
    arrange,
    asks,
    correct_event,
    settle,
)
from onward.exchange.services import ledger_entries
from onward.mail.models import MailMessage
from onward.mail.services.committing import commit_mail
from onward.method.reflection.services import (
    keep_debrief,
    to_debrief,
    to_prepare,
)
from onward.method.reflection.step import Reflecting
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no

pytestmark = pytest.mark.django_db

SOON = NOW + timedelta(days=2)
HOUR = timedelta(hours=1)


@pytest.fixture
def application(owner: Person) -> Application:
    return make_application(person=owner)


def test_an_interview_that_mail_invited_to_is_prepared_for_and_then_looked_back_on(
    owner: Person,
) -> None:
    MailMessage.objects.create(
        person=owner,
        key="invited",
        message_id="invited@mail.example",
        sent_at=NOW - timedelta(days=3),
        verdict="interview",
        company="Pennine Table",
        calendar={"METHOD": "REQUEST", "UID": "u1", "DTSTART": "20261122T120000Z"},
        path="a.mbox",
        recorded_at=NOW,
    )
    commit_mail(owner, now=NOW)
    near = to_prepare(owner, now=NOW)
    assert near is not None
    assert near.starts_at == SOON
    assert to_debrief(owner, now=NOW) is None
    over = to_debrief(owner, now=SOON + HOUR)
    assert over is not None
    assert over.event_id == near.event_id


def test_a_moved_interview_is_prepared_for_at_its_new_time(
    owner: Person, application: Application
) -> None:
    event = add_round(owner, application, details={"starts_at": SOON}, now=NOW)
    later = SOON + timedelta(days=7)
    arrange(owner, event, details={"starts_at": later}, now=NOW)
    assert to_prepare(owner, now=NOW) is None
    near = to_prepare(owner, now=later - HOUR)
    assert near is not None
    assert near.starts_at == later
    assert to_debrief(owner, now=SOON + HOUR) is None


@pytest.mark.parametrize("outcome", [Outcome.CANCELLED, Outcome.MOVED])
def test_what_does_not_take_place_is_neither_prepared_for_nor_looked_back_on(
    owner: Person, application: Application, outcome: Outcome
) -> None:
    event = add_round(owner, application, details={"starts_at": SOON}, now=NOW)
    settle(owner, event, outcome=outcome, now=NOW)
    assert to_prepare(owner, now=NOW) is None
    assert to_debrief(owner, now=SOON + HOUR) is None


def test_what_is_written_down_is_not_asked_for_again_once_it_is_corrected(
    owner: Person, application: Application
) -> None:
    event = add_round(owner, application, details={"starts_at": SOON}, now=NOW)
    after = SOON + HOUR
    keep_debrief(
        owner,
        application,
        interview=event,
        held_on=SOON.date(),
        questions=[],
        went_well="The walk there",
        to_practise="",
        now=after,
    )
    assert to_debrief(owner, now=after) is None
    correct_event(
        owner, event, kind=EventKind.INTERVIEW, at=event.at, note="By phone", now=after
    )
    assert to_debrief(owner, now=after) is None
    assert len(asks(owner, now=after)) == 1


def test_tests_and_ended_applications_are_not_prepared_for_here(
    owner: Person, application: Application
) -> None:
    details = {"starts_at": SOON}
    add_round(owner, application, kind=EventKind.ASSESSMENT, details=details, now=NOW)
    assert to_prepare(owner, now=NOW) is None
    add_round(owner, application, details=details, now=NOW)
    assert to_prepare(owner, now=NOW) is not None
    make_no(application=application)
    assert to_prepare(owner, now=NOW) is None
    # What was asked in it is worth keeping all the same.
    assert to_debrief(owner, now=SOON + HOUR) is not None


def test_all_three_show_the_same_interview(
    owner: Person, application: Application
) -> None:
    event = add_round(owner, application, details={"starts_at": SOON}, now=NOW)
    near = to_prepare(owner, now=NOW)
    (ask,) = asks(owner, now=NOW)
    (entry,) = ledger_entries(owner, now=NOW)
    assert near is not None
    assert {str(near.event_id), ask.round.event, entry.uid} == {str(event.pk)}
    assert near.starts_at == ask.round.starts_at == entry.starts


def test_more_interviews_cost_no_more_queries(
    owner: Person, django_assert_num_queries: Any
) -> None:
    for number in range(5):
        row = make_application(person=owner, company=f"Acme {number}")
        add_round(owner, row, details={"starts_at": SOON}, now=NOW)
    with django_assert_num_queries(2):
        assert to_prepare(owner, now=NOW) is not None


def test_the_evening_before_tells_when_where_with_whom_and_their_last_mail(
    owner_client: Client, owner: Person
) -> None:
    MailMessage.objects.create(
        person=owner,
        key="invited",
        message_id="invited@mail.example",
        sent_at=NOW - timedelta(days=3),
        verdict="interview",
        company="Pennine Table",
        calendar={
            "METHOD": "REQUEST",
            "UID": "u1",
            "DTSTART": "20261121T120000Z",
            "LOCATION": "Room 217, Mill House",
        },
        subject="Your interview",
        text="Please ring at the side door.",
        path="a.mbox",
        recorded_at=NOW,
    )
    commit_mail(owner, now=NOW)
    event = Event.objects.get(kind=EventKind.INTERVIEW)
    arrange(owner, event, details={"people": "Ana Ruiz"}, now=NOW)
    (card,) = [
        each
        for each in Reflecting().today(owner, NOW)
        if each.kind.startswith("prepare")
    ]
    assert "Saturday 21 November, 12:00" in card.body
    with time_machine.travel(NOW, tick=False):
        html = owner_client.get(card.url).content.decode()
    for words in (
        *("Saturday 21 November 2026, 12:00", "Room 217, Mill House", "Ana Ruiz"),
        *("Your interview", "Please ring at the side door."),
    ):
        assert words in html
    assert html.index("Room 217") < html.index("Nothing is written down yet.")
