"""An opening that a friend passed on: whose it is, and a job to save for later."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import Stage
from onward.mail.forms import SettleForm
from onward.mail.models import MailMessage, Review
from onward.mail.services.committing import commit_mail
from onward.mail.services.waiting import waiting as all_waiting
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.test_learning import waiting

pytestmark = pytest.mark.django_db

BELOW = "---------- Forwarded message ----------\nFrom: {}\nDate: Fri, 20 Nov 2026 at 11:02\nSubject: Team Lead Dispatch\nTo: all\n\nWe are looking for a team lead."


def passed_on(
    person: Person,
    sender: str = "Staff Office <staff@northpack.example>",
    *,
    subject: str = "Fwd: a job at ours",
    company: str = "Chums",
) -> MailMessage:
    message = waiting(person, "passed on")
    message.subject, message.company, message.role = subject, company, ""
    message.sender_address = "max@chums.example"
    message.text = f"Hey, would this be one for you?\nMax\n\n{BELOW.format(sender)}"
    message.save()
    return message


@pytest.mark.parametrize(
    ("sender", "more", "company"),
    [
        ("Staff Office <staff@northpack.example>", {}, "North Pack"),
        ("staff@north-pack.co.uk", {}, "North Pack"),
        ("Nia <nia@gmail.com>", {}, ""),
        ("Nia <nia@northpack.example>", {"company": "Elm House"}, "Elm House"),
        ("Nia <nia@northpack.example>", {"subject": "Re: a job"}, "Chums"),
        ("Nia <nia@chums.example>", {}, "Chums"),
        ("Nia", {}, "Chums"),
    ],
)
def test_the_house_of_whoever_wrote_first_stands_there(
    owner: Person, sender: str, more: dict[str, str], company: str
) -> None:
    form = SettleForm(person=owner, message=passed_on(owner, sender, **more))
    assert form.initial["company"] == company


def test_it_can_be_saved_for_later_and_that_taken_back(
    owner: Person, client: Client
) -> None:
    client.force_login(owner)
    message = passed_on(owner)
    url = reverse("mail:message", args=[message.pk])
    assert "A job to save for later" in client.get(url).content.decode()
    said = {
        "kind": "saved",
        "application": "new",
        "company": "North Pack",
        "role": "Lead",
    }
    said |= {"day": "", "time": ""}
    page = client.post(reverse("mail:settle", args=[message.pk]), said, follow=True)
    assert "North Pack" in page.content.decode()
    application = Application.objects.get()
    assert application.stage == Stage.SAVED
    assert application.applied_at is None
    assert Event.objects.get(source_id=message.pk).kind == "saved"
    assert client.get(url).status_code == 200
    commit_mail(owner, now=NOW)
    message.refresh_from_db()
    assert message.review == Review.SETTLED
    assert not all_waiting(owner)
    client.post(reverse("mail:reopen", args=[message.pk]))
    message.refresh_from_db()
    assert message.review == Review.AMBIGUOUS
    application.refresh_from_db()
    assert application.is_archived
