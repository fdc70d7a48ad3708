"""What the person said of a mail, undone under “What was changed” or on a timeline."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.mail.forms import SettleForm
from onward.mail.models import MailMessage, Review
from onward.mail.services.learning import counting, learn
from onward.mail.services.reviewing import settle
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.mail.test_learning import ROLES, waiting

pytestmark = pytest.mark.django_db


def choices(person: Person, message: MailMessage) -> str:
    return str(SettleForm(person=person, message=message)["application"])


def review_of(message: MailMessage) -> str:
    return MailMessage.objects.get(pk=message.pk).review


@pytest.mark.parametrize("review", [Review.AMBIGUOUS, Review.UNMATCHED])
def test_undoing_a_decision_asks_again_and_leaves_nothing_of_it(
    owner_client: Client, owner: Person, review: Review
) -> None:
    message = waiting(owner, ROLES[0])
    message.review = review
    message.verdict = "ambiguous" if review == Review.AMBIGUOUS else "confirmation"
    message.save()
    before = choices(owner, message)
    event = settle(
        owner,
        message,
        kind=EventKind.REJECTION,
        application=None,
        company="Quillmoor",
        role="Cook",
        now=NOW,
    )
    learn(owner)
    assert len(counting(owner)) == 1
    undo = reverse("applications:undo_batch", args=(event.batch,))
    owner_client.post(undo)
    assert review_of(message) == review
    assert choices(owner, message) == before
    assert not counting(owner)
    page = owner_client.get(reverse("mail:review")).content.decode()
    assert reverse("mail:message", args=(message.pk,)) in page
    assert "Decided by you" not in page
    owner_client.post(reverse("applications:redo_batch", args=(event.batch,)))
    assert review_of(message) == Review.SETTLED
    assert "Cook · Quillmoor" in choices(owner, message)
    assert len(counting(owner)) == 1


def test_undoing_it_on_a_timeline_asks_again_as_well(
    owner_client: Client, owner: Person
) -> None:
    message = waiting(owner, ROLES[0])
    message.verdict, message.review = "ambiguous", Review.AMBIGUOUS
    message.save()
    there = make_application(person=owner, company="Quillmoor")
    event = settle(owner, message, kind=EventKind.INTERVIEW, application=there, now=NOW)
    owner_client.post(reverse("applications:undo", args=(event.pk,)))
    assert review_of(message) == Review.AMBIGUOUS
    owner_client.post(reverse("applications:bring_back", args=(event.pk,)))
    assert review_of(message) == Review.SETTLED


def test_what_is_corrected_stays_decided_when_the_correction_is_undone(
    owner_client: Client, owner: Person
) -> None:
    message = waiting(owner, ROLES[0])
    there = make_application(person=owner, company="Quillmoor")
    settle(owner, message, kind=EventKind.INTERVIEW, application=there, now=NOW)
    url = reverse("mail:correct", args=(message.pk,))
    owner_client.post(url, {"kind": "rejection"})
    assert review_of(message) == Review.SETTLED
    corrected = Event.objects.get(kind=EventKind.REJECTION)
    owner_client.post(reverse("applications:undo", args=(corrected.pk,)))
    assert review_of(message) == Review.SETTLED


def test_an_archived_application_can_still_be_chosen(owner: Person) -> None:
    message = waiting(owner, ROLES[0])
    Application.objects.create(
        person=owner, company="Elm House", role="Cook", is_archived=True
    )
    assert "Cook · Elm House" in choices(owner, message)
