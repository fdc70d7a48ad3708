"""What the person said of a mail, undone under “What was changed” or on a timeline."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.mail.forms import SettleForm
from onward.mail.models import MailMessage, Review
from onward.mail.services.learning import counting, learn
from onward.mail.services.reviewing import set_apart, settle
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.mail.test_learning import ROLES, about, read, receipt, waiting

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


@pytest.fixture
def apart(owner: Person, tmp_path: Path) -> MailMessage:
    """A receipt that the person said is not about their search."""
    read(owner, tmp_path, receipt(ROLES[0]))
    message = about(owner, ROLES[0])
    set_apart(owner, message, now=NOW)
    return message


def stands_again(client: Client, message: MailMessage) -> bool:
    """Return whether a mail counts again, and no page says that it does not."""
    pages = [reverse("mail:learned"), reverse("mail:review")]
    named = [client.get(page).content.decode() for page in pages]
    page = client.get(reverse("mail:message", args=(message.pk,))).content.decode()
    said = "Take my decision back" in page or "Decided by you" in named[1]
    told = Event.objects.get(source_id=message.pk, kind=EventKind.CONFIRMATION)
    application = Application.objects.get()
    is_shown = not application.is_archived and application.role == ROLES[0]
    is_read = review_of(message) == Review.NONE and not told.is_void
    return is_shown and is_read and not said and not counting(message.person)


def test_what_is_no_mail_of_the_search_stands_again_by_the_timelines_own_button(
    owner_client: Client, apart: MailMessage
) -> None:
    event = Event.objects.get(source_id=apart.pk, kind=EventKind.CONFIRMATION)
    owner_client.post(reverse("applications:bring_back", args=(event.pk,)))
    assert stands_again(owner_client, apart)
    page = owner_client.get(reverse("mail:learned")).content.decode()
    assert "It is not about my search" not in page.partition("Forgotten")[0]


def test_that_it_is_not_about_the_search_is_among_what_was_changed(
    owner_client: Client, apart: MailMessage
) -> None:
    page = owner_client.get(reverse("applications:changes"))
    (change,) = page.context["changes"][:1]
    assert change.is_undone
    assert change.event.source_id == apart.pk
    html = page.content.decode()
    assert ROLES[0] in html
    url = reverse("applications:bring_back", args=(change.event.pk,))
    assert url in html
    owner_client.post(url)
    assert stands_again(owner_client, apart)


def test_of_what_is_not_about_the_search_no_application_is_left(
    owner_client: Client, owner: Person, apart: MailMessage, tmp_path: Path
) -> None:
    other = waiting(owner, ROLES[1])
    assert ROLES[0] not in choices(owner, other)
    rows = owner_client.get("/exchange/export/csv/")
    table = b"".join(rows).decode()
    assert str(Application.objects.get().pk) not in table
    for page in ("/applications/", "/applications/?show=archived"):
        assert ROLES[0] not in owner_client.get(page).content.decode()
    # What mail comes later leaves it so.
    read(owner, tmp_path, receipt(ROLES[2], text="We got it all, {role}."), name="on")
    assert not Application.objects.filter(role=ROLES[0]).exists()


def test_an_application_that_more_mail_tells_of_keeps_its_name(
    owner: Person, tmp_path: Path
) -> None:
    again = receipt(ROLES[0], text="We have received your application for {role}.\n")
    read(owner, tmp_path, receipt(ROLES[0]), again)
    messages = MailMessage.objects.filter(subject__endswith=ROLES[0])
    first = messages.order_by("sent_at", "pk").first()
    assert first is not None
    set_apart(owner, first, now=NOW)
    assert Application.objects.filter(role=ROLES[0], is_archived=False).exists()
