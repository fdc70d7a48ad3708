"""Everything of one person is deleted by one command, and nothing that is not Onward's."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from onward.core.exit_codes import ExitCode
from onward.project.salvage import salvaged
from tests.program import run


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with an application, a résumé and a copy of both: made once, copied for each test."""
    folder = tmp_path_factory.mktemp("kept") / "home"
    resume = folder.with_name("resume.txt")
    resume.write_text("Robin Vale\n\nSkills\nParcels\n")
    assert run(folder, "add", "Bright Harbour", "--role", "Porter").returncode == 0
    assert run(folder, "document", "add", str(resume)).returncode == 0
    assert run(folder, "backup").returncode == 0
    return folder


@pytest.fixture
def home(kept: Path, tmp_path: Path) -> Path:
    """A home of its own with all that is kept."""
    return shutil.copytree(kept, tmp_path / "home")


def test_nothing_is_deleted_where_nobody_said_yes(home: Path) -> None:
    before = sorted(home.rglob("*"))
    done = run(home, "delete-everything")
    assert done.returncode == ExitCode.USAGE
    assert "Nothing is deleted yet" in done.stderr
    assert [path for path in before if not path.exists()] == []
    assert "Bright Harbour" in run(home, "list").stdout


def test_everything_is_gone_with_its_copies_and_begins_anew(home: Path) -> None:
    done = run(home, "delete-everything", "--yes")
    assert done.returncode == 0, done.stderr
    assert "1 copies" not in done.stdout
    assert "and 1 copy" in done.stdout
    assert not home.exists()
    assert "Bright Harbour" not in run(home, "list").stdout


def test_what_is_not_onwards_stays(home: Path) -> None:
    mine = home / "notes.txt"
    mine.write_text("mine")
    assert run(home, "delete-everything", "--yes").returncode == 0
    assert list(home.iterdir()) == [mine]


def test_where_others_sign_in_nothing_is_deleted(home: Path) -> None:
    assert run(home, "people", "add", "kit@mail.example").returncode == 0
    done = run(home, "delete-everything", "--yes")
    assert done.returncode != 0
    assert "onward people remove" in done.stderr
    assert "kit@mail.example" in run(home, "people", "list").stdout


def test_a_folder_that_is_a_link_stays_and_is_empty(home: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(home, target_is_directory=True)
    done = run(link, "delete-everything", "--yes")
    assert done.returncode == 0, done.stderr
    assert list(home.iterdir()) == []


def damaged(home: Path, how: str) -> None:
    database = home / "onward.sqlite3"
    for beside in ("-wal", "-shm"):
        database.with_name(f"{database.name}{beside}").unlink(missing_ok=True)
    told = database.read_bytes()
    noise = bytes(range(256)) * (len(told) // 256)
    parts = {
        "empty": b"",
        "cut off": told[: len(told) // 3],
        "noise": noise,
        "noise in the middle": told[:8192] + noise[8192:-8192] + told[-8192:],
        "words": b"This was a database.\n",
    }
    database.write_bytes(parts[how])


HOW = ["empty", "cut off", "noise", "noise in the middle", "words"]


@pytest.mark.parametrize("how", HOW)
def test_a_damaged_database_is_deleted_and_what_cannot_be_told_is_said(
    home: Path, how: str
) -> None:
    (home / "passwords.json").write_text('{"imap:x:y:password": "secret"}')
    damaged(home, how)
    before = run(home, "delete-everything")
    assert before.returncode == ExitCode.USAGE
    assert (home / "documents").exists() or (home / "backups").exists()
    done = run(home, "delete-everything", "--yes")
    assert done.returncode == 0, done.stderr
    assert "the damaged database" in done.stdout
    assert "How much was in the database could not be told" in done.stdout
    assert "and 1 copy" in done.stdout
    assert "entries named “onward”" in done.stdout
    assert not home.exists()


def test_a_database_that_is_in_use_is_not_taken_for_a_damaged_one(home: Path) -> None:
    with closing(sqlite3.connect(home / "onward.sqlite3")) as held:
        held.execute("BEGIN EXCLUSIVE")
        done = run(home, "delete-everything", "--yes")
    assert done.returncode == ExitCode.DATABASE
    assert "Another Onward is writing" in done.stderr
    assert "Bright Harbour" in run(home, "list").stdout


def test_a_damaged_home_in_which_others_sign_in_by_its_copy_stays(home: Path) -> None:
    assert run(home, "people", "add", "kit@mail.example").returncode == 0
    assert run(home, "backup").returncode == 0
    damaged(home, "noise")
    done = run(home, "delete-everything", "--yes")
    assert done.returncode != 0
    assert "Others sign in here too" in done.stderr
    assert (home / "onward.sqlite3").exists()


def test_of_a_damaged_database_its_copy_tells_whose_passwords_are_kept(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONWARD_HOME", str(home))
    whole = salvaged()
    assert (len(whole.people), whole.is_whole) == (1, True)
    damaged(home, "noise")
    left = salvaged()
    assert (left.people, left.is_whole) == (whole.people, False)
    assert list(home.glob("backup-*")) == []


def test_copies_behind_a_link_are_deleted_and_what_else_lies_there_stays(
    home: Path, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    (home / "backups").rename(disk)
    (home / "backups").symlink_to(disk)
    assert run(home, "backup", str(disk / "mine.zip")).returncode == 0
    (disk / "photo.jpg").write_text("a photo")
    done = run(home, "delete-everything", "--yes")
    assert done.returncode == 0, done.stderr
    assert "and 2 copies" in done.stdout
    assert [item.name for item in disk.iterdir()] == ["photo.jpg"]
