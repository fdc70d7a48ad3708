"""Words, file names and texts that are not in UTF-8: a sentence, or kept; never a trace."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from onward.core.exit_codes import ExitCode
from onward.core.text import shown_path
from tests.mail.raw_mail import write_first_mails
from tests.program import PROGRAM, environment

LATIN = os.fsdecode(b"caf\xe9")
SHOWN = "caf\N{REPLACEMENT CHARACTER}"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    assert run(folder, "add", "Oak").returncode == ExitCode.OK
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder named so, where the disk takes such names."""
    path = tmp_path / LATIN
    try:
        path.mkdir()
    except OSError:
        pytest.skip("this disk takes names in UTF-8 alone")
    return path


def run(
    home: Path, *words: str, text: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [PROGRAM, *words],
        env=environment(home),
        input=text,
        capture_output=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize(
    "words",
    [
        ("add", LATIN),
        ("win", LATIN),
        ("no", "--new", LATIN),
        ("list", "--tag", LATIN),
        ("show", LATIN),
        ("proof", "--from", "2026-10-01", "--name", LATIN),
        ("document", "add", "/none.txt", "--name", LATIN),
    ],
    ids=lambda words: words[0],
)
def test_words_in_other_bytes_end_in_a_sentence(
    home: Path, words: tuple[str, ...]
) -> None:
    done = run(home, *words)
    assert done.returncode == ExitCode.USAGE
    assert done.stderr.decode() == (
        f"Error: “{SHOWN}” cannot be read: it is not written in UTF-8. "
        "Set the terminal to UTF-8, then type it again.\n"
    )


def test_a_document_is_kept_whatever_its_name_is_made_of(
    home: Path, folder: Path
) -> None:
    file = folder / f"{LATIN}.txt"
    file.write_text("Skills\nSQL\n")
    done = run(home, "document", "add", str(file))
    assert f"Kept: {SHOWN}, version 1" in done.stdout.decode()
    done = run(home, "advert", str(file), "--application", "Oak")
    assert done.returncode == ExitCode.OK


def test_a_list_is_taken_in_whatever_its_name_is_made_of(
    home: Path, folder: Path
) -> None:
    file = folder / f"{LATIN}.csv"
    file.write_text("Company,Role\nElm,Planner\n")
    done = run(home, "import-list", str(file), "--yes")
    assert (done.returncode, done.stderr) == (ExitCode.OK, b"")


def test_a_mailbox_is_read_whatever_its_name_is_made_of(
    home: Path, folder: Path
) -> None:
    # Too small a file would not be known again.
    write_first_mails(folder / f"{LATIN}.mbox", count=240)
    for _time in range(2):
        done = run(home, "import", str(folder), "--quiet")
        assert (done.returncode, done.stderr) == (ExitCode.OK, b"")
    assert "Nothing new in it." in done.stdout.decode()


def test_pasted_text_is_read_in_its_own_charset(home: Path) -> None:
    text = "Café manager wanted in Oakham\n".encode("latin-1")
    done = run(home, "advert", "-", "--application", "Oak", text=text)
    assert "Kept: Café manager wanted in Oakham" in done.stdout.decode()


def test_an_address_in_other_bytes_is_none(home: Path) -> None:
    address = f"https://{LATIN}.example/"
    done = run(home, "advert", address, "--application", "Oak")
    assert done.returncode == ExitCode.USAGE
    assert b"is not a web address." in done.stderr


def test_what_the_disk_does_not_read_ends_in_a_sentence(home: Path) -> None:
    broken = Path("/proc/self/mem")
    if not broken.is_file():
        pytest.skip("needs a file that cannot be read")
    for words in (("document", "add"), ("advert", "--application", "Oak")):
        done = run(home, *words, str(broken))
        assert done.returncode == ExitCode.UNREADABLE
        assert done.stderr.startswith(b"Error: /proc/self/mem cannot be read (")
        assert b"Traceback" not in done.stderr


def test_a_name_in_other_bytes_is_shown_with_a_sign_for_each() -> None:
    assert shown_path(f"{LATIN}.txt") == f"{SHOWN}.txt"
    assert shown_path(Path("/mail/größe.mbox")) == "/mail/größe.mbox"
