"""Everything of one person is deleted by one command, and nothing that is not Onward's."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from onward.core.exit_codes import ExitCode
from tests.program import PROGRAM, environment


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM, *words],
        env=environment(home),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


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
