from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.utils import timezone

from onward.people.models import Person
from onward.project.doctor import rights_troubles
from onward.project.setup import start_for_person
from tests.program import PROGRAM, environment, run


@pytest.mark.django_db
def test_a_command_begins_with_whose_home_it_is_on_their_clock(owner: Person) -> None:
    owner.time_zone = "Pacific/Auckland"
    owner.save(update_fields=["time_zone"])
    try:
        assert start_for_person() == owner
        assert timezone.get_current_timezone_name() == "Pacific/Auckland"
    finally:
        timezone.deactivate()


# A folder in a file's place: root, who may run these tests, can read every file.
@pytest.mark.parametrize("name", ["secret.key", "start.lock"])
def test_a_file_of_another_user_is_named_with_what_to_do(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).mkdir()
    ended = subprocess.run(
        [PROGRAM, "list"],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode != 0
    assert f"{tmp_path / name} cannot be opened" in ended.stderr
    assert f"chown -R USER {tmp_path}" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_server_does_not_begin_with_a_key_that_it_cannot_read(
    tmp_path: Path,
) -> None:
    (tmp_path / "secret.key").mkdir()
    ended = subprocess.run(
        [sys.executable, "-c", "import onward.project.wsgi"],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode != 0
    assert "chown -R USER" in ended.stderr.splitlines()[-1]


def test_a_database_that_does_not_answer_is_no_matter_for_doctor(
    tmp_path: Path,
) -> None:
    nobody = "postgresql://onward@127.0.0.1:1/onward"
    ended = subprocess.run(
        [PROGRAM, "doctor"],
        env=environment(tmp_path) | {"ONWARD_DATABASE": nobody},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode != 0
    assert "Start PostgreSQL, or check ONWARD_DATABASE." in ended.stdout
    assert "onward doctor" not in ended.stdout


def test_a_file_whose_rights_cannot_be_mended_is_told_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text("open")
        (tmp_path / name).chmod(0o644)
    change = Path.chmod

    def refused(path: Path, mode: int) -> None:
        # Root, who may run these tests, is refused nowhere.
        if path.name == "a":
            raise PermissionError(1, "Operation not permitted")
        change(path, mode)

    monkeypatch.setattr(Path, "chmod", refused)
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    said = list(rights_troubles(True))
    assert any(f"chown -R USER {tmp_path}" in sentence for sentence in said)
    assert (tmp_path / "b").stat().st_mode & 0o777 == 0o600


def test_what_a_link_leads_to_outside_the_home_keeps_its_rights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, shared = tmp_path / "home", tmp_path / "shared"
    home.mkdir(mode=0o700)
    shared.mkdir()
    shared.chmod(0o755)
    (home / "mail").symlink_to(shared)
    (home / "blobs").symlink_to(shared)
    monkeypatch.setenv("ONWARD_HOME", str(home))
    (said,) = rights_troubles(True)
    assert f"{home / 'blobs'} is a link" in said
    assert shared.stat().st_mode & 0o777 == 0o755


def test_all_of_a_command_lies_in_the_one_file_when_it_has_ended(
    tmp_path: Path,
) -> None:
    home = tmp_path / "home"
    assert run(home, "win", "I rang them.").returncode == 0
    assert not list(home.glob("*-wal"))
    copy = tmp_path / "copy.sqlite3"
    shutil.copy(home / "onward.sqlite3", copy)
    with closing(sqlite3.connect(copy)) as opened:
        assert opened.execute("SELECT count(*) FROM wins_win").fetchone() == (1,)
