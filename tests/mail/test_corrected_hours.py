"""A wrong no that was an interview or a test: the day and hour that stand in its mail are not lost."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.rules.round import Round
from onward.applications.services import EventDraft, commit_events
from onward.mail.models import MailMessage
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.test_rearranging import interviews, read

TIMED = "Dear Robin,\n\nPlease come to the written test on Tuesday 1 December at 9.30 am.\n\nMaud"
DAY_ALONE = "Dear Robin,\n\nPlease come to an interview on Tuesday 1 December.\n\nMaud"
pytestmark = pytest.mark.django_db


def refused(person: Person, text: str) -> MailMessage:
    read(person, {"key": "no", "hours": 0, "verdict": "rejection", "text": text})
    return MailMessage.objects.get()


def correct(client: Client, message: MailMessage, **said: Any) -> Round:
    client.post(reverse("mail:correct", args=[message.pk]), said)
    (found,) = interviews(message.person)
    return found


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [(TIMED, date(2026, 12, 1), time(9, 30)), (DAY_ALONE, date(2026, 12, 1), None)],
)
def test_the_messages_page_fills_in_what_the_mail_tells(
    owner_client: Client, owner: Person, text: str, day: date, hour: time | None
) -> None:
    message = refused(owner, text)
    page = owner_client.get(reverse("mail:message", args=[message.pk]))
    form = page.context["correct_form"]
    assert (form.initial["day"], form.initial.get("time")) == (day, hour)
    assert 'name="time"' in page.content.decode()


@pytest.mark.parametrize("kind", ["interview", "assessment"])
def test_what_stands_there_is_kept(
    owner_client: Client, owner: Person, kind: str
) -> None:
    message = refused(owner, TIMED)
    found = correct(owner_client, message, kind=kind, day="2026-12-01", time="09:30")
    assert found.starts_at is not None
    assert found.starts_at.replace(tzinfo=None) == datetime(2026, 12, 1, 9, 30)  # noqa: DTZ001


def test_a_word_without_a_form_keeps_what_the_mail_tells(
    owner_client: Client, owner: Person
) -> None:
    found = correct(owner_client, refused(owner, DAY_ALONE), kind="interview")
    assert (found.on_day, found.starts_at) == (date(2026, 12, 1), None)


def test_the_day_is_the_persons_to_change_and_to_empty(
    owner_client: Client, owner: Person
) -> None:
    message = refused(owner, TIMED)
    found = correct(owner_client, message, kind="interview", day="2026-12-03", time="")
    assert (found.on_day, found.starts_at) == (date(2026, 12, 3), None)


def test_an_emptied_day_is_none(owner_client: Client, owner: Person) -> None:
    message = refused(owner, TIMED)
    found = correct(owner_client, message, kind="interview", day="", time="")
    assert (found.on_day, found.starts_at) == (None, None)


def test_a_time_without_its_day_is_asked_about(
    owner_client: Client, owner: Person
) -> None:
    message = refused(owner, TIMED)
    said = {"kind": "interview", "day": "", "time": "09:30"}
    page = owner_client.post(reverse("mail:correct", args=[message.pk]), said)
    assert page.status_code == 422
    assert "Choose the day of this time as well." in page.content.decode()


def test_of_what_is_an_interview_already_no_hour_is_asked(
    owner_client: Client, owner: Person
) -> None:
    read(owner, {"key": "yes", "hours": 0, "text": DAY_ALONE})
    message = MailMessage.objects.get()
    page = owner_client.get(reverse("mail:message", args=[message.pk]))
    assert "day" not in page.context["correct_form"].fields
    found = correct(owner_client, message, kind="assessment")
    assert found.on_day == date(2026, 12, 1)


@pytest.mark.parametrize("kind", ["offer", "reply", "information_request"])
def test_what_has_no_hour_of_its_own_gets_none(
    owner_client: Client, owner: Person, kind: str
) -> None:
    message = refused(owner, TIMED)
    said = {"kind": kind, "day": "2026-12-01", "time": "09:30"}
    owner_client.post(reverse("mail:correct", args=[message.pk]), said)
    assert all(each.starts_at is None for each in interviews(owner))


def on_timeline(client: Client, person: Person, **said: Any) -> list[Round]:
    event = Event.objects.for_person(person).get(kind=EventKind.REJECTION)
    page = reverse("applications:correct", args=[event.pk])
    form = client.get(page).context["form"]
    typed = {
        name: form.initial.get(name) or ""
        for name in ("day", "time", "begins_day", "begins_time", "note")
    }
    response = client.post(page, typed | {"kind": "interview"} | said)
    assert response.status_code == 302, response.context["form"].errors
    return interviews(person)


def test_the_timeline_fills_it_in_and_keeps_it_as_well(
    owner_client: Client, owner: Person
) -> None:
    refused(owner, TIMED)
    event = Event.objects.get(kind=EventKind.REJECTION)
    page = owner_client.get(reverse("applications:correct", args=[event.pk]))
    form = page.context["form"]
    assert form.initial["begins_day"] == date(2026, 12, 1)
    assert form.initial["begins_time"] == time(9, 30)
    (found,) = on_timeline(owner_client, owner)
    assert found.starts_at is not None
    assert found.starts_at.replace(tzinfo=None) == datetime(2026, 12, 1, 9, 30)  # noqa: DTZ001


def test_the_timeline_keeps_a_day_without_an_hour(
    owner_client: Client, owner: Person
) -> None:
    refused(owner, DAY_ALONE)
    (found,) = on_timeline(owner_client, owner)
    assert (found.on_day, found.starts_at) == (date(2026, 12, 1), None)


def test_what_the_person_types_on_the_timeline_counts(
    owner_client: Client, owner: Person
) -> None:
    refused(owner, TIMED)
    said = {"begins_day": "2026-12-03", "begins_time": ""}
    (found,) = on_timeline(owner_client, owner, **said)
    assert (found.on_day, found.starts_at) == (date(2026, 12, 3), None)


def test_emptied_on_the_timeline_it_has_none(
    owner_client: Client, owner: Person
) -> None:
    refused(owner, TIMED)
    (found,) = on_timeline(owner_client, owner, begins_day="", begins_time="")
    assert (found.on_day, found.starts_at) == (None, None)


@pytest.mark.parametrize("kind", ["offer", "reply"])
def test_something_else_on_the_timeline_has_no_hour(
    owner_client: Client, owner: Person, kind: str
) -> None:
    refused(owner, TIMED)
    said = {"begins_day": "", "begins_time": "25:99", "kind": kind}
    assert all(
        each.starts_at is None for each in on_timeline(owner_client, owner, **said)
    )


def test_a_no_whose_mail_names_no_hour_is_asked_for_none(
    owner_client: Client, owner: Person
) -> None:
    refused(owner, "Dear Robin,\n\nWe chose somebody else.\n\nMaud")
    event = Event.objects.get(kind=EventKind.REJECTION)
    page = owner_client.get(reverse("applications:correct", args=[event.pk]))
    assert "begins_day" not in page.context["form"].fields


def test_the_page_of_a_correction_says_what_the_timeline_says_and_lets_it_go(
    owner_client: Client, owner: Person
) -> None:
    message = refused(owner, TIMED)
    row = Event.objects.get(kind=EventKind.REJECTION).application
    told = (
        (40, "We have received your application"),
        (3, "No decision has been made on any application."),
    )
    drafts = [
        EventDraft(
            application_id=row.pk,
            kind=EventKind.CONFIRMATION,
            at=message.sent_at - timedelta(days=days),
            decided_by=DecidedBy.RULE,
            source_kind=SourceKind.MESSAGE,
            source_id=message.pk,
            payload={"words": words},
        )
        for days, words in told
    ]
    _received, under_way = commit_events(owner, drafts, now=NOW)
    page = reverse("applications:correct", args=[under_way.pk])
    html = owner_client.get(page).content.decode()
    assert "Still under way, " in html
    assert "Application received, " not in html
    assert "It is not about my search" in html
    assert reverse("mail:correct", args=[message.pk]) in html
