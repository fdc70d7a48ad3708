"""A long fold keeps its work: it tells that it goes on, and ends where another has it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from onward.applications.models import Application, Event
from onward.core.ids import uuid7
from onward.jobs.models import Job, JobState
from onward.jobs.services import (
    Cancelled,
    LeaseLost,
    Progress,
    ask_to_stop,
    claim_next,
    enqueue,
    run_job,
)
from onward.mail.jobs import import_mail
from onward.mail.models import MailMessage, MailRun
from onward.mail.services.committing import commit_mail
from onward.mail.services.importing import import_paths
from onward.mail.services.uploads import kept_path, uploads_folder
from onward.people.models import Person
from tests.mail.raw_mail import make_mbox, make_raw
from tests.mail.test_looked_up import came

pytestmark = pytest.mark.django_db

MAIL = make_mbox(make_raw(message_id="<1@quillmoor.example>"))
LATER = timedelta(minutes=5)


@pytest.fixture
def upload(owner: Person) -> Path:
    """A mailbox that was uploaded, and waits to be read."""
    folder = uploads_folder() / uuid7().hex
    folder.mkdir(parents=True)
    (folder / "in.mbox").write_bytes(MAIL)
    paths = [kept_path(folder / "in.mbox")]
    arguments = {"paths": paths, "uploads": kept_path(folder)}
    enqueue(owner, kind="mail.import", title="Mail", arguments=arguments)
    return folder


def test_an_upload_that_another_worker_reads_by_now_is_left_to_it(upload: Path) -> None:
    now = timezone.now()
    late = claim_next("late", now=now)
    following: list[Job | None] = []

    def hear_nothing(**_told: object) -> None:
        if MailMessage.objects.exists() and not following:
            following.append(claim_next("next", now=now + LATER))

    assert late is not None
    with pytest.raises(LeaseLost):
        import_mail(late, hear_nothing)
    assert upload.exists()
    (job,) = following
    assert job is not None
    done = run_job(job, import_mail)
    assert (done.state, done.result["problems"]) == (JobState.DONE, [])
    assert not upload.exists()


def test_a_worker_that_lost_its_work_while_it_reads_does_not_fold(upload: Path) -> None:
    now = timezone.now()
    late = claim_next("late", now=now)
    claim_next("next", now=now + LATER)
    assert late is not None
    run_job(late, import_mail)
    assert upload.exists()
    assert MailRun.objects.get().finished_at is None


def test_work_that_is_to_stop_is_held_until_what_was_read_is_folded(
    upload: Path,
) -> None:
    now = timezone.now()
    job = claim_next("one", now=now)
    Job.objects.update(leased_until=now + timedelta(seconds=1))
    held: list[bool] = []

    def work(job: Job, progress: Progress) -> dict[str, object]:
        ask_to_stop(job)
        with pytest.raises(Cancelled):
            progress(done=0)
        held.append(claim_next("next", now=now + timedelta(seconds=30)) is None)
        raise Cancelled

    assert job is not None
    assert run_job(job, work).state == JobState.STOPPED
    assert held == [True]


def test_a_fold_tells_before_each_of_its_parts(owner: Person, tmp_path: Path) -> None:
    (tmp_path / "in.mbox").write_bytes(MAIL)
    seen: list[tuple[int, int]] = []

    def note(**_told: object) -> None:
        seen.append((MailMessage.objects.count(), Application.objects.count()))

    import_paths(owner, [tmp_path / "in.mbox"], progress=note)
    assert (0, 0) in seen
    assert seen.count((1, 0)) > 3
    assert seen[-1] == (1, 1)


def test_a_stop_that_comes_while_it_folds_changes_nothing(
    owner: Person, tmp_path: Path
) -> None:
    (tmp_path / "in.mbox").write_bytes(MAIL)

    def stop(**_told: object) -> None:
        if MailMessage.objects.exists():
            raise Cancelled

    summary = import_paths(owner, [tmp_path / "in.mbox"], progress=stop)
    assert summary.ledger.applications == Application.objects.count() == 1
    assert MailRun.objects.get().finished_at is not None


def test_a_fold_that_ends_between_its_parts_is_done_by_the_next(owner: Person) -> None:
    now = timezone.now()
    came(owner, "a1", verdict="confirmation")
    came(owner, "a2", sent_at=now, references=["a1@mail.example"])
    other = {"contact_address": "x@lind.example", "sender_address": "x@lind.example"}
    came(owner, "b1", company="Lind", verdict="confirmation", **other)
    left = 0

    def lose() -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise LeaseLost

    for start in range(9):
        left = start
        try:
            commit_mail(owner, now=now, tell=lose)
        except LeaseLost:
            continue
        break
    told = list(Event.objects.values_list("key", "voided_by"))
    assert 1 < start < 8
    assert Application.objects.count() == 2
    commit_mail(owner, now=now)
    assert list(Event.objects.values_list("key", "voided_by")) == told
