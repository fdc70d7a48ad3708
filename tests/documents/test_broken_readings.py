"""A reading that broke says so, offers to read again, and names no folder of the machine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from onward.applications.models import Application
from onward.documents import blobs
from onward.documents.models import Advert, Version
from onward.documents.rules.kinds import Problem
from onward.documents.services import keep_pasted, mark_sent, note_broken
from onward.jobs.models import Job, JobState
from onward.jobs.rules import MAX_ATTEMPTS
from onward.jobs.services import ask_to_stop, show_worker
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.documents.conftest import Worker
from tests.documents.make import make_version

HOST_PATH = "/srv/onward/blobs/ab/abcdef"


@pytest.fixture
def closed_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let no file be looked at, as where the worker may not enter the folder."""

    def closed(_person: Person, _digest: str) -> bool:
        raise PermissionError(13, "Permission denied", HOST_PATH)

    before = blobs.is_kept
    monkeypatch.setattr(blobs, "is_kept", closed)
    return lambda: monkeypatch.setattr(blobs, "is_kept", before)


def try_all(work: Worker) -> None:
    """Let every try of what waits have its turn."""
    for _ in range(MAX_ATTEMPTS):
        Job.objects.update(run_after=timezone.now())
        work()


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    said = answer.content.decode()
    assert "/srv" not in said
    assert "abcdef" not in said
    return said


def test_a_reading_that_breaks_says_so_everywhere_and_is_read_again_on_a_press(
    owner: Person,
    owner_client: Client,
    work: Worker,
    closed_disk: Callable[[], None],
) -> None:
    version = make_version(person=owner)
    application = make_application(person=owner)
    mark_sent(owner, application, version, now=NOW)
    work()
    job = Job.objects.get()
    assert job.state == JobState.WAITING
    for path in ("/jobs/", f"/jobs/{job.pk}/"):
        assert "Permission denied" in page(owner_client, path)
    try_all(work)
    address = f"/documents/versions/{version.pk}/"
    said = page(owner_client, address)
    assert "The reading broke off here" in said
    assert "It is being read" not in said
    assert "every 1s" not in said
    assert f'action="{address}read/"' in said
    for path in (
        "/documents/",
        f"/documents/{version.document.pk}/",
        f"/documents/application/{application.pk}/",
    ):
        assert "being read" not in page(owner_client, path)
    for path in ("/jobs/", f"/jobs/{job.pk}/"):
        assert "The reading broke off here" in page(owner_client, path)
    closed_disk()
    owner_client.post(f"{address}read/")
    work()
    assert "What it says" in page(owner_client, address)


def test_an_advert_whose_reading_breaks_can_be_tried_again(
    owner: Person,
    owner_client: Client,
    work: Worker,
    closed_disk: Callable[[], None],
) -> None:
    application = make_application(person=owner)
    advert = keep_pasted(
        owner, application, text="A cook is wanted.", address="", now=NOW
    )
    try_all(work)
    for path in (
        f"/documents/adverts/{advert.pk}/",
        f"/documents/application/{application.pk}/",
    ):
        assert "The reading broke off here" in page(owner_client, path)
    closed_disk()
    owner_client.post(f"/documents/adverts/{advert.pk}/again/")
    work()
    advert.refresh_from_db()
    assert advert.is_read


def stopped(_owner: Person) -> None:
    ask_to_stop(Job.objects.get())


def gone_with_its_worker(_owner: Person) -> None:
    # Once it may have slept; who does not come back for a second lease is gone.
    Job.objects.update(state=JobState.RUNNING, attempts=MAX_ATTEMPTS)
    for _ in range(2):
        Job.objects.update(leased_until=timezone.now() - timedelta(hours=1))
        Worker()()


def forgotten(_owner: Person) -> None:
    Job.objects.all().delete()


@pytest.mark.parametrize("left", [stopped, gone_with_its_worker, forgotten])
@pytest.mark.parametrize("kind", [Version, Advert])
def test_what_no_work_reads_any_more_is_not_being_read(
    owner: Person,
    outsider: Person,
    owner_client: Client,
    kind: type[Version | Advert],
    left: Callable[[Person], None],
) -> None:
    row: Version | Advert
    if kind is Version:
        row, name = make_version(person=owner), "versions"
    else:
        application: Application = make_application(person=owner)
        row = keep_pasted(owner, application, text="A cook.", address="", now=NOW)
        name = "adverts"
    note_broken(owner)
    row.refresh_from_db()
    assert row.is_waiting
    left(owner)
    note_broken(outsider)
    row.refresh_from_db()
    assert row.is_waiting
    assert "The reading broke off here" in page(
        owner_client, f"/documents/{name}/{row.pk}/"
    )
    row.refresh_from_db()
    assert row.problem == Problem.BROKE_OFF


def test_what_waits_for_a_worker_that_is_not_there_says_so(
    owner: Person, owner_client: Client
) -> None:
    version = make_version(person=owner)
    Job.objects.update(run_after=timezone.now() - timedelta(minutes=5))
    address = f"/documents/versions/{version.pk}/"
    assert "It waits to be read" in page(owner_client, address)
    show_worker(now=timezone.now())
    assert "It is being read" in page(owner_client, address)


def test_a_folder_that_may_not_be_entered_is_said_where_a_file_is_fetched(
    owner: Person,
    owner_client: Client,
    work: Worker,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    version = make_version(person=owner)
    work()

    def closed(_path: Path, *_how: object) -> None:
        raise PermissionError(13, "Permission denied", HOST_PATH)

    monkeypatch.setattr(Path, "open", closed)
    answer = owner_client.get(f"/documents/versions/{version.pk}/file/")
    assert answer.status_code == 404
    assert "not where it was" in answer.content.decode()
