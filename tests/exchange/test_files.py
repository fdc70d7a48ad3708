from __future__ import annotations

import errno
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from onward.exchange.files import write_private, writing_sentence


def breaking_off() -> Iterator[str]:
    yield "half"
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_file_is_private_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    write_private(path, ["Zü", "rich\r\n"])
    assert path.read_bytes() == "Zürich\r\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_breaks_off_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(OSError, match="space"):
        write_private(path, breaking_off())
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError(errno.ENOSPC, "full"), "disk is full"),
        (FileNotFoundError(errno.ENOENT, "none"), "no folder"),
        (PermissionError(errno.EACCES, "no"), "may not be written"),
        (OSError(errno.EIO, "broken"), "broken"),
    ],
)
def test_each_reason_gets_a_sentence_with_what_to_do(error: OSError, says: str) -> None:
    assert says in writing_sentence(error, Path("/somewhere/out.json"))
