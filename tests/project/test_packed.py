"""Copies packed otherwise than Onward packs them, and files that a zip does not take as they are."""

from __future__ import annotations

import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from onward.core.exit_codes import ExitCode
from onward.project.home import DATABASE_FILE
from onward.project.salvage import salvaged
from tests.program import PROGRAM, environment

_HEADS = ((b"PK\x03\x04", 6, 8), (b"PK\x01\x02", 8, 10))
"""How the head of a file in a zip begins, and where its marks and its method are."""


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM, *words],
        env=environment(home),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    assert run(folder, "add", "Bright Harbour").returncode == 0
    return folder


def marked(copy: Path, *, way: str) -> None:
    """Make of a zip one that says it is packed with a password, or in an unknown way."""
    data = bytearray(copy.read_bytes())
    with zipfile.ZipFile(copy) as archive:
        places = [info.header_offset for info in archive.infolist()]
        directory = archive.start_dir
    at = directory
    while (at := data.find(_HEADS[1][0], at)) != -1:
        places.append(at)
        at += 4
    for place in places:
        _begins, marks, method = _HEADS[place >= directory]
        if way == "password":
            data[place + marks] |= 1
        else:
            data[place + method] = 98
    copy.write_bytes(data)


@pytest.mark.parametrize("way", ["password", "method"])
def test_a_copy_packed_in_another_way_changes_nothing(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    copy = home / "backups" / "copy.zip"
    assert run(home, "backup", str(copy)).returncode == 0
    marked(copy, way=way)
    done = run(home, "restore", str(copy), "--yes")
    assert done.returncode == ExitCode.DATABASE
    assert "pack it without a password" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Bright Harbour" in run(home, "list").stdout
    # What a damaged home tells is looked for in it as well.
    (home / DATABASE_FILE).write_bytes(b"noise")
    monkeypatch.setenv("ONWARD_HOME", str(home))
    assert salvaged().people == set()


def test_a_copy_holds_what_is_older_than_a_zip_can_say(
    home: Path, tmp_path: Path
) -> None:
    old = home / "from-long-ago.txt"
    old.write_text("kept")
    os.utime(old, (0, 0))
    copy = tmp_path / "copy.zip"
    done = run(home, "backup", str(copy))
    assert (done.returncode, done.stderr) == (0, "")
    assert zipfile.ZipFile(copy).read("from-long-ago.txt") == b"kept"


def test_a_copy_says_what_no_zip_can_name(home: Path, tmp_path: Path) -> None:
    try:
        (home / os.fsdecode(b"caf\xe9.txt")).write_text("kept")
    except OSError:
        pytest.skip("this disk takes names in UTF-8 alone")
    copy = tmp_path / "copy.zip"
    done = run(home, "backup", str(copy))
    assert done.returncode == 0
    assert done.stdout == f"Copied to {copy}\n"
    assert "Left out, since no zip can name it: caf\ufffd.txt." in done.stderr
    assert DATABASE_FILE in zipfile.ZipFile(copy).namelist()
