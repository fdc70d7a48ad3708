"""Mail that was read as calling an interview off, where it stands all the same."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.services import asks, settle
from onward.exchange.services.calendar import ledger_entries
from onward.mail.models import MailMessage
from onward.mail.services.committing import commit_mail
from onward.mail.services.reviewing import reopen, set_apart
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.test_rearranging import (
    INVITED,
    LONDON,
    MOVED,
    OFF,
    SENT,
    event_of,
    interviews,
    read,
)

pytestmark = pytest.mark.django_db
DAY = datetime(2026, 11, 24, 14, tzinfo=LONDON)
STANDS = "The interview stands as it was"


@pytest.fixture
def off(owner: Person) -> MailMessage:
    read(owner, INVITED, OFF)
    return MailMessage.objects.for_person(owner).get(key="off")


def ahead(person: Person) -> list[datetime | None]:
    return [ask.round.starts_at for ask in asks(person, now=SENT)]


def say(client: Client, message: MailMessage, kind: str) -> str:
    url = reverse("mail:correct", args=(message.pk,))
    return client.post(url, {"kind": kind}, follow=True).content.decode()


def test_on_its_mail_a_person_says_that_the_interview_stands_and_undoes_it(
    owner: Person, owner_client: Client, off: MailMessage
) -> None:
    assert ahead(owner) == []
    url = reverse("mail:message", args=(off.pk,))
    assert STANDS in owner_client.get(url).content.decode()
    text = say(owner_client, off, "stands")
    assert f"{STANDS}, on Pennine Table" in text
    commit_mail(owner, now=NOW)
    assert ahead(owner) == [DAY]
    (entry,) = ledger_entries(owner, now=SENT)
    assert (entry.starts, entry.is_cancelled) == (DAY, False)
    undo = Event.objects.get(kind=EventKind.ARRANGED)
    back = reverse("applications:bring_back", args=(undo.pk,))
    assert back in text
    owner_client.post(back)
    assert ahead(owner) == []


def test_pressed_twice_it_stands_once(
    owner: Person, owner_client: Client, off: MailMessage
) -> None:
    for _again in range(2):
        say(owner_client, off, "stands")
    assert ahead(owner) == [DAY]


def test_on_the_timeline_a_person_says_so_as_well(
    owner: Person, owner_client: Client, outsider_client: Client, off: MailMessage
) -> None:
    event = event_of(owner, EventKind.ARRANGED)
    stands = reverse("applications:stands", args=(event.pk,))
    story = reverse("applications:detail", args=(event.application_id,))
    text = owner_client.get(story).content.decode()
    assert stands in text
    assert STANDS in text
    assert outsider_client.post(stands).status_code == 404
    text = owner_client.post(stands, follow=True).content.decode()
    assert reverse("applications:bring_back", args=(event.pk,)) in text
    assert ahead(owner) == [DAY]


def test_only_what_rearranges_an_interview_can_be_said_to_leave_it(
    owner: Person, owner_client: Client, off: MailMessage
) -> None:
    event = event_of(owner, EventKind.INTERVIEW)
    stands = reverse("applications:stands", args=(event.pk,))
    assert owner_client.post(stands).status_code == 404
    assert event_of(owner, EventKind.INTERVIEW) == event


def test_mail_read_as_moving_an_interview_can_be_a_reply_and_is_again(
    owner: Person, owner_client: Client
) -> None:
    read(owner, INVITED, MOVED)
    message = MailMessage.objects.for_person(owner).get(key="moved")
    say(owner_client, message, "reply")
    assert ahead(owner) == [DAY]
    reply = event_of(owner, EventKind.REPLY)
    owner_client.post(reverse("applications:undo", args=(reply.pk,)))
    assert ahead(owner) != [DAY]


def test_mail_that_begins_an_interview_of_its_own_calls_none_off(
    owner: Person, owner_client: Client, off: MailMessage
) -> None:
    say(owner_client, off, "interview")
    assert all(each.outcome != Outcome.CANCELLED for each in interviews(owner))


def test_what_is_not_about_the_search_calls_nothing_off_until_it_is_taken_back(
    owner: Person, owner_client: Client, off: MailMessage
) -> None:
    say(owner_client, off, "other")
    assert ahead(owner) == [DAY]
    owner_client.post(reverse("mail:reopen", args=(off.pk,)))
    assert ahead(owner) == []
    assert event_of(owner, EventKind.ARRANGED).source_id == off.pk


def test_what_was_called_off_by_hand_and_is_not_about_the_search_is_nowhere(
    owner: Person, owner_client: Client
) -> None:
    read(owner, INVITED)
    (event,) = Event.objects.filter(kind=EventKind.INTERVIEW)
    settle(owner, event, outcome=Outcome.CANCELLED, now=NOW)
    message = MailMessage.objects.get()
    set_apart(owner, message, now=NOW)
    archive = reverse("applications:list") + "?show=archived"
    page = owner_client.get(archive).content.decode()
    assert "Pennine Table" not in page
    application = Application.objects.get()
    assert application.is_archived
    detail = reverse("applications:detail", args=(application.pk,))
    chip = '<span class="stage ">Applied</span>'
    assert chip not in owner_client.get(detail).content.decode()
    reopen(owner, message, now=NOW)
    application.refresh_from_db()
    assert (application.company, application.is_archived) == ("Pennine Table", False)
