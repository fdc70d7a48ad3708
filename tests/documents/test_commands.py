from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.utils import timezone
from pytest_django import Settings

from onward.applications.models import Application
from onward.core.exit_codes import ExitCode
from onward.documents.commands import advert_command, document_command
from onward.documents.models import Version
from onward.documents.services import advert_of, sent_with
from onward.jobs.models import Job
from onward.jobs.services import claim_next
from onward.people.models import Person
from tests.builders import make_application
from tests.documents import files
from tests.documents.make import make_version
from tests.documents.server import Answer, Site, serve


@pytest.fixture
def application(owner: Person) -> Application:
    return make_application(person=owner)


@pytest.fixture
def site(settings: Settings) -> Iterator[Site]:
    settings.PRIVATE_HOSTS = ["127.0.0.1"]
    html = {"Content-Type": "text/html"}
    with serve({"/planner": Answer(files.page(), headers=html)}) as running:
        yield running


def document(*words: str) -> Result:
    return CliRunner().invoke(document_command, words)


def advert(*words: str, text: str | None = None) -> Result:
    return CliRunner().invoke(advert_command, words, input=text)


def written(folder: Path, data: bytes, name: str) -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


def test_a_resume_is_kept_read_and_noted_as_sent(
    owner: Person, application: Application, tmp_path: Path
) -> None:
    path = written(tmp_path, files.pdf(), "CV.pdf")
    result = document("add", path, "--application", "bright harbour")
    assert result.exit_code == ExitCode.OK, result.output
    assert "Kept: CV, version 1" in result.output
    assert (
        "Noted as sent with: Operations Coordinator · Bright Harbour" in result.output
    )
    assert "Name and contact, Summary, Experience" in result.output
    assert len(sent_with(owner, application)) == 1
    assert [job.state for job in Job.objects.all()] == ["done"]
    again = document("add", path, "--letter")
    assert "Kept already: CV, version 1" in again.output
    assert Version.objects.count() == 1


def test_documents_are_listed_with_where_they_went(
    owner: Person, application: Application, tmp_path: Path
) -> None:
    assert "No documents yet" in document("list").output
    path = written(tmp_path, files.word(), "CV.docx")
    document("add", path, "--application", str(application.pk))
    document("add", written(tmp_path, b"Dear", "a.txt"), "--letter", "--name", "To Oak")
    lines = document("list").output.splitlines()
    assert lines[0] == "CV  (Résumé)"
    assert "CV.docx  sent with 1" in lines[1]
    assert lines[2] == "To Oak  (Cover letter)"


def test_what_a_worker_is_reading_is_left_to_it(owner: Person, tmp_path: Path) -> None:
    make_version(person=owner, name="CV.pdf", data=files.pdf())
    assert claim_next("worker beside", now=timezone.now()) is not None
    result = document("add", written(tmp_path, files.pdf(), "CV.pdf"))
    assert result.exit_code == ExitCode.OK
    assert "is being read by Onward" in result.output
    assert Version.objects.get().is_waiting


def test_a_bad_file_ends_in_its_sentence_and_is_kept(
    owner: Person, tmp_path: Path
) -> None:
    path = written(tmp_path, files.scanned_pdf(), "scan.pdf")
    result = document("add", path)
    assert result.exit_code == ExitCode.UNREADABLE
    assert "pictures without text" in result.output
    assert "The file itself is kept." in result.output
    assert Version.objects.count() == 1


def test_what_is_not_there_is_not_found(owner: Person, tmp_path: Path) -> None:
    assert document("add", str(tmp_path / "no.pdf")).exit_code == ExitCode.NOT_FOUND
    path = written(tmp_path, files.pdf(), "CV.pdf")
    result = document("add", path, "--application", "nobody")
    assert result.exit_code == ExitCode.NOT_FOUND
    assert not Version.objects.exists()
    result = advert(str(tmp_path / "no.html"), "--application", "nobody")
    assert result.exit_code == ExitCode.NOT_FOUND


def test_an_advert_is_kept_from_a_file_a_page_or_pasted(
    owner: Person, application: Application, tmp_path: Path, site: Site
) -> None:
    harbour = ("--application", "harbour")
    path = written(tmp_path, files.saved_page(), "job.mhtml")
    result = advert(path, *harbour)
    assert result.exit_code == ExitCode.OK, result.output
    assert "Kept: Warehouse Planner" in result.output
    assert "  Oak & Lantern\n  Leeds, GB\n" in result.output
    assert "  - Excel and route planning" in result.output
    result = advert(f"{site.address}/planner", *harbour)
    assert "Kept: Warehouse Planner" in result.output
    text = files.ADVERT_TEXT.replace("Leeds", "Hull")
    result = advert("-", *harbour, "--address", "jobs.example/1", text=text)
    assert "  Hull" in result.output
    kept = advert_of(owner, application)
    assert kept is not None
    assert (kept.place, kept.address) == ("Hull", "https://jobs.example/1")


def test_a_page_that_cannot_be_had_ends_in_its_sentence(
    application: Application, site: Site
) -> None:
    result = advert(f"{site.address}/gone", "--application", "harbour")
    assert result.exit_code == ExitCode.UNREADABLE
    assert "not there any more" in result.output


def test_a_wrong_address_is_a_matter_of_usage(application: Application) -> None:
    result = advert("-", "--application", "harbour", "--address", "file:///x", text="x")
    assert result.exit_code == ExitCode.USAGE
    assert "not a web address" in result.output
