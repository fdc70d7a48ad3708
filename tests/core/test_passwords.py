from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

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
