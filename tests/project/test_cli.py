from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from onward.core.exit_codes import ExitCode
from onward.core.expressions import FILE
from onward.project.cli import COMMANDS, main
from tests.mail.raw_mail import write_first_mails
from tests.mail.test_own_letters import letter
from tests.program import PROGRAM, environment


class Home:
    """A home of its own, and the program run on it as a person would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = environment(folder)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [PROGRAM, *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def start(self, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [PROGRAM, *words], env=self.environment, stdout=subprocess.PIPE, text=True
        )


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mail") / "sample.mbox"
    # Too small a file would not be known again.
    write_first_mails(path, count=240)
    return path


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, mailbox: Path) -> Path:
    """A home that has read the sample mailbox: read once, copied for each test."""
    folder = tmp_path_factory.mktemp("kept") / "home"
    assert Home(folder).run("import", str(mailbox)).returncode == 0
    return folder


@pytest.fixture
def told_home(home: Home, kept: Path) -> Home:
    """A home of its own that knows the sample mailbox."""
    shutil.copytree(kept, home.folder)
    return home


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_and_exit_codes(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert f"Example: onward {name}" in result.output
    assert "Exit codes:" in result.output


def test_help_imports_neither_django_nor_a_parser() -> None:
    code = (
        "import sys; from onward.project.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'django', 'rich', 'selectolax'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip().endswith("[]")


def test_a_mailbox_that_is_known_loads_neither_steps_nor_networks(
    told_home: Home, mailbox: Path
) -> None:
    code = (
        "import sys; from onward.project.cli import main\n"
        f"try: main(['import', {str(mailbox)!r}])\n"
        "except SystemExit: pass\n"
        "idle = {'httpx', 'numpy', 'onward.method.order', 'onward.matching.meaning'}\n"
        "print(sorted(idle & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=environment(told_home.folder),
    )
    assert "Nothing new in it." in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_home_is_readable_by_its_owner_alone(kept: Path) -> None:
    for path in [kept, *kept.rglob("*")]:
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path


def test_read_writes_nothing_and_prints_one_object_a_line(
    home: Home, mailbox: Path
) -> None:
    done = home.run("read", str(mailbox), "--json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) > 50
    assert set(rows[0]) == {
        "message_id",
        "date",
        "verdict",
        "confidence",
        "because",
        "company",
        "role",
        "requisition",
        "system",
        "contact",
        "source",
    }
    assert not home.folder.exists()
    everything = home.run("read", str(mailbox), "--json", "--all").stdout.splitlines()
    assert len(everything) > len(rows)


def test_read_knows_whose_letters_are_the_persons_own(
    home: Home, tmp_path: Path
) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    for number, firm in enumerate(("bright-harbour", "dunlea")):
        (letters / f"{firm}.eml").write_bytes(letter(number, firm))
    before = home.run("read", str(letters)).stdout
    assert before.count(" ambiguous ") == 2
    assert home.run("import", str(letters)).returncode == 0
    (home.folder / FILE).unlink()
    after = home.run("read", str(letters), "--json").stdout.splitlines()
    assert not (home.folder / FILE).exists()
    told = [json.loads(line) for line in after]
    assert {(each["verdict"], each["company"]) for each in told} == {
        ("applied", "Bright Harbour"),
        ("applied", "Dunlea"),
    }


def test_read_tells_days_by_the_persons_own_clock(home: Home, tmp_path: Path) -> None:
    mail = tmp_path / "late.eml"
    mail.write_bytes(
        letter(0, "bright-harbour").replace(
            b"\nSubject:", b"\nDate: Mon, 20 Jul 2026 21:14:00 -0400\nSubject:", 1
        )
    )
    home.environment["TZ"] = "Asia/Tokyo"
    assert home.run("read", str(mail)).stdout.startswith("2026-07-21")
    assert home.run("import", str(mail)).returncode == 0
    with sqlite3.connect(home.folder / "onward.sqlite3") as database:
        database.execute("UPDATE people_person SET time_zone = 'America/New_York'")
    assert home.run("read", str(mail)).stdout.startswith("2026-07-20")
    told = json.loads(home.run("read", str(mail), "--json").stdout.splitlines()[0])
    assert told["date"] == "2026-07-20T21:14:00-04:00"


def test_nothing_readable_is_its_own_exit_code(home: Home, tmp_path: Path) -> None:
    done = home.run("import", str(tmp_path / "gone.mbox"))
    assert done.returncode == ExitCode.UNREADABLE
    assert "gone.mbox is not there" in done.stdout


def test_an_empty_name_is_not_the_folder_one_is_in(home: Home) -> None:
    done = home.run("import", "")
    assert done.returncode == ExitCode.USAGE
    assert "the name is empty" in done.stderr


def test_backup_and_restore_bring_everything_back(
    told_home: Home, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.zip"
    for name in ("passwords.json", "passwords.json.broken"):
        (told_home.folder / name).write_text("{}")
    assert told_home.run("backup", str(copy)).returncode == 0
    names = zipfile.ZipFile(copy).namelist()
    assert not [name for name in names if name.startswith("passwords")]
    assert (told_home.folder / FILE).exists()
    assert FILE not in names
    assert told_home.run("backup", str(copy)).returncode == ExitCode.DISK
    before = told_home.run("export").stdout
    other = Home(tmp_path / "other")
    assert other.run("restore", str(copy)).returncode == 0
    assert (
        json.loads(other.run("export").stdout)["applications"]
        == (json.loads(before)["applications"])
    )
    again = other.run("restore", str(copy), "--yes")
    assert "What was there before is kept in" in again.stdout


def test_a_damaged_backup_changes_nothing(told_home: Home, tmp_path: Path) -> None:
    before = told_home.run("export").stdout
    for name, content in (("text.zip", b"no zip"), ("half.zip", b"PK\x03\x04half")):
        bad = tmp_path / name
        bad.write_bytes(content)
        done = told_home.run("restore", str(bad), "--yes")
        assert done.returncode == ExitCode.DATABASE
        assert "Nothing was changed" in done.stderr
    foreign = tmp_path / "foreign.zip"
    with zipfile.ZipFile(foreign, "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert (
        told_home.run("restore", str(foreign), "--yes").returncode == ExitCode.DATABASE
    )
    assert (
        json.loads(told_home.run("export").stdout)["applications"]
        == (json.loads(before)["applications"])
    )


def test_doctor_is_content_with_a_sound_home(told_home: Home) -> None:
    done = told_home.run("doctor")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "All is well.")


def test_doctor_finds_and_mends_what_was_tampered_with(told_home: Home) -> None:
    database = told_home.folder / "onward.sqlite3"
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE applications_application SET stage = 'offer'")
    connection.close()
    database.chmod(0o644)
    done = told_home.run("doctor")
    assert done.returncode == ExitCode.TROUBLE
    assert "can be read by others" in done.stdout
    assert "other than their events say" in done.stdout
    told_home.run("doctor", "--mend")
    assert told_home.run("doctor").returncode == 0


def test_a_damaged_database_is_said_and_left_alone(home: Home) -> None:
    home.run("doctor")
    database = home.folder / "onward.sqlite3"
    for extra in ("-wal", "-shm"):
        database.with_name(database.name + extra).unlink(missing_ok=True)
    database.write_bytes(b"this is no database at all, but it is somebody's file" * 99)
    content = database.read_bytes()
    for words in (["list"], ["doctor"]):
        done = home.run(*words)
        assert done.returncode != 0
        assert "damaged" in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
    assert database.read_bytes() == content


def test_a_newer_database_is_not_touched(home: Home) -> None:
    home.run("doctor")
    with sqlite3.connect(home.folder / "onward.sqlite3") as connection:
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('mail', '9999_later', '2030-01-01')"
        )
    connection.close()
    done = home.run("list")
    assert done.returncode == ExitCode.DATABASE
    assert "newer Onward" in done.stderr


def test_four_first_starts_at_once_make_one_home(home: Home) -> None:
    starts = [home.start("list") for _ in range(4)]
    assert [start.wait(timeout=120) for start in starts] == [0, 0, 0, 0]
    assert home.run("doctor").returncode == 0


def test_a_home_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = Home(tmp_path / "file" / "home").run("list")
    assert done.returncode == ExitCode.DISK
    assert "ONWARD_HOME" in done.stderr


@pytest.fixture
def running(home: Home) -> Iterator[tuple[subprocess.Popen[str], str]]:
    process = home.start("run", "--port", "0", "--no-browser")
    assert process.stdout is not None
    line = process.stdout.readline()
    yield process, line
    process.kill()
    process.wait()


def test_run_prints_one_link_that_opens(
    home: Home, running: tuple[subprocess.Popen[str], str]
) -> None:
    process, line = running
    found = re.search(r"http://127\.0\.0\.1:(\d+)/launch/\S+", line)
    assert found
    with urllib.request.urlopen(found.group()) as answer:
        assert answer.status == 200
    second = home.run("run", "--no-browser")
    assert f":{found.group(1)}/launch/" in second.stdout
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=20) == 0


def test_the_worker_does_not_outlive_a_killed_parent(
    running: tuple[subprocess.Popen[str], str],
) -> None:
    process, _line = running
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    (worker,) = [int(pid) for pid in children.read_text().split()]
    process.kill()
    process.wait()
    # The worker reads its standard input to the end and goes; wait for the kernel's word.
    descriptor = _pidfd(worker)
    if descriptor is not None:
        import select

        assert select.select([descriptor], [], [], 20)[0]
        os.close(descriptor)


def _pidfd(pid: int) -> int | None:
    try:
        return os.pidfd_open(pid)
    except ProcessLookupError:
        return None


def test_a_taken_port_is_said(home: Home) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        done = home.run("run", "--no-browser", "--port", str(other.getsockname()[1]))
    assert done.returncode == ExitCode.PORT_TAKEN
    assert "--port 0" in done.stderr
