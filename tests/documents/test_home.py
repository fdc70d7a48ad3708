"""The files of documents in the whole home: backup, restore, doctor, export."""

from __future__ import annotations

import json
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest

from onward.core.exit_codes import ExitCode
from tests.documents import files
from tests.program import PROGRAM, environment


class Home:
    """A home of its own, and the program run on it as a person would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [PROGRAM, *words],
            env=environment(self.folder),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def export(self) -> Any:
        return json.loads(self.run("export").stdout)

    def blobs(self) -> dict[str, bytes]:
        """Return the kept files by their digest."""
        folder = self.folder / "blobs"
        return {p.name: p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a résumé that was sent, and an advert: made once, copied for each test."""
    folder = tmp_path_factory.mktemp("kept")
    home = Home(folder / "home")
    home.run("add", "Bright Harbour")
    resume, advert = folder / "CV.docx", folder / "job.mhtml"
    resume.write_bytes(files.word())
    advert.write_bytes(files.saved_page())
    harbour = ("--application", "harbour")
    assert home.run("document", "add", str(resume), *harbour).returncode == 0
    assert home.run("advert", str(advert), *harbour).returncode == 0
    return folder


@pytest.fixture
def home(kept: Path, tmp_path: Path) -> Home:
    """A home of its own with all that is kept."""
    return Home(shutil.copytree(kept / "home", tmp_path / "home"))


def test_files_are_private_and_come_back_with_a_backup(
    home: Home, kept: Path, tmp_path: Path
) -> None:
    blobs = home.blobs()
    assert set(blobs.values()) == {
        files_of(kept, "CV.docx"),
        files_of(kept, "job.mhtml"),
    }
    for path in (home.folder / "blobs").rglob("*"):
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path
    copy = tmp_path / "copy.zip"
    assert home.run("backup", str(copy)).returncode == 0
    other = Home(tmp_path / "other")
    assert other.run("restore", str(copy)).returncode == 0
    assert other.blobs() == blobs
    assert other.run("doctor").stdout.splitlines()[-1] == "All is well."
    assert other.export()["documents"] == home.export()["documents"]


def files_of(folder: Path, name: str) -> bytes:
    return (folder / name).read_bytes()


def test_doctor_notices_a_file_that_is_gone(home: Home) -> None:
    assert home.run("doctor").returncode == 0
    for path in (home.folder / "blobs").rglob("*"):
        if path.is_file():
            path.unlink()
    done = home.run("doctor")
    assert done.returncode == ExitCode.TROUBLE
    assert "The file of “CV, version 1” (CV.docx) is gone" in done.stdout
    assert "The file of “Warehouse Planner” (job.mhtml) is gone" in done.stdout


def test_an_export_lists_documents_and_adverts_with_their_text(home: Home) -> None:
    whole = home.export()
    (application,) = whole["applications"]
    (document,) = whole["documents"]
    assert (document["name"], document["number"]) == ("CV", 1)
    assert document["sent_with"] == [application["id"]]
    assert "Bright Harbour" in document["text"]
    assert document["digest"] in home.blobs()
    (advert,) = whole["adverts"]
    assert advert["title"] == "Warehouse Planner"
    assert advert["application_id"] == application["id"]
    assert advert["requirements"][0] == "Two years of planning in logistics"
