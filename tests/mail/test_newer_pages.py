from __future__ import annotations

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
from onward.core.exit_codes import ExitCode
from onward.jobs.models import Job
from onward.jobs.services import run_waiting
from onward.mail.jobs import read_stored_again
from onward.mail.models import (
    LearnedExample,
    MailMessage,
    NewerReading,
    NewerState,
    ReadingMark,
)
from onward.mail.newer_commands import read_again_command
from onward.mail.periodic import has_older_readings, look_at_stored_mail
from onward.mail.services.reviewing import set_apart, settle
from onward.method.plan.services import catch_up
from onward.people.models import Person
from onward.people.services import local_person
from tests.builders import NOW, make_application
from tests.mail.test_learning import ROLES
from tests.mail.test_newer import found, stored, story, taken_and_waiting

pytestmark = pytest.mark.django_db


def page(client: Client, name: str, *key: object) -> str:
    answer = client.get(reverse(name, args=key))
    assert answer.status_code == 200
    return answer.content.decode()


def press(client: Client, name: str, *key: object, **data: object) -> str:
    answer = client.post(reverse(name, args=key), data, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_differs_is_told_where_mail_is_looked_at(
    owner_client: Client, owner: Person
) -> None:
    assert "A newer Onward" not in page(owner_client, "mail:review")
    for role in ROLES[:2]:
        stored(owner, role)
    found(owner)
    for name in ("mail:review", "mail:home"):
        text = page(owner_client, name)
        assert "A newer Onward reads 2 mails otherwise" in text
        assert reverse("mail:newer") in text
    text = page(owner_client, "mail:newer")
    assert "Before: An interview. Now: They said no" in text
    assert "Take all 2 over" in text
    assert "Quillmoor" in text
    assert "10 March 2026" in text
    assert "<mark>" in text


def test_it_rests_while_the_person_does_but_where_they_come_for_it(
    owner_client: Client, owner: Person
) -> None:
    stored(owner)
    found(owner)
    application = make_application(person=owner, company="Elsewhere")
    now = timezone.now()
    add_event(owner, application, kind=EventKind.REJECTION, at=now, now=now)
    catch_up(owner, now=now)
    for name in ("mail:review", "mail:home"):
        assert "A newer Onward" not in page(owner_client, name)
    assert "Take it over" in page(owner_client, "mail:newer")


def test_one_is_taken_over_and_undone_beside_the_words_that_say_so(
    owner_client: Client, owner: Person
) -> None:
    message = stored(owner)
    [reading] = found(owner)
    text = press(owner_client, "mail:newer_take", reading.pk)
    assert "Taken over: one mail means something else now." in text
    reading.refresh_from_db()
    undo = reverse("mail:newer_undo_press", args=(reading.batch,))
    assert undo in text
    assert "Nothing differs" in text
    assert story(owner) == ["rejection"]
    text = page(owner_client, "mail:message", message.pk)
    assert "It was read before as: An interview." in text
    owner_client.post(undo)
    assert story(owner) == ["interview"]
    assert "Taken over" not in page(owner_client, "mail:newer")


def test_all_that_are_alike_are_kept_or_taken_in_one_press(
    owner_client: Client, owner: Person
) -> None:
    for role in ROLES[:3]:
        stored(owner, role)
    found(owner)
    kind = {"was": "interview", "meaning": "rejection"}
    text = press(owner_client, "mail:newer_keep_alike", **kind)
    assert "3 mails stay as they are" in text
    batch = NewerReading.objects.values_list("batch", flat=True).distinct().get()
    press(owner_client, "mail:newer_undo_press", batch)
    text = press(owner_client, "mail:newer_take_alike", **kind)
    assert "Taken over: 3 mails mean something else now." in text
    assert story(owner) == ["rejection"] * 3
    text = press(owner_client, "mail:newer_take_alike", **kind)
    assert "Nothing of it waits any more." in text
    assert owner_client.post(reverse("mail:newer_take_alike")).status_code == 404


def test_on_its_own_page_a_mail_says_what_it_would_mean_and_leads_back(
    owner_client: Client, owner: Person
) -> None:
    message = stored(owner)
    [reading] = found(owner)
    there = reverse("mail:message", args=(message.pk,))
    assert "A newer Onward reads it otherwise" in page(
        owner_client, "mail:message", message.pk
    )
    answer = owner_client.post(
        reverse("mail:newer_keep", args=(reading.pk,)), {"back": there}
    )
    assert answer["Location"] == there
    assert "reads it otherwise" not in page(owner_client, "mail:message", message.pk)


def test_taken_back_on_its_own_page_a_mail_reads_as_before(
    owner_client: Client, owner: Person
) -> None:
    message = stored(owner)
    press(owner_client, "mail:newer_take", found(owner)[0].pk)
    owner_client.post(reverse("mail:reopen", args=(message.pk,)))
    assert NewerReading.objects.get().state == NewerState.TAKEN_BACK
    assert story(owner) == ["interview"]


def test_a_decision_on_mail_that_was_taken_over_is_taken_back_before_that_is(
    owner_client: Client, owner: Person
) -> None:
    message = taken_and_waiting(owner)
    theirs = make_application(person=owner, company="Elsewhere")
    settle(owner, message, kind=EventKind.REJECTION, application=theirs, now=NOW)
    [reading] = NewerReading.objects.all()
    text = press(owner_client, "mail:newer_undo", reading.pk)
    assert "Nothing was undone" in text
    assert story(owner) == ["rejection"]
    text = press(owner_client, "mail:reopen", message.pk)
    assert "Read as a newer Onward reads it" in text
    assert story(owner) == []
    message.refresh_from_db()
    assert (message.verdict, message.review) == ("rejection", "unmatched")
    press(owner_client, "mail:reopen", message.pk)
    message.refresh_from_db()
    assert message.verdict == "interview"


def test_mail_that_was_put_aside_since_is_about_the_search_again(
    owner_client: Client, owner: Person
) -> None:
    message = stored(owner)
    press(owner_client, "mail:newer_take", found(owner)[0].pk)
    message.refresh_from_db()
    set_apart(owner, message, now=timezone.now())
    owner_client.post(reverse("mail:reopen", args=(message.pk,)))
    assert len(story(owner)) == 1
    assert not LearnedExample.objects.filter(forgotten_at=None).exists()


def test_an_outsider_decides_on_nothing(outsider_client: Client, owner: Person) -> None:
    stored(owner)
    [reading] = found(owner)
    for name in ("mail:newer_take", "mail:newer_keep", "mail:newer_undo"):
        answer = outsider_client.post(reverse(name, args=(reading.pk,)))
        assert answer.status_code == 404
    answer = outsider_client.post(reverse("mail:newer_undo_press", args=(owner.pk,)))
    assert answer.status_code == 404
    assert "Quillmoor" not in page(outsider_client, "mail:newer")


def test_many_are_listed_in_as_few_queries_as_one(
    owner_client: Client, owner: Person
) -> None:
    stored(owner)
    found(owner)
    with CaptureQueriesContext(
        connection,
    ) as few:
        page(owner_client, "mail:newer")
    for role in ROLES[1:]:
        stored(owner, role, recorded_at=NOW)
    ReadingMark.objects.update(program="an older one")
    found(owner)
    with CaptureQueriesContext(connection) as more:
        page(owner_client, "mail:newer")
    assert len(more) <= len(few)


def test_a_worker_reads_what_an_older_program_stored(owner: Person) -> None:
    look_at_stored_mail()
    assert not Job.objects.exists()
    stored(owner)
    assert has_older_readings()
    look_at_stored_mail()
    look_at_stored_mail()
    job = run_waiting(Job.objects.get(), read_stored_again)
    assert job.result == {"waiting": 1}
    assert not has_older_readings()
    assert story(owner) == ["interview"]
    look_at_stored_mail()
    assert Job.objects.count() == 1


def test_the_command_line_lists_takes_over_and_keeps() -> None:
    person = local_person()
    stored(person)
    stored(person, ROLES[1])
    run = CliRunner().invoke
    listed = run(read_again_command, [])
    assert listed.exit_code == 0, listed.output
    assert "An interview → They said no" in listed.output
    assert "Nothing is changed." in listed.output
    key = listed.output.split()[0]
    assert "Taken over: 1." in run(read_again_command, ["take", key]).output
    assert story(person) in (["interview", "rejection"], ["rejection", "interview"])
    gone = run(read_again_command, ["take", key])
    assert gone.exit_code == ExitCode.NOT_FOUND
    assert run(read_again_command, ["keep"]).exit_code == ExitCode.USAGE
    assert "Kept as they are: 1." in run(read_again_command, ["keep", "--all"]).output
    assert "Nothing differs" in run(read_again_command, ["list"]).output
    assert MailMessage.objects.filter(verdict="interview").count() == 1
    assert Event.objects.filter(kind="rejection").count() == 1
