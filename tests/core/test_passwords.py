from __future__ import annotations

import json
import stat
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringError

from onward.core.passwords import (
    FILE_NAME,
    Place,
    forget_password,
    keep_password,
    read_password,
)


@pytest.fixture(autouse=True)
def no_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(before)


def test_a_password_is_kept_read_replaced_and_forgotten(tmp_path: Path) -> None:
    assert read_password("a", folder=tmp_path) is None
    assert keep_password("a", "ö one", folder=tmp_path) == Place.FILE
    keep_password("b", "two", folder=tmp_path)
    keep_password("a", "three", folder=tmp_path)
    assert read_password("a", folder=tmp_path) == "three"
    forget_password("a", folder=tmp_path)
    forget_password("a", folder=tmp_path)
    assert read_password("a", folder=tmp_path) is None
    assert read_password("b", folder=tmp_path) == "two"
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_the_file_is_its_owners_alone_whatever_was_there(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_text("not json")
    path.chmod(0o644)
    keep_password("a", "one", folder=tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_password("a", folder=tmp_path) == "one"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        keep_password("a", "one", folder=tmp_path / "gone")


def test_many_at_once_lose_nothing(tmp_path: Path) -> None:
    """Readers of mail renew their permissions beside one another and beside the pages."""

    def keep(place: int) -> None:
        for number in range(20):
            keep_password(f"{place}-{number}", "x", folder=tmp_path)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(keep, range(4)))
    kept = [
        read_password(f"{place}-{number}", folder=tmp_path)
        for place in range(4)
        for number in range(20)
    ]
    assert kept == ["x"] * 80


def test_many_programs_at_once_lose_nothing(tmp_path: Path) -> None:
    code = (
        "import sys, keyring; from pathlib import Path;"
        "from keyring.backends.fail import Keyring; keyring.set_keyring(Keyring());"
        "from onward.core.passwords import keep_password;"
        "[keep_password(f'{sys.argv[1]}-{n}', 'x', folder=Path(sys.argv[2]))"
        " for n in range(50)]"
    )
    programs = [
        subprocess.Popen([sys.executable, "-c", code, str(place), str(tmp_path)])
        for place in range(3)
    ]
    assert [program.wait(timeout=60) for program in programs] == [0, 0, 0]
    assert len(json.loads((tmp_path / FILE_NAME).read_text())) == 150


class Broken(KeyringBackend):
    """A keyring whose system does not answer as keyrings do."""

    priority = 1

    def get_password(self, service: str, username: str) -> str:
        raise RuntimeError("no answer from the bus")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError("no answer from the bus")

    def delete_password(self, service: str, username: str) -> None:
        raise RuntimeError("no answer from the bus")


def test_a_keyring_that_breaks_is_as_good_as_none(tmp_path: Path) -> None:
    keyring.set_keyring(Broken())  # type: ignore[no-untyped-call]
    assert keep_password("a", "one", folder=tmp_path) == Place.FILE
    assert read_password("a", folder=tmp_path) == "one"
    forget_password("a", folder=tmp_path)
    assert read_password("a", folder=tmp_path) is None


class Locked(KeyringBackend):
    """A keyring that can be locked."""

    priority = 1.0

    def __init__(self) -> None:
        self.is_locked = False
        self.kept: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        del service
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        del service
        if self.is_locked:
            raise KeyringError
        self.kept[username] = password

    def delete_password(self, service: str, username: str) -> None:
        del service
        del self.kept[username]


def test_a_newer_password_holds_though_the_keyring_was_locked(tmp_path: Path) -> None:
    ring = Locked()
    keyring.set_keyring(ring)
    assert keep_password("a", "old", folder=tmp_path) == Place.KEYRING
    ring.is_locked = True
    assert keep_password("a", "new", folder=tmp_path) == Place.FILE
    ring.is_locked = False
    assert read_password("a", folder=tmp_path) == "new"
    assert keep_password("a", "newest", folder=tmp_path) == Place.KEYRING
    assert read_password("a", folder=tmp_path) == "newest"


def test_a_broken_file_is_set_aside_and_not_written_over(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"a": "one", "b": "tw')
    keep_password("c", "three", folder=tmp_path)
    assert read_password("c", folder=tmp_path) == "three"
    aside = tmp_path / f"{FILE_NAME}.broken"
    assert aside.read_text() == '{"a": "one", "b": "tw'
