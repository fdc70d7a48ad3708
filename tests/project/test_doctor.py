"""What `onward doctor` says to whoever runs an Onward that several people share."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from onward.jobs.models import Job, Schedule
from onward.jobs.services import claim_next, enqueue, show_worker
from onward.people.models import Person
from onward.people.services import add_person
from onward.project.doctor import worker_troubles
from onward.project.worker import work_until

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
    assert list(worker_troubles()) == []
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


def test_at_ones_own_computer_the_worker_ends_with_the_program(owner: Person) -> None:
    waiting(owner, minutes=5)
    assert list(worker_troubles()) == []


@pytest.mark.django_db(transaction=True)
def test_a_worker_with_nothing_to_do_shows_itself(robin: Person) -> None:
    rounds = iter([False, True])
    work_until(lambda: next(rounds))
    waiting(robin, minutes=5)
    assert list(worker_troubles()) == []
