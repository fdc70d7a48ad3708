from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from onward.jobs.models import Job, JobState
from onward.jobs.services import Progress, claim_next, enqueue, run_here, run_job
from onward.people.models import Person


def test_a_job_shows_its_progress_and_can_be_stopped(
    owner_client: Client, owner: Person
) -> None:
    job = enqueue(owner, kind="test", title="Reading mail.mbox", arguments={})
    page = owner_client.get(f"/jobs/{job.pk}/")
    assert "Reading mail.mbox" in page.content.decode()
    part = owner_client.get(f"/jobs/{job.pk}/", headers={"hx-request": "true"})
    assert "<html" not in part.content.decode()
    owner_client.post(f"/jobs/{job.pk}/stop/")
    job.refresh_from_db()
    assert job.state == JobState.STOPPED
    assert "Reading mail.mbox" in owner_client.get("/jobs/").content.decode()


def test_nobody_else_sees_or_stops_it(outsider_client: Client, owner: Person) -> None:
    job = enqueue(owner, kind="test", title="Reading mail.mbox", arguments={})
    assert outsider_client.get(f"/jobs/{job.pk}/").status_code == 404
    assert outsider_client.post(f"/jobs/{job.pk}/stop/").status_code == 404
    assert "mail.mbox" not in outsider_client.get("/jobs/").content.decode()


def test_an_empty_history_says_what_will_be_there(owner_client: Client) -> None:
    assert "Nothing has run yet" in owner_client.get("/jobs/").content.decode()


def test_where_no_worker_is_there_it_says_so_and_whom_to_tell(
    owner_client: Client, owner: Person, outsider_client: Client, outsider: Person
) -> None:
    longer_ago = timezone.now() - timedelta(minutes=5)
    for person, client, words in (
        (owner, owner_client, "Stop Onward and start it again"),
        (outsider, outsider_client, "Tell whoever runs it"),
    ):
        job = enqueue(person, kind="test", title="Reading mail.mbox", arguments={})
        fresh = client.get(f"/jobs/{job.pk}/").content.decode()
        assert "It begins in a moment" in fresh
        Job.objects.filter(pk=job.pk).update(run_after=longer_ago)
        page = client.get(f"/jobs/{job.pk}/").content.decode()
        assert "It begins in a moment" not in page
        assert words in page


def test_what_waits_for_another_persons_reading_says_so_and_not_whose(
    owner_client: Client, owner: Person, outsider: Person
) -> None:
    enqueue(outsider, kind="mail.import", title="Reading theirs.mbox", arguments={})
    now = timezone.now()
    assert claim_next("one", now=now) is not None
    job = enqueue(owner, kind="mail.import", title="Reading mine.mbox", arguments={})
    address, home = f"/jobs/{job.pk}/", reverse("mail:home")
    said = "Another reading is before yours"
    fresh = owner_client.get(address).content.decode()
    assert "It begins in a moment" in fresh
    assert said not in fresh
    Job.objects.filter(pk=job.pk).update(run_after=now - timedelta(minutes=3))
    for page in (owner_client.get(address), owner_client.get(home)):
        assert said in page.content.decode()
        assert "theirs.mbox" not in page.content.decode()
    assert "It begins in a moment" not in owner_client.get(address).content.decode()
    # What is no reading only waits for its turn.
    Job.objects.filter(pk=job.pk).update(kind="matching.tailoring")
    other = owner_client.get(address).content.decode()
    assert "It waits for its turn" in other
    assert said not in other
    Job.objects.filter(pk=job.pk).update(kind="mail.import")
    # The other worker died: what waits here is nobody's turn.
    Job.objects.exclude(pk=job.pk).update(leased_until=now - timedelta(minutes=2))
    assert said not in owner_client.get(address).content.decode()


def test_a_reading_that_was_interrupted_says_that_nothing_is_doubled(
    owner_client: Client, owner: Person
) -> None:
    def stop(_job: Job, _progress: Progress) -> dict[str, object]:
        raise SystemExit(0)

    now = timezone.now() + timedelta(seconds=1)
    job = enqueue(owner, kind="mail.import", title="Reading a.mbox", arguments={})
    said = "the files are read from their beginning again"
    assert said not in owner_client.get(f"/jobs/{job.pk}/").content.decode()
    claimed = claim_next("one", now=now)
    assert claimed is not None
    assert said not in owner_client.get(f"/jobs/{job.pk}/").content.decode()
    with pytest.raises(SystemExit):
        run_job(claimed, stop)
    assert said in owner_client.get(f"/jobs/{job.pk}/").content.decode()
    assert claim_next("two", now=now + timedelta(seconds=1)) is not None
    assert said in owner_client.get(f"/jobs/{job.pk}/").content.decode()
    Job.objects.filter(pk=job.pk).update(state=JobState.DONE)
    assert said not in owner_client.get(f"/jobs/{job.pk}/").content.decode()


def test_work_of_the_command_line_is_not_called_interrupted(
    owner_client: Client, owner: Person
) -> None:
    pages: list[str] = []

    def look(job: Job, _progress: Progress) -> dict[str, object]:
        pages.append(owner_client.get(f"/jobs/{job.pk}/").content.decode())
        return {}

    run_here(owner, look, kind="mail.import", title="Reading", arguments={})
    assert "read from their beginning" not in pages[0]


def test_the_bar_of_a_reading_says_what_it_measures(
    owner_client: Client, owner: Person
) -> None:
    job = enqueue(owner, kind="mail.import", title="Reading a.zip", arguments={})
    Job.objects.filter(pk=job.pk).update(
        state=JobState.RUNNING, done=9, total=10, message="1 message read"
    )
    page = owner_client.get(f"/jobs/{job.pk}/").content.decode()
    assert 'aria-label="How much of the files is read"' in page


def test_no_address_of_a_mailbox_stands_in_the_title(
    owner_client: Client, owner: Person
) -> None:
    title = "Reading ewa.nowak@post.example"
    job = enqueue(owner, kind="test", title=title, arguments={})
    page = owner_client.get(f"/jobs/{job.pk}/").content.decode()
    assert "<title>Background work · Reading … · Onward</title>" in page
    assert title in page


def test_the_state_is_spoken_once_and_only_where_it_changed(
    owner_client: Client, owner: Person
) -> None:
    job = enqueue(owner, kind="test", title="Reading a file", arguments={})
    Job.objects.filter(pk=job.pk).update(
        state=JobState.DONE, message="4 mails read.", finished_at=timezone.now()
    )
    page = owner_client.get(f"/jobs/{job.pk}/").content.decode()
    assert page.count("4 mails read.") == 1
    part = owner_client.get(f"/jobs/{job.pk}/", headers={"hx-request": "true"})
    assert part.content.decode().count("4 mails read.") == 2
