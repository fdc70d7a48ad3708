from __future__ import annotations

import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

from tests.dovecot import PASSWORD, Dovecot
from tests.mail.imap.test_syncing import hiring
from tests.program import PROGRAM, environment


def test_a_mailbox_is_added_read_listed_and_removed_on_the_command_line(
    dovecot: Dovecot, address: str, tmp_path: Path
) -> None:
    def run(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [PROGRAM, *words],
            env={
                **environment(tmp_path / "home"),
                "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            },
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    dovecot.seed(hiring(1), user=address)
    nothing = run("sync")
    assert nothing.returncode == 7
    assert "No mailbox is on your list yet" in nothing.stderr
    server = ("--host", "127.0.0.1", "--port", str(dovecot.tls_port))
    wrong = run("mailbox", "add", address, *server, typed="nearly\n")
    assert wrong.returncode == 3
    assert "does not accept this user name and password" in wrong.stderr
    added = run("mailbox", "add", address, *server, typed=f"{PASSWORD}\n")
    assert "Folders that are read: INBOX" in added.stdout
    assert "has no keyring" in added.stdout
    assert PASSWORD not in added.stdout
    twice = run("mailbox", "add", address, *server, typed=f"{PASSWORD}\n")
    assert twice.returncode == 1
    assert "is on your list already" in twice.stderr
    synced = run("sync")
    assert synced.returncode == 0, synced.stderr
    assert "About hiring          1" in synced.stdout
    assert "Do answers arrive elsewhere?" in run("sync").stdout
    assert f"{address}  127.0.0.1  1 folder  read" in run("mailbox", "list").stdout
    dovecot.seed(hiring(2), folder="Jobs", user=address)
    listed = run("mailbox", "folders", address).stdout.splitlines()[1:]
    assert listed == ["  x  INBOX", "     Jobs"]
    gone = run("mailbox", "folders", address, "--read", "Gone")
    assert gone.returncode == 7
    assert "Gone cannot be read. Folders there: INBOX, Jobs" in gone.stderr
    chosen = run("mailbox", "folders", address, "--read", "Jobs").stdout.splitlines()
    assert chosen[1:] == ["     INBOX", "  x  Jobs"]
    assert "About hiring          1" in run("sync").stdout
    wrong = run("mailbox", "password", address, typed="nearly\n")
    assert wrong.returncode == 3
    assert "does not accept" in wrong.stderr
    assert "Warning" not in wrong.stderr
    right = run("mailbox", "password", address, typed=f"{PASSWORD}\n")
    assert "can be opened. The new password is kept." in right.stdout
    assert PASSWORD not in right.stdout + right.stderr
    assert "Removed" in run("mailbox", "remove", address).stdout
    assert run("sync", "--account", address).returncode == 7


def test_a_worker_that_is_stopped_says_goodbye_and_leaves_the_mailbox(
    dovecot: Dovecot, address: str, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    surroundings = {
        **environment(home),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    words = ("mailbox", "add", address, "--host", "127.0.0.1")
    subprocess.run(
        [PROGRAM, *words, "--port", str(dovecot.tls_port)],
        env=surroundings,
        input=f"{PASSWORD}\n".encode(),
        check=True,
        timeout=120,
    )

    def listening() -> tuple[object, object, object]:
        place = f"file:{home / 'onward.sqlite3'}?mode=ro"
        asked = "SELECT can_tell, listened_by, listened_until FROM mail_imapaccount"
        with closing(sqlite3.connect(place, uri=True)) as database:
            can_tell, listened_by, listened_until = database.execute(asked).fetchone()
        return can_tell, listened_by, listened_until

    worker = subprocess.Popen([PROGRAM, "worker"], env=surroundings)
    try:
        for _ in range(600):
            if all(listening()):
                break
            time.sleep(0.1)
        assert all(listening())
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=20) == 0
    finally:
        worker.kill()
    assert listening()[1:] == ("", None)
