from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from onward.documents.reading.bounded import Limits, read_bounded
from onward.documents.rules.kinds import Problem
from tests.documents import files

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits are POSIX's")


def test_a_child_reads_a_file_and_tells_its_sections(tmp_path: Path) -> None:
    path = tmp_path / "blob"
    path.write_bytes(files.pdf())
    answer = read_bounded(path, name="cv.pdf")
    assert [one["kind"] for one in answer["sections"]] == files.SECTION_KINDS
    assert answer["pages"] == 1


def test_a_child_says_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "blob"
    path.write_bytes(files.scanned_pdf())
    assert read_bounded(path, name="cv.pdf")["problem"] == Problem.NO_TEXT


def test_a_child_reads_an_advert_with_its_days(tmp_path: Path) -> None:
    path = tmp_path / "blob"
    path.write_bytes(files.saved_page())
    answer = read_bounded(path, name="advert.mhtml", is_advert=True)
    assert answer["posted_on"] == "2026-11-02"
    assert answer["saved_at"] == "2026-11-02T09:30:00+00:00"


def test_a_child_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    path = tmp_path / "blob"
    path.write_bytes(files.pdf())
    answer = read_bounded(path, name="cv.pdf", limits=Limits(wall_seconds=0.01))
    assert answer == {"problem": Problem.TOO_SLOW}


def test_a_child_that_wants_too_much_memory_is_ended(tmp_path: Path) -> None:
    path = tmp_path / "blob"
    many = "".join(f"<w:p><w:r><w:t>line {n}</w:t></w:r></w:p>" for n in range(200_000))
    path.write_bytes(files.word_of(many))
    answer = read_bounded(path, name="cv.docx", limits=Limits(memory_bytes=90_000_000))
    assert answer == {"problem": Problem.TOO_SLOW}


@pytest.mark.parametrize(
    ("work", "ends"),
    [
        ("while True: pass", -signal.SIGXCPU),
        ("bytearray(10**9)", 1),
        ("open('written', 'w', buffering=1).write('x\\n')", 1),
    ],
)
def test_a_bounded_process_cannot_run_on_nor_grow_nor_write(
    tmp_path: Path, work: str, ends: int
) -> None:
    code = (
        "from onward.documents.reading.child import bound\n"
        f"bound(memory_bytes=300_000_000, processor_seconds=1)\n{work}"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == ends


def test_a_file_that_is_gone_breaks_the_child_and_not_its_parent(
    tmp_path: Path,
) -> None:
    answer = read_bounded(tmp_path / "gone", name="cv.pdf")
    assert answer == {"problem": Problem.DAMAGED}
