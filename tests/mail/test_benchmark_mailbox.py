from __future__ import annotations

from pathlib import Path

from benchmarks.mailbox import write_mailbox
from onward.mail.scan import Outcome, Scanned, read_mail
from onward.mail.sources import open_sources


def test_the_benchmark_reads_a_mailbox_of_the_size_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "invented.mbox"
    count = write_mailbox(path, megabytes=3)
    assert 3_000_000 <= path.stat().st_size < 13_000_000
    found = list(read_mail(open_sources([path])))
    assert len(found) == count
    assert all(isinstance(item, Scanned) for item in found)
    outcomes = {item.outcome for item in found if isinstance(item, Scanned)}
    assert outcomes == {Outcome.HIRING, Outcome.OTHER}


def test_the_same_seed_gives_the_same_mailbox(tmp_path: Path) -> None:
    paths = [tmp_path / "one.mbox", tmp_path / "two.mbox"]
    for path in paths:
        write_mailbox(path, megabytes=0.2, seed=3)
    assert paths[0].read_bytes() == paths[1].read_bytes()
