from __future__ import annotations

import re
from pathlib import Path

import pytest
from click import Command
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from onward.core.exit_codes import ExitCode
from onward.documents.blobs import folder_of
from onward.documents.commands import advert_command, document_command
from onward.documents.models import Advert, Document, Version
from onward.people.models import Person
from tests.builders import make_application


@pytest.mark.parametrize("where", ["/documents/add/", "/documents/application/{}/add/"])
def test_a_picture_is_not_taken_for_a_resume(
    owner_client: Client, owner: Person, where: str
) -> None:
    application = make_application(person=owner)
    data = {
        "file": SimpleUploadedFile("CV.pdf", b"\xff\xd8\xff\xe0JFIF"),
        "kind": "letter",
    }
    answer = owner_client.post(where.format(application.pk), data)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "This is a picture" in shown
    assert "Add the document itself as PDF" in shown
    assert re.search(r'value="letter"[^>]* checked', shown)
    assert not Document.objects.exists()


@pytest.mark.parametrize("where", ["/documents/add/", "/documents/application/{}/add/"])
def test_an_empty_file_is_not_kept_and_a_sentence_says_what_to_do(
    owner_client: Client, owner: Person, where: str
) -> None:
    application = make_application(person=owner)
    data = {"file": SimpleUploadedFile("CV.pdf", b""), "kind": "resume"}
    answer = owner_client.post(where.format(application.pk), data)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "This file is empty: it has 0 bytes, so nothing was kept." in shown
    assert "save it once more" in shown
    assert not Document.objects.exists()
    assert not any(folder_of(owner).glob("*/*"))


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (document_command, ["add", "{}"]),
        (advert_command, ["{}", "--application", "Oakmere"]),
    ],
)
def test_the_commands_keep_no_empty_file(
    owner: Person, tmp_path: Path, command: Command, words: list[str]
) -> None:
    make_application(person=owner, company="Oakmere")
    empty = tmp_path / "CV.pdf"
    empty.touch()
    result = CliRunner().invoke(command, [word.format(empty) for word in words])
    assert result.exit_code == ExitCode.UNREADABLE
    assert "This file is empty" in result.output
    assert not Version.objects.exists()
    assert not Advert.objects.exists()


def test_the_command_takes_no_picture_for_a_resume(
    owner: Person, tmp_path: Path
) -> None:
    picture = tmp_path / "CV.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    result = CliRunner().invoke(document_command, ["add", str(picture)])
    assert result.exit_code == ExitCode.UNREADABLE
    assert "This is a picture" in result.output
    assert not Version.objects.exists()
