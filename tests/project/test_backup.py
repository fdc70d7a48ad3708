"""A copy of the home holds what it says, whatever lies in the home."""

from __future__ import annotations

import errno
import zipfile
from pathlib import Path

import pytest

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode
from onward.project import backup, setup
from tests.program import run


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one document."""
    folder = tmp_path / "home"
    resume = tmp_path / "resume.txt"
    resume.write_text("Robin Vale\n\nSkills\nParcels\n")
    assert run(folder, "document", "add", str(resume)).returncode == 0
    return folder


def names_in(copy: Path) -> list[str]:
    with zipfile.ZipFile(copy) as archive:
        return archive.namelist()


def test_documents_behind_a_linked_folder_are_copied_and_another_link_is_told(
    home: Path, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    (home / "blobs").rename(disk)
    (home / "blobs").symlink_to(disk)
    (disk / "round").symlink_to(home)
    (tmp_path / "photos").mkdir()
    (home / "photos").symlink_to(tmp_path / "photos")
    done = run(home, "backup", str(tmp_path / "copy.zip"))
    assert done.returncode == 0, done.stderr
    names = names_in(tmp_path / "copy.zip")
    assert len([name for name in names if name.startswith("blobs/")]) == 1
    assert len(names) == len(set(names))
    assert "Everything" not in done.stdout
    assert "a link to another place: blobs/round, photos." in done.stderr


def test_a_copy_that_lies_in_the_home_is_in_no_later_one(home: Path) -> None:
    mine = home / "mine.zip"
    with zipfile.ZipFile(mine, "w") as archive:
        archive.writestr("notes.txt", "mine")
    for name in ("first.zip", "second.zip"):
        assert run(home, "backup", str(home / name)).returncode == 0
    names = names_in(home / "second.zip")
    assert "first.zip" not in names
    assert "mine.zip" in names


def test_a_document_deleted_while_the_copy_is_written_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    monkeypatch.setattr(setup, "copy_sqlite", lambda target: target.touch())
    (tmp_path / "kept").touch()
    listed = [tmp_path / "gone", tmp_path / "kept"]
    monkeypatch.setattr(backup, "_other_files", lambda _: (listed, []))
    assert backup.write_backup(tmp_path / "copy.zip") == []
    assert names_in(tmp_path / "copy.zip")[-1] == "kept"


def test_a_copy_that_cannot_be_moved_in_leaves_all_where_it_was(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.zip"
    assert run(home, "backup", str(copy)).returncode == 0
    before = sorted(home.rglob("*"))
    move = Path.replace

    def refused(path: Path, target: Path) -> Path:
        # The last one that is set aside is a disk of its own.
        if path == last:
            raise OSError(errno.EBUSY, "Device or resource busy", str(path))
        return move(path, target)

    aside = {"onward.sqlite3", "secret.key", "blobs"}
    last = [item for item in home.iterdir() if item.name in aside][-1]
    monkeypatch.setenv("ONWARD_HOME", str(home))
    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(Stop, match="Nothing was changed"):
        backup.restore(copy)
    left = [path for path in sorted(home.rglob("*")) if path != home / "backups"]
    assert left == [path for path in before if path != home / "backups"]


def test_a_backup_to_a_disk_that_is_not_there_is_told(
    home: Path, tmp_path: Path
) -> None:
    (home / "backups").symlink_to(tmp_path / "away")
    done = run(home, "backup")
    assert done.returncode == ExitCode.DISK
    assert "The copy could not be written" in done.stderr
