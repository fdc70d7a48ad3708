"""A database brought back into another home: what waits in the first one is not touched."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from onward.jobs.models import Job, JobState
from onward.jobs.services import claim_next, enqueue
from onward.mail.models import MailMessage
from onward.mail.services.tidying import forget_left_uploads
from onward.mail.services.uploads import own_upload, paths_to_read
from onward.mail.templatetags.places import shown_place
from onward.people.models import Person
from onward.project.doctor import upload_troubles
from onward.project.removing import remove_person
from onward.project.worker import work_once
from tests.mail.raw_mail import make_mbox, make_raw

pytestmark = pytest.mark.django_db

MAIL = make_mbox(make_raw(message_id="<1@quillmoor.example>"))


@pytest.fixture
def homes(settings: Any, tmp_path: Path) -> tuple[Path, Path]:
    """The live home, in use, and the one that a copy is brought back into."""
    live, copy = tmp_path / "live", tmp_path / "copy"
    live.mkdir()
    copy.mkdir()
    settings.HOME = live
    return live, copy


def uploaded(client: Client) -> Job:
    files = {"mailboxes": SimpleUploadedFile("all.mbox", MAIL)}
    assert client.post(reverse("mail:import"), files).status_code == 302
    return Job.objects.get()


def as_before(job: Job, home: Path) -> Job:
    """Name the upload as an older Onward did: by the whole path."""
    names = [str(home / path) for path in job.arguments["paths"]]
    folder = str(home / job.arguments["uploads"])
    job.arguments = {**job.arguments, "paths": names, "uploads": folder}
    job.save(update_fields=["arguments"])
    return job


@pytest.mark.parametrize("is_older", [False, True])
def test_a_copy_beside_neither_reads_nor_deletes_what_waits_in_the_live_home(
    outsider_client: Client, homes: tuple[Path, Path], settings: Any, is_older: bool
) -> None:
    live, copy = homes
    job = uploaded(outsider_client)
    if is_older:
        as_before(job, live)
    (mailbox,) = live.glob("uploads/*/*/all.mbox")
    settings.HOME = copy
    assert work_once("copy")
    job.refresh_from_db()
    assert job.state == JobState.BROKEN
    assert "Choose it again" in job.message
    assert not MailMessage.objects.exists()
    assert mailbox.exists()
    forget_left_uploads(now=timezone.now() + timedelta(days=1))
    remove_person(job.person)
    assert mailbox.exists()


@pytest.mark.parametrize("is_older", [False, True])
def test_a_copy_with_its_own_files_reads_those_and_leaves_the_live_ones(
    outsider_client: Client, homes: tuple[Path, Path], settings: Any, is_older: bool
) -> None:
    live, copy = homes
    job = uploaded(outsider_client)
    shutil.copytree(live / "uploads", copy / "uploads")
    if is_older:
        as_before(job, live)
    settings.HOME = copy
    assert work_once("copy")
    job.refresh_from_db()
    # An older job names the live home alone, which is not this one.
    assert MailMessage.objects.exists() != is_older
    assert any(live.glob("uploads/*/*/all.mbox"))
    assert any(copy.glob("uploads/*/*/all.mbox")) == is_older


def test_an_older_job_is_read_in_its_own_home_and_leaves_no_trace(
    outsider_client: Client, homes: tuple[Path, Path]
) -> None:
    live, _copy = homes
    job = as_before(uploaded(outsider_client), live)
    forget_left_uploads(now=timezone.now() + timedelta(days=1))
    assert work_once("live")
    job.refresh_from_db()
    assert job.state == JobState.DONE
    assert MailMessage.objects.exists()
    assert not any(live.glob("uploads/*"))


def test_whoever_is_removed_takes_their_waiting_upload_along(
    outsider_client: Client, homes: tuple[Path, Path]
) -> None:
    live, _copy = homes
    job = uploaded(outsider_client)
    assert any(live.glob("uploads/*"))
    remove_person(job.person)
    assert not any(live.glob("uploads/*"))


def test_nothing_but_a_folder_of_this_home_counts_as_an_upload(
    homes: tuple[Path, Path],
) -> None:
    live, copy = homes
    (copy / "uploads" / "one").mkdir(parents=True)
    (live / "uploads").mkdir()
    (live / "uploads" / "led-away").symlink_to(copy / "uploads" / "one")
    for name in (
        "/",
        "",
        ".",
        "uploads",
        "uploads/",
        "uploads/..",
        "uploads/../documents",
        "uploads/one/../..",
        "uploads/led-away",
        "documents",
        str(live),
        str(live / "uploads"),
        str(live / "uploads-of-before" / "one"),
        str(copy / "uploads" / "one"),
        str(live / "uploads" / ".." / ".." / "copy" / "uploads" / "one"),
        "\0",
    ):
        assert own_upload(name) is None, name
    assert own_upload("uploads/one") == live / "uploads" / "one"
    assert own_upload(str(live / "uploads" / "one")) == live / "uploads" / "one"


def test_a_file_that_was_named_is_read_where_it_is(
    owner: Person, homes: tuple[Path, Path], tmp_path: Path
) -> None:
    named = tmp_path / "mine" / "uploads" / "all.mbox"
    arguments = {
        "paths": [str(named), str(homes[1] / "uploads" / "one" / "a.mbox")],
        "uploads": str(homes[1] / "uploads" / "one"),
    }
    job = enqueue(owner, kind="mail.import", title="Mail", arguments=arguments)
    assert paths_to_read(job) == [named]
    del job.arguments["uploads"]
    assert len(paths_to_read(job)) == 2


def test_of_an_upload_its_name_alone_is_shown_in_whichever_home_it_was(
    homes: tuple[Path, Path],
) -> None:
    live, _copy = homes
    name = "0193a1b2" * 4
    for folder in (
        live / "uploads" / name,
        Path("uploads") / name,
        Path("/x/uploads") / name,
    ):
        assert (
            shown_place(str(folder / "0002" / "all.zip" / "a.mbox")) == "all.zip/a.mbox"
        )
        assert shown_place(str(folder / "0002-all.mbox")) == "all.mbox"
        assert shown_place(str(folder)) == "files chosen in the browser"
    own = "/home/robin/uploads/2026/all.mbox"
    assert shown_place(own) == own


def test_doctor_says_whose_upload_is_gone_after_a_restore(
    outsider_client: Client, homes: tuple[Path, Path], settings: Any
) -> None:
    job = uploaded(outsider_client)
    assert list(upload_troubles()) == []
    settings.HOME = homes[1]
    (said,) = upload_troubles()
    assert job.person.email is not None
    assert job.person.email in said
    assert "all.mbox" not in said
    # At its end a reading deletes its upload before it is done.
    assert claim_next("one", now=timezone.now()) is not None
    assert list(upload_troubles()) == []
    Job.objects.update(leased_until=timezone.now() - timedelta(minutes=5))
    assert len(list(upload_troubles())) == 1
    assert work_once("two")
    assert list(upload_troubles()) == []
