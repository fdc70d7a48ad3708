"""Reading a mailbox from the page: what is named or chosen there reaches the reading."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from onward.applications.services import take_back
from onward.applications.services.by_hand import archive
from onward.jobs.models import Job, JobState
from onward.jobs.services import Cancelled, ask_to_stop, claim_next, run_job
from onward.mail.forms import ImportForm
from onward.mail.jobs import import_mail
from onward.mail.models import MailMessage, MailRun
from onward.mail.services.tidying import forget_left_uploads
from onward.mail.templatetags.places import shown_place
from onward.people.models import Person
from onward.project.doctor import job_troubles
from onward.project.worker import work_once
from tests.builders import NOW, make_application
from tests.mail.raw_mail import make_mbox, make_raw

pytestmark = pytest.mark.django_db

MAIL = make_mbox(
    make_raw(message_id="<1@quillmoor.example>"),
    make_raw(
        message_id="<2@quillmoor.example>",
        subject="Your application as Driver",
        text="Thank you, we received your application as Driver.\n",
    ).replace(b"From: Quillmoor", b"X-Gmail-Labels: Spam\nFrom: Quillmoor", 1),
)


def is_kept(job: Job) -> bool:
    """Return whether what was uploaded for a job is in the home still."""
    folder: Path = settings.HOME / job.arguments["uploads"]
    return folder.exists()


def test_spam_is_let_pass_unless_it_is_asked_for(
    owner_client: Client, tmp_path: Path
) -> None:
    mailbox = tmp_path / "all.mbox"
    mailbox.write_bytes(MAIL)
    for with_spam, kept in ((False, 1), (True, 2)):
        asked = {"path": str(mailbox), **({"with_spam": "on"} if with_spam else {})}
        assert owner_client.post(reverse("mail:import"), asked).status_code == 302
        assert work_once("w")
        assert MailMessage.objects.count() == kept


def reading_of(client: Client, *paths: Path, **asked: str) -> str:
    """Return the page of a reading that is over, and check that of its run."""
    client.post(reverse("mail:import"), {"path": str(paths[0]), **asked})
    assert work_once("w")
    job = Job.objects.latest("created_at")
    run = MailRun.objects.latest("started_at")
    parts = [
        client.get(reverse(*address)).content.decode()
        for address in (("jobs:detail", None, [job.pk]), ("mail:run", None, [run.pk]))
    ]
    assert ("Left out" in parts[0]) == ("Left out" in parts[1])
    return parts[0]


def test_the_page_of_a_reading_says_what_it_left_out_and_how_to_read_it(
    owner_client: Client, tmp_path: Path
) -> None:
    mailbox = tmp_path / "all.mbox"
    mailbox.write_bytes(MAIL)
    page = reading_of(owner_client, mailbox)
    assert '<dt>Left out</dt><dd>1 <span class="quiet">(spam, bin and drafts)' in page
    assert "tick “Read spam and the bin too”" in page
    draft = b"X-Gmail-Labels: Drafts\nFrom: Quillmoor"
    mailbox.write_bytes(MAIL.replace(b"From: Quillmoor", draft, 1))
    page = reading_of(owner_client, mailbox, with_spam="on")
    assert '<dt>Left out</dt><dd>1 <span class="quiet">(drafts)' in page
    assert "Read spam and the bin too" not in page


def test_where_nothing_is_left_out_nothing_is_said_of_it(
    owner_client: Client, tmp_path: Path
) -> None:
    mailbox = tmp_path / "all.mbox"
    mailbox.write_bytes(make_mbox(make_raw(message_id="<1@quillmoor.example>")))
    assert "Left out" not in reading_of(owner_client, mailbox)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("photo.jpg", "photo.jpg holds no mail that can be read here"),
        ("list.csv", "list.csv is a table and holds no mail"),
    ],
)
def test_a_file_that_is_no_mail_is_said_plainly_and_open(
    owner_client: Client, tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / name).write_bytes(b"Company,Role\nAcme,Planner\n")
    page = reading_of(owner_client, tmp_path / name)
    assert '<h2 id="job-heading">Nothing was read</h2>' in page
    assert '<details class="fold" open>' in page
    assert said in page
    assert "Choose a mailbox again" in page


def test_what_was_taken_back_or_put_away_is_not_counted(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    away, blank, stays = (
        make_application(person=owner, company=name) for name in ("A", "B", "C")
    )
    archive(owner, away, now=NOW)
    for event in blank.events.all():
        take_back(owner, event, now=NOW)
    mailbox = tmp_path / "all.mbox"
    mailbox.write_bytes(make_mbox(make_raw(subject="Lunch", text="At noon?\n")))
    page = reading_of(owner_client, mailbox)
    listed = owner_client.get(reverse("applications:list")).content.decode()
    assert str(stays.pk) in listed
    assert str(blank.pk) not in listed
    assert f'<a href="{reverse("applications:list")}">1</a>' in page


def test_somebody_who_shares_an_onward_uploads_a_mailbox(
    outsider_client: Client,
) -> None:
    files = {"mailboxes": SimpleUploadedFile("all.mbox", MAIL)}
    answer = outsider_client.post(reverse("mail:import"), files)
    assert answer.status_code == 302
    assert work_once("w")
    assert MailMessage.objects.get().person.name == "Sasha"
    assert not is_kept(Job.objects.get())


def test_where_nothing_can_be_named_files_are_asked_for(
    outsider_client: Client, owner_client: Client
) -> None:
    page = outsider_client.get(reverse("mail:home")).content.decode()
    field = page[page.index('<label class="field__label" for="id_mailboxes"') :]
    assert "(optional)" not in field[: field.index("</label>")]
    nothing = outsider_client.post(reverse("mail:import")).content.decode()
    assert "Choose files to read." in nothing
    assert "Name a file" not in nothing
    own = owner_client.post(reverse("mail:import")).content.decode()
    assert "Name a file or folder, or choose files." in own


def test_what_was_chosen_in_the_browser_is_named_as_it_was_there(
    owner_client: Client,
) -> None:
    files = [SimpleUploadedFile(f"{place} my mail.mbox", MAIL) for place in range(7)]
    files.append(SimpleUploadedFile("list.txt", b"milk"))
    owner_client.post(reverse("mail:import"), {"mailboxes": files})
    assert work_once("w")
    assert Job.objects.get().title == "Reading 8 files"
    run, message = MailRun.objects.get(), MailMessage.objects.get()
    for address in (
        reverse("mail:home"),
        reverse("mail:run", args=[run.pk]),
        reverse("mail:message", args=[message.pk]),
    ):
        page = owner_client.get(address).content.decode()
        assert "0 my mail.mbox" in page
        assert "uploads" not in page
    page = owner_client.get(reverse("mail:run", args=[run.pk])).content.decode()
    assert "4 my mail.mbox and 3 more" in page
    assert "list.txt" in page


def test_what_is_chosen_in_the_browser_is_known_by_its_name_as_sent(
    owner_client: Client,
) -> None:
    mine = make_raw(
        "Dear all,\nI would like to apply as Baker. My resume is attached.\nRobin\n",
        subject="Application as Baker",
    ).replace(
        b"From: Quillmoor <jobs@quillmoor.example>\nTo: robin@person.example",
        b"From: Robin <robin@person.example>\nTo: jobs@quillmoor.example",
    )
    files = [SimpleUploadedFile("Sent.mbox", make_mbox(mine))]
    files.append(SimpleUploadedFile("Sent.mbox", make_mbox(mine)))
    owner_client.post(reverse("mail:import"), {"mailboxes": files})
    assert work_once("w")
    assert MailMessage.objects.get().is_sent
    assert MailRun.objects.get().counts["read"] == 2


def test_readings_of_before_are_named_too() -> None:
    folder = settings.HOME / "uploads" / "0193a1b2"
    assert shown_place(str(folder / "0002-all.mbox")) == "all.mbox"
    assert shown_place(str(folder / "0002" / "all.zip" / "a.mbox")) == "all.zip/a.mbox"
    assert shown_place(str(folder)) == "files chosen in the browser"


def _chosen() -> dict[str, SimpleUploadedFile]:
    return {"mailboxes": SimpleUploadedFile("all.mbox", MAIL)}


def test_an_upload_whose_reading_never_began_is_deleted_and_others_stay(
    owner_client: Client,
) -> None:
    uploads = settings.HOME / "uploads"
    owner_client.post(reverse("mail:import"), _chosen())
    owner_client.post(reverse("mail:import"), _chosen())
    stopped, waiting = Job.objects.order_by("created_at")
    ask_to_stop(stopped)
    now = timezone.now()
    assert forget_left_uploads(now=now) == 0
    forget_left_uploads(now=now + timedelta(hours=7))
    assert not is_kept(stopped)
    assert is_kept(waiting)
    assert work_once("w")
    assert not is_kept(waiting)
    assert uploads.is_dir()


def test_an_upload_leaves_no_trace_when_its_reading_is_stopped(
    owner_client: Client,
) -> None:
    owner_client.post(reverse("mail:import"), _chosen())
    job = Job.objects.get()

    def stop(**_told: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        import_mail(job, stop)
    assert not is_kept(job)


def test_an_upload_that_is_gone_is_asked_for_again(outsider_client: Client) -> None:
    outsider_client.post(reverse("mail:import"), _chosen())
    job = Job.objects.get()
    shutil.rmtree(settings.HOME / job.arguments["uploads"])
    assert work_once("w")
    job.refresh_from_db()
    assert job.state == JobState.BROKEN
    assert not MailRun.objects.exists()
    said = "The server no longer has your file. Choose it again."
    for url in (reverse("jobs:detail", args=[job.pk]), reverse("mail:home")):
        page = outsider_client.get(url).content.decode()
        assert said in page, url
        assert "could not go on" in page
        assert "<h2>Done" not in page
    assert any("no longer has your file" in said for said in job_troubles())
    # Once it was read, nothing is said any more.
    outsider_client.post(reverse("mail:import"), _chosen())
    assert work_once("w")
    assert said not in outsider_client.get(reverse("mail:home")).content.decode()


def test_a_worker_that_was_taken_for_dead_leaves_the_upload_to_the_next(
    owner_client: Client,
) -> None:
    owner_client.post(reverse("mail:import"), _chosen())
    now = timezone.now()
    late = claim_next("late", now=now)
    following = claim_next("next", now=now + timedelta(minutes=5))
    assert late is not None
    assert following is not None
    run_job(late, import_mail)
    assert is_kept(following)
    done = run_job(following, import_mail)
    assert (done.state, done.result["problems"]) == (JobState.DONE, [])
    assert not is_kept(following)


def test_the_page_says_where_mail_programs_hide_their_mail(
    owner_client: Client,
) -> None:
    page = owner_client.get(reverse("mail:home")).content.decode()
    help_ = page.partition("How do I get my mailbox as a file?")[2]
    for words in (
        "~/.thunderbird",
        r"%APPDATA%\Thunderbird\Profiles",
        "~/Library/Thunderbird/Profiles",
        "~/Library/Mail",
        ".msg",
        "Google Takeout",
        "with Ctrl and H",
    ):
        assert words in help_
    assert "<details open" not in page


def test_a_folder_is_found_by_the_variable_that_names_it(
    owner: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAIL_IS_IN", str(tmp_path))
    form = ImportForm({"path": "$MAIL_IS_IN"}, person=owner)
    assert form.is_valid()
    assert form.cleaned_data["path"] == str(tmp_path)
