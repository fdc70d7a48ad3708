from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.mailbox import write_mailbox
from benchmarks.written_mailbox import write_written_mailbox
from onward.mail.scan import Outcome, Scanned, read_mail
from onward.mail.sources import open_sources


@pytest.mark.parametrize("write", [write_mailbox, write_written_mailbox])
def test_the_benchmark_reads_a_mailbox_of_the_size_asked_for(
    tmp_path: Path, write: Callable[..., int]
) -> None:
    path = tmp_path / "invented.mbox"
    count = write(path, megabytes=1)
    assert 1_000_000 <= path.stat().st_size < 11_000_000
    found = list(read_mail(open_sources([path])))
    assert len(found) == count
    assert all(isinstance(item, Scanned) for item in found)
    outcomes = {item.outcome for item in found if isinstance(item, Scanned)}
    assert outcomes == {Outcome.HIRING, Outcome.OTHER}


@pytest.mark.parametrize("write", [write_mailbox, write_written_mailbox])
def test_the_same_seed_gives_the_same_mailbox(
    tmp_path: Path, write: Callable[..., int]
) -> None:
    paths = [tmp_path / "one.mbox", tmp_path / "two.mbox"]
    for path in paths:
        write(path, megabytes=0.2, seed=3)
    assert paths[0].read_bytes() == paths[1].read_bytes()
