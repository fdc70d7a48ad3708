from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import add_event
from onward.mail.learned_commands import learned_command
from onward.mail.models import LearnedChange, LearnedExample, Review
from onward.mail.rules.types import Verdict
from onward.mail.services.learning import learn
from onward.mail.services.reviewing import correct, settle
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.mail.test_learning import (
    RECEIPT,
    ROLES,
    about,
    event_about,
    example_of_a_no,
    read,
    receipt,
    waiting,
)
from tests.mail.test_rearranging import keep

pytestmark = pytest.mark.django_db

NAMES = ("mail:example", "mail:take_offer", "mail:forget", "mail:remember")


@pytest.fixture
def example(owner: Person) -> LearnedExample:
    """A mail that waited and of which the person said that it is a no."""
    return example_of_a_no(owner)


def page(client: Client, name: str, *key: object) -> str:
    answer = client.get(reverse(name, args=key))
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_was_learned_is_listed_with_what_was_said_and_how_it_was_read(
    owner_client: Client, example: LearnedExample
) -> None:
    text = page(owner_client, "mail:learned")
    assert "They said no" in text
    assert "Open: the words do not decide" in text
    assert "quillmoor.example" in text
    assert reverse("mail:example", args=(example.pk,)) in text


def test_an_example_shows_the_wording_that_it_goes_by(
    owner_client: Client, example: LearnedExample
) -> None:
    text = page(owner_client, "mail:example", example.pk)
    assert "thank you for applying for the position of …" in text
    assert "No message is read by it now." in text


def test_a_list_with_nothing_in_it_says_how_things_get_there(
    owner_client: Client, owner: Person
) -> None:
    assert "Nothing yet" in page(owner_client, "mail:learned")


@pytest.mark.parametrize("name", ["mail:home", "mail:review"])
def test_the_list_is_reached_from_mail_and_from_the_review_page(
    owner_client: Client, owner: Person, name: str
) -> None:
    assert reverse("mail:learned") in page(owner_client, name)


@pytest.mark.parametrize("name", NAMES)
def test_an_outsider_finds_no_example(
    outsider_client: Client, example: LearnedExample, name: str
) -> None:
    url = reverse(name, args=(example.pk,))
    ask = outsider_client.get if name == "mail:example" else outsider_client.post
    assert ask(url).status_code == 404
    example.refresh_from_db()
    assert example.forgotten_at is None


def test_an_outsider_can_neither_correct_nor_take_back(
    outsider_client: Client, owner: Person, example: LearnedExample
) -> None:
    change = LearnedChange.objects.create(
        person=owner,
        example=example,
        message=example.message,
        meaning="rejection",
        batch=example.pk,
        changed_at=NOW,
    )
    for url in (
        reverse("mail:undo_change", args=(change.pk,)),
        reverse("mail:undo_take", args=(example.pk,)),
        reverse("mail:correct", args=(example.message_id,)),
    ):
        assert outsider_client.post(url, {"kind": "offer"}).status_code == 404


def test_mail_like_it_is_offered_taken_and_undone(
    owner_client: Client, owner: Person, example: LearnedExample
) -> None:
    other = waiting(owner, ROLES[1])
    assert "One message that waits has the same wording" in page(
        owner_client, "mail:review"
    )
    taken = owner_client.post(
        reverse("mail:take_offer", args=(example.pk,)), follow=True
    )
    text = taken.content.decode()
    assert "One message is read the same way now." in text
    assert "before: Open: the words do not decide, now: They said no" in text
    change = LearnedChange.objects.get()
    url = reverse("mail:undo_take", args=(change.batch,))
    assert url in text
    back = owner_client.post(url, follow=True)
    assert "Taken back." in back.content.decode()
    other.refresh_from_db()
    assert other.review == Review.AMBIGUOUS
    again = owner_client.post(
        reverse("mail:take_offer", args=(example.pk,)), follow=True
    )
    assert "Nothing like it waits any more." in again.content.decode()


def test_in_a_quiet_window_nothing_is_offered(
    owner_client: Client, owner: Person, example: LearnedExample
) -> None:
    waiting(owner, ROLES[1])
    now = timezone.now()
    application = make_application(person=owner)
    add_event(owner, application, kind=EventKind.REJECTION, at=now, now=now)
    catch_up(owner, now=now)
    assert "the same wording" not in page(owner_client, "mail:review")
    assert "They said no" in page(owner_client, "mail:learned")


def test_a_message_read_as_taught_says_so_and_is_put_back(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[0]))
    correct(owner, about(owner, ROLES[0]), kind=EventKind.ASSESSMENT, now=NOW)
    read(owner, tmp_path, receipt(ROLES[1]), name="later")
    message = about(owner, ROLES[1])
    text = page(owner_client, "mail:message", message.pk)
    assert "“A test or task”: you said so of a mail like this on 20 November" in text
    change = LearnedChange.objects.get()
    owner_client.post(reverse("mail:undo_change", args=(change.pk,)))
    assert event_about(owner, ROLES[1]).kind == EventKind.CONFIRMATION
    assert "you said so" not in page(owner_client, "mail:message", message.pk)


def test_pages_say_of_a_changed_message_that_its_words_are_nearly_the_same(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    texts = [f"{RECEIPT}{RECEIPT}{stove}" for stove in ("ashby", "torv")]
    read(owner, tmp_path, receipt(ROLES[0], text=texts[0]))
    correct(owner, about(owner, ROLES[0]), kind=EventKind.ASSESSMENT, now=NOW)
    exact, near = receipt(ROLES[1], text=texts[0]), receipt(ROLES[2], text=texts[1])
    read(owner, tmp_path, exact, near, name="later")
    text = page(owner_client, "mail:message", about(owner, ROLES[2]).pk)
    assert "you said so of a mail in nearly the same words on 20 November" in text
    text = page(owner_client, "mail:message", about(owner, ROLES[1]).pk)
    assert "you said so of a mail like this on 20 November" in text
    example = LearnedExample.objects.get()
    assert page(owner_client, "mail:example", example.pk).count("nearly the same") == 1


def test_a_message_that_was_read_wrongly_is_corrected_on_its_page(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[0]))
    message = about(owner, ROLES[0])
    assert "It means something else" in page(owner_client, "mail:message", message.pk)
    url = reverse("mail:correct", args=(message.pk,))
    text = owner_client.post(url, {"kind": "interview"}, follow=True).content.decode()
    assert "Mail like it is read so from now on" in text
    assert event_about(owner, ROLES[0]).kind == EventKind.INTERVIEW
    assert "Your application: Night Porter" in page(owner_client, "mail:learned")


def test_a_correction_to_a_no_leads_to_its_care(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[0]))
    url = reverse("mail:correct", args=(about(owner, ROLES[0]).pk,))
    answer = owner_client.post(url, {"kind": "rejection"})
    no = Event.objects.get(kind=EventKind.REJECTION)
    assert answer["Location"] == reverse("plan:no", args=(no.pk,))


def test_a_message_that_is_not_about_the_search_leaves_the_story(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[0]))
    message = about(owner, ROLES[0])
    owner_client.post(reverse("mail:correct", args=(message.pk,)), {"kind": "other"})
    assert not Event.objects.filter(source_id=message.pk, voided_by=None).exists()
    assert "It is not about my search" in page(owner_client, "mail:learned")
    owner_client.post(reverse("mail:reopen", args=(message.pk,)))
    assert event_about(owner, ROLES[0]).kind == EventKind.CONFIRMATION


def test_a_waiting_message_can_be_said_to_be_about_something_else(
    owner_client: Client, owner: Person
) -> None:
    message = waiting(owner, ROLES[0])
    url = reverse("mail:settle", args=(message.pk,))
    answer = owner_client.post(url, {"kind": "other"}, follow=True)
    assert (
        "Put aside. Mail of the same wording will be, too." in answer.content.decode()
    )
    message.refresh_from_db()
    assert message.review == Review.SETTLED
    assert LearnedExample.objects.get().meaning == "other"


def test_what_is_said_of_a_few_words_promises_nothing_for_later_mail(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[0], text="Received.\n"))
    url = reverse("mail:correct", args=(about(owner, ROLES[0]).pk,))
    text = owner_client.post(url, {"kind": "interview"}, follow=True).content.decode()
    assert "Corrected: " in text
    assert "Mail like it is read so from now on" not in text
    message = waiting(owner, ROLES[1])
    message.text = "Thanks!\n"
    message.save(update_fields=["text"])
    url = reverse("mail:settle", args=(message.pk,))
    text = owner_client.post(url, {"kind": "other"}, follow=True).content.decode()
    assert "Put aside: it is not about your search." in text


def test_what_was_put_aside_is_found_again_and_taken_back(
    owner_client: Client, owner: Person
) -> None:
    message = waiting(owner, ROLES[0])
    address = reverse("mail:message", args=(message.pk,))
    assert "Decided by you" not in page(owner_client, "mail:review")
    url = reverse("mail:aside", args=(message.pk,))
    text = owner_client.post(url, follow=True).content.decode()
    assert "to be taken back there" in text
    assert "Nothing to look at" in text
    assert f'href="{address}"' in text
    assert (
        reverse("mail:reopen", args=(message.pk,))
        in owner_client.get(address).content.decode()
    )
    owner_client.post(reverse("mail:reopen", args=(message.pk,)))
    assert "Nothing to look at" not in page(owner_client, "mail:review")


def test_who_wrote_first_is_said_to_have_where_no_employer_is_known(
    owner_client: Client, owner: Person
) -> None:
    message = waiting(owner, ROLES[0])
    message.review, message.verdict = Review.UNMATCHED, "outreach"
    message.save()
    text = page(owner_client, "mail:review")
    assert "Somebody wrote to you first" in text
    assert "No application found" not in text


def test_what_cannot_be_meant_changes_nothing(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[0]))
    url = reverse("mail:correct", args=(about(owner, ROLES[0]).pk,))
    answer = owner_client.post(url, {"kind": "elephant"})
    assert answer.status_code == 422
    assert event_about(owner, ROLES[0]).kind == EventKind.CONFIRMATION


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [("keep", Verdict.REJECTION), ("back", Verdict.AMBIGUOUS)],
)
def test_forgetting_asks_what_becomes_of_the_messages(
    owner_client: Client,
    owner: Person,
    example: LearnedExample,
    changes: str,
    verdict: Verdict,
) -> None:
    other = waiting(owner, ROLES[1])
    owner_client.post(reverse("mail:take_offer", args=(example.pk,)))
    assert "Leave all of it as it is now" in page(
        owner_client, "mail:example", example.pk
    )
    forget_url = reverse("mail:forget", args=(example.pk,))
    answer = owner_client.post(forget_url, {"changes": changes}, follow=True)
    assert "Later mail is read without it." in answer.content.decode()
    other.refresh_from_db()
    assert other.verdict == verdict
    owner_client.post(reverse("mail:remember", args=(example.pk,)))
    example.refresh_from_db()
    assert example.forgotten_at is None


def test_the_list_asks_the_database_as_often_for_one_as_for_many(
    owner_client: Client, owner: Person, example: LearnedExample
) -> None:
    with CaptureQueriesContext(connection) as one:
        page(owner_client, "mail:learned")
    for role in ROLES[1:]:
        settle(
            owner,
            waiting(owner, role),
            kind=EventKind.REJECTION,
            application=None,
            now=NOW,
        )
    learn(owner)
    with CaptureQueriesContext(connection) as many:
        page(owner_client, "mail:learned")
    assert len(many) == len(one)


def test_the_command_lists_and_forgets(owner: Person, example: LearnedExample) -> None:
    runner = CliRunner()
    listed = runner.invoke(learned_command, [])
    assert "They said no" in listed.output
    key = listed.output.split()[0]
    wrong = runner.invoke(learned_command, ["forget", "zz"])
    assert wrong.exit_code
    done = runner.invoke(learned_command, ["forget", key, "--with-changes"])
    assert "Forgotten." in done.output
    assert "Nothing yet." in runner.invoke(learned_command, ["list"]).output


def test_where_the_words_do_not_decide_nothing_is_chosen_before_the_person_does(
    owner_client: Client, owner: Person
) -> None:
    message = keep(
        owner,
        {
            "key": "unclear",
            "hours": 0,
            "verdict": Verdict.AMBIGUOUS.value,
            "review": Review.AMBIGUOUS,
            "text": "We've written to you about your application.",
        },
    )
    page = owner_client.get(reverse("mail:message", args=(message.pk,)))
    assert '<option value="" selected>Choose what it says</option>' in (
        page.content.decode()
    )
    url = reverse("mail:settle", args=(message.pk,))
    answer = owner_client.post(url, {"kind": "", "company": "Pennine Table"})
    assert answer.status_code == 422
    assert "Choose what this message says." in answer.content.decode()
    assert not Event.objects.exists()
