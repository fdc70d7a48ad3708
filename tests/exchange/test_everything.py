from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from onward.documents.blobs import blob_path
from onward.documents.models import Version
from onward.documents.rules.kinds import DocumentKind
from onward.documents.services import add_file
from onward.exchange.services import write_everything
from onward.mail.models import KnownFile, MailRun, WatchedFolder
from onward.method.feelings.models import WritingSession
from onward.method.plan.calendar import make_address
from onward.method.wins.models import Treat
from onward.people.models import Person
from onward.people.services import make_launch_token
from tests.builders import NOW, make_application, make_no, make_person

WORDS = "It was the third time, and I wanted this one. Schade."


def opened(person: Person) -> zipfile.ZipFile:
    target = io.BytesIO()
    write_everything(person, target, now=NOW)
    return zipfile.ZipFile(target)


def rows(archive: zipfile.ZipFile, name: str) -> Any:
    return json.loads(archive.read(f"records/{name}.json"))


@pytest.fixture
def filled(owner: Person) -> Person:
    event = make_no(application=make_application(person=owner))
    WritingSession.objects.create(
        person=owner, origin=event, at=NOW, text=WORDS, seconds=600
    )
    Treat.objects.create(person=owner, words="A walk by the river")
    return owner


def test_what_was_felt_and_written_goes_out_too(filled: Person) -> None:
    archive = opened(filled)
    (written,) = rows(archive, "feelings/writing_sessions")
    assert written["text"] == WORDS
    (treat,) = rows(archive, "wins/treats")
    assert treat["words"] == "A walk by the river"
    (application,) = json.loads(archive.read("applications.json"))["applications"]
    assert application["no_kind"]
    assert json.loads(archive.read("you.json"))["name"] == "Robin"


def test_every_kind_of_record_has_its_place(filled: Person) -> None:
    """What a room adds later goes out as well, unless it opens a door."""
    make_launch_token(filled)
    make_address(filled, hides_names=False, now=NOW)
    names = {name for name in opened(filled).namelist() if name.startswith("records/")}
    owning = [
        model
        for model in apps.get_models()
        if any(field.name == "person" for field in model._meta.fields)
        and model._base_manager.filter(person=filled).exists()
    ]
    assert len(names) == len(owning) - 2
    assert not [name for name in names if "token" in name or "calendar" in name]


def test_nothing_of_anybody_else_and_no_password_is_in_it(filled: Person) -> None:
    other = make_person(name="Sasha")
    other.set_password("seven tall boats")
    other.save()
    make_no(application=make_application(person=other, company="Quillmark"))
    Treat.objects.create(person=other, words="Cinema")
    archive = opened(filled)
    text = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert "Quillmark" not in text
    assert "Cinema" not in text
    theirs = opened(other)
    text = b"".join(theirs.read(name) for name in theirs.namelist()).decode()
    assert "Quillmark" in text
    assert WORDS not in text
    assert other.password not in text


def test_where_files_lay_on_the_server_is_not_in_it(filled: Person) -> None:
    WatchedFolder.objects.create(
        person=filled, path="/srv/onward/robin/forwarded", created_at=NOW
    )
    (folder,) = rows(opened(filled), "mail/watched_folders")
    assert folder["path"] == "forwarded"
    MailRun.objects.create(
        person=filled, paths=["/srv/onward/uploads/01/box.mbox"], started_at=NOW
    )
    (run,) = rows(opened(filled), "mail/mail_runs")
    assert run["paths"] == ["box.mbox"]


def test_files_are_in_it_as_they_were_given(filled: Person) -> None:
    words = b"Robin Fields\nWarehouse lead"
    add_file(
        person=filled,
        file_name="resume.txt",
        chunks=[words],
        kind=DocumentKind.RESUME,
        now=NOW,
    )
    digest = Version.objects.get(person=filled).digest
    kept = opened(filled).read(f"files/{digest[:8]}-resume.txt")
    assert kept == words


def test_a_long_name_of_many_bytes_can_be_unpacked(
    filled: Person, tmp_path: Path
) -> None:
    add_file(
        person=filled,
        file_name="履歴書" * 40 + ".txt",
        chunks=[b"Robin Fields"],
        kind=DocumentKind.RESUME,
        now=NOW,
    )
    opened(filled).extractall(tmp_path)
    (file,) = (tmp_path / "files").iterdir()
    assert file.name.endswith("書.txt")
    assert file.read_bytes() == b"Robin Fields"


def test_a_file_that_the_disk_dates_before_1980_is_in_it_too(filled: Person) -> None:
    added = add_file(
        person=filled,
        file_name="resume.txt",
        chunks=[b"Robin Fields"],
        kind=DocumentKind.RESUME,
        now=NOW,
    )
    os.utime(blob_path(filled, added.version.digest), (0, 0))
    kept = opened(filled).read(f"files/{added.version.digest[:8]}-resume.txt")
    assert kept == b"Robin Fields"


def test_one_press_gives_the_zip(filled: Person, owner_client: Client) -> None:
    page = owner_client.get("/exchange/").content.decode()
    assert "/exchange/export/everything/" in page
    answer = owner_client.get("/exchange/export/everything/")
    content = io.BytesIO(b"".join(answer))
    assert rows(zipfile.ZipFile(content), "wins/treats")
    assert answer["Content-Disposition"].startswith("attachment")


def test_bytes_go_out_as_words_that_json_can_hold(filled: Person) -> None:
    KnownFile.objects.create(
        person=filled, path="mail.mbox", size=1, clues=b"\x00\xff", read_at=NOW
    )
    (known,) = rows(opened(filled), "mail/known_files")
    assert known["clues"] == "00ff"
