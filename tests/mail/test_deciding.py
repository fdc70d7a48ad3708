"""What the person says of a mail on its page: recorded, told, undone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, NoKind
from onward.applications.services import EventDraft, add_event, commit_events
from onward.mail.learned_commands import learned_command
from onward.mail.models import LearnedExample, MailMessage, Review
from onward.mail.services.committing import commit_mail
from onward.mail.services.learning import learn
from onward.mail.services.reviewing import correct, reopen, set_apart, settle
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.mail.test_learning import (
    ROLES,
    about,
    event_about,
    example_of_a_no,
    read,
    receipt,
    waiting,
)

pytestmark = pytest.mark.django_db


def letter(message: MailMessage) -> str:
    return reverse("mail:message", args=(message.pk,))


def post(client: Client, name: str, message: MailMessage, **data: object) -> str:
    url = reverse(f"mail:{name}", args=(message.pk,))
    return client.post(url, data, follow=True).content.decode()


def press_undo(client: Client, message: MailMessage, *, html: str) -> str:
    assert f'action="{reverse("mail:reopen", args=(message.pk,))}"' in html
    return post(client, "reopen", message)


def own_mail(person: Person, **facts: Any) -> MailMessage:
    message = waiting(person, ROLES[0])
    facts = {"is_sent": True, "review": Review.NONE, "verdict": "sent"} | facts
    for name, value in facts.items():
        setattr(message, name, value)
    message.save()
    return message


@pytest.mark.parametrize("kind", ["rejection", "interview"])
def test_what_was_recorded_is_said_with_an_undo_that_takes_all_of_it_back(
    owner_client: Client, owner: Person, kind: str
) -> None:
    message = waiting(owner, ROLES[0])
    data = {"kind": kind, "application": "new", "company": "Quillmoor", "role": "Cook"}
    html = post(owner_client, "settle", message, **data)
    assert "A new application was begun for it: " in html
    application = Application.objects.get()
    back = press_undo(owner_client, message, html=html)
    assert (
        "Taken back. The application that was begun for it is gone: Cook · Quillmoor"
        in back
    )
    assert "Where it stands in your story" not in back
    application.refresh_from_db()
    assert application.is_archived
    assert not Event.objects.filter(voided_by=None).exclude(kind="void").exists()
    message.refresh_from_db()
    assert message.review == Review.AMBIGUOUS


def test_an_application_that_was_built_on_stays_when_its_mail_is_taken_back(
    owner_client: Client, owner: Person
) -> None:
    message = waiting(owner, ROLES[0])
    event = settle(owner, message, kind=EventKind.REJECTION, application=None, now=NOW)
    add_event(owner, event.application, kind=EventKind.NOTE, at=NOW, note="!", now=NOW)
    html = post(owner_client, "reopen", message)
    assert "The application stays, since there is more in it" in html
    application = Application.objects.get()
    assert not application.is_archived
    assert application.no_kind == ""
    assert application.company == "Quillmoor"


def test_what_a_rule_described_alone_keeps_no_application(owner: Person) -> None:
    message = waiting(owner, ROLES[0])
    event = settle(owner, message, kind=EventKind.OFFER, application=None, now=NOW)
    draft = EventDraft(
        application_id=event.application_id,
        kind=EventKind.DESCRIBED,
        at=NOW,
        decided_by=DecidedBy.RULE,
        payload={"place": "Ely"},
    )
    commit_events(owner, [draft], now=NOW)
    made = reopen(owner, message, now=NOW)
    assert made.gone == f"{ROLES[0]} · Quillmoor"
    assert Application.objects.get().is_archived


def test_on_an_application_that_was_there_only_the_word_is_taken_back(
    owner_client: Client, owner: Person
) -> None:
    application = make_application(person=owner, company="Quillmoor", role=ROLES[0])
    message = waiting(owner, ROLES[0])
    html = owner_client.get(letter(message)).content.decode()
    assert f'<option value="{application.pk}" selected>' in html
    data = {"kind": "rejection", "application": application.pk}
    html = post(owner_client, "settle", message, **data)
    assert "Recorded: They said no, on " in html
    press_undo(owner_client, message, html=html)
    application.refresh_from_db()
    assert application.is_open
    assert not application.is_archived


def test_where_several_fit_the_person_chooses(
    owner_client: Client, owner: Person
) -> None:
    for _number in range(2):
        make_application(person=owner, company="Quillmoor", role=ROLES[0])
    make_application(person=owner, company="Aardvark Cafe")
    message = waiting(owner, ROLES[0])
    html = owner_client.get(letter(message)).content.decode()
    assert '<option value="" selected>Choose an application</option>' in html
    assert html.index("Likely") < html.index("Aardvark Cafe") < html.index("A new one<")
    data = {"kind": "rejection", "application": "", "company": "Quillmoor"}
    answer = owner_client.post(reverse("mail:settle", args=(message.pk,)), data)
    assert answer.status_code == 422
    assert Application.objects.count() == 3
    post(owner_client, "settle", message, **(data | {"application": "new"}))
    assert Application.objects.count() == 4


def test_an_application_of_somebody_else_cannot_be_chosen(
    owner_client: Client, owner: Person, outsider: Person
) -> None:
    theirs = make_application(person=outsider, company="Quillmoor")
    message = waiting(owner, ROLES[0])
    data = {"kind": "rejection", "application": theirs.pk}
    answer = owner_client.post(reverse("mail:settle", args=(message.pk,)), data)
    assert answer.status_code == 422
    assert not Event.objects.filter(kind="rejection").exists()


def test_what_a_mail_answers_is_preselected_whatever_it_names(
    owner_client: Client, owner: Person
) -> None:
    first = waiting(owner, ROLES[0])
    settle(owner, first, kind=EventKind.REPLY, application=None, now=NOW)
    theirs = Application.objects.get()
    make_application(person=owner, company="Quillmoor", role=ROLES[0])
    second = waiting(owner, ROLES[1], references=[first.message_id])
    html = owner_client.get(letter(second)).content.decode()
    assert f'<option value="{theirs.pk}" selected>' in html


@pytest.mark.parametrize("kind", ["rejection", "assessment"])
def test_a_correction_is_said_with_an_undo(
    owner_client: Client, owner: Person, tmp_path: Path, kind: str
) -> None:
    read(owner, tmp_path, receipt(ROLES[0]))
    message = about(owner, ROLES[0])
    html = post(owner_client, "correct", message, kind=kind)
    assert "Corrected: " in html
    event = event_about(owner, ROLES[0])
    undo = reverse("applications:undo", args=(event.pk,))
    assert f'action="{undo}"' in html
    back = owner_client.post(undo, {"back": letter(message)})
    assert back["Location"] == letter(message)
    assert event_about(owner, ROLES[0]).kind == EventKind.CONFIRMATION


def test_put_aside_by_a_correction_it_has_an_undo(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[0]))
    message = about(owner, ROLES[0])
    html = post(owner_client, "correct", message, kind="other")
    press_undo(owner_client, message, html=html)
    assert event_about(owner, ROLES[0]).kind == EventKind.CONFIRMATION


@pytest.mark.parametrize(
    ("kind", "words"),
    [("withdrawal", "I withdrew my"), ("offer_declined", "I declined the offer")],
)
def test_a_mail_can_show_that_the_person_said_no(
    owner_client: Client, owner: Person, tmp_path: Path, kind: str, words: str
) -> None:
    read(owner, tmp_path, receipt(ROLES[0]))
    message = about(owner, ROLES[0])
    assert words in owner_client.get(letter(message)).content.decode()
    html = post(owner_client, "correct", message, kind=kind)
    assert "Mail like it is read so" not in html
    assert Application.objects.get().no_kind == NoKind.I_SAID_NO
    learn(owner)
    assert not LearnedExample.objects.exists()
    html = post(owner_client, "correct", message, kind="confirmation")
    assert Application.objects.get().no_kind == ""


def test_own_mail_that_was_read_as_nothing_can_be_said_to_withdraw(
    owner_client: Client, owner: Person
) -> None:
    application = make_application(person=owner, company="Quillmoor", role=ROLES[0])
    message = own_mail(owner)
    html = owner_client.get(letter(message)).content.decode()
    assert "It means something for my search" in html
    assert "They said no" not in html
    data = {"kind": "withdrawal", "application": application.pk}
    html = post(owner_client, "settle", message, **data)
    application.refresh_from_db()
    assert application.no_kind == NoKind.I_SAID_NO
    commit_mail(owner, now=NOW)
    assert Event.objects.filter(kind="withdrawal", voided_by=None).count() == 1
    press_undo(owner_client, message, html=html)
    application.refresh_from_db()
    assert application.is_open


def test_own_mail_that_was_read_wrongly_can_be_said_to_say_none_of_it(
    owner_client: Client, owner: Person
) -> None:
    application = make_application(person=owner, company="Quillmoor", role=ROLES[0])
    message = own_mail(owner, review=Review.AMBIGUOUS, verdict="offer_declined")
    data = {"kind": "offer_declined", "application": application.pk}
    post(owner_client, "settle", message, **data)
    page = owner_client.get(letter(message)).content.decode()
    assert "It says none of this" in page
    html = post(owner_client, "correct", message, kind="other")
    assert "this mail says none of it" in html
    application.refresh_from_db()
    assert application.is_open
    assert not LearnedExample.objects.exists()


@pytest.fixture
def example(owner: Person) -> LearnedExample:
    """A mail of which the person said that it is a no, of a new application."""
    return example_of_a_no(owner)


def test_forgetting_takes_back_what_saying_it_had_made_and_undo_brings_it_back(
    owner_client: Client, owner: Person, example: LearnedExample
) -> None:
    other = waiting(owner, ROLES[1])
    owner_client.post(reverse("mail:take_offer", args=(example.pk,)))
    url = reverse("mail:forget", args=(example.pk,))
    html = owner_client.post(url, {"changes": "back"}, follow=True).content.decode()
    assert "One message is read as before." in html
    assert "What you said of its own mail is taken back." in html
    assert "The application that was begun for it is gone" in html
    assert not Application.objects.filter(is_archived__in=(False,)).exists()
    example.message.refresh_from_db()
    assert example.message.review == Review.AMBIGUOUS
    undo = reverse("mail:remember", args=(example.pk,))
    assert f'action="{undo}"' in html
    owner_client.post(undo)
    shown = Application.objects.filter(is_archived__in=(False,))
    assert {each.no_kind for each in shown} == {NoKind.THEY_SAID_NO}
    assert shown.count() == 2
    for message in (example.message, other):
        message.refresh_from_db()
    assert example.message.review == Review.SETTLED
    assert other.verdict == "rejection"


def test_forgetting_leaves_an_application_that_was_built_on_and_says_so(
    owner: Person, example: LearnedExample
) -> None:
    application = Application.objects.get()
    add_event(owner, application, kind=EventKind.INTERVIEW, at=NOW, now=NOW)
    runner = CliRunner()
    key = runner.invoke(learned_command, []).output.split()[0]
    done = runner.invoke(learned_command, ["forget", key, "--with-changes"]).output
    assert "What you said of its own mail is taken back." in done
    assert "The application stays" in done
    application.refresh_from_db()
    assert not application.is_archived
    assert application.stage == "interview"


def test_forgetting_without_taking_back_leaves_all_of_it(
    owner_client: Client, owner: Person, example: LearnedExample
) -> None:
    url = reverse("mail:forget", args=(example.pk,))
    html = owner_client.post(url, {"changes": "keep"}, follow=True).content.decode()
    assert "taken back" not in html
    assert Application.objects.get().no_kind == NoKind.THEY_SAID_NO
    example.message.refresh_from_db()
    assert example.message.review == Review.SETTLED


def test_forgetting_what_is_not_about_the_search_asks_again_and_back(
    owner_client: Client, owner: Person
) -> None:
    message = waiting(owner, ROLES[0])
    set_apart(owner, message, now=NOW)
    row = LearnedExample.objects.get()
    url = reverse("mail:forget", args=(row.pk,))
    owner_client.post(url, {"changes": "back"})
    message.refresh_from_db()
    assert message.review == Review.AMBIGUOUS
    owner_client.post(reverse("mail:remember", args=(row.pk,)))
    message.refresh_from_db()
    assert message.review == Review.SETTLED


def test_a_word_that_was_said_since_is_not_taken_back_by_forgetting_an_earlier_one(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[0]))
    message = about(owner, ROLES[0])
    correct(owner, message, kind=EventKind.ASSESSMENT, now=NOW)
    learn(owner)
    first = LearnedExample.objects.get()
    correct(owner, message, kind=EventKind.OFFER, now=NOW)
    url = reverse("mail:forget", args=(first.pk,))
    owner_client.post(url, {"changes": "back"})
    assert event_about(owner, ROLES[0]).kind == EventKind.OFFER
