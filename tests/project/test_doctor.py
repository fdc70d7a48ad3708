"""What `onward doctor` says to whoever runs an Onward that several people share."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from onward.applications.models import Application
from onward.documents.blobs import blob_path
from onward.documents.rules.kinds import DocumentKind
from onward.documents.services import add_file
from onward.jobs.models import Job, JobState, Schedule
from onward.jobs.services import claim_next, enqueue, show_worker
from onward.mail.models import ImapAccount, WatchedFolder
from onward.mail.services.accounts import AccountFacts, add_account
from onward.mail.services.watching import watch
from onward.people.models import Person
from onward.people.services import add_person, close_account
from onward.project.doctor import (
    document_troubles,
    job_troubles,
    ledger_troubles,
    mail_troubles,
    worker_troubles,
)
from onward.project.worker import work_until
from tests.builders import NOW, make_application

pytestmark = pytest.mark.django_db


@pytest.fixture
def robin() -> Person:
    return add_person(email="robin@mail.example", name="Robin")


def waiting(person: Person, *, minutes: int) -> Job:
    job = enqueue(person, kind="mail.import", title="Reading a.mbox", arguments={})
    job.run_after = timezone.now() - timedelta(minutes=minutes)
    job.save(update_fields=["run_after"])
    return job


def test_work_that_waits_for_a_worker_is_told(robin: Person) -> None:
    (said,) = worker_troubles()
    assert "No worker was seen yet. Start one" in said
    waiting(robin, minutes=5)
    (said,) = worker_troubles()
    assert "No worker was seen yet" in said
    assert "waits for one: 1." in said
    assert "onward worker" in said


def test_a_worker_that_is_there_or_at_work_is_no_trouble(robin: Person) -> None:
    waiting(robin, minutes=5)
    show_worker(now=timezone.now())
    assert list(worker_troubles()) == []
    Schedule.objects.all().delete()
    claim_next("one", now=timezone.now())
    waiting(robin, minutes=5)
    assert list(worker_troubles()) == []


def test_a_worker_that_went_is_told_before_work_waits(robin: Person) -> None:
    show_worker(now=timezone.now() - timedelta(minutes=5))
    # While it is updated, the workers are stopped for a while.
    assert list(worker_troubles()) == []
    Schedule.objects.all().delete()
    show_worker(now=timezone.now() - timedelta(minutes=20))
    (said,) = worker_troubles()
    assert "No worker was seen since" in said
    assert "waits" not in said


def mailbox(person: Person, *, minutes_ago: int) -> ImapAccount:
    return ImapAccount.objects.create(
        person=person,
        host="imap.mail.example",
        address=person.email or "",
        created_at=timezone.now(),
        next_at=timezone.now() - timedelta(minutes=minutes_ago),
    )


def test_what_was_given_just_now_waits_where_no_worker_was_ever_seen(
    robin: Person,
) -> None:
    waiting(robin, minutes=0)
    mailbox(robin, minutes_ago=0)
    (said,) = worker_troubles()
    assert "No worker was seen yet." in said
    assert "waits for one: 1." in said
    assert "Mailboxes that wait to be read: 1." in said


def test_a_mailbox_whose_turn_it_is_waits_for_a_worker_that_went(robin: Person) -> None:
    show_worker(now=timezone.now() - timedelta(minutes=3))
    account = mailbox(robin, minutes_ago=-5)
    assert list(worker_troubles()) == []
    account.next_at = timezone.now() - timedelta(minutes=1)
    account.save()
    (said,) = worker_troubles()
    assert "No worker was seen since" in said
    assert "Mailboxes that wait to be read: 1." in said
    # Of somebody who is shut out nothing is read.
    Person.objects.update(is_active=False)
    assert list(worker_troubles()) == []


def test_at_ones_own_computer_the_worker_ends_with_the_program(owner: Person) -> None:
    waiting(owner, minutes=5)
    assert list(worker_troubles()) == []


@pytest.mark.django_db(transaction=True)
def test_a_worker_with_nothing_to_do_shows_itself(robin: Person) -> None:
    rounds = iter([False, True])
    work_until(lambda: next(rounds))
    waiting(robin, minutes=5)
    assert list(worker_troubles()) == []


def ended(person: Person, *, state: JobState, minutes_ago: int) -> None:
    job = enqueue(person, kind="mail.import", title="Reading a.mbox", arguments={})
    job.state, job.message = state, "The disk went away"
    job.created_at = timezone.now() - timedelta(minutes=minutes_ago)
    job.save()


def test_what_broke_for_one_is_told_whatever_went_well_for_another(
    robin: Person, outsider: Person
) -> None:
    ended(robin, state=JobState.BROKEN, minutes_ago=9)
    ended(outsider, state=JobState.DONE, minutes_ago=5)
    (said,) = job_troubles()
    assert said == "mail.import of robin@mail.example did not come to its end: " + (
        "The disk went away"
    )
    ended(robin, state=JobState.DONE, minutes_ago=2)
    assert list(job_troubles()) == []


def test_whose_trouble_it_is_is_told_and_not_where_they_applied_or_with_what(
    robin: Person,
) -> None:
    application = make_application(person=robin, company="Quillmark")
    Application.objects.filter(pk=application.pk).update(stage="offer")
    (said,) = ledger_troubles()
    assert "robin@mail.example" in said
    assert "Quillmark" not in said
    added = add_file(
        person=robin,
        file_name="resume for Quillmark.txt",
        chunks=[b"Robin"],
        kind=DocumentKind.RESUME,
        now=NOW,
    )
    path = blob_path(robin, added.version.digest)
    path.unlink()
    (said,) = document_troubles()
    assert "robin@mail.example" in said
    assert str(path) in said
    assert "Quillmark" not in said


def test_a_mailbox_of_somebody_who_is_shut_out_is_no_trouble(robin: Person) -> None:
    facts = AccountFacts(
        address="robin@mail.example", host="mail.example", port=993, security="tls"
    )
    add_account(robin, facts, password="boats", now=NOW)
    folder = watch(robin, "/nowhere/mail", now=NOW)
    WatchedFolder.objects.filter(pk=folder.pk).update(trouble="It is gone.")
    assert len(list(mail_troubles())) == 2
    close_account(robin)
    assert list(mail_troubles()) == []
