"""A disk that is really full: every way of writing ends in a sentence, and nothing is lost."""

from __future__ import annotations

import http.cookiejar
import json
import os
import re
import shutil
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from onward.core.exit_codes import ExitCode
from onward.demo.mailbox import write_mailbox
from tests.program import PROGRAM, environment

SIZE_MB = 16
ROOM_LEFT = 300_000
MAILS = 120


class Disk:
    """A small disk of its own, with a home on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self._filler = folder / "filler"

    def fill(self, *, room: int = ROOM_LEFT) -> None:
        free = shutil.disk_usage(self.folder).free
        # The program may be writing, too: then there is even less room than was asked for.
        with self._filler.open("wb") as filler, suppress(OSError):
            filler.write(b"\0" * (free - room))

    def make_room(self) -> None:
        self._filler.unlink()

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [PROGRAM, *words],
            env=environment(self.home),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def companies(self) -> list[str]:
        kept = json.loads(self.run("export", "--format", "json").stdout)
        return sorted(each["company"] for each in kept["applications"])


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE_MB}m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False).returncode:
        pytest.skip("only root can give a test a small disk of its own")
    yield Disk(folder)
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def mailbox(tmp_path: Path) -> Path:
    """The first mails of the sample: more than there is room for, and soon read."""
    path = tmp_path / "sample.mbox"
    write_mailbox(path, ends_on=date(2026, 11, 20))
    mails = path.read_bytes().split(b"\nFrom ")
    path.write_bytes(b"\nFrom ".join(mails[:MAILS]) + b"\n")
    return path


def said(done: subprocess.CompletedProcess[str]) -> str:
    """Return the one sentence that a command ended with, never a trace."""
    assert done.returncode == ExitCode.DISK, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("Error:") == 1
    return done.stderr


def test_an_import_on_a_full_disk_stops_with_a_sentence_and_goes_on_later(
    disk: Disk, mailbox: Path, tmp_path: Path
) -> None:
    assert disk.run("add", "Acme", "--role", "Cook").returncode == 0
    disk.fill()
    assert "is full" in said(disk.run("import", str(mailbox), "--quiet"))
    assert disk.companies() == ["Acme"]

    disk.make_room()
    assert disk.run("import", str(mailbox), "--quiet").returncode == 0
    elsewhere = Disk(tmp_path)
    assert elsewhere.run("import", str(mailbox), "--quiet").returncode == 0
    assert disk.companies() == sorted(["Acme", *elsewhere.companies()])


def test_every_command_that_writes_says_that_the_disk_is_full(disk: Disk) -> None:
    assert disk.run("add", "Acme", "--role", "Cook").returncode == 0
    disk.fill(room=0)
    target = str(disk.folder / "copy")
    assert "is full" in said(disk.run("backup", f"{target}.zip"))
    assert "is full" in said(disk.run("export", "--output", f"{target}.json"))
    assert "is full" in said(disk.run("add", "Borealis", "--role", "Baker"))
    assert not list(disk.folder.glob("copy*"))
    disk.make_room()
    assert disk.companies() == ["Acme"]


def until_refused(
    browser: urllib.request.OpenerDirector, sent: urllib.request.Request
) -> tuple[int, str]:
    """Send a form until there is no room for it: what the database has at hand is used up first."""
    for _ in range(400):
        try:
            browser.open(sent, timeout=30)
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()
    return 200, ""


def test_a_page_that_cannot_save_says_so_and_shows_no_trace(disk: Disk) -> None:
    assert disk.run("add", "Acme", "--role", "Cook").returncode == 0
    program = subprocess.Popen(
        [PROGRAM, "run", "--port", "0", "--no-browser"],
        env=environment(disk.home),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert program.stdout is not None
        link = re.search(r"http\S+/launch/\S+", program.stdout.readline())
        assert link is not None
        jar = http.cookiejar.CookieJar()
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        browser.open(link.group(), timeout=20).read()
        page = link.group().partition("/launch/")[0] + "/applications/add/"
        form = browser.open(page, timeout=20).read().decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)
        assert token is not None
        disk.fill(room=0)
        facts = {
            "csrfmiddlewaretoken": token.group(1),
            "company": "Borealis",
            "url": "https://a.example/" + "x" * 1_900,
            "state": "applied",
            "day": "2026-11-20",
            "note": "They wrote back within a day.",
        }
        sent = urllib.request.Request(
            page,
            data=urllib.parse.urlencode(facts).encode(),
            headers={"Referer": page},
        )
        status, html = until_refused(browser, sent)
        assert status == 507
        assert "is full" in html
        # To be copied: going back shows an empty form.
        assert "They wrote back within a day." in html
    finally:
        program.terminate()
        program.wait(timeout=20)
    disk.make_room()
    assert "Acme" in disk.companies()
